/* The board when the register changes: what was judged is judged again. */
#include "attendance/board_private.h"
#include "attendance/fixture_test.h"

static const char monday_date[] = "2021-05-17";

static void a_pin_that_is_mapped_afterwards_is_judged_again(void **state)
{
    static const struct person dedi = PERSON("dedi");
    static const struct posting posting = POSTING("dedi", "PU");
    struct office *o = *state;
    struct enrolment_request map = {.enrolment = ENROLMENT("77", "dedi")};

    office_small(o);
    fixture_record(o->people, &person_fact, &dedi, 1);
    fixture_record(o->people, &posting_fact, &posting, 1);
    office_punch(o, "PU1", "77", "2021-05-17 07:05:00");
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 21:00:00");
    office_open_days(o, "2021-05-17 21:00:00", monday_date, monday_date);
    assert_state(STATE_UNKNOWN, o, "dedi", monday_date);
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    assert_int_equal(office_line(o, "ani", monday_date).because, BECAUSE_PIN_UNMAPPED);

    assert_rc(RC_OK, ledger_perform(o->people->ledger, &enrolment_map_command, &map, NULL));
    office_follow(o, "2021-05-17 21:01:00");
    assert_state(STATE_ON_TIME, o, "dedi", monday_date);
    assert_state(STATE_UNEXPLAINED, o, "ani", monday_date);
    office_check_rebuild(o, "2021-05-17 21:01:00", monday_date, monday_date);
}

/* The day lies weeks back: it is not in memory when the PIN is mapped. */
static void a_day_long_past_is_judged_again_too(void **state)
{
    struct office *o = *state;
    struct enrolment_request map = {.enrolment = ENROLMENT("77", "ani")};

    office_small(o);
    office_punch(o, "PU1", "77", "2021-05-17 07:05:00");
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-06-10 21:00:00");
    office_open_days(o, "2021-06-10 21:00:00", monday_date, "2021-06-10");
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    assert_rc(RC_OK, ledger_perform(o->people->ledger, &enrolment_map_command, &map, NULL));
    office_follow(o, "2021-06-10 21:01:00");
    assert_state(STATE_ON_TIME, o, "ani", monday_date);
    office_check_rebuild(o, "2021-06-10 21:01:00", monday_date, "2021-06-10");
}

static void leave_that_is_recorded_late_corrects_the_day(void **state)
{
    static const struct leave_period leave = {
        .number = WORD("cici"), .kind = LEAVE_SICK, .from = {2021, 5, 14}, .to = {2021, 5, 18}};
    struct office *o = *state;

    office_small(o);
    office_contact(o, "DK1", "2021-05-14 05:00:00", "2021-05-20 20:30:00");
    office_open_days(o, "2021-05-20 20:30:00", "2021-05-14", "2021-05-20");
    assert_state(STATE_UNEXPLAINED, o, "cici", monday_date);
    fixture_record(o->people, &leave_period_fact, &leave, 1);
    office_follow(o, "2021-05-20 20:31:00");
    assert_state(STATE_SICK, o, "cici", monday_date);
    assert_state(STATE_OFF, o, "cici", "2021-05-16");
    assert_state(STATE_UNEXPLAINED, o, "cici", "2021-05-19");
    office_check_rebuild(o, "2021-05-20 20:31:00", "2021-05-14", "2021-05-20");
}

struct sum {
    struct text agency;
    struct balance balance;
};

static void add_tally(void *visitor, const struct tally *tally)
{
    struct sum *sum = visitor;

    if (text_equal(sum->agency, tally->agency)) balance_add(&sum->balance, &tally->balance);
}

static struct balance tally_of(const struct office *o, const char *agency, const char *date)
{
    CLEANUP(derived_close) struct derived *derived = office_derived(o);
    struct sum sum = {.agency = text_of(agency)};

    assert_rc(RC_OK, derived_tallies(derived, day_at(date), day_at(date), add_tally, &sum));
    return sum.balance;
}

static void a_person_who_is_posted_elsewhere_is_counted_there_alone(void **state)
{
    static const struct posting moved = POSTING("budi", "DINKES");
    struct office *o = *state;
    struct balance before, after;

    office_small(o);
    office_open_days(o, "2021-05-17 09:00:00", monday_date, monday_date);
    before = tally_of(o, "PU", monday_date);
    assert_int_equal(balance_strength(&before), 2);
    fixture_record(o->people, &posting_fact, &moved, 1);
    office_follow(o, "2021-05-17 09:01:00");
    after = tally_of(o, "PU", monday_date);
    assert_int_equal(balance_strength(&after), 1);
    after = tally_of(o, "DINKES", monday_date);
    assert_int_equal(balance_strength(&after), 2);
    office_check_rebuild(o, "2021-05-17 09:01:00", monday_date, monday_date);
}

static void somebody_who_joins_while_the_day_is_open_is_counted(void **state)
{
    static const struct person dedi = PERSON("dedi");
    static const struct posting posting = POSTING("dedi", "PU");
    struct office *o = *state;
    struct balance balance;

    office_small(o);
    office_punch(o, "PU1", "dedi", "2021-05-17 07:05:00");
    office_open_days(o, "2021-05-17 09:00:00", monday_date, monday_date);
    fixture_record(o->people, &person_fact, &dedi, 1);
    office_follow(o, "2021-05-17 09:01:00");
    fixture_record(o->people, &posting_fact, &posting, 1);
    office_follow(o, "2021-05-17 09:02:00");
    balance = tally_of(o, "PU", monday_date);
    assert_int_equal(balance_strength(&balance), 3);
    office_check_rebuild(o, "2021-05-17 09:02:00", monday_date, monday_date);
}

static void a_terminal_that_is_approved_later_makes_its_place_unknown(void **state)
{
    struct office *o = *state;

    office_small(o);
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-18 21:00:00");
    office_open_days(o, "2021-05-18 21:00:00", monday_date, "2021-05-18");
    assert_state(STATE_UNEXPLAINED, o, "ani", monday_date);
    office_approve(o, "PU2", "PU");
    office_follow(o, "2021-05-18 21:00:10");
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    office_check_rebuild(o, "2021-05-18 21:00:10", monday_date, "2021-05-18");
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_pin_that_is_mapped_afterwards_is_judged_again),
        TEST(a_day_long_past_is_judged_again_too),
        TEST(leave_that_is_recorded_late_corrects_the_day),
        TEST(a_person_who_is_posted_elsewhere_is_counted_there_alone),
        TEST(somebody_who_joins_while_the_day_is_open_is_counted),
        TEST(a_terminal_that_is_approved_later_makes_its_place_unknown),
    };

    return cmocka_run_group_tests_name("board_register", tests, NULL, NULL);
}
