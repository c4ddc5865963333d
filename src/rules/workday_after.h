/* workday_after.h - the day on which a number of working days has passed.
 *
 * Deadlines in letters are in working days: "within two working days".  Counting
 * begins the day after (law.md 1.3: day 15 after a receipt does not count the
 * day of receipt), weekends, holidays and joint leave are passed over.  Where
 * the calendar does not know a day on the way there is no answer.
 *
 *   from Mon 2021-05-17, 2 working days, five-day week  ->  Wed 2021-05-19
 *
 * Threads   All functions are pure. */
#pragma once

#include "rules/calendar.h"

enum { WORKDAYS_AFTER_MAX = 250 };

/* False when a year on the way is not known; `days_per_week` is 5 or 6. */
bool workday_after(const struct calendar *calendar,
                   struct day from,
                   int working_days,
                   int days_per_week,
                   struct day *out_day);
