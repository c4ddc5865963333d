#include "rules/zone.h"

#include "base/test.h"

static void the_three_zones_have_the_offsets_of_keppres_41_1987(void **state)
{
    static const struct {
        const char *word;
        const char *iana;
        int offset_minutes;
    } expected[] = {{"WIB", "Asia/Jakarta", 420},
                    {"WITA", "Asia/Makassar", 480},
                    {"WIT", "Asia/Jayapura", 540}};

    (void)state;
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        enum zone by_word, by_name, by_offset;

        assert_true(zone_parse(text_of(expected[i].word), &by_word));
        assert_true(zone_parse(text_of(expected[i].iana), &by_name));
        assert_true(zone_of_offset(expected[i].offset_minutes, &by_offset));
        assert_int_equal(by_word, by_name);
        assert_int_equal(by_word, by_offset);
        assert_string_equal(zone_word(by_word), expected[i].word);
        assert_string_equal(zone_iana(by_word), expected[i].iana);
        assert_int_equal(zone_offset_minutes(by_word), expected[i].offset_minutes);
    }
}

static void other_spellings_of_the_same_zone_are_understood(void **state)
{
    enum zone zone;

    (void)state;
    assert_true(zone_parse(TEXT("wita"), &zone));
    assert_int_equal(zone, ZONE_WITA);
    assert_true(zone_parse(TEXT("Asia/Pontianak"), &zone));
    assert_int_equal(zone, ZONE_WIB);
    assert_true(zone_parse(TEXT("Asia/Ujung_Pandang"), &zone));
    assert_int_equal(zone, ZONE_WITA);
}

static void a_zone_outside_indonesia_is_refused(void **state)
{
    static const char *const wrong[] = {"", "WI", "WIBB", "UTC", "Asia/Singapore", "+07:00"};
    enum zone zone;

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        assert_false(zone_parse(text_of(wrong[i]), &zone));
    }
    assert_false(zone_of_offset(0, &zone));
    assert_false(zone_of_offset(450, &zone));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_three_zones_have_the_offsets_of_keppres_41_1987),
        cmocka_unit_test(other_spellings_of_the_same_zone_are_understood),
        cmocka_unit_test(a_zone_outside_indonesia_is_refused),
    };

    return cmocka_run_group_tests_name("zone", tests, NULL, NULL);
}
