/* simulator_terminal.h - one virtual terminal, as a state machine without sockets.
 *
 *   BOOT ── handshake ──▶ OPTIONS ──▶ OPLOG ──▶ LIVE ──┐ rows, results, polls
 *     ▲                                          │     │
 *     └── restart, CHECK, back from a silence ───┘ ◀───┘
 *
 * One request at a time: the terminal speaks, then hears the reply or learns
 * that it was lost.  What was not acknowledged to the letter is sent again.
 * A 503 or a lost line makes it wait for ErrorDelay and marks what it holds as a
 * backlog, which goes out in batches; a punch made in good times goes out
 * alone.  Time is the server's clock, as a parameter.
 *
 * Memory    simulator_terminal_done; profile and world must outlive it.
 * Threads   One at a time.
 * Errors    A reply that a real terminal would misunderstand is counted in
 *           figures.violations. */
#pragma once

#include "base/buf.h"
#include "base/cc.h"
#include "devices/simulator_plan.h"
#include "devices/simulator_receipts.h"

/* What the whole fleet did. */
struct simulator_figures {
    uint64_t requests;
    uint64_t made;         /* punches made */
    uint64_t acknowledged; /* rows acknowledged, again ones included */
    uint64_t repeated;     /* rows sent again after their acknowledgement */
    uint64_t bad;          /* unreadable rows acknowledged */
    uint64_t handshakes;
    uint64_t polls;
    uint64_t commands;
    uint64_t refused;    /* replies other than 200 */
    uint64_t lost;       /* requests without reply */
    uint64_t violations; /* replies that break the protocol */
    char violation[120]; /* the first of them */
};

/* What all terminals share; constant but for what the pointers point to. */
struct simulator_world {
    struct text host;   /* for the Host header */
    struct text prefix; /* of the path, such as "/secret", or empty */
    size_t live_rows;
    size_t backlog_rows;
    int64_t retry_ms; /* 0: as the server says */
    struct simulator_receipts *receipts;
    struct simulator_figures *figures;
};

enum simulator_phase { PHASE_BOOT, PHASE_OPTIONS, PHASE_OPLOG, PHASE_LIVE };

enum simulator_speech {
    SPEECH_NONE,
    SPEECH_HANDSHAKE,
    SPEECH_OPTIONS,
    SPEECH_OPLOG,
    SPEECH_ROWS,
    SPEECH_RESULTS,
    SPEECH_POLL,
};

/* Invariants: 1. head <= count <= capacity; 2. sent <= count - head;
 * 3. sent > 0 only while speech is SPEECH_ROWS. */
struct simulator_terminal {
    const struct simulator_profile *profile;
    const struct simulator_world *world;
    enum simulator_phase phase;
    enum simulator_speech speech; /* what is on its way */
    struct simulator_row *rows;   /* [head, count) wait for acknowledgement */
    size_t head;
    size_t count;
    size_t capacity;
    size_t sent; /* rows on their way */
    bool keeps_history;
    bool is_backlog;
    bool was_offline;
    bool is_stopping;
    bool may_push; /* TransFlag has AttLog */
    bool has_told_info;
    int offset_minutes;
    int64_t silent_until_ms;
    int64_t poll_at_ms;
    int64_t poll_ms;
    int64_t error_ms;
    int64_t latest_moment; /* of the rows made up */
    uint64_t made;
    size_t feed_next;
    size_t reboot_next;
    uint64_t random;
    struct buf results; /* body of the next devicecmd */
};

void simulator_terminal_init(struct simulator_terminal *terminal,
                             const struct simulator_profile *profile,
                             const struct simulator_world *world);
void simulator_terminal_done(struct simulator_terminal *terminal);

/* Let time pass: rows of the feed fall due, restarts and silences begin. */
void simulator_terminal_wait(struct simulator_terminal *terminal, int64_t now_ms);

/* Somebody made up puts an eye to it. */
void simulator_terminal_make(struct simulator_terminal *terminal, int64_t now_ms);

/* True when it has something to say now. */
bool simulator_terminal_is_due(const struct simulator_terminal *terminal, int64_t now_ms);

/* Rows made and not acknowledged; rows of the feed that are still to come. */
size_t simulator_terminal_waiting(const struct simulator_terminal *terminal);
size_t simulator_terminal_undue(const struct simulator_terminal *terminal);

/* Make nothing more and stay in contact, so that what is held can be delivered. */
void simulator_terminal_stop(struct simulator_terminal *terminal);

/* Write the next request to `out`; only when it is due.  True when the line is
 * to break before the reply (torn). */
bool simulator_terminal_speak(struct simulator_terminal *terminal,
                              int64_t now_ms,
                              struct buf *out) NODISCARD;

/* The reply to the request, or that there was none. */
void simulator_terminal_hear(struct simulator_terminal *terminal,
                             int64_t now_ms,
                             int status,
                             struct text body);
void simulator_terminal_lose(struct simulator_terminal *terminal, int64_t now_ms);
