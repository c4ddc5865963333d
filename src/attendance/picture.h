/* picture.h - everything a day is judged by, as one moment knew it.
 *
 * The directory (who belongs where), the calendar, the patterns and the
 * terminals of each place, read together as of an instant.  A picture never
 * changes; when a fact of the register passes, another is made.  So a sheet,
 * a recap as of last year and the live board are all judged by the same code
 * over another picture.
 *
 * Memory    A picture owns all it shows.  Pictures are counted (picture_keep,
 *           picture_drop), because snapshots of the board outlive them.
 * Threads   Any thread may read a picture.
 * Errors    RC_UNAVAILABLE when the store fails; RC_INVALID when a table that
 *           ships with the program cannot be read. */
#pragma once

#include "attendance/places.h"
#include "attendance/review.h"
#include "attendance/terminal.h"
#include "people/directory.h"
#include "rules/calendar.h"
#include "rules/pattern.h"

struct picture {
    struct directory *directory;
    const struct calendar *calendar;
    struct pattern_set patterns;
    const struct terminal *terminals; /* by serial number, all states */
    size_t terminal_count;
    struct places places;              /* where terminals stand, day by day */
    const struct text *agency_pattern; /* of each agency, the default already filled in */
    struct reviews reviews;            /* decisions about doubtful punches */
    int64_t as_of_ms;                  /* AS_OF_NOW or an instant */
    struct day as_of;                  /* the government's day then; {0} for now */
    int64_t contact_gap_ms;            /* longer without contact is silence */
    struct picture_private *own;
};

struct picture *picture_keep(struct picture *picture) RETURNS_NONNULL NODISCARD;
void picture_drop(struct picture **picture);

/* Read a picture over a connection to the facts. */
enum rc picture_load(struct db *facts,
                     int government,
                     int64_t as_of_ms,
                     struct picture **out_picture) NODISCARD;

/* The index of a terminal in `terminals`, or NONE. */
int32_t picture_find_terminal(const struct picture *picture, struct text serial);

/* The agency a terminal belongs to on a day, also when it is out of service
 * then; NONE for one that is not known or whose agency is gone. */
int32_t picture_agency_of_terminal(const struct picture *picture, struct text serial, int32_t day);

/* The agency at which it stands and counts on that day, or NONE. */
int32_t picture_stand_of_terminal(const struct picture *picture, struct text serial, int32_t day);

/* The day it is at an instant, on the government's wall. */
int32_t picture_day_at(const struct picture *picture, int64_t at_ms);

/* Whom a PIN means; a PIN from a file may also be a person's number. */
struct punch;
int32_t picture_resolve(const struct picture *picture, const struct punch *punch);
