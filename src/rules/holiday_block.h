/* holiday_block.h - is this the first working day after a holiday?
 *
 * Governments inspect on the first working day after Lebaran, because staying
 * away then "adds to the holiday".  A block is an unbroken run of days on
 * which nobody works (weekends, holidays, joint leave) of at least
 * HOLIDAY_BLOCK_DAYS_MIN days with a decreed day among them: an ordinary weekend
 * is none.  The day asked about must be a working day itself.
 *
 *   2021-05-12 Wed joint leave, 13 Thu, 14 Fri Idul Fitri, 15 Sat, 16 Sun
 *   2021-05-17 Mon  the first working day after a block of 5
 *
 * Where the calendar does not know a day of the run, there is no answer: a
 * proposal is never a guess.
 *
 * Source    domain.md 13 (000 #1, 001 #1 and #17); law.md 1.3 (surat Menteri
 *           PANRB B/26/M.SM.00.01/2019).
 * Threads   All functions are pure. */
#pragma once

#include "rules/calendar.h"

enum { HOLIDAY_BLOCK_DAYS_MIN = 3, HOLIDAY_BLOCK_DAYS_MAX = 31 };

struct holiday_block {
    struct day first; /* of the days off */
    struct day last;
    struct text decree; /* that speaks about the last decreed day of it */
    int days;
};

/* True when `day` is the first working day after a block; `days_per_week` is 5
 * or 6, and `as_of` as in calendar_kind_of. */
bool holiday_block_ends_before(const struct calendar *calendar,
                               struct day day,
                               struct day as_of,
                               int days_per_week,
                               struct holiday_block *out_block);
