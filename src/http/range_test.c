#include "http/range.h"

#include "base/test.h"

static void a_request_asks_for_one_part_or_gets_the_whole(void **state)
{
    static const struct {
        const char *header;
        struct range expected;
    } cases[] = {
        {"bytes=0-99", {RANGE_PART, 0, 100}},
        {"bytes=0-0", {RANGE_PART, 0, 1}},
        {"bytes=900-", {RANGE_PART, 900, 100}},
        {"bytes=0-", {RANGE_PART, 0, 1000}},
        {"bytes=-1", {RANGE_PART, 999, 1}},
        {"bytes=-5000", {RANGE_PART, 0, 1000}},
        {"bytes=990-2000", {RANGE_PART, 990, 10}},
        {"Bytes = 1 - 2 ", {RANGE_PART, 1, 2}},
        {"bytes=0-9223372036854775807", {RANGE_PART, 0, 1000}},
        {"bytes=1000-", {RANGE_OUTSIDE, 0, 0}},
        {"bytes=1000-1001", {RANGE_OUTSIDE, 0, 0}},
        {"bytes=-0", {RANGE_OUTSIDE, 0, 0}},
        {"bytes=9-1", {RANGE_WHOLE, 0, 0}},
        {"bytes=0-1,4-5", {RANGE_WHOLE, 0, 0}},
        {"bytes=-", {RANGE_WHOLE, 0, 0}},
        {"bytes=", {RANGE_WHOLE, 0, 0}},
        {"bytes", {RANGE_WHOLE, 0, 0}},
        {"bytes=--1", {RANGE_WHOLE, 0, 0}},
        {"bytes=1--2", {RANGE_WHOLE, 0, 0}},
        {"bytes=99999999999999999999-", {RANGE_WHOLE, 0, 0}},
        {"pages=1-2", {RANGE_WHOLE, 0, 0}},
        {"", {RANGE_WHOLE, 0, 0}},
        {NULL, {RANGE_WHOLE, 0, 0}},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct range range = range_of(text_of(cases[i].header), 1000);

        assert_int_equal(range.kind, cases[i].expected.kind);
        assert_int_equal(range.from, cases[i].expected.from);
        assert_int_equal(range.bytes, cases[i].expected.bytes);
    }
}

static void of_an_empty_file_there_is_no_part(void **state)
{
    (void)state;
    assert_int_equal(range_of(TEXT("bytes=0-"), 0).kind, RANGE_OUTSIDE);
    assert_int_equal(range_of(TEXT("bytes=-5"), 0).kind, RANGE_OUTSIDE);
    assert_int_equal(range_of(TEXT(""), 0).kind, RANGE_WHOLE);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_request_asks_for_one_part_or_gets_the_whole),
        cmocka_unit_test(of_an_empty_file_there_is_no_part),
    };

    return cmocka_run_group_tests_name("range", tests, NULL, NULL);
}
