/* One request from its first byte to its reply: the calls of the library. */
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "http/query.h"
#include "http/server_private.h"

#include <string.h>

enum { COMPLAINT_EVERY_MS = 1000 };

/* Called with the raw request line, before the headers are read; what it
 * returns travels with the request. */
void *http_begin(void *context, const char *uri, struct MHD_Connection *connection)
{
    struct http_listening *listening = context;
    struct http_server *server = listening->server;
    struct http_state *state = http_state_take(server);
    struct http_request *request = &state->request;
    const union MHD_ConnectionInfo *info;

    http_worker_moved();
    state->server = server;
    state->connection = connection;
    state->is_secure = listening->is_secure;
    request->state = state;
    request->app = server->options.app;
    request->listener = listening->index;
    request->received_at_ms = clock_now_ms(server->options.clock);
    request->reply.status = 200;
    request->query = arena_text(request->mem, text_of(uri));
    request->path = text_cut(&request->query, '?');
    if (!request->query.at) request->query = (struct text){"", 0};
    info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    request->address =
        info && info->socket_context ? arena_cstr(request->mem, text_of(info->socket_context)) : "";
    http_worker_count(HTTP_REQUESTS, +1);
    http_worker_count(HTTP_ACTIVE, +1);
    return state;
}

void http_end(void *context,
              struct MHD_Connection *connection,
              void **request_context,
              enum MHD_RequestTerminationCode reason)
{
    struct http_state *state = *request_context;

    (void)context;
    (void)connection;
    (void)reason;
    if (!state) return;
    *request_context = NULL;
    http_worker_moved();
    if (state->source.context) state->source.free(state->source.context);
    state->source = (struct http_source){0};
    http_worker_count(HTTP_ACTIVE, -1);
    if (state->phase == HTTP_SUSPENDED && http_is_lost(state)) return;
    http_state_give(state);
}

void http_follow_connection(void *context,
                            struct MHD_Connection *connection,
                            void **socket_context,
                            enum MHD_ConnectionNotificationCode what)
{
    struct http_listening *listening = context;
    const union MHD_ConnectionInfo *info;

    if (what == MHD_CONNECTION_NOTIFY_CLOSED) {
        mem_free(*socket_context);
        *socket_context = NULL;
        atomic_fetch_sub(&listening->server->connections, 1);
        return;
    }
    atomic_fetch_add(&listening->server->connections, 1);
    *socket_context = mem_alloc(1, ADDRESS_TEXT_BYTES);
    info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info && info->client_addr) address_write(info->client_addr, *socket_context);
}

size_t http_keep_escapes(void *context, struct MHD_Connection *connection, char *text)
{
    (void)context;
    (void)connection;
    return strlen(text);
}

static enum http_method method_of(const char *word)
{
    for (enum http_method method = 0; method < HTTP_METHOD_COUNT; method++) {
        if (strcmp(word, http_method_word(method)) == 0) return method;
    }
    return HTTP_METHOD_OTHER;
}

static size_t announced_bytes(const struct http_request *request)
{
    int64_t bytes = 0;

    if (!text_int(http_peek_header(request, MHD_HTTP_HEADER_CONTENT_LENGTH), &bytes)) return 0;
    return bytes < 0 ? 0 : (size_t)bytes;
}

static enum MHD_Result refuse_at_once(struct http_state *state, enum rc rc)
{
    http_reply_problem(&state->request, rc);
    state->request.reply.close = true;
    return http_send(state);
}

/* Behind a proxy of this machine the client is whom it speaks for. */
static void see_client(struct http_request *request)
{
    struct text client =
        address_forwarded(request->address, http_peek_header(request, "X-Forwarded-For"));

    if (client.at) request->address = arena_cstr(request->mem, client);
}

/* Who is sending already hears nothing until he has sent: closing in the middle
 * would look to him like a broken line.  So his body is passed over, unless it
 * is immense or he asked first. */
static enum MHD_Result refuse_body(struct http_state *state, enum rc rc)
{
    bool asks_first = http_peek_header(&state->request, MHD_HTTP_HEADER_EXPECT).at != NULL;

    if (asks_first || state->announced_bytes > HTTP_PASSED_OVER_BYTES_MAX) {
        return refuse_at_once(state, rc);
    }
    state->outcome = rc;
    state->phase = HTTP_EXCESS;
    return MHD_YES;
}

/* The headers are there: decide whether the body may come. */
static enum MHD_Result see_headers(struct http_state *state, const char *method)
{
    struct http_server *server = state->server;
    size_t bytes = announced_bytes(&state->request);

    state->announced_bytes = bytes;
    state->request.method = method_of(method);
    state->is_head = state->request.method == HTTP_HEAD;
    if (state->is_head) state->request.method = HTTP_GET;
    see_client(&state->request);
    if (atomic_load(&server->refusing)) return refuse_at_once(state, RC_UNAVAILABLE);
    if (bytes > REQUEST_BODY_BYTES_MAX) return refuse_body(state, RC_TOO_LARGE);
    if (bytes > HTTP_SMALL_BODY_BYTES &&
        bytes + atomic_load(&server->body_bytes) > REQUEST_BODIES_BYTES_MAX) {
        return refuse_body(state, RC_UNAVAILABLE);
    }
    state->phase = HTTP_READING;
    return MHD_YES;
}

/* Who falls silent in the middle of a body is let go sooner than who has
 * nothing to say; 0 is the ordinary patience again. */
static void set_timeout(struct http_state *state, unsigned seconds)
{
    unsigned patience = seconds ? seconds : http_idle_seconds(state->server);

    state->is_slow = seconds != 0;
    IGNORE(MHD_set_connection_option(state->connection, MHD_CONNECTION_OPTION_TIMEOUT, patience),
           "the ordinary patience is a limit too");
}

/* Take the body so far and `count` bytes more from the budget of all. */
static bool reserve(struct http_state *state, size_t count)
{
    size_t more = state->body.bytes + count - state->body_reserved;

    state->body_reserved += more;
    return atomic_fetch_add(&state->server->body_bytes, more) + more <= REQUEST_BODIES_BYTES_MAX;
}

/* A body that exceeds its limit or the budget on the way is read to its end
 * and forgotten: the library takes a reply only then. */
static void read_body(struct http_state *state, const char *bytes, size_t count)
{
    bool fits = true;

    if (state->phase == HTTP_EXCESS) return;
    if (state->body.bytes + count > HTTP_SMALL_BODY_BYTES) fits = reserve(state, count);
    buf_add_bytes(&state->body, bytes, count);
    if (!state->is_slow && state->body.bytes < state->announced_bytes) {
        set_timeout(state, HTTP_UPLOAD_SECONDS);
    }
    if (buf_ok(&state->body) && fits) return;
    state->outcome = buf_ok(&state->body) ? RC_UNAVAILABLE : RC_TOO_LARGE;
    state->phase = HTTP_EXCESS;
    buf_done(&state->body);
    http_state_give_back_budget(state);
}

/* At most a line a second: a flood of refusals must not become a flood of
 * lines. */
static void complain(struct http_state *state, enum rc rc)
{
    int64_t now_ms = clock_mono_ms();
    int64_t last_ms = atomic_load(&state->server->complained_at_ms);

    if (rc_status(rc) < 500 || now_ms - last_ms < COMPLAINT_EVERY_MS) return;
    if (!atomic_compare_exchange_strong(&state->server->complained_at_ms, &last_ms, now_ms)) return;
    log_warn("request failed", LOG_CSTR("method", http_method_word(state->request.method)),
             LOG_TEXT("path", state->request.path), LOG_CSTR("code", rc_word(rc)),
             LOG_CSTR("reason", state->request.why.text));
}

static enum MHD_Result answer(struct http_state *state, enum rc rc)
{
    if (rc != RC_OK) {
        complain(state, rc);
        http_reply_problem(&state->request, rc);
    }
    return http_send(state);
}

static enum rc decode_parameters(struct http_request *request, const struct router_match *match)
{
    for (size_t i = 0; i < match->segment_count; i++) {
        request->parameters[i] = query_decode_segment(match->segments[i], request->mem);
        if (text_plain(request->parameters[i])) continue;
        return problem_set(&request->why, RC_INVALID, "the path holds what is no text");
    }
    return RC_OK;
}

/* The path exists, the method does not. */
static enum rc refuse_method(struct http_request *request, unsigned allowed)
{
    struct text allow = router_allow(allowed | 1u << HTTP_OPTIONS, request->mem);

    TRY(http_reply_header(request, MHD_HTTP_HEADER_ALLOW, allow));
    if (request->method == HTTP_OPTIONS) {
        http_reply_empty(request, 204);
    } else {
        http_reply_status(request, 405, "method_not_allowed", "The path knows other methods only");
    }
    return RC_OK;
}

static enum rc handle(struct http_request *request)
{
    const struct http_options *options = &request->state->server->options;
    struct router_match match = {0};
    enum rc found =
        router_find(request->state->server->router, request->method, request->path, &match);

    if (found == RC_NOT_FOUND) return options->fallback ? options->fallback(request) : found;
    if (found == RC_FORBIDDEN) return refuse_method(request, match.allowed);
    request->route = match.route;
    TRY(decode_parameters(request, &match));
    TRY(options->authorise(request, match.route->permission));
    return match.route->handler(request);
}

/* After a handler: answered, or suspended.  Suspended with another code than
 * RC_OK, nobody took it: it is ours again, and the library calls for its reply. */
static enum MHD_Result conclude(struct http_state *state, enum rc rc)
{
    if (state->phase != HTTP_SUSPENDED) return answer(state, rc);
    if (rc != RC_OK) {
        state->finish = NULL;
        http_resume(&state->request, rc);
    }
    return MHD_YES;
}

static enum MHD_Result dispatch(struct http_state *state)
{
    enum rc rc;

    if (state->phase == HTTP_EXCESS) return answer(state, state->outcome);
    if (state->is_slow) set_timeout(state, 0);
    state->request.body = buf_text(&state->body);
    rc = handle(&state->request);
    return conclude(state, rc);
}

/* Back from another thread; the second half may suspend once more. */
static enum MHD_Result finish(struct http_state *state)
{
    http_handler *second_half = TAKE(state->finish);
    enum rc rc = state->outcome;

    state->phase = HTTP_READING;
    if (rc == RC_OK && second_half) rc = second_half(&state->request);
    return conclude(state, rc);
}

enum MHD_Result http_serve(void *context,
                           struct MHD_Connection *connection,
                           const char *url,
                           const char *method,
                           const char *version,
                           const char *bytes,
                           size_t *byte_count,
                           void **request_context)
{
    struct http_state *state = *request_context;

    (void)context;
    (void)connection;
    (void)url;
    (void)version;
    if (!state) return MHD_NO;
    if (state->phase == HTTP_SUSPENDED && !http_is_back(state)) return MHD_YES;
    http_worker_moved();
    if (state->phase == HTTP_SUSPENDED) return finish(state);
    if (state->phase == HTTP_FRESH) return see_headers(state, method);
    if (*byte_count == 0) return dispatch(state);
    read_body(state, bytes, *byte_count);
    *byte_count = 0;
    return MHD_YES;
}
