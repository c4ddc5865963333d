#include "api/reply.h"
#include "api/rooms.h"

/* ---- what is said ---- */

struct told_stream {
    struct text mid;
    struct text medium;
    struct text about;
    bool simulcast;
};

static const struct record_field stream_fields[] = {
    SAY_TEXT(struct told_stream, mid, "Its name within the member's connection."),
    SAY_TEXT(struct told_stream, medium, "sound or picture."),
    SAY_TEXT(struct told_stream, about, "screen for a shared screen, else empty."),
    SAY_BOOL(struct told_stream, simulcast, "It comes in several sizes."),
};
static const struct record stream_record =
    RECORD_TOLD("RoomStream", struct told_stream, stream_fields);

static const struct record_choice medium_bits[] = {{"sound", 0}, {"picture", 1}, {NULL, 0}};
static_assert(VIDEO_SOUND == 1 << 0 && VIDEO_PICTURE == 1 << 1, "bits of a set, by index");

static const struct record_choice right_bits[] = {
    {"watch", 0}, {"publish", 1}, {"moderate", 2}, {"watch_public", 3}, {"public", 4}, {NULL, 0}};
static_assert(VIDEO_MAY_WATCH == 1 << 0 && VIDEO_MAY_PUBLISH == 1 << 1 &&
                  VIDEO_MAY_MODERATE == 1 << 2 && VIDEO_MAY_WATCH_PUBLIC == 1 << 3 &&
                  VIDEO_IS_PUBLIC == 1 << 4,
              "bits of a set, by index");

struct told_member {
    struct text id;
    struct text name;
    struct text role;
    struct text tag;
    unsigned rights;
    unsigned muted;
    unsigned asked;
    int quality;
    bool waits;
    bool hand;
    bool talks;
    bool sound_only;
    bool microphone;
    bool camera;
    struct record_list streams;
};

static const struct record_field member_fields[] = {
    SAY_TEXT(struct told_member, id, "Names the member, and the feed of his streams."),
    SAY_TEXT(struct told_member, name, "As others see him."),
    SAY_TEXT(struct told_member, role, "What he is in this room."),
    SAY_TEXT(struct told_member, tag, "The agency he speaks for, of an inspection; else empty."),
    SAY_WORDS(
        struct told_member,
        rights,
        right_bits,
        "What he may do: watch all, publish, moderate, watch the public feed alone; public: he is part of that also without the floor."),
    SAY_WORDS(struct told_member, muted, medium_bits, "What a moderator has silenced."),
    SAY_WORDS(struct told_member,
              asked,
              medium_bits,
              "What he is asked to switch on, and does not send yet."),
    SAY_INT_OR_NULL(struct told_member, quality, -1, "Of his link: 0 broken to 4 good."),
    SAY_BOOL(struct told_member, waits, "He is in the lobby."),
    SAY_BOOL(struct told_member, hand, "His hand is raised."),
    SAY_BOOL(struct told_member, talks, "He is heard speaking."),
    SAY_BOOL(struct told_member, sound_only, "He receives no pictures."),
    SAY_BOOL(struct told_member, microphone, "He says that his microphone is switched on."),
    SAY_BOOL(struct told_member, camera, "He says that his camera is switched on."),
    SAY_LIST(struct told_member, streams, &stream_record, "What he sends; empty: nothing yet."),
};
const struct record room_member_record =
    RECORD_TOLD("RoomMember", struct told_member, member_fields);

struct told_room {
    struct text room;
    struct text floor;
    bool ready;
    bool records;
    struct record_list members;
};

static const struct record_field room_fields[] = {
    SAY_TEXT(struct told_room, room, "Its name."),
    SAY_TEXT(struct told_room, floor, "The member who has the floor; empty: nobody."),
    SAY_BOOL(struct told_room, ready, "Media can flow."),
    SAY_BOOL(struct told_room, records, "What is sent is recorded."),
    SAY_LIST(struct told_room, members, &room_member_record, "Who is in it."),
};
const struct record room_record = RECORD_TOLD("Room", struct told_room, room_fields);

struct told_news {
    struct text member;
    struct text text;
    bool on;
};

static const struct record_field news_fields[] = {
    SAY_TEXT(struct told_news, member, "Whom it is about; empty: the room."),
    SAY_TEXT(struct told_news, text, "What was said, asked for, or why; may be empty."),
    SAY_BOOL(struct told_news, on, "It is so now."),
};
const struct record room_news_record = RECORD_TOLD("RoomNews", struct told_news, news_fields);

struct told_answer {
    struct text sdp;
};

static const struct record_field answer_fields[] = {
    SAY_TEXT(struct told_answer, sdp, "The answer to the offer (RFC 8866)."),
};
const struct record room_answer_record =
    RECORD_TOLD("RoomAnswer", struct told_answer, answer_fields);

struct told_subscription {
    struct text mid;
    struct text medium;
    struct text feed;
    struct text feed_mid;
    bool active;
};

static const struct record_field subscription_fields[] = {
    SAY_TEXT(struct told_subscription, mid, "Its name within the receiver's connection."),
    SAY_TEXT(struct told_subscription, medium, "sound or picture."),
    SAY_TEXT(struct told_subscription, feed, "Whose it is; empty: nobody's any more."),
    SAY_TEXT(struct told_subscription, feed_mid, "Its name at its sender."),
    SAY_BOOL(struct told_subscription, active, "It is being sent."),
};
static const struct record subscription_record =
    RECORD_TOLD("RoomSubscription", struct told_subscription, subscription_fields);

struct told_offer {
    struct text sdp;
    struct record_list streams;
};

static const struct record_field offer_fields[] = {
    SAY_TEXT(struct told_offer, sdp, "An offer to be answered; empty: nothing has changed."),
    SAY_LIST(struct told_offer, streams, &subscription_record, "What is received then."),
};
const struct record room_offer_record = RECORD_TOLD("RoomOffer", struct told_offer, offer_fields);

static const struct record_field video_fields[] = {
    SAY_TEXT(struct told_video,
             state,
             "off, missing, idle (starts with the first room), starting, ready or waiting "
             "(it ended or is not there; it is started or looked for again)."),
    SAY_INT(struct told_video, starts, "How often the video server was started."),
    SAY_INT(struct told_video, rooms, "Rooms that are open."),
    SAY_INT(struct told_video, members, "Who is in them."),
    SAY_INT(struct told_video, senders, "Members who send sound or pictures."),
    SAY_BOOL(struct told_video, outside, "Somebody else runs it: it is looked for, not started."),
};
const struct record video_reply_record = RECORD_TOLD("Video", struct told_video, video_fields);

/* ---- telling ---- */

static struct text medium_word(enum video_medium medium)
{
    return medium == VIDEO_SOUND ? TEXT("sound") : TEXT("picture");
}

static struct told_member tell_member(const struct video_member *member, struct arena *mem)
{
    struct told_stream *streams = arena_array(mem, struct told_stream, member->stream_count);

    for (size_t i = 0; i < member->stream_count; i++) {
        const struct video_stream *stream = &member->streams[i];

        streams[i] = (struct told_stream){.mid = text_of(stream->mid.s),
                                          .medium = medium_word(stream->medium),
                                          .about = text_of(stream->about.s),
                                          .simulcast = stream->simulcast};
    }
    return (struct told_member){.id = text_of(member->id.s),
                                .name = text_of(member->name),
                                .role = text_of(member->role.s),
                                .tag = text_of(member->tag),
                                .rights = member->rights,
                                .muted = member->muted,
                                .asked = member->asked,
                                .quality = member->quality,
                                .waits = member->waits,
                                .hand = member->hand,
                                .talks = member->talks,
                                .sound_only = member->sound_only,
                                .microphone = (member->on & VIDEO_SOUND) != 0,
                                .camera = (member->on & VIDEO_PICTURE) != 0,
                                .streams = {streams, member->stream_count}};
}

static void write(const struct record *record, const void *object, struct buf *to)
{
    struct json_write json;

    json_write_init(&json, to);
    record_write_json(record, object, (struct record_view){.sight = RECORD_STAFF}, &json, NULL);
}

void room_write(const struct video_room *room, struct arena *mem, struct buf *to)
{
    struct told_member *members = arena_array(mem, struct told_member, room->member_count);
    struct told_room told = {.room = text_of(room->name),
                             .floor = text_of(room->floor.s),
                             .ready = room->ready,
                             .records = room->records,
                             .members = {members, room->member_count}};

    for (size_t i = 0; i < room->member_count; i++) {
        members[i] = tell_member(&room->members[i], mem);
    }
    write(&room_record, &told, to);
}

void room_write_member(const struct video_member *member, struct arena *mem, struct buf *to)
{
    struct told_member told = tell_member(member, mem);

    write(&room_member_record, &told, to);
}

void room_write_news(const struct video_event *event, struct buf *to)
{
    struct told_news news = {.member = event->member ? text_of(event->member->id.s) : TEXT(""),
                             .text = event->text.bytes ? event->text : TEXT(""),
                             .on = event->on};

    write(&room_news_record, &news, to);
}

/* ---- replies ---- */

void room_reply_answer(struct http_request *request, struct text sdp)
{
    struct told_answer answer = {sdp};

    api_reply(request, &room_answer_record, &answer, 0);
}

void room_reply_offer(struct http_request *request, const struct video_ask *ask)
{
    struct told_subscription *streams =
        arena_array(request->mem, struct told_subscription, ask->out_stream_count);
    struct told_offer offer = {ask->out_sdp.bytes ? ask->out_sdp : TEXT(""),
                               {streams, ask->out_stream_count}};

    for (size_t i = 0; i < ask->out_stream_count; i++) {
        const struct janus_subscription *given = &ask->out_streams[i];
        bool is_sound = text_equal(given->type, TEXT("audio"));

        streams[i] = (struct told_subscription){
            .mid = given->mid,
            .medium = medium_word(is_sound ? VIDEO_SOUND : VIDEO_PICTURE),
            .feed = given->feed_id.bytes ? given->feed_id : TEXT(""),
            .feed_mid = given->feed_mid.bytes ? given->feed_mid : TEXT(""),
            .active = given->active};
    }
    api_reply(request, &room_offer_record, &offer, 0);
}

struct told_video room_tell_video(const struct api *api)
{
    struct video_figures figures = {0};

    video_figures(api->options.video, &figures);
    return (struct told_video){.state = text_of(janus_state_word(figures.state)),
                               .starts = figures.starts,
                               .rooms = (int64_t)figures.rooms,
                               .members = (int64_t)figures.members,
                               .senders = (int64_t)figures.feeds,
                               .outside = figures.outside};
}

enum rc show_video(struct http_request *request)
{
    struct told_video told = room_tell_video(api_of(request));

    api_reply(request, &video_reply_record, &told, 0);
    return RC_OK;
}
