/* leave.c - hadir leave ...: leave on record, and taking it back. */
#include "cmd/command.h"
#include "cmd/listing.h"
#include "people/leave_change.h"

#define PERSON_OPTION    ARGUMENT_OPTION("person", "NUMBER", ARGUMENT_TEXT, "Of this person")
#define REFERENCE_OPTION ARGUMENT_OPTION("reference", "LETTER", ARGUMENT_TEXT, "Of this letter")
#define FROM_OPTION \
    ARGUMENT_OPTION("from", "DAY", ARGUMENT_DAY, "That reaches to this day or later")
#define TO_OPTION ARGUMENT_OPTION("to", "DAY", ARGUMENT_DAY, "That begins on this day or earlier")

static const struct argument list_arguments[] = {
    COMMAND_DATA,
    PERSON_OPTION,
    REFERENCE_OPTION,
    FROM_OPTION,
    TO_OPTION,
    ARGUMENT_OPTION("recorded", "INSTANT", ARGUMENT_INSTANT, "Recorded at this instant: of a file"),
    ARGUMENT_FLAG("withdrawn", "What was withdrawn, instead of what holds"),
    COMMAND_FORMAT,
};

static const struct argument withdraw_arguments[] = {
    COMMAND_DATA,
    PERSON_OPTION,
    REFERENCE_OPTION,
    FROM_OPTION,
    TO_OPTION,
    ARGUMENT_OPTION("recorded",
                    "INSTANT",
                    ARGUMENT_INSTANT,
                    "Take back one file, by the instant its import told; what it had changed is "
                    "again as before.  The letter's number would take a corrected file as well"),
    ARGUMENT_FLAG("dry-run", "Only tell what would be withdrawn"),
};

static const struct listing_column columns[] = {
    {"number", LISTING_PLAIN},   {"kind", LISTING_PLAIN},     {"from", LISTING_PLAIN},
    {"to", LISTING_PLAIN},       {"reference", LISTING_FREE}, {"author", LISTING_PLAIN},
    {"recorded", LISTING_PLAIN},
};

static struct leave_selection selection_of(const struct command_context *context)
{
    const struct arguments *given = context->arguments;

    return (struct leave_selection){
        .number = text_of(arguments_value(given, "person")),
        .reference = text_of(arguments_value(given, "reference")),
        .from = arguments_day(given, "from"),
        .to = arguments_day(given, "to"),
        .recorded_at_ms = arguments_instant(given, "recorded", 0),
    };
}

/* What was selected, and the wall clock it is told in. */
struct selected {
    const struct leave_version *versions;
    size_t count;
    int offset_minutes;
};

static enum rc select_leave(struct command_context *context,
                            const struct leave_selection *selection,
                            struct selected *out_selected,
                            struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    const struct app *app = context->app;

    TRY(app_view_open(app, AS_OF_NOW, &view, why));
    out_selected->offset_minutes = view.picture->directory->offset_minutes;
    return leave_list(view.facts, app->government, selection, context->mem, &out_selected->versions,
                      &out_selected->count);
}

/* ---- list ---- */

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(listing_done) struct listing listing = {0};
    const char *format = arguments_value(context->arguments, "format");
    struct leave_selection selection = selection_of(context);
    struct selected selected = {0};
    struct problem why = {0};
    enum rc rc;

    selection.withdrawn = arguments_has(context->arguments, "withdrawn");
    rc = select_leave(context, &selection, &selected, &why);
    if (rc != RC_OK) return command_fail(context, rc, &why);
    listing_begin(&listing, context->out, listing_format_of(format, LISTING_TABLE), columns,
                  COUNT_OF(columns));
    for (size_t i = 0; i < selected.count; i++) {
        const struct leave_version *version = &selected.versions[i];

        listing_text(&listing, version->period.number);
        listing_cstr(&listing, leave_word((enum leave)version->period.kind));
        listing_cstr(&listing, day_text(version->period.from).s);
        listing_cstr(&listing, day_text(version->period.to).s);
        listing_text(&listing, version->period.reference);
        listing_text(&listing, version->period.author);
        listing_cstr(&listing, instant_text(version->recorded_at_ms, selected.offset_minutes).s);
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- withdraw ---- */

/* Without any selection it would be all leave there is. */
static enum rc check_selection(const struct leave_selection *selection, struct problem *why)
{
    if (selection->number.bytes || selection->reference.bytes || selection->recorded_at_ms) {
        return RC_OK;
    }
    return problem_set(why, RC_INVALID,
                       "say which leave: --person, --reference or --recorded; "
                       "hadir leave list shows what there is");
}

static void tell(struct command_context *context,
                 const struct leave_change *change,
                 const struct leave_version *version)
{
    const struct leave_period *period = &version->period;
    struct leave_period becomes = leave_changed(change, version);

    fprintf(context->out, TEXT_FORMAT " %s %s to %s", TEXT_ARGUMENT(period->number),
            leave_word((enum leave)period->kind), day_text(period->from).s, day_text(period->to).s);
    if (becomes.withdrawn) {
        fprintf(context->out, ": withdrawn\n");
    } else {
        fprintf(context->out, ": again to %s\n", day_text(becomes.to).s);
    }
}

static enum rc withdraw(struct command_context *context, struct problem *why)
{
    struct leave_selection selection = selection_of(context);
    struct leave_change change = {.kind =
                                      selection.recorded_at_ms ? LEAVE_TAKE_BACK : LEAVE_WITHDRAW};
    bool dry_run = arguments_has(context->arguments, "dry-run");
    struct selected selected = {0};

    TRY(check_selection(&selection, why));
    TRY(select_leave(context, &selection, &selected, why));
    if (selected.count == 0) return problem_set(why, RC_NOT_FOUND, "there is no such leave");
    change.versions = selected.versions;
    change.count = selected.count;
    if (!dry_run) {
        TRY(ledger_perform(context->app->ledger, &leave_change_command, &change, why));
    }
    for (size_t i = 0; i < change.count; i++) {
        tell(context, &change, &change.versions[i]);
    }
    if (dry_run) fprintf(context->out, "Nothing was recorded.\n");
    return RC_OK;
}

static enum command_end run_withdraw(struct command_context *context)
{
    struct problem why = {0};
    enum rc rc = withdraw(context, &why);

    return command_finish(context, rc, &why);
}

const struct command command_leave_list = {
    .name = "leave list",
    .about = "List leave, sickness, permits, duty travel and study on record",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_leave_withdraw = {
    .name = "leave withdraw",
    .about = "Take leave back: a person's, a letter's, or what one file brought",
    .arguments = withdraw_arguments,
    .argument_count = COUNT_OF(withdraw_arguments),
    .need = COMMAND_FOLDER,
    .run = run_withdraw,
};
