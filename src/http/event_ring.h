/* event_ring.h - the last events of a stream, each formatted once.
 *
 * What all watchers send is the same bytes: an event is formatted when it is
 * published, counted by those who send it, and freed by the last of them.  The
 * ring keeps the newest, so that a watcher who was away is sent what he missed.
 *
 *   oldest ... newest     places are dense: the events of a ring are 1, 2, 3 ...
 *        ▲                place % count is the slot
 *   where a watcher is
 *
 * A place is the ring's; a number is the publisher's, rises, and may have gaps.
 *
 * Memory    event_keep and event_drop count an event's users.  The ring uses
 *           what is in it; event_ring_done drops that.
 * Threads   Users are counted from any.  A ring: one at a time. */
#pragma once

#include "base/cc.h"
#include "base/text.h"
#include "http/stream.h"

#include <stdatomic.h>

struct event {
    atomic_int users;
    uint64_t place;
    uint64_t number;
    struct http_audience audience;
    size_t bytes;
    bool is_last; /* of the streams that get it */
    char at[];
};

/* Bytes as they go out; used by the caller, for everybody and of no place so far. */
struct event *event_of(struct text bytes, uint64_t number) RETURNS_NONNULL NODISCARD;

/* The same of what is told, its id saying which run of the program tells it. */
struct event *event_format(uint32_t run, const struct http_event *told) RETURNS_NONNULL NODISCARD;

struct event *event_keep(struct event *event);
void event_drop(struct event **event); /* for CLEANUP; clears the pointer */

/* Every place from oldest to newest is in the ring; none when newest is 0. */
struct event_ring {
    struct event **slots;
    size_t count;
    uint64_t newest;         /* place; 0: nothing was published */
    uint64_t dropped_number; /* of the last event that left the ring */
};

void event_ring_init(struct event_ring *ring, size_t count);
void event_ring_done(struct event_ring *ring);

/* Put an event into the next place; what leaves the ring for it, or NULL, is
 * the caller's to drop. */
struct event *event_ring_add(struct event_ring *ring, struct event *event) NODISCARD;

uint64_t event_ring_oldest(const struct event_ring *ring);
struct event *event_ring_at(const struct event_ring *ring, uint64_t place) RETURNS_NONNULL;

/* The place of the first event after a number, or 0 when such an event has
 * left the ring already. */
uint64_t event_ring_after(const struct event_ring *ring, uint64_t number);
