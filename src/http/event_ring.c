#include "http/event_ring.h"

#include "base/buf.h"
#include "base/mem.h"

#include <string.h>

enum { EVENT_NAME_BYTES_MAX = 40 };

struct event *event_of(struct text bytes, uint64_t number)
{
    struct event *event = mem_alloc(1, sizeof *event + bytes.bytes);

    atomic_init(&event->users, 1);
    event->number = number;
    event->bytes = bytes.bytes;
    memcpy(event->at, bytes.at, bytes.bytes);
    return event;
}

struct event *event_format(uint32_t run, const struct http_event *told)
{
    CLEANUP(buf_done) struct buf all = {0};
    struct text data = told->data;
    struct event *event;

    assert(text_find(data, '\n') == data.bytes && text_find(data, '\r') == data.bytes);
    assert(strlen(told->name) <= EVENT_NAME_BYTES_MAX);
    buf_init(&all, data.bytes + 2 * EVENT_NAME_BYTES_MAX + 64);
    buf_format(&all, "id: %08x.%llu\nevent: %s\ndata: ", run, (unsigned long long)told->number,
               told->name);
    buf_add(&all, data);
    buf_add(&all, TEXT("\n\n"));
    assert(buf_ok(&all));
    event = event_of(buf_text(&all), told->number);
    event->audience = told->audience;
    event->is_last = told->is_last;
    return event;
}

struct event *event_keep(struct event *event)
{
    atomic_fetch_add(&event->users, 1);
    return event;
}

void event_drop(struct event **event)
{
    struct event *dropped = *event;

    *event = NULL;
    if (dropped && atomic_fetch_sub(&dropped->users, 1) == 1) mem_free(dropped);
}

void event_ring_init(struct event_ring *ring, size_t count)
{
    *ring = (struct event_ring){.slots = mem_alloc(count, sizeof(struct event *)), .count = count};
}

void event_ring_done(struct event_ring *ring)
{
    for (size_t i = 0; i < ring->count; i++) {
        event_drop(&ring->slots[i]);
    }
    mem_free(ring->slots);
    *ring = (struct event_ring){0};
}

static struct event **slot_of(const struct event_ring *ring, uint64_t place)
{
    return &ring->slots[place % ring->count];
}

struct event *event_ring_add(struct event_ring *ring, struct event *event)
{
    struct event *leaving;

    event->place = ++ring->newest;
    leaving = *slot_of(ring, event->place);
    *slot_of(ring, event->place) = event;
    if (leaving) ring->dropped_number = leaving->number;
    return leaving;
}

uint64_t event_ring_oldest(const struct event_ring *ring)
{
    return ring->newest > ring->count ? ring->newest - ring->count + 1 : 1;
}

struct event *event_ring_at(const struct event_ring *ring, uint64_t place)
{
    assert(place >= event_ring_oldest(ring) && place <= ring->newest);
    return *slot_of(ring, place);
}

uint64_t event_ring_after(const struct event_ring *ring, uint64_t number)
{
    uint64_t place = event_ring_oldest(ring);

    if (number < ring->dropped_number) return 0;
    while (place <= ring->newest && event_ring_at(ring, place)->number <= number) {
        place++;
    }
    return place;
}
