/* What happens in rooms, as far as the public is told: of who has the floor and
 * who speaks for the public, of itself, and of the room; nothing of what is
 * written, asked, or done with a hand. */
#include "api/rooms.h"

enum { EVENT_BYTES_MAX = 16 * 1024, NUMBER_FIRST = 2 };

/* One event of the room may be several here: their numbers lie between those of
 * the room (the event, the end of a stream) and the next one's. */
struct telling {
    struct api *api;
    const struct video_event *event;
    uint64_t number;
    uint64_t one; /* for him alone; 0: for all */
};

static void publish(struct telling *telling, const char *name, bool is_last, struct text data)
{
    assert(telling->number < telling->event->number + VIDEO_EVENT_STEP);
    http_stream_publish_to(telling->api->rooms,
                           &(struct http_event){.name = name,
                                                .number = telling->number++,
                                                .data = data,
                                                .audience = {telling->event->public, telling->one},
                                                .is_last = is_last});
}

static void publish_member(struct telling *telling)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf data = {0};
    struct video_member view = video_public_view(telling->event->member);

    buf_init(&data, EVENT_BYTES_MAX);
    room_write_member(&view, mem, &data);
    publish(telling, video_event_word(VIDEO_EVENT_MEMBER), false, buf_text(&data));
}

static void publish_news(struct telling *telling, const char *name, bool is_last)
{
    CLEANUP(buf_done) struct buf data = {0};

    buf_init(&data, EVENT_BYTES_MAX);
    room_write_news(telling->event, &data);
    publish(telling, name, is_last, buf_text(&data));
}

static bool is_of_public(const struct video_event *event)
{
    return event->is_public || video_watches_public(event->member);
}

/* ---- one a kind ---- */

typedef void tell_kind(struct telling *telling);

static void tell_member(struct telling *telling)
{
    if (is_of_public(telling->event)) publish_member(telling);
}

static void tell_gone(struct telling *telling)
{
    if (!is_of_public(telling->event)) return;
    publish_news(telling, video_event_word(VIDEO_EVENT_GONE), false);
    if (!video_watches_public(telling->event->member)) return;
    telling->one = telling->event->member->serial;
    publish_news(telling, "end", true);
}

/* He comes into the public with the floor, and the one before goes out of it. */
static void tell_floor(struct telling *telling)
{
    struct video_event gone = {.member = telling->event->former, .text = TEXT("")};
    CLEANUP(buf_done) struct buf data = {0};

    if (telling->event->member) publish_member(telling);
    publish_news(telling, video_event_word(VIDEO_EVENT_FLOOR), false);
    if (!gone.member) return;
    buf_init(&data, EVENT_BYTES_MAX);
    room_write_news(&gone, &data);
    publish(telling, video_event_word(VIDEO_EVENT_GONE), false, buf_text(&data));
}

static void tell_line(struct telling *telling)
{
    if (!video_watches_public(telling->event->member)) return;
    telling->one = telling->event->member->serial;
    publish_news(telling, video_event_word(telling->event->kind), false);
}

static void tell_room(struct telling *telling)
{
    enum video_event_kind kind = telling->event->kind;

    publish_news(telling, video_event_word(kind), kind == VIDEO_EVENT_CLOSED);
}

void room_tell_public(struct api *api, const struct video_event *event)
{
    static tell_kind *const kinds[] = {
        [VIDEO_EVENT_MEMBER] = tell_member,  [VIDEO_EVENT_GONE] = tell_gone,
        [VIDEO_EVENT_FLOOR] = tell_floor,    [VIDEO_EVENT_HANGUP] = tell_line,
        [VIDEO_EVENT_READY] = tell_room,     [VIDEO_EVENT_RESET] = tell_room,
        [VIDEO_EVENT_RECORDING] = tell_room, [VIDEO_EVENT_CLOSED] = tell_room,
    };
    struct telling telling = {.api = api, .event = event, .number = event->number + NUMBER_FIRST};

    if (event->kind < COUNT_OF(kinds) && kinds[event->kind]) kinds[event->kind](&telling);
}
