#include "http/stream.h"

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/random.h"
#include "base/thread.h"
#include "http/server_private.h"

#include <stdio.h>
#include <string.h>

enum {
    BEAT_SECONDS = 15,
    SNAPSHOT_AGE_MAX = 32,  /* events after which a new watcher gets a new snapshot */
    RETRY_MS_MIN = 1000,    /* after a restart the watchers come back ... */
    RETRY_MS_SPREAD = 3000, /* ... one after the other */
    GREETING_BYTES = 32,
    EVENT_NAME_BYTES_MAX = 40,
};

/* What all watchers send: formatted once, counted, freed by the last. */
struct event {
    atomic_int users;
    uint64_t place;  /* dense: the events of a hub are 1, 2, 3 ... */
    uint64_t number; /* the publisher's */
    struct http_audience audience;
    size_t bytes;
    bool is_last; /* of the streams that get it */
    char at[];
};

/*   ring:  oldest ... newest          place % event_count is the slot
 *                ▲
 *          watcher->next              what it sends after `sending`
 *
 * 1. Every place from oldest to newest is in the ring; none when newest is 0.
 * 2. A watcher is in the list of the sleeping while, and only while, its
 *    connection is suspended. */
struct http_stream_hub {
    /* set before start, then constant */
    struct http_stream_options options;
    int64_t beat_ms;
    uint32_t run; /* in the ids, tells one run of the program from another */
    struct thread *sweeper;
    struct event *beat;
    /* guarded by lock */
    struct lock lock;
    struct lock_signal published;
    struct lock_signal all_awake; /* while closing */
    struct event **ring;
    uint64_t newest;         /* place; 0: nothing was published */
    uint64_t dropped_number; /* of the last event that left the ring */
    struct event *snapshot;  /* the last one made; its place is where to go on */
    struct watcher *sleeping;
    bool waking; /* some are off the list and on their way */
    size_t watcher_count;
    bool closing;
    /* grows under lock, read by the sweeper */
    _Atomic(struct http_worker *) workers[HTTP_LISTENERS_MAX * HTTP_THREADS_MAX];
};

/* Owned by the server's thread of its connection, except the links. */
struct watcher {
    struct http_stream_hub *hub;
    struct MHD_Connection *connection;
    uint64_t next;   /* the place to send after what is being sent */
    uint64_t number; /* of the last event begun */
    struct http_audience audience;
    bool wants_snapshot;
    bool ends; /* with what is being sent */
    char greeting[GREETING_BYTES];
    const char *at;        /* what is being sent ... */
    size_t bytes;          /* ... and how much of it is left */
    struct event *sending; /* its owner; NULL for the greeting */
    /* guarded by hub->lock */
    int64_t spoke_at_ms;
    bool beat_due;
    struct watcher *next_asleep;
    struct watcher *previous_asleep;
};

static struct event *event_of(struct text bytes, uint64_t number)
{
    struct event *event = mem_alloc(1, sizeof *event + bytes.bytes);

    atomic_init(&event->users, 1);
    event->number = number;
    event->bytes = bytes.bytes;
    memcpy(event->at, bytes.at, bytes.bytes);
    return event;
}

static struct event *keep(struct event *event)
{
    atomic_fetch_add(&event->users, 1);
    return event;
}

static void drop(struct event **event)
{
    struct event *dropped = *event;

    *event = NULL;
    if (dropped && atomic_fetch_sub(&dropped->users, 1) == 1) mem_free(dropped);
}

static struct event *format_event(const struct http_stream_hub *hub,
                                  const char *name,
                                  uint64_t number,
                                  struct text data)
{
    CLEANUP(buf_done) struct buf all = {0};

    assert(text_find(data, '\n') == data.bytes && text_find(data, '\r') == data.bytes);
    assert(strlen(name) <= EVENT_NAME_BYTES_MAX);
    buf_init(&all, data.bytes + 2 * EVENT_NAME_BYTES_MAX + 64);
    buf_format(&all, "id: %08x.%llu\nevent: %s\ndata: ", hub->run, (unsigned long long)number,
               name);
    buf_add(&all, data);
    buf_add(&all, TEXT("\n\n"));
    assert(buf_ok(&all));
    return event_of(buf_text(&all), number);
}

static struct event **slot_of(struct http_stream_hub *hub, uint64_t place)
{
    return &hub->ring[place % hub->options.event_count];
}

static uint64_t oldest_place(const struct http_stream_hub *hub)
{
    uint64_t count = hub->options.event_count;

    return hub->newest > count ? hub->newest - count + 1 : 1;
}

void http_stream_publish_to(struct http_stream_hub *hub, const struct http_event *told)
{
    struct event *event = format_event(hub, told->name, told->number, told->data);
    struct event *leaving;
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);

    event->audience = told->audience;
    event->is_last = told->is_last;
    event->place = ++hub->newest;
    leaving = *slot_of(hub, event->place);
    *slot_of(hub, event->place) = event;
    if (leaving) hub->dropped_number = leaving->number;
    lock_signal_one(&hub->published);
    lock_release(&held);
    drop(&leaving);
}

void http_stream_publish(struct http_stream_hub *hub,
                         const char *name,
                         uint64_t number,
                         struct text data)
{
    http_stream_publish_to(hub, &(struct http_event){.name = name, .number = number, .data = data});
}

/* The place of the first event after a number, or 0 when such an event has
 * left the ring already. */
static uint64_t place_after(struct http_stream_hub *hub, uint64_t number)
{
    uint64_t place = oldest_place(hub);

    lock_assert_held(&hub->lock);
    if (number < hub->dropped_number) return 0;
    while (place <= hub->newest && (*slot_of(hub, place))->number <= number) {
        place++;
    }
    return place;
}

static void fall_asleep(struct watcher *watcher)
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
        if (watcher->beat_due || watcher->next <= hub->newest || hub->closing) {
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

static void sweep_on(void *context)
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

/* Ask for a snapshot, outside the lock, and remember it for the next watcher. */
static enum rc make_snapshot(struct http_stream_hub *hub, uint64_t group)
{
    CLEANUP(buf_done) struct buf data = {0};
    CLEANUP(drop) struct event *made = NULL;
    CLEANUP(drop) struct event *earlier = NULL;
    CLEANUP(lock_release) struct lock *held = NULL;
    uint64_t number = 0;

    buf_init(&data, REPLY_BYTES_MAX);
    TRY(hub->options.snapshot(hub->options.context, group, &data, &number));
    if (!buf_ok(&data)) return RC_TOO_LARGE;
    made = format_event(hub, "snapshot", number, buf_text(&data));
    made->audience.group = group;
    held = lock_take(&hub->lock);
    made->place = hub->newest;
    earlier = hub->snapshot;
    hub->snapshot = TAKE(made);
    lock_release(&held);
    return RC_OK;
}

static bool is_snapshot_fresh(struct http_stream_hub *hub, uint64_t group)
{
    lock_assert_held(&hub->lock);
    return hub->snapshot && hub->snapshot->audience.group == group &&
           hub->newest - hub->snapshot->place <= SNAPSHOT_AGE_MAX &&
           place_after(hub, hub->snapshot->number) != 0;
}

static void begin_event(struct watcher *watcher, struct event *event)
{
    watcher->sending = keep(event);
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
    watcher->next = place_after(hub, watcher->number);
    watcher->wants_snapshot = false;
    return true;
}

static bool is_for(const struct event *event, const struct watcher *watcher)
{
    const struct http_audience *of = &event->audience;

    if (of->group && of->group != watcher->audience.group) return false;
    return !of->one || of->one == watcher->audience.one;
}

/* Find what to send next: false when there is nothing. */
static bool begin_next(struct watcher *watcher, struct lock **held)
{
    struct http_stream_hub *hub = watcher->hub;

    if (watcher->next < oldest_place(hub)) watcher->wants_snapshot = true;
    if (watcher->wants_snapshot) return begin_snapshot(watcher, held);
    while (watcher->next <= hub->newest) {
        struct event *event = *slot_of(hub, watcher->next++);

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
    if (watcher->bytes == 0) drop(&watcher->sending);
    return count;
}

/* The library asks for more; with nothing to say the watcher is suspended,
 * because returning 0 alone makes the library ask again at once.  That is right
 * for who still wants a snapshot. */
static ssize_t read_stream(void *context, uint64_t position, char *to, size_t room)
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
    if (!watcher->wants_snapshot) fall_asleep(watcher);
    return 0;
}

static void free_watcher(void *context)
{
    struct watcher *watcher = context;
    struct http_stream_hub *hub = watcher->hub;
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);

    hub->watcher_count--;
    drop(&watcher->sending);
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

static void place_watcher(struct watcher *watcher, struct text last_id)
{
    struct http_stream_hub *hub = watcher->hub;
    uint64_t number = 0;

    lock_assert_held(&hub->lock);
    watcher->wants_snapshot = true;
    if (!parse_id(hub, last_id, &number)) return;
    watcher->next = place_after(hub, number);
    watcher->number = number;
    watcher->wants_snapshot = watcher->next == 0;
}

/* Watchers come to this one's rounds. */
static void note_worker(struct http_stream_hub *hub)
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

enum rc http_stream_open(struct http_stream_hub *hub, struct http_request *request)
{
    return http_stream_open_as(hub, request, (struct http_audience){0});
}

enum rc http_stream_open_as(struct http_stream_hub *hub,
                            struct http_request *request,
                            struct http_audience audience)
{
    struct text last_id = http_header(request, "Last-Event-ID");
    CLEANUP(lock_release) struct lock *held = NULL;
    struct watcher *watcher;
    int length;

    TRY(http_reply_header(request, "Cache-Control", TEXT("no-store")));
    TRY(http_reply_header(request, "X-Accel-Buffering", TEXT("no")));
    held = lock_take(&hub->lock);
    if (hub->closing) return RC_UNAVAILABLE;
    if (hub->watcher_count >= STREAMS_MAX) return RC_TOO_MANY;
    watcher = mem_alloc(1, sizeof *watcher);
    watcher->hub = hub;
    watcher->connection = request->state->connection;
    watcher->audience = audience;
    watcher->spoke_at_ms = clock_mono_ms();
    length = snprintf(watcher->greeting, sizeof watcher->greeting, "retry: %u\n\n",
                      RETRY_MS_MIN + random_below(RETRY_MS_SPREAD));
    assert(length > 0 && length < GREETING_BYTES);
    watcher->at = watcher->greeting;
    watcher->bytes = (size_t)length;
    place_watcher(watcher, last_id);
    note_worker(hub);
    hub->watcher_count++;
    request->reply.content_type = "text/event-stream";
    request->reply.close = true; /* it ends with its connection */
    request->state->source = (struct http_source){read_stream, free_watcher, watcher};
    return RC_OK;
}

enum rc http_stream_start(const struct http_stream_options *options,
                          struct http_stream_hub **out_hub)
{
    struct http_stream_hub *hub = mem_alloc(1, sizeof *hub);
    enum rc rc;

    assert(options->event_count >= 2 && options->snapshot);
    hub->options = *options;
    hub->beat_ms = 1000 * (int64_t)(options->beat_seconds ? options->beat_seconds : BEAT_SECONDS);
    random_bytes(&hub->run, sizeof hub->run);
    hub->ring = mem_alloc(options->event_count, sizeof(struct event *));
    hub->beat = event_of(TEXT(": \n\n"), 0);
    lock_init(&hub->lock, LOCK_HUB);
    lock_signal_init(&hub->published);
    lock_signal_init(&hub->all_awake);
    *out_hub = hub;
    rc = thread_start(&hub->sweeper, "streams", sweep_on, hub);
    if (rc != RC_OK) http_stream_free(out_hub);
    return rc;
}

void http_stream_stop(struct http_stream_hub *hub)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);

    hub->closing = true;
    lock_signal_one(&hub->published);
    while (hub->sleeping || hub->waking) {
        IGNORE(lock_wait(held, &hub->all_awake, -1), "asked again");
    }
}

void http_stream_free(struct http_stream_hub **freed)
{
    struct http_stream_hub *hub = *freed;

    if (!hub) return;
    http_stream_stop(hub);
    thread_join(&hub->sweeper);
    assert(hub->watcher_count == 0);
    for (size_t i = 0; i < hub->options.event_count; i++) {
        drop(&hub->ring[i]);
    }
    drop(&hub->snapshot);
    drop(&hub->beat);
    mem_free(hub->ring);
    lock_signal_done(&hub->all_awake);
    lock_signal_done(&hub->published);
    lock_done(&hub->lock);
    mem_free(hub);
    *freed = NULL;
}

size_t http_stream_watchers(struct http_stream_hub *hub)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);

    return hub->watcher_count;
}
