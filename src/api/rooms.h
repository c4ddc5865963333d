/* rooms.h - rooms of video, as pages see them: what is asked and what is said.
 *
 * A room's routes are for whoever signed in, but all of them begin with a place
 * in a room: the member named in the path must be the caller's own.  He got it
 * for a ticket (video_ticket_make) from whoever knows what he may do there.
 *
 * What happens in a room is one stream of events for all its members, and a
 * second one for those who watch the public feed, with less in it; what only
 * one has to know (asked, hangup) is told to him alone, and who is sent out hears
 * that as the last thing.
 *
 * Memory    Texts live in the request's arena.
 * Threads   The request's; room_listen: the video thread. */
#pragma once

#include "api/api_private.h"
#include "video/video.h"

struct ticket_body {
    struct text ticket;
};
extern const struct record ticket_body_record;

struct offer_body {
    struct text sdp;
    struct text screen; /* the mid of a shared screen */
    bool fresh;
};
extern const struct record offer_body_record;

struct wish_body {
    struct record_list subscribe; /* struct video_wish */
    struct record_list unsubscribe;
    bool restart;
    bool fresh;
};
extern const struct record wish_body_record;

struct sdp_body {
    struct text sdp;
};
extern const struct record sdp_body_record;

struct layer_item {
    struct text mid;
    int size; /* -1: send nothing */
    int pace;
};
struct layers_body {
    struct record_list streams; /* struct layer_item */
};
extern const struct record layers_body_record;

struct candidate_body {
    struct text candidate; /* empty: there are no more */
    struct text mid;
    int connection;
    int line;
};
extern const struct record candidate_body_record;

struct hand_body {
    bool raised;
};
extern const struct record hand_body_record;

struct saying_body {
    struct text text;
};
extern const struct record saying_body_record;

struct presence_body {
    int quality;
    bool sound_only;
    bool microphone;
    bool camera;
};
extern const struct record presence_body_record;

struct room_order_body {
    struct text member; /* empty: all others */
    int order;          /* enum video_ask_kind */
    int medium;
    bool on;
};
extern const struct record room_order_body_record;

extern const struct record inspection_ticket_record;
extern const struct record joined_room_record;
extern const struct record room_answer_record;
extern const struct record room_member_record;
extern const struct record room_news_record;
extern const struct record room_offer_record;
extern const struct record room_record;
extern const struct record video_reply_record;

/* How the video server is, and what it carries. */
struct told_video {
    struct text state;
    int64_t starts;
    int64_t rooms;
    int64_t members;
    int64_t senders;
    bool outside;
};
struct told_video room_tell_video(const struct api *api);

/* The room of an inspection goes where its session stands: who is called there
 * has the floor, the lobby opens with the session, and the end is the room's.
 * Without video, or without anybody in the room, nothing happens. */
struct seat;
void room_follow(struct http_request *request, const struct seat *seat);

/* The name of an inspection's room of video, and back: false for another room. */
struct text room_of(struct arena *mem, struct text code);
bool room_is_of_inspection(struct text room, struct text *out_code);

/* A room is recorded from now on, or no longer: a fact of its inspection, if it
 * is one's.  What cannot be put on record is not recorded. */
void room_note_recording(struct api *api, const struct video_event *event);

/* The listener of rooms, and what a new watcher of one begins with. */
void room_listen(void *api, const struct video_event *event);
enum rc room_snapshot(void *api, uint64_t group, struct buf *to, uint64_t *out_number) NODISCARD;

/* One event, as far as it is the public's. */
void room_tell_public(struct api *api, const struct video_event *event);

/* Write a snapshot, or one event. */
void room_write(const struct video_room *room, struct arena *mem, struct buf *to);
void room_write_member(const struct video_member *member, struct arena *mem, struct buf *to);
void room_write_news(const struct video_event *event, struct buf *to);

/* What a member may be told on joining. */
void room_reply_joined(struct http_request *request, const char *id);
void room_reply_answer(struct http_request *request, struct text sdp);
void room_reply_offer(struct http_request *request, const struct video_ask *ask);
