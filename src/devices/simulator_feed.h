/* simulator_feed.h - punches.csv as the terminals of a plan will push it.
 *
 * The file has a header with the columns pin_or_number, terminal, local_time,
 * method and direction, in any order; others are passed over.  Each terminal
 * gets its rows by time.  A terminal without a section in the scenario joins
 * the plan as a usual one; where people look into it, as HADIR-IRIS.
 *
 * Memory    The rows live in the caller's arena.
 * Threads   Any.
 * Errors    RC_INVALID naming the line, RC_TOO_LARGE. */
#pragma once

#include "base/csv.h"
#include "devices/simulator_plan.h"

/* `bad_rows` may be NULL: terminal, at (true time, local), bytes (base64) of rows
 * that nobody can read. */
enum rc simulator_feed_read(struct arena *mem,
                            struct csv *punches,
                            struct csv *bad_rows,
                            struct simulator_plan *plan,
                            struct problem *why) NODISCARD;
