/* roster.h - the shift of a person on a day, as a published roster says.
 *
 * People whose agency works by roster have no weekdays: a day is a shift of the
 * pattern, or off, and without a published line nothing is known about it.
 *
 * Memory    A row owns nothing. */
#pragma once

#include "people/fact_record.h"

struct roster_line {
    struct text number;
    struct day date;
    struct text shift; /* none: off */
    struct text author;
    bool withdrawn;
};

extern const struct record roster_record;
extern const struct fact_table roster_fact;
