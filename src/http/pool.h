/* pool.h - the threads that serve one listener.
 *
 * Each thread runs a daemon of the library by itself (external polling), on a
 * listening socket of its own at the same address, so that the kernel spreads
 * connections over them evenly.  The library's own pool is not used: when exactly
 * 128 events arrive at once, its threads wait for more before they handle
 * them, for as long as the oldest connection may be idle (libmicrohttpd
 * 0.9.75, MHD_epoll; seen as half of 256 terminals hanging).  Here a wait is
 * short as soon as a thread has that many connections, so it cannot happen.
 *
 * Memory    http_pool_stop frees everything.
 * Threads   All functions: the main thread.
 * Errors    http_pool_start: RC_UNAVAILABLE when the library or the system
 *           refuses; nothing is left behind then. */
#pragma once

#include "base/cc.h"

#include <microhttpd.h>

struct http_pool;

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
