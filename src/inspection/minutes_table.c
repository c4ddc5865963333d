#include "inspection/minutes_table.h"

#include <string.h>

enum { ROWS_FIRST = 16 };

void minutes_table_begin(struct minutes_table *table,
                         struct arena *mem,
                         const struct paper_column *columns,
                         size_t column_count)
{
    *table = (struct minutes_table){.mem = mem, .columns = columns, .column_count = column_count};
}

struct text *minutes_table_row(struct minutes_table *table, enum paper_row_kind kind)
{
    struct text *cells = arena_array(table->mem, struct text, table->column_count);

    if (table->row_count == table->room) {
        size_t room = table->room ? 2 * table->room : ROWS_FIRST;
        struct paper_row *rows = arena_array(table->mem, struct paper_row, room);

        if (table->row_count) memcpy(rows, table->rows, table->row_count * sizeof *rows);
        table->rows = rows;
        table->room = room;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        cells[i] = TEXT("");
    }
    table->rows[table->row_count++] = (struct paper_row){kind, cells};
    return cells;
}

void minutes_table_end(struct minutes_table *table, struct paper *paper)
{
    struct paper_table made = {table->columns, table->column_count, table->rows, table->row_count};

    if (table->row_count > 0) paper_add_table(paper, &made);
}
