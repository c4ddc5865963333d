#include "http/stream.h"

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/random.h"
#include "base/thread.h"
#include "http/stream_private.h"

enum { BEAT_SECONDS = 15, LIFE_SECONDS = 300 };

void http_stream_publish_to(struct http_stream_hub *hub, const struct http_event *told)
{
    struct event *event = event_format(hub->run, told);
    struct event *leaving;
    CLEANUP(lock_release) struct lock *held = lock_take(&hub->lock);

    leaving = event_ring_add(&hub->ring, event);
    lock_signal_one(&hub->published);
    lock_release(&held);
    event_drop(&leaving);
}

void http_stream_publish(struct http_stream_hub *hub,
                         const char *name,
                         uint64_t number,
                         struct text data)
{
    http_stream_publish_to(hub, &(struct http_event){.name = name, .number = number, .data = data});
}

enum rc http_stream_open(struct http_stream_hub *hub, struct http_request *request)
{
    return http_stream_open_as(hub, request, (struct http_audience){0});
}

enum rc http_stream_open_as(struct http_stream_hub *hub,
                            struct http_request *request,
                            struct http_audience audience)
{
    CLEANUP(lock_release) struct lock *held = NULL;
    struct watcher *watcher;

    TRY(http_reply_header(request, "Cache-Control", TEXT("no-store")));
    TRY(http_reply_header(request, "X-Accel-Buffering", TEXT("no")));
    held = lock_take(&hub->lock);
    if (hub->closing) return RC_UNAVAILABLE;
    if (hub->watcher_count >= STREAMS_MAX) return RC_TOO_MANY;
    watcher = mem_alloc(1, sizeof *watcher);
    watcher->hub = hub;
    watcher->connection = request->state->connection;
    watcher->audience = audience;
    watcher_begin(watcher, http_header(request, "Last-Event-ID"));
    sleep_note_worker(hub);
    hub->watcher_count++;
    request->reply.content_type = "text/event-stream";
    request->reply.close = true; /* it ends with its connection */
    request->state->source = (struct http_source){watcher_read, watcher_free, watcher};
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
    hub->life_ms = 1000 * (options->life_seconds ? options->life_seconds : LIFE_SECONDS);
    random_bytes(&hub->run, sizeof hub->run);
    event_ring_init(&hub->ring, options->event_count);
    hub->beat = event_of(TEXT(": \n\n"), 0);
    lock_init(&hub->lock, LOCK_HUB);
    lock_signal_init(&hub->published);
    lock_signal_init(&hub->all_awake);
    *out_hub = hub;
    rc = thread_start(&hub->sweeper, "streams", sleep_sweep, hub);
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
    event_ring_done(&hub->ring);
    event_drop(&hub->snapshot);
    event_drop(&hub->beat);
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
