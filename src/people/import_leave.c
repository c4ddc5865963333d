/* leave.csv */
#include "base/limits.h"
#include "people/import_private.h"

struct leave_row {
    struct import_row head;
    struct leave_period period;
    int32_t known; /* the person, or NONE */
};

static const struct record_choice leave_words[] = {
    {"leave", LEAVE_ON_LEAVE},
    {"sick", LEAVE_SICK},
    {"permit", LEAVE_PERMIT},
    {"duty_travel", LEAVE_DUTY_TRAVEL},
    {"study", LEAVE_STUDY},
    {"cuti", LEAVE_ON_LEAVE},
    {"sakit", LEAVE_SICK},
    {"izin", LEAVE_PERMIT},
    {"dinas luar", LEAVE_DUTY_TRAVEL},
    {"tugas belajar", LEAVE_STUDY},
    {NULL, 0},
};

static const struct record_field leave_fields[] = {
    IMPORT_NAMED(struct leave_row, "number", "nomor", period.number, PERSON_NUMBER_BYTES_MAX),
    IMPORT_WORD(struct leave_row, "kind", "jenis", period.kind, leave_words),
    IMPORT_DAY(struct leave_row, "from", "dari", period.from, RECORD_REQUIRED),
    IMPORT_DAY(struct leave_row, "to", "sampai", period.to, RECORD_REQUIRED),
    IMPORT_TEXT(struct leave_row,
                "reference",
                "nomor_surat",
                period.reference,
                REFERENCE_BYTES_MAX),
};

static const struct record leave_record = RECORD("LeaveRow", struct leave_row, leave_fields);

static void check_leave(struct import *import, void *object)
{
    struct leave_row *row = object;

    if (day_compare(row->period.from, row->period.to) > 0) {
        import_find(import, &row->head, "to", IMPORT_ENDS_BEFORE, TEXT(""));
    }
}

static int order_leave(const void *left, const void *right)
{
    const struct leave_row *a = left;
    const struct leave_row *b = right;
    int by = text_compare(a->period.number, b->period.number);

    if (by == 0) by = day_compare(a->period.from, b->period.from);
    if (by == 0) by = a->period.kind - b->period.kind;
    return by != 0 ? by : import_order_lines(&a->head, &b->head);
}

static bool is_same_key(const struct leave_period *a, const struct leave_period *b)
{
    return text_equal(a->number, b->number) && a->kind == b->kind && day_equal(a->from, b->from);
}

static bool is_same_period(const struct leave_period *a, const struct leave_period *b)
{
    return day_equal(a->to, b->to) && text_equal(a->reference, b->reference);
}

/* The row before this one with the same key: the same again, or a contradiction. */
static void check_twin(struct import *import, const struct leave_row *before, struct leave_row *row)
{
    if (!is_same_key(&before->period, &row->period)) return;
    if (is_same_period(&before->period, &row->period)) {
        import_find(import, &row->head, "", IMPORT_SAME_AGAIN, TEXT(""));
    } else {
        import_find(import, &row->head, "from", IMPORT_TWICE,
                    arena_text(import->findings, text_of(day_text(row->period.from).s)));
    }
}

static void check_known(struct import *import, struct leave_row *row)
{
    const struct directory_person *person;

    row->known = directory_find_person(import->directory, row->period.number);
    if (row->known == NONE) {
        import_find(import, &row->head, "number", IMPORT_PERSON_UNKNOWN, row->period.number);
        return;
    }
    person = &import->directory->people[row->known];
    if (day_number(row->period.to) < person->active_from ||
        day_number(row->period.from) > person->active_to) {
        import_find(import, &row->head, "from", IMPORT_NOT_ACTIVE, TEXT(""));
    }
}

/* The period of the register with the same key, and whether another overlaps. */
static const struct directory_leave *find_known(const struct import *import,
                                                const struct leave_row *row,
                                                bool *out_overlaps)
{
    const struct directory_person *person = &import->directory->people[row->known];
    const struct directory_leave *same = NULL;
    int32_t from = day_number(row->period.from);
    int32_t to = day_number(row->period.to);

    *out_overlaps = false;
    for (size_t i = 0; i < person->leave_count; i++) {
        const struct directory_leave *known = &import->directory->leaves[person->leave_first + i];

        if ((int)known->kind == row->period.kind && known->from == from) {
            same = known;
        } else if (known->from <= to && known->to >= from) {
            *out_overlaps = true;
        }
    }
    return same;
}

static void plan_leave(struct import *import, struct leave_row *row)
{
    struct leave_period *planned;
    bool overlaps = false;
    const struct directory_leave *known = find_known(import, row, &overlaps);

    if (overlaps) import_find(import, &row->head, "from", IMPORT_OVERLAP, TEXT(""));
    if (known && !import_has(import, "reference")) row->period.reference = known->reference;
    if (known && known->to == day_number(row->period.to) &&
        text_equal(known->reference, row->period.reference)) {
        return;
    }
    row->head.outcome = known ? IMPORT_CHANGED : IMPORT_FRESH;
    planned = rows_add(&import->batch.leaves, sizeof *planned);
    *planned = row->period;
    planned->author = import->options->author;
}

static enum rc compare_leave(struct import *import)
{
    struct leave_row *rows = import->rows.at;
    const struct leave_row *before = NULL;

    for (size_t i = 0; i < import_count(import); i++) {
        bool is_twin;

        if (import_is_out(&rows[i].head)) continue;
        is_twin = before && is_same_key(&before->period, &rows[i].period);
        if (is_twin) check_twin(import, before, &rows[i]);
        if (is_twin) continue;
        check_known(import, &rows[i]);
        if (import_is_out(&rows[i].head)) continue;
        before = &rows[i];
        plan_leave(import, &rows[i]);
    }
    return RC_OK;
}

const struct import_table import_leave = {"leave", &leave_record, check_leave, order_leave,
                                          compare_leave};
