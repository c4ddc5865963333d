#include "base/day.h"

#include "base/test.h"

static struct day parsed(const char *text)
{
    struct day day = {0};

    assert_true(day_parse(text_of(text), &day));
    return day;
}

static void every_day_of_three_centuries_survives_numbering(void **state)
{
    int32_t first = day_number((struct day){1900, 1, 1});
    int32_t last = day_number((struct day){2199, 12, 31});

    (void)state;
    assert_int_equal(day_number((struct day){1970, 1, 1}), 0);
    for (int32_t number = first; number <= last; number++) {
        struct day day = day_from_number(number);

        assert_true(day_is_valid(day));
        assert_int_equal(day_number(day), number);
        assert_true(day_equal(parsed(day_text(day).s), day));
    }
}

static void the_days_of_the_source_documents_fall_on_their_weekdays(void **state)
{
    (void)state;
    assert_int_equal(day_weekday(parsed("2020-05-26")), TUESDAY);
    assert_int_equal(day_weekday(parsed("2021-05-17")), MONDAY);
    assert_int_equal(day_weekday(parsed("2020-06-08")), MONDAY);
    assert_int_equal(day_weekday(parsed("2021-07-02")), FRIDAY);
    assert_int_equal(day_weekday(parsed("1950-01-01")), SUNDAY);
}

static void what_is_no_date_is_refused(void **state)
{
    static const char *const wrong[] = {"2021-02-29", "2021-13-01",   "2021-00-10",
                                        "2021-1-01",  "20210101",     "",
                                        "2021-01-32", "1971--10--29", "0000-00-00"};
    struct day day;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        assert_false(day_parse(text_of(wrong[i]), &day));
    }
    assert_true(day_parse(TEXT("2024-02-29"), &day));
}

static void clocks_that_lost_their_time_are_refused(void **state)
{
    static const char *const wrong[] = {"1971--10--29 -23:-27:-54", "2021-05-17 24:10:05",
                                        "2021-02-31 07:02:40",      "2021-05-17 07:2",
                                        "2021-05-17 07:60:00",      "2021-05-17"};
    int64_t moment;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        assert_false(moment_parse(text_of(wrong[i]), &moment));
    }
}

static void a_moment_is_the_same_wherever_it_is_read(void **state)
{
    int64_t moment = 0;

    (void)state;
    assert_true(moment_parse(TEXT("2021-05-17 07:44:08"), &moment));
    assert_string_equal(moment_text(moment).s, "2021-05-17 07:44:08");
    assert_int_equal(moment_day_number(moment), day_number(moment_day(moment)));
    assert_int_equal(moment_day_number(-1), -1);
    assert_int_equal(moment_day_number(0), 0);
    assert_int_equal(moment_second_of_day(moment), 7 * 3600 + 44 * 60 + 8);
    assert_int_equal(moment_of(parsed("2021-05-18"), -60), moment_of(parsed("2021-05-17"), 86340));
}

static void an_instant_has_one_zone_and_keeps_its_milliseconds(void **state)
{
    int64_t at_ms = 0, same = 0;

    (void)state;
    assert_true(instant_parse(TEXT("2021-05-17T07:46:12+07:00"), &at_ms));
    assert_true(instant_parse(TEXT("2021-05-17T00:46:12Z"), &same));
    assert_int_equal(at_ms, same);
    assert_string_equal(instant_text(at_ms, 540).s, "2021-05-17T09:46:12+09:00");
    assert_string_equal(instant_text(at_ms + 7, 0).s, "2021-05-17T00:46:12.007+00:00");
    assert_true(instant_parse(TEXT("2021-05-17T00:46:12.007+00:00"), &same));
    assert_int_equal(same, at_ms + 7);
    assert_false(instant_parse(TEXT("2021-05-17T00:46:12"), &same));
    assert_false(instant_parse(TEXT("2021-05-17T00:46:12+99:00"), &same));
}

static void times_of_day_end_at_midnight(void **state)
{
    int second = 0;

    (void)state;
    assert_true(time_of_day_parse(TEXT("07:30"), &second));
    assert_int_equal(second, 27000);
    assert_true(time_of_day_parse(TEXT("24:00"), &second));
    assert_false(time_of_day_parse(TEXT("24:01"), &second));
    assert_false(time_of_day_parse(TEXT("7:30"), &second));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_three_centuries_survives_numbering),
        cmocka_unit_test(the_days_of_the_source_documents_fall_on_their_weekdays),
        cmocka_unit_test(what_is_no_date_is_refused),
        cmocka_unit_test(clocks_that_lost_their_time_are_refused),
        cmocka_unit_test(a_moment_is_the_same_wherever_it_is_read),
        cmocka_unit_test(an_instant_has_one_zone_and_keeps_its_milliseconds),
        cmocka_unit_test(times_of_day_end_at_midnight),
    };

    return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
