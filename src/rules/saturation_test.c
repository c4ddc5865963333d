#include "rules/saturation.h"

#include "base/day.h"
#include "base/test.h"

static int64_t at(int hour, int minute, int second)
{
    return moment_of((struct day){2021, 5, 17}, hour * 3600 + minute * 60 + second);
}

/* `count` punches, one every `gap` seconds. */
static void queue(int64_t *moments, size_t count, int64_t from, int gap)
{
    for (size_t i = 0; i < count; i++) {
        moments[i] = from + (int64_t)i * gap;
    }
}

static void a_queue_that_began_before_the_start_explains_a_late_punch(void **state)
{
    int64_t moments[40];
    struct saturation found;

    (void)state;
    queue(moments, COUNT_OF(moments), at(7, 24, 0), 12);
    found = saturation_of(moments, COUNT_OF(moments), 39, at(7, 30, 0), 12);
    assert_true(found.saturated);
    assert_int_equal(found.gap_count, 39);
    assert_int_equal(found.since, at(7, 24, 0));
}

static void gaps_up_to_one_and_a_half_times_the_pace_are_still_a_queue(void **state)
{
    int64_t moments[12];

    (void)state;
    queue(moments, COUNT_OF(moments), at(7, 28, 0), 15);
    assert_true(saturation_of(moments, 12, 11, at(7, 30, 0), 10).saturated);
    queue(moments, COUNT_OF(moments), at(7, 28, 0), 16);
    assert_false(saturation_of(moments, 12, 11, at(7, 30, 0), 10).saturated);
}

static void eight_gaps_make_a_queue_and_seven_do_not(void **state)
{
    int64_t moments[9];

    (void)state;
    queue(moments, 9, at(7, 29, 10), 10);
    assert_true(saturation_of(moments, 9, 8, at(7, 30, 0), 10).saturated);
    assert_false(saturation_of(moments, 9, 7, at(7, 30, 0), 10).saturated);
}

static void a_pause_breaks_the_queue(void **state)
{
    int64_t moments[30];

    (void)state;
    queue(moments, 15, at(7, 25, 0), 10);
    queue(moments + 15, 15, at(7, 29, 40), 10);
    assert_false(saturation_of(moments, 30, 21, at(7, 30, 0), 10).saturated);
    assert_true(saturation_of(moments, 30, 29, at(7, 30, 0), 10).saturated);
}

static void a_rush_that_began_after_the_start_explains_nothing(void **state)
{
    int64_t moments[20];

    (void)state;
    queue(moments, COUNT_OF(moments), at(7, 30, 0), 10);
    assert_false(saturation_of(moments, 20, 19, at(7, 30, 0), 10).saturated);
}

static void a_punch_in_time_needs_no_explanation(void **state)
{
    int64_t moments[20];

    (void)state;
    queue(moments, COUNT_OF(moments), at(7, 20, 0), 10);
    assert_false(saturation_of(moments, 20, 19, at(7, 30, 0), 10).saturated);
}

static void a_terminal_shows_its_pace_when_it_is_busy(void **state)
{
    int64_t moments[60];

    (void)state;
    queue(moments, 60, at(7, 10, 0), 11);
    assert_int_equal(saturation_pace(moments, 60), 11);

    queue(moments, 9, at(7, 10, 0), 9);
    assert_int_equal(saturation_pace(moments, 9), 9);

    /* Two of eight gaps are a quarter. */
    queue(moments, 3, at(7, 10, 0), 7);
    queue(moments + 3, 6, at(7, 11, 0), 20);
    assert_int_equal(saturation_pace(moments, 9), 7);

    /* A quiet hour around a busy quarter does not change it. */
    queue(moments, 20, at(6, 0, 0), 50);
    queue(moments + 20, 40, at(7, 20, 0), 9);
    assert_int_equal(saturation_pace(moments, 60), 9);
}

static void without_a_busy_stretch_the_usual_pace_is_taken(void **state)
{
    int64_t moments[20];

    (void)state;
    assert_int_equal(saturation_pace(NULL, 0), SATURATION_PACE_SECONDS);
    queue(moments, 20, at(6, 0, 0), 300);
    assert_int_equal(saturation_pace(moments, 20), SATURATION_PACE_SECONDS);
    queue(moments, 8, at(7, 0, 0), 9);
    assert_int_equal(saturation_pace(moments, 8), SATURATION_PACE_SECONDS);
}

static void the_pace_of_a_terminal_stays_within_reason(void **state)
{
    int64_t moments[20];

    (void)state;
    queue(moments, 20, at(7, 0, 0), 1);
    assert_int_equal(saturation_pace(moments, 20), SATURATION_PACE_SECONDS_MIN);
    queue(moments, 20, at(7, 0, 0), 55);
    assert_int_equal(saturation_pace(moments, 20), SATURATION_PACE_SECONDS_MAX);
    queue(moments, 20, at(7, 0, 0), 0);
    assert_int_equal(saturation_pace(moments, 20), SATURATION_PACE_SECONDS);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_queue_that_began_before_the_start_explains_a_late_punch),
        cmocka_unit_test(gaps_up_to_one_and_a_half_times_the_pace_are_still_a_queue),
        cmocka_unit_test(eight_gaps_make_a_queue_and_seven_do_not),
        cmocka_unit_test(a_pause_breaks_the_queue),
        cmocka_unit_test(a_rush_that_began_after_the_start_explains_nothing),
        cmocka_unit_test(a_punch_in_time_needs_no_explanation),
        cmocka_unit_test(a_terminal_shows_its_pace_when_it_is_busy),
        cmocka_unit_test(without_a_busy_stretch_the_usual_pace_is_taken),
        cmocka_unit_test(the_pace_of_a_terminal_stays_within_reason),
    };

    return cmocka_run_group_tests_name("saturation", tests, NULL, NULL);
}
