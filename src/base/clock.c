#include "base/clock.h"

#include <time.h>

static int64_t read_ms(clockid_t id)
{
    struct timespec now;

    if (clock_gettime(id, &now) != 0) return 0;
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void clock_init(struct clock *clock)
{
    *clock = (struct clock){.speed = 1};
}

void clock_init_simulated(struct clock *clock, int64_t start_at_ms, double speed)
{
    assert(speed > 0);
    *clock = (struct clock){true, start_at_ms, clock_mono_ms(), speed};
}

void clock_init_standing(struct clock *clock, int64_t at_ms)
{
    *clock = (struct clock){true, at_ms, clock_mono_ms(), 0};
}

int64_t clock_now_ms(const struct clock *clock)
{
    if (!clock->simulated) return read_ms(CLOCK_REALTIME);
    return clock->start_at_ms +
           (int64_t)((double)(clock_mono_ms() - clock->started_mono) * clock->speed);
}

int64_t clock_mono_ms(void)
{
    return read_ms(CLOCK_MONOTONIC);
}
