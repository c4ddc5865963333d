#include "rules/workday_after.h"

bool workday_after(const struct calendar *calendar,
                   struct day from,
                   int working_days,
                   int days_per_week,
                   struct day *out_day)
{
    static const struct day all_decrees = {0};
    struct day day = from;

    assert(days_per_week == 5 || days_per_week == 6);
    assert(working_days >= 1 && working_days <= WORKDAYS_AFTER_MAX);

    while (working_days > 0) {
        enum calendar_kind kind;

        day = day_add(day, 1);
        kind = calendar_kind_of(calendar, day, all_decrees).kind;
        if (kind == CALENDAR_UNKNOWN) return false;
        if (kind == CALENDAR_WORKDAY && (int)day_weekday(day) < days_per_week) working_days--;
    }
    *out_day = day;
    return true;
}
