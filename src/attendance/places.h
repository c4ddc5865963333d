/* places.h - which terminals count for whom, on any day.
 *
 * A *place* is where an agency's people record themselves: the nearest agency
 * upwards that has terminals of its own.  An agency without any has no place,
 * and nobody there is kept unknown by a silent terminal.
 *
 * Terminals are moved and retired, so places differ from day to day.  Between
 * two days on which a placement begins they stay as they are: such a stretch is
 * an *era*, and everything of it is worked out once.
 *
 * Memory    In the arena they were made in; 16 bytes a terminal or agency and era.
 * Threads   Places never change once made. */
#pragma once

#include "attendance/terminal.h"
#include "people/directory.h"

struct place_era {
    int32_t from_day;         /* the first is DAY_NUMBER_FIRST; it ends where the next begins */
    const int32_t *agency_of; /* of each terminal: where it stands, or stood last, or will stand */
                              /* first; NONE when that agency is gone */
    const int32_t *stands_at; /* of each terminal: the same while it is in service, or NONE */
    const int32_t *place_of;  /* of each agency: the agency whose terminals count, or NONE */
    const int32_t *place_in;  /* of each agency without a place: the first later era in which */
                              /* it has one, or NONE */
};

struct places {
    const struct place_era *eras;
    size_t count; /* at least one */
};

void places_make(struct places *places,
                 const struct directory *directory,
                 const struct terminal *terminals,
                 size_t terminal_count,
                 struct arena *mem);

/* The era of a day. */
const struct place_era *places_on(const struct places *places, int32_t day) RETURNS_NONNULL;
