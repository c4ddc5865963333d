#include "rules/state.h"

#include "base/test.h"

static void every_state_is_found_by_its_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < STATE_COUNT; i++) {
        enum state found = STATE_COUNT;

        assert_true(state_parse(text_of(state_word((enum state)i)), &found));
        assert_int_equal(found, i);
        assert_true(state_indonesian((enum state)i)[0] != '\0');
        assert_true(state_english((enum state)i)[0] != '\0');
    }
    assert_false(state_parse(TEXT("absent"), &(enum state){STATE_OFF}));
    assert_false(state_parse(TEXT(""), &(enum state){STATE_OFF}));
}

static void present_are_those_in_time_late_or_seen_only_later(void **state)
{
    static const enum state_class expected[STATE_COUNT] = {
        [STATE_NOT_DUE] = STATE_CLASS_OPEN,       [STATE_WAITING] = STATE_CLASS_OPEN,
        [STATE_UNKNOWN] = STATE_CLASS_OPEN,       [STATE_ON_TIME] = STATE_CLASS_PRESENT,
        [STATE_LATE] = STATE_CLASS_PRESENT,       [STATE_MISSING_IN] = STATE_CLASS_PRESENT,
        [STATE_LEAVE] = STATE_CLASS_EXCUSED,      [STATE_SICK] = STATE_CLASS_EXCUSED,
        [STATE_PERMIT] = STATE_CLASS_EXCUSED,     [STATE_DUTY_TRAVEL] = STATE_CLASS_EXCUSED,
        [STATE_STUDY] = STATE_CLASS_EXCUSED,      [STATE_OFF] = STATE_CLASS_OFF,
        [STATE_UNEXPLAINED] = STATE_CLASS_ABSENT,
    };

    (void)state;
    for (size_t i = 0; i < STATE_COUNT; i++) {
        assert_int_equal(state_class_of((enum state)i), expected[i]);
    }
}

static void a_leave_excuses_the_day_with_a_state_of_the_same_word(void **state)
{
    (void)state;
    for (size_t i = LEAVE_NONE + 1; i < LEAVE_COUNT; i++) {
        const char *word = leave_word((enum leave)i);
        enum leave found = LEAVE_NONE;

        assert_true(leave_parse(text_of(word), &found));
        assert_int_equal(found, i);
        assert_string_equal(state_word(leave_state(found)), word);
        assert_int_equal(state_class_of(leave_state(found)), STATE_CLASS_EXCUSED);
    }
    assert_string_equal(leave_word(LEAVE_NONE), "");
}

static void flags_are_bits_with_words(void **state)
{
    uint32_t all = 0;

    (void)state;
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        assert_true(flag_word((enum flag)i)[0] != '\0');
        assert_true(flag_indonesian((enum flag)i)[0] != '\0');
        assert_true(flag_english((enum flag)i)[0] != '\0');
        all |= UINT32_C(1) << i;
    }
    assert_int_equal(all, FLAG_EARLY_LEAVE | FLAG_MISSING_OUT | FLAG_OFFLINE | FLAG_UNDER_REVIEW |
                              FLAG_MANUAL | FLAG_TIME | FLAG_SATURATED);
    assert_string_equal(flag_word(FLAG_INDEX_MISSING_OUT), "missing_out");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_is_found_by_its_word),
        cmocka_unit_test(present_are_those_in_time_late_or_seen_only_later),
        cmocka_unit_test(a_leave_excuses_the_day_with_a_state_of_the_same_word),
        cmocka_unit_test(flags_are_bits_with_words),
    };

    return cmocka_run_group_tests_name("state", tests, NULL, NULL);
}
