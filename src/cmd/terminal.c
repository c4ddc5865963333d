/* terminal.c - hadir terminal ...: which terminals stand where. */
#include "attendance/terminal.h"

#include "cmd/command.h"
#include "cmd/listing.h"

#define FROM(about) ARGUMENT_OPTION("from", "DATE", ARGUMENT_DAY, about)
#define FORMAT                                                                           \
    ARGUMENT_OPTION("format", "FORMAT", ARGUMENT_CHOICE, "table (default), json or csv", \
                    .choices = "table|json|csv")

static const struct argument list_arguments[] = {COMMAND_DATA, FORMAT};
static const struct argument approve_arguments[] = {
    ARGUMENT_WORD("SN", ARGUMENT_TEXT, "Its serial number, before or after its first contact"),
    COMMAND_DATA,
    ARGUMENT_OPTION("agency", "CODE", ARGUMENT_TEXT, "Where it stands", .required = true),
    FROM("Since when it stands there (from today; the first ones since ever)"),
    ARGUMENT_OPTION("name", "NAME", ARGUMENT_TEXT, "What it is called: \"Lobi kantor lurah\""),
    ARGUMENT_OPTION("model", "MODEL", ARGUMENT_TEXT, "Its model, when it does not tell by itself"),
};
static const struct argument serial_arguments[] = {
    ARGUMENT_WORD("SN", ARGUMENT_TEXT, "Its serial number"),
    COMMAND_DATA,
    FROM("The first day without it (today)"),
};

/* ---- list ---- */

static const struct listing_column columns[] = {
    {"serial", LISTING_PLAIN},  {"state", LISTING_PLAIN},
    {"agency", LISTING_PLAIN},  {"since", LISTING_PLAIN},
    {"name", LISTING_FREE},     {"model", LISTING_FREE},
    {"firmware", LISTING_FREE}, {"last_contact_at", LISTING_PLAIN},
};

/* The day a placement begins; nothing for since ever. */
static const char *since_text(const struct terminal_placement *placed, struct day_text *space)
{
    if (!placed || placed->from == TERMINAL_SINCE_EVER) return "";
    *space = day_text(day_from_number(placed->from));
    return space->s;
}

static void list_one(struct listing *listing,
                     const struct terminal *row,
                     const struct terminal_placement *placed, /* NULL while it waits */
                     const char *state)
{
    struct day_text space;

    listing_text(listing, row->serial);
    listing_cstr(listing, state);
    listing_text(listing, placed ? placed->agency : TEXT(""));
    listing_cstr(listing, since_text(placed, &space));
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

        list_one(listing, &row, NULL, "pending");
    }
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(listing_done) struct listing listing = {0};
    CLEANUP(app_view_close) struct app_view view = {0};
    struct problem why = {0};
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);
    int32_t today;

    if (rc != RC_OK) return command_fail(context, rc, &why);
    today = picture_day_at(view.picture, app_now_ms(context->app));
    command_listing(context, &listing, columns, COUNT_OF(columns));
    for (size_t i = 0; i < view.picture->terminal_count; i++) {
        struct terminal row = view.picture->terminals[i];
        const struct terminal_placement *placed = terminal_placed_on(&row, today);
        int64_t live_ms = terminal_book_contact(context->app->terminals, row.serial);

        if (!placed) placed = &row.placements[0];
        if (live_ms > row.contact_to_ms) row.contact_to_ms = live_ms;
        list_one(&listing, &row, placed, terminal_state_word(placed->state));
    }
    list_pending(context, &listing);
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- approve, retire, refuse ---- */

/* What is recorded of the terminal, or what it told while it waited; in the
 * memory of the view. */
static void find(struct command_context *context,
                 const struct app_view *view,
                 struct terminal_put *out_put,
                 bool *out_recorded)
{
    const struct picture *picture = view->picture;
    struct text serial = text_of(arguments_value(context->arguments, "SN"));
    int64_t now_ms = app_now_ms(context->app);
    struct terminal_view *views = NULL;
    int32_t known = picture_find_terminal(picture, serial);
    size_t count = 0;

    *out_put = (struct terminal_put){
        .row = {.serial = serial},
        .from = arguments_day(context->arguments, "from"),
        .today = day_from_number(picture_day_at(picture, now_ms)),
    };
    *out_recorded = known != NONE;
    if (known != NONE) out_put->row = picture->terminals[known];
    terminal_book_list(context->app->terminals, TERMINAL_STANDS_UNKNOWN, now_ms, context->mem,
                       &views, &count);
    for (size_t i = 0; i < count && known == NONE; i++) {
        if (!text_equal(views[i].serial, serial)) continue;
        out_put->row.model = views[i].model;
        out_put->row.firmware = views[i].firmware;
    }
}

static enum command_end put(struct command_context *context, struct terminal_put *request)
{
    const struct terminal *row = &request->row;
    struct problem why = {0};
    enum rc rc = ledger_perform(context->app->ledger, &terminal_put_command, request, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, TEXT_FORMAT " %s%s" TEXT_FORMAT, TEXT_ARGUMENT(row->serial),
            terminal_state_word(row->state), row->agency.bytes ? " at " : "",
            TEXT_ARGUMENT(row->agency));
    if (request->placed_from != TERMINAL_SINCE_EVER) {
        fprintf(context->out, " from %s", day_text(day_from_number(request->placed_from)).s);
    }
    if (request->placed_to != INT32_MAX) {
        fprintf(context->out, " to %s", day_text(day_from_number(request->placed_to)).s);
    }
    fputs("\n", context->out);
    return COMMAND_DONE;
}

static enum command_end run_approve(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    const char *name = arguments_value(context->arguments, "name");
    const char *model = arguments_value(context->arguments, "model");
    struct terminal_put request;
    struct problem why = {0};
    bool recorded = false;
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    find(context, &view, &request, &recorded);
    request.row.state = TERMINAL_APPROVED;
    request.row.agency = text_of(arguments_value(context->arguments, "agency"));
    if (name) request.row.name = text_of(name);
    if (model) request.row.model = text_of(model);
    return put(context, &request);
}

static enum command_end run_retire(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    struct terminal_put request;
    struct problem why = {0};
    bool recorded = false;
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    find(context, &view, &request, &recorded);
    if (!recorded) {
        rc = problem_set(&why, RC_NOT_FOUND, "no terminal has the serial number " TEXT_FORMAT,
                         TEXT_ARGUMENT(request.row.serial));
        return command_fail(context, rc, &why);
    }
    request.row.state = TERMINAL_RETIRED;
    return put(context, &request);
}

static enum command_end run_refuse(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    struct terminal_put request;
    struct problem why = {0};
    bool recorded = false;
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    find(context, &view, &request, &recorded);
    request.row.state = TERMINAL_REFUSED;
    request.row.agency = TEXT("");
    return put(context, &request);
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
    .about = "Let a terminal deliver, or move it; it stands at this agency",
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
