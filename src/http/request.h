/* request.h - one request, its reply, and waiting in between.
 *
 * A handler reads the request, calls one domain function and fills the reply.
 * It returns RC_OK, or a code that becomes application/problem+json with
 * `request->why`; so TRY is all the error handling it needs:
 *
 *   static enum rc show_sheet(struct http_request *request)
 *   {
 *       TRY(sheet_load(..., &sheet, &request->why));
 *       sheet_write(&sheet, http_reply_json(request));
 *       return RC_OK;
 *   }
 *
 * A handler never blocks.  Who needs the ledger suspends the request first,
 * then hands it over, and touches it no more:
 *
 *   http_suspend(request, show_result);
 *   return ledger_submit(...);           another code than RC_OK: nobody took
 *                                        it, the server answers at once
 *
 * The other thread ends with http_resume(request, rc).  With RC_OK the server
 * then calls `show_result` in its own thread to write the reply.
 *
 *     handler ──▶ reply                        (answered at once)
 *     handler ──▶ suspended ──▶ resumed ──▶ show_result ──▶ reply
 *
 * Memory    Request, reply and everything in `mem` live until the reply is
 *           sent or the connection is gone, never less than to http_resume.
 * Threads   One at a time: the server's until http_suspend, then the one that
 *           took it until http_resume.
 * Errors    See above. */
#pragma once

#include "base/arena.h"
#include "base/json_write.h"
#include "base/problem.h"

enum http_method {
#define METHOD(name) HTTP_##name,
#include "http/methods.def"
#undef METHOD
    HTTP_METHOD_COUNT,
    HTTP_METHOD_OTHER = HTTP_METHOD_COUNT,
};

enum {
    HTTP_PATH_PARAMETERS_MAX = 6,
    HTTP_REPLY_HEADERS_MAX = 8,
    HTTP_ADDRESS_BYTES = 46, /* INET6_ADDRSTRLEN */
};

struct http_route;
struct http_state; /* of the server */

struct http_header {
    const char *name;
    const char *value;
};

struct http_reply {
    int status;               /* 200 until somebody says otherwise */
    const char *content_type; /* static, or in the request's arena */
    struct text body;         /* static, or in the request's arena */
    struct http_header headers[HTTP_REPLY_HEADERS_MAX];
    size_t header_count;
    bool close; /* end the connection after this reply */
    bool plain; /* for old terminals: type, length and date only, never compressed */
};

struct record;

struct http_request {
    /* what came */
    enum http_method method; /* HEAD arrives as GET */
    struct text path;        /* raw, without the query */
    struct text query;       /* raw, after the '?', may be empty */
    struct text body;
    struct text parameters[HTTP_PATH_PARAMETERS_MAX]; /* decoded, in the order of the pattern */
    const char *address;            /* of the client, numeric; see address_forwarded */
    int64_t received_at_ms;         /* by the server's clock */
    int listener;                   /* 0 or 1: which one it came to */
    const struct http_route *route; /* NULL in the fallback */

    /* for the handler */
    struct arena *mem;
    void *app;    /* as given at start */
    void *caller; /* what http_authorise left: the session */
    void *work;   /* the handler's own, kept while suspended */
    struct problem why;
    struct http_reply reply;

    struct http_state *state; /* the server's own */
};

/* Answers a request; see above. */
typedef enum rc http_handler(struct http_request *request);

/* A header of the request, any case; {NULL, 0} without it. */
struct text http_header(const struct http_request *request, const char *name);

struct text http_cookie(const struct http_request *request, const char *name);

/* A decoded parameter of the query; {NULL, 0} without it, "" when it is empty. */
struct text http_query(const struct http_request *request, const char *name);

/* "GET", for the log. */
const char *http_method_word(enum http_method method);

/* Start a JSON reply; what is written to the result becomes the body. */
struct json_write *http_reply_json(struct http_request *request) RETURNS_NONNULL;

/* Start a reply of another type; what is added to the buffer becomes the body. */
struct buf *http_reply_buf(struct http_request *request, const char *content_type) RETURNS_NONNULL;

/* A body that is static or lives in the request's arena. */
void http_reply_text(struct http_request *request, const char *content_type, struct text body);

/* A body that is a file: all of it, or the one part that the request asks for
 * (206 with Content-Range; 416 when there is no such part), read while it is sent.
 * Never compressed; what is read from a disk that is asleep is waited for.
 * RC_NOT_FOUND without such a file. */
enum rc http_reply_file(struct http_request *request,
                        const char *content_type,
                        const char *path) NODISCARD;

/* A status without body: 204, 202, 304. */
void http_reply_empty(struct http_request *request, int status);

/* What every refusal looks like, for the OpenAPI document. */
extern const struct record http_problem_record;

/* English when the reader prefers it, else Indonesian. */
bool http_wants_english(const struct http_request *request);

/* application/problem+json (RFC 9457) from a code and `request->why`, in the
 * reader's language. */
void http_reply_problem(struct http_request *request, enum rc rc);

/* Add a header; name and value are copied.  RC_INVALID when either holds CR,
 * LF or NUL, RC_TOO_MANY beyond HTTP_REPLY_HEADERS_MAX. */
enum rc http_reply_header(struct http_request *request,
                          const char *name,
                          struct text value) NODISCARD;

/* Set-Cookie with Path=/; HttpOnly; SameSite=Strict, and Secure over TLS; an
 * age of 0 deletes the cookie. */
enum rc http_reply_cookie(struct http_request *request,
                          const char *name,
                          struct text value,
                          int64_t max_age_seconds) NODISCARD;

/* Suspend before the request is given to another thread.  `finish` (may be
 * NULL when the other thread writes the reply itself) runs in the server's
 * thread after http_resume(request, RC_OK). */
void http_suspend(struct http_request *request, http_handler *finish);

/* Give the request back, from any thread, exactly once. */
void http_resume(struct http_request *request, enum rc rc);
