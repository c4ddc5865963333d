#include "rules/balance.h"

#include "base/test.h"

#include <stdlib.h>

static void put(struct balance *balance, enum state state, int count)
{
    for (int i = 0; i < count; i++) {
        balance_enter(balance, state, MODE_WFO);
    }
}

static void the_17th_of_may_2021_in_kota_jambi_adds_up_to_5789(void **state)
{
    struct balance jambi = {0};

    (void)state;
    put(&jambi, STATE_ON_TIME, 4793);
    put(&jambi, STATE_LATE, 800);
    put(&jambi, STATE_PERMIT, 57);
    put(&jambi, STATE_UNEXPLAINED, 139);

    assert_int_equal(balance_strength(&jambi), 5789);
    assert_int_equal(balance_expected(&jambi), 5789);
    assert_int_equal(balance_present(&jambi), 5593);
    assert_int_equal(balance_present_max(&jambi), 5593);
    assert_string_equal(percent_text(4793, 5789).s, "82.79");
    assert_string_equal(percent_text(800, 5789).s, "13.82");
    assert_string_equal(percent_text(57, 5789).s, "0.98");
    assert_string_equal(percent_text(139, 5789).s, "2.40");
    assert_string_equal(percent_text(5593, 5789).s, "96.61");
}

static void while_people_are_waiting_or_unknown_the_share_has_two_bounds(void **state)
{
    struct balance morning = {0};

    (void)state;
    put(&morning, STATE_ON_TIME, 4774);
    put(&morning, STATE_LATE, 309);
    put(&morning, STATE_WAITING, 618);
    put(&morning, STATE_UNKNOWN, 31);
    put(&morning, STATE_PERMIT, 57);

    assert_int_equal(balance_expected(&morning), 5789);
    assert_int_equal(balance_present(&morning), 5083);
    assert_int_equal(balance_present_max(&morning), 5732);
    assert_string_equal(percent_text(balance_present(&morning), 5789).s, "87.80");
    assert_string_equal(percent_text(balance_present_max(&morning), 5789).s, "99.02");
}

static void percentages_are_rounded_half_up_from_the_integers(void **state)
{
    static const struct {
        int32_t part;
        int32_t whole;
        const char *text;
    } expected[] = {{0, 0, ""},
                    {0, 7, "0.00"},
                    {7, 7, "100.00"},
                    {1, 3, "33.33"},
                    {2, 3, "66.67"},
                    {1, 8, "12.50"},
                    {1, 16, "6.25"},
                    {1, 32, "3.13"},
                    {1, 20000, "0.01"},
                    {1, 20001, "0.00"},
                    {61, 62, "98.39"},
                    {202, 237, "85.23"},
                    {35, 237, "14.77"},
                    {9855, 10000, "98.55"},
                    {8000000, 8000000, "100.00"},
                    {7999999, 8000000, "100.00"},
                    {INT32_MAX, INT32_MAX, "100.00"}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        assert_string_equal(percent_text(expected[i].part, expected[i].whole).s, expected[i].text);
    }
}

static void those_who_are_off_are_in_the_strength_but_not_expected(void **state)
{
    struct balance balance = {0};

    (void)state;
    put(&balance, STATE_ON_TIME, 3);
    put(&balance, STATE_OFF, 2);
    assert_int_equal(balance_strength(&balance), 5);
    assert_int_equal(balance_expected(&balance), 3);
    assert_string_equal(percent_text(balance_present(&balance), balance_expected(&balance)).s,
                        "100.00");
}

static void working_from_home_is_counted_across_the_states_of_those_expected(void **state)
{
    struct balance balance = {0};

    (void)state;
    balance_enter(&balance, STATE_LATE, MODE_WFH);
    balance_enter(&balance, STATE_WAITING, MODE_WFH);
    balance_enter(&balance, STATE_OFF, MODE_WFH);
    balance_enter(&balance, STATE_ON_TIME, MODE_WFO);
    assert_int_equal(balance.wfh, 2);
    balance_leave(&balance, STATE_OFF, MODE_WFH);
    balance_leave(&balance, STATE_LATE, MODE_WFH);
    assert_int_equal(balance.wfh, 1);
}

/* People move at random and agencies are added up and taken off again: the
 * total always equals the sum of its parts. */
static void a_total_is_always_the_sum_of_its_agencies(void **state)
{
    enum { AGENCIES = 5, PEOPLE = 40, MOVES = 5000 };
    struct balance agencies[AGENCIES] = {0};
    struct balance total = {0};
    enum state now[AGENCIES][PEOPLE];
    unsigned short seed[3] = {17, 5, 2021};

    (void)state;
    for (size_t a = 0; a < AGENCIES; a++) {
        for (size_t p = 0; p < PEOPLE; p++) {
            now[a][p] = STATE_NOT_DUE;
            balance_enter(&agencies[a], STATE_NOT_DUE, MODE_WFO);
        }
        balance_add(&total, &agencies[a]);
    }
    for (int i = 0; i < MOVES; i++) {
        size_t a = (size_t)nrand48(seed) % AGENCIES;
        size_t p = (size_t)nrand48(seed) % PEOPLE;
        enum state next = (enum state)(nrand48(seed) % STATE_COUNT);

        balance_subtract(&total, &agencies[a]);
        balance_leave(&agencies[a], now[a][p], MODE_WFO);
        balance_enter(&agencies[a], next, MODE_WFO);
        balance_add(&total, &agencies[a]);
        now[a][p] = next;
        assert_int_equal(balance_strength(&total), AGENCIES * PEOPLE);
    }
    for (size_t a = 1; a < AGENCIES; a++) {
        balance_add(&agencies[0], &agencies[a]);
    }
    assert_true(balance_equal(&total, &agencies[0]));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_17th_of_may_2021_in_kota_jambi_adds_up_to_5789),
        cmocka_unit_test(while_people_are_waiting_or_unknown_the_share_has_two_bounds),
        cmocka_unit_test(percentages_are_rounded_half_up_from_the_integers),
        cmocka_unit_test(those_who_are_off_are_in_the_strength_but_not_expected),
        cmocka_unit_test(working_from_home_is_counted_across_the_states_of_those_expected),
        cmocka_unit_test(a_total_is_always_the_sum_of_its_agencies),
    };

    return cmocka_run_group_tests_name("balance", tests, NULL, NULL);
}
