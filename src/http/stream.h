/* stream.h - events to many watchers (server-sent events).
 *
 * A hub keeps the last events in a ring.  An event is formatted once; all
 * watchers send the same bytes and hold nothing but the number of the event
 * they are at.  A watcher with nothing to send is suspended; publishing wakes
 * all in one sweep, by the hub's own thread, so that the publisher does not
 * wait.
 *
 *   new watcher, or one too far behind   `snapshot` is asked, then the changes
 *   Last-Event-ID still in the ring      the missed changes only
 *   nothing to say for 15 s              a comment line
 *   five minutes old                     the end
 *
 * A stream ends by itself after some minutes, never all in the same second.
 * The watcher comes back at once with the id of the last event, misses nothing,
 * and passes the door again: whoever may watch no longer is let out by then.
 *
 * The id on the wire is "<run>.<number>", so that a watcher of an earlier run
 * of the program gets a snapshot.  It is echoed, not interpreted, by clients.
 *
 * Watchers may be of a group, each by a name of its own (numbers of the caller):
 * an event is for all, for a group, or for one of it, and a snapshot is of a
 * group.  The last event for one ends his stream.
 *
 * Memory    Events are freed when they leave the ring and nobody sends them.
 *           A slow watcher costs nothing more than a fast one.
 * Threads   publish: any.  open: in a handler.  snapshot: called in the
 *           server's threads, without locks; must not block.
 * Errors    http_stream_open: RC_TOO_MANY above STREAMS_MAX, RC_UNAVAILABLE
 *           when the hub is closing. */
#pragma once

#include "base/buf.h"
#include "http/request.h"

struct http_stream_hub;

/* Who watches, or for whom an event is; 0: everybody. */
struct http_audience {
    uint64_t group;
    uint64_t one;
};

/* Write the whole state of a group (0: that of all) as it is after an event, as
 * one line of JSON, and say which event that was. */
typedef enum rc http_stream_snapshot(void *context,
                                     uint64_t group,
                                     struct buf *to,
                                     uint64_t *out_number);

struct http_stream_options {
    size_t event_count;    /* in the ring, at least 2 */
    unsigned beat_seconds; /* 0: 15 */
    unsigned life_seconds; /* of a stream, and up to a quarter more; 0: 300 */
    http_stream_snapshot *snapshot;
    void *context;
};

enum rc http_stream_start(const struct http_stream_options *options,
                          struct http_stream_hub **out_hub) NODISCARD;

/* Stop accepting, end every stream.  Watchers may still be closing: call
 * before http_server_stop, and http_stream_free after it. */
void http_stream_stop(struct http_stream_hub *hub);
void http_stream_free(struct http_stream_hub **freed);

/* Send an event to all.  Numbers rise; `data` is one line. */
void http_stream_publish(struct http_stream_hub *hub,
                         const char *name,
                         uint64_t number,
                         struct text data);

/* The same to some; `is_last` ends the streams that get it. */
struct http_event {
    const char *name;
    uint64_t number;
    struct text data;
    struct http_audience audience;
    bool is_last;
};
void http_stream_publish_to(struct http_stream_hub *hub, const struct http_event *event);

/* Turn the request into a watcher of the hub; the handler then returns RC_OK. */
enum rc http_stream_open(struct http_stream_hub *hub, struct http_request *request) NODISCARD;
enum rc http_stream_open_as(struct http_stream_hub *hub,
                            struct http_request *request,
                            struct http_audience audience) NODISCARD;

size_t http_stream_watchers(struct http_stream_hub *hub);
