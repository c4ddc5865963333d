#include "cmd/punch_words.h"

#include "attendance/punch.h"
#include "base/test.h"

/* What a new government begins with. */
static struct verify_table shipped;

static int take_shipped(void **state)
{
    (void)state;
    shipped.rows = verify_shipped(&shipped.count);
    return 0;
}

static void a_method_is_the_code_of_the_terminals_model(void **state)
{
    static const struct {
        const char *model, *method;
        int verify;
    } cases[] = {
        {"", "", 0},        {"", "finger", 1},          {"", "pin", 2},   {"", "password", 3},
        {"", "card", 4},    {"", "face", 15},           {"", "vein", 21}, {"", "palm", 25},
        {"", "other", 200}, {"HADIR-IRIS", "iris", 30}, {"", "iris", 30}, {"", "77", 77},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text model = text_of(cases[i].model);
        int verify = -1;

        assert_true(punch_verify_parse(&shipped, model, text_of(cases[i].method), &verify));
        assert_int_equal(verify, cases[i].verify);
        assert_string_equal(punch_verify_word(&shipped, model, verify).s, cases[i].method);
    }
}

static void a_combined_code_is_its_strongest_method(void **state)
{
    (void)state;
    assert_string_equal(punch_verify_word(&shipped, TEXT(""), 9).s, "finger");
    assert_string_equal(punch_verify_word(&shipped, TEXT(""), 11).s, "card");
}

static void a_direction_without_a_word_is_its_number(void **state)
{
    static const struct {
        const char *direction;
        int status;
    } cases[] = {{"in", 0}, {"out", 1}, {"break_in", 3}, {"overtime_out", 5}, {"", 255}, {"9", 9}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        int status = -1;

        assert_true(punch_status_parse(text_of(cases[i].direction), &status));
        assert_int_equal(status, cases[i].status);
        assert_string_equal(punch_status_word(status).s, cases[i].direction);
    }
}

static void what_means_nothing_is_refused(void **state)
{
    int code = 0;

    (void)state;
    assert_false(punch_verify_parse(&shipped, TEXT(""), TEXT("smile"), &code));
    assert_false(punch_verify_parse(&shipped, TEXT(""), TEXT("99999999"), &code));
    assert_false(punch_verify_parse(&shipped, TEXT(""), TEXT("manual"), &code));
    assert_false(punch_status_parse(TEXT("sideways"), &code));
    assert_false(punch_status_parse(TEXT("-1"), &code));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_method_is_the_code_of_the_terminals_model),
        cmocka_unit_test(a_combined_code_is_its_strongest_method),
        cmocka_unit_test(a_direction_without_a_word_is_its_number),
        cmocka_unit_test(what_means_nothing_is_refused),
    };

    return cmocka_run_group_tests_name("punch_words", tests, take_shipped, NULL);
}
