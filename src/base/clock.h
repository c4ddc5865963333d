/* clock.h - the one place that knows what time it is.
 *
 * A clock is the machine's own, or a simulated one that starts at a given
 * instant and runs `speed` times as fast, so that a recorded morning can be
 * replayed and tests are exact.  Domain code never asks: it is told.
 *
 * Threads   clock_now_ms: any.  A clock does not change after clock_init. */
#pragma once

#include "base/cc.h"

struct clock {
    bool simulated;
    int64_t start_at_ms;  /* what the simulated clock showed ... */
    int64_t started_mono; /* ... at this reading of the monotonic clock */
    double speed;
};

void clock_init(struct clock *clock);
void clock_init_simulated(struct clock *clock, int64_t start_at_ms, double speed);
/* A simulated clock that stands: what is made with it does not depend on how long making takes. */
void clock_init_standing(struct clock *clock, int64_t at_ms);

/* Milliseconds since the epoch, UTC. */
int64_t clock_now_ms(const struct clock *clock);

/* Milliseconds of the monotonic clock, for measuring and for timeouts. */
int64_t clock_mono_ms(void);
