#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/random.h"
#include "http/stream_private.h"

#include <stdio.h>
#include <string.h>

enum {
    SNAPSHOT_AGE_MAX = 32,  /* events after which a new watcher gets a new snapshot */
    RETRY_MS_MIN = 1000,    /* after a restart the watchers come back ... */
    RETRY_MS_SPREAD = 3000, /* ... one after the other */
};

/* Ask for a snapshot, outside the lock, and remember it for the next watcher. */
static enum rc make_snapshot(struct http_stream_hub *hub, uint64_t group)
{
    CLEANUP(buf_done) struct buf data = {0};
    CLEANUP(event_drop) struct event *made = NULL;
    CLEANUP(event_drop) struct event *earlier = NULL;
    CLEANUP(lock_release) struct lock *held = NULL;
    uint64_t number = 0;

    buf_init(&data, REPLY_BYTES_MAX);
    TRY(hub->options.snapshot(hub->options.context, group, &data, &number));
    if (!buf_ok(&data)) return RC_TOO_LARGE;
    made = event_format(hub->run, &(struct http_event){.name = "snapshot",
                                                       .number = number,
                                                       .data = buf_text(&data),
                                                       .audience = {.group = group}});
    held = lock_take(&hub->lock);
    made->place = hub->ring.newest;
    earlier = hub->snapshot;
    hub->snapshot = TAKE(made);
    lock_release(&held);
    return RC_OK;
}

static bool is_snapshot_fresh(struct http_stream_hub *hub, uint64_t group)
{
    lock_assert_held(&hub->lock);
    return hub->snapshot && hub->snapshot->audience.group == group &&
           hub->ring.newest - hub->snapshot->place <= SNAPSHOT_AGE_MAX &&
           event_ring_after(&hub->ring, hub->snapshot->number) != 0;
}

static void begin_event(struct watcher *watcher, struct event *event)
{
    watcher->sending = event_keep(event);
    watcher->at = event->at;
    watcher->bytes = event->bytes;
}

/* Begin with the snapshot, which another watcher's wish may have made.  One that
 * cannot be made ends the stream; one that was overtaken by more events than the
 * ring holds while it was made is no use, and is asked for again. */
static bool begin_snapshot(struct watcher *watcher, struct lock **held)
{
    struct http_stream_hub *hub = watcher->hub;
    uint64_t group = watcher->audience.group;

    if (!is_snapshot_fresh(hub, group)) {
        enum rc rc;

        lock_release(held);
        rc = make_snapshot(hub, group);
        *held = lock_take(&hub->lock);
        watcher->ends = rc != RC_OK;
        if (watcher->ends || !is_snapshot_fresh(hub, group)) return false;
    }
    begin_event(watcher, hub->snapshot);
    watcher->number = hub->snapshot->number;
    watcher->next = event_ring_after(&hub->ring, watcher->number);
    watcher->wants_snapshot = false;
    return true;
}

static bool is_for(const struct event *event, const struct watcher *watcher)
{
    const struct http_audience *of = &event->audience;

    if (of->group && of->group != watcher->audience.group) return false;
    return !of->one || of->one == watcher->audience.one;
}

/* Find what to send next: false when there is nothing.  A stream that has lived
 * its time ends before the next event, which is told when its watcher is back. */
static bool begin_next(struct watcher *watcher, struct lock **held)
{
    struct http_stream_hub *hub = watcher->hub;

    watcher->ends = clock_mono_ms() >= watcher->until_ms;
    if (watcher->ends) return false;
    if (watcher->next < event_ring_oldest(&hub->ring)) watcher->wants_snapshot = true;
    if (watcher->wants_snapshot) return begin_snapshot(watcher, held);
    while (watcher->next <= hub->ring.newest) {
        struct event *event = event_ring_at(&hub->ring, watcher->next++);

        if (event->number <= watcher->number) continue;
        watcher->number = event->number;
        if (!is_for(event, watcher)) continue;
        watcher->ends = event->is_last;
        begin_event(watcher, event);
        return true;
    }
    if (!watcher->beat_due) return false;
    watcher->beat_due = false;
    begin_event(watcher, hub->beat);
    return true;
}

static size_t copy_some(struct watcher *watcher, char *to, size_t room)
{
    size_t count = watcher->bytes < room ? watcher->bytes : room;

    memcpy(to, watcher->at, count);
    watcher->at += count;
    watcher->bytes -= count;
    if (watcher->bytes == 0) event_drop(&watcher->sending);
    return count;
}

/* The library asks for more; with nothing to say the watcher is suspended,
 * because returning 0 alone makes the library ask again at once.  That is right
 * for who still wants a snapshot. */
ssize_t watcher_read(void *context, uint64_t position, char *to, size_t room)
{
    struct watcher *watcher = context;
    struct http_stream_hub *hub = watcher->hub;
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);
    size_t count = 0;

    (void)position;
    http_worker_moved();
    while (count < room) {
        bool is_over = hub->closing || watcher->ends;

        if (watcher->bytes == 0 && (is_over || !begin_next(watcher, &held))) break;
        count += copy_some(watcher, to + count, room - count);
    }
    if (count > 0) {
        watcher->spoke_at_ms = clock_mono_ms();
        return (ssize_t)count;
    }
    if (hub->closing || watcher->ends) return MHD_CONTENT_READER_END_OF_STREAM;
    if (!watcher->wants_snapshot) sleep_begin(watcher);
    return 0;
}

void watcher_free(void *context)
{
    struct watcher *watcher = context;
    struct http_stream_hub *hub = watcher->hub;
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);

    hub->watcher_count--;
    event_drop(&watcher->sending);
    mem_free(watcher);
}

/* "1a2b3c4d.17": the number, if it is of this run. */
static bool parse_id(const struct http_stream_hub *hub, struct text id, uint64_t *out_number)
{
    char run[16];
    struct text before = text_cut(&id, '.');
    int64_t number = 0;

    IGNORE(snprintf(run, sizeof run, "%08x", hub->run), "eight digits");
    if (!text_equal(before, text_of(run)) || !text_int(id, &number) || number < 0) return false;
    *out_number = (uint64_t)number;
    return true;
}

static void greet(struct watcher *watcher)
{
    int length = snprintf(watcher->greeting, sizeof watcher->greeting, "retry: %u\n\n",
                          RETRY_MS_MIN + random_below(RETRY_MS_SPREAD));

    assert(length > 0 && length < GREETING_BYTES);
    watcher->at = watcher->greeting;
    watcher->bytes = (size_t)length;
}

void watcher_begin(struct watcher *watcher, struct text last_id)
{
    struct http_stream_hub *hub = watcher->hub;
    uint64_t number = 0;

    lock_assert_held(&hub->lock);
    greet(watcher);
    watcher->spoke_at_ms = clock_mono_ms();
    watcher->until_ms =
        watcher->spoke_at_ms + hub->life_ms + (int64_t)random_below(hub->life_ms / 4 + 1);
    watcher->wants_snapshot = true;
    if (!parse_id(hub, last_id, &number)) return;
    watcher->next = event_ring_after(&hub->ring, number);
    watcher->number = number;
    watcher->wants_snapshot = watcher->next == 0;
}
