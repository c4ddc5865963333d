/* board_reply.h - the board as watchers are told it.
 *
 * Whoever comes is told everything (board_tell); whoever watches is told what
 * changed (board_tell_change): the same members, those that are as before left
 * out.  Of the agencies come those whose counts differ, by code and without
 * their names, and of all counts the members that differ: a thousand watchers
 * are told fifty times a second, so an event is as small as what changed.
 *
 *   {"event":7, ..., "counts":{"waiting":41,"on_time":9, ...},
 *    "agencies":[{"code":"D3","counts":{"waiting":6,"on_time":2, ...}}]}
 *
 * own_counts are told of agencies with others below them; elsewhere they are
 * the counts.
 *
 * Memory    What is told lives in the caller's arena and points into the
 *           snapshot.
 * Threads   Any. */
#pragma once

#include "api/board_attention.h"
#include "attendance/counts.h"

struct board_frame {
    struct text zone;
    int limit_second;
    int closing_second;
};

struct board_totals {
    struct counts counts;
    int wfo;
    int wfh;
};

struct board_kinds {
    int people[8]; /* by enum person_kind */
};

struct board_arrivals {
    int from_second;
    struct record_list minutes;
};

struct board_terminals {
    int64_t total;
    int64_t connected;
    int64_t silent;
    int64_t held;
    bool is_told; /* a government without terminals has figures, too: zeros */
};

struct board_told {
    int64_t event;
    int64_t at_ms;
    struct day day;
    struct board_frame frame;
    struct board_totals totals;
    struct board_kinds kinds;
    struct board_arrivals arrivals;
    struct board_terminals terminals;
    struct board_attention attention;
    struct record_list agencies;
};

extern const struct record board_reply_record;  /* "Board" */
extern const struct record board_change_record; /* "BoardChange" */

void board_tell(const struct board_snapshot *snapshot,
                struct arena *mem,
                struct board_told *out_told);
void board_tell_change(const struct board_snapshot *before,
                       const struct board_snapshot *now,
                       struct arena *mem,
                       struct board_told *out_told);
