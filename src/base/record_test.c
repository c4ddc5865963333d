#include "base/record.h"

#include "base/json_read.h"
#include "base/limits.h"
#include "base/record_csv.h"
#include "base/secret.h"
#include "base/test.h"

#include <math.h>
#include <string.h>

/* One member of each kind. */
struct place {
    double latitude;
    double longitude;
};

struct mark {
    struct text pin;
    int64_t at_ms;
};

struct worker {
    struct text number;
    struct text name;
    struct text note;
    int kind;
    struct day born;
    int due_second;
    int64_t seen_at_ms;
    bool active;
    int grade;
    int64_t steps;
    struct secret password;
    struct place place;
    struct record_list marks;
    struct record_list flags;
};

static const struct record_choice kinds[] = {{"PNS", 1}, {"PPPK", 2}, {"kontrak", 3}, {NULL, 0}};

static const struct record_field place_fields[] = {
    RECORD_REAL(struct place, latitude, RECORD_REQUIRED, -90, 90, .about = "Degrees north."),
    RECORD_REAL(struct place, longitude, RECORD_REQUIRED, -180, 180, .about = "Degrees east."),
};
static const struct record place_record = RECORD("Place", struct place, place_fields);

static const struct record_field mark_fields[] = {
    RECORD_TEXT(struct mark, pin, RECORD_REQUIRED, 1, PIN_BYTES_MAX, .about = "The PIN."),
    RECORD_INSTANT(struct mark, at, RECORD_OPTIONAL, .about = "When."),
};
static const struct record mark_record = RECORD("Mark", struct mark, mark_fields);

static const struct record_field worker_fields[] = {
    RECORD_TEXT(struct worker,
                number,
                RECORD_REQUIRED,
                1,
                18,
                .about = "The personnel number.",
                .label = "NIP",
                .sight = RECORD_PUBLIC),
    RECORD_TEXT(struct worker, name, RECORD_REQUIRED, 1, 50, .about = "The name.", .label = "Nama"),
    RECORD_PROSE(struct worker,
                 note,
                 RECORD_OPTIONAL,
                 0,
                 200,
                 .about = "A note.",
                 .sight = RECORD_PRIVATE),
    RECORD_CHOICE(struct worker, kind, RECORD_REQUIRED, kinds, .about = "The kind of contract."),
    RECORD_DAY(struct worker, born, RECORD_NULLABLE, .about = "The day of birth."),
    RECORD_TIME(struct worker, due, RECORD_OPTIONAL, .about = "When work begins."),
    RECORD_INSTANT(struct worker, seen_at, RECORD_OPTIONAL, .about = "When last seen."),
    RECORD_BOOL(struct worker, active, RECORD_OPTIONAL, .about = "Works here."),
    RECORD_INT(struct worker, grade, RECORD_OPTIONAL, 1, 17, .about = "The grade.", .absent = -1),
    RECORD_INT(struct worker, steps, RECORD_OPTIONAL, 0, 0, .about = "A count."),
    RECORD_SECRET(struct worker, password, RECORD_OPTIONAL, 10, 200, .about = "The password."),
    RECORD_RECORD(struct worker, place, RECORD_OPTIONAL, &place_record, .about = "Where."),
    RECORD_LIST(struct worker, marks, RECORD_OPTIONAL, &mark_record, 3, .about = "Marks."),
    RECORD_TEXTS(struct worker, flags, RECORD_OPTIONAL, 3, .about = "Flags."),
};
static const struct record worker_record = RECORD("Worker", struct worker, worker_fields);

static const char full[] =
    "{\"number\":\"198001012005011001\",\"name\":\"Siti Aminah\",\"note\":\"a\\nb\","
    "\"kind\":\"PPPK\",\"born\":\"1980-01-01\",\"due\":\"07:30:00\","
    "\"seen_at\":\"2021-05-17T07:44:08+07:00\",\"active\":true,\"grade\":9,\"steps\":-5,"
    "\"place\":{\"latitude\":-1.61,\"longitude\":103.61},"
    "\"marks\":[{\"pin\":\"17\"},{\"pin\":\"18\"}],\"flags\":[\"offline\",\"\"]}";

static struct text written(struct arena *mem, const struct worker *worker, enum record_sight sight)
{
    CLEANUP(buf_done) struct buf to = {0};
    struct json_write json;

    buf_init(&to, 10000);
    json_write_init(&json, &to);
    record_write_json(&worker_record, worker, (struct record_view){sight, 420}, &json, NULL);
    assert_true(json_write_ok(&json));
    return arena_text(mem, buf_text(&to));
}

static void what_is_read_is_written_again(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct problem why = {0};
    struct worker worker;

    (void)state;
    record_check(&worker_record);
    assert_rc(RC_OK, json_read(&worker_record, text_of(full), mem, &worker, &why));
    assert_int_equal(worker.kind, 2);
    assert_int_equal(worker.due_second, 27000);
    assert_int_equal(worker.seen_at_ms, 1621212248000);
    assert_int_equal(worker.marks.count, 2);
    assert_string_equal(written(mem, &worker, RECORD_PRIVATE).at, full);
}

static void each_reader_sees_what_is_his_to_see(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct problem why = {0};
    struct worker worker;

    (void)state;
    assert_rc(RC_OK, json_read(&worker_record,
                               TEXT("{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\","
                                    "\"note\":\"ill\",\"password\":\"0123456789\"}"),
                               mem, &worker, &why));
    assert_text("0123456789", secret_reveal(&worker.password));
    assert_text("{\"number\":\"1\"}", written(mem, &worker, RECORD_PUBLIC));
    assert_text("{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"born\":null,"
                "\"active\":false,\"steps\":0}",
                written(mem, &worker, RECORD_STAFF));
    assert_text("{\"number\":\"1\",\"name\":\"S\",\"note\":\"ill\",\"kind\":\"PNS\",\"born\":null,"
                "\"active\":false,\"steps\":0}",
                written(mem, &worker, RECORD_PRIVATE));
}

static void what_does_not_belong_is_refused_by_name(void **state)
{
    static const struct {
        const char *body;
        const char *field;
    } cases[] = {
        {"{\"name\":\"S\",\"kind\":\"PNS\"}", "number"},
        {"{\"number\":null,\"name\":\"S\",\"kind\":\"PNS\"}", "number"},
        {"{\"number\":5,\"name\":\"S\",\"kind\":\"PNS\"}", "number"},
        {"{\"number\":\"1234567890123456789\",\"name\":\"S\",\"kind\":\"PNS\"}", "number"},
        {"{\"number\":\"1\",\"name\":\"\",\"kind\":\"PNS\"}", "name"},
        {"{\"number\":\"1\",\"name\":\"a\\nb\",\"kind\":\"PNS\"}", "name"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"pns\"}", "kind"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"age\":1}", "age"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"born\":\"1980-02-30\"}", "born"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"due\":\"25:00\"}", "due"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"seen_at\":\"now\"}", "seen_at"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"active\":1}", "active"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"grade\":18}", "grade"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"grade\":3000000000}", "grade"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"grade\":1.5}", "grade"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"password\":\"short\"}", "password"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"place\":{\"latitude\":1}}",
         "place.longitude"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"place\":[]}", "place"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"marks\":[{\"pin\":\"1\"},{\"pin\":2}]}",
         "marks[1].pin"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"marks\":[{\"pin\":\"1\"},{\"pin\":\"1\"},"
         "{\"pin\":\"1\"},{\"pin\":\"1\"}]}",
         "marks"},
        {"{\"number\":\"1\",\"name\":\"S\",\"kind\":\"PNS\",\"flags\":[\"a\",7]}", "flags[1]"},
        {"{\"number\":\"1\",\"number\":\"2\",\"name\":\"S\",\"kind\":\"PNS\"}", ""},
        {"[]", ""},
        {"{", ""},
        {"", ""},
        {"{\"number\":\"\\u0000\",\"name\":\"S\",\"kind\":\"PNS\"}", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        CLEANUP(arena_free) struct arena *mem = arena_new();
        struct problem why = {0};
        struct worker worker = {.grade = 77};

        assert_rc(RC_INVALID,
                  json_read(&worker_record, text_of(cases[i].body), mem, &worker, &why));
        assert_string_equal(why.field, cases[i].field);
        assert_true(why.text[0] != '\0');
        assert_int_equal(worker.grade, 77);
    }
}

static void a_text_too_deep_or_too_rich_is_refused_before_it_is_parsed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf body = {0};
    struct record_list list;
    struct problem why = {0};

    (void)state;
    buf_init(&body, 4 * 1024 * 1024);
    for (int i = 0; i <= JSON_DEPTH_MAX; i++) {
        buf_add_char(&body, '[');
    }
    assert_rc(RC_TOO_LARGE, json_read_list(&mark_record, buf_text(&body), mem, &list, &why));
    buf_clear(&body);
    buf_add_char(&body, '[');
    for (int i = 0; i <= JSON_VALUES_MAX; i++) {
        buf_add(&body, TEXT("1,"));
    }
    assert_rc(RC_TOO_LARGE, json_read_list(&mark_record, buf_text(&body), mem, &list, &why));
    buf_clear(&body);
    while (body.bytes <= REQUEST_BODY_BYTES_MAX) {
        buf_add(&body, TEXT("                                "));
    }
    assert_rc(RC_TOO_LARGE, json_read_list(&mark_record, buf_text(&body), mem, &list, &why));
}

static void a_list_is_read_as_one(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct record_list list;
    struct problem why = {0};
    const struct mark *marks;

    (void)state;
    assert_rc(RC_OK, json_read_list(&mark_record, TEXT("[{\"pin\":\"a\"},{\"pin\":\"b\"}]"), mem,
                                    &list, &why));
    marks = list.items;
    assert_int_equal(list.count, 2);
    assert_text("b", marks[1].pin);
    assert_rc(RC_INVALID,
              json_read_list(&mark_record, TEXT("[{\"pin\":\"a\"},7]"), mem, &list, &why));
    assert_string_equal(why.field, "[1]");
}

static void another_programs_answer_may_say_more(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct record open_record = mark_record;
    struct problem why = {0};
    struct mark mark;

    (void)state;
    open_record.open = true;
    assert_rc(RC_OK,
              json_read(&open_record, TEXT("{\"x\":{\"y\":[1]},\"pin\":\"7\"}"), mem, &mark, &why));
    assert_text("7", mark.pin);
}

static void a_spreadsheet_row_becomes_the_same_record(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(csv_close)
    struct csv *csv = csv_open_text(TEXT("NIP;Nama;kind;born;active;grade;due\r\n"
                                         "1980;Siti;pppk;1980-01-01;Ya;9;07:30\r\n"
                                         "1981;;PNS;;;;\r\n"));
    struct record_columns columns;
    struct problem why = {0};
    struct worker worker;
    struct csv_row row;

    (void)state;
    assert_true(csv_next(csv, &row));
    assert_rc(RC_OK,
              record_columns_match(&worker_record, &row, RECORD_REFUSE_UNKNOWN, &columns, &why));
    assert_true(csv_next(csv, &row));
    assert_rc(RC_OK, record_read_row(&columns, &row, mem, &worker, &why));
    assert_text("{\"number\":\"1980\",\"name\":\"Siti\",\"kind\":\"PPPK\",\"born\":\"1980-01-01\","
                "\"due\":\"07:30:00\",\"active\":true,\"grade\":9,\"steps\":0}",
                written(mem, &worker, RECORD_STAFF));
    assert_true(csv_next(csv, &row));
    assert_rc(RC_INVALID, record_read_row(&columns, &row, mem, &worker, &why));
    assert_string_equal(why.text, "line 3, column name: name is not given");
    assert_string_equal(why.field, "name");
}

static void columns_that_do_not_fit_are_reported(void **state)
{
    static const struct {
        const char *header;
        const char *reason;
    } cases[] = {
        {"NIP,Nama", "the column kind is missing"},
        {"nomor", "the column nomor is not known here"},
        {"NIP,Nama,kind,colour", "the column colour is not known here"},
        {"NIP,Nama,kind,number", "the column number is there twice"},
        {"NIP,Nama,kind,password", "the column password is not known here"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        CLEANUP(csv_close) struct csv *csv = csv_open_text(text_of(cases[i].header));
        struct record_columns columns;
        struct problem why = {0};
        struct csv_row row;

        assert_true(csv_next(csv, &row));
        assert_rc(RC_INVALID, record_columns_match(&worker_record, &row, RECORD_REFUSE_UNKNOWN,
                                                   &columns, &why));
        assert_string_equal(why.text, cases[i].reason);
    }
}

static void an_export_cannot_smuggle_a_formula(void **state)
{
    CLEANUP(buf_done) struct buf to = {0};
    struct csv_write csv;
    struct worker worker;

    (void)state;
    buf_init(&to, 1000);
    csv_write_init(&csv, &to);
    record_clear(&worker_record, &worker);
    worker.number = TEXT("7");
    worker.name = TEXT("=cmd|' /C calc'!A0");
    worker.kind = 1;
    worker.steps = -5;
    record_write_header(&worker_record, RECORD_STAFF, &csv);
    record_write_row(&worker_record, &worker, (struct record_view){RECORD_STAFF, 420}, &csv);
    assert_text("number,name,kind,born,due,seen_at,active,grade,steps\r\n"
                "7,'=cmd|' /C calc'!A0,PNS,,,,false,,-5\r\n",
                buf_text(&to));
}

static void the_schema_says_what_the_table_says(void **state)
{
    static const struct record *const records[] = {&worker_record, &mark_record};
    CLEANUP(buf_done) struct buf to = {0};
    struct json_write json;

    (void)state;
    buf_init(&to, 10000);
    json_write_init(&json, &to);
    json_write_object(&json, NULL);
    record_write_schemas(records, COUNT_OF(records), &json);
    json_write_end(&json);
    assert_true(json_write_ok(&json));
    assert_non_null(strstr(to.at, "\"Place\":{\"type\":\"object\",\"properties\":{\"latitude\":"
                                  "{\"description\":\"Degrees north.\",\"type\":\"number\","
                                  "\"minimum\":-90,\"maximum\":90}"));
    assert_non_null(strstr(to.at, "\"kind\":{\"description\":\"The kind of contract.\",\"type\":"
                                  "\"string\",\"enum\":[\"PNS\",\"PPPK\",\"kontrak\"]}"));
    assert_non_null(strstr(to.at, "\"born\":{\"description\":\"The day of birth.\",\"type\":"
                                  "[\"string\",\"null\"],\"format\":\"date\"}"));
    assert_non_null(strstr(to.at, "\"items\":{\"$ref\":\"#/components/schemas/Mark\"}"));
    assert_non_null(strstr(to.at, "\"required\":[\"number\",\"name\",\"kind\"],"
                                  "\"additionalProperties\":false"));
    assert_null(strstr(strstr(to.at, "\"Mark\":{\"type\"") + 1, "\"Mark\":{\"type\""));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_read_is_written_again),
        cmocka_unit_test(each_reader_sees_what_is_his_to_see),
        cmocka_unit_test(what_does_not_belong_is_refused_by_name),
        cmocka_unit_test(a_text_too_deep_or_too_rich_is_refused_before_it_is_parsed),
        cmocka_unit_test(a_list_is_read_as_one),
        cmocka_unit_test(another_programs_answer_may_say_more),
        cmocka_unit_test(a_spreadsheet_row_becomes_the_same_record),
        cmocka_unit_test(columns_that_do_not_fit_are_reported),
        cmocka_unit_test(an_export_cannot_smuggle_a_formula),
        cmocka_unit_test(the_schema_says_what_the_table_says),
    };

    return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
