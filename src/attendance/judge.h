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
 * around it.  The person must be on the roster of that day. */
void judge_duty(struct judge *judge, int32_t person, int32_t day, struct duty *out_duty);

/* The day whose duty owns a punch of this person; false when none does: then
 * it lies outside working time and decides nothing. */
bool judge_day_of(struct judge *judge, int32_t person, int64_t moment, int32_t *out_day);

/* What is known of the terminals of the person's place. */
struct place_report {
    bool silent;   /* one of them is out of contact now */
    bool unmapped; /* punches of the day at the place map to nobody */
    int64_t
        delivered_to_ms; /* all were heard at or after this instant; INT64_MAX without terminals */
};

/* A pattern that pairs its punches needs them all, not only the outermost. */
bool judge_needs_moments(struct judge *judge, int32_t person, int32_t day);

/* Fill the verdict members of a line from its punch members, and LINE_SETTLED
 * when time alone can change it no more.  `moments` are the punches of the
 * window, ascending, line->punch_count of them; NULL where judge_needs_moments
 * says no. */
void judge_line(struct judge *judge,
                int32_t person,
                int32_t day,
                const struct place_report *place,
                const int64_t *moments,
                int64_t now_ms,
                struct line *line);

/* The flags that a punch adds to its line. */
unsigned judge_punch_flags(const struct punch *punch);
