#include "base/limits.h"
#include "base/record.h"

#include <stdio.h>

static void write_texts(const struct record_list *list, struct json_write *json, const char *key)
{
    const struct text *texts = list->items;

    json_write_array(json, key);
    for (size_t i = 0; i < list->count; i++) {
        json_write_text(json, NULL, texts[i]);
    }
    json_write_end(json);
}

static void write_list(const struct record_field *field,
                       const struct record_list *list,
                       struct record_view view,
                       struct json_write *json)
{
    const char *at = list->items;

    json_write_array(json, field->name);
    for (size_t i = 0; i < list->count; i++) {
        record_write_json(field->record, at + i * field->record->bytes, view, json, NULL);
    }
    json_write_end(json);
}

static void write_value(const struct record_field *field,
                        const void *object,
                        struct record_view view,
                        struct json_write *json)
{
    const void *at = record_member(field, object);

    switch (field->kind) {
    case RECORD_IS_TEXT:
    case RECORD_IS_PROSE:
        json_write_text(json, field->name, *(const struct text *)at);
        break;
    case RECORD_IS_INT:
        json_write_int(json, field->name, record_int(field, object));
        break;
    case RECORD_IS_BOOL:
        json_write_bool(json, field->name, record_int(field, object) != 0);
        break;
    case RECORD_IS_DAY:
        json_write_day(json, field->name, *(const struct day *)at);
        break;
    case RECORD_IS_TIME:
        json_write_time(json, field->name, (int)record_int(field, object));
        break;
    case RECORD_IS_INSTANT:
        json_write_instant(json, field->name, record_int(field, object), view.offset_minutes);
        break;
    case RECORD_IS_CHOICE:
        json_write_cstr(json, field->name,
                        record_choice_word(field->choices, (int)record_int(field, object)));
        break;
    case RECORD_IS_REAL:
        json_write_real(json, field->name, record_real(field, object));
        break;
    case RECORD_IS_RECORD:
        record_write_json(field->record, at, view, json, field->name);
        break;
    case RECORD_IS_LIST:
        write_list(field, at, view, json);
        break;
    case RECORD_IS_TEXTS:
        write_texts(at, json, field->name);
        break;
    case RECORD_IS_SECRET:
        break;
    }
}

static bool is_visible(const struct record_field *field, enum record_sight sight)
{
    return field->kind != RECORD_IS_SECRET && field->sight <= sight;
}

void record_write_members(const struct record *record,
                          const void *object,
                          struct record_view view,
                          struct json_write *json)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (!is_visible(field, view.sight)) continue;
        if (field->need == RECORD_REQUIRED || !record_is_absent(field, object)) {
            write_value(field, object, view, json);
        } else if (field->need == RECORD_NULLABLE) {
            json_write_null(json, field->name);
        }
    }
}

void record_write_json(const struct record *record,
                       const void *object,
                       struct record_view view,
                       struct json_write *json,
                       const char *key)
{
    json_write_object(json, key);
    record_write_members(record, object, view, json);
    json_write_end(json);
}

static void add_time(struct buf *to, int second)
{
    buf_format(to, "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
}

void record_write_text(const struct record_field *field,
                       const void *object,
                       struct record_view view,
                       struct buf *to)
{
    const void *at = record_member(field, object);

    if (!is_visible(field, view.sight) || record_is_absent(field, object)) return;
    switch (field->kind) {
    case RECORD_IS_TEXT:
    case RECORD_IS_PROSE:
        buf_add(to, *(const struct text *)at);
        break;
    case RECORD_IS_INT:
        buf_add_int(to, record_int(field, object));
        break;
    case RECORD_IS_BOOL:
        buf_add(to, record_int(field, object) ? TEXT("true") : TEXT("false"));
        break;
    case RECORD_IS_DAY:
        buf_add(to, text_of(day_text(*(const struct day *)at).s));
        break;
    case RECORD_IS_TIME:
        add_time(to, (int)record_int(field, object));
        break;
    case RECORD_IS_INSTANT:
        buf_add(to, text_of(instant_text(record_int(field, object), view.offset_minutes).s));
        break;
    case RECORD_IS_CHOICE:
        buf_add(to, text_of(record_choice_word(field->choices, (int)record_int(field, object))));
        break;
    case RECORD_IS_REAL:
        buf_format(to, "%.10g", record_real(field, object));
        break;
    case RECORD_IS_RECORD:
    case RECORD_IS_LIST:
    case RECORD_IS_TEXTS:
    case RECORD_IS_SECRET:
        break;
    }
}
