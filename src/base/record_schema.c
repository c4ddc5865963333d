#include "base/limits.h"
#include "base/record.h"

#include <string.h>

enum { SCHEMAS_MAX = 512 };

/* How each kind is said in JSON Schema 2020-12. */
static const struct {
    const char *type;
    const char *format;
    const char *pattern;
} kinds[] = {
    [RECORD_IS_TEXT] = {"string", NULL, NULL},
    [RECORD_IS_PROSE] = {"string", NULL, NULL},
    [RECORD_IS_INT] = {"integer", NULL, NULL},
    [RECORD_IS_BOOL] = {"boolean", NULL, NULL},
    [RECORD_IS_DAY] = {"string", "date", NULL},
    [RECORD_IS_TIME] = {"string", NULL, "^([01][0-9]|2[0-4]):[0-5][0-9](:[0-5][0-9])?$"},
    [RECORD_IS_CLOCK] = {"string", NULL, "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
    [RECORD_IS_INSTANT] = {"string", "date-time", NULL},
    [RECORD_IS_CHOICE] = {"string", NULL, NULL},
    [RECORD_IS_REAL] = {"number", NULL, NULL},
    [RECORD_IS_SECRET] = {"string", "password", NULL},
    [RECORD_IS_RECORD] = {NULL, NULL, NULL},
    [RECORD_IS_PART] = {NULL, NULL, NULL},
    [RECORD_IS_LIST] = {"array", NULL, NULL},
    [RECORD_IS_TEXTS] = {"array", NULL, NULL},
    [RECORD_IS_INTS] = {"array", NULL, NULL},
    [RECORD_IS_SET] = {"array", NULL, NULL},
};

static void write_reference(const struct record *record, struct json_write *json)
{
    assert(record);
    json_write_format(json, "$ref", "#/components/schemas/%s", record->name);
}

static void write_type(const struct record_field *field, struct json_write *json)
{
    const char *type = kinds[field->kind].type;

    if (field->need != RECORD_NULLABLE) {
        json_write_cstr(json, "type", type);
        return;
    }
    json_write_array(json, "type");
    json_write_cstr(json, NULL, type);
    json_write_cstr(json, NULL, "null");
    json_write_end(json);
}

static void write_choices(const struct record_field *field, struct json_write *json)
{
    json_write_array(json, "enum");
    for (const struct record_choice *choice = field->choices; choice->word; choice++) {
        json_write_cstr(json, NULL, choice->word);
    }
    if (field->need == RECORD_NULLABLE) json_write_null(json, NULL);
    json_write_end(json);
}

static bool is_array(const struct record_field *field)
{
    return strcmp(kinds[field->kind].type ? kinds[field->kind].type : "", "array") == 0;
}

static void write_items(const struct record_field *field, struct json_write *json)
{
    bool is_set = field->kind == RECORD_IS_SET;

    json_write_object(json, "items");
    if (field->kind == RECORD_IS_LIST) {
        write_reference(field->record, json);
    } else {
        json_write_cstr(json, "type", field->kind == RECORD_IS_INTS ? "integer" : "string");
    }
    if (is_set) write_choices(field, json);
    if (field->kind == RECORD_IS_TEXTS) json_write_int(json, "maxLength", NAME_BYTES_MAX);
    json_write_end(json);
    if (is_set) json_write_bool(json, "uniqueItems", true);
    if (!is_set && field->maximum != RECORD_ANY) json_write_int(json, "maxItems", field->maximum);
}

static void write_limits(const struct record_field *field, struct json_write *json)
{
    bool is_number = field->kind == RECORD_IS_INT || field->kind == RECORD_IS_REAL;
    bool is_text = field->kind == RECORD_IS_TEXT || field->kind == RECORD_IS_PROSE ||
                   field->kind == RECORD_IS_SECRET;

    if (field->kind == RECORD_IS_CHOICE) write_choices(field, json);
    if (is_number && (field->minimum || field->maximum)) {
        json_write_int(json, "minimum", field->minimum);
        json_write_int(json, "maximum", field->maximum);
    }
    /* Our limits are bytes, the schema's are characters: at most as many. */
    if (is_text && field->minimum > 0) json_write_int(json, "minLength", 1);
    if (is_text && field->maximum != RECORD_ANY) {
        json_write_int(json, "maxLength", field->maximum);
    }
    if (field->kind == RECORD_IS_SECRET) json_write_bool(json, "writeOnly", true);
}

static void write_record_field(const struct record_field *field, struct json_write *json)
{
    if (field->need != RECORD_NULLABLE) {
        write_reference(field->record, json);
        return;
    }
    json_write_array(json, "anyOf");
    json_write_object(json, NULL);
    write_reference(field->record, json);
    json_write_end(json);
    json_write_object(json, NULL);
    json_write_cstr(json, "type", "null");
    json_write_end(json);
    json_write_end(json);
}

void record_write_field_schema(const struct record_field *field,
                               struct json_write *json,
                               const char *key)
{
    json_write_object(json, key);
    if (field->about) json_write_cstr(json, "description", field->about);
    if (field->kind == RECORD_IS_RECORD) {
        write_record_field(field, json);
    } else {
        write_type(field, json);
        if (kinds[field->kind].format) json_write_cstr(json, "format", kinds[field->kind].format);
        if (kinds[field->kind].pattern) {
            json_write_cstr(json, "pattern", kinds[field->kind].pattern);
        }
        write_limits(field, json);
    }
    if (is_array(field)) write_items(field, json);
    json_write_end(json);
}

static void write_properties(const struct record *record, struct json_write *json)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (field->kind == RECORD_IS_PART) {
            write_properties(field->record, json);
        } else {
            record_write_field_schema(field, json, field->name);
        }
    }
}

static void write_required(const struct record *record, struct json_write *json)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (field->kind == RECORD_IS_PART) {
            if (field->need == RECORD_REQUIRED) write_required(field->record, json);
        } else if (field->need == RECORD_REQUIRED ||
                   (record->told && field->need == RECORD_NULLABLE)) {
            json_write_cstr(json, NULL, field->name);
        }
    }
}

/* As many items as members, each of its member's schema. */
static void write_tuple(const struct record *record, struct json_write *json, const char *key)
{
    json_write_object(json, key);
    json_write_cstr(json, "type", "array");
    json_write_array(json, "prefixItems");
    for (size_t i = 0; i < record->field_count; i++) {
        record_write_field_schema(&record->fields[i], json, NULL);
    }
    json_write_end(json);
    json_write_int(json, "minItems", (int64_t)record->field_count);
    json_write_int(json, "maxItems", (int64_t)record->field_count);
    json_write_end(json);
}

void record_write_schema(const struct record *record, struct json_write *json, const char *key)
{
    if (record->tuple) {
        write_tuple(record, json, key);
        return;
    }
    json_write_object(json, key);
    json_write_cstr(json, "type", "object");
    json_write_object(json, "properties");
    write_properties(record, json);
    json_write_end(json);
    json_write_array(json, "required");
    write_required(record, json);
    json_write_end(json);
    json_write_bool(json, "additionalProperties", record->open);
    json_write_end(json);
}

/* The records still to be written, each name once. */
struct agenda {
    const struct record *records[SCHEMAS_MAX];
    size_t count;
};

static void add_once(struct agenda *agenda, const struct record *record)
{
    for (size_t i = 0; i < agenda->count; i++) {
        if (agenda->records[i] == record) return;
        assert(strcmp(agenda->records[i]->name, record->name) != 0);
    }
    assert(agenda->count < SCHEMAS_MAX);
    agenda->records[agenda->count++] = record;
}

/* What stands inside a record; of a part what stands inside it. */
static void add_inside(struct agenda *agenda, const struct record *record)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (field->kind == RECORD_IS_PART) {
            add_inside(agenda, field->record);
        } else if (field->record) {
            add_once(agenda, field->record);
        }
    }
}

void record_write_schemas(const struct record *const *records,
                          size_t count,
                          struct json_write *json)
{
    struct agenda agenda = {.count = 0};

    for (size_t i = 0; i < count; i++) {
        add_once(&agenda, records[i]);
    }
    for (size_t i = 0; i < agenda.count; i++) {
        add_inside(&agenda, agenda.records[i]);
        record_write_schema(agenda.records[i], json, agenda.records[i]->name);
    }
}
