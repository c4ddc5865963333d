#include "inspection/name_reading.h"

#include "people/fixture_test.h"

static struct name_reading reading_of(struct day day)
{
    return (struct name_reading){.inspection = TEXT("20210517-1"),
                                 .account = TEXT("bupati"),
                                 .agency = TEXT("PU"),
                                 .kind = NAME_READING_PEOPLE,
                                 .day = day};
}

static enum rc note(struct fixture *f, struct name_reading reading, int fail_after)
{
    return fixture_perform_failing(f, &name_reading_command, &reading, fail_after);
}

static void one_reading_a_day_stands_for_all_of_its_kind(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct name_reading other = reading_of(monday);
    const struct name_reading_row *rows = NULL;
    size_t count = 0;

    assert_rc(RC_OK, note(f, reading_of(monday), -1));
    assert_rc(RC_OK, note(f, reading_of(monday), -1));
    assert_rc(RC_OK, note(f, reading_of(day_add(monday, 1)), -1));
    other.kind = NAME_READING_FOLLOW_UPS;
    assert_rc(RC_OK, note(f, other, -1));
    assert_rc(RC_OK, name_reading_list(f->reader, 1, TEXT("20210517-1"), mem, &rows, &count));
    assert_int_equal(count, 3);
    assert_int_equal(rows[0].reading.kind, NAME_READING_FOLLOW_UPS);
    assert_text("bupati", rows[2].reading.account);
    assert_true(rows[2].at_ms > 0);
    assert_rc(RC_OK, name_reading_list(f->reader, 1, TEXT("20210517-2"), mem, &rows, &count));
    assert_int_equal(count, 0);
}

static void it_is_on_record_or_the_names_are_not_given(void **state)
{
    struct fixture *f = *state;
    struct name_reading reading = reading_of(monday);
    enum rc rc = RC_UNAVAILABLE;
    bool found = true;

    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 60);
        rc = note(f, reading, calls);
        assert_rc(RC_OK, name_reading_find(f->reader, 1, &reading, &found));
        assert_int_equal(found, rc == RC_OK);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(one_reading_a_day_stands_for_all_of_its_kind),
        TEST(it_is_on_record_or_the_names_are_not_given),
    };

    return cmocka_run_group_tests_name("name_reading", tests, NULL, NULL);
}
