/* record.h - a record is described once.
 *
 * A table of fields says what a struct looks like from outside: the name of
 * each member, its kind, its limits, whether it must be there and who may see
 * it.  From that table follow reading from JSON (json_read.h) and CSV
 * (record_csv.h), writing to both, binding to SQL (the database room) and the
 * OpenAPI schema.  One line a field:
 *
 *   struct terminal { struct text serial; int kind; int64_t seen_at_ms; };
 *
 *   static const struct record_field terminal_fields[] = {
 *       RECORD_TEXT(struct terminal, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX,
 *                   .about = "The serial number printed on the terminal."),
 *       RECORD_CHOICE(struct terminal, kind, RECORD_REQUIRED, terminal_kinds,
 *                     .about = "What it recognises."),
 *       RECORD_INSTANT(struct terminal, seen_at, RECORD_OPTIONAL,
 *                      .about = "When it was last heard."),
 *   };
 *   const struct record terminal_record = RECORD("Terminal", struct terminal, terminal_fields);
 *
 * What the struct holds, and what stands there for "not given":
 *
 *   kind      C type                JSON                        not given
 *   TEXT      struct text           "..." on one line           at == NULL
 *   PROSE     struct text           "..." with line ends        at == NULL
 *   INT       int or int64_t        1                           field->absent (0)
 *   BOOL      bool                  true                        false
 *   DAY       struct day            "2021-05-17"                {0}
 *   TIME      int, second of day    "07:30" or "07:30:59"       -1
 *   CLOCK     int, second of day    "07:30", written so         -1
 *   INSTANT   int64_t, ms UTC       "2021-05-17T07:46:12+07:00" 0
 *   CHOICE    int                   "word"                      -1
 *   REAL      double                1.5                         NaN
 *   SECRET    struct secret         read only, never written    bytes == 0
 *   RECORD    a struct, inline      {...}                       zeroed
 *   PART      a struct, inline      its members, among ours     zeroed
 *   LIST      struct record_list    [{...}, ...]                items == NULL
 *   TEXTS     struct record_list    ["...", ...] (struct text)  items == NULL
 *   INTS      struct record_list    [1, ...] (int)              items == NULL
 *   SET       unsigned, bits        ["word", ...]               never: [] is a set
 *
 * A text is UTF-8 without control characters (PROSE: with line ends and tabs);
 * each of TEXTS has at most NAME_BYTES_MAX bytes.  PART, INTS and SET
 * are only ever written.
 *
 * Memory    Tables are static.  What is read lives in the caller's arena.
 * Threads   All functions are pure.
 * Errors    RC_INVALID and RC_TOO_LARGE name the field in *why. */
#pragma once

#include "base/arena.h"
#include "base/json_write.h"
#include "base/problem.h"

enum record_kind {
    RECORD_IS_TEXT,
    RECORD_IS_PROSE,
    RECORD_IS_INT,
    RECORD_IS_BOOL,
    RECORD_IS_DAY,
    RECORD_IS_TIME,
    RECORD_IS_CLOCK,
    RECORD_IS_INSTANT,
    RECORD_IS_CHOICE,
    RECORD_IS_REAL,
    RECORD_IS_SECRET,
    RECORD_IS_RECORD,
    RECORD_IS_PART,
    RECORD_IS_LIST,
    RECORD_IS_TEXTS,
    RECORD_IS_INTS,
    RECORD_IS_SET, /* a bit for each value of `choices` */
};

enum record_need {
    RECORD_OPTIONAL, /* may be missing or null; left out when it is not given */
    RECORD_NULLABLE, /* may be missing or null; written as null when not given */
    RECORD_REQUIRED,
};

/* Who may see a field; a reader sees what ranks up to his own. */
enum record_sight {
    RECORD_PUBLIC = -1, /* anybody */
    RECORD_STAFF,       /* people signed in who may see the record; the default */
    RECORD_PRIVATE,     /* the person it is about, and those who need it by law */
};

struct record_choice {
    const char *word; /* NULL ends the table */
    int value;
};

/* Both kinds of lists: `items` points to `count` structs, or struct text. */
struct record_list {
    const void *items;
    size_t count;
};

struct record_field {
    const char *name;  /* in JSON, in CSV headers, as SQL column */
    const char *label; /* Indonesian name, also accepted as CSV header; may be NULL */
    const char *about; /* one English sentence, for OpenAPI */
    enum record_kind kind;
    enum record_need need;
    enum record_sight sight;
    size_t offset; /* in the struct */
    size_t bytes;  /* of the member */
    int64_t minimum;
    int64_t maximum; /* bytes of a text, value of a number, items of a list; both 0: any number */
    int64_t absent;  /* INT: the value that stands for "not given" */
    const struct record_choice *choices;
    const struct record *record; /* RECORD, PART and LIST */
};

struct record {
    const char *name; /* in the OpenAPI document */
    size_t bytes;     /* of the struct */
    const struct record_field *fields;
    size_t field_count;
    bool open;   /* unknown members are passed over: answers of other programs */
    bool told;   /* only ever written: a NULLABLE member is always there */
    bool tuple;  /* written as an array of its members, in their order */
    bool zoned;  /* instants are written in the wall clock of ... */
    size_t zone; /* ... this int of the struct, minutes east; else of the view */
};

enum { RECORD_FIELDS_MAX = 64, RECORD_LIST_MAX = 100 * 1000 };

/* As a maximum: a text or list of what we say ourselves, as long as it is. */
#define RECORD_ANY INT64_MAX

#define RECORD(title, type, table)                                                                \
    {                                                                                             \
        .name = (title), .bytes = sizeof(type), .fields = (table), .field_count = COUNT_OF(table) \
    }

/* What is only ever written; the second one in the zone of its own place. */
#define RECORD_TOLD(title, type, table)                                                            \
    {                                                                                              \
        .name = (title), .bytes = sizeof(type), .fields = (table), .field_count = COUNT_OF(table), \
        .told = true                                                                               \
    }
#define RECORD_ZONED(title, type, table, member)                                                   \
    {                                                                                              \
        .name = (title), .bytes = sizeof(type), .fields = (table), .field_count = COUNT_OF(table), \
        .told = true, .zoned = true, .zone = offsetof(type, member)                                \
    }

#define RECORD_NAMED(word, type, member, field_kind, ...)                       \
    {                                                                           \
        .name = (word), .kind = (field_kind), .offset = offsetof(type, member), \
        .bytes = sizeof(((type *)0)->member), __VA_ARGS__                       \
    }
#define RECORD_FIELD(type, member, field_kind, ...) \
    RECORD_NAMED(#member, type, member, field_kind, __VA_ARGS__)

/* All end with designated members: .about = "...", and if need be .sight and
 * .label.  Where the name differs from the member, RECORD_NAMED says both. */
#define RECORD_TEXT(type, member, needed, least, most, ...)                          \
    RECORD_FIELD(type, member, RECORD_IS_TEXT, .need = (needed), .minimum = (least), \
                 .maximum = (most), __VA_ARGS__)
#define RECORD_PROSE(type, member, needed, least, most, ...)                          \
    RECORD_FIELD(type, member, RECORD_IS_PROSE, .need = (needed), .minimum = (least), \
                 .maximum = (most), __VA_ARGS__)
#define RECORD_INT(type, member, needed, least, most, ...)                          \
    RECORD_FIELD(type, member, RECORD_IS_INT, .need = (needed), .minimum = (least), \
                 .maximum = (most), __VA_ARGS__)
#define RECORD_REAL(type, member, needed, least, most, ...)                          \
    RECORD_FIELD(type, member, RECORD_IS_REAL, .need = (needed), .minimum = (least), \
                 .maximum = (most), __VA_ARGS__)
#define RECORD_BOOL(type, member, needed, ...) \
    RECORD_FIELD(type, member, RECORD_IS_BOOL, .need = (needed), __VA_ARGS__)
#define RECORD_DAY(type, member, needed, ...) \
    RECORD_FIELD(type, member, RECORD_IS_DAY, .need = (needed), __VA_ARGS__)
#define RECORD_CHOICE(type, member, needed, table, ...) \
    RECORD_FIELD(type, member, RECORD_IS_CHOICE, .need = (needed), .choices = (table), __VA_ARGS__)
#define RECORD_SECRET(type, member, needed, least, most, ...)                          \
    RECORD_FIELD(type, member, RECORD_IS_SECRET, .need = (needed), .minimum = (least), \
                 .maximum = (most), __VA_ARGS__)
#define RECORD_RECORD(type, member, needed, of, ...) \
    RECORD_FIELD(type, member, RECORD_IS_RECORD, .need = (needed), .record = (of), __VA_ARGS__)
#define RECORD_PART(type, member, needed, of) \
    RECORD_FIELD(type, member, RECORD_IS_PART, .need = (needed), .record = (of))
#define RECORD_LIST(type, member, needed, of, most, ...)                         \
    RECORD_FIELD(type, member, RECORD_IS_LIST, .need = (needed), .record = (of), \
                 .maximum = (most), __VA_ARGS__)
#define RECORD_TEXTS(type, member, needed, most, ...) \
    RECORD_FIELD(type, member, RECORD_IS_TEXTS, .need = (needed), .maximum = (most), __VA_ARGS__)
#define RECORD_INTS(type, member, needed, most, ...) \
    RECORD_FIELD(type, member, RECORD_IS_INTS, .need = (needed), .maximum = (most), __VA_ARGS__)
#define RECORD_SET(type, member, needed, table, ...) \
    RECORD_FIELD(type, member, RECORD_IS_SET, .need = (needed), .choices = (table), __VA_ARGS__)

/* The member ends in its unit, the name outside does not: seen_at_ms is
 * "seen_at", first_in_second is "first_in". */
#define RECORD_INSTANT(type, stem, needed, ...) \
    RECORD_NAMED(#stem, type, stem##_ms, RECORD_IS_INSTANT, .need = (needed), __VA_ARGS__)
#define RECORD_TIME(type, stem, needed, ...) \
    RECORD_NAMED(#stem, type, stem##_second, RECORD_IS_TIME, .need = (needed), __VA_ARGS__)
#define RECORD_CLOCK(type, stem, needed, ...) \
    RECORD_NAMED(#stem, type, stem##_second, RECORD_IS_CLOCK, .need = (needed), __VA_ARGS__)

/* Assert that a table can be used: names, offsets, limits.  For tests and start. */
void record_check(const struct record *record);

/* Set every field to its "not given". */
void record_clear(const struct record *record, void *object);

/* Read one field from plain text, as a CSV cell or a query parameter gives it
 * (scalar kinds only); the text is copied into the arena.  Empty: not given,
 * which a REQUIRED field refuses.  Words of choices and booleans (true, ya, 1;
 * false, tidak, 0) are accepted in large letters too. */
enum rc record_read_text(const struct record_field *field,
                         struct text text,
                         struct arena *mem,
                         void *object,
                         struct problem *why) NODISCARD;

/* Set a field of a kind that JSON writes as a string: TEXT, PROSE, DAY, TIME,
 * CLOCK, INSTANT, CHOICE, SECRET.  Empty is a text like any other. */
enum rc record_set_text(const struct record_field *field,
                        struct text text,
                        struct arena *mem,
                        void *object,
                        struct problem *why) NODISCARD;

/* Check a value that was read otherwise against the limits of its field. */
enum rc record_check_text(const struct record_field *field,
                          struct text text,
                          struct problem *why) NODISCARD;
enum rc record_check_number(const struct record_field *field,
                            double number,
                            struct problem *why) NODISCARD;

/* The field holds its "not given". */
bool record_is_absent(const struct record_field *field, const void *object);

/* Set one field to its "not given". */
void record_set_absent(const struct record_field *field, void *object);

/* The value of an INT, BOOL, TIME, CLOCK, INSTANT, CHOICE or SET field as a number, and back. */
int64_t record_int(const struct record_field *field, const void *object);
void record_set_int(const struct record_field *field, void *object, int64_t value);

double record_real(const struct record_field *field, const void *object);
void record_set_real(const struct record_field *field, void *object, double value);

/* Where the member is. */
static inline const void *record_member(const struct record_field *field, const void *object)
{
    return (const char *)object + field->offset;
}
static inline void *record_place(const struct record_field *field, void *object)
{
    return (char *)object + field->offset;
}

static inline bool record_is_either(const struct record_field *field,
                                    enum record_kind a,
                                    enum record_kind b)
{
    return field->kind == a || field->kind == b;
}

/* A choice's word for a value, or NULL. */
const char *record_choice_word(const struct record_choice *choices, int value);
bool record_choice_value(const struct record_choice *choices, struct text word, int *out_value);

/* Write one object; instants in the wall clock of the offset, unless the record
 * is of a place of its own. */
struct record_view {
    enum record_sight sight;
    int offset_minutes;
};
void record_write_json(const struct record *record,
                       const void *object,
                       struct record_view view,
                       struct json_write *json,
                       const char *key);

/* Write `count` objects as an array. */
void record_write_items(const struct record *record,
                        struct record_list list,
                        struct record_view view,
                        struct json_write *json,
                        const char *key);

/* The members only, into an object that the caller has open. */
void record_write_members(const struct record *record,
                          const void *object,
                          struct record_view view,
                          struct json_write *json);

/* A scalar field as text, for CSV and tables; "" when not given. */
void record_write_text(const struct record_field *field,
                       const void *object,
                       struct record_view view,
                       struct buf *to);

/* The JSON schema of one field, as a parameter of a query needs it. */
void record_write_field_schema(const struct record_field *field,
                               struct json_write *json,
                               const char *key);

/* The JSON schema of the record (OpenAPI 3.1), its own records by reference. */
void record_write_schema(const struct record *record, struct json_write *json, const char *key);

/* `components.schemas` for these records and all inside them, each once,
 * into an object that the caller has open. */
void record_write_schemas(const struct record *const *records,
                          size_t count,
                          struct json_write *json);
