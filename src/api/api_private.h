/* api_private.h - what the resources share; included by src/api alone. */
#pragma once

#include "api/api.h"
#include "attendance/derived.h"
#include "base/lock.h"
#include "devices/adms_service.h"
#include "http/server.h"
#include "http/stream.h"
#include "people/permission.h"
#include "people/throttle.h"

#include <stdatomic.h>

enum { API_WAIT_MS = 8000, API_READERS_MAX = 16 };

/* Connections for reading, borrowed by one request at a time. */
struct api_reader {
    struct db *facts;
    struct derived *derived;
    struct api *owner;
};

struct access;
struct clerk;
struct feed;

struct api {
    /* set before start, then constant */
    struct api_options options;
    struct http_server *server;
    struct http_stream_hub *hub;   /* of the board */
    struct http_stream_hub *rooms; /* of rooms of video */
    struct adms_service *adms;
    struct access *access;
    struct clerk *clerk;
    struct throttle *lookups; /* of codes of documents; guesses there do not slow the door */
    struct feed *feed;
    int64_t started_at_ms;

    struct lock lock;
    /* guarded by lock */
    struct api_reader *idle[API_READERS_MAX];
    size_t idle_count;
};

/* ---- api.c ---- */

struct api *api_of(const struct http_request *request) RETURNS_NONNULL;

enum rc api_borrow(struct api *api, struct api_reader **out_reader) NODISCARD;
void api_return(struct api_reader **reader); /* for CLEANUP */

/* The latest snapshot; RC_UNAVAILABLE before the first. */
enum rc api_snapshot(struct api *api, struct board_snapshot **out_snapshot) NODISCARD;

int64_t api_now_ms(const struct api *api);

/* Who asks, as access left it; never NULL in an authorised handler. */
const struct identity *api_identity(const struct http_request *request);

/* An agency of the path or query, within the caller's scope for the route's
 * permission.  An empty code means the whole of the caller's scope: NONE for
 * the government.  RC_NOT_FOUND or RC_FORBIDDEN otherwise. */
enum rc api_agency(struct http_request *request,
                   const struct picture *picture,
                   struct text code,
                   int32_t *out_agency) NODISCARD;

/* A day of the path or query. */
enum rc api_day(struct http_request *request,
                struct text text,
                const char *field,
                int32_t *out_day) NODISCARD;

/* English when the reader prefers it, else Indonesian. */
bool api_wants_english(const struct http_request *request);

/* Wait until the board has included everything that is committed now. */
enum rc api_wait_for_board(struct api *api, int32_t from, int32_t to) NODISCARD;

/* Run a command of the ledger for a request: suspends it; `finish` answers.
 * `work` is the command's request and stays in request->work. */
enum rc api_perform(struct http_request *request,
                    const struct ledger_command *command,
                    void *work,
                    http_handler *finish) NODISCARD;

/* The same for a request that adds something: `show`, the handler of what it was
 * added to, answers, with 201. */
enum rc api_perform_and_show(struct http_request *request,
                             const struct ledger_command *command,
                             void *work,
                             http_handler *show) NODISCARD;

/* As api_perform, for a request that is suspended already; the command's settling
 * gives it back.  Another code than RC_OK: nobody took it. */
enum rc api_hand_over(struct http_request *request,
                      const struct ledger_command *command,
                      void *work) NODISCARD;

/* ---- access.c ---- */

enum rc access_start(struct api *api, struct access **out_access) NODISCARD;
/* Hash no more: the doorkeeper ends the try it has in hand, the others are told
 * to come back.  Before the ledger is drained, to which a try that succeeds goes on. */
void access_shut(struct access *access);
void access_stop(struct access **access);
enum rc access_authorise(struct http_request *request, const char *permission) NODISCARD;

/* ---- one a resource: the handlers of routes.c ---- */

extern const struct http_route api_routes[];
extern const size_t api_route_count;

/* A row of the table is a handler here. */
#define ROUTE(method, pattern, permission, handler, query, request, outcomes, about) \
    enum rc handler(struct http_request *request_) NODISCARD;
#include "api/routes.def"
#undef ROUTE

/* ---- board.c ---- */

enum rc api_stream_snapshot(void *api,
                            uint64_t group,
                            struct buf *to,
                            uint64_t *out_number) NODISCARD;

/* ---- terminal_door.c ---- */

/* What is no route: a terminal's request, else a file of the client. */
enum rc api_fallback(struct http_request *request) NODISCARD;
