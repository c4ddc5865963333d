#include "rules/holiday_block.h"

enum kind_of_day { WORKED, WEEKEND, DECREED, NOT_KNOWN };

static enum kind_of_day kind_of(const struct calendar *calendar,
                                struct day day,
                                struct day as_of,
                                int days_per_week,
                                struct text *out_decree)
{
    struct calendar_answer answer = calendar_kind_of(calendar, day, as_of);

    if (answer.kind == CALENDAR_UNKNOWN) return NOT_KNOWN;
    if (answer.kind != CALENDAR_WORKDAY) {
        if (answer.entry) *out_decree = answer.entry->decree;
        return DECREED;
    }
    return (int)day_weekday(day) >= days_per_week ? WEEKEND : WORKED;
}

bool holiday_block_ends_before(const struct calendar *calendar,
                               struct day day,
                               struct day as_of,
                               int days_per_week,
                               struct holiday_block *out_block)
{
    struct holiday_block block = {.last = day_add(day, -1)};
    struct text decree = {NULL, 0};
    bool decreed = false;

    assert(days_per_week == 5 || days_per_week == 6);

    if (kind_of(calendar, day, as_of, days_per_week, &decree) != WORKED) return false;
    for (int back = 1; back <= HOLIDAY_BLOCK_DAYS_MAX; back++) {
        struct day earlier = day_add(day, -back);
        enum kind_of_day kind = kind_of(calendar, earlier, as_of, days_per_week, &decree);

        if (kind == NOT_KNOWN) return false;
        if (kind == WORKED) break;
        if (kind == DECREED && !decreed) block.decree = decree;
        decreed |= kind == DECREED;
        block.first = earlier;
        block.days = back;
    }
    if (!decreed || block.days < HOLIDAY_BLOCK_DAYS_MIN) return false;
    *out_block = block;
    return true;
}
