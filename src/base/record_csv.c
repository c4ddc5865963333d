#include "base/record_csv.h"

#include <string.h>

enum { NOT_A_FIELD = -1, PROSE_BYTES_MAX = 1024 * 1024 };

static bool has_column(const struct record_field *field)
{
    return field->kind < RECORD_IS_RECORD && field->kind != RECORD_IS_SECRET;
}

static int16_t field_named(const struct record *record, struct text header)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (!has_column(field)) continue;
        if (text_equal_ignoring_case(header, text_of(field->name))) return (int16_t)i;
        if (text_equal_ignoring_case(header, text_of(field->label)) && field->label) {
            return (int16_t)i;
        }
    }
    return NOT_A_FIELD;
}

static bool is_matched(const struct record_columns *columns, int16_t field)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (columns->field_of[i] == field) return true;
    }
    return false;
}

/* All of them at once, so that a file is repaired once. */
static enum rc refuse_missing(const struct record_columns *columns, struct problem *why)
{
    const struct record *record = columns->record;
    CLEANUP(buf_done) struct buf names = {0};
    const char *first = NULL;

    buf_init(&names, PROBLEM_TEXT_BYTES);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (field->need != RECORD_REQUIRED || is_matched(columns, (int16_t)i)) continue;
        if (first) buf_format(&names, "%s%s", names.bytes ? ", " : ", also ", field->name);
        if (!first) first = field->name;
    }
    if (!first) return RC_OK;
    return problem_at(why, RC_INVALID, first, "the column %s is missing%s", first,
                      names.bytes ? names.at : "");
}

enum rc record_columns_match(const struct record *record,
                             const struct csv_row *header,
                             enum record_unknown unknown,
                             struct record_columns *out_columns,
                             struct problem *why)
{
    struct record_columns columns = {.record = record};

    for (size_t i = 0; i < header->count; i++) {
        struct text name = text_trim(header->cells[i]);
        int16_t field = field_named(record, name);

        if (field == NOT_A_FIELD && unknown == RECORD_REFUSE_UNKNOWN) {
            return problem_set(why, RC_INVALID, "the column " TEXT_FORMAT " is not known here",
                               TEXT_ARGUMENT(name));
        }
        if (field != NOT_A_FIELD && is_matched(&columns, field)) {
            return problem_set(why, RC_INVALID, "the column " TEXT_FORMAT " is there twice",
                               TEXT_ARGUMENT(name));
        }
        columns.field_of[columns.count++] = field;
    }
    TRY(refuse_missing(&columns, why));
    *out_columns = columns;
    return RC_OK;
}

/* Say where: the reason was written without knowing the line. */
static enum rc located(enum rc rc,
                       size_t line,
                       const struct record_field *field,
                       struct problem *why)
{
    struct problem reason;

    if (rc == RC_OK || !why) return rc;
    reason = *why;
    return problem_at(why, rc, field->name, "line %zu, column %s: %s", line, field->name,
                      reason.text);
}

enum rc record_read_row(const struct record_columns *columns,
                        const struct csv_row *row,
                        struct arena *mem,
                        void *out_object,
                        struct problem *why)
{
    void *object = arena_alloc(mem, columns->record->bytes);

    if (row->count > columns->count) {
        return problem_set(why, RC_INVALID, "line %zu has %zu cells, the header has %zu", row->line,
                           row->count, columns->count);
    }
    record_clear(columns->record, object);
    for (size_t i = 0; i < columns->count; i++) {
        struct text cell = i < row->count ? row->cells[i] : (struct text){NULL, 0};
        const struct record_field *field;
        enum rc rc;

        if (columns->field_of[i] == NOT_A_FIELD) continue;
        field = &columns->record->fields[columns->field_of[i]];
        rc = record_read_text(field, cell, mem, object, why);
        if (rc != RC_OK) return located(rc, row->line, field, why);
    }
    memcpy(out_object, object, columns->record->bytes);
    return RC_OK;
}

static bool is_exported(const struct record_field *field, enum record_sight sight)
{
    return has_column(field) && field->sight <= sight;
}

void record_write_header(const struct record *record,
                         enum record_sight sight,
                         struct csv_write *csv)
{
    for (size_t i = 0; i < record->field_count; i++) {
        if (!is_exported(&record->fields[i], sight)) continue;
        csv_write_cell(csv, text_of(record->fields[i].name), CSV_PLAIN);
    }
    csv_write_row_end(csv);
}

/* Words and numbers of ours cannot be formulas; what people typed can. */
static enum csv_cell cell_of(const struct record_field *field)
{
    bool is_typed = field->kind == RECORD_IS_TEXT || field->kind == RECORD_IS_PROSE;

    return is_typed ? CSV_FREE : CSV_PLAIN;
}

void record_write_row(const struct record *record,
                      const void *object,
                      struct record_view view,
                      struct csv_write *csv)
{
    CLEANUP(buf_done) struct buf cell = {0};

    buf_init(&cell, PROSE_BYTES_MAX);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (!is_exported(field, view.sight)) continue;
        buf_clear(&cell);
        record_write_text(field, object, view, &cell);
        csv_write_cell(csv, buf_text(&cell), cell_of(field));
    }
    csv_write_row_end(csv);
}
