/* terminal.c - hadir terminal ...: which terminals stand where. */
#include "attendance/terminal.h"

#include "cmd/command.h"
#include "cmd/listing.h"

#define FORMAT                                                                           \
    ARGUMENT_OPTION("format", "FORMAT", ARGUMENT_CHOICE, "table (default), json or csv", \
                    .choices = "table|json|csv")

static const struct argument list_arguments[] = {COMMAND_DATA, FORMAT};
static const struct argument approve_arguments[] = {
    ARGUMENT_WORD("SN", ARGUMENT_TEXT, "Its serial number, before or after its first contact"),
    COMMAND_DATA,
    ARGUMENT_OPTION("agency", "CODE", ARGUMENT_TEXT, "Where it stands", .required = true),
    ARGUMENT_OPTION("name", "NAME", ARGUMENT_TEXT, "What it is called: \"Lobi kantor lurah\""),
    ARGUMENT_OPTION("model", "MODEL", ARGUMENT_TEXT, "Its model, when it does not tell by itself"),
};
static const struct argument serial_arguments[] = {
    ARGUMENT_WORD("SN", ARGUMENT_TEXT, "Its serial number"),
    COMMAND_DATA,
};

/* ---- list ---- */

static const struct listing_column columns[] = {
    {"serial", LISTING_PLAIN},
    {"state", LISTING_PLAIN},
    {"agency", LISTING_PLAIN},
    {"name", LISTING_FREE},
    {"model", LISTING_FREE},
    {"firmware", LISTING_FREE},
    {"last_contact_at", LISTING_PLAIN},
};

static void list_one(struct listing *listing, const struct terminal *row, const char *state)
{
    listing_text(listing, row->serial);
    listing_cstr(listing, state);
    listing_text(listing, row->agency);
    listing_text(listing, row->name);
    listing_text(listing, row->model);
    listing_text(listing, row->firmware);
    listing_cstr(listing, row->contact_to_ms ? instant_text(row->contact_to_ms, 0).s : "");
}

/* Those that wait are known to the server only: nothing of them is stored. */
static void list_pending(struct command_context *context, struct listing *listing)
{
    struct terminal_view *views = NULL;
    size_t count = 0;

    terminal_book_list(context->app->terminals, TERMINAL_STANDS_UNKNOWN, app_now_ms(context->app),
                       context->mem, &views, &count);
    for (size_t i = 0; i < count; i++) {
        struct terminal row = {.serial = views[i].serial,
                               .model = views[i].model,
                               .firmware = views[i].firmware,
                               .contact_to_ms = views[i].contact_to_ms};

        list_one(listing, &row, "pending");
    }
}

static enum rc load(struct command_context *context,
                    const struct terminal **out_terminals,
                    size_t *out_count)
{
    CLEANUP(db_close) struct db *facts = NULL;

    TRY(app_open_facts(context->app, &facts));
    return terminal_load(facts, context->app->government, INT64_MAX, context->mem, out_terminals,
                         out_count);
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(listing_done) struct listing listing = {0};
    const struct terminal *terminals = NULL;
    size_t count = 0;
    enum rc rc = load(context, &terminals, &count);

    if (rc != RC_OK) return command_fail(context, rc, NULL);
    listing_begin(&listing, context->out,
                  listing_format_of(arguments_value(context->arguments, "format"), LISTING_TABLE),
                  columns, COUNT_OF(columns));
    for (size_t i = 0; i < count; i++) {
        struct terminal row = terminals[i];
        int64_t live_ms = terminal_book_contact(context->app->terminals, row.serial);

        if (live_ms > row.contact_to_ms) row.contact_to_ms = live_ms;
        list_one(&listing, &row, terminal_state_word(row.state));
    }
    list_pending(context, &listing);
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- approve, retire, refuse ---- */

/* What is recorded of a terminal, or what it told while it waited. */
static enum rc find(struct command_context *context,
                    struct text serial,
                    struct terminal *out_row,
                    bool *out_recorded)
{
    const struct terminal *terminals = NULL;
    struct terminal_view *views = NULL;
    size_t count = 0;

    *out_row = (struct terminal){.serial = serial};
    *out_recorded = false;
    TRY(load(context, &terminals, &count));
    for (size_t i = 0; i < count; i++) {
        if (!text_equal(terminals[i].serial, serial)) continue;
        *out_row = terminals[i];
        *out_recorded = true;
        return RC_OK;
    }
    terminal_book_list(context->app->terminals, TERMINAL_STANDS_UNKNOWN, app_now_ms(context->app),
                       context->mem, &views, &count);
    for (size_t i = 0; i < count; i++) {
        if (!text_equal(views[i].serial, serial)) continue;
        out_row->model = views[i].model;
        out_row->firmware = views[i].firmware;
    }
    return RC_OK;
}

static enum command_end put(struct command_context *context, const struct terminal *row)
{
    struct terminal_put request = {.row = *row};
    struct problem why = {0};
    enum rc rc = ledger_perform(context->app->ledger, &terminal_put_command, &request, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, TEXT_FORMAT " %s%s" TEXT_FORMAT "\n", TEXT_ARGUMENT(row->serial),
            terminal_state_word(row->state), row->agency.bytes ? " at " : "",
            TEXT_ARGUMENT(row->agency));
    return COMMAND_DONE;
}

static enum command_end run_approve(struct command_context *context)
{
    const char *name = arguments_value(context->arguments, "name");
    const char *model = arguments_value(context->arguments, "model");
    struct terminal row;
    bool recorded = false;
    enum rc rc = find(context, text_of(arguments_value(context->arguments, "SN")), &row, &recorded);

    if (rc != RC_OK) return command_fail(context, rc, NULL);
    row.state = TERMINAL_APPROVED;
    row.agency = text_of(arguments_value(context->arguments, "agency"));
    if (name) row.name = text_of(name);
    if (model) row.model = text_of(model);
    return put(context, &row);
}

static enum command_end run_retire(struct command_context *context)
{
    struct text serial = text_of(arguments_value(context->arguments, "SN"));
    struct problem why = {0};
    struct terminal row;
    bool recorded = false;
    enum rc rc = find(context, serial, &row, &recorded);

    if (rc == RC_OK && !recorded) {
        rc = problem_set(&why, RC_NOT_FOUND, "no terminal has the serial number " TEXT_FORMAT,
                         TEXT_ARGUMENT(serial));
    }
    if (rc != RC_OK) return command_fail(context, rc, &why);
    row.state = TERMINAL_RETIRED;
    return put(context, &row);
}

static enum command_end run_refuse(struct command_context *context)
{
    struct terminal row;
    bool recorded = false;
    enum rc rc = find(context, text_of(arguments_value(context->arguments, "SN")), &row, &recorded);

    if (rc != RC_OK) return command_fail(context, rc, NULL);
    row.state = TERMINAL_REFUSED;
    row.agency = TEXT("");
    return put(context, &row);
}

const struct command command_terminal_list = {
    .name = "terminal list",
    .about = "List the terminals, with those that wait for approval",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_terminal_approve = {
    .name = "terminal approve",
    .about = "Let a terminal deliver; it stands at this agency",
    .arguments = approve_arguments,
    .argument_count = COUNT_OF(approve_arguments),
    .need = COMMAND_FOLDER,
    .run = run_approve,
};

const struct command command_terminal_retire = {
    .name = "terminal retire",
    .about = "Hear a terminal no more; what it delivered stays",
    .arguments = serial_arguments,
    .argument_count = COUNT_OF(serial_arguments),
    .need = COMMAND_FOLDER,
    .run = run_retire,
};

const struct command command_terminal_refuse = {
    .name = "terminal refuse",
    .about = "Turn an unknown terminal away",
    .arguments = serial_arguments,
    .argument_count = COUNT_OF(serial_arguments),
    .need = COMMAND_FOLDER,
    .run = run_refuse,
};
