#include "rules/verdict.h"

#include "rules/verdict_fixture_test.h"

static void somebody_is_late_from_the_first_full_minute(void **state)
{
    static const struct expectation expected[] = {
        {"06:00", "08:00", "on_time", "punch_in_time", "06:00", "", 0, 0, 0},
        {"07:30:00", "08:00", "on_time", "punch_in_time", "07:30", "", 0, 0, 0},
        {"07:30:59", "08:00", "on_time", "punch_in_time", "07:30:59", "", 0, 0, 0},
        {"07:31:00", "08:00", "late", "punch_late", "07:31", "", 1, 0, 0},
        {"07:44:08", "08:00", "late", "punch_late", "07:44:08", "", 14, 0, 0},
        {"11:44:59", "12:00", "late", "punch_late", "11:44:59", "", 254, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void a_tolerance_is_counted_in_full_minutes(void **state)
{
    static const struct expectation expected[] = {
        {"07:45:59", "08:00", "on_time", "punch_in_time", "07:45:59", "", 0, 0, 0},
        {"07:46:00", "08:00", "late", "punch_late", "07:46", "", 16, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.tolerance_minutes = 15;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void nobody_is_called_unexplained_before_the_day_has_closed(void **state)
{
    static const struct expectation expected[] = {
        {"", "05:59:59", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "06:00:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "12:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "19:59:59", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "20:00:00", "unexplained", "closed", "", "", 0, 0, 0},
        {"", "48:00", "unexplained", "closed", "", "", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void while_a_terminal_is_silent_nobody_there_is_known_to_be_missing(void **state)
{
    static const struct coverage silent = {.silent = true};
    static const struct coverage unmapped = {.delivered = true, .unmapped = true};
    static const struct coverage late_delivery = {0};
    static const struct expectation in_silence[] = {
        {"", "05:00", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "07:12", "unknown", "terminal_silent", "", "", 0, 0, 0},
        {"", "20:00", "unknown", "terminal_silent", "", "", 0, 0, 0},
        {"07:29", "08:00", "on_time", "punch_in_time", "07:29", "", 0, 0, 0},
    };
    static const struct expectation with_unmapped[] = {
        {"", "05:00", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "08:00", "unknown", "pin_unmapped", "", "", 0, 0, 0},
        {"", "21:00", "unknown", "pin_unmapped", "", "", 0, 0, 0},
        {"07:40", "21:00", "late", "punch_late", "07:40", "", 10, 0, FLAG_MISSING_OUT},
    };
    static const struct expectation undelivered[] = {
        {"", "08:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"", "20:00", "unknown", "not_delivered", "", "", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &silent, in_silence, COUNT_OF(in_silence));
    assert_verdicts(&duty, &unmapped, with_unmapped, COUNT_OF(with_unmapped));
    assert_verdicts(&duty, &late_delivery, undelivered, COUNT_OF(undelivered));
}

/* A terminal that went dark after it delivered cannot undo a past day. */
static void silence_after_delivery_does_not_reopen_a_closed_day(void **state)
{
    static const struct coverage dark_now = {.silent = true, .delivered = true};
    static const struct expectation expected = {"", "72:00", "unexplained", "closed", "", "", 0,
                                                0,  0};
    struct duty duty = office_duty();

    (void)state;
    assert_verdict(&duty, &dark_now, &expected);
}

static void the_last_punch_after_the_middle_of_the_day_is_the_departure(void **state)
{
    static const struct expectation expected[] = {
        {"07:25 16:02", "16:10", "on_time", "punch_in_time", "07:25", "16:02", 0, 0, 0},
        {"07:25 12:05 13:01 16:02", "21:00", "on_time", "punch_in_time", "07:25", "16:02", 0, 0, 0},
        {"07:25 07:26 07:27", "21:00", "on_time", "punch_in_time", "07:25", "", 0, 0,
         FLAG_MISSING_OUT},
        {"07:25 11:44", "21:00", "on_time", "punch_in_time", "07:25", "", 0, 0, FLAG_MISSING_OUT},
        {"07:25 11:45", "21:00", "on_time", "punch_in_time", "07:25", "11:45", 0, 255,
         FLAG_EARLY_LEAVE},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void leaving_early_is_said_only_when_the_window_has_closed(void **state)
{
    static const struct coverage undelivered = {0};
    static const struct expectation expected[] = {
        {"07:25 15:00", "15:30", "on_time", "punch_in_time", "07:25", "15:00", 0, 0, 0},
        {"07:25 15:00", "16:30", "on_time", "punch_in_time", "07:25", "15:00", 0, 0, 0},
        {"07:25 15:00", "20:00", "on_time", "punch_in_time", "07:25", "15:00", 0, 60,
         FLAG_EARLY_LEAVE},
        {"07:25 15:59:00", "20:00", "on_time", "punch_in_time", "07:25", "15:59", 0, 1,
         FLAG_EARLY_LEAVE},
        {"07:25 15:59:01", "20:00", "on_time", "punch_in_time", "07:25", "15:59:01", 0, 0, 0},
        {"07:25", "19:59:59", "on_time", "punch_in_time", "07:25", "", 0, 0, 0},
        {"07:25", "20:00", "on_time", "punch_in_time", "07:25", "", 0, 0, FLAG_MISSING_OUT},
    };
    static const struct expectation held_back[] = {
        {"07:25 15:00", "20:00", "on_time", "punch_in_time", "07:25", "15:00", 0, 0, 0},
        {"07:25", "20:00", "on_time", "punch_in_time", "07:25", "", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
    assert_verdicts(&duty, &undelivered, held_back, COUNT_OF(held_back));
}

/* An inspection closes the day at 15:00; nobody has left early by then. */
static void an_early_closing_does_not_make_leaving_early(void **state)
{
    static const struct expectation expected[] = {
        {"", "15:00", "unexplained", "closed", "", "", 0, 0, 0},
        {"07:25", "15:00", "on_time", "punch_in_time", "07:25", "", 0, 0, 0},
        {"15:20", "15:30", "missing_in", "punch_leaving", "", "15:20", 0, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.closing = at("15:00");
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void punches_only_at_the_end_of_the_day_mean_a_missing_arrival(void **state)
{
    static const struct expectation expected[] = {
        {"16:01", "16:10", "missing_in", "punch_leaving", "", "16:01", 0, 0, 0},
        {"16:01 16:02 17:00:59", "17:10", "missing_in", "punch_leaving", "", "17:00:59", 0, 0, 0},
        {"11:45", "12:00", "missing_in", "punch_leaving", "", "11:45", 0, 0, 0},
        {"15:01", "20:00", "missing_in", "punch_leaving", "", "15:01", 0, 59, FLAG_EARLY_LEAVE},
        {"12:00 13:00", "16:10", "late", "punch_late", "12:00", "13:00", 270, 0, 0},
        {"12:00 12:59:59", "16:10", "missing_in", "punch_leaving", "", "12:59:59", 0, 0, 0},
        {"12:30 16:02", "20:00", "late", "punch_late", "12:30", "16:02", 300, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

/* Two presses around the middle of the day are one visit, no early departure. */
static void two_presses_of_one_visit_are_no_departure(void **state)
{
    static const struct expectation expected[] = {
        {"11:44:58 11:45:03", "21:00", "late", "punch_late", "11:44:58", "", 254, 0,
         FLAG_MISSING_OUT},
    };
    struct duty duty = office_duty();

    (void)state;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void a_punch_under_review_keeps_the_person_unknown(void **state)
{
    struct duty duty = office_duty();
    struct presence presence = {.flags = FLAG_TIME};
    struct verdict verdict;

    (void)state;
    verdict_of(&duty, &presence, &delivered, at("21:00"), &verdict);
    assert_int_equal(verdict.state, STATE_UNKNOWN);
    assert_string_equal(because_word(verdict.because), "punch_under_review");
    verdict_of(&duty, &presence, &delivered, at("05:00"), &verdict);
    assert_int_equal(verdict.state, STATE_NOT_DUE);

    presence_add(&presence, at("07:20"), FLAG_OFFLINE);
    verdict_of(&duty, &presence, &delivered, at("12:00"), &verdict);
    assert_int_equal(verdict.state, STATE_ON_TIME);
    assert_int_equal(verdict.flags, FLAG_TIME | FLAG_OFFLINE);
}

static void a_night_shift_is_judged_across_midnight(void **state)
{
    static const struct expectation expected[] = {
        {"", "19:00", "not_due", "not_open", "", "", 0, 0, 0},
        {"", "26:00", "waiting", "before_closing", "", "", 0, 0, 0},
        {"20:50 31:10", "36:00", "on_time", "punch_in_time", "20:50", "31:10", 0, 0, 0},
        {"21:20 31:10", "36:00", "late", "punch_late", "21:20", "31:10", 20, 0, 0},
        {"24:30 30:00", "36:00", "late", "punch_late", "24:30", "30:00", 210, 60, FLAG_EARLY_LEAVE},
        {"31:10", "36:00", "missing_in", "punch_leaving", "", "31:10", 0, 0, 0},
        {"", "35:00", "unexplained", "closed", "", "", 0, 0, 0},
    };
    struct roster_shift malam = {.shift = TEXT("malam")};
    struct duty duty;

    (void)state;
    duty_of(
        &(struct duty_request){.day = monday, .active = true, .pattern = &office, .roster = &malam},
        &duty);
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

/* Pairs: the sum of the stays counts, and an open one has no departure. */
static void paired_punches_add_up_the_time_inside(void **state)
{
    static const struct {
        const char *punches;
        const char *last_out;
        int inside_minutes;
        uint32_t flags;
    } expected[] = {
        {"07:25 12:00 13:00 16:05", "16:05", 275 + 185, 0},
        {"07:25 12:00 13:00", "", 275, FLAG_MISSING_OUT},
        {"07:25 07:25:30 12:00 12:00:59", "12:00", 275, FLAG_EARLY_LEAVE},
        {"07:25 10:00", "10:00", 155, FLAG_EARLY_LEAVE},
        {"07:25", "", 0, FLAG_MISSING_OUT},
        {"16:05", "16:05", 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.pairing = PAIRING_PAIRS;
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        int64_t moments[PUNCHES_MAX];
        struct presence presence = presence_listed(expected[i].punches, moments);
        struct verdict verdict;

        verdict_of(&duty, &presence, &delivered, at("21:00"), &verdict);
        assert_moment(verdict.last_out, expected[i].last_out);
        assert_int_equal(verdict.inside_minutes, expected[i].inside_minutes);
        assert_int_equal(verdict.flags, expected[i].flags);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(somebody_is_late_from_the_first_full_minute),
        cmocka_unit_test(a_tolerance_is_counted_in_full_minutes),
        cmocka_unit_test(nobody_is_called_unexplained_before_the_day_has_closed),
        cmocka_unit_test(while_a_terminal_is_silent_nobody_there_is_known_to_be_missing),
        cmocka_unit_test(silence_after_delivery_does_not_reopen_a_closed_day),
        cmocka_unit_test(the_last_punch_after_the_middle_of_the_day_is_the_departure),
        cmocka_unit_test(leaving_early_is_said_only_when_the_window_has_closed),
        cmocka_unit_test(an_early_closing_does_not_make_leaving_early),
        cmocka_unit_test(punches_only_at_the_end_of_the_day_mean_a_missing_arrival),
        cmocka_unit_test(two_presses_of_one_visit_are_no_departure),
        cmocka_unit_test(a_punch_under_review_keeps_the_person_unknown),
        cmocka_unit_test(a_night_shift_is_judged_across_midnight),
        cmocka_unit_test(paired_punches_add_up_the_time_inside),
    };

    return cmocka_run_group_tests_name("verdict", tests, NULL, NULL);
}
