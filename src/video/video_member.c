/* What a member does: sending, receiving, and telling how he is. */
#include "video/video_private.h"

/* ---- handles ---- */

void video_drop_handle(struct video *video, int64_t *handle)
{
    if (*handle) {
        janus_link_ask(video->link, &(struct janus_question){.janus = "detach", .handle = *handle});
    }
    *handle = 0;
}

static void attach(struct video *video, struct video_ask *ask, janus_answer *answer)
{
    janus_link_ask(video->link,
                   &(struct janus_question){.janus = "attach", .answer = answer, .context = ask});
}

static void take_sdp(struct video_ask *ask, const struct janus_message *message)
{
    if (message->jsep.sdp.bytes) ask->out_sdp = arena_text(ask->mem, message->jsep.sdp);
}

/* ---- sending ---- */

static void end_publish(struct video *video, struct video_ask *ask, enum rc rc)
{
    struct member *member = video_member_of(video, ask);

    if (member) member->publish_busy = false;
    video_settle(ask, member ? rc : RC_NOT_FOUND);
}

static void hear_published(void *owner,
                           void *context,
                           enum rc rc,
                           const struct janus_message *message)
{
    struct video *video = owner;
    struct video_ask *ask = context;
    struct member *member = video_member_of(video, ask);

    if (rc == RC_OK) take_sdp(ask, message);
    if (rc == RC_INVALID && member && ask->joins) {
        video_drop_handle(video, &member->publish_handle);
    }
    end_publish(video, ask, video_refusal(ask, rc, message));
}

/* Joining and publishing are one request the first time. */
static void send_offer(struct video *video, struct member *member, struct video_ask *ask)
{
    CLEANUP(video_body_done) struct video_body body = {0};
    struct json_write *json = &body.json;

    video_body_begin(&body, ask->joins ? "joinandconfigure" : "configure");
    if (ask->joins) {
        json_write_text(json, "room", ask->room);
        json_write_cstr(json, "ptype", "publisher");
        json_write_text(json, "id", video_id_of(member));
    }
    if (ask->text.bytes) {
        json_write_array(json, "descriptions");
        json_write_object(json, NULL);
        json_write_text(json, "mid", ask->text);
        json_write_cstr(json, "description", "screen");
        json_write_end(json);
        json_write_end(json);
    }
    janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                         .handle = member->publish_handle,
                                                         .body = video_body_end(&body),
                                                         .sdp = ask->sdp,
                                                         .sdp_type = "offer",
                                                         .answer = hear_published,
                                                         .context = ask});
}

static void hear_publish_handle(void *owner,
                                void *context,
                                enum rc rc,
                                const struct janus_message *message)
{
    struct video *video = owner;
    struct video_ask *ask = context;
    struct member *member = video_member_of(video, ask);
    int64_t handle = rc == RC_OK ? message->data.id : 0;

    if (!member || rc != RC_OK) {
        video_drop_handle(video, &handle);
        end_publish(video, ask, rc);
        return;
    }
    member->publish_handle = handle;
    ask->joins = true;
    send_offer(video, member, ask);
}

static enum rc may_negotiate(const struct video_act *act, bool busy)
{
    if (!act->member) return RC_INVALID;
    if (!act->room->ready) {
        return problem_set(&act->ask->why, RC_UNAVAILABLE,
                           "the video server does not answer now; it is asked again by itself");
    }
    return busy ? RC_CONFLICT : RC_OK;
}

void video_publish(struct video *video, const struct video_act *act)
{
    struct member *member = act->member;
    enum rc rc = may_negotiate(act, member && member->publish_busy);

    if (rc != RC_OK) {
        video_settle(act->ask, rc);
        return;
    }
    if (act->ask->fresh) video_drop_handle(video, &member->publish_handle);
    member->publish_busy = true;
    if (member->publish_handle) {
        send_offer(video, member, act->ask);
    } else {
        attach(video, act->ask, hear_publish_handle);
    }
}

void video_unpublish(struct video *video, const struct video_act *act)
{
    if (act->member) video_drop_handle(video, &act->member->publish_handle);
    video_settle(act->ask, RC_OK);
}

/* ---- receiving ---- */

static void end_watch(struct video *video, struct video_ask *ask, enum rc rc)
{
    struct member *member = video_member_of(video, ask);

    if (member) member->watch_busy = false;
    video_settle(ask, member ? rc : RC_NOT_FOUND);
}

static void take_subscriptions(struct video_ask *ask, const struct record_list *list)
{
    const struct janus_subscription *given = list->items;
    struct janus_subscription *kept = arena_array(ask->mem, struct janus_subscription, list->count);

    for (size_t i = 0; i < list->count; i++) {
        kept[i] = (struct janus_subscription){.type = arena_text(ask->mem, given[i].type),
                                              .mid = arena_text(ask->mem, given[i].mid),
                                              .feed_id = arena_text(ask->mem, given[i].feed_id),
                                              .feed_mid = arena_text(ask->mem, given[i].feed_mid),
                                              .active = given[i].active};
    }
    ask->out_streams = kept;
    ask->out_stream_count = list->count;
}

static void hear_watched(void *owner,
                         void *context,
                         enum rc rc,
                         const struct janus_message *message)
{
    struct video *video = owner;
    struct video_ask *ask = context;
    struct member *member = video_member_of(video, ask);

    if (rc == RC_OK) {
        take_sdp(ask, message);
        take_subscriptions(ask, &message->plugindata.data.streams);
        if (member && ask->out_stream_count) video_note_watched(video, ask, member);
    }
    if (rc == RC_INVALID && member && ask->joins) video_drop_handle(video, &member->watch_handle);
    end_watch(video, ask, video_refusal(ask, rc, message));
}

static void add_wishes(struct json_write *json,
                       const char *key,
                       const struct video_wish *wishes,
                       size_t count)
{
    if (count == 0) return;
    json_write_array(json, key);
    for (size_t i = 0; i < count; i++) {
        json_write_object(json, NULL);
        json_write_text(json, "feed", wishes[i].feed);
        if (wishes[i].mid.bytes) json_write_text(json, "mid", wishes[i].mid);
        json_write_end(json);
    }
    json_write_end(json);
}

/* The first wish joins the room as a subscriber, later ones change it. */
static void send_wish(struct video *video, struct member *member, struct video_ask *ask)
{
    CLEANUP(video_body_done) struct video_body body = {0};
    struct json_write *json = &body.json;
    const char *change = ask->restart ? "configure" : "update";

    video_body_begin(&body, ask->joins ? "join" : change);
    if (ask->joins) {
        json_write_cstr(json, "ptype", "subscriber");
        json_write_text(json, "room", ask->room);
        json_write_bool(json, "autoupdate", false);
        add_wishes(json, "streams", ask->wanted, ask->wanted_count);
    } else if (ask->restart) {
        json_write_bool(json, "restart", true);
    } else {
        add_wishes(json, "subscribe", ask->wanted, ask->wanted_count);
        add_wishes(json, "unsubscribe", ask->unwanted, ask->unwanted_count);
    }
    janus_link_ask(video->link, &(struct janus_question){.janus = "message",
                                                         .handle = member->watch_handle,
                                                         .body = video_body_end(&body),
                                                         .answer = hear_watched,
                                                         .context = ask});
}

static void hear_watch_handle(void *owner,
                              void *context,
                              enum rc rc,
                              const struct janus_message *message)
{
    struct video *video = owner;
    struct video_ask *ask = context;
    struct member *member = video_member_of(video, ask);
    int64_t handle = rc == RC_OK ? message->data.id : 0;

    if (!member || rc != RC_OK) {
        video_drop_handle(video, &handle);
        end_watch(video, ask, rc);
        return;
    }
    member->watch_handle = handle;
    ask->joins = true;
    send_wish(video, member, ask);
}

void video_watch(struct video *video, const struct video_act *act)
{
    struct video_ask *ask = act->ask;
    struct member *member = act->member;
    enum rc rc =
        video_may_wish(act) ? may_negotiate(act, member && member->watch_busy) : RC_FORBIDDEN;
    if (rc != RC_OK) {
        video_settle(ask, rc);
        return;
    }
    if (ask->fresh) video_drop_handle(video, &member->watch_handle);
    if (!member->watch_handle && ask->wanted_count == 0) {
        video_settle(ask, RC_OK); /* nothing was received, and nothing is wanted */
        return;
    }
    member->watch_busy = true;
    if (member->watch_handle) {
        send_wish(video, member, ask);
    } else {
        attach(video, ask, hear_watch_handle);
    }
}

/* ---- what only passes through ---- */

static void hear_passed(void *owner, void *context, enum rc rc, const struct janus_message *message)
{
    struct video_ask *ask = context;

    (void)owner;
    video_settle(ask, video_refusal(ask, rc, message));
}

static int64_t handle_for(const struct video_act *act, enum video_connection connection)
{
    if (!act->member) return 0;
    return connection == VIDEO_CONNECTION_PUBLISH ? act->member->publish_handle
                                                  : act->member->watch_handle;
}

/* Without a connection there is nothing to pass anything to. */
static void pass(struct video *video,
                 const struct video_act *act,
                 int64_t handle,
                 struct janus_question question)
{
    if (!handle) {
        video_settle(act->ask, RC_CONFLICT);
        return;
    }
    question.handle = handle;
    question.answer = hear_passed;
    question.context = act->ask;
    janus_link_ask(video->link, &question);
}

void video_answer(struct video *video, const struct video_act *act)
{
    CLEANUP(video_body_done) struct video_body body = {0};

    video_body_begin(&body, "start");
    pass(video, act, handle_for(act, VIDEO_CONNECTION_WATCH),
         (struct janus_question){.janus = "message",
                                 .body = video_body_end(&body),
                                 .sdp = act->ask->sdp,
                                 .sdp_type = "answer"});
}

static void add_layer(struct json_write *json, const struct video_layer *layer)
{
    json_write_object(json, NULL);
    json_write_text(json, "mid", layer->mid);
    if (layer->send >= 0) json_write_bool(json, "send", layer->send > 0);
    if (layer->size >= 0) json_write_int(json, "substream", layer->size);
    if (layer->pace >= 0) json_write_int(json, "temporal", layer->pace);
    json_write_end(json);
}

void video_choose_layers(struct video *video, const struct video_act *act)
{
    CLEANUP(video_body_done) struct video_body body = {0};
    const struct video_ask *ask = act->ask;

    if (!video_may_choose(act)) {
        video_settle(act->ask, RC_FORBIDDEN);
        return;
    }
    video_body_begin(&body, "configure");
    json_write_array(&body.json, "streams");
    for (size_t i = 0; i < ask->layer_count; i++) {
        add_layer(&body.json, &ask->layers[i]);
    }
    json_write_end(&body.json);
    pass(video, act, handle_for(act, VIDEO_CONNECTION_WATCH),
         (struct janus_question){.janus = "message", .body = video_body_end(&body)});
}

void video_add_candidate(struct video *video, const struct video_act *act)
{
    pass(video, act, handle_for(act, act->ask->connection),
         (struct janus_question){
             .janus = "trickle", .candidate = act->ask->candidate, .ack_is_all = true});
}

/* ---- how he is ---- */

static void set_hand(struct video *video, struct member *member, bool raised)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    member->told.hand = raised;
}

void video_raise_hand(struct video *video, const struct video_act *act)
{
    if (act->member && act->member->told.hand != act->ask->on) {
        set_hand(video, act->member, act->ask->on);
        video_tell(video, act->room,
                   (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = act->member});
    }
    video_settle(act->ask, RC_OK);
}

void video_say(struct video *video, const struct video_act *act)
{
    video_tell(video, act->room,
               (struct video_news){
                   .kind = VIDEO_EVENT_SAID, .member = act->member, .text = act->ask->text});
    video_settle(act->ask, RC_OK);
}

/* True when it is something else than he said before. */
static bool note_report(struct video *video, struct member *member, const struct video_ask *ask)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);
    struct video_member *told = &member->told;
    bool same =
        told->quality == ask->quality && told->sound_only == ask->on && told->on == ask->media;

    told->quality = ask->quality;
    told->sound_only = ask->on;
    told->on = ask->media;
    return !same;
}

static bool may_send(const struct member *member)
{
    return (member->told.rights & VIDEO_MAY_PUBLISH) && !member->told.waits;
}

/* Having asked is news enough that he is there; others hear only of a change. */
void video_report(struct video *video, const struct video_act *act)
{
    struct member *member = act->member;

    if (member && act->ask->media && !may_send(member)) {
        video_settle(act->ask, RC_FORBIDDEN);
        return;
    }
    if (member && note_report(video, member, act->ask)) {
        video_tell(video, act->room,
                   (struct video_news){.kind = VIDEO_EVENT_MEMBER, .member = member});
    }
    video_settle(act->ask, RC_OK);
}
