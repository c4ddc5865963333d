#include "base/limits.h"
#include "base/record.h"

#include <string.h>

static void write_texts(const struct record_list *list, struct json_write *json, const char *key)
{
    const struct text *texts = list->items;

    json_write_array(json, key);
    for (size_t i = 0; i < list->count; i++) {
        json_write_text(json, NULL, texts[i]);
    }
    json_write_end(json);
}

static void write_ints(const struct record_list *list, struct json_write *json, const char *key)
{
    const int *ints = list->items;

    json_write_array(json, key);
    for (size_t i = 0; i < list->count; i++) {
        json_write_int(json, NULL, ints[i]);
    }
    json_write_end(json);
}

static void write_set(const struct record_field *field,
                      unsigned set,
                      struct json_write *json,
                      const char *key)
{
    json_write_array(json, key);
    for (const struct record_choice *choice = field->choices; choice->word; choice++) {
        if (set & (1u << choice->value)) json_write_cstr(json, NULL, choice->word);
    }
    json_write_end(json);
}

void record_write_items(const struct record *record,
                        struct record_list list,
                        struct record_view view,
                        struct json_write *json,
                        const char *key)
{
    const char *at = list.items;

    json_write_array(json, key);
    for (size_t i = 0; i < list.count; i++) {
        record_write_json(record, at + i * record->bytes, view, json, NULL);
    }
    json_write_end(json);
}

static void write_clock(int second, struct json_write *json, const char *key)
{
    json_write_format(json, key, "%02d:%02d", second / 3600 % 24, second / 60 % 60);
}

static void write_value(const struct record_field *field,
                        const void *object,
                        struct record_view view,
                        struct json_write *json,
                        const char *key)
{
    const void *at = record_member(field, object);

    switch (field->kind) {
    case RECORD_IS_TEXT:
    case RECORD_IS_PROSE:
        json_write_text(json, key, *(const struct text *)at);
        break;
    case RECORD_IS_INT:
        json_write_int(json, key, record_int(field, object));
        break;
    case RECORD_IS_BOOL:
        json_write_bool(json, key, record_int(field, object) != 0);
        break;
    case RECORD_IS_DAY:
        json_write_day(json, key, *(const struct day *)at);
        break;
    case RECORD_IS_TIME:
        json_write_time(json, key, (int)record_int(field, object));
        break;
    case RECORD_IS_CLOCK:
        write_clock((int)record_int(field, object), json, key);
        break;
    case RECORD_IS_INSTANT:
        json_write_instant(json, key, record_int(field, object), view.offset_minutes);
        break;
    case RECORD_IS_CHOICE:
        json_write_cstr(json, key,
                        record_choice_word(field->choices, (int)record_int(field, object)));
        break;
    case RECORD_IS_REAL:
        json_write_real(json, key, record_real(field, object));
        break;
    case RECORD_IS_RECORD:
        record_write_json(field->record, at, view, json, key);
        break;
    case RECORD_IS_PART:
        record_write_members(field->record, at, view, json);
        break;
    case RECORD_IS_LIST:
        record_write_items(field->record, *(const struct record_list *)at, view, json, key);
        break;
    case RECORD_IS_TEXTS:
        write_texts(at, json, key);
        break;
    case RECORD_IS_INTS:
        write_ints(at, json, key);
        break;
    case RECORD_IS_SET:
        write_set(field, *(const unsigned *)at, json, key);
        break;
    case RECORD_IS_SECRET:
        break;
    }
}

static bool is_visible(const struct record_field *field, enum record_sight sight)
{
    return field->kind != RECORD_IS_SECRET && field->sight <= sight;
}

static void write_member(const struct record_field *field,
                         const void *object,
                         struct record_view view,
                         struct json_write *json,
                         const char *key)
{
    if (field->need == RECORD_REQUIRED || !record_is_absent(field, object)) {
        write_value(field, object, view, json, key);
    } else if (field->need == RECORD_NULLABLE) {
        json_write_null(json, key);
    }
}

void record_write_members(const struct record *record,
                          const void *object,
                          struct record_view view,
                          struct json_write *json)
{
    if (record->zoned) {
        memcpy(&view.offset_minutes, (const char *)object + record->zone, sizeof(int));
    }
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (!is_visible(field, view.sight)) continue;
        write_member(field, object, view, json, record->tuple ? NULL : field->name);
    }
}

void record_write_json(const struct record *record,
                       const void *object,
                       struct record_view view,
                       struct json_write *json,
                       const char *key)
{
    if (record->tuple) {
        json_write_array(json, key);
    } else {
        json_write_object(json, key);
    }
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
    case RECORD_IS_CLOCK:
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
    case RECORD_IS_PART:
    case RECORD_IS_LIST:
    case RECORD_IS_TEXTS:
    case RECORD_IS_INTS:
    case RECORD_IS_SET:
    case RECORD_IS_SECRET:
        break;
    }
}
