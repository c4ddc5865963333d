/* janus_link.h - Janus kept alive, and asked.
 *
 * The link owns the child, the connection to it and one session of Janus' API.
 * It starts Janus when somebody wants it, starts it again when it ended or no
 * longer answers, a little later each time, and matches answers with questions.
 *
 *   off                       told never to run
 *   missing                   there is no such program
 *   idle ──wanted──▶ starting ──connected, session──▶ ready
 *                       ▲                               │ ended, silent, or
 *                       └──── waiting ◀─────────────────┘ spoke nonsense
 *                             (0.2 s, 0.4 s ... 30 s; from the start again
 *                              once it was ready for a minute)
 *
 * A Janus that somebody else runs (`outside`) is connected to instead of being
 * started, at once, and waited for in the same way; nothing is configured there.
 *
 * Memory    janus_link_close frees everything.
 * Threads   One, the one that opened it, which sleeps in poll meanwhile.
 * Errors    An answer comes exactly once: RC_OK with Janus' message, RC_INVALID
 *           when Janus refuses (the message says why), RC_UNAVAILABLE when it
 *           is gone or has not answered within JANUS_ANSWER_MS_MAX. */
#pragma once

#include "video/janus_config.h"
#include "video/janus_message.h"

#include <poll.h>

enum {
    JANUS_ANSWER_MS_MAX = 8000,
    JANUS_QUESTIONS_MAX = 4096, /* waiting for an answer at once */
    JANUS_POLL_MAX = 3,         /* descriptors to wait for */
};

enum janus_state {
#define JANUS_STATE(name, word, about) JANUS_##name,
#include "video/janus_state.def"
#undef JANUS_STATE
};
const char *janus_state_word(enum janus_state state) RETURNS_NONNULL;

struct janus_link;

/* An answer; `message` is NULL when there is none, and valid for the call. */
typedef void janus_answer(void *owner,
                          void *context,
                          enum rc rc,
                          const struct janus_message *message);

struct janus_link_options {
    const char *folder;  /* for configuration and socket */
    const char *program; /* NULL: missing */
    const char *outside; /* the socket of a Janus that somebody else runs, or NULL */
    bool off;
    struct janus_options media;
    void *owner;
    void (*changed)(void *owner, enum janus_state state);
    void (*told)(void *owner, const struct janus_message *message); /* nobody asked for it */
};

struct janus_link *janus_link_open(const struct janus_link_options *options) RETURNS_NONNULL;
void janus_link_close(struct janus_link **closed);

/* Janus is needed from now on. */
void janus_link_want(struct janus_link *link);

enum janus_state janus_link_state(const struct janus_link *link);
int janus_link_starts(const struct janus_link *link); /* how often it was started */
int janus_link_pid(const struct janus_link *link);    /* 0: it does not run */

/* What to wait for, at most JANUS_POLL_MAX, and until when; -1: for ever. */
size_t janus_link_poll(const struct janus_link *link, struct pollfd *out_fds);
int64_t janus_link_wait_ms(const struct janus_link *link, int64_t now_ms);

/* Do what there is to do, after the wait. */
void janus_link_work(struct janus_link *link, int64_t now_ms);

/* A question: what kind, to which handle, the plugin's part of it (a JSON
 * object, or empty), an offer or answer with it (or empty), and who hears. */
struct janus_question {
    const char *janus; /* "attach", "message", "trickle", "detach" */
    int64_t handle;    /* 0: the session's own */
    struct text body;
    struct text candidate; /* JSON */
    struct text sdp;
    const char *sdp_type;
    bool ack_is_all; /* Janus says no more than that it has heard */
    janus_answer *answer;
    void *context;
};

/* Ask; the answer may come during the call when Janus is gone. */
void janus_link_ask(struct janus_link *link, const struct janus_question *question);
