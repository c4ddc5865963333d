#include "api/api_private.h"
#include "api/bodies.h"
#include "base/json_read.h"
#include "devices/verify_table.h"

/* ---- lists ---- */

/* What a terminal is shown by. */
struct light {
    const struct directory *directory;
    struct verify_table verify;
};

static enum rc take_light(struct http_request *request,
                          const struct directory *directory,
                          struct light *out_light)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;

    TRY(api_borrow(api, &reader));
    out_light->directory = directory;
    return verify_table_load(reader->facts, api->options.government, request->mem,
                             &out_light->verify);
}

/* The methods that the rows of its model name, in the order of strength. */
static void write_methods(struct json_write *json,
                          const struct verify_table *verify,
                          const struct terminal_view *view)
{
    bool named[METHODS] = {false};

    for (size_t i = 0; i < verify->count; i++) {
        if (text_equal_ignoring_case(verify->rows[i].model, view->model)) {
            named[verify->rows[i].method] = true;
        }
    }
    json_write_array(json, "methods");
    for (int method = 0; method < METHODS; method++) {
        if (named[method]) json_write_cstr(json, NULL, method_word((enum method)method));
    }
    json_write_end(json);
}

static const char *state_of(const struct terminal_view *view)
{
    if (view->standing == TERMINAL_STANDS_REFUSED) return "retired";
    if (view->contact_to_ms == 0) return "never";
    return view->silent ? "silent" : "connected";
}

static void write_optional(struct json_write *json, const char *key, int64_t value)
{
    if (value == TERMINAL_NOTHING) {
        json_write_null(json, key);
    } else {
        json_write_int(json, key, value);
    }
}

static void write_instant_or_null(struct json_write *json,
                                  const char *key,
                                  int64_t at_ms,
                                  int offset_minutes)
{
    if (at_ms == 0) {
        json_write_null(json, key);
    } else {
        json_write_instant(json, key, at_ms, offset_minutes);
    }
}

static void write_activity(struct json_write *json, const struct terminal_view *view)
{
    json_write_array(json, "activity");
    for (size_t i = 0; i < COUNT_OF(view->activity); i++) {
        json_write_int(json, NULL, view->activity[i]);
    }
    json_write_end(json);
}

static void write_terminal(struct json_write *json,
                           const char *key,
                           const struct light *light,
                           const struct terminal_view *view)
{
    const struct directory *directory = light->directory;
    int32_t agency = directory_find_agency(directory, view->agency);
    struct text agency_name = agency == NONE ? TEXT("") : directory->agencies[agency].name;
    int offset =
        agency == NONE ? directory->offset_minutes : directory->agencies[agency].offset_minutes;

    json_write_object(json, key);
    json_write_text(json, "serial", view->serial);
    json_write_text(json, "name", view->name.bytes ? view->name : agency_name);
    json_write_text(json, "agency", view->agency);
    json_write_text(json, "agency_name", agency_name);
    json_write_text(json, "model", view->model);
    json_write_text(json, "firmware", view->firmware);
    write_methods(json, &light->verify, view);
    json_write_cstr(json, "state", state_of(view));
    write_instant_or_null(json, "last_contact_at", view->contact_to_ms, offset);
    write_instant_or_null(json, "silent_since", view->silent ? view->contact_to_ms : 0, offset);
    write_optional(json, "drift_ms", view->drift_ms);
    write_optional(json, "held", view->held);
    json_write_int(json, "punches_today", view->punches_today);
    write_activity(json, view);
    json_write_text(json, "address", view->address);
    json_write_text(json, "protocol", view->protocol.bytes ? view->protocol : TEXT("ADMS"));
    json_write_end(json);
}

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
    const struct directory *directory;
    struct light light;
    struct json_write *json;
    size_t count = 0;

    TRY(api_snapshot(api, &snapshot));
    directory = snapshot->picture->directory;
    TRY(take_light(request, directory, &light));
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, api_now_ms(api),
                       request->mem, &views, &count);
    json = http_reply_json(request);
    json_write_object(json, NULL);
    json_write_instant(json, "at", api_now_ms(api), directory->offset_minutes);
    json_write_array(json, "terminals");
    for (size_t i = 0; i < count; i++) {
        if (is_visible(request, directory, &views[i])) {
            write_terminal(json, NULL, &light, &views[i]);
        }
    }
    json_write_end(json);
    json_write_end(json);
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
    struct json_write *json;
    int offset;

    TRY(api_snapshot(api, &snapshot));
    offset = snapshot->picture->directory->offset_minutes;
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_UNKNOWN, api_now_ms(api),
                       request->mem, &pending, &count);
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, api_now_ms(api),
                       request->mem, &known, &known_count);
    json = http_reply_json(request);
    json_write_object(json, NULL);
    json_write_array(json, "pending");
    for (size_t i = 0; i < count; i++) {
        json_write_object(json, NULL);
        json_write_text(json, "serial", pending[i].serial);
        write_instant_or_null(json, "first_seen_at", pending[i].first_seen_ms, offset);
        write_instant_or_null(json, "last_seen_at", pending[i].contact_to_ms, offset);
        json_write_text(json, "address", pending[i].address);
        json_write_text(json, "model", pending[i].model);
        json_write_text(json, "firmware", pending[i].firmware);
        json_write_text(json, "protocol", TEXT("ADMS"));
        json_write_text(json, "suggested_agency",
                        suggested_agency(&pending[i], known, known_count));
        json_write_end(json);
    }
    json_write_end(json);
    json_write_end(json);
    return RC_OK;
}

/* ---- changes ---- */

/* What is recorded of the terminal of the path, to be changed. */
static enum rc begin_change(struct http_request *request,
                            bool must_exist,
                            struct terminal_put **out_put)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct terminal_put *put = arena_one(request->mem, struct terminal_put);
    int32_t known;

    TRY(api_snapshot(api_of(request), &snapshot));
    known = picture_find_terminal(snapshot->picture, request->parameters[0]);
    if (known == NONE && must_exist) {
        return problem_at(&request->why, RC_NOT_FOUND, "serial",
                          "there is no terminal with this serial number");
    }
    if (known != NONE) {
        const struct terminal *row = &snapshot->picture->terminals[known];

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
    struct light light;
    size_t count = 0;

    TRY(api_wait_for_board(api, 1, 0));
    if (put->row.state != TERMINAL_APPROVED) {
        http_reply_empty(request, 204);
        return RC_OK;
    }
    TRY(api_snapshot(api, &snapshot));
    TRY(take_light(request, snapshot->picture->directory, &light));
    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, api_now_ms(api),
                       request->mem, &views, &count);
    for (size_t i = 0; i < count; i++) {
        if (!text_equal(views[i].serial, put->row.serial)) continue;
        write_terminal(http_reply_json(request), NULL, &light, &views[i]);
        return RC_OK;
    }
    return RC_UNAVAILABLE;
}

enum rc approve_terminal(struct http_request *request)
{
    struct terminal_approval body;
    struct terminal_put *put = NULL;

    TRY(json_read(&terminal_approval_record, request->body, request->mem, &body, &request->why));
    TRY(begin_change(request, false, &put));
    put->row.agency = body.agency;
    if (body.name.at) put->row.name = body.name;
    put->row.state = TERMINAL_APPROVED;
    return api_perform(request, &terminal_put_command, put, finish_change);
}

static enum rc set_state(struct http_request *request, enum terminal_state state, bool must_exist)
{
    struct terminal_put *put = NULL;

    TRY(begin_change(request, must_exist, &put));
    put->row.state = state;
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

    TRY(json_read(&terminal_change_record, request->body, request->mem, &body, &request->why));
    TRY(begin_change(request, true, &put));
    if (body.agency.at) put->row.agency = body.agency;
    if (body.name.at) put->row.name = body.name;
    if (body.model.at) put->row.model = body.model;
    return api_perform(request, &terminal_put_command, put, finish_change);
}
