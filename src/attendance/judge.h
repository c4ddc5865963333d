/* judge.h - the rules applied to one person and one day of a picture.
 *
 * Finds the duty (pattern of the agency, calendar, roster, leave), decides
 * which day owns a punch, and turns the punches of a line into its verdict.
 * No punch is looked up here and nothing is stored: sheet.h does that.
 *
 * Memory    A judge keeps the duties it found for an agency and a day; they
 *           are forgotten with it.  It does not own its picture.
 * Threads   One at a time. */
#pragma once

#include "attendance/derived.h"
#include "attendance/picture.h"
#include "rules/duty.h"
#include "rules/verdict.h"

struct judge;

struct judge *judge_new(const struct picture *picture) RETURNS_NONNULL NODISCARD;
void judge_free(struct judge **judge);

/* What is expected of a person on a day, its window clipped by the days
 * around it.  Somebody who is on no roster that day has a duty of NOT_ACTIVE. */
void judge_duty(struct judge *judge, int32_t person, int32_t day, struct duty *out_duty);

/* The same for anybody of an agency who has neither roster nor leave. */
void judge_agency_duty(struct judge *judge, int32_t agency, int32_t day, struct duty *out_duty);

/* The day whose duty owns a punch of this person; false when none does: then
 * it lies outside working time and decides nothing. */
bool judge_day_of(struct judge *judge, int32_t person, int64_t moment, int32_t *out_day);

/* What is known of the terminals of the person's place. */
struct place_report {
    bool silent;             /* one of them is out of contact now */
    bool unmapped;           /* punches of the day at the place map to nobody */
    int64_t delivered_to_ms; /* all were heard at or after this instant; */
                             /* INT64_MAX without terminals */
    int32_t from_day;        /* before it nothing was recorded there: nobody is accused */
};

/* A pattern that pairs its punches needs them all, not only the outermost. */
bool judge_needs_moments(struct judge *judge, int32_t person, int32_t day);

struct judge_request {
    int32_t person; /* on the roster of the day, in the agency of the line */
    int32_t day;
    struct place_report place;
    int64_t now_ms;
    const int64_t *moments; /* the punches of the window, ascending, line->punch_count */
                            /* of them; NULL where judge_needs_moments says no */
};

/* Until when a verdict holds, as long as no fact comes and the place is silent
 * or not as it was: to the first of these, INT64_MAX for never. */
struct judge_watch {
    int64_t time_at_ms;      /* it becomes so late */
    int64_t delivery_at_ms;  /* the place is known to have delivered up to there */
    int64_t delivered_by_ms; /* the place, which has delivered up to there, is no longer known */
                             /* to have (contacts were forgotten); INT64_MIN for never */
};

#define JUDGE_WATCH_NONE ((struct judge_watch){INT64_MAX, INT64_MAX, INT64_MIN})

/* Fill the verdict members of a line from its punch members, and LINE_SETTLED
 * when time alone can change it no more. */
void judge_line(struct judge *judge,
                const struct judge_request *request,
                struct line *line,
                struct judge_watch *out_watch);

/* The flags that a punch adds to its line. */
unsigned judge_punch_flags(const struct punch *punch);
