/* How a filled reply leaves: headers, compression, and the library's response. */
#include "base/day.h"
#include "base/limits.h"
#include "http/compress.h"
#include "http/server_private.h"

#include <stdio.h>
#include <string.h>

enum { DATE_BYTES = 40 };

/* What every page and every API reply carries.  Neither scripts nor styles may
 * be inline: the client sets widths and colours through the object model. */
static const struct http_header security_headers[] = {
    {"Content-Security-Policy",
     "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
     "style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
     "frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(self), microphone=(self), geolocation=(self)"},
};

/* Failing to add a header means memory or a malformed one; the reply is sent
 * without it. */
static void add_header(struct MHD_Response *response, const char *name, const char *value)
{
    IGNORE(MHD_add_response_header(response, name, value), "names and values are checked before");
}

static void write_date(int64_t second_at, char to[static DATE_BYTES])
{
    static const char weekdays[][4] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static const char months[][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int second = moment_second_of_day(second_at);
    struct day day = moment_day(second_at);
    int length = snprintf(to, DATE_BYTES, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                          weekdays[day_weekday(day)], day.day_of_month, months[day.month - 1],
                          day.year, second / 3600, second / 60 % 60, second % 60);

    assert(length > 0);
}

/* "Mon, 17 May 2021 00:46:12 GMT" (RFC 9110, 5.6.7): terminals set their clocks
 * by it, so it comes from our clock and not from the library's. */
static void add_date(struct MHD_Response *response, int64_t at_ms)
{
    static _Thread_local struct {
        int64_t second_at;
        char text[DATE_BYTES];
    } last; /* written once a second and thread */
    int64_t second_at = moment_at(at_ms, 0);

    if (last.second_at != second_at || !last.text[0]) {
        write_date(second_at, last.text);
        last.second_at = second_at;
    }
    add_header(response, MHD_HTTP_HEADER_DATE, last.text);
}

static bool has_header(const struct http_reply *reply, const char *name)
{
    for (size_t i = 0; i < reply->header_count; i++) {
        if (text_equal_ignoring_case(text_of(reply->headers[i].name), text_of(name))) return true;
    }
    return false;
}

static void add_headers(struct MHD_Response *response, const struct http_state *state)
{
    const struct http_reply *reply = &state->request.reply;

    if (reply->content_type) {
        add_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->content_type);
    }
    for (size_t i = 0; i < reply->header_count; i++) {
        add_header(response, reply->headers[i].name, reply->headers[i].value);
    }
    if (reply->close) add_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    add_date(response, clock_now_ms(state->server->options.clock));
    if (reply->plain) return;
    for (size_t i = 0; i < COUNT_OF(security_headers); i++) {
        if (has_header(reply, security_headers[i].name)) continue;
        add_header(response, security_headers[i].name, security_headers[i].value);
    }
    if (state->request.route && !has_header(reply, MHD_HTTP_HEADER_CACHE_CONTROL)) {
        add_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
    }
    if (state->is_secure) {
        add_header(response, "Strict-Transport-Security", "max-age=31536000");
    }
}

/* The body as it goes out: compressed when it is ours to compress, worth it
 * and welcome. */
static struct text pack(struct http_state *state, struct text body, bool *out_packed)
{
    struct http_request *request = &state->request;
    const char *type = request->reply.content_type;

    *out_packed = false;
    if (!request->route || request->reply.plain || !type) return body;
    if (!compress_is_worth_it(type, body.bytes)) return body;
    if (!compress_accepts_gzip(http_header(request, MHD_HTTP_HEADER_ACCEPT_ENCODING))) return body;
    buf_clear(&state->packed);
    *out_packed = compress_gzip(body, &state->packed);
    return *out_packed ? buf_text(&state->packed) : body;
}

static struct MHD_Response *body_response(struct http_state *state)
{
    union {
        const char *constant;
        void *bytes;
    } at; /* the library reads what it is told to keep, but its type says void */
    struct MHD_Response *response;
    bool packed = false;
    struct text body = state->request.reply.body;

    if (state->has_reply_body) body = buf_text(&state->reply_body);
    body = pack(state, body, &packed);
    at.constant = body.bytes ? body.at : "";
    response = MHD_create_response_from_buffer(body.bytes, at.bytes, MHD_RESPMEM_PERSISTENT);
    if (response && packed) add_header(response, MHD_HTTP_HEADER_CONTENT_ENCODING, "gzip");
    if (response && state->request.route) {
        add_header(response, MHD_HTTP_HEADER_VARY, MHD_HTTP_HEADER_ACCEPT_ENCODING);
    }
    return response;
}

static struct MHD_Response *source_response(struct http_state *state)
{
    enum { BLOCK_BYTES = 4096 };
    struct http_source *source = &state->source;
    struct MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, BLOCK_BYTES, source->read, source->context, source->free);

    if (response) *source = (struct http_source){0};
    return response;
}

/* A stream may last for days: what the request needed goes now. */
static void release_early(struct http_state *state)
{
    arena_free(&state->request.mem);
    buf_done(&state->body);
    buf_done(&state->reply_body);
}

static void destroy_response(struct MHD_Response **response)
{
    if (*response) MHD_destroy_response(*response);
    *response = NULL;
}

/* "OK: 1" to a terminal. */
static bool is_short(const struct http_state *state)
{
    const struct http_reply *reply = &state->request.reply;

    return reply->plain && reply->status == 200 && reply->header_count == 0 && !reply->close &&
           !state->has_reply_body && !state->source.context && !state->file.is_open &&
           !state->is_secure && reply->body.bytes <= HTTP_SHORT_BYTES && reply->content_type &&
           strcmp(reply->content_type, "text/plain") == 0;
}

static void make_short(struct http_short *made, struct http_state *state, int64_t second_at)
{
    struct text body = state->request.reply.body;

    destroy_response(&made->response);
    if (body.bytes) memcpy(made->body, body.at, body.bytes);
    made->bytes = body.bytes;
    made->second_at = second_at;
    made->response = MHD_create_response_from_buffer(body.bytes, made->body, MHD_RESPMEM_MUST_COPY);
    if (made->response) add_headers(made->response, state);
}

/* Thousands of terminals get the same few bytes within a second: one response
 * of the library serves them all. */
static enum MHD_Result send_short(struct http_state *state)
{
    struct http_short *last = http_worker_short();
    int64_t second_at = moment_at(clock_now_ms(state->server->options.clock), 0);
    struct text body = {last->body, last->bytes};

    if (!last->response || last->second_at != second_at ||
        !text_equal(body, state->request.reply.body)) {
        make_short(last, state, second_at);
    }
    if (!last->response) return MHD_NO;
    state->phase = HTTP_ANSWERED;
    return MHD_queue_response(state->connection, MHD_HTTP_OK, last->response);
}

enum MHD_Result http_send(struct http_state *state)
{
    CLEANUP(destroy_response) struct MHD_Response *response = NULL;
    bool too_large = state->has_reply_body && !buf_ok(&state->reply_body);
    bool is_stream = state->source.context != NULL;
    bool is_file = state->file.is_open && state->request.reply.status < 400;

    if (is_short(state)) return send_short(state);
    if (too_large) http_reply_problem(&state->request, RC_TOO_LARGE);
    if (is_file) {
        response = http_file_response(state);
    } else {
        response = is_stream ? source_response(state) : body_response(state);
    }
    if (!response) return MHD_NO;
    add_headers(response, state);
    if (state->request.reply.status >= 400) http_worker_count(HTTP_REFUSED, +1);
    if (is_stream) release_early(state);
    state->phase = HTTP_ANSWERED;
    return MHD_queue_response(state->connection, (unsigned)state->request.reply.status, response);
}
