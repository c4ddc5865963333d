#include "people/throttle.h"

#include "base/test.h"

#include <stdio.h>

enum { SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE };

static const struct text ani = {"ani", 3};
static const struct text office = {"10.1.2.3", 8};
static const struct text elsewhere = {"203.0.113.7", 11};

static int make(void **state)
{
    *state = throttle_new();
    return 0;
}

static int clear(void **state)
{
    throttle_free((struct throttle **)state);
    return 0;
}

static void a_typing_mistake_costs_nothing(void **state)
{
    for (int i = 0; i < 4; i++) {
        assert_int_equal(throttle_wait_ms(*state, ani, office, HOUR), 0);
        throttle_failed(*state, ani, office, HOUR);
    }
    assert_int_equal(throttle_wait_ms(*state, ani, office, HOUR), 0);
}

static void each_wrong_try_waits_twice_as_long_up_to_a_minute(void **state)
{
    static const int64_t expected[] = {1, 2, 4, 8, 16, 32, 60, 60};
    int64_t now = HOUR;

    for (int i = 0; i < 4; i++) {
        throttle_failed(*state, ani, office, now);
    }
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        throttle_failed(*state, ani, office, now);
        assert_int_equal(throttle_wait_ms(*state, ani, office, now), expected[i] * SECOND);
        now += expected[i] * SECOND;
        assert_int_equal(throttle_wait_ms(*state, ani, office, now), 0);
    }
}

static void the_right_password_and_an_hour_both_forget(void **state)
{
    for (int i = 0; i < 9; i++) {
        throttle_failed(*state, ani, office, HOUR);
    }
    assert_true(throttle_wait_ms(*state, ani, office, HOUR) > 0);
    assert_int_equal(throttle_wait_ms(*state, ani, office, 2 * HOUR), 0);
    throttle_failed(*state, ani, office, 2 * HOUR);
    assert_int_equal(throttle_wait_ms(*state, ani, office, 2 * HOUR), 0);
    throttle_passed(*state, ani, office, 2 * HOUR);
    assert_int_equal(throttle_wait_ms(*state, ani, office, 2 * HOUR), 0);
}

/* Guesses from everywhere slow each other down, not the owner at the desk
 * where the account signed in before. */
static void a_guesser_cannot_lock_the_owner_out(void **state)
{
    int64_t now = HOUR;

    throttle_passed(*state, ani, office, now);
    for (int i = 0; i < 500; i++) {
        char address[32];

        snprintf(address, sizeof address, "198.51.100.%d", i);
        throttle_failed(*state, ani, text_of(address), now);
    }
    assert_int_equal(throttle_wait_ms(*state, ani, office, now), 0);
    assert_true(throttle_wait_ms(*state, ani, elsewhere, now) > 5 * SECOND);
    assert_int_equal(throttle_wait_ms(*state, ani, elsewhere, now + 10 * SECOND), 0);
}

static void one_colleague_does_not_lock_the_office_out(void **state)
{
    int64_t now = HOUR;

    throttle_passed(*state, ani, office, now);
    for (int i = 0; i < 100; i++) {
        throttle_failed(*state, TEXT("budi"), office, now);
    }
    assert_int_equal(throttle_wait_ms(*state, TEXT("cici"), office, now), 0);
    for (int i = 0; i < 200; i++) {
        throttle_failed(*state, TEXT("budi"), office, now);
    }
    assert_int_equal(throttle_wait_ms(*state, ani, office, now), 0);
    assert_int_equal(throttle_wait_ms(*state, TEXT("cici"), office, now), 1 * SECOND);
}

static void a_flood_of_names_does_not_grow_the_memory(void **state)
{
    for (int i = 0; i < THROTTLE_ENTRIES_MAX + 100; i++) {
        char name[32];

        snprintf(name, sizeof name, "name-%d", i);
        throttle_failed(*state, text_of(name), elsewhere, HOUR);
    }
    assert_true(throttle_wait_ms(*state, ani, elsewhere, HOUR) > 0);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_typing_mistake_costs_nothing),
        TEST(each_wrong_try_waits_twice_as_long_up_to_a_minute),
        TEST(the_right_password_and_an_hour_both_forget),
        TEST(a_guesser_cannot_lock_the_owner_out),
        TEST(one_colleague_does_not_lock_the_office_out),
        TEST(a_flood_of_names_does_not_grow_the_memory),
    };

    return cmocka_run_group_tests_name("throttle", tests, NULL, NULL);
}
