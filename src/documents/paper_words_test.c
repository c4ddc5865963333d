#include "documents/paper_words.h"

#include "base/test.h"

static void figures_are_written_as_in_indonesian_letters(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_text("0", paper_count(mem, 0));
    assert_text("999", paper_count(mem, 999));
    assert_text("5.789", paper_count(mem, 5789));
    assert_text("5.588.245", paper_count(mem, 5588245));
    assert_text("−25", paper_count(mem, -25));
    assert_text("+18", paper_difference(mem, 18));
    assert_text("−1.025", paper_difference(mem, -1025));
    assert_text("0", paper_difference(mem, 0));
}

/* The figures of Kota Jambi, 17 May 2021. */
static void shares_are_made_of_counts(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_text("96,61\xc2\xa0%", paper_share(mem, 5593, 5789));
    assert_text("82,79\xc2\xa0%", paper_share(mem, 4793, 5789));
    assert_text("13,82\xc2\xa0%", paper_share(mem, 800, 5789));
    assert_text("100,00\xc2\xa0%", paper_share(mem, 3, 3));
    assert_text("", paper_share(mem, 0, 0));
}

static void days_and_times_are_those_of_the_place(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_text("Senin, 17 Mei 2021", paper_day(mem, (struct day){2021, 5, 17}));
    assert_text("1 Desember 2026", paper_date(mem, (struct day){2026, 12, 1}));
    assert_text("17 Mei 2021, 11.48.20 WIB", paper_instant(mem, 1621226900000, 420));
    assert_text("13.48.20 WIT", paper_time(mem, 1621226900000, 540));
    assert_text("04.48.20", paper_time(mem, 1621226900000, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_written_as_in_indonesian_letters),
        cmocka_unit_test(shares_are_made_of_counts),
        cmocka_unit_test(days_and_times_are_those_of_the_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
