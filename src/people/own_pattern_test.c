#include "people/own_pattern.h"

#include "people/fixture_test.h"

#include <string.h>

static const char shipped_patterns[] =
    "code,layer,valid_from,valid_to,duty,hours,before_minutes,after_minutes,tolerance_minutes,"
    "closing,in_until,pairing,rest,week_minutes,name,decree,note\n"
    "5-hari,base,1996-01-01,,calendar,5,90,240,0,window,middle,first-last,deducted,,Lima,Keppres,\n"
    "5-hari,ramadan,2026-02-19,2026-03-20,calendar,5,90,240,0,window,middle,first-last,deducted,,"
    "Ramadan,SE,";
static const char shipped_hours[] = "hours,slot,start,end,rest_from,rest_to\n"
                                    "5,mon,07:30,16:00,12:00,13:00\n";

#define FILE_OF(code, from, more)                                                    \
    "{\"code\":\"" code "\",\"valid_from\":\"" from "\",\"name\":\"Jam kecamatan\"," \
    "\"decree\":\"Perbup 12/2026\"" more                                             \
    ",\"hours\":[{\"slot\":\"mon\",\"start\":\"08:00\",\"end\":\"16:00\"}]}"

static void load(const struct fixture *f, struct arena *mem, struct pattern_set *out_set)
{
    assert_rc(RC_OK, own_pattern_load(f->reader, 1, INT64_MAX, text_of(shipped_patterns),
                                      text_of(shipped_hours), mem, out_set));
}

static enum rc add(struct fixture *f, const char *json, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct own_pattern_change change = {.known = NULL};
    struct pattern_set known;

    load(f, mem, &known);
    change.known = &known;
    TRY(own_pattern_parse(text_of(json), mem, &change.pattern, why));
    return ledger_perform(f->ledger, &own_pattern_command, &change, why);
}

static struct day on(int year, int month, int day)
{
    return (struct day){(int16_t)year, (int8_t)month, (int8_t)day};
}

static void an_own_pattern_stands_beside_the_shipped_ones(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct problem why = {0};
    struct pattern_set set;
    const struct pattern *pattern;

    assert_rc(RC_OK, add(f, FILE_OF("camat", "2026-07-01", ",\"tolerance_minutes\":15"), &why));
    load(f, mem, &set);
    assert_int_equal(set.count, 3);
    pattern = pattern_in_force(&set, TEXT("camat"), on(2026, 7, 6));
    assert_non_null(pattern);
    assert_true(pattern->own);
    assert_text("Perbup 12/2026", pattern->decree);
    assert_int_equal(pattern->tolerance_minutes, 15);
    assert_int_equal(pattern->before_minutes, 90);
    assert_int_equal(pattern->week[MONDAY].start_minute, 480);
    assert_false(pattern->week[TUESDAY].works);
    assert_null(pattern_in_force(&set, TEXT("camat"), on(2026, 6, 30)));
}

static void an_own_row_holds_in_the_place_of_a_shipped_one_from_its_day(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct problem why = {0};
    struct pattern_set set;

    assert_rc(RC_OK, add(f, FILE_OF("5-hari", "2026-01-01", ",\"valid_to\":\"2026-12-31\""), &why));
    load(f, mem, &set);
    assert_text("Keppres", pattern_in_force(&set, TEXT("5-hari"), on(2025, 12, 31))->decree);
    assert_text("Perbup 12/2026", pattern_in_force(&set, TEXT("5-hari"), on(2026, 1, 1))->decree);
    assert_text("SE", pattern_in_force(&set, TEXT("5-hari"), on(2026, 3, 1))->decree);
    assert_text("Keppres", pattern_in_force(&set, TEXT("5-hari"), on(2027, 1, 1))->decree);
}

static void what_cannot_be_is_refused_by_field_and_with_a_way_out(void **state)
{
    static const struct {
        const char *json;
        const char *field;
        const char *text; /* its beginning */
    } table[] = {
        {FILE_OF("5-hari", "1996-01-01", ""), "valid_from", "the program brings 5-hari from"},
        {FILE_OF("x", "2026-07-01", ",\"valid_to\":\"2026-06-30\""), "valid_to",
         "x ends before it begins"},
        {FILE_OF("x", "2026-07-01", ",\"week_minutes\":2250"), "week_minutes",
         "the week of x has 480 minutes, not 2250"},
        {FILE_OF("x", "2026-07-01", ",\"duty\":\"sometimes\""), "duty",
         "duty must be calendar or roster"},
        {FILE_OF("x", "2026-07-01", ",\"colour\":1"), "colour", "colour"},
        {"{\"code\":\"x\",\"valid_from\":\"2026-07-01\",\"name\":\"X\",\"decree\":\"D\",\"hours\":["
         "{\"slot\":\"mon\",\"start\":\"16:00\",\"end\":\"08:00\"}]}",
         "slot", "hours.csv: the times of own 0/mon contradict each other: the end comes after"},
        {"{\"code\":\"x\",\"valid_from\":\"2026-07-01\",\"name\":\"X\",\"decree\":\"D\",\"hours\":["
         "{\"slot\":\"mon\",\"start\":\"08:00\",\"end\":\"16:00\"},"
         "{\"slot\":\"tue\",\"start\":\"8 o'clock\",\"end\":\"16:00\"}]}",
         "hours", "hours[1]: start must be a time such as 07:30"},
        {"{\"code\":\"x\",\"valid_from\":\"2026-07-01\",\"name\":\"X\",\"decree\":\"D\",\"hours\":["
         "{\"slot\":\"mon,tue\",\"start\":\"08:00\",\"end\":\"16:00\"}]}",
         "hours", "\"mon,tue\" is no slot and no time"},
        {"{\"code\":\"x\",\"valid_from\":\"2026-07-01\",\"name\":\"X\",\"hours\":[]}", "decree",
         "decree"},
    };

    for (size_t i = 0; i < COUNT_OF(table); i++) {
        struct problem why = {0};

        assert_int_not_equal(RC_OK, add(*state, table[i].json, &why));
        assert_string_equal(why.field, table[i].field);
        assert_memory_equal(why.text, table[i].text, strlen(table[i].text));
    }
    assert_int_equal(fixture_count(*state, "SELECT count(*) FROM pattern"), 0);
}

static void rows_of_one_code_do_not_reach_into_each_other(void **state)
{
    struct fixture *f = *state;
    struct problem why = {0};

    assert_rc(RC_OK, add(f, FILE_OF("x", "2026-01-01", ",\"valid_to\":\"2026-06-30\""), &why));
    assert_rc(RC_CONFLICT, add(f, FILE_OF("x", "2026-06-01", ""), &why));
    assert_string_equal(why.field, "valid_from");
    assert_rc(RC_OK, add(f, FILE_OF("x", "2026-07-01", ""), &why));
    assert_rc(RC_OK, add(f, FILE_OF("x", "2027-01-01", ""), &why)); /* ends the open one */
    assert_rc(RC_CONFLICT, add(f, FILE_OF("x", "2025-01-01", ""), &why));
    assert_string_equal(why.text,
                        "a row begins on 2026-01-01 (Perbup 12/2026): end this one on 2025-12-31 "
                        "at the latest");
    assert_rc(RC_OK, add(f, FILE_OF("x", "2025-01-01", ",\"layer\":\"ramadan\""), &why));
}

static void a_row_is_corrected_and_withdrawn(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct own_pattern_change change = {.pattern = {.code = TEXT("x"),
                                                    .layer = TEXT("base"),
                                                    .valid_from = {2026, 1, 1},
                                                    .withdrawn = true}};
    struct problem why = {0};
    struct pattern_set set;

    assert_rc(RC_OK, add(f, FILE_OF("x", "2026-01-01", ""), &why));
    assert_rc(RC_OK, add(f, FILE_OF("x", "2026-01-01", ",\"tolerance_minutes\":5"), &why));
    load(f, mem, &set);
    assert_int_equal(set.count, 3);
    assert_int_equal(pattern_in_force(&set, TEXT("x"), on(2026, 1, 5))->tolerance_minutes, 5);
    assert_rc(RC_OK, ledger_perform(f->ledger, &own_pattern_command, &change, &why));
    load(f, mem, &set);
    assert_false(pattern_is_known(&set, TEXT("x")));
    assert_rc(RC_NOT_FOUND, ledger_perform(f->ledger, &own_pattern_command, &change, &why));
}

static void what_people_wrote_reaches_the_pattern_as_it_is(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct problem why = {0};
    struct pattern_set set;

    assert_rc(RC_OK,
              add(f, FILE_OF("=x", "2026-01-01", ",\"note\":\"-1, \\\"kira-kira\\\"\""), &why));
    load(f, mem, &set);
    assert_text("-1, \"kira-kira\"", pattern_in_force(&set, TEXT("=x"), on(2026, 1, 5))->note);
}

static void a_pattern_is_recorded_or_not_wherever_the_store_fails(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct own_pattern_change change = {.known = NULL};
    struct pattern_set known;
    enum rc rc = RC_UNAVAILABLE;

    load(f, mem, &known);
    change.known = &known;
    assert_rc(RC_OK, own_pattern_parse(text_of(FILE_OF("x", "2026-01-01", "")), mem,
                                       &change.pattern, NULL));
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(f, &own_pattern_command, &change, calls);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM pattern"), rc == RC_OK ? 1 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(an_own_pattern_stands_beside_the_shipped_ones),
        TEST(an_own_row_holds_in_the_place_of_a_shipped_one_from_its_day),
        TEST(what_cannot_be_is_refused_by_field_and_with_a_way_out),
        TEST(rows_of_one_code_do_not_reach_into_each_other),
        TEST(a_row_is_corrected_and_withdrawn),
        TEST(what_people_wrote_reaches_the_pattern_as_it_is),
        TEST(a_pattern_is_recorded_or_not_wherever_the_store_fails),
    };

    return cmocka_run_group_tests_name("own_pattern", tests, NULL, NULL);
}
