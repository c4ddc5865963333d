/* Rows as terminals really send them, and as broken ones do. */
#include "devices/adms_rows.h"

#include "base/day.h"
#include "base/limits.h"
#include "base/test.h"

#include <string.h>

static struct adms_punch punch_of(struct text line)
{
    struct adms_row row = adms_row_parse(line);

    assert_int_equal(row.kind, ADMS_ROW_PUNCH);
    return row.punch;
}

static struct adms_refusal refusal_of(struct text line)
{
    struct adms_row row = adms_row_parse(line);

    assert_int_equal(row.kind, ADMS_ROW_REFUSAL);
    assert_true(row.refusal.mark_from <= row.refusal.mark_to);
    assert_true(row.refusal.mark_to <= row.refusal.raw.bytes);
    return row.refusal;
}

static struct text marked(const struct adms_refusal *refusal)
{
    return (struct text){refusal->raw.at + refusal->mark_from,
                         refusal->mark_to - refusal->mark_from};
}

static void a_row_of_the_vendor_is_read_whole(void **state)
{
    struct adms_punch punch = punch_of(TEXT("1452\t2021-05-17 07:44:08\t0\t15\t1\t0\t0"));

    (void)state;
    assert_text("1452", punch.pin);
    assert_string_equal(moment_text(punch.moment).s, "2021-05-17 07:44:08");
    assert_int_equal(punch.status, 0);
    assert_int_equal(punch.verify, 15);
    assert_text("1", punch.workcode);
    assert_text("0\t0", punch.extra);
    assert_text("1452\t2021-05-17 07:44:08\t0\t15\t1\t0\t0", punch.raw);
}

static void four_to_sixteen_columns_are_all_rows(void **state)
{
    static const struct {
        struct text line, extra;
    } cases[] = {
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1"), TEXT_INIT("")},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1\t"), TEXT_INIT("")},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1\t\t"), TEXT_INIT("")},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1\t\t0\t0"), TEXT_INIT("0\t0")},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1\t\t0\t0\t"), TEXT_INIT("0\t0\t")},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t255\t1\t0\t0\t0\t0\t285"), TEXT_INIT("0\t0\t0\t285")},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1\t0\t0\t0\t255\t36.5\t36.6"),
         TEXT_INIT("0\t0\t255\t36.5\t36.6")},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1\t0\t0\t0\t0\t0\t0\t25200\teyJHUFMifQ==\t\t\t\t"),
         TEXT_INIT("0\t0\t0\t0\t0\t25200\teyJHUFMifQ==\t\t\t\t")},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct adms_punch punch = punch_of(cases[i].line);

        assert_text("1", punch.pin);
        assert_int_equal(punch.verify, 1);
        assert_true(text_equal(punch.extra, cases[i].extra));
    }
}

static void a_pin_is_text_and_keeps_its_zeros_and_letters(void **state)
{
    (void)state;
    assert_text("00042", punch_of(TEXT("00042\t2021-05-17 07:00:00\t0\t1")).pin);
    assert_text("wctpl070", punch_of(TEXT("wctpl070\t2021-05-17 07:00:00\t0\t1")).pin);
    assert_text("0", punch_of(TEXT("0\t2021-05-17 07:00:00\t0\t1")).pin);
    assert_text("198503122010011002",
                punch_of(TEXT("198503122010011002\t2021-05-17 07:00:00\t0\t1")).pin);
    assert_text("7", punch_of(TEXT("  7 \t2021-05-17 07:00:00\t0\t1")).pin);
}

static void an_undefined_status_and_an_old_year_are_no_faults(void **state)
{
    (void)state;
    assert_int_equal(punch_of(TEXT("1\t2021-05-17 07:00:00\t255\t1")).status, 255);
    assert_int_equal(punch_of(TEXT("1\t2021-05-17 07:00:00\t\t1")).status, 255);
    assert_int_equal(punch_of(TEXT("1\t2021-05-17 07:00:00\t0\t")).verify, 0);
    assert_int_equal(punch_of(TEXT("1\t2021-05-17 07:00:00\t0\t200")).verify, 200);
    assert_int_equal(moment_day(punch_of(TEXT("1\t1970-01-01 00:00:00\t0\t1")).moment).year, 1970);
    assert_int_equal(moment_day(punch_of(TEXT("1\t2000-01-01 00:00:00\t0\t1")).moment).year, 2000);
    assert_int_equal(moment_day(punch_of(TEXT("1\t2110-06-01 00:00:00\t0\t1")).moment).year, 2110);
    punch_of(TEXT("1\t2021-05-17T07:00:00\t0\t1"));
}

static void what_cannot_be_read_is_refused_with_its_reason_and_place(void **state)
{
    static const struct {
        struct text line, mark;
        enum adms_refusal_reason reason;
    } cases[] = {
        {TEXT_INIT("1\t2021-05-17 24:10:00\t0\t1"), TEXT_INIT("2021-05-17 24:10:00"),
         ADMS_REFUSED_TIME},
        {TEXT_INIT("1\t1971--10--29 -23:-27:-54\t0\t1"), TEXT_INIT("1971--10--29 -23:-27:-54"),
         ADMS_REFUSED_TIME},
        {TEXT_INIT("1\t2021-02-30 07:00:00\t0\t1"), TEXT_INIT("2021-02-30 07:00:00"),
         ADMS_REFUSED_TIME},
        {TEXT_INIT("1\t2021-13-01 07:00:00\t0\t1"), TEXT_INIT("2021-13-01 07:00:00"),
         ADMS_REFUSED_TIME},
        {TEXT_INIT("1\t2021-05-17 07:00:60\t0\t1"), TEXT_INIT("2021-05-17 07:00:60"),
         ADMS_REFUSED_TIME},
        {TEXT_INIT("1\t0000-00-00 00:00:00\t0\t1"), TEXT_INIT("0000-00-00 00:00:00"),
         ADMS_REFUSED_TIME},
        {TEXT_INIT("1\t2021-05-17 07:3\t0\t1"), TEXT_INIT("2021-05-17 07:3"), ADMS_REFUSED_TIME},
        {TEXT_INIT("1\tnot-a-date\t0\t1"), TEXT_INIT("not-a-date"), ADMS_REFUSED_TIME},
        {TEXT_INIT("1\t\t0\t1"), TEXT_INIT(""), ADMS_REFUSED_TIME},
        {TEXT_INIT("\t2021-05-17 07:00:00\t0\t1"), TEXT_INIT(""), ADMS_REFUSED_PIN_EMPTY},
        {TEXT_INIT("   \t2021-05-17 07:00:00\t0\t1"), TEXT_INIT("   "), ADMS_REFUSED_PIN_EMPTY},
        {TEXT_INIT("123456789012345678901234567890123\t2021-05-17 07:00:00\t0\t1"),
         TEXT_INIT("123456789012345678901234567890123"), ADMS_REFUSED_PIN_LONG},
        {TEXT_INIT("1\001\t2021-05-17 07:00:00\t0\t1"), TEXT_INIT("1\001"), ADMS_REFUSED_PIN_BYTES},
        {TEXT_INIT("1\000\t2021-05-17 07:00:00\t0\t1"), TEXT_INIT("1\000"), ADMS_REFUSED_PIN_BYTES},
        {TEXT_INIT("\xd5\xc5\t2021-05-17 07:00:00\t0\t1"), TEXT_INIT("\xd5\xc5"),
         ADMS_REFUSED_PIN_BYTES},
        {TEXT_INIT("1\t2021-05-17 07:00:00\tx\t1"), TEXT_INIT("x"), ADMS_REFUSED_STATUS},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t-1\t1"), TEXT_INIT("-1"), ADMS_REFUSED_STATUS},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0\t99999999999999999999"),
         TEXT_INIT("99999999999999999999"), ADMS_REFUSED_VERIFY},
        {TEXT_INIT("GARBAGE"), TEXT_INIT("GARBAGE"), ADMS_REFUSED_COLUMNS},
        {TEXT_INIT("1\t2021-05-17 07:00:00\t0"), TEXT_INIT("1\t2021-05-17 07:00:00\t0"),
         ADMS_REFUSED_COLUMNS},
        {TEXT_INIT("1 2021-05-17 07:00:00 0 1"), TEXT_INIT("1 2021-05-17 07:00:00 0 1"),
         ADMS_REFUSED_COLUMNS},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct adms_refusal refusal = refusal_of(cases[i].line);

        assert_string_equal(adms_refusal_word(refusal.reason), adms_refusal_word(cases[i].reason));
        assert_true(text_equal(refusal.raw, cases[i].line));
        assert_true(text_equal(marked(&refusal), cases[i].mark));
    }
}

static void a_bad_row_in_the_middle_costs_nobody_else(void **state)
{
    static const struct text body = TEXT_INIT("1001\t2021-05-17 07:00:00\t0\t15\t\t0\t0\t\r\n"
                                              "1002\t2021-05-17 24:10:00\t0\t15\r\n"
                                              "\r\n"
                                              "GARBAGE\n"
                                              "1003\t2021-05-17 07:00:02\t0\t15\t\xd5\xc5\t0\n"
                                              "1001\t2021-05-17 07:00:00\t0\t15\t\t0\t0\t");
    struct adms_lines lines;
    struct adms_row row;
    size_t punches = 0, refusals = 0;

    (void)state;
    adms_lines_init(&lines, body);
    while (adms_rows_next(&lines, &row)) {
        if (row.kind == ADMS_ROW_PUNCH) {
            punches++;
        } else {
            refusals++;
        }
    }
    assert_int_equal(punches, 3);
    assert_int_equal(refusals, 2);
    assert_int_equal(lines.sent, 5);
    assert_int_equal(adms_lines_count(body), 5);
    assert_text("\xd5\xc5", punch_of(TEXT("3\t2021-05-17 07:00:02\t0\t15\t\xd5\xc5\t0")).workcode);
}

static void blank_lines_and_a_closing_nul_are_not_rows(void **state)
{
    (void)state;
    assert_int_equal(adms_lines_count(TEXT("")), 0);
    assert_int_equal(adms_lines_count(TEXT("\n\r\n \t\n")), 0);
    assert_int_equal(adms_lines_count(TEXT("a\nb")), 2);
    assert_int_equal(adms_lines_count(TEXT("a\nb\n")), 2);
    assert_int_equal(adms_lines_count(TEXT("a\nb\n\0")), 2);
    assert_int_equal(adms_lines_count((struct text){NULL, 0}), 0);
}

static void a_row_without_end_is_refused_and_cut(void **state)
{
    static const struct text beginning = TEXT_INIT("1\t2021-05-17 07:00:00\t0\t1\t\t");
    static char long_row[2 * (size_t)ADMS_REFUSAL_BYTES_MAX];
    struct adms_refusal refusal;

    (void)state;
    memset(long_row, 'x', sizeof long_row);
    refusal = refusal_of((struct text){long_row, sizeof long_row});
    assert_int_equal(refusal.reason, ADMS_REFUSED_LONG);
    assert_int_equal(refusal.raw.bytes, ADMS_REFUSAL_BYTES_MAX);
    for (size_t i = 0; i < beginning.bytes; i++) {
        long_row[i] = beginning.at[i];
    }
    punch_of((struct text){long_row, ADMS_ROW_BYTES_MAX});
    refusal_of((struct text){long_row, ADMS_ROW_BYTES_MAX + 1});
}

static void every_reason_has_words(void **state)
{
    (void)state;
    for (int reason = 0; reason <= ADMS_REFUSED_LONG; reason++) {
        assert_true(strlen(adms_refusal_word((enum adms_refusal_reason)reason)) > 0);
        assert_true(strlen(adms_refusal_indonesian((enum adms_refusal_reason)reason)) > 0);
        assert_true(strlen(adms_refusal_english((enum adms_refusal_reason)reason)) > 0);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_of_the_vendor_is_read_whole),
        cmocka_unit_test(four_to_sixteen_columns_are_all_rows),
        cmocka_unit_test(a_pin_is_text_and_keeps_its_zeros_and_letters),
        cmocka_unit_test(an_undefined_status_and_an_old_year_are_no_faults),
        cmocka_unit_test(what_cannot_be_read_is_refused_with_its_reason_and_place),
        cmocka_unit_test(a_bad_row_in_the_middle_costs_nobody_else),
        cmocka_unit_test(blank_lines_and_a_closing_nul_are_not_rows),
        cmocka_unit_test(a_row_without_end_is_refused_and_cut),
        cmocka_unit_test(every_reason_has_words),
    };

    return cmocka_run_group_tests_name("adms_rows", tests, NULL, NULL);
}
