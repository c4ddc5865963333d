#include "rules/holiday_block.h"

#include "base/file.h"
#include "base/test.h"
#include "rules/test_data.h"

#include <string.h>

enum { FILE_BYTES_MAX = 1024 * 1024, ENTRIES_MAX = 400 };

struct fixture {
    struct arena *mem;
    struct calendar *calendar;
};

static int load_shipped(void **state)
{
    static const int years[] = {2020, 2021};
    struct arena *mem = arena_new();
    struct fixture *fixture = arena_one(mem, struct fixture);
    struct calendar_entry *all = arena_array(mem, struct calendar_entry, ENTRIES_MAX);
    size_t total = 0;

    for (size_t i = 0; i < COUNT_OF(years); i++) {
        struct text path = arena_format(mem, RULES_TEST_DATA "/calendars/%d.csv", years[i]);
        const struct calendar_entry *entries = NULL;
        struct problem why = {0};
        struct text csv = {0};
        size_t count = 0;

        assert_rc(RC_OK, file_read(path.at, FILE_BYTES_MAX, mem, &csv, &why));
        assert_rc(RC_OK, calendar_read(mem, csv, &entries, &count, &why));
        assert_true(total + count <= ENTRIES_MAX);
        memcpy(all + total, entries, count * sizeof *entries);
        total += count;
    }
    *fixture = (struct fixture){mem, calendar_build(mem, all, total)};
    *state = fixture;
    return 0;
}

static int drop(void **state)
{
    struct arena *mem = ((struct fixture *)*state)->mem;

    arena_free(&mem);
    return 0;
}

static const struct {
    struct day day;
    struct day as_of;
    int days_per_week;
    int days; /* of the block; 0: none */
} cases[] = {
    {{2021, 5, 17}, {2021, 5, 17}, 5, 5}, /* Jambi: after the joint leave of Lebaran */
    {{2020, 5, 26}, {2020, 5, 26}, 5, 3}, /* Sergai: Sat 23 to Mon 25 May */
    {{2021, 5, 18}, {2021, 5, 18}, 5, 0}, /* the second working day */
    {{2021, 5, 16}, {2021, 5, 16}, 5, 0}, /* a Sunday */
    {{2021, 5, 24}, {2021, 5, 24}, 5, 0}, /* after an ordinary weekend */
    {{2021, 5, 27}, {2021, 5, 27}, 5, 0}, /* after one holiday in the week */
    {{2021, 5, 17}, {2021, 5, 17}, 6, 0}, /* in a six-day week that Saturday was worked */
    {{2021, 5, 17}, {2021, 1, 1}, 5, 0},  /* before SKB 281/2021 the 17th was leave itself */
    {{2031, 5, 19}, {2031, 5, 19}, 5, 0}, /* nobody knows that year */
};

static void the_first_working_day_after_a_block_is_found(void **state)
{
    const struct fixture *fixture = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct holiday_block block = {.days = 0};
        bool found = holiday_block_ends_before(fixture->calendar, cases[i].day, cases[i].as_of,
                                               cases[i].days_per_week, &block);

        assert_int_equal(block.days, cases[i].days);
        assert_int_equal(found, cases[i].days > 0);
    }
}

static void a_block_names_its_days_and_a_decree(void **state)
{
    const struct fixture *fixture = *state;
    struct holiday_block block;

    assert_true(holiday_block_ends_before(fixture->calendar, (struct day){2021, 5, 17},
                                          (struct day){2021, 5, 17}, 5, &block));
    assert_string_equal(day_text(block.first).s, "2021-05-12");
    assert_string_equal(day_text(block.last).s, "2021-05-16");
    assert_true(text_starts(block.decree, TEXT("SKB")));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, load_shipped, drop)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_first_working_day_after_a_block_is_found),
        TEST(a_block_names_its_days_and_a_decree),
    };

    return cmocka_run_group_tests_name("holiday_block", tests, NULL, NULL);
}
