/* Rooms as Janus knows them, what happens in them, and what moderators do. */
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/random.h"
#include "video/recording.h"
#include "video/video_private.h"

#include <stdio.h>

enum {
    BITRATE_DEFAULT = 700 * 1000,
    KEYFRAME_SECONDS = 10,
    TALK_PACKETS = 25, /* half a second of sound */
    TALK_LEVEL = 45,   /* 0 loud to 127 silent */
    ROOM_EXISTS = 427, /* Janus' error */
};

/* Nobody's name: members have names of VIDEO_ID_BYTES. */
static const char observer_name[] = "observer";

/* ---- making a room in Janus ---- */

static void room_body(struct video_body *body, const char *request, const struct room *room)
{
    video_body_begin(body, request);
    json_write_cstr(&body->json, "room", room->name);
}

static struct room *room_at(struct video *video, const void *context)
{
    for (size_t i = 0; i < video->room_count; i++) {
        if (video->rooms[i] == context) return video->rooms[i];
    }
    return NULL;
}

static void set_ready(struct video *video, struct room *room, bool ready)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    room->ready = ready;
}

static void hear_observing(void *owner,
                           void *context,
                           enum rc rc,
                           const struct janus_message *message)
{
    struct video *video = owner;
    struct room *room = room_at(video, context);

    (void)message;
    if (!room || rc != RC_OK) return;
    set_ready(video, room, true);
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_READY, .on = true});
    if (room->was_ready) video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_RESET});
    room->was_ready = true;
}

static void observe(struct video *video, struct room *room)
{
    CLEANUP(video_body_done) struct video_body body = {0};

    room_body(&body, "join", room);
    json_write_cstr(&body.json, "ptype", "publisher");
    json_write_cstr(&body.json, "id", observer_name);
    janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                         .handle = room->observer,
                                                         .body = video_body_end(&body),
                                                         .answer = hear_observing,
                                                         .context = room});
}

static void hear_created(void *owner,
                         void *context,
                         enum rc rc,
                         const struct janus_message *message)
{
    struct video *video = owner;
    struct room *room = room_at(video, context);
    bool exists = message && message->plugindata.data.error_code == ROOM_EXISTS;

    if (!room) return;
    if (rc == RC_OK || exists) {
        observe(video, room);
    } else if (rc == RC_INVALID) {
        log_error("the video server makes no room",
                  LOG_TEXT("reason", message->plugindata.data.error));
    }
}

static void create(struct video *video, struct room *room)
{
    CLEANUP(video_body_done) struct video_body body = {0};
    struct json_write *json = &body.json;

    room_body(&body, "create", room);
    json_write_bool(json, "is_private", true);
    json_write_int(json, "publishers", VIDEO_MEMBERS_MAX + 1);
    json_write_int(json, "bitrate", room->bitrate);
    json_write_int(json, "fir_freq", KEYFRAME_SECONDS);
    json_write_cstr(json, "audiocodec", "opus");
    json_write_cstr(json, "videocodec", "vp8,h264");
    json_write_bool(json, "opus_fec", true);
    json_write_bool(json, "audiolevel_event", true);
    json_write_int(json, "audio_active_packets", TALK_PACKETS);
    json_write_int(json, "audio_level_average", TALK_LEVEL);
    json_write_bool(json, "record", room->records);
    if (video->options.recordings) {
        json_write_format(json, "rec_dir", "%s/%s", video->options.recordings, room->name);
    }
    janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                         .handle = room->observer,
                                                         .body = video_body_end(&body),
                                                         .answer = hear_created,
                                                         .context = room});
}

static void hear_observer(void *owner,
                          void *context,
                          enum rc rc,
                          const struct janus_message *message)
{
    struct video *video = owner;
    struct room *room = room_at(video, context);

    if (!room || rc != RC_OK) return;
    room->observer = message->data.id;
    create(video, room);
}

static void make_room(struct video *video, struct room *room)
{
    janus_link_ask(video->link, &(struct janus_question){
                                    .janus = "attach", .answer = hear_observer, .context = room});
}

/* ---- Janus comes and goes ---- */

static void forget_streams(struct video *video, struct member *member)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.stream_count = 0;
    member->told.talks = false;
}

static void darken(struct video *video, struct room *room)
{
    bool was_ready = room->ready;

    room->observer = 0;
    set_ready(video, room, false);
    for (size_t i = 0; i < room->member_count; i++) {
        struct member *member = room->members[i];

        member->publish_handle = member->watch_handle = 0;
        forget_streams(video, member);
    }
    if (was_ready) video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_READY});
}

void video_rooms_changed(struct video *video, enum janus_state state)
{
    for (size_t i = 0; i < video->room_count; i++) {
        if (state == JANUS_READY) {
            make_room(video, video->rooms[i]);
        } else {
            darken(video, video->rooms[i]);
        }
    }
}

/* ---- what happens in a room ---- */

static void take_streams(struct video *video, struct member *member, const struct janus_feed *feed)
{
    const struct janus_stream *streams = feed->streams.items;
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);
    size_t count = 0;

    for (size_t i = 0; i < feed->streams.count && count < VIDEO_STREAMS_MAX; i++) {
        const struct janus_stream *stream = &streams[i];
        struct video_stream *told = &member->told.streams[count];
        bool is_sound = text_equal(stream->type, TEXT("audio"));

        if (stream->disabled) continue;
        *told = (struct video_stream){.medium = is_sound ? VIDEO_SOUND : VIDEO_PICTURE,
                                      .simulcast = stream->simulcast};
        IGNORE(snprintf(told->mid.s, sizeof told->mid.s, TEXT_FORMAT, TEXT_ARGUMENT(stream->mid)),
               "a long one is none of ours");
        IGNORE(snprintf(told->about.s, sizeof told->about.s, TEXT_FORMAT,
                        TEXT_ARGUMENT(stream->description)),
               "a long one is cut");
        count++;
    }
    member->told.stream_count = count;
}

static void hear_feeds(struct video *video, struct room *room, const struct janus_room_word *word)
{
    const struct janus_feed *feeds = word->publishers.items;

    for (size_t i = 0; i < word->publishers.count; i++) {
        struct member *member = video_find_member(room, feeds[i].id);

        if (!member) continue;
        take_streams(video, member, &feeds[i]);
        video_moderate(video, room, member, member->told.muted);
        video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
    }
}

static void hear_end_of_feed(struct video *video, struct room *room, struct text id)
{
    struct member *member = video_find_member(room, id);

    if (!member || member->told.stream_count == 0) return;
    forget_streams(video, member);
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
}

static void set_talks(struct video *video, struct member *member, bool talks)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.talks = talks;
}

static void hear_talking(struct video *video, struct room *room, const struct janus_room_word *word)
{
    struct member *member = video_find_member(room, word->id);

    if (!member) return;
    set_talks(video, member, text_equal(word->videoroom, TEXT("talking")));
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
}

static void hear_room(struct video *video, struct room *room, const struct janus_room_word *word)
{
    hear_feeds(video, room, word);
    if (word->unpublished.bytes) hear_end_of_feed(video, room, word->unpublished);
    if (word->leaving.bytes) hear_end_of_feed(video, room, word->leaving);
    if (text_ends(word->videoroom, TEXT("talking"))) hear_talking(video, room, word);
}

static void hear_hangup(struct video *video, struct room *room, int64_t handle)
{
    for (size_t i = 0; i < room->member_count; i++) {
        struct member *member = room->members[i];
        bool publishes = member->publish_handle == handle;

        if (!publishes && member->watch_handle != handle) continue;
        video_tell(video, room,
                   (struct video_news){.kind = VIDEO_EVENT_HANGUP,
                                       .member = member,
                                       .text = publishes ? TEXT("publish") : TEXT("watch")});
    }
}

void video_hear(void *owner, const struct janus_message *message)
{
    struct video *video = owner;

    if (message->sender == 0) return;
    for (size_t i = 0; i < video->room_count; i++) {
        struct room *room = video->rooms[i];

        if (janus_is(message, TEXT("hangup"))) hear_hangup(video, room, message->sender);
        if (room->observer == message->sender) hear_room(video, room, &message->plugindata.data);
    }
}

/* ---- opening and closing ---- */

static bool is_name(struct text name)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

    if (name.bytes == 0 || name.bytes > CODE_BYTES_MAX) return false;
    for (size_t i = 0; i < name.bytes; i++) {
        if (!memchr(allowed, name.at[i], sizeof allowed - 1)) return false;
    }
    return true;
}

static struct room *add_room(struct video *video, const struct video_ask *ask)
{
    struct room *room = mem_alloc(1, sizeof *room);
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    IGNORE(snprintf(room->name, sizeof room->name, TEXT_FORMAT, TEXT_ARGUMENT(ask->room)),
           "is_name has looked");
    room->serial = ++video->serial;
    room->empty_since_ms = clock_mono_ms();
    room->bitrate = ask->bitrate ? ask->bitrate : BITRATE_DEFAULT;
    video->rooms[video->room_count++] = room;
    return room;
}

/* The room of the ask, made if it is not there. */
static enum rc need_room(struct video *video, const struct video_act *act, struct room **out_room)
{
    enum janus_state state = janus_link_state(video->link);
    struct problem *why = &act->ask->why;

    *out_room = act->room;
    if (act->room) return RC_OK;
    if (!is_name(act->ask->room)) return RC_INVALID;
    if (state == JANUS_OFF) {
        return problem_set(why, RC_UNAVAILABLE,
                           "there is no video: the program Janus is switched off");
    }
    if (state == JANUS_MISSING) {
        return problem_set(why, RC_UNAVAILABLE,
                           "there is no video: the program Janus is not installed");
    }
    if (video->room_count == VIDEO_ROOMS_MAX) return RC_TOO_MANY;
    *out_room = add_room(video, act->ask);
    if (state == JANUS_READY) make_room(video, *out_room);
    janus_link_want(video->link);
    return RC_OK;
}

void video_open_room(struct video *video, const struct video_act *act)
{
    struct room *room = NULL;

    video_settle(act->ask, need_room(video, act, &room));
}

static void destroy(struct video *video, struct room *room)
{
    CLEANUP(video_body_done) struct video_body body = {0};

    if (!room->observer) return;
    room_body(&body, "destroy", room);
    janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                         .handle = room->observer,
                                                         .body = video_body_end(&body)});
    video_drop_handle(video, &room->observer);
}

static void take_room(struct video *video, const struct room *room)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);
    size_t kept = 0;

    for (size_t i = 0; i < video->room_count; i++) {
        if (video->rooms[i] != room) video->rooms[kept++] = video->rooms[i];
    }
    video->room_count = kept;
}

void video_free_room(struct room **freed)
{
    struct room *room = *freed;

    *freed = NULL;
    for (size_t i = 0; i < room->member_count; i++) {
        mem_free(room->members[i]);
    }
    mem_free(room);
}

void video_end_room(struct video *video, struct room *room)
{
    for (size_t i = 0; i < room->member_count; i++) {
        video_drop_handle(video, &room->members[i]->publish_handle);
        video_drop_handle(video, &room->members[i]->watch_handle);
    }
    destroy(video, room);
    take_room(video, room);
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_CLOSED});
    video_free_room(&room);
}

void video_close_room(struct video *video, const struct video_act *act)
{
    video_end_room(video, act->room);
    video_settle(act->ask, RC_OK);
}

/* ---- coming and going ---- */

static struct member *add_member(struct video *video,
                                 struct room *room,
                                 const struct video_member *entrant)
{
    struct member *member = mem_alloc(1, sizeof *member);
    struct random_token token = random_token();
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told = *entrant;
    memcpy(member->told.id.s, token.s, VIDEO_ID_BYTES);
    member->told.id.s[VIDEO_ID_BYTES] = '\0';
    member->told.serial = ++video->serial;
    member->told.quality = -1;
    member->told.stream_count = 0;
    member->heard_at_ms = clock_mono_ms();
    room->members[room->member_count++] = member;
    return member;
}

void video_join(struct video *video, const struct video_act *act)
{
    const struct member *member;
    struct room *room = NULL;
    enum rc rc = need_room(video, act, &room);

    if (rc == RC_OK && room->member_count == VIDEO_MEMBERS_MAX) rc = RC_TOO_MANY;
    if (rc == RC_OK) {
        member = add_member(video, room, act->ask->entrant);
        act->ask->out_member = member->told.id;
        video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
    }
    video_settle(act->ask, rc);
}

static void take_member(struct video *video, struct room *room, const struct member *member)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);
    size_t kept = 0;

    for (size_t i = 0; i < room->member_count; i++) {
        if (room->members[i] != member) room->members[kept++] = room->members[i];
    }
    room->member_count = kept;
    if (text_equal(text_of(room->floor.s), video_id_of(member))) room->floor = (struct video_id){0};
}

void video_drop_member(struct video *video,
                       struct room *room,
                       struct member *member,
                       struct text why)
{
    video_drop_handle(video, &member->publish_handle);
    video_drop_handle(video, &member->watch_handle);
    take_member(video, room, member);
    video_tell(video, room,
               (struct video_news){.kind = VIDEO_EVENT_GONE, .member = member, .text = why});
    mem_free(member);
}

void video_leave(struct video *video, const struct video_act *act)
{
    if (act->member) video_drop_member(video, act->room, act->member, TEXT("left"));
    video_settle(act->ask, RC_OK);
}

/* ---- moderators ---- */

void video_moderate(struct video *video,
                    const struct room *room,
                    const struct member *member,
                    unsigned media)
{
    for (size_t i = 0; i < member->told.stream_count; i++) {
        CLEANUP(video_body_done) struct video_body body = {0};
        const struct video_stream *stream = &member->told.streams[i];

        if (!(stream->medium & media)) continue;
        room_body(&body, "moderate", room);
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

static void set_muted(struct video *video, struct member *member, unsigned media, bool on)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.muted = on ? member->told.muted | media : member->told.muted & ~media;
}

static void mute_one(struct video *video, const struct video_act *act, struct member *other)
{
    const struct video_ask *ask = act->ask;

    set_muted(video, other, ask->medium, ask->on);
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

static void admit_one(struct video *video, const struct video_act *act, struct member *other)
{
    if (!other->told.waits) return;
    set_waits(video, other, false);
    video_tell(video, act->room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = other});
}

void video_admit(struct video *video, const struct video_act *act)
{
    for_others(video, act, admit_one);
}

static void request_one(struct video *video, const struct video_act *act, struct member *other)
{
    bool is_sound = act->ask->medium == VIDEO_SOUND;

    video_tell(video, act->room,
               (struct video_news){.kind = VIDEO_EVENT_ASKED,
                                   .member = other,
                                   .text = is_sound ? TEXT("sound") : TEXT("picture")});
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

static void set_floor(struct video *video, struct room *room, const struct member *holder)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    room->floor = holder ? holder->told.id : (struct video_id){0};
}

void video_give_floor(struct video *video, const struct video_act *act)
{
    const struct member *other = NULL;

    if (act->ask->on) {
        other = video_find_member(act->room, act->ask->other);
        if (!other) {
            video_settle(act->ask, RC_NOT_FOUND);
            return;
        }
    }
    set_floor(video, act->room, other);
    video_tell(
        video, act->room,
        (struct video_news){.kind = VIDEO_EVENT_FLOOR, .on = other != NULL, .member = other});
    video_settle(act->ask, RC_OK);
}

static void set_records(struct video *video, struct room *room, bool on)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    room->records = on;
}

/* Who cannot be told that he is recorded is not: everybody in the room hears of it. */
void video_record(struct video *video, const struct video_act *act)
{
    CLEANUP(video_body_done) struct video_body body = {0};
    struct room *room = act->room;
    bool on = act->ask->on;

    if (on && recording_make_folder(video->options.recordings, room->name) != RC_OK) {
        video_settle(act->ask, RC_UNAVAILABLE);
        return;
    }
    set_records(video, room, on);
    if (room->observer) {
        room_body(&body, "enable_recording", room);
        json_write_bool(&body.json, "record", on);
        janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                             .handle = room->observer,
                                                             .body = video_body_end(&body)});
    }
    video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_RECORDING, .on = on});
    video_settle(act->ask, RC_OK);
}
