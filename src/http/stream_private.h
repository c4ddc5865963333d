/* stream_private.h - what the parts of an event stream share; included by stream*.c.
 *
 *   stream.c           the hub: publishing, waking who sleeps, start and end
 *   stream_watcher.c   one watcher: what is sent to it next
 *   stream_sleep.c     who has nothing to send, and sleeps suspended */
#pragma once

#include "base/lock.h"
#include "http/event_ring.h"
#include "http/server_private.h"

/* A watcher is in the list of the sleeping while, and only while, its connection
 * is suspended. */
struct http_stream_hub {
    /* set before start, then constant */
    struct http_stream_options options;
    int64_t beat_ms;
    uint32_t life_ms;
    uint32_t run; /* in the ids, tells one run of the program from another */
    struct thread *sweeper;
    struct event *beat;
    /* guarded by lock */
    struct lock lock;
    struct lock_signal published;
    struct lock_signal all_awake; /* while closing */
    struct event_ring ring;
    struct event *snapshot; /* the last one made; its place is where to go on */
    struct watcher *sleeping;
    bool waking; /* some are off the list and on their way */
    size_t watcher_count;
    bool closing;
    /* grows under lock, read by the sweeper */
    _Atomic(struct http_worker *) workers[HTTP_LISTENERS_MAX * HTTP_THREADS_MAX];
};

enum { GREETING_BYTES = 32 };

/* Owned by the server's thread of its connection, except the links. */
struct watcher {
    struct http_stream_hub *hub;
    struct MHD_Connection *connection;
    uint64_t next;    /* the place to send after what is being sent */
    uint64_t number;  /* of the last event begun */
    int64_t until_ms; /* when it shall come back through the door */
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

/* ---- stream_watcher.c ---- */

/* Greet it, and place it behind the event it saw last, if the ring still tells
 * what came after; under the hub's lock. */
void watcher_begin(struct watcher *watcher, struct text last_id);

/* What the library calls for the bytes of a watcher, and at his end. */
ssize_t watcher_read(void *context, uint64_t position, char *to, size_t room);
void watcher_free(void *context);

/* ---- stream_sleep.c ---- */

/* Suspend a watcher who has nothing to send; under the hub's lock. */
void sleep_begin(struct watcher *watcher);

/* Watchers come to the rounds of the caller's thread; under the hub's lock. */
void sleep_note_worker(struct http_stream_hub *hub);

/* The hub's own thread: wake who has something to send, until the hub is closed
 * and all are gone. */
void sleep_sweep(void *hub);
