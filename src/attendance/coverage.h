/* coverage.h - may the terminals of a place still hold what we are missing?
 *
 * For each agency: is a terminal of its place silent now, and up to which
 * instant have all of them been heard?  A terminal that was heard after the
 * closing has had the chance to deliver what it recorded before it.
 *
 * And since when was anything recorded there at all?  A place records from the
 * day on which a terminal of it was first heard, or from the day of the oldest
 * punch that one of them delivered, if that is earlier.  An agency that has no
 * place yet records from the first day of the place it will have.  One that
 * never will, or has none any more, records since the first punch from anywhere.
 * Before that day everybody without a punch is unknown, however long ago it is.
 *
 * All this is said of a day: the terminals are those that stood there on it.
 *
 * Live contacts (terminal_book.h) are newer than the recorded ones, so they
 * are laid over the picture's.
 *
 * Memory    Arrays of the size of the picture's terminals and, for each era that
 *           was asked for, agencies; owned by the coverage.
 * Threads   One at a time.
 * Errors    coverage_learn: RC_UNAVAILABLE when the derived store fails. */
#pragma once

#include "attendance/judge.h"
#include "attendance/picture.h"

struct coverage_map;

/* The instant of the latest live contact of a terminal, or 0. */
typedef int64_t coverage_contact(const void *owner, struct text serial);

struct coverage_map *coverage_new(const struct picture *picture) RETURNS_NONNULL NODISCARD;
void coverage_free(struct coverage_map **map);

/* Learn since when each terminal has been recording; until then every day
 * counts as recorded.  Takes effect with the next refresh.  What was learned
 * later than the picture's instant counts too. */
enum rc coverage_learn(struct coverage_map *map, struct derived *derived) NODISCARD;

/* That this terminal was recording on this day is known. */
bool coverage_reaches(const struct coverage_map *map, struct text terminal, int32_t day);

/* Look at all terminals again; `contact` may be NULL.  True when what is said
 * of any agency today changed. */
bool coverage_refresh(struct coverage_map *map,
                      coverage_contact *contact,
                      const void *owner,
                      int64_t now_ms);

/* What is known of an agency's place on a day (without `unmapped`). */
struct place_report coverage_of(const struct coverage_map *map, int32_t agency, int32_t day);

/* Since when something is recorded at the places that all agencies have on a
 * day; into an array of the picture's agencies. */
void coverage_first_days(const struct coverage_map *map, int32_t day, int32_t *first_days);
