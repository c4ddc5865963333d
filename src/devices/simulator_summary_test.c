#include "devices/simulator_summary.h"

#include "base/test.h"

#include <string.h>

static void a_percentile_is_a_little_too_high_and_never_too_low(void **state)
{
    struct simulator_latency latency = {0};

    (void)state;
    assert_int_equal(simulator_latency_at(&latency, 0.5), 0);
    for (int64_t us = 1; us <= 100000; us++) {
        simulator_latency_note(&latency, us);
    }
    for (int percent = 1; percent <= 100; percent++) {
        int64_t exact = percent * INT64_C(1000);
        int64_t told = simulator_latency_at(&latency, percent / 100.0);

        assert_true(told >= exact && told <= exact + exact / 8 + 1);
    }
    simulator_latency_note(&latency, INT64_MAX);
    simulator_latency_note(&latency, -5);
    assert_true(simulator_latency_at(&latency, 1) > 100000);
}

static void a_summary_is_good_only_without_any_loss(void **state)
{
    struct simulator_summary summary = {.is_checked = true};

    (void)state;
    assert_true(simulator_summary_is_good(&summary));
    summary.verdict.missing = 1;
    assert_false(simulator_summary_is_good(&summary));
    summary.verdict = (struct simulator_verdict){.doubled = 1};
    assert_false(simulator_summary_is_good(&summary));
    summary.verdict = (struct simulator_verdict){0};
    summary.figures.violations = 1;
    assert_false(simulator_summary_is_good(&summary));
    summary.figures.violations = 0;
    summary.waiting = 1;
    assert_false(simulator_summary_is_good(&summary));
}

static void the_summary_is_written_for_people_and_programs(void **state)
{
    CLEANUP(buf_done) struct buf out = {0};
    struct simulator_summary summary = {
        .figures = {.made = 10, .acknowledged = 10, .requests = 20},
        .terminals = 2,
        .elapsed_ms = 2000,
        .is_checked = true,
        .verdict = {.acknowledged = 10, .kept = 9, .missing = 1},
    };

    (void)state;
    buf_init(&out, 4096);
    simulator_summary_text(&summary, &out);
    assert_non_null(strstr(out.at, "10 punches made, 10 rows acknowledged (5/s)"));
    assert_non_null(strstr(out.at, "checked: 9 of 10"));
    assert_non_null(strstr(out.at, "MISSING: 1"));
    buf_clear(&out);
    simulator_summary_json(&summary, &out);
    assert_non_null(strstr(out.at, "\"requests_per_second\":10,"));
    assert_non_null(strstr(out.at, "\"missing\":1,"));
    buf_clear(&out);
    simulator_summary_progress(&summary, 0.5, &out);
    assert_non_null(strstr(out.at, "[############------------]  50 %"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_percentile_is_a_little_too_high_and_never_too_low),
        cmocka_unit_test(a_summary_is_good_only_without_any_loss),
        cmocka_unit_test(the_summary_is_written_for_people_and_programs),
    };

    return cmocka_run_group_tests_name("simulator_summary", tests, NULL, NULL);
}
