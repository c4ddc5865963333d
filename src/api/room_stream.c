/* What happens in rooms, on its way to those who are in them. */
#include "api/rooms.h"

enum { EVENT_BYTES_MAX = 64 * 1024 };

/* Whom an event is for besides its room, and whose stream ends with it. */
struct event_rule {
    bool is_private;
    bool is_last;
};

static struct event_rule rule_of(enum video_event_kind kind)
{
    return (struct event_rule){
        .is_private = kind == VIDEO_EVENT_ASKED || kind == VIDEO_EVENT_HANGUP,
        .is_last = kind == VIDEO_EVENT_CLOSED,
    };
}

/* Who is sent out hears it with the others, and then, alone, the end. */
static void end_stream_of(struct http_stream_hub *hub,
                          const struct video_event *event,
                          struct text news)
{
    http_stream_publish_to(hub,
                           &(struct http_event){.name = "end",
                                                .number = event->number + 1,
                                                .data = news,
                                                .audience = {event->room, event->member->serial},
                                                .is_last = true});
}

void room_listen(void *owner, const struct video_event *event)
{
    struct api *api = owner;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf data = {0};
    struct event_rule rule = rule_of(event->kind);
    struct http_audience audience = {.group = event->room};

    buf_init(&data, EVENT_BYTES_MAX);
    if (event->kind == VIDEO_EVENT_MEMBER) {
        room_write_member(event->member, mem, &data);
    } else {
        room_write_news(event, &data);
    }
    if (rule.is_private) audience.one = event->member->serial;
    http_stream_publish_to(api->rooms, &(struct http_event){.name = video_event_word(event->kind),
                                                            .number = event->number,
                                                            .data = buf_text(&data),
                                                            .audience = audience,
                                                            .is_last = rule.is_last});
    if (event->kind == VIDEO_EVENT_RECORDING) room_note_recording(api, event);
    if (event->kind == VIDEO_EVENT_GONE) end_stream_of(api->rooms, event, buf_text(&data));
    room_tell_public(api, event);
}

enum rc room_snapshot(void *owner, uint64_t group, struct buf *to, uint64_t *out_number)
{
    struct api *api = owner;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct video_room room = {0};

    TRY(video_room_tell_serial(api->options.video, group, mem, &room));
    room_write(&room, mem, to);
    *out_number = room.number;
    return RC_OK;
}
