/* server_private.h - what server.c, intake.c, state.c, suspend.c, reply.c,
 * file_reply.c and stream*.c share: the server itself and the state of one request.
 *
 *   FRESH ──▶ READING ──▶ ANSWERED          (its thread: the server's)
 *                │ │           ▲ ▲
 *                │ └─▶ EXCESS ─┘ │  413 once the body was passed over
 *                └─▶ SUSPENDED ──┘  another thread had it */
#pragma once

#include "base/lock.h"
#include "http/address.h"
#include "http/pool.h"
#include "http/server.h"

#include <microhttpd.h>

#include <stdatomic.h>

enum http_phase {
    HTTP_FRESH,     /* headers not seen yet */
    HTTP_READING,   /* the body arrives */
    HTTP_EXCESS,    /* the body is too large and is passed over */
    HTTP_SUSPENDED, /* another thread has it, or has given it back */
    HTTP_ANSWERED,  /* the reply is queued */
};

/* Who has a request (suspend.c). */
enum http_whereabouts {
    HTTP_HERE,   /* its connection's thread; never suspended, so far */
    HTTP_HELD,   /* with another thread; its connection is asked in every round */
    HTTP_PARKED, /* with another thread; the library has forgotten its connection */
    HTTP_LOST,   /* with another thread; its connection is gone */
    HTTP_BACK,   /* given back; the next round goes on with it */
};

/* A body that is made while it is sent. */
struct http_source {
    MHD_ContentReaderCallback read;
    MHD_ContentReaderFreeCallback free;
    void *context; /* NULL: the reply has an ordinary body */
};

/* A body that lies in a file. */
struct http_file {
    bool is_open;
    int fd;
    int64_t from;
    int64_t bytes;
};

struct http_state {
    struct http_request request;
    /* set before the handler, then constant */
    struct http_server *server;
    struct MHD_Connection *connection;
    bool is_head;
    bool is_secure;
    /* set before it is suspended, then constant until it is back */
    struct http_worker *worker;
    /* owned by the server's thread of this connection */
    bool is_slow; /* its body came in pieces, its timeout is short */
    enum http_phase phase;
    size_t announced_bytes; /* Content-Length, 0 without one */
    struct buf body;
    size_t body_reserved; /* of the budget */
    struct http_source source;
    struct http_file file;
    struct buf packed; /* the reply, compressed */
    http_handler *finish;
    bool is_held; /* counted by its worker */
    int64_t held_at_ms;
    /* owned by whoever has the request */
    struct buf reply_body;
    struct json_write json;
    bool has_reply_body;
    enum rc outcome; /* of the other thread */
    /* any thread */
    atomic_int whereabouts; /* an http_whereabouts */
    /* owned by the thread that keeps it for its next request */
    struct http_state *next_kept;
    /* guarded by server->lock */
    struct http_state *next;
    struct http_state *previous;
};

enum { HTTP_THREADS_MAX = 16 };

struct http_listening {
    struct http_server *server;
    struct http_pool *pool;
    int fds[HTTP_THREADS_MAX]; /* a listening socket for each thread; -1: not used */
    int index;
    unsigned port;
    bool is_secure;
};

struct http_server {
    /* set before start, then constant */
    struct http_options options;
    struct router *router;
    struct http_listening listening[HTTP_LISTENERS_MAX];
    /* any thread */
    atomic_bool refusing;
    atomic_size_t body_bytes;
    atomic_size_t connections;
    atomic_int_fast64_t complained_at_ms; /* the last line about a failure */
    /* guarded by lock */
    struct lock lock;
    struct http_state *states; /* all there are: in use, suspended or kept */
};

/* What the library calls (intake.c). */
void *http_begin(void *context, const char *uri, struct MHD_Connection *connection);
enum MHD_Result http_serve(void *context,
                           struct MHD_Connection *connection,
                           const char *url,
                           const char *method,
                           const char *version,
                           const char *bytes,
                           size_t *byte_count,
                           void **request_context);
void http_end(void *context,
              struct MHD_Connection *connection,
              void **request_context,
              enum MHD_RequestTerminationCode reason);
void http_follow_connection(void *context,
                            struct MHD_Connection *connection,
                            void **socket_context,
                            enum MHD_ConnectionNotificationCode what);
size_t http_keep_escapes(void *context, struct MHD_Connection *connection, char *text);

/* Memory for a request, as new, from those that the thread keeps or made for
 * it (state.c); and back, to be kept for the thread's next request. */
struct http_state *http_state_take(struct http_server *server) RETURNS_NONNULL NODISCARD;
void http_state_give(struct http_state *state);

/* What its body reserved of all bodies' budget. */
void http_state_give_back_budget(struct http_state *state);

/* Free the state of a request whose connection is gone; any thread. */
void http_state_discard(struct http_state *state);
void http_state_free(struct http_state *state); /* nobody lists it any more */

/* Asked for a suspended request in each round: can it go on?  Who waits for
 * long is parked on the way. */
bool http_is_back(struct http_state *state);

/* The connection of a suspended request is cut: does another thread have it,
 * who discards it when it gives it back? */
bool http_is_lost(struct http_state *state);

unsigned http_idle_seconds(const struct http_server *server);

/* Does another thread have it? */
bool http_is_away(struct http_state *state);

/* A header where the library keeps it: valid as long as the connection. */
struct text http_peek_header(const struct http_request *request, const char *name);

/* Queue the reply that is in the request. */
enum MHD_Result http_send(struct http_state *state);

/* The response of a body in a file (file_reply.c), and its end when none was made. */
struct MHD_Response *http_file_response(struct http_state *state);
void http_file_close(struct http_file *file);

/* A reply of a status that no result code has. */
void http_reply_status(struct http_request *request,
                       int status,
                       const char *word,
                       const char *title);
