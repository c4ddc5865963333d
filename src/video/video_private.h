/* video_private.h - what the files of rooms share; included by src/video alone. */
#pragma once

#include "base/lock.h"
#include "base/queue.h"
#include "base/thread.h"
#include "video/video.h"

#include <stdatomic.h>

/* A member as told, and what only we know.  A handle is Janus' name for one
 * connection of his; 0: there is none. */
/* What a member receives who watches the public feed. */
struct watched {
    struct video_word mid; /* of his connection */
    struct video_word feed;
    bool held; /* back, for it is public no longer */
};

struct member {
    struct video_member told; /* changed by the thread, under the lock */
    /* owned by the video thread */
    int64_t publish_handle;
    int64_t watch_handle;
    int64_t heard_at_ms;
    size_t noted_streams; /* by the journal of a recording */
    size_t watched_count; /* 0 for who may watch everybody */
    struct watched *watched;
    bool publish_busy; /* a negotiation is under way */
    bool watch_busy;
};

struct room {
    /* constant */
    uint64_t serial;
    uint64_t public; /* serial of its public part */
    char name[CODE_BYTES_MAX + 1];
    /* changed by the thread, under the lock */
    struct video_id floor;
    bool ready;
    bool records;
    size_t member_count;
    struct member *members[VIDEO_MEMBERS_MAX];
    /* owned by the video thread */
    int64_t observer; /* the handle that hears what happens in Janus' room */
    int64_t empty_since_ms;
    int64_t called_number;            /* of the news that said whose turn it is */
    char called[CODE_BYTES_MAX + 1];  /* the tag; empty: nobody's */
    char answers[CODE_BYTES_MAX + 1]; /* the account that answered; may be empty */
    int bitrate;
    bool was_ready;     /* once: a later start of Janus is a RESET */
    bool lobby_is_open; /* nobody waits there any more */
};

struct video {
    /* set before start, then constant */
    struct arena *mem;
    struct video_options options;
    struct queue *asks;
    struct thread *thread;
    int wake_fd;
    _Atomic bool stopping;

    /* owned by the video thread */
    struct janus_link *link;
    int64_t swept_at_ms;
    uint64_t serial; /* the last that was given */

    struct lock lock;
    /* guarded by lock; written by the video thread alone */
    uint64_t number;
    size_t room_count;
    struct room *rooms[VIDEO_ROOMS_MAX];
    enum janus_state state;
    int starts;
    int pid;
    video_listener *listener;
    void *owner;

    struct lock door_lock;
    /* guarded by door_lock */
    struct join_door *door;
};

/* An ask on its way: the room, and the member who asks (NULL: the program). */
struct video_act {
    struct video_ask *ask;
    struct room *room; /* NULL for OPEN of a new one */
    struct member *member;
};

typedef void video_deed(struct video *video, const struct video_act *act);
#define ASK(name, does, right, about) video_deed does;
#include "video/video_ask.def"
#undef ASK

/* ---- video.c ---- */

/* The end of an ask; it is touched no more. */
void video_settle(struct video_ask *ask, enum rc rc);

/* Why Janus refused, for whoever asked. */
enum rc video_refusal(struct video_ask *ask, enum rc rc, const struct janus_message *message);

/* Tell the listener; the member or the text may be missing. */
struct video_news {
    enum video_event_kind kind;
    bool on;
    const struct member *member;
    const struct member *by;     /* who ordered it; NULL: nobody in the room */
    const struct member *former; /* FLOOR: who had it and is public no longer */
    bool was_public;             /* GONE */
    struct text text;
};
void video_tell(struct video *video, const struct room *room, struct video_news news);

/* A body for the plugin, begun; end it with video_body_end. */
struct video_body {
    struct buf text;
    struct json_write json;
};
void video_body_begin(struct video_body *body, const char *request);
struct text video_body_end(struct video_body *body);
void video_body_done(struct video_body *body); /* for CLEANUP */

/* ---- video_look.c ---- */

struct room *video_find_room(struct video *video, struct text name);
struct member *video_find_member(const struct room *room, struct text id);

/* The room and member an ask means, if they are still there. */
struct member *video_member_of(struct video *video, const struct video_ask *ask);

static inline struct text video_id_of(const struct member *member)
{
    return text_of(member->told.id.s);
}

/* ---- video_room.c ---- */

/* A body for the plugin, begun, about this room. */
void video_room_body(struct video_body *body, const char *request, const struct room *room);

/* Janus is ready, or gone: make the rooms again, or note that they are dark. */
void video_rooms_changed(struct video *video, enum janus_state state);

/* Let go of a member, and say why. */
void video_drop_member(struct video *video,
                       struct room *room,
                       struct member *member,
                       struct text why);
void video_end_room(struct video *video, struct room *room);
void video_free_room(struct room **freed);
void video_free_member(struct member *member);

/* ---- video_hear.c ---- */

/* What Janus told without being asked. */
void video_hear(void *owner, const struct janus_message *message);

/* A member sends nothing any more. */
void video_forget_streams(struct video *video, struct member *member);

static inline void video_word_take(struct video_word *word, struct text text)
{
    size_t bytes = text.bytes < VIDEO_WORD_BYTES ? text.bytes : VIDEO_WORD_BYTES;

    if (bytes) memcpy(word->s, text.at, bytes);
    word->s[bytes] = '\0';
}

/* ---- video_public.c ---- */

bool video_is_public(const struct room *room, const struct member *member);

/* May he receive what he wants, or choose how much of it? */
bool video_may_wish(const struct video_act *act);
bool video_may_choose(const struct video_act *act);

/* What he receives has changed. */
void video_note_watched(struct video *video, const struct video_ask *ask, struct member *member);

/* What is public has changed. */
void video_hold_back(struct video *video, const struct room *room);

/* ---- video_floor.c ---- */

/* A member is in the room now, not in the lobby: it may be his turn. */
void video_enter(struct video *video, struct room *room, struct member *member);

/* Somebody has left: another of those who are called may have the floor. */
void video_fill_floor(struct video *video, struct room *room);

/* ---- video_moderator.c ---- */

void video_set_muted(struct video *video, struct member *member, unsigned media, bool on);

/* What a member is asked to switch on: remember it, or remember and ask. */
void video_set_asked(struct video *video, struct member *member, unsigned media);
void video_ask_for(struct video *video, struct room *room, struct member *member, unsigned media);

void video_open_lobby(struct video *video, struct room *room);

/* Silence what a moderator has silenced, in Janus. */
void video_moderate(struct video *video,
                    const struct room *room,
                    const struct member *member,
                    unsigned media);

/* ---- video_journal.c ---- */

/* Into the journal of the room, if it is recorded. */
void video_note(struct video *video, const struct room *room, const struct video_news *news);

/* ---- video_member.c ---- */

void video_drop_handle(struct video *video, int64_t *handle);
