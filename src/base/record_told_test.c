#include "base/json_read.h"
#include "base/record.h"
#include "base/test.h"

#include <string.h>

/* What is only ever written: sets, parts, tuples, and places with a clock of
 * their own. */
struct minute {
    int at_second;
    int people;
};

struct figures {
    int strength;
    struct text share;
};

struct office {
    struct text name;
    struct figures figures;
    struct figures guests;
    unsigned flags;
    int opens_second;
    int closes_second;
    int64_t seen_at_ms;
    int offset_minutes;
    struct record_list slots;
    struct record_list minutes;
};

static const struct record_choice flags[] = {{"late", 0}, {"offline", 3}, {NULL, 0}};

static const struct record_field minute_fields[] = {
    RECORD_CLOCK(struct minute, at, RECORD_REQUIRED, .about = "The minute."),
    RECORD_INT(struct minute, people, RECORD_REQUIRED, 0, 0, .about = "Who came."),
};
static const struct record minute_record = {.name = "Minute",
                                            .bytes = sizeof(struct minute),
                                            .fields = minute_fields,
                                            .field_count = COUNT_OF(minute_fields),
                                            .tuple = true};

static const struct record_field figures_fields[] = {
    RECORD_INT(struct figures, strength, RECORD_REQUIRED, 0, 0, .about = "People."),
    RECORD_TEXT(struct figures, share, RECORD_REQUIRED, 0, RECORD_ANY, .about = "Percent."),
};
static const struct record figures_record = RECORD_TOLD("Figures", struct figures, figures_fields);

static const struct record_field guests_fields[] = {
    RECORD_NAMED("guests", struct figures, strength, RECORD_IS_INT, .need = RECORD_REQUIRED),
};
static const struct record guests_record = RECORD_TOLD("Guests", struct figures, guests_fields);

static const struct record_field office_fields[] = {
    RECORD_TEXT(struct office, name, RECORD_REQUIRED, 0, RECORD_ANY, .about = "Its name."),
    RECORD_PART(struct office, figures, RECORD_REQUIRED, &figures_record),
    RECORD_PART(struct office, guests, RECORD_OPTIONAL, &guests_record),
    RECORD_SET(struct office, flags, RECORD_REQUIRED, flags, .about = "What is known."),
    RECORD_CLOCK(struct office, opens, RECORD_NULLABLE, .about = "From."),
    RECORD_CLOCK(struct office, closes, RECORD_NULLABLE, .about = "To."),
    RECORD_INSTANT(struct office, seen_at, RECORD_REQUIRED, .about = "Last heard."),
    RECORD_INTS(struct office, slots, RECORD_REQUIRED, 8, .about = "Arrivals."),
    RECORD_LIST(struct office, minutes, RECORD_REQUIRED, &minute_record, 8, .about = "Minutes."),
};
static const struct record office_record =
    RECORD_ZONED("Office", struct office, office_fields, offset_minutes);

static const int slots[] = {4, 0};
static const struct minute minutes[] = {{7 * 3600 + 30 * 60, 12}};

/* A quarter to five in the east; the view is of the west. */
static struct office office(void)
{
    return (struct office){
        .name = TEXT("Dinas"),
        .figures = {12, TEXT("96.61")},
        .flags = 1u << 3,
        .opens_second = 25 * 3600,
        .closes_second = -1,
        .seen_at_ms = INT64_C(1621194346000),
        .offset_minutes = 540,
        .slots = {slots, COUNT_OF(slots)},
        .minutes = {minutes, COUNT_OF(minutes)},
    };
}

static void assert_written(const struct office *told, const char *expected)
{
    CLEANUP(buf_done) struct buf to = {0};
    struct json_write json;

    record_check(&office_record);
    buf_init(&to, 10000);
    json_write_init(&json, &to);
    record_write_json(&office_record, told, (struct record_view){.offset_minutes = 420}, &json,
                      NULL);
    assert_true(json_write_ok(&json));
    assert_string_equal(expected, to.at);
}

static void a_place_is_told_in_its_own_clock_with_its_parts_among_its_members(void **state)
{
    struct office told = office();

    (void)state;
    assert_written(&told, "{\"name\":\"Dinas\",\"strength\":12,\"share\":\"96.61\","
                          "\"flags\":[\"offline\"],\"opens\":\"01:00\",\"closes\":null,"
                          "\"seen_at\":\"2021-05-17T04:45:46+09:00\",\"slots\":[4,0],"
                          "\"minutes\":[[\"07:30\",12]]}");
}

static void a_part_that_is_not_given_is_left_out(void **state)
{
    struct office told = office();

    (void)state;
    told.guests.strength = 3;
    told.minutes.count = 0;
    told.slots.count = 0;
    told.flags = 0;
    assert_written(&told, "{\"name\":\"Dinas\",\"strength\":12,\"share\":\"96.61\",\"guests\":3,"
                          "\"flags\":[],\"opens\":\"01:00\",\"closes\":null,"
                          "\"seen_at\":\"2021-05-17T04:45:46+09:00\",\"slots\":[],"
                          "\"minutes\":[]}");
}

static void the_schema_promises_what_is_always_told(void **state)
{
    static const struct record *const records[] = {&office_record};
    CLEANUP(buf_done) struct buf to = {0};
    struct json_write json;

    (void)state;
    buf_init(&to, 10000);
    json_write_init(&json, &to);
    json_write_object(&json, NULL);
    record_write_schemas(records, COUNT_OF(records), &json);
    json_write_end(&json);
    assert_true(json_write_ok(&json));
    assert_non_null(strstr(to.at, "\"required\":[\"name\",\"strength\",\"share\",\"flags\","
                                  "\"opens\",\"closes\",\"seen_at\",\"slots\",\"minutes\"]"));
    assert_non_null(strstr(to.at, "\"items\":{\"type\":\"string\",\"enum\":[\"late\",\"offline\"]},"
                                  "\"uniqueItems\":true"));
    assert_non_null(strstr(to.at, "\"Minute\":{\"type\":\"array\",\"prefixItems\":[{"));
    assert_non_null(strstr(to.at, "\"minItems\":2,\"maxItems\":2"));
    assert_null(strstr(to.at, "\"Figures\""));
}

static void what_is_only_told_is_never_read(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    static const struct record_field fields[] = {
        RECORD_SET(struct office, flags, RECORD_REQUIRED, flags, .about = "What is known.")};
    static const struct record record = RECORD("Flags", struct office, fields);
    struct office read;
    struct problem why = {0};

    (void)state;
    assert_rc(RC_INVALID, json_read(&record, TEXT("{\"flags\":[\"late\"]}"), mem, &read, &why));
    assert_string_equal(why.field, "flags");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_is_told_in_its_own_clock_with_its_parts_among_its_members),
        cmocka_unit_test(a_part_that_is_not_given_is_left_out),
        cmocka_unit_test(the_schema_promises_what_is_always_told),
        cmocka_unit_test(what_is_only_told_is_never_read),
    };

    return cmocka_run_group_tests_name("record_told", tests, NULL, NULL);
}
