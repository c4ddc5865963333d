#include "attendance/coverage.h"

#include "attendance/fixture_test.h"

static const int32_t that_monday = 18764; /* 17 May 2021 */

struct ears {
    const char *serial;
    int64_t heard_ms;
};

static int64_t heard(const void *owner, struct text serial)
{
    const struct ears *ears = owner;

    return text_equal(serial, text_of(ears->serial)) ? ears->heard_ms : 0;
}

/* A city with a terminal at its office of works, none at a branch of it, and a
 * health centre with two of its own below an agency without any. */
static void make_places(struct office *o)
{
    static const struct agency agencies[] = {AGENCY("PU", ""), AGENCY("CABANG", "PU"),
                                             AGENCY("DINKES", ""), AGENCY("PKM", "DINKES")};

    fixture_record(o->people, &agency_fact, agencies, COUNT_OF(agencies));
    office_approve(o, "PU1", "PU");
    office_approve(o, "PK1", "PKM");
    office_approve(o, "PK2", "PKM");
    office_contact(o, "PU1", "2021-05-17 06:00:00", "2021-05-17 06:58:00");
    office_contact(o, "PK1", "2021-05-17 06:00:00", "2021-05-17 06:59:00");
    office_contact(o, "PK2", "2021-05-17 06:00:00", "2021-05-17 06:40:00");
}

static struct place_report of(const struct coverage_map *map,
                              const struct picture *picture,
                              const char *agency)
{
    return coverage_of(map, directory_find_agency(picture->directory, text_of(agency)),
                       that_monday);
}

static void a_place_is_as_silent_as_its_most_silent_terminal(void **state)
{
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    CLEANUP(coverage_free) struct coverage_map *map = NULL;

    make_places(o);
    picture = office_picture(o);
    map = coverage_new(picture);
    assert_true(coverage_refresh(map, NULL, NULL, wib_ms("2021-05-17 07:00:00")));
    assert_false(coverage_refresh(map, NULL, NULL, wib_ms("2021-05-17 07:00:30")));
    assert_false(of(map, picture, "PU").silent);
    assert_int_equal(of(map, picture, "PU").delivered_to_ms, wib_ms("2021-05-17 06:58:00"));
    assert_true(of(map, picture, "PKM").silent);
    assert_int_equal(of(map, picture, "PKM").delivered_to_ms, wib_ms("2021-05-17 06:40:00"));
}

static void people_below_use_the_terminals_above_and_never_the_other_way(void **state)
{
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    CLEANUP(coverage_free) struct coverage_map *map = NULL;

    make_places(o);
    picture = office_picture(o);
    map = coverage_new(picture);
    coverage_refresh(map, NULL, NULL, wib_ms("2021-05-17 08:00:00"));
    assert_true(of(map, picture, "CABANG").silent);
    assert_int_equal(of(map, picture, "CABANG").delivered_to_ms, wib_ms("2021-05-17 06:58:00"));
    assert_false(of(map, picture, "DINKES").silent);
    assert_int_equal(of(map, picture, "DINKES").delivered_to_ms, INT64_MAX);
    assert_int_equal(coverage_of(map, NONE, that_monday).delivered_to_ms, INT64_MAX);
}

static void a_live_contact_is_newer_than_the_recorded_one(void **state)
{
    struct office *o = *state;
    struct ears ears = {"PK2", wib_ms("2021-05-17 06:59:30")};
    CLEANUP(picture_drop) struct picture *picture = NULL;
    CLEANUP(coverage_free) struct coverage_map *map = NULL;

    make_places(o);
    picture = office_picture(o);
    map = coverage_new(picture);
    coverage_refresh(map, heard, &ears, wib_ms("2021-05-17 07:00:00"));
    assert_false(of(map, picture, "PKM").silent);
    assert_int_equal(of(map, picture, "PKM").delivered_to_ms, wib_ms("2021-05-17 06:59:00"));
    ears.heard_ms = wib_ms("2021-05-17 06:10:00");
    coverage_refresh(map, heard, &ears, wib_ms("2021-05-17 07:00:00"));
    assert_int_equal(of(map, picture, "PKM").delivered_to_ms, wib_ms("2021-05-17 06:40:00"));
}

static void a_retired_terminal_holds_nobody_back(void **state)
{
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    CLEANUP(coverage_free) struct coverage_map *map = NULL;

    make_places(o);
    assert_rc(RC_OK, office_try_terminal(o, (struct terminal){.serial = TEXT("PK2"),
                                                              .agency = TEXT("PKM"),
                                                              .state = TERMINAL_RETIRED}));
    picture = office_picture(o);
    map = coverage_new(picture);
    coverage_refresh(map, NULL, NULL, wib_ms("2021-05-17 07:00:00"));
    assert_false(of(map, picture, "PKM").silent);
    assert_int_equal(of(map, picture, "PKM").delivered_to_ms, wib_ms("2021-05-17 06:59:00"));
}

static struct place_report on(const struct coverage_map *map,
                              const struct picture *picture,
                              const char *agency,
                              const char *date)
{
    return coverage_of(map, directory_find_agency(picture->directory, text_of(agency)),
                       day_at(date));
}

/* PK2 was at the branch until the 10th, at the health centre until the 19th. */
static void a_day_asks_the_terminals_that_stood_there_on_it(void **state)
{
    struct office *o = *state;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    CLEANUP(coverage_free) struct coverage_map *map = NULL;

    make_places(o);
    office_place(o, "PK2", "PKM", TERMINAL_RETIRED, "2021-05-20");
    office_place(o, "PK2", "CABANG", TERMINAL_APPROVED, "2021-04-01");
    office_place(o, "PK2", "PKM", TERMINAL_APPROVED, "2021-05-11");
    picture = office_picture(o);
    map = coverage_new(picture);
    assert_true(coverage_refresh(map, NULL, NULL, wib_ms("2021-05-17 07:00:00")));
    assert_int_equal(on(map, picture, "PKM", "2021-03-31").delivered_to_ms,
                     wib_ms("2021-05-17 06:40:00"));
    assert_int_equal(on(map, picture, "PKM", "2021-05-10").delivered_to_ms,
                     wib_ms("2021-05-17 06:59:00"));
    assert_int_equal(on(map, picture, "PKM", "2021-05-11").delivered_to_ms,
                     wib_ms("2021-05-17 06:40:00"));
    assert_int_equal(on(map, picture, "PKM", "2021-05-20").delivered_to_ms,
                     wib_ms("2021-05-17 06:59:00"));
    assert_true(on(map, picture, "PKM", "2021-05-19").silent);
    assert_false(on(map, picture, "PKM", "2021-05-20").silent);
    assert_int_equal(on(map, picture, "CABANG", "2021-04-01").delivered_to_ms,
                     wib_ms("2021-05-17 06:40:00"));
    assert_int_equal(on(map, picture, "CABANG", "2021-05-11").delivered_to_ms,
                     wib_ms("2021-05-17 06:58:00"));
}

static void before_its_first_terminal_stood_there_nothing_is_recorded(void **state)
{
    struct office *o = *state;
    CLEANUP(derived_close) struct derived *derived = NULL;
    CLEANUP(picture_drop) struct picture *picture = NULL;
    CLEANUP(coverage_free) struct coverage_map *map = NULL;

    make_places(o);
    office_place(o, "D1", "DINKES", TERMINAL_APPROVED, "2021-05-18");
    office_contact(o, "D1", "2021-05-19 06:00:00", "2021-05-19 06:40:00");
    office_follow(o, "2021-05-19 07:00:00");
    derived = office_derived(o);
    picture = office_picture(o);
    map = coverage_new(picture);
    assert_rc(RC_OK, coverage_learn(map, derived));
    coverage_refresh(map, NULL, NULL, wib_ms("2021-05-19 07:00:00"));
    assert_int_equal(on(map, picture, "PU", "2021-05-17").from_day, day_at("2021-05-17"));
    assert_int_equal(on(map, picture, "DINKES", "2021-05-17").from_day, day_at("2021-05-18"));
    assert_int_equal(on(map, picture, "DINKES", "2021-05-18").from_day, day_at("2021-05-19"));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_place_is_as_silent_as_its_most_silent_terminal),
        TEST(people_below_use_the_terminals_above_and_never_the_other_way),
        TEST(a_live_contact_is_newer_than_the_recorded_one),
        TEST(a_retired_terminal_holds_nobody_back),
        TEST(a_day_asks_the_terminals_that_stood_there_on_it),
        TEST(before_its_first_terminal_stood_there_nothing_is_recorded),
    };

    return cmocka_run_group_tests_name("coverage", tests, NULL, NULL);
}
