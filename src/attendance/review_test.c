#include "attendance/review.h"

#include "attendance/fixture_test.h"

/* Budi's terminal has lost its clock: it shows 1970. */
static struct punch lost_punch(const char *pin, const char *shown, const char *received)
{
    struct punch punch = office_punch_of("PU1", pin, received);

    punch.received_at_ms = wib_ms(received);
    punch.moment = at(shown);
    punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, WIB);
    assert_int_equal(punch.flags, PUNCH_TIME);
    return punch;
}

static enum rc try_decide(const struct office *o, struct review review, struct problem *why)
{
    struct reviewing reviewing = {.reviews = &review, .count = 1};

    if (!review.reason.at) review.reason = TEXT("mesin kehilangan jam");
    return ledger_perform(o->people->ledger, &review_command, &reviewing, why);
}

static void decide(const struct office *o,
                   const struct punch *punch,
                   enum review_decision decision,
                   const char *true_time)
{
    struct moment_text shown = moment_text(punch->moment);
    struct problem why = {0};

    assert_rc(RC_OK, try_decide(o, review_of(punch, decision, text_of(shown.s), text_of(true_time)),
                                &why));
}

static void look(struct office *o)
{
    office_open_days(o, "2021-05-18 12:00:00", "2021-05-16", "2021-05-18");
}

static struct punch make_lost_on(struct office *o, const char *received)
{
    struct punch punch = lost_punch("2", "1970-01-01 00:07:12", received);

    office_small(o);
    office_contact(o, "PU1", "2021-05-16 05:00:00", "2021-05-18 11:59:00");
    office_send(o, &punch, 1);
    look(o);
    return punch;
}

static struct punch make_lost(struct office *o)
{
    return make_lost_on(o, "2021-05-17 07:28:04");
}

static void until_somebody_decides_it_counts_nowhere(void **state)
{
    struct office *o = *state;

    make_lost(o);
    assert_state(STATE_UNKNOWN, o, "budi", "2021-05-17");
    assert_int_equal(office_line(o, "budi", "2021-05-17").punch_count, 0);
    assert_true(office_line(o, "budi", "2021-05-17").flags & FLAG_UNDER_REVIEW);
    assert_state(STATE_UNEXPLAINED, o, "ani", "2021-05-17");
}

static void accepted_it_counts_at_its_true_time(void **state)
{
    struct office *o = *state;
    struct punch punch = make_lost(o);

    decide(o, &punch, REVIEW_ACCEPTED, "2021-05-17 07:28:04");
    look(o);
    assert_state(STATE_ON_TIME, o, "budi", "2021-05-17");
    assert_int_equal(office_line(o, "budi", "2021-05-17").first_in, 7 * 3600 + 28 * 60 + 4);
    assert_true(office_line(o, "budi", "2021-05-17").flags & FLAG_MANUAL);
    assert_false(office_line(o, "budi", "2021-05-17").flags & FLAG_UNDER_REVIEW);
    office_check_rebuild(o, "2021-05-18 12:00:00", "2021-05-16", "2021-05-18");
}

static void accepted_for_another_day_it_is_judged_there(void **state)
{
    struct office *o = *state;
    struct punch punch = make_lost_on(o, "2021-05-18 08:00:00");

    assert_state(STATE_UNKNOWN, o, "budi", "2021-05-18");
    assert_state(STATE_UNEXPLAINED, o, "budi", "2021-05-17");
    decide(o, &punch, REVIEW_ACCEPTED, "2021-05-17 07:45:00");
    look(o);
    assert_state(STATE_WAITING, o, "budi", "2021-05-18");
    assert_state(STATE_LATE, o, "budi", "2021-05-17");
    office_check_rebuild(o, "2021-05-18 12:00:00", "2021-05-16", "2021-05-18");
}

static void refused_it_is_not_seen(void **state)
{
    struct office *o = *state;
    struct punch punch = make_lost(o);

    decide(o, &punch, REVIEW_REFUSED, "");
    look(o);
    assert_state(STATE_UNEXPLAINED, o, "budi", "2021-05-17");
    assert_int_equal(office_line(o, "budi", "2021-05-17").flags, 0);
}

static void the_decision_recorded_last_holds(void **state)
{
    struct office *o = *state;
    struct punch punch = make_lost_on(o, "2021-05-18 08:00:00");

    decide(o, &punch, REVIEW_ACCEPTED, "2021-05-17 07:45:00");
    look(o);
    decide(o, &punch, REVIEW_ACCEPTED, "2021-05-18 07:00:00");
    look(o);
    assert_state(STATE_ON_TIME, o, "budi", "2021-05-18");
    assert_state(STATE_UNEXPLAINED, o, "budi", "2021-05-17");
    decide(o, &punch, REVIEW_UNDONE, "");
    look(o);
    assert_state(STATE_UNKNOWN, o, "budi", "2021-05-18");
    assert_true(office_line(o, "budi", "2021-05-18").flags & FLAG_UNDER_REVIEW);
    office_check_rebuild(o, "2021-05-18 12:00:00", "2021-05-16", "2021-05-18");
}

static void sent_again_it_stays_decided(void **state)
{
    struct office *o = *state;
    struct punch punch = make_lost(o);
    struct punch again = lost_punch("2", "1970-01-01 00:07:12", "2021-05-18 09:00:00");

    decide(o, &punch, REVIEW_REFUSED, "");
    assert_int_equal(office_send(o, &again, 1), 0);
    look(o);
    assert_state(STATE_UNEXPLAINED, o, "budi", "2021-05-17");
    assert_state(STATE_WAITING, o, "budi", "2021-05-18");
}

static void a_decision_needs_a_reason_and_a_possible_time(void **state)
{
    static const struct {
        const char *reason, *true_time;
        enum review_decision decision;
        enum rc rc;
    } cases[] = {
        {"", "2021-05-17 07:28:04", REVIEW_ACCEPTED, RC_INVALID},
        {"a\nb", "2021-05-17 07:28:04", REVIEW_ACCEPTED, RC_INVALID},
        {"jam", "", REVIEW_ACCEPTED, RC_INVALID},
        {"jam", "07:28", REVIEW_ACCEPTED, RC_INVALID},
        {"jam", "2014-12-31 07:28:04", REVIEW_ACCEPTED, RC_INVALID},
        {"jam", "2021-05-17 07:28:05", REVIEW_ACCEPTED, RC_INVALID},
        {"jam", "2021-05-17 07:28:04", REVIEW_ACCEPTED, RC_OK},
        {"jam", "", REVIEW_REFUSED, RC_OK},
    };
    struct office *o = *state;
    struct punch punch = make_lost(o);
    struct moment_text shown = moment_text(punch.moment);

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct review review =
            review_of(&punch, cases[i].decision, text_of(shown.s), text_of(cases[i].true_time));
        struct problem why = {0};

        review.reason = text_of(cases[i].reason);
        assert_rc(cases[i].rc, try_decide(o, review, &why));
    }
}

static int64_t rows_of(const struct office *o)
{
    return fixture_count(o->people, "SELECT (SELECT count(*) FROM review)"
                                    " + (SELECT count(*) FROM log WHERE kind = 22)");
}

static void decisions_are_recorded_together_or_not_at_all(void **state)
{
    struct office *o = *state;
    struct punch punch = make_lost(o);
    struct moment_text shown = moment_text(punch.moment);
    struct review reviews[2] = {review_of(&punch, REVIEW_REFUSED, text_of(shown.s), TEXT("")),
                                review_of(&punch, REVIEW_UNDONE, text_of(shown.s), TEXT(""))};
    struct reviewing reviewing = {.reviews = reviews, .count = 2};
    enum rc rc = RC_UNAVAILABLE;

    reviews[0].reason = reviews[1].reason = TEXT("jam");
    reviews[1].pin = TEXT("3");
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(o->people, &review_command, &reviewing, calls);
        assert_int_equal(rows_of(o), rc == RC_OK ? 3 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(until_somebody_decides_it_counts_nowhere),
        TEST(accepted_it_counts_at_its_true_time),
        TEST(accepted_for_another_day_it_is_judged_there),
        TEST(refused_it_is_not_seen),
        TEST(the_decision_recorded_last_holds),
        TEST(sent_again_it_stays_decided),
        TEST(a_decision_needs_a_reason_and_a_possible_time),
        TEST(decisions_are_recorded_together_or_not_at_all),
    };

    return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
