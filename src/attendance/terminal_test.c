#include "attendance/terminal.h"

#include "attendance/fixture_test.h"

static const struct terminal *load(const struct office *o,
                                   int64_t as_of_ms,
                                   struct arena *mem,
                                   size_t *out_count)
{
    const struct terminal *terminals = NULL;

    assert_rc(RC_OK, terminal_load(o->people->reader, 1, as_of_ms, mem, &terminals, out_count));
    return terminals;
}

static void a_terminal_is_what_was_recorded_last(void **state)
{
    struct office *o = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct terminal *terminals;
    size_t count = 0;

    office_small(o);
    fixture_at(o->people, wib_ms("2021-05-18 08:00:00"));
    assert_rc(RC_OK, office_try_terminal(o, (struct terminal){.serial = TEXT("PU1"),
                                                              .agency = TEXT("DINKES"),
                                                              .name = TEXT("Lobi"),
                                                              .model = TEXT("SpeedFace")}));
    fixture_at(o->people, wib_ms("2021-05-19 08:00:00"));
    assert_rc(RC_OK, office_try_terminal(o, (struct terminal){.serial = TEXT("PU1"),
                                                              .agency = TEXT("DINKES"),
                                                              .state = TERMINAL_RETIRED}));
    terminals = load(o, INT64_MAX, mem, &count);
    assert_int_equal(count, 2);
    assert_text("DK1", terminals[0].serial);
    assert_int_equal(terminals[1].state, TERMINAL_RETIRED);
    terminals = load(o, wib_ms("2021-05-18 09:00:00"), mem, &count);
    assert_text("DINKES", terminals[1].agency);
    assert_text("Lobi", terminals[1].name);
    terminals = load(o, wib_ms("2021-05-17 09:00:00"), mem, &count);
    assert_text("PU", terminals[1].agency);
    (void)load(o, 0, mem, &count);
    assert_int_equal(count, 0);
}

static void contacts_are_intervals_that_only_grow(void **state)
{
    struct office *o = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct terminal *terminals;
    size_t count = 0;

    office_small(o);
    office_contact(o, "PU1", "2021-05-17 06:00:00", "2021-05-17 06:10:00");
    office_contact(o, "PU1", "2021-05-17 06:00:00", "2021-05-17 06:30:00");
    office_contact(o, "PU1", "2021-05-17 06:00:00", "2021-05-17 06:20:00");
    office_contact(o, "PU1", "2021-05-17 09:00:00", "2021-05-17 09:00:00");
    terminals = load(o, INT64_MAX, mem, &count);
    assert_int_equal(terminals[1].contact_from_ms, wib_ms("2021-05-17 09:00:00"));
    assert_int_equal(terminals[1].contact_to_ms, wib_ms("2021-05-17 09:00:00"));
    assert_int_equal(terminals[0].contact_to_ms, 0);
    terminals = load(o, wib_ms("2021-05-17 08:00:00"), mem, &count);
    assert_int_equal(terminals[1].contact_to_ms, wib_ms("2021-05-17 06:30:00"));
    terminals = load(o, wib_ms("2021-05-17 07:05:00"), mem, &count);
    assert_int_equal(terminals[1].contact_from_ms, wib_ms("2021-05-17 06:00:00"));
}

static void what_cannot_be_a_terminal_is_refused(void **state)
{
    static const char long_text[] = "0123456789012345678901234567890123456789"
                                    "0123456789012345678901234567890123456789";
    const struct {
        struct terminal row;
        enum rc rc;
    } cases[] = {
        {{.serial = TEXT(""), .agency = TEXT("PU")}, RC_INVALID},
        {{.serial = TEXT("A B"), .agency = TEXT("PU")}, RC_INVALID},
        {{.serial = TEXT("../etc"), .agency = TEXT("PU")}, RC_INVALID},
        {{.serial = text_of(long_text), .agency = TEXT("PU")}, RC_INVALID},
        {{.serial = TEXT("A1"), .agency = TEXT("PU"), .name = TEXT("a\nb")}, RC_INVALID},
        {{.serial = TEXT("A1"), .agency = TEXT("PU"), .model = text_of(long_text)}, RC_INVALID},
        {{.serial = TEXT("A1"), .agency = text_of(long_text), .state = TERMINAL_REFUSED},
         RC_INVALID},
        {{.serial = TEXT("A1"), .agency = TEXT("NOWHERE")}, RC_NOT_FOUND},
        {{.serial = TEXT("A1"), .agency = TEXT("GONE")}, RC_NOT_FOUND},
        {{.serial = TEXT("A1"), .agency = TEXT("GONE"), .state = TERMINAL_RETIRED}, RC_OK},
        {{.serial = TEXT("A-1_z"), .state = TERMINAL_REFUSED}, RC_OK},
    };
    static const struct agency gone[] = {AGENCY("GONE", ""), AGENCY("GONE", "", .withdrawn = true)};
    struct office *o = *state;

    office_small(o);
    fixture_record(o->people, &agency_fact, &gone[0], 1);
    fixture_record(o->people, &agency_fact, &gone[1], 1);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_rc(cases[i].rc, office_try_terminal(o, cases[i].row));
    }
}

static int64_t rows_of(const struct office *o)
{
    return fixture_count(o->people, "SELECT (SELECT count(*) FROM terminal)"
                                    " + (SELECT count(*) FROM terminal_contact)"
                                    " + (SELECT count(*) FROM log WHERE kind IN (2, 4))");
}

static void a_fact_and_its_row_are_recorded_together_or_not_at_all(void **state)
{
    struct office *o = *state;
    struct terminal_contact contacts[] = {{TEXT("PU1"), 1, 2}, {TEXT("PU2"), 1, 2}};
    struct terminal_contacts both = {.contacts = contacts, .count = 2};
    struct terminal_put put = {.row = {.serial = TEXT("PU3"), .agency = TEXT("PU")}};
    enum rc rc = RC_UNAVAILABLE;
    int64_t before;

    office_small(o);
    before = rows_of(o);
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(o->people, &terminal_put_command, &put, calls);
        assert_int_equal(rows_of(o), rc == RC_OK ? before + 2 : before);
    }
    rc = RC_UNAVAILABLE;
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(o->people, &terminal_contact_command, &both, calls);
        assert_int_equal(rows_of(o), rc == RC_OK ? before + 6 : before + 2);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_terminal_is_what_was_recorded_last),
        TEST(contacts_are_intervals_that_only_grow),
        TEST(what_cannot_be_a_terminal_is_refused),
        TEST(a_fact_and_its_row_are_recorded_together_or_not_at_all),
    };

    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
