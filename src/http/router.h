/* router.h - which handler answers a path.
 *
 * Routes are one table; a row names method, pattern, permission, handler and
 * the records that go in and out (for OpenAPI alone).  A row without permission does not start.
 * A pattern is made of literal segments and {parameters}; a literal wins over
 * a parameter, further left counts more.
 *
 *   {HTTP_GET, "/api/sheets/{agency}/{day}", "sheet.read", show_sheet,
 *    NULL, sheet_outcomes, "The sheet of an agency on a day."},
 *
 * HEAD is answered by GET's route.
 *
 * Memory    The router owns its compiled form; the table is the caller's and
 *           outlives it.
 * Threads   After router_new: any.
 * Errors    Two rows for the same method and pattern, a row without permission
 *           or handler and a malformed pattern assert. */
#pragma once

#include "http/request.h"

struct record;

/* What a route answers when all is well, for the OpenAPI document. */
enum http_shape {
    HTTP_EMPTY,
    HTTP_ONE,   /* one record */
    HTTP_MANY,  /* an array of records */
    HTTP_BYTES, /* another type: CSV, figures */
    HTTP_EVENT, /* one kind of message of an event stream */
};
struct http_outcome {
    int status; /* 0 ends a list */
    enum http_shape shape;
    const char *type;            /* of the content */
    const struct record *record; /* ONE, MANY, EVENT */
    const char *event;           /* its name */
};

struct http_route {
    enum http_method method;
    const char *pattern;
    const char *permission; /* never NULL; "public" is a permission too */
    http_handler *handler;
    const struct record *request;        /* the body, or NULL */
    const struct http_outcome *outcomes; /* of success, or NULL */
    const char *about;                   /* one English sentence, for OpenAPI */
    const struct record *query;          /* the parameters after '?', or NULL */
};

struct router;

struct router *router_new(const struct http_route *routes, size_t count) RETURNS_NONNULL NODISCARD;
void router_free(struct router **router);

struct router_match {
    const struct http_route *route;
    struct text segments[HTTP_PATH_PARAMETERS_MAX]; /* raw, in the order of the pattern */
    size_t segment_count;
    unsigned allowed; /* bit per method that the path has */
};

/* RC_OK and the route; RC_NOT_FOUND when no pattern fits; RC_FORBIDDEN when
 * the path exists for other methods only (*out_match tells which). */
enum rc router_find(const struct router *router,
                    enum http_method method,
                    struct text path,
                    struct router_match *out_match) NODISCARD;

/* "GET, HEAD, POST" for an Allow header. */
struct text router_allow(unsigned allowed, struct arena *mem);
