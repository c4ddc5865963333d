/* Any bytes, read as CSV: limits hold, and what is written from the rows reads
 * as the same rows. */
#include "base/csv.h"

#include "base/limits.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void write_rows(struct text source, struct buf *to)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(source);
    struct csv_write write;
    struct csv_row row;

    csv_write_init(&write, to);
    while (csv_next(csv, &row)) {
        if (row.count == 0 || row.count > CSV_COLUMNS_MAX) abort();
        for (size_t i = 0; i < row.count; i++) {
            if (row.cells[i].bytes > CSV_CELL_BYTES_MAX) abort();
            csv_write_cell(&write, row.cells[i], CSV_PLAIN);
        }
        csv_write_row_end(&write);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(buf_done) struct buf once = {0};
    CLEANUP(buf_done) struct buf twice = {0};

    buf_init(&once, REPLY_BYTES_MAX);
    buf_init(&twice, REPLY_BYTES_MAX);
    /* A leading comma row makes the comma the separator of both passes. */
    buf_add(&once, TEXT("a,b\r\n"));
    buf_add_bytes(&once, data, bytes);
    write_rows(buf_text(&once), &twice);
    buf_clear(&once);
    write_rows(buf_text(&twice), &once);
    if (!text_equal(buf_text(&once), buf_text(&twice))) abort();
    return 0;
}
