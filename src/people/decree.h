/* decree.h - what one decree says about one date, as recorded.
 *
 * Holidays and joint leave are decided and decided again.  Each line is kept
 * with the decree and its day of decision; which of them holds is for
 * rules/calendar to say.
 *
 * Memory    A row owns nothing. */
#pragma once

#include "people/fact_record.h"
#include "rules/calendar.h"

struct decree {
    struct day date;
    int kind; /* enum calendar_kind, never CALENDAR_UNKNOWN */
    struct text decree;
    struct day decided_on;
    struct text author;
    bool withdrawn;
};

extern const struct record decree_record;
extern const struct fact_table decree_fact;
extern const struct record_choice decree_choices[];
