#include "http/pool.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/thread.h"

#include <limits.h>
#include <poll.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <unistd.h>

enum { REST_HOLDING_MS = 10 }; /* a thread looks up so often while requests wait in it */

/* What others write stands last, behind what is hardly ever written, so that
 * they do not take the worker's own numbers out of its cache. */
struct http_worker {
    /* set before start, then constant */
    struct http_pool *pool;
    struct MHD_Daemon *daemon;
    struct thread *thread;
    int sockets; /* the daemon's epoll set: readable when a socket has news */
    int bell;    /* rings when another thread wakes this one */

    /* written by the thread, read by any */
    _Atomic int64_t tallies[HTTP_TALLIES];

    /* owned by the thread */
    int64_t round_ms;
    int held;
    bool moved;
    struct http_short common;

    /* any thread */
    atomic_bool resting;
    atomic_bool called;
};

struct http_pool {
    /* set before start, then constant */
    struct http_worker *workers;
    unsigned count;

    /* any thread */
    atomic_bool stopping;
};

static _Thread_local struct http_worker *mine;

struct http_worker *http_worker_mine(void)
{
    assert(mine);
    return mine;
}

void http_worker_moved(void)
{
    mine->moved = true;
}

void http_worker_hold(struct http_worker *worker, int change)
{
    worker->held += change;
    assert(worker->held >= 0);
}

void http_worker_count(enum http_tally what, int change)
{
    _Atomic int64_t *tally = &mine->tallies[what];
    int64_t count = atomic_load_explicit(tally, memory_order_relaxed);

    atomic_store_explicit(tally, count + change, memory_order_relaxed);
}

int64_t http_pool_count(const struct http_pool *pool, enum http_tally what)
{
    int64_t sum = 0;

    for (unsigned i = 0; i < pool->count; i++) {
        sum += atomic_load(&pool->workers[i].tallies[what]);
    }
    return sum;
}

struct http_short *http_worker_short(void)
{
    return &mine->common;
}

int64_t http_worker_round_ms(const struct http_worker *worker)
{
    return worker->round_ms;
}

/* Whoever calls first rings, and only when the worker rests: a thousand calls
 * during a round cost no system call.
 *
 *   worker: resting = true, then looks at called
 *   caller: called = true, then looks at resting      so one of them sees it */
void http_worker_wake(struct http_worker *worker)
{
    if (atomic_exchange(&worker->called, true)) return;
    if (!atomic_load(&worker->resting)) return;
    IGNORE(eventfd_write(worker->bell, 1), "it cannot be full");
}

/* The library would ring a bell of its own only in a thread of its own. */
void http_worker_resume(struct http_worker *worker, struct MHD_Connection *connection)
{
    MHD_resume_connection(connection);
    http_worker_wake(worker);
}

/* How long nothing can happen that neither socket nor bell tells, -1 for ever:
 * 0 when the library has work left, which it cannot say while requests are held. */
static int rest_ms(const struct http_worker *worker)
{
    MHD_UNSIGNED_LONG_LONG due_ms = 0;

    if (worker->held > 0) return REST_HOLDING_MS;
    if (MHD_get_timeout(worker->daemon, &due_ms) != MHD_YES) return -1;
    return due_ms < INT_MAX ? (int)due_ms : INT_MAX;
}

static void rest(struct http_worker *worker)
{
    struct pollfd news[] = {{.fd = worker->sockets, .events = POLLIN},
                            {.fd = worker->bell, .events = POLLIN}};
    int wait_ms = rest_ms(worker);
    eventfd_t rings;

    if (wait_ms == 0) return;
    atomic_store(&worker->resting, true);
    if (!atomic_load(&worker->called)) {
        IGNORE(poll(news, COUNT_OF(news), wait_ms), "interrupted, the next round finds nothing");
    }
    atomic_store(&worker->resting, false);
    if (news[1].revents & POLLIN) IGNORE(eventfd_read(worker->bell, &rings), "it rang");
}

static void work(void *context)
{
    struct http_worker *worker = context;

    mine = worker;
    while (!atomic_load(&worker->pool->stopping)) {
        atomic_store(&worker->called, false);
        worker->moved = false;
        worker->round_ms = clock_mono_ms();
        if (MHD_run_wait(worker->daemon, 0) != MHD_YES) return;
        if (!worker->moved) rest(worker);
    }
}

static enum rc begin_worker(struct http_worker *worker,
                            http_pool_daemon *start,
                            void *context,
                            unsigned index)
{
    const union MHD_DaemonInfo *info;

    worker->bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (worker->bell < 0) return RC_UNAVAILABLE;
    worker->daemon = start(context, index);
    if (!worker->daemon) return RC_UNAVAILABLE;
    info = MHD_get_daemon_info(worker->daemon, MHD_DAEMON_INFO_EPOLL_FD);
    if (!info) return RC_UNAVAILABLE;
    worker->sockets = info->epoll_fd;
    return RC_OK;
}

enum rc http_pool_start(unsigned threads,
                        http_pool_daemon *start,
                        void *context,
                        struct http_pool **out_pool)
{
    CLEANUP(http_pool_stop) struct http_pool *pool = mem_alloc(1, sizeof *pool);

    assert(threads > 0);
    pool->workers = mem_alloc(threads, sizeof *pool->workers);
    for (unsigned i = 0; i < threads; i++) {
        struct http_worker *worker = &pool->workers[pool->count++];

        worker->pool = pool;
        TRY(begin_worker(worker, start, context, i));
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
        if (!pool->workers[i].daemon) continue;
        IGNORE(MHD_quiesce_daemon(pool->workers[i].daemon), "the socket is known");
    }
}

static void end_worker(struct http_worker *worker)
{
    if (worker->common.response) MHD_destroy_response(worker->common.response);
    if (worker->daemon) MHD_stop_daemon(worker->daemon);
    file_close(&worker->bell);
}

void http_pool_stop(struct http_pool **pool)
{
    struct http_pool *stopped = *pool;

    if (!stopped) return;
    atomic_store(&stopped->stopping, true);
    for (unsigned i = 0; i < stopped->count; i++) {
        http_worker_wake(&stopped->workers[i]);
    }
    for (unsigned i = 0; i < stopped->count; i++) {
        thread_join(&stopped->workers[i].thread);
    }
    http_pool_quiesce(stopped);
    for (unsigned i = 0; i < stopped->count; i++) {
        end_worker(&stopped->workers[i]);
    }
    mem_free(stopped->workers);
    mem_free(stopped);
    *pool = NULL;
}
