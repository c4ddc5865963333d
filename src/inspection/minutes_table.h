/* minutes_table.h - a table of a paper that grows row by row.
 *
 * Memory    Columns are the caller's; rows and cells live in the arena.
 * Threads   One at a time. */
#pragma once

#include "documents/paper.h"

struct minutes_table {
    struct arena *mem;
    const struct paper_column *columns;
    size_t column_count;
    struct paper_row *rows;
    size_t row_count;
    size_t room;
};

void minutes_table_begin(struct minutes_table *table,
                         struct arena *mem,
                         const struct paper_column *columns,
                         size_t column_count);

/* A new row; its cells are empty until they are filled. */
struct text *minutes_table_row(struct minutes_table *table,
                               enum paper_row_kind kind) RETURNS_NONNULL;

/* Put it on the paper, unless it has no rows. */
void minutes_table_end(struct minutes_table *table, struct paper *paper);
