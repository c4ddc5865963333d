/* Rooms as Janus knows them: made, made again, and closed; who comes and goes. */
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/random.h"
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

void video_room_body(struct video_body *body, const char *request, const struct room *room)
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

    video_room_body(&body, "join", room);
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

    video_room_body(&body, "create", room);
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

static void darken(struct video *video, struct room *room)
{
    bool was_ready = room->ready;

    room->observer = 0;
    set_ready(video, room, false);
    for (size_t i = 0; i < room->member_count; i++) {
        struct member *member = room->members[i];

        member->publish_handle = member->watch_handle = 0;
        video_forget_streams(video, member);
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
    room->public = ++video->serial;
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
    video_room_body(&body, "destroy", room);
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

void video_free_member(struct member *member)
{
    mem_free(member->watched);
    mem_free(member);
}

void video_free_room(struct room **freed)
{
    struct room *room = *freed;

    *freed = NULL;
    for (size_t i = 0; i < room->member_count; i++) {
        video_free_member(room->members[i]);
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
    if (room->records) video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_RECORDING});
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
    member->told.waits = entrant->waits && !room->lobby_is_open;
    member->told.serial = ++video->serial;
    member->told.quality = -1;
    member->told.on = 0;
    member->told.stream_count = 0;
    member->heard_at_ms = clock_mono_ms();
    room->members[room->member_count++] = member;
    return member;
}

void video_join(struct video *video, const struct video_act *act)
{
    struct member *member;
    struct room *room = NULL;
    enum rc rc = need_room(video, act, &room);

    if (rc == RC_OK && room->member_count == VIDEO_MEMBERS_MAX) rc = RC_TOO_MANY;
    if (rc == RC_OK) {
        member = add_member(video, room, act->ask->entrant);
        act->ask->out_member = member->told.id;
        video_tell(video, room, (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
        video_enter(video, room, member);
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
    struct video_news news = {.kind = VIDEO_EVENT_GONE,
                              .member = member,
                              .text = why,
                              .was_public = video_is_public(room, member)};

    video_drop_handle(video, &member->publish_handle);
    video_drop_handle(video, &member->watch_handle);
    take_member(video, room, member);
    video_tell(video, room, news);
    video_free_member(member);
    video_fill_floor(video, room);
}

void video_leave(struct video *video, const struct video_act *act)
{
    if (act->member) video_drop_member(video, act->room, act->member, TEXT("left"));
    video_settle(act->ask, RC_OK);
}
