/* Days on which nobody need come, and days of which the rules say nothing. */
#include "rules/verdict_fixture_test.h"

static void every_kind_of_leave_has_its_state(void **state)
{
    static const struct {
        const char *leave;
        const char *state;
    } expected[] = {{"leave", "leave"},
                    {"sick", "sick"},
                    {"permit", "permit"},
                    {"duty_travel", "duty_travel"},
                    {"study", "study"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        struct expectation early = {"", "05:00", expected[i].state, "leave", "", "", 0, 0, 0};
        struct expectation late = {"", "21:00", expected[i].state, "leave", "", "", 0, 0, 0};
        static const struct coverage silent = {.silent = true};
        struct duty duty = office_duty();

        assert_true(leave_parse(text_of(expected[i].leave), &duty.leave));
        assert_verdict(&duty, &delivered, &early);
        assert_verdict(&duty, &silent, &late);
    }
    assert_false(leave_parse(TEXT(""), &(enum leave){LEAVE_NONE}));
    assert_false(leave_parse(TEXT("holiday"), &(enum leave){LEAVE_NONE}));
}

/* Whoever came in was there; but somebody on leave owes no hours. */
static void a_punch_wins_over_leave(void **state)
{
    static const struct expectation expected[] = {
        {"07:20", "21:00", "on_time", "punch_in_time", "07:20", "", 0, 0, 0},
        {"09:00 11:50", "21:00", "late", "punch_late", "09:00", "11:50", 90, 0, 0},
    };
    struct duty duty = office_duty();

    (void)state;
    duty.leave = LEAVE_PERMIT;
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void on_a_free_day_a_punch_is_noted_and_counts_for_nothing(void **state)
{
    static const struct expectation expected[] = {
        {"", "12:00", "off", "duty", "", "", 0, 0, 0},
        {"08:00", "12:00", "off", "duty", "08:00", "", 0, 0, 0},
        {"08:00 15:00", "48:00", "off", "duty", "08:00", "15:00", 0, 0, 0},
    };
    struct duty duty;

    (void)state;
    duty_of(&(struct duty_request){.day = monday,
                                   .active = true,
                                   .leave = LEAVE_STUDY,
                                   .pattern = &office,
                                   .calendar = {.kind = CALENDAR_HOLIDAY}},
            &duty);
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
}

static void where_a_rule_is_missing_the_day_is_unknown_whatever_the_punches(void **state)
{
    static const struct expectation expected[] = {
        {"", "05:00", "unknown", "duty_unknown", "", "", 0, 0, 0},
        {"", "48:00", "unknown", "duty_unknown", "", "", 0, 0, 0},
        {"07:20 16:05", "48:00", "unknown", "duty_unknown", "07:20", "16:05", 0, 0, 0},
        {"09:20", "48:00", "unknown", "duty_unknown", "09:20", "", 0, 0, 0},
    };
    static const struct expectation on_leave = {"", "48:00", "sick", "leave", "", "", 0, 0, 0};
    struct duty_request request = {
        .day = monday, .active = true, .pattern = &office, .calendar = {.kind = CALENDAR_UNKNOWN}};
    struct duty duty;

    (void)state;
    duty_of(&request, &duty);
    assert_verdicts(&duty, &delivered, expected, COUNT_OF(expected));
    request.leave = LEAVE_SICK;
    duty_of(&request, &duty);
    assert_verdict(&duty, &delivered, &on_leave);
}

static void the_mode_goes_across_the_states(void **state)
{
    struct duty duty = office_duty();
    struct presence none = {0};
    struct verdict verdict;

    (void)state;
    duty.mode = MODE_WFH;
    verdict_of(&duty, &none, &delivered, at("08:00"), &verdict);
    assert_int_equal(verdict.state, STATE_WAITING);
    assert_string_equal(mode_word(verdict.mode), "WFH");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_leave_has_its_state),
        cmocka_unit_test(a_punch_wins_over_leave),
        cmocka_unit_test(on_a_free_day_a_punch_is_noted_and_counts_for_nothing),
        cmocka_unit_test(where_a_rule_is_missing_the_day_is_unknown_whatever_the_punches),
        cmocka_unit_test(the_mode_goes_across_the_states),
    };

    return cmocka_run_group_tests_name("verdict_free", tests, NULL, NULL);
}
