/* record_csv.h - records as rows of a CSV file.
 *
 * Columns are found by their header: the field's name or its Indonesian label,
 * in any order, letters large or small.  Every refusal says the line, the
 * column and the reason.  Lists and records inside records have no column.
 *
 * Memory    Texts are copied into the caller's arena.
 * Threads   One at a time.
 * Errors    RC_INVALID naming the column: unknown, twice, missing, or a value
 *           that its field refuses. */
#pragma once

#include "base/csv.h"
#include "base/limits.h"
#include "base/record.h"

enum record_unknown {
    RECORD_REFUSE_UNKNOWN, /* a column nobody knows is an error */
    RECORD_PASS_UNKNOWN,   /* ... or is passed over */
};

struct record_columns {
    const struct record *record;
    size_t count;
    int16_t field_of[CSV_COLUMNS_MAX]; /* column -> field, -1 passed over */
};

/* Match the header; a REQUIRED field without column is refused. */
enum rc record_columns_match(const struct record *record,
                             const struct csv_row *header,
                             enum record_unknown unknown,
                             struct record_columns *out_columns,
                             struct problem *why) NODISCARD;

/* Read one row into the struct; fields without column are "not given". */
enum rc record_read_row(const struct record_columns *columns,
                        const struct csv_row *row,
                        struct arena *mem,
                        void *out_object,
                        struct problem *why) NODISCARD;

/* The header and the rows of an export, with what the reader may see. */
void record_write_header(const struct record *record,
                         enum record_sight sight,
                         struct csv_write *csv);
void record_write_row(const struct record *record,
                      const void *object,
                      struct record_view view,
                      struct csv_write *csv);
