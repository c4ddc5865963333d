/* punch.c - hadir punch ...: punches whose clock cannot be right, and their review. */
#include "attendance/doubtful.h"
#include "cmd/command.h"
#include "cmd/listing.h"

#define FORMAT                                                                           \
    ARGUMENT_OPTION("format", "FORMAT", ARGUMENT_CHOICE, "table (default), json or csv", \
                    .choices = "table|json|csv")
#define ID ARGUMENT_WORD("ID", ARGUMENT_TEXT, "Its id in the list, or the word all")
#define REASON                                                                       \
    ARGUMENT_OPTION("reason", "TEXT", ARGUMENT_TEXT, "Why; it is told with the day", \
                    .required = true)
#define TERMINAL \
    ARGUMENT_OPTION("terminal", "SN", ARGUMENT_TEXT, "With all: only those of this terminal")
#define UPLOAD                                          \
    ARGUMENT_OPTION("upload", "TIME", ARGUMENT_INSTANT, \
                    "With all: only those received then, as the list says")

static const struct argument list_arguments[] = {
    COMMAND_DATA,
    ARGUMENT_FLAG("doubtful", "Only those that wait for a decision"),
    FORMAT,
};
static const struct argument accept_arguments[] = {
    ID,
    COMMAND_DATA,
    REASON,
    ARGUMENT_OPTION("time",
                    "TIME",
                    ARGUMENT_TEXT,
                    "When it was truly made, on the wall there; without it as proposed"),
    TERMINAL,
    UPLOAD,
};
static const struct argument decide_arguments[] = {ID, COMMAND_DATA, REASON, TERMINAL, UPLOAD};

/* ---- what there is ---- */

struct doubtful {
    struct app_view view;
    struct doubtful_punch *punches;
    size_t count;
};

static void doubtful_done(struct doubtful *doubtful)
{
    app_view_close(&doubtful->view);
}

static enum rc load(struct command_context *context, struct doubtful *out, struct problem *why)
{
    enum rc rc;

    TRY(app_follow(context->app, why));
    TRY(app_view_open(context->app, AS_OF_NOW, &out->view, why));
    rc = doubtful_list(out->view.derived, out->view.picture, context->mem, &out->punches,
                       &out->count);
    return rc == RC_OK ? RC_OK : problem_set(why, rc, "the index cannot be read");
}

/* ---- list ---- */

static const struct listing_column columns[] = {
    {"id", LISTING_PLAIN},
    {"terminal", LISTING_PLAIN},
    {"pin", LISTING_PLAIN},
    {"number", LISTING_PLAIN},
    {"local_time", LISTING_PLAIN},
    {"received_at", LISTING_PLAIN},
    {"proposed_time", LISTING_PLAIN},
    {"basis", LISTING_PLAIN},
    {"decision", LISTING_PLAIN},
    {"true_time", LISTING_PLAIN},
    {"author", LISTING_PLAIN},
    {"reason", LISTING_FREE},
};

static void list_decision(struct listing *listing, const struct review_row *row)
{
    static const struct review none = {.decision = REVIEW_UNDONE};
    const struct review *review = row ? &row->review : &none;

    listing_cstr(listing, row ? review_decision_word((enum review_decision)review->decision) : "");
    listing_text(listing, review->true_time);
    listing_text(listing, review->author);
    listing_text(listing, review->reason);
}

static void list_one(struct listing *listing,
                     const struct picture *picture,
                     const struct doubtful_punch *one)
{
    const struct punch *punch = &one->punch;

    listing_int(listing, one->position);
    listing_text(listing, punch->terminal);
    listing_text(listing, punch->pin);
    listing_text(listing,
                 one->person == NONE ? TEXT("") : picture->directory->people[one->person].number);
    listing_cstr(listing, moment_text(punch->moment).s);
    listing_cstr(listing, instant_text(punch->received_at_ms, punch->offset_minutes).s);
    listing_cstr(listing, moment_text(one->proposed_moment).s);
    listing_cstr(listing, record_choice_word(doubtful_basis_choices, (int)one->basis));
    list_decision(listing, one->review);
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(listing_done) struct listing listing = {0};
    CLEANUP(doubtful_done) struct doubtful doubtful = {.count = 0};
    bool waiting = arguments_has(context->arguments, "doubtful");
    struct problem why = {0};
    enum rc rc = load(context, &doubtful, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    command_listing(context, &listing, columns, COUNT_OF(columns));
    for (size_t i = 0; i < doubtful.count; i++) {
        if (waiting && doubtful.punches[i].review) continue;
        list_one(&listing, doubtful.view.picture, &doubtful.punches[i]);
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- accept, refuse, undo ---- */

static bool is_meant(const struct command_context *context, const struct doubtful_punch *one)
{
    const struct arguments *given = context->arguments;
    const char *id = arguments_value(given, "ID");
    const char *terminal = arguments_value(given, "terminal");
    int64_t upload_ms = arguments_instant(given, "upload", -1);
    int64_t position = 0;

    if (!text_equal(text_of(id), TEXT("all"))) {
        return text_int(text_of(id), &position) && position == one->position;
    }
    if (terminal && !text_equal(one->punch.terminal, text_of(terminal))) return false;
    return upload_ms < 0 || one->punch.received_at_ms == upload_ms;
}

/* Of those that are meant: only what is to be changed. */
static bool is_due(const struct doubtful_punch *one, enum review_decision decision)
{
    return (decision == REVIEW_UNDONE) == (one->review != NULL);
}

static struct text kept_moment(struct command_context *context, int64_t moment)
{
    return arena_text(context->mem, text_of(moment_text(moment).s));
}

static struct review decision_of(struct command_context *context,
                                 const struct doubtful_punch *one,
                                 enum review_decision decision)
{
    struct text true_time = {NULL, 0};
    struct review review;

    if (decision == REVIEW_ACCEPTED) {
        const char *time = arguments_value(context->arguments, "time");

        true_time = time ? text_of(time) : kept_moment(context, one->proposed_moment);
    }
    review = review_of(&one->punch, decision, kept_moment(context, one->punch.moment), true_time);
    review.reason = text_of(arguments_value(context->arguments, "reason"));
    return review;
}

static enum rc decide(struct command_context *context,
                      enum review_decision decision,
                      size_t *out_count,
                      struct problem *why)
{
    CLEANUP(doubtful_done) struct doubtful doubtful = {.count = 0};
    bool one = !text_equal(text_of(arguments_value(context->arguments, "ID")), TEXT("all"));
    struct review *reviews;
    size_t count = 0;

    TRY(load(context, &doubtful, why));
    reviews = arena_array(context->mem, struct review, doubtful.count + 1);
    for (size_t i = 0; i < doubtful.count; i++) {
        if (!is_meant(context, &doubtful.punches[i])) continue;
        if (!one && !is_due(&doubtful.punches[i], decision)) continue;
        reviews[count++] = decision_of(context, &doubtful.punches[i], decision);
    }
    if (count == 0) {
        return problem_at(why, RC_NOT_FOUND, "ID", "no such punch is there to be decided");
    }
    *out_count = count;
    return ledger_perform(context->app->ledger, &review_command,
                          &(struct reviewing){reviews, count}, why);
}

static enum command_end run(struct command_context *context, enum review_decision decision)
{
    struct problem why = {0};
    size_t count = 0;
    enum rc rc = decide(context, decision, &count, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%zu %s\n", count, review_decision_word(decision));
    return COMMAND_DONE;
}

static enum command_end run_accept(struct command_context *context)
{
    return run(context, REVIEW_ACCEPTED);
}

static enum command_end run_refuse(struct command_context *context)
{
    return run(context, REVIEW_REFUSED);
}

static enum command_end run_undo(struct command_context *context)
{
    return run(context, REVIEW_UNDONE);
}

const struct command command_punch_list = {
    .name = "punch list",
    .about = "List punches whose clock cannot be right, with what was decided",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_punch_accept = {
    .name = "punch accept",
    .about = "Let a doubtful punch count at its true time",
    .arguments = accept_arguments,
    .argument_count = COUNT_OF(accept_arguments),
    .need = COMMAND_FOLDER,
    .run = run_accept,
};

const struct command command_punch_refuse = {
    .name = "punch refuse",
    .about = "Let a doubtful punch not count",
    .arguments = decide_arguments,
    .argument_count = COUNT_OF(decide_arguments),
    .need = COMMAND_FOLDER,
    .run = run_refuse,
};

const struct command command_punch_undo = {
    .name = "punch undo",
    .about = "Take a decision about a doubtful punch back",
    .arguments = decide_arguments,
    .argument_count = COUNT_OF(decide_arguments),
    .need = COMMAND_FOLDER,
    .run = run_undo,
};
