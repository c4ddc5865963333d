#include "api/rooms.h"

enum { WISHES_MAX = 2 * VIDEO_MEMBERS_MAX, FIXED_BYTES_MAX = 64 };

static const struct record_field ticket_fields[] = {
    RECORD_TEXT(struct ticket_body,
                ticket,
                RECORD_REQUIRED,
                1,
                4096,
                .about = "The ticket into this room; good once, and for a minute."),
};
const struct record ticket_body_record = RECORD("RoomTicket", struct ticket_body, ticket_fields);

#define SDP(type, most)                               \
    RECORD_PROSE(type, sdp, RECORD_REQUIRED, 1, most, \
                 .about = "The browser's session description (RFC 8866).")

static const struct record_field offer_fields[] = {
    SDP(struct offer_body, VIDEO_SDP_BYTES_MAX),
    RECORD_TEXT(struct offer_body,
                screen,
                RECORD_OPTIONAL,
                0,
                VIDEO_WORD_BYTES,
                .about = "The mid of a shared screen."),
    RECORD_BOOL(struct offer_body,
                fresh,
                RECORD_OPTIONAL,
                .about = "A new connection; what was sent before is forgotten."),
};
const struct record offer_body_record = RECORD("RoomOfferBody", struct offer_body, offer_fields);

static const struct record_field wish_fields[] = {
    RECORD_TEXT(struct video_wish,
                feed,
                RECORD_REQUIRED,
                1,
                FIXED_BYTES_MAX,
                .about = "The member whose streams these are."),
    RECORD_TEXT(struct video_wish,
                mid,
                RECORD_OPTIONAL,
                0,
                VIDEO_WORD_BYTES,
                .about = "One of them; all when it is left out."),
};
static const struct record wish_record = RECORD("RoomWish", struct video_wish, wish_fields);

static const struct record_field wishes_fields[] = {
    RECORD_LIST(struct wish_body,
                subscribe,
                RECORD_OPTIONAL,
                &wish_record,
                WISHES_MAX,
                .about = "What to receive."),
    RECORD_LIST(struct wish_body,
                unsubscribe,
                RECORD_OPTIONAL,
                &wish_record,
                WISHES_MAX,
                .about = "What to receive no more."),
    RECORD_BOOL(struct wish_body,
                restart,
                RECORD_OPTIONAL,
                .about = "Only find a new way through the network."),
    RECORD_BOOL(struct wish_body,
                fresh,
                RECORD_OPTIONAL,
                .about = "A new connection; what was received before is forgotten."),
};
const struct record wish_body_record = RECORD("RoomWishes", struct wish_body, wishes_fields);

static const struct record_field answer_fields[] = {
    SDP(struct sdp_body, VIDEO_OFFER_BYTES_MAX),
};
const struct record sdp_body_record = RECORD("RoomAnswerBody", struct sdp_body, answer_fields);

static const struct record_field layer_fields[] = {
    RECORD_TEXT(struct layer_item,
                mid,
                RECORD_REQUIRED,
                1,
                VIDEO_WORD_BYTES,
                .about = "The mid of the received stream."),
    RECORD_INT(struct layer_item,
               size,
               RECORD_REQUIRED,
               -1,
               2,
               .about = "0 small, 1 middle, 2 large; -1: send nothing."),
    RECORD_INT(struct layer_item,
               pace,
               RECORD_OPTIONAL,
               0,
               2,
               .absent = -1,
               .about = "0 few pictures a second to 2 all."),
};
static const struct record layer_record = RECORD("RoomLayer", struct layer_item, layer_fields);

static const struct record_field layers_fields[] = {
    RECORD_LIST(struct layers_body,
                streams,
                RECORD_REQUIRED,
                &layer_record,
                WISHES_MAX,
                .about = "How much of each to receive."),
};
const struct record layers_body_record = RECORD("RoomLayers", struct layers_body, layers_fields);

static const struct record_choice connection_choices[] = {
    {"publish", VIDEO_CONNECTION_PUBLISH},
    {"watch", VIDEO_CONNECTION_WATCH},
    {NULL, 0},
};

static const struct record_field candidate_fields[] = {
    RECORD_CHOICE(struct candidate_body,
                  connection,
                  RECORD_REQUIRED,
                  connection_choices,
                  .about = "Which of the two connections."),
    RECORD_TEXT(struct candidate_body,
                candidate,
                RECORD_REQUIRED,
                0,
                VIDEO_CANDIDATE_BYTES_MAX,
                .about = "A way to the browser; empty when there are no more."),
    RECORD_TEXT(struct candidate_body,
                mid,
                RECORD_OPTIONAL,
                0,
                VIDEO_WORD_BYTES,
                .about = "sdpMid."),
    RECORD_INT(struct candidate_body,
               line,
               RECORD_OPTIONAL,
               0,
               VIDEO_SUBSCRIPTIONS_MAX,
               .about = "sdpMLineIndex."),
};
const struct record candidate_body_record =
    RECORD("RoomCandidate", struct candidate_body, candidate_fields);

static const struct record_field hand_fields[] = {
    RECORD_BOOL(struct hand_body, raised, RECORD_REQUIRED, .about = "Raised, or lowered."),
};
const struct record hand_body_record = RECORD("RoomHand", struct hand_body, hand_fields);

static const struct record_field saying_fields[] = {
    RECORD_TEXT(struct saying_body,
                text,
                RECORD_REQUIRED,
                1,
                VIDEO_SAYING_BYTES_MAX,
                .about = "A line for all in the room; it is kept nowhere."),
};
const struct record saying_body_record = RECORD("RoomSaying", struct saying_body, saying_fields);

static const struct record_field presence_fields[] = {
    RECORD_INT(struct presence_body,
               quality,
               RECORD_REQUIRED,
               0,
               4,
               .about = "Of the link: 0 broken to 4 good."),
    RECORD_BOOL(struct presence_body,
                sound_only,
                RECORD_OPTIONAL,
                .about = "No pictures are received."),
    RECORD_BOOL(struct presence_body,
                microphone,
                RECORD_OPTIONAL,
                .about = "It is switched on: what is said there can be heard."),
    RECORD_BOOL(struct presence_body, camera, RECORD_OPTIONAL, .about = "It is switched on."),
};
const struct record presence_body_record =
    RECORD("RoomPresence", struct presence_body, presence_fields);

static const struct record_choice room_order_choices[] = {
    {"mute", VIDEO_ASK_MUTE},     {"floor", VIDEO_ASK_FLOOR},
    {"remove", VIDEO_ASK_REMOVE}, {"admit", VIDEO_ASK_ADMIT},
    {"ask", VIDEO_ASK_REQUEST},   {"record", VIDEO_ASK_RECORD},
    {"close", VIDEO_ASK_CLOSE},   {NULL, 0},
};

static const struct record_choice medium_choices[] = {
    {"sound", VIDEO_SOUND},
    {"picture", VIDEO_PICTURE},
    {NULL, 0},
};

static const struct record_field order_fields[] = {
    RECORD_CHOICE(struct room_order_body,
                  order,
                  RECORD_REQUIRED,
                  room_order_choices,
                  .about =
                      "mute (a medium, on or off), floor, record (on or off), remove, admit, ask "
                      "(to switch a medium on), close (the room)."),
    RECORD_TEXT(struct room_order_body,
                member,
                RECORD_OPTIONAL,
                0,
                FIXED_BYTES_MAX,
                .about = "Whom; all others when it is left out (mute, admit, ask)."),
    RECORD_CHOICE(struct room_order_body,
                  medium,
                  RECORD_OPTIONAL,
                  medium_choices,
                  .about = "Of mute and ask; sound when it is left out."),
    RECORD_BOOL(struct room_order_body, on, RECORD_OPTIONAL, .about = "Of mute, floor and record."),
};
const struct record room_order_body_record =
    RECORD("RoomOrder", struct room_order_body, order_fields);
