/* Can the table of a record be used? */
#include "base/limits.h"
#include "base/record.h"
#include "base/secret.h"

/* What each kind is in C. */
static const struct {
    size_t bytes; /* 0: see check_bytes */
} kinds[] = {
    [RECORD_IS_TEXT] = {sizeof(struct text)},
    [RECORD_IS_PROSE] = {sizeof(struct text)},
    [RECORD_IS_INT] = {0},
    [RECORD_IS_BOOL] = {sizeof(bool)},
    [RECORD_IS_DAY] = {sizeof(struct day)},
    [RECORD_IS_TIME] = {sizeof(int)},
    [RECORD_IS_CLOCK] = {sizeof(int)},
    [RECORD_IS_INSTANT] = {sizeof(int64_t)},
    [RECORD_IS_CHOICE] = {sizeof(int)},
    [RECORD_IS_REAL] = {sizeof(double)},
    [RECORD_IS_SECRET] = {sizeof(struct secret)},
    [RECORD_IS_RECORD] = {0},
    [RECORD_IS_PART] = {0},
    [RECORD_IS_LIST] = {sizeof(struct record_list)},
    [RECORD_IS_TEXTS] = {sizeof(struct record_list)},
    [RECORD_IS_INTS] = {sizeof(struct record_list)},
    [RECORD_IS_SET] = {sizeof(unsigned)},
};

static void check_field(const struct record_field *field, size_t object_bytes)
{
    size_t expected = kinds[field->kind].bytes;

    assert(field->name && field->name[0]);
    assert(field->offset + field->bytes <= object_bytes);
    assert(expected == 0 || field->bytes == expected);
    assert(field->kind != RECORD_IS_INT || field->bytes == sizeof(int) ||
           field->bytes == sizeof(int64_t));
    assert(field->minimum <= field->maximum);
    assert(!record_is_either(field, RECORD_IS_TEXT, RECORD_IS_PROSE) || field->maximum > 0);
    assert(!record_is_either(field, RECORD_IS_LIST, RECORD_IS_TEXTS) || field->maximum > 0);
    assert(field->kind != RECORD_IS_INTS || field->maximum > 0);
    assert(field->kind != RECORD_IS_SECRET || field->maximum <= SECRET_BYTES_MAX);
    assert(record_is_either(field, RECORD_IS_CHOICE, RECORD_IS_SET) == (field->choices != NULL));
    assert((record_is_either(field, RECORD_IS_RECORD, RECORD_IS_LIST) ||
            field->kind == RECORD_IS_PART) == (field->record != NULL));
    assert(!record_is_either(field, RECORD_IS_RECORD, RECORD_IS_PART) || !field->record ||
           field->bytes == field->record->bytes);
}

static void check_to_depth(const struct record *record, int depth)
{
    assert(depth < JSON_DEPTH_MAX);
    assert(record->name && record->fields);
    assert(record->field_count <= RECORD_FIELDS_MAX);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        check_field(field, record->bytes);
        for (size_t j = 0; j < i; j++) {
            assert(strcmp(field->name, record->fields[j].name) != 0);
        }
        if (field->record) check_to_depth(field->record, depth + 1);
    }
}

void record_check(const struct record *record)
{
    check_to_depth(record, 0);
}
