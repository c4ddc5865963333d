/* verdict.h - how a person's day stands, judged from duty, punches and contact.
 *
 * verdict_of is the whole law of the morning as one pure function.  It is asked
 * again whenever something changes, so the verdict of a past day corrects
 * itself when a terminal delivers late.
 *
 *   nothing is expected            -> off            (a punch is noted, no more)
 *   a rule is missing              -> unknown        (or the leave on record)
 *   a punch before in_until        -> on_time, or late from the first full
 *                                     minute after the start that exceeds the
 *                                     tolerance: 07:30:59 is still in time
 *   punches only after in_until    -> missing_in when they lie less than an
 *                                     hour apart, else late: an arrival and a
 *                                     departure
 *   no punch, leave on record      -> the leave
 *   no punch, window not open      -> not_due
 *   no punch, before closing       -> waiting, but unknown while a terminal of
 *                                     the place is silent or holds punches that
 *                                     map to nobody
 *   no punch, after closing        -> unexplained, but unknown until the place's
 *                                     terminals have delivered up to closing and
 *                                     all their punches have owners, and for ever
 *                                     on a day before anything was recording there
 *
 * The direction key (status 0, 1, 255) is not asked: time decides, so pressing
 * IN instead of OUT loses nobody.  Only the earliest and the latest punch count,
 * so the order of arrival cannot matter.
 *
 * Leaving early and a missing record of leaving are flagged only when the
 * window has closed and the terminals have delivered, never before, and not on
 * a day under a leave.  Punches less than an hour apart are one visit: they
 * never make an arrival and a departure.
 *
 * Sources   design.md 2.3 and 7; Perpres 21/2023; PP 94/2021 article 4 letter f;
 *           ANRI 18/2016 (late after 07:30:59; first in and last out count).
 * Threads   All functions are pure. */
#pragma once

#include "rules/duty.h"
#include "rules/state.h"

enum {
    VERDICT_VISIT_SECONDS = 3600, /* punches closer than this are one visit */
    VERDICT_PRESS_SECONDS = 60,   /* where pairs count: one press, made twice */
};

/* No punch, where a moment is optional. */
#define MOMENT_NONE INT64_MIN

/* The punches of one person in the window of one duty.  A punch that awaits
 * review (design.md 2.8) is not counted; its flag, FLAG_UNDER_REVIEW or
 * FLAG_TIME, alone keeps the person unknown instead of unexplained. */
struct presence {
    uint32_t count;   /* {0}: no punch */
    uint32_t flags;   /* FLAG_OFFLINE, _UNDER_REVIEW, _MANUAL, _TIME, _SATURATED */
    int64_t earliest; /* meaningless when count is 0 */
    int64_t latest;
    const int64_t *moments; /* ascending, all `count`, for PAIRING_PAIRS; without
                             * them (NULL) the first and the last are taken */
};

/* What is known about the terminals of the person's place. */
struct coverage {
    bool silent;     /* a terminal is out of contact now */
    bool delivered;  /* all have delivered what they recorded up to closing */
    bool unmapped;   /* punches of the window map to nobody */
    bool unrecorded; /* nothing was recording there yet on that day */
};

/* Why it is the state it is; the sentences are in because.def. */
enum because {
#define BECAUSE(name, word, indonesian, english) BECAUSE_##name,
#include "rules/because.def"
#undef BECAUSE
};

struct verdict {
    enum state state;
    enum mode mode;
    enum because because;
    uint32_t flags;
    int64_t first_in; /* or MOMENT_NONE */
    int64_t last_out; /* or MOMENT_NONE */
    int late_minutes;
    int early_minutes;
    int inside_minutes; /* PAIRING_PAIRS: the sum of the pairs; else 0 */
};

/* Add one punch of the window; the order does not matter. */
void presence_add(struct presence *presence, int64_t moment, uint32_t flags);

/* The verdict at `now`, a moment on the place's wall. */
void verdict_of(const struct duty *duty,
                const struct presence *presence,
                const struct coverage *coverage,
                int64_t now,
                struct verdict *out_verdict);

const char *because_word(enum because because);
const char *because_indonesian(enum because because);
const char *because_english(enum because because);
