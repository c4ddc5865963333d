/* calendar.h - is this date a working day, and who says so?
 *
 * Holidays and joint leave are set by decree and changed by later decrees:
 * 17-05-2021 was joint leave until SKB 281/2021 made it a working day, 26-05-2020
 * until SKB 391/2020 did.  A calendar is therefore a set of entries, each the
 * word of one decree about one date, with the day on which it was decided.
 * The latest word decided on or before `as_of` holds.  A decree that replaces
 * an earlier table speaks about the dates it drops as well, with kind WORKDAY.
 *
 *   2021-05-17  joint_leave  SKB 642/4/4-2020   decided 2020-09-10
 *   2021-05-17  workday      SKB 281/1/1-2021   decided 2021-02-22
 *
 * A year is known from the day on which a joint decree of the three ministers
 * (SKB) first lists a holiday in it; before that, and without one, its days
 * are UNKNOWN, never working days.  A single-date decree (the election days of
 * 2020 and 2024 come from a Keppres) says something about its date alone.
 *
 * Weekends are not the calendar's business: they belong to the pattern.
 *
 * Precedence: the later day of decision wins, whatever the source; on the same
 * day the entry recorded later; then SKB over Keppres over regional.  When the
 * last word of another source differs, the answer names it, because the list
 * for civil servants (Keppres) and the general one (SKB) can part for good:
 * 24-12-2021 is a working day by SKB 712/2021 and joint leave by Keppres 7/2021.
 *
 * Source    law.md 6 and domain.md 6; PP 11/2017 article 333(4).
 * Memory    A calendar and its texts live in the arena it was built in.
 * Threads   A built calendar never changes; any thread may read it. */
#pragma once

#include "base/arena.h"
#include "base/day.h"
#include "base/problem.h"

/* Of one calendar file; fifty years of decrees have about two thousand rows. */
enum { CALENDAR_ENTRIES_MAX = 100 * 1000 };

enum calendar_kind {
    CALENDAR_WORKDAY,
    CALENDAR_HOLIDAY,
    CALENDAR_JOINT_LEAVE,
    CALENDAR_UNKNOWN, /* an answer, never an entry */
};

enum calendar_source {
    CALENDAR_REGIONAL,
    CALENDAR_KEPPRES,
    CALENDAR_SKB,
};

/* What one decree says about one date. */
struct calendar_entry {
    struct day day;
    struct day decided_on;
    int64_t recorded_at_ms; /* when this program learned it; 0 for shipped tables */
    struct text decree;     /* "SKB 281/1/1-2021" */
    enum calendar_kind kind;
    enum calendar_source source;
};

struct calendar;

struct calendar_answer {
    enum calendar_kind kind;
    const struct calendar_entry *entry;   /* that decided; NULL: no decree names the date */
    const struct calendar_entry *against; /* last word of another source that differs, or NULL */
};

/* Build a calendar; the entries may come in any order and more than once. */
struct calendar *calendar_build(struct arena *mem,
                                const struct calendar_entry *entries,
                                size_t count) RETURNS_NONNULL NODISCARD;

/* What the decrees decided on or before `as_of` say about `day`; {0} as `as_of`
 * means all of them. */
struct calendar_answer calendar_kind_of(const struct calendar *calendar,
                                        struct day day,
                                        struct day as_of);

/* Every word about a date, in the order of decision, for `explain`. */
size_t calendar_history(const struct calendar *calendar,
                        struct day day,
                        const struct calendar_entry **out_first);

/* One row of calendar.csv: `date,kind,decree,decided_on`, kind being holiday,
 * joint_leave or workday.  The source is read from the decree's first word.
 * RC_INVALID with the column at fault in *why. */
enum rc calendar_entry_read(const struct text cells[4],
                            struct calendar_entry *out_entry,
                            struct problem *why) NODISCARD;

/* A whole calendar.csv with its heading.  RC_INVALID names line and
 * column, RC_TOO_LARGE is for more than CALENDAR_ENTRIES_MAX rows. */
enum rc calendar_read(struct arena *mem,
                      struct text csv,
                      const struct calendar_entry **out_entries,
                      size_t *out_count,
                      struct problem *why) NODISCARD;

const char *calendar_kind_word(enum calendar_kind kind); /* "joint_leave" */
bool calendar_kind_parse(struct text word, enum calendar_kind *out_kind);

/* "SKB ..." and "Keputusan Bersama ..." are SKB, "Keppres ..." and "Keputusan
 * Presiden ..." KEPPRES, everything else is a decree of the region. */
enum calendar_source calendar_source_of(struct text decree);
