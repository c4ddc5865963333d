#include "cmd/listing.h"

#include "base/mem.h"

#include <math.h>
#include <string.h>

enum { LINE_BYTES_MAX = 1024 * 1024, CELL_BYTES = 64, GAP = 2 };

enum listing_format listing_format_of(const char *word, enum listing_format otherwise)
{
    static const char *const words[] = {
        [LISTING_TABLE] = "table", [LISTING_CSV] = "csv", [LISTING_JSON] = "json"};

    for (size_t i = 0; word && i < COUNT_OF(words); i++) {
        if (strcmp(words[i], word) == 0) return (enum listing_format)i;
    }
    return otherwise;
}

static void put(struct listing *listing, struct text bytes)
{
    IGNORE(fwrite(bytes.at ? bytes.at : "", 1, bytes.bytes, listing->to), "ferror tells");
}

static void flush_line(struct listing *listing)
{
    put(listing, buf_text(&listing->line));
    buf_clear(&listing->line);
}

/* ---- tables ---- */

static void keep_cell(struct listing *listing, struct text cell)
{
    if (listing->cell_count == listing->cell_capacity) {
        listing->cell_capacity = listing->cell_capacity ? listing->cell_capacity * 2 : 256;
        listing->cells = mem_resize(listing->cells, listing->cell_capacity, sizeof *listing->cells);
    }
    listing->cells[listing->cell_count++] = arena_text(listing->mem, cell);
}

/* Letters on the screen: continuation bytes of UTF-8 take no room. */
static size_t width_of(struct text cell)
{
    size_t width = 0;

    for (size_t i = 0; i < cell.bytes; i++) {
        width += ((unsigned char)cell.at[i] & 0xc0) != 0x80;
    }
    return width;
}

static void put_cell(struct listing *listing, size_t column, struct text cell, size_t width)
{
    int room = (int)(width - width_of(cell));
    bool last = column + 1 == listing->column_count;

    if (listing->columns[column].kind == LISTING_NUMBER) fprintf(listing->to, "%*s", room, "");
    put(listing, cell);
    if (listing->columns[column].kind != LISTING_NUMBER && !last) {
        fprintf(listing->to, "%*s", room, "");
    }
    fprintf(listing->to, "%*s", last ? 0 : GAP, "");
    if (last) fputc('\n', listing->to);
}

static void write_table(struct listing *listing)
{
    size_t widths[LISTING_COLUMNS_MAX] = {0};
    size_t count = listing->column_count;

    for (size_t i = 0; i < listing->cell_count; i++) {
        size_t width = width_of(listing->cells[i]);

        if (width > widths[i % count]) widths[i % count] = width;
    }
    for (size_t i = 0; i < listing->cell_count; i++) {
        put_cell(listing, i % count, listing->cells[i], widths[i % count]);
    }
}

/* ---- all formats ---- */

static void write_header(struct listing *listing)
{
    for (size_t i = 0; i < listing->column_count; i++) {
        struct text name = text_of(listing->columns[i].name);

        if (listing->format == LISTING_TABLE) keep_cell(listing, name);
        if (listing->format == LISTING_CSV) csv_write_cell(&listing->csv, name, CSV_PLAIN);
    }
    if (listing->format == LISTING_CSV) csv_write_row_end(&listing->csv);
    if (listing->format == LISTING_JSON) buf_add(&listing->line, TEXT("[\n"));
    flush_line(listing);
}

void listing_begin(struct listing *listing,
                   FILE *to,
                   enum listing_format format,
                   const struct listing_column *columns,
                   size_t column_count)
{
    assert(column_count > 0 && column_count <= LISTING_COLUMNS_MAX);
    *listing = (struct listing){
        .to = to, .format = format, .columns = columns, .column_count = column_count};
    buf_init(&listing->line, LINE_BYTES_MAX);
    csv_write_init(&listing->csv, &listing->line);
    listing->mem = arena_new();
    write_header(listing);
}

static void end_row(struct listing *listing)
{
    if (listing->format == LISTING_CSV) csv_write_row_end(&listing->csv);
    if (listing->format == LISTING_JSON) json_write_end(&listing->json);
    flush_line(listing);
    listing->column = 0;
    listing->row_count++;
}

/* The object begins with its first member. */
static void add_member(struct listing *listing, struct text cell, bool is_number)
{
    const char *name = listing->columns[listing->column].name;

    if (listing->column == 0) {
        if (listing->row_count > 0) buf_add(&listing->line, TEXT(",\n"));
        json_write_init(&listing->json, &listing->line);
        json_write_object(&listing->json, NULL);
    }
    if (!is_number) {
        json_write_text(&listing->json, name, cell);
    } else if (cell.bytes) {
        json_write_raw(&listing->json, name, cell);
    } else {
        json_write_null(&listing->json, name);
    }
}

static void add(struct listing *listing, struct text cell, bool is_number)
{
    bool is_free = listing->columns[listing->column].kind == LISTING_FREE;

    switch (listing->format) {
    case LISTING_TABLE:
        keep_cell(listing, cell);
        break;
    case LISTING_CSV:
        csv_write_cell(&listing->csv, cell, is_free ? CSV_FREE : CSV_PLAIN);
        break;
    case LISTING_JSON:
        add_member(listing, cell, is_number);
        break;
    }
    if (++listing->column == listing->column_count) end_row(listing);
}

void listing_text(struct listing *listing, struct text cell)
{
    add(listing, cell.at ? cell : TEXT(""), false);
}

void listing_cstr(struct listing *listing, const char *cell)
{
    listing_text(listing, text_of(cell));
}

void listing_int(struct listing *listing, int64_t cell)
{
    char digits[CELL_BYTES];
    int bytes = snprintf(digits, sizeof digits, "%lld", (long long)cell);

    add(listing, (struct text){digits, (size_t)bytes}, true);
}

void listing_real(struct listing *listing, double cell)
{
    char digits[CELL_BYTES];
    int bytes = isnan(cell) ? 0 : snprintf(digits, sizeof digits, "%.10g", cell);

    add(listing, (struct text){digits, (size_t)bytes}, true);
}

void listing_end(struct listing *listing)
{
    assert(listing->column == 0);
    if (listing->format == LISTING_TABLE) write_table(listing);
    if (listing->format == LISTING_JSON) {
        put(listing, listing->row_count ? TEXT("\n]\n") : TEXT("]\n"));
    }
}

void listing_done(struct listing *listing)
{
    buf_done(&listing->line);
    arena_free(&listing->mem);
    mem_free(listing->cells);
    listing->cells = NULL;
}
