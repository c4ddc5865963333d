/* board_attention.h - which agencies somebody should look at, and why.
 *
 * Places whose terminals are silent or see PINs that mean nobody, and agencies
 * directly below the government whose people are not there: by cause, then by
 * number of people, never by percentage.  Told as a change, names are left out.
 *
 * Memory    What is told lives in the caller's arena and points into the
 *           snapshot.
 * Threads   Any. */
#pragma once

#include "attendance/board.h"
#include "base/record.h"

struct board_rest {
    int64_t people;
    int64_t agencies;
};

struct board_attention {
    struct record_list attention;
    struct board_rest attention_rest;
};
extern const struct record board_attention_record;
extern const struct record board_attention_change_record;

void board_tell_attention(const struct board_snapshot *snapshot,
                          struct arena *mem,
                          struct board_attention *out_attention);

/* The same as before, or nothing at all when nothing of it changed. */
void board_tell_attention_change(const struct board_snapshot *before,
                                 const struct board_snapshot *now,
                                 struct arena *mem,
                                 struct board_attention *out_attention);
