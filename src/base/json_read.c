#include "base/json_read.h"

#include "base/limits.h"

#include <jansson.h>

#include <stdio.h>
#include <string.h>

static void free_tree(json_t **tree)
{
    json_decref(*tree);
    *tree = NULL;
}

/* Where a value is, as "lines[3].number"; a path that does not fit is cut. */
struct path {
    char at[PROBLEM_FIELD_BYTES];
};

static struct path path_of_member(const struct path *parent, const char *name)
{
    struct path path;
    const char *dot = parent->at[0] ? "." : "";
    int length = snprintf(path.at, sizeof path.at, "%s%s%s", parent->at, dot, name);

    assert(length >= 0);
    return path;
}

static struct path path_of_item(const struct path *parent, size_t index)
{
    struct path path;
    int length = snprintf(path.at, sizeof path.at, "%s[%zu]", parent->at, index);

    assert(length >= 0);
    return path;
}

/* A refusal names the whole path, not only the last member of it. */
static enum rc located(enum rc rc, const struct path *path, struct problem *why)
{
    if (rc != RC_OK && why) memcpy(why->field, path->at, sizeof why->field);
    return rc;
}

static enum rc wrong_kind(const struct record_field *field,
                          const struct path *path,
                          struct problem *why)
{
    static const char *const names[] = {
        [RECORD_IS_TEXT] = "a text",        [RECORD_IS_PROSE] = "a text",
        [RECORD_IS_INT] = "a whole number", [RECORD_IS_BOOL] = "true or false",
        [RECORD_IS_DAY] = "a text",         [RECORD_IS_TIME] = "a text",
        [RECORD_IS_INSTANT] = "a text",     [RECORD_IS_CHOICE] = "a text",
        [RECORD_IS_REAL] = "a number",      [RECORD_IS_SECRET] = "a text",
        [RECORD_IS_RECORD] = "an object",   [RECORD_IS_LIST] = "an array",
        [RECORD_IS_TEXTS] = "an array",     [RECORD_IS_CLOCK] = "a text",
        [RECORD_IS_INTS] = "written only",  [RECORD_IS_SET] = "written only",
        [RECORD_IS_PART] = "written only",
    };

    return problem_at(why, RC_INVALID, path->at, "%s is not %s", path->at, names[field->kind]);
}

static enum rc read_number(const struct record_field *field,
                           const json_t *value,
                           void *object,
                           struct problem *why)
{
    if (field->kind == RECORD_IS_BOOL) {
        record_set_int(field, object, json_is_true(value));
        return RC_OK;
    }
    TRY(record_check_number(field, json_number_value(value), why));
    if (field->kind == RECORD_IS_INT) {
        record_set_int(field, object, json_integer_value(value));
    } else {
        record_set_real(field, object, json_number_value(value));
    }
    return RC_OK;
}

static struct text string_of(const json_t *value)
{
    return (struct text){json_string_value(value), json_string_length(value)};
}

static enum rc check_item_count(const struct record_field *field,
                                const json_t *value,
                                const struct path *path,
                                struct problem *why)
{
    if ((int64_t)json_array_size(value) <= field->maximum) return RC_OK;
    return problem_at(why, RC_INVALID, path->at, "%s has more than %lld items", path->at,
                      (long long)field->maximum);
}

static enum rc read_texts(const struct record_field *field,
                          const json_t *value,
                          const struct path *path,
                          struct arena *mem,
                          struct record_list *out_list,
                          struct problem *why)
{
    static const struct record_field item = {
        .name = "item", .kind = RECORD_IS_TEXT, .maximum = NAME_BYTES_MAX};
    size_t count = json_array_size(value);
    struct text *texts = arena_array(mem, struct text, count);

    TRY(check_item_count(field, value, path, why));
    for (size_t i = 0; i < count; i++) {
        const json_t *element = json_array_get(value, i);
        struct path at = path_of_item(path, i);

        if (!json_is_string(element)) {
            return problem_at(why, RC_INVALID, at.at, "%s is not a text", at.at);
        }
        TRY(located(record_set_text(&item, string_of(element), mem, &texts[i], why), &at, why));
    }
    *out_list = (struct record_list){texts, count};
    return RC_OK;
}

static bool kind_fits(const struct record_field *field, const json_t *value)
{
    switch (field->kind) {
    case RECORD_IS_INT:
        return json_is_integer(value);
    case RECORD_IS_BOOL:
        return json_is_boolean(value);
    case RECORD_IS_REAL:
        return json_is_number(value);
    case RECORD_IS_RECORD:
        return json_is_object(value);
    case RECORD_IS_LIST:
    case RECORD_IS_TEXTS:
        return json_is_array(value);
    case RECORD_IS_TEXT:
    case RECORD_IS_PROSE:
    case RECORD_IS_DAY:
    case RECORD_IS_TIME:
    case RECORD_IS_CLOCK:
    case RECORD_IS_INSTANT:
    case RECORD_IS_CHOICE:
    case RECORD_IS_SECRET:
        return json_is_string(value);
    case RECORD_IS_INTS:
    case RECORD_IS_PART:
    case RECORD_IS_SET:
        break;
    }
    return false;
}

/* What travels down through nested records. */
struct reading {
    struct arena *mem;
    struct problem *why;
};

static enum rc read_object(const struct reading *reading,
                           const struct record *record,
                           const json_t *object,
                           const struct path *path,
                           void *to);

static enum rc read_list(const struct reading *reading,
                         const struct record *record,
                         const json_t *array,
                         const struct path *path,
                         struct record_list *out_list)
{
    size_t count = json_array_size(array);
    char *items = arena_alloc_many(reading->mem, count, record->bytes);

    for (size_t i = 0; i < count; i++) {
        const json_t *element = json_array_get(array, i);
        struct path at = path_of_item(path, i);

        if (!json_is_object(element)) {
            return problem_at(reading->why, RC_INVALID, at.at, "%s is not an object", at.at);
        }
        TRY(read_object(reading, record, element, &at, items + i * record->bytes));
    }
    *out_list = (struct record_list){items, count};
    return RC_OK;
}

/* Nested records follow the tables, whose depth record_check bounds. */
static enum rc read_value(const struct reading *reading,
                          const struct record_field *field,
                          const json_t *value,
                          const struct path *path,
                          void *object)
{
    void *place = record_place(field, object);
    struct problem *why = reading->why;

    if (!kind_fits(field, value)) return wrong_kind(field, path, why);
    switch (field->kind) {
    case RECORD_IS_INT:
    case RECORD_IS_BOOL:
    case RECORD_IS_REAL:
        return located(read_number(field, value, object, why), path, why);
    case RECORD_IS_RECORD:
        return read_object(reading, field->record, value, path, place);
    case RECORD_IS_LIST:
        TRY(check_item_count(field, value, path, why));
        return read_list(reading, field->record, value, path, place);
    case RECORD_IS_TEXTS:
        return read_texts(field, value, path, reading->mem, place, why);
    case RECORD_IS_TEXT:
    case RECORD_IS_PROSE:
    case RECORD_IS_DAY:
    case RECORD_IS_TIME:
    case RECORD_IS_CLOCK:
    case RECORD_IS_INSTANT:
    case RECORD_IS_CHOICE:
    case RECORD_IS_SECRET:
    case RECORD_IS_PART:
    case RECORD_IS_INTS:
    case RECORD_IS_SET:
        break;
    }
    return located(record_set_text(field, string_of(value), reading->mem, object, why), path, why);
}

static bool knows(const struct record *record, const char *name)
{
    for (size_t i = 0; i < record->field_count; i++) {
        if (strcmp(record->fields[i].name, name) == 0) return true;
    }
    return false;
}

static enum rc refuse_unknown(const struct record *record,
                              const json_t *object,
                              const struct path *path,
                              struct problem *why)
{
    /* The iterator asks for a tree it may change; nothing is changed. */
    union {
        const json_t *constant;
        json_t *tree;
    } same = {object};
    const char *name;
    json_t *value;

    if (record->open) return RC_OK;
    json_object_foreach(same.tree, name, value)
    {
        struct path at = path_of_member(path, name);

        if (knows(record, name)) continue;
        return problem_at(why, RC_INVALID, at.at, "%s is not known here", at.at);
    }
    return RC_OK;
}

static enum rc read_object(const struct reading *reading,
                           const struct record *record,
                           const json_t *object,
                           const struct path *path,
                           void *to)
{
    TRY(refuse_unknown(record, object, path, reading->why));
    record_clear(record, to);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];
        const json_t *value = json_object_get(object, field->name);
        struct path at = path_of_member(path, field->name);

        if (value && !json_is_null(value)) {
            TRY(read_value(reading, field, value, &at, to));
        } else if (field->need == RECORD_REQUIRED) {
            return problem_at(reading->why, RC_INVALID, at.at, "%s is missing", at.at);
        }
    }
    return RC_OK;
}

/* Take the next byte outside strings; a whole string counts as one. */
static char next_mark(struct text *rest)
{
    char byte = rest->at[0];
    size_t bytes = 1;

    if (byte == '"') {
        while (bytes < rest->bytes && rest->at[bytes] != '"') {
            bytes += rest->at[bytes] == '\\' ? 2 : 1;
        }
        bytes = bytes < rest->bytes ? bytes + 1 : rest->bytes;
    }
    *rest = (struct text){rest->at + bytes, rest->bytes - bytes};
    return byte;
}

/* Depth and number of values, before the parser allocates for them. */
static enum rc check_shape(struct text body, struct problem *why)
{
    size_t depth = 0, values = 1;

    if (body.bytes > REQUEST_BODY_BYTES_MAX) {
        return problem_set(why, RC_TOO_LARGE, "the JSON text has more than %d bytes",
                           REQUEST_BODY_BYTES_MAX);
    }
    while (body.bytes) {
        char byte = next_mark(&body);
        bool opens = byte == '{' || byte == '[';

        depth += opens;
        depth -= (byte == '}' || byte == ']') && depth;
        values += opens || byte == ',';
        if (depth > JSON_DEPTH_MAX || values > JSON_VALUES_MAX) {
            return problem_set(why, RC_TOO_LARGE,
                               "the JSON text is too deep or has too many values");
        }
    }
    return RC_OK;
}

static enum rc parse(struct text body, json_t **out_tree, struct problem *why)
{
    json_error_t error;
    json_t *tree;

    TRY(check_shape(body, why));
    tree = json_loadb(body.at ? body.at : "", body.bytes, JSON_REJECT_DUPLICATES, &error);
    if (!tree) {
        return problem_set(why, RC_INVALID, "the JSON text cannot be read: line %d, column %d: %s",
                           error.line, error.column, error.text);
    }
    *out_tree = tree;
    return RC_OK;
}

enum rc json_read(const struct record *record,
                  struct text body,
                  struct arena *mem,
                  void *out_object,
                  struct problem *why)
{
    CLEANUP(free_tree) json_t *tree = NULL;
    const struct path root = {""};
    const struct reading reading = {mem, why};
    void *object = arena_alloc(mem, record->bytes);

    TRY(parse(body, &tree, why));
    if (!json_is_object(tree)) {
        return problem_set(why, RC_INVALID, "the JSON text is not an object");
    }
    TRY(read_object(&reading, record, tree, &root, object));
    memcpy(out_object, object, record->bytes);
    return RC_OK;
}

enum rc json_read_list(const struct record *record,
                       struct text body,
                       struct arena *mem,
                       struct record_list *out_list,
                       struct problem *why)
{
    CLEANUP(free_tree) json_t *tree = NULL;
    const struct path root = {""};
    const struct reading reading = {mem, why};

    TRY(parse(body, &tree, why));
    if (!json_is_array(tree)) return problem_set(why, RC_INVALID, "the JSON text is not an array");
    return read_list(&reading, record, tree, &root, out_list);
}
