/* counts.h - a balance as other programs see it.
 *
 * Strength, expected, the people of each state, which add up to the strength,
 * how many are present, and which share that is of those expected.  Described
 * once (record.h, counts.def): the recap, the board and the sheet are written
 * from it.  A change has the members that differ, the others "not given".
 *
 * Memory    The shares are written into the caller's arena.
 * Threads   All functions are pure. */
#pragma once

#include "base/record.h"
#include "rules/balance.h"

struct counts {
    int strength;
    int expected;
    int states[STATE_COUNT];
    int present;
    int wfh;
    struct text present_percent;
    struct text present_percent_max;
};
extern const struct record counts_record;        /* "Counts" */
extern const struct record counts_change_record; /* "CountsChange": all optional */

enum { COUNT_UNCHANGED = -1 }; /* in a change */

struct counts counts_of(const struct balance *balance, struct arena *mem);

/* What differs; between balances that are equal, nothing. */
struct counts counts_change(const struct balance *before,
                            const struct balance *now,
                            struct arena *mem);
