/* minutes_summary.h - what the public page shows of minutes: the machine's figures
 * at the opening, the day, who led, how many agencies answered.  Counts only.
 *
 * Memory    Everything lives in the arena.
 * Threads   Pure. */
#pragma once

#include "inspection/minutes.h"

void minutes_summarise(const struct minutes *minutes,
                       struct arena *mem,
                       struct document_summary *out_summary);
