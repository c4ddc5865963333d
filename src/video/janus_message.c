#include "video/janus_message.h"

#define WORD(type, member) \
    RECORD_TEXT(type, member, RECORD_OPTIONAL, 0, JANUS_WORD_BYTES_MAX, .about = "A word.")
#define ID(type, member) \
    RECORD_TEXT(type, member, RECORD_OPTIONAL, 0, JANUS_ID_BYTES_MAX, .about = "A name.")
#define REASON(type, member) \
    RECORD_PROSE(type, member, RECORD_OPTIONAL, 0, JANUS_REASON_BYTES_MAX, .about = "For the log.")
#define FLAG(type, member)   RECORD_BOOL(type, member, RECORD_OPTIONAL, .about = "Whether.")
#define NUMBER(type, member) RECORD_INT(type, member, RECORD_OPTIONAL, 0, 0, .about = "A number.")

/* Members that we do not read are passed over. */
#define PART_OF_MESSAGE(title, type, table)                                                        \
    {                                                                                              \
        .name = (title), .bytes = sizeof(type), .fields = (table), .field_count = COUNT_OF(table), \
        .open = true                                                                               \
    }

static const struct record_field stream_fields[] = {
    WORD(struct janus_stream, type),      ID(struct janus_stream, mid),
    WORD(struct janus_stream, codec),     ID(struct janus_stream, description),
    FLAG(struct janus_stream, disabled),  FLAG(struct janus_stream, moderated),
    FLAG(struct janus_stream, simulcast),
};
static const struct record stream_record =
    PART_OF_MESSAGE("JanusStream", struct janus_stream, stream_fields);

static const struct record_field feed_fields[] = {
    ID(struct janus_feed, id),
    RECORD_LIST(struct janus_feed,
                streams,
                RECORD_OPTIONAL,
                &stream_record,
                VIDEO_STREAMS_MAX,
                .about = "What it sends."),
};
static const struct record feed_record =
    PART_OF_MESSAGE("JanusFeed", struct janus_feed, feed_fields);

static const struct record_field subscription_fields[] = {
    WORD(struct janus_subscription, type),   ID(struct janus_subscription, mid),
    ID(struct janus_subscription, feed_id),  ID(struct janus_subscription, feed_mid),
    FLAG(struct janus_subscription, active),
};
static const struct record subscription_record =
    PART_OF_MESSAGE("JanusSubscription", struct janus_subscription, subscription_fields);

static const struct record_field room_fields[] = {
    WORD(struct janus_room_word, videoroom),
    ID(struct janus_room_word, room),
    ID(struct janus_room_word, id),
    REASON(struct janus_room_word, error),
    ID(struct janus_room_word, unpublished),
    ID(struct janus_room_word, leaving),
    RECORD_LIST(struct janus_room_word,
                publishers,
                RECORD_OPTIONAL,
                &feed_record,
                VIDEO_MEMBERS_MAX,
                .about = "Who sends."),
    RECORD_LIST(struct janus_room_word,
                streams,
                RECORD_OPTIONAL,
                &subscription_record,
                VIDEO_SUBSCRIPTIONS_MAX,
                .about = "What is sent to us."),
    NUMBER(struct janus_room_word, error_code),
};
static const struct record room_record =
    PART_OF_MESSAGE("JanusRoomWord", struct janus_room_word, room_fields);

static const struct record_field plugin_fields[] = {
    RECORD_RECORD(struct janus_plugin_word,
                  data,
                  RECORD_OPTIONAL,
                  &room_record,
                  .about = "What the plugin says."),
};
static const struct record plugin_record =
    PART_OF_MESSAGE("JanusPluginWord", struct janus_plugin_word, plugin_fields);

static const struct record_field description_fields[] = {
    WORD(struct janus_description, type),
    RECORD_PROSE(struct janus_description,
                 sdp,
                 RECORD_OPTIONAL,
                 0,
                 VIDEO_OFFER_BYTES_MAX,
                 .about = "RFC 8866."),
};
static const struct record description_record =
    PART_OF_MESSAGE("JanusDescription", struct janus_description, description_fields);

static const struct record_field failure_fields[] = {
    REASON(struct janus_failure, reason),
    NUMBER(struct janus_failure, code),
};
static const struct record failure_record =
    PART_OF_MESSAGE("JanusFailure", struct janus_failure, failure_fields);

static const struct record_field number_fields[] = {NUMBER(struct janus_number, id)};
static const struct record number_record =
    PART_OF_MESSAGE("JanusNumber", struct janus_number, number_fields);

static const struct record_field message_fields[] = {
    RECORD_TEXT(struct janus_message,
                janus,
                RECORD_REQUIRED,
                1,
                JANUS_WORD_BYTES_MAX,
                .about = "What it is."),
    WORD(struct janus_message, transaction),
    REASON(struct janus_message, reason),
    NUMBER(struct janus_message, sender),
    RECORD_RECORD(struct janus_message, data, RECORD_OPTIONAL, &number_record, .about = "A name."),
    RECORD_RECORD(struct janus_message,
                  plugindata,
                  RECORD_OPTIONAL,
                  &plugin_record,
                  .about = "From the plugin."),
    RECORD_RECORD(struct janus_message,
                  jsep,
                  RECORD_OPTIONAL,
                  &description_record,
                  .about = "An offer or an answer."),
    RECORD_RECORD(struct janus_message,
                  error,
                  RECORD_OPTIONAL,
                  &failure_record,
                  .about = "Why it was refused."),
};
const struct record janus_message_record =
    PART_OF_MESSAGE("JanusMessage", struct janus_message, message_fields);

enum rc janus_message_read(struct text bytes, struct arena *mem, struct janus_message *out_message)
{
    return json_read(&janus_message_record, bytes, mem, out_message, NULL);
}
