/* duty.h - what is expected of one person on one day.
 *
 * A duty says whether work is expected, in which mode, between which moments
 * punches count, and why: the calendar entry, pattern, roster and leave it
 * came from, so that `explain` can name them.  All moments are readings of the
 * place's wall clock and may lie on the next day (night and 24-hour shifts);
 * the duty belongs to the day the shift begins.
 *
 * A punch belongs to the duty whose window holds it: window_from <= t <
 * window_to.  Windows of neighbouring days can overlap; duty_clip draws the
 * border, so that no punch belongs to two days.  A day without working hours
 * (off, or unknown) has the civil day as its window and gives way to the
 * windows of its neighbours.  A punch in no window is outside working time: it
 * is shown, and decides nothing.
 *
 * Sources   Perpres 21/2023; Perwali Samarinda 31/2022; domain.md 2.1, 3.2.
 * Memory    Points into the calendar, pattern set and texts of the request.
 * Threads   All functions are pure. */
#pragma once

#include "rules/calendar.h"
#include "rules/pattern.h"
#include "rules/state.h"

enum duty_expects {
    DUTY_EXPECTS_WORK,
    DUTY_EXPECTS_OFF,
    DUTY_EXPECTS_UNKNOWN, /* a rule is missing: nothing is guessed */
};

enum duty_reason {
#define DUTY_REASON(name, word, indonesian, english, expects) DUTY_REASON_##name,
#include "rules/duty_reason.def"
#undef DUTY_REASON
};

/* What a published roster says about the day. */
struct roster_shift {
    struct text shift;     /* a shift of the pattern; empty: off duty */
    struct text reference; /* where it was published */
};

/* Everything that decides what is expected of one person on `day`. */
struct duty_request {
    struct day day;
    bool active; /* within active_from and active_to */
    enum mode mode;
    enum leave leave;
    struct text leave_reference;
    const struct pattern *pattern;     /* in force that day; NULL: none is */
    const struct roster_shift *roster; /* NULL: no roster covers the day */
    struct calendar_answer calendar;
};

struct duty {
    struct day day;
    enum duty_expects expects;
    enum duty_reason reason;
    enum mode mode;
    enum leave leave; /* the state of the day, should nobody come */
    enum pairing pairing;
    int tolerance_minutes;
    int64_t window_from; /* moments; from duty_of: window_from <= start < end <= window_to */
    int64_t start;
    int64_t in_until; /* a punch before it is an arrival */
    int64_t end;
    int64_t window_to;
    int64_t closing; /* from here on nobody is waited for */

    struct calendar_answer calendar;
    const struct pattern *pattern;   /* or NULL */
    const struct pattern_slot *slot; /* the hours of the day, or NULL */
    struct text roster_reference;
    struct text leave_reference;
};

void duty_of(const struct duty_request *request, struct duty *out_duty);

/* Narrow `duty` where a neighbour's window overlaps its own: between two
 * shifts the border is the middle between the end of the earlier and the start
 * of the later; a day without hours gives way.  `previous` and `next` are the
 * same person's duties of the day before and after as duty_of made them (not
 * clipped themselves), or NULL.  A closing later than the narrowed window
 * moves with it. */
void duty_clip(const struct duty *previous, struct duty *duty, const struct duty *next);

/* Whether a punch at this moment counts for this duty. */
bool duty_owns(const struct duty *duty, int64_t moment);

const char *duty_reason_word(enum duty_reason reason);
const char *duty_reason_indonesian(enum duty_reason reason);
const char *duty_reason_english(enum duty_reason reason);
