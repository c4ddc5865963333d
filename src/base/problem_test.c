#include "base/problem.h"

#include "base/test.h"
#include "base/text.h"

#include <string.h>

static const struct {
    const char *english;
    const char *indonesian;
} words[] = {
#define PROBLEM(english, indonesian) {english, indonesian},
#include "base/problem.def"
#undef PROBLEM
};

static void a_reason_is_told_in_both_languages(void **state)
{
    struct problem why = {0};

    (void)state;
    assert_rc(RC_INVALID,
              problem_at(&why, RC_INVALID, "pin", "the PIN belongs to " TEXT_FORMAT " since %s",
                         TEXT_ARGUMENT(TEXT("1985")), "2021-05-17"));
    assert_string_equal(why.text, "the PIN belongs to 1985 since 2021-05-17");
    assert_string_equal(why.indonesian, "PIN itu milik 1985 sejak 2021-05-17");
}

static void a_sentence_that_nobody_translated_is_told_in_english_alone(void **state)
{
    struct problem why = {0};

    (void)state;
    assert_rc(RC_CONFLICT, problem_set(&why, RC_CONFLICT, "sign in first"));
    assert_rc(RC_CONFLICT, problem_set(&why, RC_CONFLICT, "the moon is full"));
    assert_string_equal(why.text, "the moon is full");
    assert_string_equal(why.indonesian, "");
}

/* The next conversion, with its letters; empty at the end. */
static struct text next_conversion(const char **format)
{
    const char *at = strchr(*format, '%');
    size_t bytes;

    if (!at) return TEXT("");
    bytes = strcspn(at, "sdfu") + 1;
    *format = at + bytes;
    return (struct text){at, bytes};
}

/* Else the values of one sentence would be read as those of another. */
static void both_languages_take_the_same_values_in_the_same_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        const char *english = words[i].english;
        const char *indonesian = words[i].indonesian;
        struct text conversion;

        do {
            conversion = next_conversion(&english);
            assert_true(text_equal(conversion, next_conversion(&indonesian)));
        } while (conversion.bytes > 0);
        assert_true(strlen(words[i].indonesian) < PROBLEM_TEXT_BYTES);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reason_is_told_in_both_languages),
        cmocka_unit_test(a_sentence_that_nobody_translated_is_told_in_english_alone),
        cmocka_unit_test(both_languages_take_the_same_values_in_the_same_order),
    };

    return cmocka_run_group_tests_name("problem", tests, NULL, NULL);
}
