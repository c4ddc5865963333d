#include "api/bodies.h"
#include "api/reply.h"
#include "api/terminal_reply.h"

/* ---- what is said ---- */

struct terminal_list {
    int64_t at_ms;
    struct record_list terminals;
};

static const struct record_field list_fields[] = {
    SAY_INSTANT(struct terminal_list, at, "When it was so."),
    SAY_LIST(struct terminal_list, terminals, &terminal_reply_record, "By serial number."),
};
const struct record terminal_list_record =
    RECORD_TOLD("TerminalList", struct terminal_list, list_fields);

struct pending_terminal {
    struct text serial;
    int64_t first_seen_at_ms;
    int64_t last_seen_at_ms;
    struct text address;
    struct text model;
    struct text firmware;
    struct text protocol;
    struct text suggested_agency;
};

static const struct record_field pending_fields[] = {
    SAY_TEXT(struct pending_terminal, serial, "Serial number."),
    SAY_INSTANT_OR_NULL(struct pending_terminal, first_seen_at, "Since the program started."),
    SAY_INSTANT_OR_NULL(struct pending_terminal, last_seen_at, "When it last called."),
    SAY_TEXT(struct pending_terminal, address, "Where it calls from."),
    SAY_TEXT(struct pending_terminal, model, "As it tells."),
    SAY_TEXT(struct pending_terminal, firmware, "As it tells."),
    SAY_TEXT(struct pending_terminal, protocol, "How it speaks."),
    SAY_TEXT(struct pending_terminal, suggested_agency, "A proposal by its address, or empty."),
};
static const struct record pending_record =
    RECORD_TOLD("PendingTerminal", struct pending_terminal, pending_fields);

struct pending_list {
    struct record_list pending;
};

static const struct record_field pending_list_fields[] = {
    SAY_LIST(struct pending_list, pending, &pending_record, "By serial number."),
};
const struct record pending_list_record =
    RECORD_TOLD("PendingTerminalList", struct pending_list, pending_list_fields);

/* ---- lists ---- */

static bool is_visible(struct http_request *request,
                       const struct directory *directory,
                       const struct terminal_view *view)
{
    return identity_may_on(api_identity(request), PERMISSION_TERMINAL_READ, directory,
                           directory_find_agency(directory, view->agency));
}

enum rc list_terminals(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct terminal_view *views = NULL;
    struct terminal_list reply = {.at_ms = api_now_ms(api)};
    const struct directory *directory;
    struct terminal_light light;
    struct terminal_told *told;
    size_t count = 0;

    TRY(api_snapshot(api, &snapshot));
    directory = snapshot->picture->directory;
    TRY(terminal_light_take(request, directory, &light));
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, reply.at_ms, request->mem,
                       &views, &count);
    told = arena_array(request->mem, struct terminal_told, count);
    reply.terminals.items = told;
    for (size_t i = 0; i < count; i++) {
        if (!is_visible(request, directory, &views[i])) continue;
        told[reply.terminals.count++] = terminal_tell(&light, &views[i]);
    }
    api_reply(request, &terminal_list_record, &reply, directory->offset_minutes);
    return RC_OK;
}

/* The agency whose terminals have addresses closest to this one, by the longest
 * shared beginning: only a proposal. */
static struct text suggested_agency(const struct terminal_view *pending,
                                    const struct terminal_view *known,
                                    size_t count)
{
    struct text best = {NULL, 0};
    size_t longest = 4; /* less says nothing */

    for (size_t i = 0; i < count; i++) {
        size_t shared = 0;

        while (shared < pending->address.bytes && shared < known[i].address.bytes &&
               pending->address.at[shared] == known[i].address.at[shared]) {
            shared++;
        }
        if (shared > longest && shared < pending->address.bytes) {
            longest = shared;
            best = known[i].agency;
        }
    }
    return best;
}

enum rc list_pending(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct terminal_view *pending = NULL, *known = NULL;
    size_t count = 0, known_count = 0;
    struct pending_terminal *told;

    TRY(api_snapshot(api, &snapshot));
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_UNKNOWN, api_now_ms(api),
                       request->mem, &pending, &count);
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, api_now_ms(api),
                       request->mem, &known, &known_count);
    told = arena_array(request->mem, struct pending_terminal, count);
    for (size_t i = 0; i < count; i++) {
        told[i] = (struct pending_terminal){
            .serial = pending[i].serial,
            .first_seen_at_ms = pending[i].first_seen_ms,
            .last_seen_at_ms = pending[i].contact_to_ms,
            .address = pending[i].address,
            .model = pending[i].model,
            .firmware = pending[i].firmware,
            .protocol = TEXT("ADMS"),
            .suggested_agency = suggested_agency(&pending[i], known, known_count),
        };
    }
    api_reply(request, &pending_list_record, &(struct pending_list){{told, count}},
              snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

/* ---- changes ---- */

/* May the caller change a terminal that stands at this agency (NULL: at none)? */
static enum rc check_scope(struct http_request *request,
                           const struct directory *directory,
                           struct text agency)
{
    if (identity_may_on(api_identity(request), PERMISSION_TERMINAL_WRITE, directory,
                        directory_find_agency(directory, agency))) {
        return RC_OK;
    }
    return problem_at(&request->why, RC_FORBIDDEN, "serial",
                      "this terminal is outside of what you may see or change");
}

/* What is recorded of the terminal of the path, to be changed.  Both where it
 * stands and where it is to stand (`to.at` NULL: no other place) must lie within
 * the caller's scope. */
static enum rc begin_change(struct http_request *request,
                            bool must_exist,
                            struct text to,
                            struct terminal_put **out_put)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct terminal_put *put = arena_one(request->mem, struct terminal_put);
    int32_t known;

    TRY(api_snapshot(api_of(request), &snapshot));
    put->today = day_from_number(picture_day_at(snapshot->picture, api_now_ms(api_of(request))));
    put->author = arena_text(request->mem, text_of(api_identity(request)->name));
    known = picture_find_terminal(snapshot->picture, request->parameters[0]);
    if (known == NONE && must_exist) {
        return problem_at(&request->why, RC_NOT_FOUND, "serial",
                          "there is no terminal with this serial number");
    }
    if (known == NONE || to.at) TRY(check_scope(request, snapshot->picture->directory, to));
    if (known != NONE) {
        const struct terminal *row = &snapshot->picture->terminals[known];

        TRY(check_scope(request, snapshot->picture->directory, row->agency));
        put->row.agency = arena_text(request->mem, row->agency);
        put->row.name = arena_text(request->mem, row->name);
        put->row.model = arena_text(request->mem, row->model);
        put->row.firmware = arena_text(request->mem, row->firmware);
        put->row.state = row->state;
    }
    put->row.serial = request->parameters[0];
    *out_put = put;
    return RC_OK;
}

/* The change shows at once: to the terminal, which may be waiting at the door,
 * and to whoever made it. */
static enum rc finish_change(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    const struct terminal_put *put = request->work;
    struct terminal_view *views = NULL;
    struct terminal_light light;
    size_t count = 0;

    TRY(api_wait_for_board(api, 1, 0));
    if (put->row.state != TERMINAL_APPROVED) {
        http_reply_empty(request, 204);
        return RC_OK;
    }
    TRY(api_snapshot(api, &snapshot));
    TRY(terminal_light_take(request, snapshot->picture->directory, &light));
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, api_now_ms(api),
                       request->mem, &views, &count);
    for (size_t i = 0; i < count; i++) {
        if (!text_equal(views[i].serial, put->row.serial)) continue;
        api_reply(request, &terminal_reply_record,
                  (const struct terminal_told[]){terminal_tell(&light, &views[i])}, 0);
        return RC_OK;
    }
    return RC_UNAVAILABLE;
}

enum rc approve_terminal(struct http_request *request)
{
    struct terminal_approval body;
    struct terminal_put *put = NULL;

    TRY(api_body(request, &terminal_approval_record, &body));
    TRY(begin_change(request, false, body.agency, &put));
    put->row.agency = body.agency;
    if (body.name.at) put->row.name = body.name;
    put->row.state = TERMINAL_APPROVED;
    put->from = body.from;
    return api_perform(request, &terminal_put_command, put, finish_change);
}

/* From which day, when the body says so; it may be left out altogether. */
static enum rc read_from(struct http_request *request, struct day *out_from)
{
    struct terminal_end body = {.from = {0}};

    TRY(api_body(request, &terminal_end_record, &body));
    *out_from = body.from;
    return RC_OK;
}

static enum rc set_state(struct http_request *request, enum terminal_state state, bool must_exist)
{
    struct terminal_put *put = NULL;
    struct day from = {0};

    TRY(read_from(request, &from));
    TRY(begin_change(request, must_exist, (struct text){NULL, 0}, &put));
    put->row.state = state;
    put->from = from;
    return api_perform(request, &terminal_put_command, put, finish_change);
}

enum rc refuse_terminal(struct http_request *request)
{
    return set_state(request, TERMINAL_REFUSED, false);
}

enum rc retire_terminal(struct http_request *request)
{
    return set_state(request, TERMINAL_RETIRED, true);
}

enum rc change_terminal(struct http_request *request)
{
    struct terminal_change body;
    struct terminal_put *put = NULL;

    TRY(api_body(request, &terminal_change_record, &body));
    TRY(begin_change(request, true, body.agency, &put));
    if (body.agency.at) put->row.agency = body.agency;
    if (!body.agency.at) put->kind = TERMINAL_IS_DESCRIBED;
    put->from = body.from;
    if (body.name.at) put->row.name = body.name;
    if (body.model.at) put->row.model = body.model;
    return api_perform(request, &terminal_put_command, put, finish_change);
}
