/* janus_message.h - what Janus says, as one struct.
 *
 * Every message of Janus is one JSON object whose members depend on what it is
 * about; what is missing is empty here.  Only members that we use are read,
 * the rest is passed over (https://janus.conf.meetecho.com/docs/rest.html,
 * /docs/videoroom.html, version 1.1.2, with names of rooms and feeds as texts).
 *
 * Memory    Texts live in the caller's arena.
 * Threads   All functions are pure.
 * Errors    RC_INVALID for what is no message of Janus. */
#pragma once

#include "base/json_read.h"
#include "base/limits.h"

enum { JANUS_ID_BYTES_MAX = 64, JANUS_WORD_BYTES_MAX = 64, JANUS_REASON_BYTES_MAX = 512 };

/* A stream that a feed sends. */
struct janus_stream {
    struct text type; /* "audio", "video" */
    struct text mid;  /* names it within its connection */
    struct text codec;
    struct text description;
    bool disabled;
    bool moderated;
    bool simulcast;
};

struct janus_feed {
    struct text id;
    struct record_list streams; /* struct janus_stream */
};

/* A stream that a subscriber is sent. */
struct janus_subscription {
    struct text type;
    struct text mid;
    struct text feed_id;
    struct text feed_mid;
    bool active;
};

/* What the VideoRoom plugin says. */
struct janus_room_word {
    struct text videoroom; /* "created", "joined", "event", "talking" ... */
    struct text room;
    struct text id;
    struct text error;
    struct text unpublished;       /* a feed, or "ok" */
    struct text leaving;           /* a feed, or "ok" */
    struct record_list publishers; /* struct janus_feed */
    struct record_list streams;    /* struct janus_subscription */
    int error_code;
};

struct janus_plugin_word {
    struct janus_room_word data;
};

struct janus_description { /* "jsep" */
    struct text type;
    struct text sdp;
};

struct janus_failure {
    struct text reason;
    int code;
};

struct janus_number {
    int64_t id;
};

struct janus_message {
    struct text janus; /* "success", "ack", "event", "error", "hangup" ... */
    struct text transaction;
    struct text reason;
    int64_t sender; /* the handle */
    struct janus_number data;
    struct janus_plugin_word plugindata;
    struct janus_description jsep;
    struct janus_failure error;
};

extern const struct record janus_message_record;

enum rc janus_message_read(struct text bytes,
                           struct arena *mem,
                           struct janus_message *out_message) NODISCARD;

static inline bool janus_is(const struct janus_message *message, struct text word)
{
    return text_equal(message->janus, word);
}
