/* leave_period.h - days on which a person is excused, as recorded.
 *
 * Leave, sickness, permit, duty travel and study come as an imported list; of
 * a sick person's reason only the word "sick" is here.  A period is known by
 * person, kind and first day: recorded again with another last day, it is
 * changed.
 *
 * Memory    A row owns nothing. */
#pragma once

#include "people/fact_record.h"
#include "rules/state.h"

struct leave_period {
    struct text number;
    int kind; /* enum leave, never LEAVE_NONE */
    struct day from;
    struct day to;
    struct text reference; /* number of the letter */
    struct text author;
    bool withdrawn;
};

extern const struct record leave_period_record;
extern const struct fact_table leave_period_fact;
extern const struct record_choice leave_choices[];
