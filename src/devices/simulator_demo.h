/* simulator_demo.h - the terminals and the morning of a demo government.
 *
 * `--from jambi` replays data/demo/jambi, which is part of the program: its
 * terminals with model, firmware, clock error and silence, what they recorded,
 * and the rows that nobody could read, each at its time.  Its README describes
 * the tables.
 *
 * Memory    Everything lives in the caller's arena.
 * Threads   Any.
 * Errors    RC_INVALID naming table and line. */
#pragma once

#include "devices/simulator_plan.h"

/* True when the program holds a demo government of that name. */
bool simulator_demo_exists(struct text name);

enum rc simulator_demo_read(struct arena *mem,
                            struct text name,
                            struct simulator_plan *plan,
                            struct problem *why) NODISCARD;
