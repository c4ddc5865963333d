/* janus_link_private.h - what the two files of the link share: the link itself, which
 * janus_link.c keeps alive, and its questions, which janus_link_ask.c asks. */
#pragma once

#include "video/janus_child.h"
#include "video/janus_link.h"
#include "video/websocket.h"

struct waiting {
    janus_answer *answer; /* NULL: the place is free */
    void *context;
    int64_t number;
    int64_t until_ms;
    bool ack_is_all;
};

struct janus_link {
    struct janus_link_options options;
    struct janus_child *child;
    struct websocket *socket;
    int64_t session;
    int64_t asked; /* number of the last question */
    int64_t started_at_ms;
    int64_t ready_at_ms;
    int64_t next_at_ms; /* of the next try, start or keepalive */
    enum janus_state state;
    int starts;
    int ends_in_a_row;
    int lines;
    size_t waiting_count; /* places in use are below it */
    struct waiting waiting[JANUS_QUESTIONS_MAX];
};

/* Everything that waits until this moment is refused. */
void janus_link_settle_all(struct janus_link *link, int64_t before_ms);

/* Hand on what has come: answers to who asked, the rest to `told`. */
enum rc janus_link_take_messages(struct janus_link *link) NODISCARD;

/* Janus ended or cannot be used: start it again, a little later each time. */
void janus_link_give_up(struct janus_link *link, const char *reason, int64_t now_ms);
