/* pool.h - the threads that serve one listener.
 *
 * Each thread, a worker, runs a daemon of the library by itself (external
 * polling), on a listening socket of its own at the same address, so that the
 * kernel spreads connections over them evenly.  It works in rounds:
 *
 *   round: the library handles what is ready, without waiting
 *     │ something moved        │ nothing moved
 *     └──▶ next round          └──▶ rest until a socket or a wake
 *
 * Resting is ours for two reasons.  Requests that wait for another thread stay
 * where they are instead of being suspended and resumed: the library asks for
 * them in every round, which would spin if it did the waiting (suspend.c).  And
 * when exactly 128 events arrive at once, the library waits for more before it
 * handles them, for as long as the oldest connection may be idle (libmicrohttpd
 * 0.9.75, MHD_epoll; seen as half of 256 terminals hanging); it never waits here.
 *
 * Memory    http_pool_stop frees everything.
 * Threads   Start, quiesce and stop: the main thread.  http_worker_wake and
 *           http_worker_resume: any, before http_pool_stop.  The other http_worker functions: the worker's own.
 * Errors    http_pool_start: RC_UNAVAILABLE when the library or the system
 *           refuses; nothing is left behind then. */
#pragma once

#include "base/cc.h"

#include <microhttpd.h>

#include <stdint.h>

enum { HTTP_SHORT_BYTES = 32 };

struct http_pool;
struct http_worker;

/* A short plain reply as the library has it, for the next one that is equal;
 * freed with its worker. */
struct http_short {
    struct MHD_Response *response; /* NULL: none yet */
    int64_t second_at;             /* its Date */
    size_t bytes;
    char body[HTTP_SHORT_BYTES];
};

/* Start one daemon; called once a thread, for a listening socket of its own. */
typedef struct MHD_Daemon *http_pool_daemon(void *context, unsigned index);

enum rc http_pool_start(unsigned threads,
                        http_pool_daemon *start,
                        void *context,
                        struct http_pool **out_pool) NODISCARD;

/* Accept nobody new.  The listening socket stays its owner's. */
void http_pool_quiesce(struct http_pool *pool);

/* Join the threads, then end the daemons; no connection may be suspended. */
void http_pool_stop(struct http_pool **pool);

/* The worker whose thread this is. */
struct http_worker *http_worker_mine(void) RETURNS_NONNULL;

/* Something happened that the next round may carry on: no rest before it. */
void http_worker_moved(void);

/* Requests that wait in this worker's rounds: one more, or one less. */
void http_worker_hold(struct http_worker *worker, int change);

/* What a worker counts for itself, so that no two of them share a number. */
enum http_tally {
    HTTP_REQUESTS, /* since the start */
    HTTP_REFUSED,  /* of these, 4xx and 5xx */
    HTTP_ACTIVE,   /* between their first line and the end of the reply */
    HTTP_SUSPENDED_NOW,
    HTTP_TALLIES,
};

/* Add to a count of the calling worker. */
void http_worker_count(enum http_tally what, int change);

/* The sum over the workers, from any thread. */
int64_t http_pool_count(const struct http_pool *pool, enum http_tally what);

struct http_short *http_worker_short(void) RETURNS_NONNULL;

/* When the round began, by clock_mono_ms. */
int64_t http_worker_round_ms(const struct http_worker *worker);

/* A request that waits can go on. */
void http_worker_wake(struct http_worker *worker);

/* A connection of this worker's that was suspended can go on. */
void http_worker_resume(struct http_worker *worker, struct MHD_Connection *connection);
