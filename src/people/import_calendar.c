/* calendar.csv */
#include "base/limits.h"
#include "people/import_private.h"

struct decree_row {
    struct import_row head;
    struct decree decree;
};

static const struct record_choice decree_words[] = {
    {"holiday", CALENDAR_HOLIDAY},
    {"joint_leave", CALENDAR_JOINT_LEAVE},
    {"workday", CALENDAR_WORKDAY},
    {"libur nasional", CALENDAR_HOLIDAY},
    {"cuti bersama", CALENDAR_JOINT_LEAVE},
    {"hari kerja", CALENDAR_WORKDAY},
    {NULL, 0},
};

static const struct record_field decree_fields[] = {
    IMPORT_DAY(struct decree_row, "date", "tanggal", decree.date, RECORD_REQUIRED),
    IMPORT_WORD(struct decree_row, "kind", "jenis", decree.kind, decree_words),
    IMPORT_NAMED(struct decree_row, "decree", "keputusan", decree.decree, REFERENCE_BYTES_MAX),
    IMPORT_DAY(struct decree_row, "decided_on", "ditetapkan", decree.decided_on, RECORD_REQUIRED),
};

static const struct record decree_row_record =
    RECORD("CalendarRow", struct decree_row, decree_fields);

static void check_decree(struct import *import, void *object)
{
    struct decree_row *row = object;

    if (day_compare(row->decree.decided_on, row->decree.date) > 0) {
        import_find(import, &row->head, "decided_on", IMPORT_DECIDED_LATER, TEXT(""));
    }
}

static int order_decree(const void *left, const void *right)
{
    const struct decree_row *a = left;
    const struct decree_row *b = right;
    int by = day_compare(a->decree.date, b->decree.date);

    if (by == 0) by = text_compare(a->decree.decree, b->decree.decree);
    return by != 0 ? by : import_order_lines(&a->head, &b->head);
}

static const struct directory_decree *find_decree(const struct directory *directory,
                                                  const struct decree *decree)
{
    size_t low = 0;
    size_t high = directory->decree_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct directory_decree *known = &directory->decrees[middle];
        int by = day_compare(known->day, decree->date);

        if (by == 0) by = text_compare(known->decree, decree->decree);
        if (by == 0) return known;
        if (by < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

static void plan_decree(struct import *import, struct decree_row *row)
{
    const struct directory_decree *known = find_decree(import->directory, &row->decree);
    struct decree *planned;

    if (known && (int)known->kind == row->decree.kind &&
        day_equal(known->decided_on, row->decree.decided_on)) {
        return;
    }
    row->head.outcome = known ? IMPORT_CHANGED : IMPORT_FRESH;
    planned = rows_add(&import->batch.decrees, sizeof *planned);
    *planned = row->decree;
    planned->author = import->options->author;
}

static enum rc compare_calendar(struct import *import)
{
    struct decree_row *rows = import->rows.at;
    const struct decree_row *before = NULL;

    for (size_t i = 0; i < import_count(import); i++) {
        const struct decree *decree = &rows[i].decree;

        if (import_is_out(&rows[i].head)) continue;
        if (before && day_equal(before->decree.date, decree->date) &&
            text_equal(before->decree.decree, decree->decree)) {
            import_find(import, &rows[i].head, "decree", IMPORT_TWICE, decree->decree);
            continue;
        }
        before = &rows[i];
        plan_decree(import, &rows[i]);
    }
    return RC_OK;
}

const struct import_table import_calendar = {"calendar", &decree_row_record, check_decree,
                                             order_decree, compare_calendar};
