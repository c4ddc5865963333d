/* pattern.c - hadir pattern ...: the working patterns, and the government's own. */
#include "base/file.h"
#include "cmd/command.h"
#include "cmd/listing.h"
#include "people/own_pattern.h"

enum { FILE_BYTES_MAX = 64 * 1024 };

#define FILE_WORD ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "A pattern as JSON; data/patterns/README.md")
#define CODE_WORD ARGUMENT_WORD("CODE", ARGUMENT_TEXT, "What agencies name")

static const struct argument list_arguments[] = {
    COMMAND_DATA,
    COMMAND_FORMAT,
};
static const struct argument show_arguments[] = {
    CODE_WORD,
    COMMAND_DATA,
    ARGUMENT_OPTION("date", "DAY", ARGUMENT_DAY, "Only what is in force on this day"),
};
static const struct argument file_arguments[] = {FILE_WORD, COMMAND_DATA};
static const struct argument withdraw_arguments[] = {
    CODE_WORD,
    ARGUMENT_WORD("DAY", ARGUMENT_DAY, "The first day of the row"),
    COMMAND_DATA,
    ARGUMENT_OPTION("layer", "LAYER", ARGUMENT_TEXT, "base (default), or the layer"),
};

static const struct listing_column columns[] = {
    {"code", LISTING_PLAIN}, {"layer", LISTING_PLAIN}, {"from", LISTING_PLAIN},
    {"to", LISTING_PLAIN},   {"duty", LISTING_PLAIN},  {"week", LISTING_PLAIN},
    {"name", LISTING_FREE},  {"decree", LISTING_FREE}, {"of", LISTING_PLAIN},
};

static const char *duty_word(const struct pattern *pattern)
{
    return pattern->duty == PATTERN_ROSTER ? "roster" : "calendar";
}

/* ---- list ---- */

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    CLEANUP(listing_done) struct listing listing = {0};
    const struct pattern_set *set;
    struct problem why = {0};
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    set = &view.picture->patterns;
    command_listing(context, &listing, columns, COUNT_OF(columns));
    for (size_t i = 0; i < set->count; i++) {
        const struct pattern *pattern = &set->patterns[i];
        int week = pattern_week_minutes(pattern);

        listing_text(&listing, pattern->code);
        listing_text(&listing, pattern->layer);
        listing_cstr(&listing, day_text(pattern->valid_from).s);
        listing_cstr(&listing, day_text(pattern->valid_to).s);
        listing_cstr(&listing, duty_word(pattern));
        listing_text(&listing, week == 0
                                   ? TEXT("")
                                   : arena_format(context->mem, "%d:%02d", week / 60, week % 60));
        listing_text(&listing, pattern->name);
        listing_text(&listing, pattern->decree);
        listing_cstr(&listing, pattern->own ? "government" : "program");
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- show ---- */

static void print_time(FILE *out, const char *before, int minute)
{
    fprintf(out, "%s%02d:%02d%s", before, minute / 60 % 24, minute % 60,
            minute >= MINUTES_PER_DAY ? "+1" : "");
}

static void print_slot(FILE *out, const struct pattern_slot *slot)
{
    if (!slot->works) return;
    fprintf(out, "  " TEXT_FORMAT "  ", TEXT_ARGUMENT(slot->code));
    print_time(out, "", slot->start_minute);
    print_time(out, "-", slot->end_minute);
    if (slot->rest_to_minute) {
        print_time(out, ", rest ", slot->rest_from_minute);
        print_time(out, "-", slot->rest_to_minute);
    }
    fprintf(out, "\n");
}

static void print_pattern(FILE *out, const struct pattern *pattern)
{
    int week = pattern_week_minutes(pattern);

    fprintf(out, TEXT_FORMAT " (" TEXT_FORMAT "), " TEXT_FORMAT "\n", TEXT_ARGUMENT(pattern->code),
            TEXT_ARGUMENT(pattern->layer), TEXT_ARGUMENT(pattern->name));
    fprintf(out, "  from %s to %s, by " TEXT_FORMAT "%s\n", day_text(pattern->valid_from).s,
            day_is_none(pattern->valid_to) ? "further notice" : day_text(pattern->valid_to).s,
            TEXT_ARGUMENT(pattern->decree), pattern->own ? ", the government's own" : "");
    for (size_t i = 0; i < PATTERN_DAYS; i++) {
        print_slot(out, &pattern->week[i]);
    }
    for (size_t i = 0; i < pattern->shift_count; i++) {
        print_slot(out, &pattern->shifts[i]);
    }
    fprintf(out, "  tolerance %d min, window %d min before to %d min after",
            pattern->tolerance_minutes, pattern->before_minutes, pattern->after_minutes);
    if (week) fprintf(out, ", %d h %02d a week", week / 60, week % 60);
    fprintf(out, "\n");
    if (pattern->note.bytes) fprintf(out, "  " TEXT_FORMAT "\n", TEXT_ARGUMENT(pattern->note));
}

static size_t print_rows(struct command_context *context, const struct pattern_set *set)
{
    struct text code = text_of(arguments_value(context->arguments, "CODE"));
    struct day day = arguments_day(context->arguments, "date");
    const struct pattern *in_force = day_is_none(day) ? NULL : pattern_in_force(set, code, day);
    size_t printed = 0;

    for (size_t i = 0; i < set->count; i++) {
        const struct pattern *pattern = &set->patterns[i];

        if (!text_equal(pattern->code, code)) continue;
        if (!day_is_none(day) && pattern != in_force) continue;
        print_pattern(context->out, pattern);
        printed++;
    }
    return printed;
}

static enum command_end run_show(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    struct problem why = {0};
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);

    if (rc == RC_OK && print_rows(context, &view.picture->patterns) == 0) {
        rc = problem_set(&why, RC_NOT_FOUND, "there is no such pattern; hadir pattern list");
    }
    return command_finish(context, rc, &why);
}

/* ---- check, add ---- */

static enum rc read_file(struct command_context *context,
                         struct own_pattern *out_pattern,
                         struct problem *why)
{
    const char *path = command_path(context, arguments_value(context->arguments, "FILE"));
    struct text bytes = {NULL, 0};

    TRY(file_read(path, FILE_BYTES_MAX, context->mem, &bytes, why));
    return own_pattern_parse(bytes, context->mem, out_pattern, why);
}

/* What `add` would refuse is refused, and nothing is recorded. */
static enum rc check(struct command_context *context, struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    const struct app *app = context->app;
    const struct own_pattern *own = NULL;
    const struct pattern *read = NULL;
    struct own_pattern pattern;
    size_t count = 0;

    TRY(read_file(context, &pattern, why));
    TRY(own_pattern_read(&pattern, context->mem, &read, why));
    TRY(app_view_open(app, AS_OF_NOW, &view, why));
    TRY(own_pattern_list(view.facts, app->government, AS_OF_NOW, context->mem, &own, &count));
    TRY(own_pattern_check(&pattern, &view.picture->patterns, own, count, why));
    print_pattern(context->out, read);
    return RC_OK;
}

static enum command_end run_check(struct command_context *context)
{
    struct problem why = {0};
    enum rc rc = check(context, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "It can be added; nothing was recorded.\n");
    return COMMAND_DONE;
}

static enum rc add(struct command_context *context,
                   struct own_pattern_change *change,
                   struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};

    TRY(read_file(context, &change->pattern, why));
    TRY(app_view_open(context->app, AS_OF_NOW, &view, why));
    change->known = &view.picture->patterns;
    return ledger_perform(context->app->ledger, &own_pattern_command, change, why);
}

static enum command_end run_add(struct command_context *context)
{
    struct own_pattern_change change = {.known = NULL};
    struct problem why = {0};
    enum rc rc = add(context, &change, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "The pattern " TEXT_FORMAT " holds from %s, by " TEXT_FORMAT "\n",
            TEXT_ARGUMENT(change.pattern.code), day_text(change.pattern.valid_from).s,
            TEXT_ARGUMENT(change.pattern.decree));
    return COMMAND_DONE;
}

/* ---- withdraw ---- */

static enum command_end run_withdraw(struct command_context *context)
{
    const char *layer = arguments_value(context->arguments, "layer");
    struct own_pattern_change change = {
        .pattern = {.code = text_of(arguments_value(context->arguments, "CODE")),
                    .layer = text_of(layer ? layer : "base"),
                    .valid_from = arguments_day(context->arguments, "DAY"),
                    .withdrawn = true},
    };
    struct problem why = {0};
    enum rc rc = ledger_perform(context->app->ledger, &own_pattern_command, &change, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "The pattern " TEXT_FORMAT " from %s is withdrawn\n",
            TEXT_ARGUMENT(change.pattern.code), day_text(change.pattern.valid_from).s);
    return COMMAND_DONE;
}

#define PATTERN_COMMAND(word, says, table)          \
    const struct command command_pattern_##word = { \
        .name = "pattern " #word,                   \
        .about = (says),                            \
        .arguments = (table),                       \
        .argument_count = COUNT_OF(table),          \
        .need = COMMAND_FOLDER,                     \
        .run = run_##word,                          \
    }

PATTERN_COMMAND(list,
                "List the working patterns: the program's and the government's own",
                list_arguments);
PATTERN_COMMAND(show, "Show the hours of a working pattern", show_arguments);
PATTERN_COMMAND(check,
                "Check a working pattern of the government's own, and record nothing",
                file_arguments);
PATTERN_COMMAND(add,
                "Record a working pattern of the government's own, or correct one",
                file_arguments);
PATTERN_COMMAND(withdraw, "Withdraw a working pattern of the government's own", withdraw_arguments);
