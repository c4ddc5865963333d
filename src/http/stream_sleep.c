#include "base/clock.h"
#include "http/stream_private.h"

void sleep_begin(struct watcher *watcher)
{
    struct http_stream_hub *hub = watcher->hub;

    lock_assert_held(&hub->lock);
    watcher->previous_asleep = NULL;
    watcher->next_asleep = hub->sleeping;
    if (hub->sleeping) hub->sleeping->previous_asleep = watcher;
    hub->sleeping = watcher;
    MHD_suspend_connection(watcher->connection);
}

static void take_from_sleep(struct watcher *watcher)
{
    struct http_stream_hub *hub = watcher->hub;

    lock_assert_held(&hub->lock);
    if (watcher->next_asleep) watcher->next_asleep->previous_asleep = watcher->previous_asleep;
    if (watcher->previous_asleep) {
        watcher->previous_asleep->next_asleep = watcher->next_asleep;
    } else {
        hub->sleeping = watcher->next_asleep;
    }
}

/* Take those who have something to send off the list, chained together. */
static struct watcher *pick_sleepers(struct http_stream_hub *hub)
{
    struct watcher *watcher = hub->sleeping;
    struct watcher *picked = NULL;
    int64_t now_ms = clock_mono_ms();

    lock_assert_held(&hub->lock);
    while (watcher) {
        struct watcher *following = watcher->next_asleep;

        watcher->beat_due = now_ms - watcher->spoke_at_ms >= hub->beat_ms;
        if (watcher->beat_due || watcher->next <= hub->ring.newest || hub->closing) {
            take_from_sleep(watcher);
            watcher->next_asleep = picked;
            picked = watcher;
        }
        watcher = following;
    }
    return picked;
}

/* Resuming happens outside the lock: a suspended watcher cannot go away
 * before it is resumed, and may go away at once after.  The workers are called
 * when all are resumed, or they would begin a round for each. */
static void wake(struct http_stream_hub *hub, struct watcher *watcher)
{
    while (watcher) {
        struct watcher *following = watcher->next_asleep;

        MHD_resume_connection(watcher->connection);
        watcher = following;
    }
    for (size_t i = 0; i < COUNT_OF(hub->workers); i++) {
        struct http_worker *worker = atomic_load(&hub->workers[i]);

        if (worker) http_worker_wake(worker);
    }
}

void sleep_sweep(void *context)
{
    struct http_stream_hub *hub = context;
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);

    while (!hub->closing || hub->watcher_count > 0) {
        struct watcher *picked = pick_sleepers(hub);

        if (picked) {
            hub->waking = true;
            lock_release(&held);
            wake(hub, picked);
            held = lock_take(&hub->lock);
            hub->waking = false;
            if (hub->closing) lock_signal_all(&hub->all_awake);
        } else {
            IGNORE(lock_wait(held, &hub->published, hub->closing ? 5 : hub->beat_ms / 8 + 1),
                   "news, or time to look who was silent for long");
        }
    }
}

void sleep_note_worker(struct http_stream_hub *hub)
{
    struct http_worker *mine = http_worker_mine();
    size_t i = 0;

    lock_assert_held(&hub->lock);
    while (atomic_load(&hub->workers[i]) && atomic_load(&hub->workers[i]) != mine) {
        i++;
        assert(i < COUNT_OF(hub->workers));
    }
    atomic_store(&hub->workers[i], mine);
}
