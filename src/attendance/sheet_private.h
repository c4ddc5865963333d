/* sheet_private.h - what the parts of a sheet share; included by sheet*.c.
 *
 *   sheet.c         a sheet in memory: its books
 *   sheet_judge.c   judging and correcting it
 *   sheet_time.c    what changes because time passes
 *   sheet_store.c   built, loaded and written
 *   sheet_queue.c   queues at the readers */
#pragma once

#include "attendance/sheet.h"

static inline bool sheet_line_is_open(const struct line *line)
{
    return !(line->set & LINE_SETTLED);
}

struct sheet *sheet_new(const struct picture *picture, int32_t day) RETURNS_NONNULL NODISCARD;

/* Put the person on the roster of the day, without punches and a state yet;
 * the line must be counted nowhere. */
void sheet_enrol(struct sheet *sheet, int32_t person);

/* Enter a line into the books, and take out what was entered as `line`. */
void sheet_count(struct sheet *sheet, int32_t person);
void sheet_uncount(struct sheet *sheet, int32_t person, const struct line *line);

/* The line is to be written. */
void sheet_mark(struct sheet *sheet, int32_t person);

/* Make the verdict of a line that is counted nowhere. */
enum rc sheet_judge(struct sheet *sheet,
                    const struct sheet_context *context,
                    int32_t person) NODISCARD;

/* Make the verdict of a counted line again, and keep the books. */
enum rc sheet_judge_counted(struct sheet *sheet,
                            const struct sheet_context *context,
                            int32_t person) NODISCARD;

/* Judge a person who is counted nowhere from the index, and count. */
enum rc sheet_judge_from_index(struct sheet *sheet,
                               const struct sheet_context *context,
                               int32_t person) NODISCARD;

/* The place of an agency's people, as far as its terminals are concerned, is
 * as it was, and time has not run out: its verdicts hold. */
bool sheet_agency_holds(const struct sheet_agency *agency,
                        int32_t day,
                        const struct place_report *place,
                        int64_t now_ms);

/* Nobody of the agency waits for anything: every line is settled. */
bool sheet_agency_is_settled(const struct sheet_agency *agency);

/* Read what is written of an agency's watch. */
struct sheet_agency sheet_agency_of(const struct derived_watch *watch);

/* One walk over the punches filed around the day. */
struct sheet_walk {
    struct sheet *sheet;
    const struct sheet_context *context;
    int32_t only; /* a person, or NONE: everybody */
};

/* Walk over the punches filed under some days, as they were reviewed. */
enum rc sheet_walk_days(struct sheet_walk *walk,
                        int32_t from,
                        int32_t to,
                        derived_punch_visitor *visit) NODISCARD;

/* Visitors of the index: let every punch in; only note those of nobody. */
void sheet_walk_punch(void *visitor, const struct derived_punch *found);
void sheet_walk_unmapped(void *visitor, const struct derived_punch *found);
