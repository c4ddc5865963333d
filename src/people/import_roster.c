/* roster.csv */
#include "base/limits.h"
#include "people/import_private.h"

struct roster_row {
    struct import_row head;
    struct roster_line line;
};

static const struct record_field roster_fields[] = {
    IMPORT_NAMED(struct roster_row, "number", "nomor", line.number, PERSON_NUMBER_BYTES_MAX),
    IMPORT_DAY(struct roster_row, "date", "tanggal", line.date, RECORD_REQUIRED),
    IMPORT_TEXT(struct roster_row, "shift", "giliran", line.shift, CODE_BYTES_MAX),
};

static const struct record roster_row_record =
    RECORD("RosterRow", struct roster_row, roster_fields);

static int order_roster(const void *left, const void *right)
{
    const struct roster_row *a = left;
    const struct roster_row *b = right;
    int by = day_compare(a->line.date, b->line.date);

    if (by == 0) by = text_compare(a->line.number, b->line.number);
    return by != 0 ? by : import_order_lines(&a->head, &b->head);
}

static void plan_line(struct import *import, struct roster_row *row)
{
    const struct directory_shift *known;
    struct roster_line *planned;
    int32_t person = directory_find_person(import->directory, row->line.number);

    if (person == NONE) {
        import_find(import, &row->head, "number", IMPORT_PERSON_UNKNOWN, row->line.number);
        return;
    }
    known = directory_shift_on(import->directory, person, day_number(row->line.date));
    if (known && text_equal(known->shift, row->line.shift)) return;
    row->head.outcome = known ? IMPORT_CHANGED : IMPORT_FRESH;
    planned = rows_add(&import->batch.lines, sizeof *planned);
    *planned = row->line;
    planned->author = import->options->author;
}

static enum rc compare_roster(struct import *import)
{
    struct roster_row *rows = import->rows.at;
    const struct roster_row *before = NULL;

    for (size_t i = 0; i < import_count(import); i++) {
        const struct roster_line *line = &rows[i].line;

        if (import_is_out(&rows[i].head)) continue;
        if (before && day_equal(before->line.date, line->date) &&
            text_equal(before->line.number, line->number)) {
            import_find(import, &rows[i].head, "date", IMPORT_TWICE, line->number);
            continue;
        }
        before = &rows[i];
        plan_line(import, &rows[i]);
    }
    return RC_OK;
}

const struct import_table import_roster = {"roster", &roster_row_record, NULL, order_roster,
                                           compare_roster};
