/* The three tables of numbers and texts, each against the plainest model. */
#include "base/map.h"

#include "base/map64.h"
#include "base/set128.h"
#include "base/test.h"

#include <stdio.h>
#include <string.h>

enum { KEYS = 3000, STEPS = 60000 };

struct owner {
    char names[KEYS][12];
};

static struct text name_of(const void *owner, uint32_t value)
{
    return text_of(((const struct owner *)owner)->names[value]);
}

/* A small generator (xorshift), so that a failure repeats. */
static uint64_t next_number(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void name_all(struct owner *owner)
{
    for (int i = 0; i < KEYS; i++) {
        (void)snprintf(owner->names[i], sizeof owner->names[i], "19%d", i * 7);
    }
}

static void churn_texts(struct map *map, const struct owner *owner)
{
    static bool expected[KEYS];
    uint64_t seed = 0x9e3779b97f4a7c15u;
    size_t count = 0;

    memset(expected, 0, sizeof expected);
    for (int step = 0; step < STEPS; step++) {
        uint64_t number = next_number(&seed);
        uint32_t i = (uint32_t)(number % KEYS), value = 0;
        struct text key = text_of(owner->names[i]);

        if (number >> 40 & 1) {
            assert_int_equal(map_put(map, key, i), !expected[i]);
            count += !expected[i];
            expected[i] = true;
        } else {
            assert_int_equal(map_remove(map, key), expected[i]);
            count -= expected[i];
            expected[i] = false;
        }
        i = (uint32_t)((number >> 20) % KEYS);
        assert_int_equal(map_find(map, text_of(owner->names[i]), &value), expected[i]);
        if (expected[i]) assert_int_equal(value, i);
        assert_int_equal(map_count(map), count);
    }
}

static void a_map_of_texts_remembers_through_any_churn(void **state)
{
    static struct owner owner;
    CLEANUP(map_free) struct map *copying = map_new();
    CLEANUP(map_free) struct map *over = map_new_over(name_of, &owner);

    (void)state;
    name_all(&owner);
    churn_texts(copying, &owner);
    churn_texts(over, &owner);
    map_clear(copying);
    assert_int_equal(map_count(copying), 0);
    assert_true(map_put(copying, TEXT(""), 5));
    assert_false(map_put(copying, TEXT(""), 6));
}

static void a_person_costs_few_bytes(void **state)
{
    enum { PEOPLE = 100000 };
    CLEANUP(map_free) struct map *map = map_new();
    CLEANUP(map64_free) struct map64 *numbers = map64_new();
    CLEANUP(set128_free) struct set128 *set = set128_new();
    char name[20];

    (void)state;
    for (int i = 0; i < PEOPLE; i++) {
        (void)snprintf(name, sizeof name, "%018d", i);
        assert_true(map_put(map, text_of(name), (uint32_t)i));
        assert_true(map64_put(numbers, (uint64_t)i, (uint32_t)i));
        assert_true(set128_add(set, set128_key_of(text_of(name))));
    }
    assert_true(map_bytes(map) / PEOPLE <= 55);
    assert_true(map64_bytes(numbers) / PEOPLE <= 23);
    assert_true(set128_bytes(set) / PEOPLE <= 26);
}

static void a_map_of_numbers_remembers_through_any_churn(void **state)
{
    static bool expected[KEYS];
    CLEANUP(map64_free) struct map64 *map = map64_new();
    uint64_t seed = 0x2545f4914f6cdd1du;
    size_t count = 0;

    (void)state;
    for (int step = 0; step < STEPS; step++) {
        uint64_t number = next_number(&seed);
        uint32_t i = (uint32_t)(number % KEYS), value = 0;

        if (number >> 40 & 1) {
            assert_int_equal(map64_put(map, (uint64_t)i << 32, i), !expected[i]);
            count += !expected[i];
            expected[i] = true;
        } else {
            assert_int_equal(map64_remove(map, (uint64_t)i << 32), expected[i]);
            count -= expected[i];
            expected[i] = false;
        }
        i = (uint32_t)((number >> 20) % KEYS);
        assert_int_equal(map64_find(map, (uint64_t)i << 32, &value), expected[i]);
        if (expected[i]) assert_int_equal(value, i);
        assert_int_equal(map64_count(map), count);
    }
    map64_clear(map);
    assert_int_equal(map64_count(map), 0);
}

/* Keys crowded into one table, and into its last slots. */
static struct set128_key crowded(uint32_t i)
{
    struct set128_key key = {0xffffff0000000000u | (uint64_t)(i % 50) << 20, i};

    return i == 0 ? (struct set128_key){0, 0} : key;
}

static void a_set_remembers_even_crowded_keys(void **state)
{
    static bool expected[KEYS];
    CLEANUP(set128_free) struct set128 *set = set128_new();
    uint64_t seed = 0x2545f4914f6cdd1du;
    size_t count = 0;

    (void)state;
    for (int step = 0; step < STEPS / 10; step++) {
        uint64_t number = next_number(&seed);
        uint32_t i = (uint32_t)(number % (KEYS / 30));

        if (number >> 40 & 1) {
            assert_int_equal(set128_add(set, crowded(i)), !expected[i]);
            count += !expected[i];
            expected[i] = true;
        } else {
            assert_int_equal(set128_remove(set, crowded(i)), expected[i]);
            count -= expected[i];
            expected[i] = false;
        }
        i = (uint32_t)((number >> 20) % (KEYS / 30));
        assert_int_equal(set128_has(set, crowded(i)), expected[i]);
        assert_int_equal(set128_count(set), count);
    }
    set128_clear(set);
    assert_int_equal(set128_count(set), 0);
    assert_false(set128_has(set, crowded(1)));
}

static void a_set_of_hashes_forgets_nothing_and_invents_nothing(void **state)
{
    enum { FACTS = 50000 };
    CLEANUP(set128_free) struct set128 *set = set128_new();

    (void)state;
    for (int64_t i = 0; i < FACTS; i++) {
        struct text text = {(const char *)&i, sizeof i};

        assert_true(set128_add(set, set128_key_of(text)));
        assert_false(set128_add(set, set128_key_of(text)));
    }
    for (int64_t i = 0; i < FACTS; i += 2) {
        assert_true(set128_remove(set, set128_key_of((struct text){(const char *)&i, sizeof i})));
    }
    for (int64_t i = 0; i < 2 * FACTS; i++) {
        struct text text = {(const char *)&i, sizeof i};

        assert_int_equal(set128_has(set, set128_key_of(text)), i < FACTS && i % 2 == 1);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_map_of_texts_remembers_through_any_churn),
        cmocka_unit_test(a_person_costs_few_bytes),
        cmocka_unit_test(a_map_of_numbers_remembers_through_any_churn),
        cmocka_unit_test(a_set_remembers_even_crowded_keys),
        cmocka_unit_test(a_set_of_hashes_forgets_nothing_and_invents_nothing),
    };

    return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
