/* rows.h - an array that grows by adding at its end.
 *
 * For reading what nobody has counted: rows of a file, versions of a table.
 *
 * Memory    The array owns its items until rows_done or rows_take.
 * Threads   One at a time.
 * Errors    None: out of memory ends the process (mem.h). */
#pragma once

#include "base/cc.h"

struct rows {
    void *at;
    size_t count;
    size_t capacity;
};

/* Room for one more item of the array's one size, zeroed; valid until the next. */
void *rows_add(struct rows *rows, size_t bytes) RETURNS_NONNULL NODISCARD;

/* Hand the items over at their exact size (mem_free frees them), and begin
 * again; NULL when there are none. */
void *rows_take(struct rows *rows, size_t bytes) NODISCARD;

/* Free the items and begin again; accepts the zeroed one. */
void rows_done(struct rows *rows);
