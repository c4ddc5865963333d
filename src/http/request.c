#include "http/request.h"

#include "base/limits.h"
#include "base/record.h"
#include "http/cookie.h"
#include "http/query.h"
#include "http/server_private.h"

#include <string.h>

struct text http_header(const struct http_request *request, const char *name)
{
    struct text value = http_peek_header(request, name);

    return value.at ? arena_text(request->mem, value) : value;
}

struct text http_peek_header(const struct http_request *request, const char *name)
{
    return text_of(MHD_lookup_connection_value(request->state->connection, MHD_HEADER_KIND, name));
}

struct text http_cookie(const struct http_request *request, const char *name)
{
    return cookie_find(http_header(request, MHD_HTTP_HEADER_COOKIE), text_of(name));
}

struct text http_query(const struct http_request *request, const char *name)
{
    return query_find(request->query, text_of(name), request->mem);
}

/* Begin the reply's body anew: a handler may change its mind. */
struct buf *http_reply_buf(struct http_request *request, const char *content_type)
{
    struct http_state *state = request->state;

    buf_clear(&state->reply_body);
    state->has_reply_body = true;
    request->reply.content_type = content_type;
    return &state->reply_body;
}

struct json_write *http_reply_json(struct http_request *request)
{
    struct buf *to = http_reply_buf(request, "application/json");

    json_write_init(&request->state->json, to);
    return &request->state->json;
}

void http_reply_text(struct http_request *request, const char *content_type, struct text body)
{
    request->state->has_reply_body = false;
    request->reply.content_type = content_type;
    request->reply.body = body;
}

void http_reply_empty(struct http_request *request, int status)
{
    request->reply.status = status;
    http_reply_text(request, NULL, (struct text){"", 0});
}

struct problem_document {
    struct text type;
    struct text title;
    int status;
    struct text detail;
    struct text code;
    struct text field;
};

#define MEMBER(member, needed, what) \
    RECORD_TEXT(struct problem_document, member, needed, 0, RECORD_ANY, .about = (what))

static const struct record_field problem_fields[] = {
    MEMBER(type, RECORD_REQUIRED, "Always about:blank: the code says which problem it is."),
    MEMBER(title, RECORD_REQUIRED, "What the code means."),
    RECORD_INT(struct problem_document, status, RECORD_REQUIRED, 0, 0, .about = "The HTTP status."),
    MEMBER(detail, RECORD_OPTIONAL, "What is wrong this time, for whoever can repair it."),
    MEMBER(code, RECORD_REQUIRED, "A word that stays the same."),
    MEMBER(field, RECORD_OPTIONAL, "The field at fault."),
};
const struct record http_problem_record =
    RECORD_TOLD("Problem", struct problem_document, problem_fields);

static struct text text_if_any(const char *text)
{
    return text[0] ? text_of(text) : (struct text){NULL, 0};
}

bool http_wants_english(const struct http_request *request)
{
    return text_starts(http_header(request, "Accept-Language"), TEXT("en"));
}

static void write_problem(struct http_request *request,
                          const char *word,
                          const char *title,
                          const struct problem *why)
{
    struct problem_document document = {
        .type = TEXT("about:blank"),
        .title = text_of(title),
        .status = request->reply.status,
        .code = text_of(word),
    };

    if (why) {
        document.detail = text_if_any(
            why->indonesian[0] && !http_wants_english(request) ? why->indonesian : why->text);
        document.field = text_if_any(why->field);
    }
    record_write_json(&http_problem_record, &document, (struct record_view){0},
                      http_reply_json(request), NULL);
    request->reply.content_type = "application/problem+json";
}

void http_reply_problem(struct http_request *request, enum rc rc)
{
    bool is_about_this = request->why.rc == rc;
    const char *title = http_wants_english(request) ? rc_title(rc) : rc_title_indonesian(rc);

    assert(rc != RC_OK);
    request->reply.status = rc_status(rc);
    write_problem(request, rc_word(rc), title, is_about_this ? &request->why : NULL);
}

void http_reply_status(struct http_request *request,
                       int status,
                       const char *word,
                       const char *title)
{
    request->reply.status = status;
    write_problem(request, word, title, NULL);
}

static bool is_header_safe(struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte < 0x20 || byte == 0x7f) return false;
    }
    return true;
}

enum rc http_reply_header(struct http_request *request, const char *name, struct text value)
{
    struct http_reply *reply = &request->reply;

    if (!is_header_safe(text_of(name)) || !is_header_safe(value)) {
        return problem_set(&request->why, RC_INVALID, "a header cannot hold control characters");
    }
    if (reply->header_count == HTTP_REPLY_HEADERS_MAX) return RC_TOO_MANY;
    reply->headers[reply->header_count++] = (struct http_header){
        arena_cstr(request->mem, text_of(name)), arena_cstr(request->mem, value)};
    return RC_OK;
}

enum rc http_reply_cookie(struct http_request *request,
                          const char *name,
                          struct text value,
                          int64_t max_age_seconds)
{
    const char *secure = request->state->is_secure ? "; Secure" : "";

    if (text_find(value, ';') < value.bytes || text_find(value, ',') < value.bytes) {
        return problem_set(&request->why, RC_INVALID, "a cookie cannot hold ; or ,");
    }
    return http_reply_header(
        request, MHD_HTTP_HEADER_SET_COOKIE,
        arena_format(request->mem,
                     "%s=" TEXT_FORMAT "; Path=/; Max-Age=%lld; HttpOnly; SameSite=Strict%s", name,
                     TEXT_ARGUMENT(value), (long long)max_age_seconds, secure));
}
