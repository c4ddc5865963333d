#include "devices/adms_result.h"

#include "base/test.h"

#include <string.h>

static void results_come_several_in_a_body(void **state)
{
    struct adms_results results;
    struct adms_result result;

    (void)state;
    adms_results_init(&results, TEXT("ID=12&Return=0&CMD=DATA\n"
                                     "ID=13&SN=OGT1&Return=-1004&CMD=DATA UPDATE&CardNo=5\r\n"
                                     "ID=abc&Return=&CMD=CHECK"));
    assert_true(adms_results_next(&results, &result));
    assert_text("12", result.id);
    assert_true(result.has_code);
    assert_int_equal(result.code, 0);
    assert_text("DATA", result.command);
    assert_true(adms_results_next(&results, &result));
    assert_int_equal(result.code, -1004);
    assert_text("DATA UPDATE", result.command);
    assert_text("CardNo=5", result.details);
    assert_true(adms_results_next(&results, &result));
    assert_text("abc", result.id);
    assert_false(result.has_code);
    assert_false(adms_results_next(&results, &result));
}

static void info_continues_on_lines_of_its_own(void **state)
{
    struct adms_results results;
    struct adms_result result;
    struct text value = {0};

    (void)state;
    adms_results_init(&results, TEXT("ID=1&Return=0&CMD=INFO\n~DeviceName=MB460\nUserCount=5\n"
                                     "FWVersion=Ver 6.60\nID=2&Return=0&CMD=CHECK\n"));
    assert_true(adms_results_next(&results, &result));
    assert_text("INFO", result.command);
    assert_true(adms_result_detail(&result, "fwversion", &value));
    assert_text("Ver 6.60", value);
    assert_true(adms_result_detail(&result, "UserCount", &value));
    assert_text("5", value);
    assert_false(adms_result_detail(&result, "FaceCount", &value));
    assert_true(adms_results_next(&results, &result));
    assert_text("2", result.id);
    assert_int_equal(result.details.bytes, 0);
}

static void content_is_opaque_to_the_end(void **state)
{
    struct adms_results results;
    struct adms_result result;

    (void)state;
    adms_results_init(&results, TEXT("ID=5\nSN=OGT1\nReturn=0\nCMD=Shell\nFILENAME=x.txt\n"
                                     "Content=ID=6&Return=0\nID=7\n\0\xff"));
    assert_true(adms_results_next(&results, &result));
    assert_text("5", result.id);
    assert_text("Shell", result.command);
    assert_text("FILENAME=x.txt", result.details);
    assert_text("ID=6&Return=0\nID=7\n\0\xff", result.content);
    assert_false(adms_results_next(&results, &result));

    adms_results_init(&results, TEXT("ID=5&Return=0&CMD=GetFile&Content=a&b\nc"));
    assert_true(adms_results_next(&results, &result));
    assert_text("a&b\nc", result.content);
}

static void a_sum_of_punches_is_a_detail(void **state)
{
    struct adms_results results;
    struct adms_result result;
    struct text sum = {0};

    (void)state;
    adms_results_init(&results, TEXT("ID=9&Return=0&CMD=VERIFY SUM&AttlogSum=412"));
    assert_true(adms_results_next(&results, &result));
    assert_true(adms_result_detail(&result, "AttlogSum", &sum));
    assert_text("412", sum);
}

static void noise_gives_no_result(void **state)
{
    struct adms_results results;
    struct adms_result result;

    (void)state;
    adms_results_init(&results, TEXT(""));
    assert_false(adms_results_next(&results, &result));
    adms_results_init(&results, TEXT("\n\nhello\nReturn=0\n"));
    assert_false(adms_results_next(&results, &result));
}

static void codes_have_words(void **state)
{
    (void)state;
    assert_string_equal(adms_result_code_of(0)->word, "done");
    assert_string_equal(adms_result_code_of(-1002)->word, "unsupported");
    assert_string_equal(adms_result_code_of(-10)->english, "no such user");
    assert_string_equal(adms_result_code_of(-77777)->word, "other");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_come_several_in_a_body),
        cmocka_unit_test(info_continues_on_lines_of_its_own),
        cmocka_unit_test(content_is_opaque_to_the_end),
        cmocka_unit_test(a_sum_of_punches_is_a_detail),
        cmocka_unit_test(noise_gives_no_result),
        cmocka_unit_test(codes_have_words),
    };

    return cmocka_run_group_tests_name("adms_result", tests, NULL, NULL);
}
