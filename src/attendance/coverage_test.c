#include "attendance/coverage.h"

#include "attendance/fixture_test.h"

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
    return coverage_of(map, directory_find_agency(picture->directory, text_of(agency)));
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
    assert_int_equal(coverage_of(map, NONE).delivered_to_ms, INT64_MAX);
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

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_place_is_as_silent_as_its_most_silent_terminal),
        TEST(people_below_use_the_terminals_above_and_never_the_other_way),
        TEST(a_live_contact_is_newer_than_the_recorded_one),
        TEST(a_retired_terminal_holds_nobody_back),
    };

    return cmocka_run_group_tests_name("coverage", tests, NULL, NULL);
}
