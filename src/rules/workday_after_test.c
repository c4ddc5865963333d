#include "rules/workday_after.h"

#include "base/test.h"

#define ENTRY(date, of)                                                     \
    {                                                                       \
        .day = {2021, 5, (date)}, .decided_on = {2021, 4, 6}, .kind = (of), \
        .decree = TEXT_INIT("SKB 281/1/1-2021"), .source = CALENDAR_SKB     \
    }

/* May 2021 as the ministers decided it: joint leave, Ascension and Lebaran, Vesak. */
static const struct calendar_entry may[] = {
    ENTRY(12, CALENDAR_JOINT_LEAVE),
    ENTRY(13, CALENDAR_HOLIDAY),
    ENTRY(14, CALENDAR_HOLIDAY),
    ENTRY(26, CALENDAR_HOLIDAY),
};

static const struct {
    struct day from;
    int working_days;
    int days_per_week;
    struct day expected;
} cases[] = {
    {{2021, 5, 17}, 1, 5, {2021, 5, 18}},
    {{2021, 5, 17}, 2, 5, {2021, 5, 19}}, /* Jambi's written reports */
    {{2021, 5, 21}, 1, 5, {2021, 5, 24}}, /* over a weekend */
    {{2021, 5, 21}, 1, 6, {2021, 5, 22}}, /* a six-day week works on Saturday */
    {{2021, 5, 22}, 1, 6, {2021, 5, 24}}, /* and not on Sunday */
    {{2021, 5, 11}, 1, 5, {2021, 5, 17}}, /* over joint leave, holidays and a weekend */
    {{2021, 5, 25}, 1, 5, {2021, 5, 27}}, /* over a holiday in the week */
    {{2021, 5, 15}, 1, 5, {2021, 5, 17}}, /* asked on a Saturday */
    {{2021, 5, 17}, 10, 5, {2021, 6, 1}}, /* 26 May does not count */
};

static const struct calendar *calendar_of(struct arena *mem)
{
    return calendar_build(mem, may, COUNT_OF(may));
}

static void weekends_and_holidays_are_passed_over_and_the_first_day_does_not_count(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct calendar *calendar = calendar_of(mem);

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct day day = {0};

        assert_true(workday_after(calendar, cases[i].from, cases[i].working_days,
                                  cases[i].days_per_week, &day));
        assert_string_equal(day_text(day).s, day_text(cases[i].expected).s);
    }
}

static void a_year_that_the_calendar_does_not_know_has_no_answer(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct calendar *calendar = calendar_of(mem);
    struct day day = {2000, 1, 1};

    (void)state;
    assert_false(workday_after(calendar, (struct day){2021, 12, 31}, 1, 5, &day));
    assert_false(workday_after(calendar, (struct day){2021, 12, 20}, 15, 5, &day));
    assert_string_equal(day_text(day).s, "2000-01-01");
}

static void a_longer_deadline_is_never_earlier_and_is_a_working_day(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct calendar *calendar = calendar_of(mem);
    struct day before = {2021, 5, 10};

    (void)state;
    for (int days = 1; days <= 60; days++) {
        struct day day = {0};

        assert_true(workday_after(calendar, (struct day){2021, 5, 10}, days, 5, &day));
        assert_true(day_number(day) > day_number(before));
        assert_true((int)day_weekday(day) < 5);
        before = day;
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekends_and_holidays_are_passed_over_and_the_first_day_does_not_count),
        cmocka_unit_test(a_year_that_the_calendar_does_not_know_has_no_answer),
        cmocka_unit_test(a_longer_deadline_is_never_earlier_and_is_a_working_day),
    };

    return cmocka_run_group_tests_name("workday_after", tests, NULL, NULL);
}
