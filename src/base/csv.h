/* csv.h - comma-separated files (RFC 4180) as offices really write them.
 *
 * A reader goes through a file row by row.  Accepted: CRLF and LF, quotes with
 * doubled quotes inside, line ends inside quotes, a byte order mark, and `;`
 * or a tab instead of `,` when the first line has no comma but one of them (as
 * spreadsheets in Indonesian write it).  Rows without any byte are skipped.
 * Rows are numbered by the line of the file on which they begin, from 1, as an
 * editor shows it.
 *
 *   TRY(csv_open(path, &csv, why));
 *   while (csv_next(csv, &row)) ...
 *   TRY(csv_end(csv, why));
 *
 * The writer separates by commas and quotes where needed.  A free text that
 * begins with = + - @ or a tab gets an apostrophe in front, so that a
 * spreadsheet shows it instead of calculating it (OWASP, "CSV injection").
 *
 * Memory    A row's cells are valid until the next csv_next.  A reader holds a
 *           window of at most one row of the largest allowed size.
 * Threads   One at a time.
 * Errors    Sticky: csv_next returns false at the end and at the first error;
 *           csv_end tells which: RC_INVALID for a quote that is not closed or
 *           stands in the middle of a cell, RC_TOO_LARGE for a cell, row or
 *           file beyond limits.h; *why names the line. */
#pragma once

#include "base/buf.h"
#include "base/problem.h"

struct csv;

struct csv_row {
    size_t line;              /* where the row begins */
    size_t count;             /* of cells */
    const struct text *cells; /* without quotes */
};

enum rc csv_open(const char *path, struct csv **out_csv, struct problem *why) NODISCARD;
struct csv *csv_open_text(struct text bytes) RETURNS_NONNULL NODISCARD; /* not copied */
void csv_close(struct csv **csv);

bool csv_next(struct csv *csv, struct csv_row *out_row) NODISCARD;
enum rc csv_end(const struct csv *csv, struct problem *why) NODISCARD;

/* For progress: how many bytes were read, and of how many (0: not known). */
size_t csv_bytes_read(const struct csv *csv);
size_t csv_bytes_total(const struct csv *csv);

enum csv_cell {
    CSV_PLAIN, /* numbers, days, codes that were validated */
    CSV_FREE,  /* free text from people */
};

struct csv_write {
    struct buf *to;
    bool comma;
};

void csv_write_init(struct csv_write *csv, struct buf *to);
void csv_write_cell(struct csv_write *csv, struct text text, enum csv_cell kind);
void csv_write_int(struct csv_write *csv, int64_t value);
void csv_write_row_end(struct csv_write *csv); /* CRLF */
