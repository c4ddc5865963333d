/* What moderators do: silencing, asking, the lobby, the door, the recording. */
#include "video/recording.h"
#include "video/video_private.h"

void video_moderate(struct video *video,
                    const struct room *room,
                    const struct member *member,
                    unsigned media)
{
    for (size_t i = 0; i < member->told.stream_count; i++) {
        CLEANUP(video_body_done) struct video_body body = {0};
        const struct video_stream *stream = &member->told.streams[i];

        if (!(stream->medium & media)) continue;
        video_room_body(&body, "moderate", room);
        json_write_text(&body.json, "id", video_id_of(member));
        json_write_cstr(&body.json, "mid", stream->mid.s);
        json_write_bool(&body.json, "mute", (member->told.muted & stream->medium) != 0);
        janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                             .handle = room->observer,
                                                             .body = video_body_end(&body)});
    }
}

/* What a moderator does to one member, or to all but himself. */
typedef void member_deed(struct video *video, const struct video_act *act, struct member *other);

static void for_others(struct video *video, const struct video_act *act, member_deed *does)
{
    struct room *room = act->room;

    if (act->ask->other.bytes) {
        struct member *other = video_find_member(room, act->ask->other);

        if (other) does(video, act, other);
        video_settle(act->ask, other ? RC_OK : RC_NOT_FOUND);
        return;
    }
    for (size_t i = 0; i < room->member_count; i++) {
        if (room->members[i] != act->member) does(video, act, room->members[i]);
    }
    video_settle(act->ask, RC_OK);
}

void video_set_muted(struct video *video, struct member *member, unsigned media, bool on)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.muted = on ? member->told.muted | media : member->told.muted & ~media;
}

static void mute_one(struct video *video, const struct video_act *act, struct member *other)
{
    const struct video_ask *ask = act->ask;

    video_set_muted(video, other, ask->medium, ask->on);
    video_moderate(video, act->room, other, ask->medium);
    video_tell(video, act->room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = other});
}

void video_mute(struct video *video, const struct video_act *act)
{
    for_others(video, act, mute_one);
}

static void set_waits(struct video *video, struct member *member, bool waits)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.waits = waits;
}

static void let_in(struct video *video, struct room *room, struct member *member)
{
    if (!member->told.waits) return;
    set_waits(video, member, false);
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
    video_enter(video, room, member);
}

static void admit_one(struct video *video, const struct video_act *act, struct member *other)
{
    let_in(video, act->room, other);
}

void video_admit(struct video *video, const struct video_act *act)
{
    for_others(video, act, admit_one);
}

void video_open_lobby(struct video *video, struct room *room)
{
    if (room->lobby_is_open) return;
    room->lobby_is_open = true;
    for (size_t i = 0; i < room->member_count; i++) {
        let_in(video, room, room->members[i]);
    }
}

static unsigned sent_by(const struct member *member)
{
    unsigned media = 0;

    for (size_t i = 0; i < member->told.stream_count; i++) {
        media |= member->told.streams[i].medium;
    }
    return media;
}

void video_set_asked(struct video *video, struct member *member, unsigned media)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.asked = media & ~sent_by(member);
}

void video_ask_for(struct video *video, struct room *room, struct member *member, unsigned media)
{
    struct video_news news = {.kind = VIDEO_EVENT_ASKED, .member = member};

    if (!(member->told.rights & VIDEO_MAY_PUBLISH)) return;
    video_set_asked(video, member, member->told.asked | media);
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
    news.text = TEXT("sound");
    if (media & VIDEO_SOUND) video_tell(video, room, news);
    news.text = TEXT("picture");
    if (media & VIDEO_PICTURE) video_tell(video, room, news);
}

static void request_one(struct video *video, const struct video_act *act, struct member *other)
{
    video_ask_for(video, act->room, other, act->ask->medium);
}

void video_request(struct video *video, const struct video_act *act)
{
    for_others(video, act, request_one);
}

void video_remove(struct video *video, const struct video_act *act)
{
    struct member *other = video_find_member(act->room, act->ask->other);

    if (other) video_drop_member(video, act->room, other, TEXT("removed"));
    video_settle(act->ask, other ? RC_OK : RC_NOT_FOUND);
}

static void set_records(struct video *video, struct room *room, bool on)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    room->records = on;
}

/* Janus records a picture from its next whole one on, and cameras send those
 * seldom: ask for one. */
static void ask_for_whole_pictures(struct video *video, const struct room *room)
{
    for (size_t i = 0; i < room->member_count; i++) {
        CLEANUP(video_body_done) struct video_body body = {0};

        if (!room->members[i]->publish_handle) continue;
        video_body_begin(&body, "configure");
        json_write_bool(&body.json, "keyframe", true);
        janus_link_ask(video->link,
                       &(struct janus_question){.janus = "message",
                                                .handle = room->members[i]->publish_handle,
                                                .body = video_body_end(&body)});
    }
}

/* Who cannot be told that he is recorded is not: everybody in the room hears of it. */
void video_record(struct video *video, const struct video_act *act)
{
    CLEANUP(video_body_done) struct video_body body = {0};
    struct room *room = act->room;
    bool on = act->ask->on;

    if (on == room->records) {
        video_settle(act->ask, RC_OK);
        return;
    }
    if (on && recording_make_folder(video->options.recordings, room->name) != RC_OK) {
        video_settle(act->ask, RC_UNAVAILABLE);
        return;
    }
    set_records(video, room, on);
    if (room->observer) {
        video_room_body(&body, "enable_recording", room);
        json_write_bool(&body.json, "record", on);
        janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                             .handle = room->observer,
                                                             .body = video_body_end(&body)});
    }
    if (on) ask_for_whole_pictures(video, room);
    video_tell(video, room,
               (struct video_news){.kind = VIDEO_EVENT_RECORDING, .on = on, .by = act->member});
    video_settle(act->ask, RC_OK);
}
