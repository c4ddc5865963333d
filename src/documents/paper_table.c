/* Tables: whole rows, a head on each page, sums under a double line. */
#include "documents/paper_private.h"

#define CELL_SIDE (1.4 * MM)
#define CELL_TOP  (0.9 * MM)
#define HAIRLINE  0.4
#define RULE      0.9
#define SET_BACK  (4 * MM)

struct grid {
    struct press *press;
    const struct paper_table *table;
    double widths[PAPER_COLUMNS_MAX];
};

static struct grid grid_of(struct press *press, const struct paper_table *table)
{
    struct grid grid = {.press = press, .table = table};
    double left = TEXT_WIDTH;
    size_t open = 0;

    for (size_t i = 0; i < table->column_count; i++) {
        grid.widths[i] = table->columns[i].width_mm * MM;
        left -= grid.widths[i];
        if (table->columns[i].width_mm == 0) open++;
    }
    assert(left >= 0 && "the columns fit between the margins");
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].width_mm == 0) grid.widths[i] = left / (double)open;
    }
    return grid;
}

/* ---- one row ---- */

static struct type_setting setting_of(const struct grid *grid,
                                      const struct paper_row *row,
                                      size_t column)
{
    static const enum type_style style_of[] = {
        [PAPER_ROW] = TYPE_TABLE,
        [PAPER_ROW_PART] = TYPE_TABLE_SMALL,
        [PAPER_ROW_GROUP] = TYPE_TABLE_BOLD,
        [PAPER_ROW_SUM] = TYPE_TABLE_BOLD,
    };
    struct type_setting setting = {
        .style = style_of[row->kind],
        .width = grid->widths[column] - 2 * CELL_SIDE,
        .align = grid->table->columns[column].align,
    };

    if (row->kind == PAPER_ROW_GROUP) {
        setting.width = TEXT_WIDTH - 2 * CELL_SIDE;
        setting.align = PAPER_LEFT;
    }
    if (row->kind == PAPER_ROW_PART && column == 0) setting.width -= SET_BACK;
    return setting;
}

static size_t cells_of(const struct grid *grid, const struct paper_row *row)
{
    return row->kind == PAPER_ROW_GROUP ? 1 : grid->table->column_count;
}

static double row_height(const struct grid *grid, const struct paper_row *row)
{
    double highest = 0;

    for (size_t i = 0; i < cells_of(grid, row); i++) {
        struct type_setting setting = setting_of(grid, row, i);
        double height = type_set(grid->press, &setting, row->cells[i]);

        if (height > highest) highest = height;
    }
    return highest + 2 * CELL_TOP;
}

static void draw_cells(const struct grid *grid, const struct paper_row *row)
{
    double x = MARGIN_LEFT + CELL_SIDE;

    for (size_t i = 0; i < cells_of(grid, row); i++) {
        struct type_setting setting = setting_of(grid, row, i);
        bool set_back = row->kind == PAPER_ROW_PART && i == 0;

        IGNORE(type_set(grid->press, &setting, row->cells[i]), "measured before");
        type_draw(grid->press, set_back ? x + SET_BACK : x, grid->press->y + CELL_TOP);
        x += grid->widths[i];
    }
}

static void draw_row(const struct grid *grid, const struct paper_row *row, double height)
{
    struct press *press = grid->press;

    if (row->kind == PAPER_ROW_SUM) {
        press_rule(press, MARGIN_LEFT, press->y, TEXT_WIDTH, RULE);
        press_rule(press, MARGIN_LEFT, press->y + 2, TEXT_WIDTH, RULE);
        press->y += 2;
    }
    draw_cells(grid, row);
    press->y += height;
    press_rule(press, MARGIN_LEFT, press->y, TEXT_WIDTH, HAIRLINE);
}

/* ---- the head ---- */

static struct type_setting head_setting(const struct grid *grid, size_t column)
{
    return (struct type_setting){
        .style = TYPE_TABLE_BOLD,
        .width = grid->widths[column] - 2 * CELL_SIDE,
        .align = grid->table->columns[column].align,
    };
}

static double head_height(const struct grid *grid)
{
    double highest = 0;

    for (size_t i = 0; i < grid->table->column_count; i++) {
        struct type_setting setting = head_setting(grid, i);
        double height = type_set(grid->press, &setting, grid->table->columns[i].head);

        if (height > highest) highest = height;
    }
    return highest + 2 * CELL_TOP;
}

/* Heads stand at the bottom of their cells, where the figures begin. */
static void draw_head(const struct grid *grid)
{
    struct press *press = grid->press;
    double height = head_height(grid);
    double x = MARGIN_LEFT + CELL_SIDE;

    press_rule(press, MARGIN_LEFT, press->y, TEXT_WIDTH, RULE);
    for (size_t i = 0; i < grid->table->column_count; i++) {
        struct type_setting setting = head_setting(grid, i);
        double own = type_set(press, &setting, grid->table->columns[i].head);

        type_draw(press, x, press->y + height - CELL_TOP - own);
        x += grid->widths[i];
    }
    press->y += height;
    press_rule(press, MARGIN_LEFT, press->y, TEXT_WIDTH, RULE);
}

/* ---- the table ---- */

/* What has to stand on one page from row `index` on: a heading keeps a row
 * below it, a sum a row above it. */
static double kept_together(const struct grid *grid, size_t index, double height)
{
    const struct paper_row *rows = grid->table->rows;

    if (index + 1 == grid->table->row_count) return height;
    if (rows[index].kind == PAPER_ROW_GROUP || rows[index + 1].kind == PAPER_ROW_SUM) {
        return height + row_height(grid, &rows[index + 1]) + 2;
    }
    return height;
}

/* The heads, and what has to stand below them. */
double table_beginning(struct press *press, const struct paper_table *table)
{
    struct grid grid = grid_of(press, table);
    double head = head_height(&grid);

    if (table->row_count == 0) return head;
    return head + kept_together(&grid, 0, row_height(&grid, &table->rows[0]));
}

enum rc table_press(struct press *press, const struct paper_table *table, struct problem *why)
{
    struct grid grid = grid_of(press, table);
    double head = head_height(&grid);

    press_need(press, 1.5 * MM + table_beginning(press, table));
    press->y += 1.5 * MM;
    draw_head(&grid);
    for (size_t i = 0; i < table->row_count; i++) {
        double height = row_height(&grid, &table->rows[i]);
        double together = kept_together(&grid, i, height);

        if (head + together > TEXT_BOTTOM - MARGIN_TOP) {
            return problem_set(why, RC_TOO_LARGE, "a row of a table is higher than a page");
        }
        if (press->y + together > TEXT_BOTTOM) {
            press_page_end(press);
            draw_head(&grid);
        }
        draw_row(&grid, &table->rows[i], height);
    }
    press->y += 4 * MM;
    return RC_OK;
}
