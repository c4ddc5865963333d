#include "db/record_sql.h"

#include <math.h>

void record_sql_add(struct record_sql *binding, struct db_value value)
{
    assert(binding->count < RECORD_SQL_VALUES_MAX);
    binding->values[binding->count++] = value;
}

static const void *member(const struct record_field *field, const void *object)
{
    return (const char *)object + field->offset;
}

static struct db_value day_value(struct record_sql *binding, const struct day *day)
{
    struct day_text *text = &binding->days[binding->day_count];

    if (day_is_none(*day)) return DB_CSTR("");
    assert(binding->day_count < RECORD_SQL_DAYS_MAX);
    binding->day_count++;
    *text = day_text(*day);
    return DB_TEXT(((struct text){text->s, DAY_TEXT_BYTES}));
}

static struct db_value real_value(const double *real)
{
    return isnan(*real) ? DB_NULL() : DB_REAL(*real);
}

static struct db_value value_of(struct record_sql *binding,
                                const struct record_field *field,
                                const void *object)
{
    switch (field->kind) {
    case RECORD_IS_TEXT:
    case RECORD_IS_PROSE:
        return DB_TEXT(*(const struct text *)member(field, object));
    case RECORD_IS_DAY:
        return day_value(binding, member(field, object));
    case RECORD_IS_REAL:
        return real_value(member(field, object));
    case RECORD_IS_CHOICE:
        return DB_CSTR(record_choice_word(field->choices, (int)record_int(field, object)));
    case RECORD_IS_INT:
    case RECORD_IS_BOOL:
    case RECORD_IS_TIME:
    case RECORD_IS_CLOCK:
    case RECORD_IS_INSTANT:
        return DB_INT(record_int(field, object));
    case RECORD_IS_SECRET:
    case RECORD_IS_RECORD:
    case RECORD_IS_PART:
    case RECORD_IS_LIST:
    case RECORD_IS_TEXTS:
    case RECORD_IS_INTS:
    case RECORD_IS_SET:
        break;
    }
    assert(false && "a field that is stored in a way of its own");
    return DB_NULL();
}

void record_sql_add_fields(struct record_sql *binding,
                           const struct record *record,
                           const void *object)
{
    for (size_t i = 0; i < record->field_count; i++) {
        record_sql_add(binding, value_of(binding, &record->fields[i], object));
    }
}

static void read_field(const struct db_rows *rows,
                       int column,
                       const struct record_field *field,
                       struct arena *mem,
                       void *object)
{
    void *at = (char *)object + field->offset;
    struct text text = {NULL, 0};
    int choice = 0;

    if (db_is_null(rows, column)) return;
    if (field->kind == RECORD_IS_REAL) {
        *(double *)at = db_real(rows, column);
        return;
    }
    if (field->kind == RECORD_IS_TEXT || field->kind == RECORD_IS_PROSE ||
        field->kind == RECORD_IS_DAY || field->kind == RECORD_IS_CHOICE) {
        text = db_text(rows, column);
        if (text.bytes == 0) return;
    }
    if (field->kind == RECORD_IS_TEXT || field->kind == RECORD_IS_PROSE) {
        *(struct text *)at = arena_text(mem, text);
    } else if (field->kind == RECORD_IS_DAY) {
        struct day day = {0};

        if (day_parse(text, &day)) *(struct day *)at = day;
    } else if (field->kind == RECORD_IS_CHOICE) {
        if (record_choice_value(field->choices, text, &choice)) {
            record_set_int(field, object, choice);
        }
    } else {
        record_set_int(field, object, db_int(rows, column));
    }
}

void record_sql_read(const struct db_rows *rows,
                     int first_column,
                     const struct record *record,
                     struct arena *mem,
                     void *out_object)
{
    record_clear(record, out_object);
    for (size_t i = 0; i < record->field_count; i++) {
        read_field(rows, first_column + (int)i, &record->fields[i], mem, out_object);
    }
}
