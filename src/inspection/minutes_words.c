#include "inspection/minutes_private.h"
#include "inspection/wording.h"

struct text minutes_count(const struct minutes_writing *writing, int64_t value)
{
    return wording_count(writing->mem, value);
}

/* A difference has its sign: "+3", "−2", "0". */
struct text minutes_difference(const struct minutes_writing *writing, int64_t value)
{
    if (value == 0) return TEXT("0");
    return arena_format(writing->mem, "%s" TEXT_FORMAT, value > 0 ? "+" : "\u2212",
                        TEXT_ARGUMENT(minutes_count(writing, value > 0 ? value : -value)));
}

struct text minutes_clock(const struct minutes_writing *writing, int64_t at_ms)
{
    return wording_clock(writing->mem, at_ms, writing->minutes->place.offset_minutes);
}

struct text minutes_day(const struct minutes_writing *writing, struct day day)
{
    return day_is_none(day) ? TEXT("") : wording_day(writing->mem, day);
}
