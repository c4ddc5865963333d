#include "http/pool.h"

#include "base/mem.h"
#include "base/thread.h"

#include <stdatomic.h>

enum {
    BURST = 128,       /* events the library takes at once (MAX_EVENTS) */
    WAIT_MS = 100,     /* a thread looks up so often, to see whether it shall stop */
    WAIT_BURST_MS = 2, /* ... and so often when a burst is possible */
};

struct worker {
    struct http_pool *pool;
    struct MHD_Daemon *daemon;
    struct thread *thread;
};

struct http_pool {
    /* set before start, then constant */
    struct worker *workers;
    unsigned count;

    /* any thread */
    atomic_bool stopping;
};

static unsigned connections_of(struct MHD_Daemon *daemon)
{
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_CURRENT_CONNECTIONS);

    return info ? info->num_connections : BURST;
}

static void work(void *context)
{
    struct worker *worker = context;

    while (!atomic_load(&worker->pool->stopping)) {
        bool burst = connections_of(worker->daemon) >= BURST;

        if (MHD_run_wait(worker->daemon, burst ? WAIT_BURST_MS : WAIT_MS) != MHD_YES) return;
    }
}

enum rc http_pool_start(unsigned threads,
                        http_pool_daemon *start,
                        void *context,
                        struct http_pool **out_pool)
{
    CLEANUP(http_pool_stop) struct http_pool *pool = mem_alloc(1, sizeof *pool);

    assert(threads > 0);
    pool->workers = mem_alloc(threads, sizeof *pool->workers);
    for (; pool->count < threads; pool->count++) {
        struct worker *worker = &pool->workers[pool->count];

        worker->pool = pool;
        worker->daemon = start(context, pool->count);
        if (!worker->daemon) return RC_UNAVAILABLE;
    }
    for (unsigned i = 0; i < threads; i++) {
        TRY(thread_start(&pool->workers[i].thread, "http", work, &pool->workers[i]));
    }
    *out_pool = TAKE(pool);
    return RC_OK;
}

void http_pool_quiesce(struct http_pool *pool)
{
    for (unsigned i = 0; i < pool->count; i++) {
        IGNORE(MHD_quiesce_daemon(pool->workers[i].daemon), "the socket is known");
    }
}

void http_pool_stop(struct http_pool **pool)
{
    struct http_pool *stopped = *pool;

    if (!stopped) return;
    atomic_store(&stopped->stopping, true);
    for (unsigned i = 0; i < stopped->count; i++) {
        thread_join(&stopped->workers[i].thread);
    }
    http_pool_quiesce(stopped);
    for (unsigned i = 0; i < stopped->count; i++) {
        MHD_stop_daemon(stopped->workers[i].daemon);
    }
    mem_free(stopped->workers);
    mem_free(stopped);
    *pool = NULL;
}
