/* derived_private.h - what the parts of the derived store share; included by derived*.c.
 *
 *   derived.c         the store itself: its tables, its transaction
 *   derived_punch.c   the index of punches
 *   derived_row.c     what of terminals a person should see
 *   derived_sheet.c   lines and tallies
 *   derived_day.c     which days are written, and how long that holds */
#pragma once

#include "attendance/derived.h"

enum { DERIVED_POSITION_UNKNOWN = -1 };

struct derived {
    struct db *db;
    struct db_tx tx;
    int government;
    int64_t position; /* that is written; DERIVED_POSITION_UNKNOWN at first and after a failure */
};
