/* The public feed: what those receive who may watch nothing else.
 *
 * It is what the holder of the floor sends, and those who speak for the public
 * always.  A wish for anything else is refused; what was received and is public
 * no longer is held back at the server at once, whether its receiver asks for
 * that or not, and goes on when it is public again. */
#include "base/mem.h"
#include "video/video_private.h"

bool video_is_public(const struct room *room, const struct member *member)
{
    if (member->told.waits) return false;
    return (member->told.rights & VIDEO_IS_PUBLIC) ||
           text_equal(text_of(room->floor.s), video_id_of(member));
}

bool video_watches_public(const struct video_member *member)
{
    return !(member->rights & VIDEO_MAY_WATCH);
}

static bool is_feed_public(const struct room *room, struct text feed)
{
    const struct member *member = video_find_member(room, feed);

    return member && video_is_public(room, member);
}

struct video_member video_public_view(const struct video_member *member)
{
    struct video_member view = *member;

    view.quality = -1;
    view.asked = 0;
    view.hand = view.sound_only = false;
    if (!(member->rights & VIDEO_IS_PUBLIC) && member->tag[0] == '\0') view.name[0] = '\0';
    return view;
}

/* ---- wishes ---- */

bool video_may_wish(const struct video_act *act)
{
    const struct video_ask *ask = act->ask;

    if (!act->member || !video_watches_public(&act->member->told)) return true;
    for (size_t i = 0; i < ask->wanted_count; i++) {
        if (!is_feed_public(act->room, ask->wanted[i].feed)) return false;
    }
    return true;
}

static const struct watched *watched_at(const struct member *member, struct text mid)
{
    for (size_t i = 0; i < member->watched_count; i++) {
        if (text_equal(text_of(member->watched[i].mid.s), mid)) return &member->watched[i];
    }
    return NULL;
}

bool video_may_choose(const struct video_act *act)
{
    const struct video_ask *ask = act->ask;

    if (!act->member || !video_watches_public(&act->member->told)) return true;
    for (size_t i = 0; i < ask->layer_count; i++) {
        const struct watched *watched = watched_at(act->member, ask->layers[i].mid);

        if (!watched || !is_feed_public(act->room, text_of(watched->feed.s))) return false;
    }
    return true;
}

/* ---- holding back ---- */

static void add_stream(struct json_write *json, const struct watched *watched)
{
    json_write_object(json, NULL);
    json_write_cstr(json, "mid", watched->mid.s);
    json_write_bool(json, "send", !watched->held);
    json_write_end(json);
}

/* What is sent to one watcher follows what is public now. */
static void hold_back(struct video *video, const struct room *room, struct member *member)
{
    CLEANUP(video_body_done) struct video_body body = {0};
    bool changed = false;

    if (!member->watch_handle || !video_watches_public(&member->told)) return;
    video_body_begin(&body, "configure");
    json_write_array(&body.json, "streams");
    for (size_t i = 0; i < member->watched_count; i++) {
        struct watched *watched = &member->watched[i];
        bool held = !is_feed_public(room, text_of(watched->feed.s));

        if (held == watched->held) continue;
        watched->held = held;
        add_stream(&body.json, watched);
        changed = true;
    }
    json_write_end(&body.json);
    if (!changed) return;
    janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                         .handle = member->watch_handle,
                                                         .body = video_body_end(&body)});
}

void video_hold_back(struct video *video, const struct room *room)
{
    for (size_t i = 0; i < room->member_count; i++) {
        hold_back(video, room, room->members[i]);
    }
}

static bool was_held(const struct member *member, struct text mid)
{
    const struct watched *watched = watched_at(member, mid);

    return watched && watched->held;
}

/* A stream that was held back at its place may be another one there now: what is
 * held back is known by its place alone. */
void video_note_watched(struct video *video, const struct video_ask *ask, struct member *member)
{
    const struct room *room = video_find_room(video, ask->room);
    struct watched *watched;

    if (!room || !video_watches_public(&member->told)) return;
    watched = mem_alloc(ask->out_stream_count + 1, sizeof *watched);
    for (size_t i = 0; i < ask->out_stream_count; i++) {
        const struct janus_subscription *stream = &ask->out_streams[i];

        video_word_take(&watched[i].mid, stream->mid);
        video_word_take(&watched[i].feed, stream->feed_id);
        watched[i].held = !ask->joins && was_held(member, stream->mid);
    }
    mem_free(member->watched);
    member->watched = watched;
    member->watched_count = ask->out_stream_count;
    hold_back(video, room, member);
}
