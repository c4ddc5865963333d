/* video.h - rooms in which people see and hear each other.
 *
 * A room has members; a member sends a few streams (microphone, camera,
 * screen) and is sent those of others.  The media go through Janus, a program
 * of its own (janus_link.h), which knows a room by its name and a member's
 * streams as the feed of that name; whoever speaks to us never speaks to Janus.
 *
 * Everything is asked: a `struct video_ask` says what, the room's thread does
 * it, and `done` is called with the result, once.  What happens in a room is
 * told to the listener as it happens, with numbers that rise; video_room_tell
 * gives the whole room as it is after one of them.
 *
 *   open ─▶ room ◀─ join ─ member ◀─ publish ─ its streams
 *                                 ◀─ watch ─── those of others
 *
 * A room may belong to a session in which one after the other is called: CALL
 * says whose turn it is, by the tag of members.  They have the floor and are
 * asked for sound and picture, now or when they come; the turn over, they are
 * silent again.
 *
 * Some may watch the public feed alone: what the holder of the floor sends, and
 * who speaks for the public always.  They are told of nobody else, and what they
 * wish for beyond it is refused.
 *
 * When Janus ends, rooms and members stay: the room is made again and
 * everybody is told to publish and watch anew (RESET).
 *
 * Whoever asks to join has been let in already: by a ticket, which is made and
 * taken here too, or by himself.  The first who joins makes the room; one that
 * was empty for VIDEO_EMPTY_MS_MAX is closed.
 *
 * Limits    VIDEO_ROOMS_MAX rooms of VIDEO_MEMBERS_MAX members, VIDEO_QUEUE_MAX
 *           asks that wait; a member of whom nothing was heard for
 *           VIDEO_SILENCE_MS_MAX has left.
 * Memory    video_free frees everything.  What an ask points to must live until
 *           `done`; what it brings lives in its arena.
 * Threads   One of its own, "video", which does all the work and calls `done`
 *           and the listener; they must not block.  Everything here: any thread.
 * Errors    RC_NOT_FOUND for a room or member that is not there, RC_FORBIDDEN
 *           for what a member may not do, RC_CONFLICT for a second negotiation
 *           while one is under way, RC_INVALID with the reason for what Janus
 *           refuses, RC_TOO_MANY above the limits, RC_UNAVAILABLE while Janus
 *           does not run. */
#pragma once

#include "base/arena.h"
#include "base/limits.h"
#include "base/problem.h"
#include "video/janus_link.h"
#include "video/join_token.h"

enum { VIDEO_ID_BYTES = 16, VIDEO_WORD_BYTES = 32, VIDEO_SILENCE_MS_MAX = 45 * 1000 };
enum { VIDEO_EMPTY_MS_MAX = 10 * 60 * 1000 };

/* What a member may do. */
enum video_right {
    VIDEO_MAY_WATCH = 1,
    VIDEO_MAY_PUBLISH = 2,
    VIDEO_MAY_MODERATE = 4,
    VIDEO_MAY_WATCH_PUBLIC = 8, /* the public feed and nothing else */
    VIDEO_IS_PUBLIC = 16,       /* is part of it also without the floor */
};

enum video_medium { VIDEO_SOUND = 1, VIDEO_PICTURE = 2 };

/* A text of limited length inside a value. */
struct video_id {
    char s[VIDEO_ID_BYTES + 1];
};
struct video_word {
    char s[VIDEO_WORD_BYTES + 1];
};

struct video_stream {
    struct video_word mid;
    struct video_word about; /* "screen", or what else its sender says */
    enum video_medium medium;
    bool simulcast; /* comes in several sizes */
};

struct video_member {
    uint64_t serial; /* no other member ever has it */
    struct video_id id;
    char name[NAME_BYTES_MAX + 1];
    struct video_word role;           /* a word of whoever let him in */
    char tag[CODE_BYTES_MAX + 1];     /* what he is known by to that one; may be empty */
    char account[CODE_BYTES_MAX + 1]; /* who he is; told to nobody */
    unsigned rights;
    unsigned muted; /* media that a moderator has silenced */
    unsigned asked; /* media that he is asked to switch on, and does not send yet */
    unsigned on;    /* media that he says are switched on: a silent microphone is sent, too */
    int quality;    /* of his link, 0 broken to 4 good; -1: not said yet */
    bool waits;     /* in the lobby */
    bool hand;      /* raised */
    bool talks;
    bool sound_only; /* receives no pictures */
    size_t stream_count;
    struct video_stream streams[VIDEO_STREAMS_MAX];
};

struct video_room {
    const char *name;
    uint64_t serial;       /* no other room ever has it */
    uint64_t public;       /* a serial too: its public part */
    uint64_t number;       /* of the last event of any room before this picture */
    struct video_id floor; /* who has it; empty: nobody */
    bool ready;            /* media can flow */
    bool records;
    size_t member_count;
    const struct video_member *members;
};

enum video_event_kind {
#define EVENT(name, word, about) VIDEO_EVENT_##name,
#include "video/video_event.def"
#undef EVENT
};
const char *video_event_word(enum video_event_kind kind) RETURNS_NONNULL;

/* Numbers rise by VIDEO_EVENT_STEP, so that the listener can say more in between. */
enum { VIDEO_EVENT_STEP = 8 };
struct video_event {
    enum video_event_kind kind;
    uint64_t number;
    uint64_t room;   /* its serial */
    uint64_t public; /* of its public part */
    const char *room_name;
    const struct video_member *member; /* NULL when it is about the room */
    const struct video_member *by;     /* RECORDING: who ordered it; NULL: nobody in the room */
    const struct video_member *former; /* FLOOR: who is public no longer; NULL: nobody */
    bool on;                           /* FLOOR, READY, RECORDING */
    bool is_public;                    /* the member is part of the public feed, or was (GONE) */
    struct text text;                  /* SAID, GONE (why) */
};
typedef void video_listener(void *owner, const struct video_event *event);

struct video_options {
    const char *folder;  /* for Janus */
    const char *program; /* where Janus is; NULL: it is not installed */
    const char *outside; /* the socket of a Janus that somebody else runs, or NULL */
    bool off;
    const char *recordings;    /* a folder; a room has one of its own in it (recording.h) */
    const struct clock *clock; /* by which journals of recordings tell; NULL: the machine's */
    struct janus_options media;
};

struct video;

enum rc video_start(const struct video_options *options, struct video **out_video) NODISCARD;

/* End Janus and the thread; whatever waits, and whoever asks from now on, is
 * refused.  The rest stays until video_free, for those who still look. */
void video_stop(struct video *video);
void video_free(struct video **freed);

/* Tell this owner of every event from now on; NULL ends it. */
void video_listen(struct video *video, video_listener *listener, void *owner);

struct video_figures {
    enum janus_state state;
    int starts;   /* of Janus, or of looking for the outside one */
    bool outside; /* somebody else runs it */
    int pid;
    size_t rooms;
    size_t members;
    size_t feeds; /* members that publish */
};
void video_figures(struct video *video, struct video_figures *out_figures);

/* ---- asking ---- */

enum video_ask_kind {
#define ASK(name, does, right, about) VIDEO_ASK_##name,
#include "video/video_ask.def"
#undef ASK
};

/* What to begin or to stop receiving. */
struct video_wish {
    struct text feed;
    struct text mid; /* empty: all its streams */
};

/* How much of a received stream to send: its size (0 the smallest to 2) and
 * pace, or nothing at all; -1 leaves it as it is. */
struct video_layer {
    struct text mid; /* of the receiver's connection */
    int size;
    int pace;
    int send;
};

enum video_connection { VIDEO_CONNECTION_PUBLISH, VIDEO_CONNECTION_WATCH };

struct video_ask;
typedef void video_ask_done(struct video_ask *ask, enum rc rc);

struct video_ask {
    enum video_ask_kind kind;
    struct text room;
    struct text member; /* who asks; empty: the program itself, which may do all */
    struct arena *mem;
    void *owner;
    video_ask_done *done;

    /* what it takes: see video_ask.def */
    const struct video_member *entrant; /* JOIN */
    struct text other;                  /* whom a moderator means; empty: all but himself */
    struct text sdp;
    struct text candidate; /* JSON */
    struct text text;
    struct text account; /* CALL: whose answer it is; he is preferred among those called */
    int64_t number;      /* CALL: numbers rise; what comes late is forgotten */
    const struct video_wish *wanted;
    size_t wanted_count;
    const struct video_wish *unwanted;
    size_t unwanted_count;
    const struct video_layer *layers;
    size_t layer_count;
    enum video_connection connection;
    enum video_medium medium;
    int bitrate; /* OPEN: of each picture, in bit/s */
    int quality;
    unsigned media; /* REPORT */
    bool on;
    bool fresh;   /* forget the connection there was */
    bool restart; /* WATCH: find a new way through the network */

    /* what it brings */
    struct problem why;
    struct text out_sdp; /* an answer to PUBLISH, an offer for WATCH; may be empty */
    const struct janus_subscription *out_streams;
    size_t out_stream_count;
    struct video_id out_member; /* JOIN */

    /* the room's own, while it is under way */
    bool joins; /* with a new handle, which is of no use if that is refused */
};

/* Have it done; another code than RC_OK: nobody took it, `done` is not called. */
enum rc video_submit(struct video *video, struct video_ask *ask) NODISCARD;

/* The same, waiting for it; not on the video thread. */
enum rc video_perform(struct video *video, struct video_ask *ask) NODISCARD;

/* The room as it is now, by its name or its serial, and by the serial of its
 * public part no more than that; RC_NOT_FOUND without it. */
enum rc video_room_tell(struct video *video,
                        struct text room,
                        struct arena *mem,
                        struct video_room *out_room) NODISCARD;
enum rc video_room_tell_serial(struct video *video,
                               uint64_t serial,
                               struct arena *mem,
                               struct video_room *out_room) NODISCARD;

/* One member of a room, as he is now, and the serial whose events are his: the
 * room's, or that of its public part; RC_NOT_FOUND. */
enum rc video_member_find(struct video *video,
                          struct text room,
                          struct text member,
                          struct video_member *out_member,
                          uint64_t *out_serial) NODISCARD;

/* He is sent the public feed alone. */
bool video_watches_public(const struct video_member *member);

/* What the public may know of a member: nothing of his hand, his link or what he
 * is asked for; a name only of who speaks for an agency or for the public. */
struct video_member video_public_view(const struct video_member *member);

/* ---- the door ---- */

/* A ticket for somebody (join_token.h), and taking it. */
struct text video_ticket_make(struct video *video, const struct join_pass *pass, struct arena *mem);
enum rc video_ticket_take(struct video *video,
                          struct text ticket,
                          const struct join_pass *expected,
                          int64_t now_ms,
                          struct arena *mem,
                          struct join_pass *out_pass,
                          struct problem *why) NODISCARD;
