#include "inspection/wording.h"

#include "base/test.h"

static void numbers_are_written_as_they_are_spoken(void **state)
{
    static const struct {
        int number;
        const char *words;
    } cases[] = {
        {0, "nol"},
        {1, "satu"},
        {10, "sepuluh"},
        {11, "sebelas"},
        {17, "tujuh belas"},
        {20, "dua puluh"},
        {31, "tiga puluh satu"},
        {100, "seratus"},
        {111, "seratus sebelas"},
        {1000, "seribu"},
        {1999, "seribu sembilan ratus sembilan puluh sembilan"},
        {2021, "dua ribu dua puluh satu"},
        {9119, "sembilan ribu seratus sembilan belas"},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text words = wording_number(mem, cases[i].number);

        assert_true(text_equal(words, text_of(cases[i].words)));
    }
}

static void the_day_of_an_official_paper_stands_in_words_and_figures(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text words = wording_day_in_words(mem, (struct day){2021, 5, 17});

    (void)state;
    assert_true(
        text_equal(words, TEXT("Senin tanggal tujuh belas bulan Mei tahun dua ribu dua puluh satu "
                               "(17-05-2021)")));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_as_they_are_spoken),
        cmocka_unit_test(the_day_of_an_official_paper_stands_in_words_and_figures),
    };

    return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
