/* listing.h - rows for people or programs, in the format that was asked for.
 *
 *   table   columns side by side, for a terminal
 *   csv     with a header (base/csv.h)
 *   json    an array of objects
 *
 * csv and json are written as the rows come, so a listing of millions takes no
 * memory; a table is kept until its end, because its columns must be measured.
 *
 * Memory    listing_done frees what a listing holds.
 * Threads   One at a time.
 * Errors    Sticky in the stream that is written to (ferror). */
#pragma once

#include "base/arena.h"
#include "base/csv.h"
#include "base/json_write.h"

#include <stdio.h>

enum listing_format { LISTING_TABLE, LISTING_CSV, LISTING_JSON };
enum listing_kind { LISTING_PLAIN, LISTING_FREE, LISTING_NUMBER };

struct listing_column {
    const char *name;
    enum listing_kind kind;
};

enum { LISTING_COLUMNS_MAX = 24 };

struct listing {
    FILE *to;
    enum listing_format format;
    const struct listing_column *columns;
    size_t column_count;
    size_t column; /* of the next cell */
    size_t row_count;
    struct buf line;
    struct csv_write csv;
    struct json_write json;
    struct arena *mem; /* of a table's cells */
    struct text *cells;
    size_t cell_count, cell_capacity;
};

/* "table", "csv" or "json"; NULL gives `otherwise`. */
enum listing_format listing_format_of(const char *word, enum listing_format otherwise);

void listing_begin(struct listing *listing,
                   FILE *to,
                   enum listing_format format,
                   const struct listing_column *columns,
                   size_t column_count);
void listing_end(struct listing *listing);  /* writes what is left */
void listing_done(struct listing *listing); /* for CLEANUP */

/* The cells of a row, in the order of the columns. */
void listing_text(struct listing *listing, struct text cell);
void listing_cstr(struct listing *listing, const char *cell);
void listing_int(struct listing *listing, int64_t cell);
void listing_real(struct listing *listing, double cell); /* NaN: empty */
