#include "base/json_write.h"

#include "base/test.h"

#include <math.h>
#include <stdio.h>

static void a_document_is_written_without_building_it_first(void **state)
{
    CLEANUP(buf_done) struct buf to = {0};
    struct json_write json;

    (void)state;
    buf_init(&to, 1000);
    json_write_init(&json, &to);
    json_write_object(&json, NULL);
    json_write_text(&json, "name", TEXT("Dinas \"X\"\n"));
    json_write_array(&json, "flags");
    json_write_cstr(&json, NULL, "offline");
    json_write_object(&json, NULL);
    json_write_end(&json);
    json_write_end(&json);
    json_write_int(&json, "count", INT64_MIN);
    json_write_bool(&json, "closed", true);
    json_write_cstr(&json, "short", NULL);
    json_write_day(&json, "day", (struct day){2021, 5, 17});
    json_write_day(&json, "none", (struct day){0});
    json_write_instant(&json, "at", 1621212368000, 420);
    json_write_time(&json, "first_in", 27848);
    json_write_format(&json, "percent", "%d,%02d", 96, 61);
    json_write_raw(&json, "raw", TEXT("[1,2]"));
    json_write_end(&json);
    assert_true(json_write_ok(&json));
    assert_text("{\"name\":\"Dinas \\\"X\\\"\\n\",\"flags\":[\"offline\",{}],"
                "\"count\":-9223372036854775808,\"closed\":true,\"short\":null,"
                "\"day\":\"2021-05-17\",\"none\":null,\"at\":\"2021-05-17T07:46:08+07:00\","
                "\"first_in\":\"07:44:08\",\"percent\":\"96,61\",\"raw\":[1,2]}",
                buf_text(&to));
}

static void whatever_bytes_come_the_result_is_valid_json(void **state)
{
    static const struct {
        struct text value;
        const char *written;
    } cases[] = {
        {{"\x00\x1f", 2}, "\"\\u0000\\u001f\""},
        {{"a\xff"
          "b",
          3},
         "\"a\xef\xbf\xbd"
         "b\""},
        {{"\xe2\x82", 2}, "\"\xef\xbf\xbd\xef\xbf\xbd\""},
        {{"\xe2\x82\xac", 3}, "\"\xe2\x82\xac\""},
        {{"\xf0\x9f\x98\x80!", 5}, "\"\xf0\x9f\x98\x80!\""},
        {{"\xed\xa0\x80", 3}, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""},
        {{"\x7f", 1}, "\"\\u007f\""},
        {{NULL, 0}, "\"\""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        CLEANUP(buf_done) struct buf to = {0};
        struct json_write json;

        buf_init(&to, 100);
        json_write_init(&json, &to);
        json_write_text(&json, NULL, cases[i].value);
        assert_string_equal(to.at, cases[i].written);
    }
}

static void numbers_come_back_as_they_were(void **state)
{
    static const double numbers[] = {0.1, -1.6101, 1e300, 1.0 / 3, 103.61, 0, -0.5};
    CLEANUP(buf_done) struct buf to = {0};
    struct json_write json;

    (void)state;
    buf_init(&to, 100);
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        double again = 0;

        buf_clear(&to);
        json_write_init(&json, &to);
        json_write_real(&json, NULL, numbers[i]);
        assert_int_equal(sscanf(to.at, "%lf", &again), 1);
        assert_true(again == numbers[i]);
    }
    buf_clear(&to);
    json_write_init(&json, &to);
    json_write_real(&json, NULL, NAN);
    assert_string_equal(to.at, "null");
}

static void a_buffer_too_small_is_noticed_at_the_end(void **state)
{
    CLEANUP(buf_done) struct buf to = {0};
    struct json_write json;

    (void)state;
    buf_init(&to, 5);
    json_write_init(&json, &to);
    json_write_array(&json, NULL);
    json_write_cstr(&json, NULL, "long");
    assert_false(json_write_ok(&json));
    json_write_end(&json);
    assert_false(json_write_ok(&json));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_written_without_building_it_first),
        cmocka_unit_test(whatever_bytes_come_the_result_is_valid_json),
        cmocka_unit_test(numbers_come_back_as_they_were),
        cmocka_unit_test(a_buffer_too_small_is_noticed_at_the_end),
    };

    return cmocka_run_group_tests_name("json_write", tests, NULL, NULL);
}
