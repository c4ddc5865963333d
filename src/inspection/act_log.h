/* act_log.h - the whole log of an inspection, to be taken out of the program.
 *
 * Every act in the order in which it was done, with its instant, its position in
 * the ledger's log and its author, as JSON (act_row_record) or as CSV.  It names
 * people: it is for those who work on the inspection.
 *
 * What somebody answered who was ever reported sick is left out for readers who
 * may not know it (room_rights.h).
 *
 * Memory    Rows are the caller's, or live in the arena.
 * Threads   All functions are pure. */
#pragma once

#include "base/csv.h"
#include "inspection/room_rights.h"

/* Of struct act_row. */
extern const struct record act_row_record; /* "InspectionActRow" */

/* The acts of a room as this reader may have them, as many as the room has. */
const struct act_row *act_log_for(const struct room *room,
                                  const struct room_rights *rights,
                                  struct arena *mem) RETURNS_NONNULL;

/* Header and rows; instants in the wall clock of the offset.  Words of people
 * that a spreadsheet would calculate are defused (csv.h). */
void act_log_write_csv(const struct act_row *rows,
                       size_t count,
                       int offset_minutes,
                       struct buf *to);
