#include "api/bodies.h"
#include "api/reply.h"
#include "attendance/doubtful.h"

/* ---- what is said ---- */

struct doubtful_query {
    int decided;
};

static const struct record_field query_fields[] = {
    RECORD_INT(struct doubtful_query,
               decided,
               RECORD_OPTIONAL,
               0,
               1,
               .about = "1: those that were decided as well."),
};
const struct record doubtful_query_record =
    RECORD("DoubtfulPunchQuery", struct doubtful_query, query_fields);

struct doubtful_told {
    int64_t id;
    struct text terminal;
    struct text terminal_name;
    struct text agency;
    struct text pin;
    struct text number;
    struct text name;
    struct text local_time;
    int64_t received_at_ms;
    int offset_minutes;
    struct text proposed_time;
    int basis;
    int decision;
    struct text true_time;
    struct text reason;
    struct text author;
    int64_t decided_at_ms;
};

enum { UNDECIDED = -1 };

static const struct record_field told_fields[] = {
    SAY_INT(struct doubtful_told, id, "By which it is decided."),
    SAY_TEXT(struct doubtful_told, terminal, "Serial number."),
    SAY_TEXT(struct doubtful_told, terminal_name, "Where it stood when the punch came."),
    SAY_TEXT(struct doubtful_told, agency, "Code of that agency."),
    SAY_TEXT(struct doubtful_told, pin, "What the terminal calls the person."),
    SAY_TEXT(struct doubtful_told, number, "Whom the PIN meant when it came; or empty."),
    SAY_TEXT(struct doubtful_told, name, "The name of that person."),
    SAY_TEXT(struct doubtful_told, local_time, "As the terminal's clock showed it."),
    SAY_INSTANT(struct doubtful_told, received_at, "When it came."),
    SAY_TEXT(struct doubtful_told, proposed_time, "When it may truly have been made."),
    SAY_WORD(struct doubtful_told, basis, doubtful_basis_choices, "What the proposal rests on."),
    RECORD_CHOICE(struct doubtful_told,
                  decision,
                  RECORD_NULLABLE,
                  review_decision_choices,
                  .absent = UNDECIDED,
                  .about = "Null while it waits."),
    SAY_TEXT(struct doubtful_told, true_time, "At which it counts, when it was accepted."),
    SAY_TEXT(struct doubtful_told, reason, "Why it was decided so."),
    SAY_TEXT(struct doubtful_told, author, "The account that decided; empty: the command line."),
    SAY_INSTANT_OR_NULL(struct doubtful_told, decided_at, "When that was recorded."),
};
static const struct record told_record =
    RECORD_ZONED("DoubtfulPunch", struct doubtful_told, told_fields, offset_minutes);

struct doubtful_reply {
    struct record_list punches;
    int64_t waiting;
};

static const struct record_field list_fields[] = {
    SAY_LIST(struct doubtful_reply, punches, &told_record, "By terminal and receipt."),
    SAY_INT(struct doubtful_reply, waiting, "How many of them wait for a decision."),
};
const struct record doubtful_list_record =
    RECORD_TOLD("DoubtfulPunchList", struct doubtful_reply, list_fields);

struct review_reply {
    int64_t decided;
};

static const struct record_field review_reply_fields[] = {
    SAY_INT(struct review_reply, decided, "How many punches."),
};
const struct record review_reply_record =
    RECORD_TOLD("Reviewed", struct review_reply, review_reply_fields);

/* ---- the list ---- */

static struct text kept_moment(struct arena *mem, int64_t moment)
{
    return arena_text(mem, text_of(moment_text(moment).s));
}

static struct text terminal_name(const struct picture *picture, const struct doubtful_punch *one)
{
    int32_t terminal = picture_find_terminal(picture, one->punch.terminal);

    if (terminal != NONE && picture->terminals[terminal].name.bytes) {
        return picture->terminals[terminal].name;
    }
    return one->agency == NONE ? TEXT("") : picture->directory->agencies[one->agency].name;
}

static struct doubtful_told tell(const struct picture *picture,
                                 const struct doubtful_punch *one,
                                 struct arena *mem)
{
    const struct directory *directory = picture->directory;
    struct doubtful_told told = {
        .id = one->position,
        .terminal = one->punch.terminal,
        .terminal_name = terminal_name(picture, one),
        .agency = one->agency == NONE ? TEXT("") : directory->agencies[one->agency].code,
        .pin = one->punch.pin,
        .local_time = kept_moment(mem, one->punch.moment),
        .received_at_ms = one->punch.received_at_ms,
        .offset_minutes = one->punch.offset_minutes,
        .proposed_time = kept_moment(mem, one->proposed_moment),
        .basis = (int)one->basis,
        .decision = UNDECIDED,
    };

    if (one->person != NONE) {
        told.number = directory->people[one->person].number;
        told.name = directory->people[one->person].name;
    }
    if (one->review) {
        told.decision = one->review->review.decision;
        told.true_time = one->review->review.true_time;
        told.reason = one->review->review.reason;
        told.author = one->review->review.author;
        told.decided_at_ms = one->review->recorded_at_ms;
    }
    return told;
}

static enum rc load(struct http_request *request,
                    const struct picture *picture,
                    struct doubtful_punch **out_punches,
                    size_t *out_count)
{
    CLEANUP(api_return) struct api_reader *reader = NULL;

    TRY(api_borrow(api_of(request), &reader));
    return doubtful_list(reader->derived, picture, request->mem, out_punches, out_count);
}

enum rc list_doubtful(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct doubtful_reply reply = {.waiting = 0};
    struct doubtful_punch *punches = NULL;
    struct doubtful_query query;
    struct doubtful_told *told;
    size_t count = 0;

    TRY(api_query(request, &doubtful_query_record, &query));
    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(load(request, snapshot->picture, &punches, &count));
    told = arena_array(request->mem, struct doubtful_told, count + 1);
    reply.punches.items = told;
    for (size_t i = 0; i < count; i++) {
        if (!identity_may_on(api_identity(request), PERMISSION_PUNCH_READ,
                             snapshot->picture->directory, punches[i].agency)) {
            continue;
        }
        reply.waiting += punches[i].review == NULL;
        if (punches[i].review && query.decided != 1) continue;
        told[reply.punches.count++] = tell(snapshot->picture, &punches[i], request->mem);
    }
    api_reply(request, &doubtful_list_record, &reply, 0);
    return RC_OK;
}

/* ---- decisions ---- */

static enum rc finish(struct http_request *request)
{
    const struct reviewing *reviewing = request->work;

    TRY(api_wait_for_board(api_of(request), 1, 0));
    api_reply(request, &review_reply_record,
              &(struct review_reply){.decided = (int64_t)reviewing->count}, 0);
    request->reply.status = 201;
    return RC_OK;
}

/* The punch that is meant, within the caller's scope. */
static enum rc find(struct http_request *request,
                    const struct picture *picture,
                    const struct doubtful_punch *punches,
                    size_t count,
                    int64_t id,
                    const struct doubtful_punch **out_punch)
{
    const struct doubtful_punch *found = doubtful_find(punches, count, id);

    if (!found) {
        return problem_at(&request->why, RC_NOT_FOUND, "punches",
                          "there is no doubtful punch with the id %lld", (long long)id);
    }
    if (!identity_may_on(api_identity(request), PERMISSION_PUNCH_REVIEW, picture->directory,
                         found->agency)) {
        return problem_at(&request->why, RC_FORBIDDEN, "punches",
                          "this punch is outside of what you may decide");
    }
    *out_punch = found;
    return RC_OK;
}

static struct review kept_review(struct arena *mem,
                                 const struct doubtful_punch *punch,
                                 const struct review_body *body,
                                 struct text true_time)
{
    struct review review;

    if (body->decision != REVIEW_ACCEPTED) true_time = (struct text){NULL, 0};
    if (body->decision == REVIEW_ACCEPTED && true_time.bytes == 0) {
        true_time = kept_moment(mem, punch->proposed_moment);
    }
    review = review_of(&punch->punch, (enum review_decision)body->decision,
                       kept_moment(mem, punch->punch.moment), true_time);
    review.reason = body->reason;
    return review;
}

enum rc decide_doubtful(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct reviewing *reviewing = arena_one(request->mem, struct reviewing);
    struct doubtful_punch *punches = NULL;
    const struct review_item *items;
    struct review_body body;
    struct review *reviews;
    size_t count = 0;

    TRY(api_body(request, &review_body_record, &body));
    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(load(request, snapshot->picture, &punches, &count));
    items = body.punches.items;
    reviews = arena_array(request->mem, struct review, body.punches.count + 1);
    for (size_t i = 0; i < body.punches.count; i++) {
        const struct doubtful_punch *punch = NULL;

        TRY(find(request, snapshot->picture, punches, count, items[i].id, &punch));
        reviews[i] = kept_review(request->mem, punch, &body, items[i].true_time);
        reviews[i].author = arena_text(request->mem, text_of(api_identity(request)->name));
    }
    *reviewing = (struct reviewing){reviews, body.punches.count};
    return api_perform(request, &review_command, reviewing, finish);
}
