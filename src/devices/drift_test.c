#include "devices/drift.h"

#include "base/test.h"

static const int64_t hour_ms = 3600 * INT64_C(1000);

static void the_smallest_recent_difference_is_the_drift(void **state)
{
    struct drift drift = {0};
    int64_t drift_ms = 0;

    (void)state;
    assert_false(drift_measure(&drift, 1000000, &drift_ms));
    drift_note(&drift, 1002500, 1000000, 1);
    drift_note(&drift, 1011200, 1010000, 1);
    drift_note(&drift, 1090000, 1020000, 1);
    assert_true(drift_measure(&drift, 1100000, &drift_ms));
    assert_int_equal(drift_ms, 1200);
}

static void a_backlog_says_nothing_about_the_clock(void **state)
{
    struct drift drift = {0};
    int64_t drift_ms = 0;

    (void)state;
    drift_note(&drift, 9 * hour_ms, 7 * hour_ms, 128);
    drift_note(&drift, 9 * hour_ms, 8 * hour_ms, 0);
    assert_false(drift_measure(&drift, 9 * hour_ms, &drift_ms));
    drift_note(&drift, 9 * hour_ms, 9 * hour_ms + 90000, 1);
    drift_note(&drift, 9 * hour_ms, 7 * hour_ms, 1);
    assert_true(drift_measure(&drift, 9 * hour_ms, &drift_ms));
    assert_int_equal(drift_ms, -90000);
}

static void old_posts_fade_and_a_set_clock_forgets_them(void **state)
{
    struct drift drift = {0};
    int64_t drift_ms = 0;

    (void)state;
    drift_note(&drift, hour_ms, hour_ms - 60000, 1);
    assert_true(drift_measure(&drift, 25 * hour_ms, &drift_ms));
    assert_false(drift_measure(&drift, 25 * hour_ms + 1, &drift_ms));
    drift_forget(&drift);
    assert_false(drift_measure(&drift, hour_ms, &drift_ms));
}

static void only_the_last_posts_count(void **state)
{
    struct drift drift = {0};
    int64_t drift_ms = 0;

    (void)state;
    drift_note(&drift, 1000, 1000, 1);
    for (int64_t i = 0; i < DRIFT_SAMPLES; i++) {
        drift_note(&drift, 10000 + i, 5000, 1);
    }
    assert_true(drift_measure(&drift, 20000, &drift_ms));
    assert_int_equal(drift_ms, 5000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_recent_difference_is_the_drift),
        cmocka_unit_test(a_backlog_says_nothing_about_the_clock),
        cmocka_unit_test(old_posts_fade_and_a_set_clock_forgets_them),
        cmocka_unit_test(only_the_last_posts_count),
    };

    return cmocka_run_group_tests_name("drift", tests, NULL, NULL);
}
