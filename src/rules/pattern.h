/* pattern.h - which hours are worked, by whom, since when and by which decree.
 *
 * A pattern is a code that agencies name ("5-hari") and, under that code, rows
 * with a validity.  The row in force on the day of the event counts.  A row is
 * either the base or a layer laid over it for a range of dates, such as the
 * shorter hours of Ramadan; a layer wins over the base.
 *
 * A pattern of duty CALENDAR works on fixed weekdays unless the calendar frees
 * the day.  One of duty ROSTER works only when a published roster says so, on
 * weekends and holidays as well; its slots are named shifts instead of weekdays.
 *
 *   06:00      07:30              11:45              16:00           20:00
 *     |----------|------------------|------------------|---------------|
 *   window     start             in_until             end          window
 *   opens     on time              |                   |           closes
 *             until 07:30:59       |                   |
 *             <---- arriving ------><--- leaving ---------------------->
 *
 * Sources   Perpres 21/2023 (37 h 30 a week, 32 h 30 in Ramadan, rest excluded);
 *           Keppres 68/1995 before it (central bodies and DKI; regions by their
 *           own decree); Perwali Samarinda 31/2022 (window of 90 minutes before
 *           and 240 after, hours counted with the rest).
 * Memory    A set and its texts live in the arena it was read into.
 * Threads   A read set never changes; any thread may read it.
 * Errors    RC_INVALID from pattern_read, with file, line and column in *why. */
#pragma once

#include "base/arena.h"
#include "base/day.h"
#include "base/problem.h"

enum {
    PATTERN_DAYS = 7,
    PATTERN_SHIFTS_MAX = 16, /* of one pattern */
    PATTERN_ROWS_MAX = 1000, /* of each of the two tables */
};

/* Minutes since midnight of the day the slot belongs to.  `end_minute` above
 * 1440 lies on the next day; a 24-hour shift ends 1440 after it started. */
struct pattern_slot {
    struct text code; /* "mon".."sun", or the name of a shift */
    bool works;       /* false: a weekday without duty, all else is 0 */
    int16_t start_minute;
    int16_t end_minute;
    int16_t rest_from_minute; /* both 0: no rest */
    int16_t rest_to_minute;
};

enum pattern_duty {
    PATTERN_CALENDAR, /* weekdays, less holidays */
    PATTERN_ROSTER,   /* only what a published roster says */
};

enum pairing {
    PAIRING_FIRST_LAST, /* first punch in, last punch out */
    PAIRING_PAIRS,      /* in, out, in, out: time outside is not worked */
};

enum {
    PATTERN_CLOSING_WINDOW = -1,  /* the day closes when its window does */
    PATTERN_IN_UNTIL_MIDDLE = -1, /* arriving ends in the middle of the shift */
};

struct pattern {
    struct text code;  /* "5-hari", what agencies name */
    struct text layer; /* "base", or what lies over it: "ramadan" */
    struct text name;  /* for people */
    struct text decree;
    struct text note; /* what has to be known before relying on it */
    struct day valid_from;
    struct day valid_to; /* the last day; {0}: still in force */
    enum pattern_duty duty;
    enum pairing pairing;
    int16_t before_minutes; /* the window opens so long before the start */
    int16_t after_minutes;  /* and closes so long after the end */
    int16_t tolerance_minutes;
    int16_t closing_minute;                 /* of the day, or PATTERN_CLOSING_WINDOW */
    int16_t in_until_minute;                /* of the day, or PATTERN_IN_UNTIL_MIDDLE */
    bool own;                               /* the government's, not the program's */
    bool rest_is_work;                      /* hours are counted with the rest (Samarinda) */
    struct pattern_slot week[PATTERN_DAYS]; /* by enum weekday */
    struct pattern_slot shifts[PATTERN_SHIFTS_MAX];
    size_t shift_count;
};

struct pattern_set {
    const struct pattern *patterns;
    size_t count;
};

/* Read the two tables of data/patterns (its README names the columns):
 * patterns.csv with the rows, hours.csv with the slots they refer to.  A row
 * that states the minutes of its week is refused when its slots differ. */
enum rc pattern_read(struct arena *mem,
                     struct text patterns_csv,
                     struct text hours_csv,
                     struct pattern_set *out_set,
                     struct problem *why) NODISCARD;

/* The row in force: a layer before the base, the government's own before one
 * that ships with the program, then the latest valid_from.
 * NULL when the code has no row for that day, so the duty is unknown. */
const struct pattern *pattern_in_force(const struct pattern_set *set,
                                       struct text code,
                                       struct day day);

/* Whether any row has this code, for checking agencies.csv. */
bool pattern_is_known(const struct pattern_set *set, struct text code);

/* A shift of the pattern by its name, or NULL. */
const struct pattern_slot *pattern_shift(const struct pattern *pattern, struct text code);

/* Minutes worked in one slot and in a week, rest excluded unless it is work. */
int pattern_slot_minutes(const struct pattern *pattern, const struct pattern_slot *slot);
int pattern_week_minutes(const struct pattern *pattern);
