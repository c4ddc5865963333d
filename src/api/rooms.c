#include "api/rooms.h"

#include "api/access.h"
#include "api/reply.h"

#include <stdio.h>

/* ---- the caller's place ---- */

struct place {
    struct text room;
    struct video_member member;
    uint64_t serial; /* of the room */
};

/* Somebody else's place is none. */
static enum rc take_place(struct http_request *request, struct place *out_place)
{
    struct place place = {.room = request->parameters[0]};

    TRY(video_member_find(api_of(request)->options.video, place.room, request->parameters[1],
                          &place.member, &place.serial));
    if (strcmp(place.member.account, api_identity(request)->name) != 0) return RC_NOT_FOUND;
    *out_place = place;
    return RC_OK;
}

/* ---- asking the room ---- */

static void resume(struct video_ask *ask, enum rc rc)
{
    struct http_request *request = ask->owner;

    request->why = ask->why;
    http_resume(request, rc);
}

static enum rc submit(struct http_request *request, struct video_ask *ask, http_handler *finish)
{
    request->work = ask;
    http_suspend(request, finish);
    return video_submit(api_of(request)->options.video, ask);
}

static struct video_ask *new_ask(struct http_request *request, enum video_ask_kind kind)
{
    struct video_ask *ask = arena_one(request->mem, struct video_ask);

    *ask = (struct video_ask){.kind = kind,
                              .room = request->parameters[0],
                              .member = request->parameters[1],
                              .mem = request->mem,
                              .owner = request,
                              .done = resume};
    return ask;
}

static enum rc finish_empty(struct http_request *request)
{
    http_reply_empty(request, 204);
    return RC_OK;
}

/* Most routes are this: the caller's place, a body, and an ask made of it. */
static enum rc begin(struct http_request *request, const struct record *record, void *body)
{
    struct place place;

    TRY(take_place(request, &place));
    return record ? api_body(request, record, body) : RC_OK;
}

/* ---- coming and going ---- */

static struct video_member *entrant_of(struct arena *mem, const struct join_pass *pass)
{
    struct video_member *entrant = arena_one(mem, struct video_member);

    *entrant = (struct video_member){
        .rights = (unsigned)pass->rights, .muted = (unsigned)pass->muted, .waits = pass->waits};
    IGNORE(snprintf(entrant->name, sizeof entrant->name, TEXT_FORMAT, TEXT_ARGUMENT(pass->name)),
           "the ticket has limits");
    IGNORE(
        snprintf(entrant->role.s, sizeof entrant->role.s, TEXT_FORMAT, TEXT_ARGUMENT(pass->role)),
        "a long word is cut");
    IGNORE(snprintf(entrant->tag, sizeof entrant->tag, TEXT_FORMAT, TEXT_ARGUMENT(pass->tag)),
           "the ticket has limits");
    IGNORE(snprintf(entrant->account, sizeof entrant->account, TEXT_FORMAT,
                    TEXT_ARGUMENT(pass->account)),
           "the ticket has limits");
    return entrant;
}

static enum rc finish_joining(struct http_request *request)
{
    const struct video_ask *ask = request->work;

    room_reply_joined(request, ask->out_member.s);
    return RC_OK;
}

enum rc join_room(struct http_request *request)
{
    const struct api *api = api_of(request);
    const struct join_pass expected = {.room = request->parameters[0],
                                       .account = text_of(api_identity(request)->name)};
    struct video_ask *ask = new_ask(request, VIDEO_ASK_JOIN);
    struct ticket_body body;
    struct join_pass pass;

    TRY(api_body(request, &ticket_body_record, &body));
    TRY(video_ticket_take(api->options.video, body.ticket, &expected, api_now_ms(api), request->mem,
                          &pass, &request->why));
    ask->member = (struct text){0};
    ask->entrant = entrant_of(request->mem, &pass);
    return submit(request, ask, finish_joining);
}

enum rc leave_room(struct http_request *request)
{
    TRY(begin(request, NULL, NULL));
    return submit(request, new_ask(request, VIDEO_ASK_LEAVE), finish_empty);
}

enum rc stream_room(struct http_request *request)
{
    struct place place;

    TRY(take_place(request, &place));
    return http_stream_open_as(api_of(request)->rooms, request,
                               (struct http_audience){place.serial, place.member.serial});
}

/* ---- sending ---- */

static enum rc finish_answer(struct http_request *request)
{
    const struct video_ask *ask = request->work;

    room_reply_answer(request, ask->out_sdp.bytes ? ask->out_sdp : TEXT(""));
    return RC_OK;
}

enum rc publish_in_room(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_PUBLISH);
    struct offer_body body;

    TRY(begin(request, &offer_body_record, &body));
    ask->sdp = body.sdp;
    ask->text = body.screen;
    ask->fresh = body.fresh;
    return submit(request, ask, finish_answer);
}

enum rc unpublish_in_room(struct http_request *request)
{
    TRY(begin(request, NULL, NULL));
    return submit(request, new_ask(request, VIDEO_ASK_UNPUBLISH), finish_empty);
}

/* ---- receiving ---- */

static enum rc finish_offer(struct http_request *request)
{
    room_reply_offer(request, request->work);
    return RC_OK;
}

enum rc watch_in_room(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_WATCH);
    struct wish_body body;

    TRY(begin(request, &wish_body_record, &body));
    ask->wanted = body.subscribe.items;
    ask->wanted_count = body.subscribe.count;
    ask->unwanted = body.unsubscribe.items;
    ask->unwanted_count = body.unsubscribe.count;
    ask->restart = body.restart;
    ask->fresh = body.fresh;
    return submit(request, ask, finish_offer);
}

enum rc answer_in_room(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_ANSWER);
    struct sdp_body body;

    TRY(begin(request, &sdp_body_record, &body));
    ask->sdp = body.sdp;
    return submit(request, ask, finish_empty);
}

enum rc choose_layers(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_LAYERS);
    struct layers_body body;
    const struct layer_item *items;
    struct video_layer *layers;

    TRY(begin(request, &layers_body_record, &body));
    items = body.streams.items;
    layers = arena_array(request->mem, struct video_layer, body.streams.count);
    for (size_t i = 0; i < body.streams.count; i++) {
        layers[i] = (struct video_layer){.mid = items[i].mid,
                                         .size = items[i].size,
                                         .pace = items[i].pace,
                                         .send = items[i].size >= 0};
    }
    ask->layers = layers;
    ask->layer_count = body.streams.count;
    return submit(request, ask, finish_empty);
}

/* ---- finding a way through the network ---- */

static struct text candidate_json(struct arena *mem, const struct candidate_body *body)
{
    CLEANUP(buf_done) struct buf text = {0};
    struct json_write json;

    buf_init(&text, 8 * VIDEO_CANDIDATE_BYTES_MAX);
    json_write_init(&json, &text);
    json_write_object(&json, NULL);
    if (body->candidate.bytes) {
        json_write_text(&json, "candidate", body->candidate);
        json_write_text(&json, "sdpMid", body->mid);
        json_write_int(&json, "sdpMLineIndex", body->line);
    } else {
        json_write_bool(&json, "completed", true);
    }
    json_write_end(&json);
    assert(json_write_ok(&json));
    return arena_text(mem, buf_text(&text));
}

enum rc add_candidate(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_CANDIDATE);
    struct candidate_body body;

    TRY(begin(request, &candidate_body_record, &body));
    ask->connection = (enum video_connection)body.connection;
    ask->candidate = candidate_json(request->mem, &body);
    return submit(request, ask, finish_empty);
}

/* ---- how one is, and what one says ---- */

enum rc raise_hand(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_HAND);
    struct hand_body body;

    TRY(begin(request, &hand_body_record, &body));
    ask->on = body.raised;
    return submit(request, ask, finish_empty);
}

enum rc say_in_room(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_SAY);
    struct saying_body body;

    TRY(begin(request, &saying_body_record, &body));
    ask->text = body.text;
    return submit(request, ask, finish_empty);
}

enum rc report_presence(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_REPORT);
    struct presence_body body;

    TRY(begin(request, &presence_body_record, &body));
    ask->quality = body.quality;
    ask->on = body.sound_only;
    ask->media = (body.microphone ? VIDEO_SOUND : 0u) | (body.camera ? VIDEO_PICTURE : 0u);
    return submit(request, ask, finish_empty);
}

/* ---- moderators ---- */

enum rc order_in_room(struct http_request *request)
{
    struct video_ask *ask = new_ask(request, VIDEO_ASK_MUTE);
    struct room_order_body body;

    TRY(begin(request, &room_order_body_record, &body));
    ask->kind = (enum video_ask_kind)body.order;
    ask->other = body.member;
    ask->medium = body.medium < 0 ? VIDEO_SOUND : (enum video_medium)body.medium;
    ask->on = body.on;
    return submit(request, ask, finish_empty);
}
