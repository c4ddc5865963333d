/* Files of what dates mean: leave, the calendar and rosters. */
#include "people/decree.h"
#include "people/import_fixture_test.h"

static void leave_is_known_by_person_kind_and_first_day(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};

    fixture_small_government(f);
    import(f, IMPORT_KIND_LEAVE,
           "number,kind,from,to,reference\n"
           "ani,sick,2021-05-17,2021-05-18,440/1\n"
           "budi,izin,2021-05-17,2021-05-17,\n"
           "budi,permit,2021-05-17,2021-05-17,\n"
           "ani,duty_travel,2021-05-18,2021-05-19,090/2\n",
           &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 1, 0);
    assert_int_equal(out.report.warnings, 1);
    import(f, IMPORT_KIND_LEAVE,
           "number,kind,from,to,reference\nani,sick,2021-05-17,2021-05-21,440/1\n", &again);
    expect(&again, 0, 1, 0, 0);
    assert_int_equal(again.report.warnings, 1); /* reaches into the duty travel */
}

static void leave_of_nobody_or_backwards_is_refused(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    fixture_small_government(f);
    import(f, IMPORT_KIND_LEAVE,
           "number,kind,from,to,reference\n"
           "nobody,sick,2021-05-17,2021-05-18,\n"
           "ani,sick,2021-05-18,2021-05-17,\n"
           "ani,holiday,2021-05-18,2021-05-18,\n"
           "budi,sick,2021-05-17,2021-05-18,\n"
           "budi,sick,2021-05-17,2021-05-19,\n",
           &out);
    assert_rc(RC_INVALID, out.rc);
    expect(&out, 1, 0, 0, 4);
    expect_finding(&out, 0, 2, "number", "person_unknown");
    expect_finding(&out, 1, 3, "to", "ends_before");
    expect_finding(&out, 2, 4, "kind", "value");
    expect_finding(&out, 3, 6, "from", "twice");
}

static void a_calendar_keeps_every_word_about_a_date(void **state)
{
    static const char file[] = "date,kind,decree,decided_on\n"
                               "2021-05-17,joint_leave,SKB 642/4/4-2020,2020-09-10\n"
                               "2021-05-17,workday,SKB 281/1/1-2021,2021-02-22\n"
                               "2020-12-09,holiday,Keppres 22/2020,2020-12-10\n";
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;

    import(f, IMPORT_KIND_CALENDAR, file, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    expect_finding(&out, 0, 4, "decided_on", "decided_later");
    import(f, IMPORT_KIND_CALENDAR, file, &again);
    expect(&again, 0, 0, 3, 0);
    directory = fixture_load(f, AS_OF_NOW);
    assert_int_equal(directory->decree_count, 3);
}

static void a_roster_has_one_line_a_person_and_day(void **state)
{
    static const char file[] = "number,date,shift\n"
                               "ani,2021-05-17,pagi\nani,2021-05-18,\ncici,2021-05-17,malam\n";
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(outcome_done) struct outcome changed = {0};

    fixture_small_government(f);
    import(f, IMPORT_KIND_ROSTER, file, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    import(f, IMPORT_KIND_ROSTER, file, &again);
    expect(&again, 0, 0, 3, 0);
    import(f, IMPORT_KIND_ROSTER,
           "number,date,shift\nani,2021-05-18,pagi\nani,2021-05-18,malam\nbobo,2021-05-18,\n",
           &changed);
    assert_rc(RC_INVALID, changed.rc);
    expect_finding(&changed, 0, 3, "date", "twice");
    expect_finding(&changed, 1, 4, "number", "person_unknown");
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(leave_is_known_by_person_kind_and_first_day),
        TEST(leave_of_nobody_or_backwards_is_refused),
        TEST(a_calendar_keeps_every_word_about_a_date),
        TEST(a_roster_has_one_line_a_person_and_day),
    };

    return cmocka_run_group_tests_name("import_days", tests, NULL, NULL);
}
