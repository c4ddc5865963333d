#include "devices/verify_code.h"

#include "base/test.h"

static void the_vendors_codes_have_their_methods(void **state)
{
    static const struct {
        int code;
        enum method method;
    } cases[] = {
        {1, METHOD_FINGER}, {2, METHOD_PIN},   {3, METHOD_PASSWORD}, {4, METHOD_CARD},
        {15, METHOD_FACE},  {21, METHOD_VEIN}, {25, METHOD_PALM},    {12, METHOD_FINGER},
        {18, METHOD_FACE},  {0, METHOD_OTHER}, {200, METHOD_OTHER},  {77, METHOD_OTHER},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(verify_method(NULL, 0, TEXT("MB460"), cases[i].code), cases[i].method);
    }
}

static void no_code_means_iris_until_a_model_says_so(void **state)
{
    static const struct verify_override rows[] = {
        {TEXT_INIT("IriShield"), 15, METHOD_IRIS},
        {TEXT_INIT("MB460"), 3, METHOD_PIN},
    };
    size_t count = 0;
    const struct verify_code *codes = verify_codes(&count);

    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_int_not_equal(codes[i].method, METHOD_IRIS);
        if (i) assert_true(codes[i].code > codes[i - 1].code);
    }
    assert_int_equal(verify_method(rows, 2, TEXT("irishield"), 15), METHOD_IRIS);
    assert_int_equal(verify_method(rows, 2, TEXT("MB460"), 15), METHOD_FACE);
    assert_int_equal(verify_method(rows, 2, TEXT("MB460"), 3), METHOD_PIN);
}

static void the_shipped_rows_name_the_simulated_iris_terminal(void **state)
{
    size_t count = 0;
    const struct verify_override *rows = verify_shipped(&count);

    (void)state;
    assert_int_equal(verify_method(rows, count, TEXT("HADIR-IRIS"), 30), METHOD_IRIS);
    assert_int_equal(verify_method(rows, count, TEXT("other"), 30), METHOD_OTHER);
}

static void every_method_has_a_word_that_leads_back(void **state)
{
    enum method method = METHOD_OTHER;

    (void)state;
    for (int i = 0; i < METHODS; i++) {
        assert_true(method_parse(text_of(method_word((enum method)i)), &method));
        assert_int_equal(method, i);
        assert_true(method_indonesian(method)[0] && method_english(method)[0]);
    }
    assert_false(method_parse(TEXT("telepathy"), &method));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_vendors_codes_have_their_methods),
        cmocka_unit_test(no_code_means_iris_until_a_model_says_so),
        cmocka_unit_test(the_shipped_rows_name_the_simulated_iris_terminal),
        cmocka_unit_test(every_method_has_a_word_that_leads_back),
    };

    return cmocka_run_group_tests_name("verify_code", tests, NULL, NULL);
}
