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

/* What is recorded, and when. */
struct wish {
    const char *agency;
    enum terminal_state state;
    const char *from;  /* or NULL */
    const char *today; /* or NULL */
};

static struct terminal_put wished(const struct office *o, const struct wish *wish)
{
    struct terminal_put put = {
        .row = {.serial = TEXT("T1"), .agency = text_of(wish->agency), .state = wish->state}};
    struct problem why = {0};

    if (wish->from) assert_true(day_parse(text_of(wish->from), &put.from));
    if (wish->today) assert_true(day_parse(text_of(wish->today), &put.today));
    assert_rc(RC_OK, ledger_perform(o->people->ledger, &terminal_put_command, &put, &why));
    return put;
}

/* "PU since ever, DINKES 2021-05-20" */
static void assert_placed(const char *expected, const struct office *o)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf said = {0};
    size_t count = 0;
    const struct terminal *terminals = load(o, INT64_MAX, mem, &count);

    buf_init(&said, 1000);
    assert_text("T1", terminals[count - 1].serial);
    for (size_t i = 0; i < terminals[count - 1].placement_count; i++) {
        const struct terminal_placement *placed = &terminals[count - 1].placements[i];

        buf_format(&said, "%s%s" TEXT_FORMAT " %s", i ? ", " : "",
                   placed->state == TERMINAL_APPROVED ? "" : "not ", TEXT_ARGUMENT(placed->agency),
                   placed->from == TERMINAL_SINCE_EVER ? "since ever"
                                                       : day_text(day_from_number(placed->from)).s);
    }
    assert_string_equal(expected, said.at);
}

static void without_a_day_a_change_holds_from_today(void **state)
{
    struct office *o = *state;

    office_small(o);
    wished(o, &(struct wish){"PU", TERMINAL_APPROVED, NULL, "2021-05-17"});
    assert_placed("PU since ever", o);
    assert_false(wished(o, &(struct wish){"PU", TERMINAL_APPROVED, NULL, "2021-05-18"}).placed);
    wished(o, &(struct wish){"DINKES", TERMINAL_APPROVED, NULL, "2021-05-20"});
    wished(o, &(struct wish){"DINKES", TERMINAL_RETIRED, NULL, "2021-05-25"});
    assert_placed("PU since ever, DINKES 2021-05-20, not DINKES 2021-05-25", o);
    wished(o, &(struct wish){"PU", TERMINAL_APPROVED, NULL, "2021-05-25"});
    assert_placed("PU since ever, DINKES 2021-05-20, PU 2021-05-25", o);
}

static void a_terminal_of_a_running_government_stands_from_today(void **state)
{
    struct office *o = *state;

    office_small(o);
    office_contact(o, "PU1", "2021-05-17 06:00:00", "2021-05-17 06:10:00");
    wished(o, &(struct wish){"", TERMINAL_REFUSED, NULL, "2021-05-17"});
    assert_placed("not  since ever", o);
    wished(o, &(struct wish){"PU", TERMINAL_APPROVED, NULL, "2021-05-18"});
    assert_placed("not  since ever, PU 2021-05-18", o);
}

static void told_its_first_day_a_terminal_did_not_stand_there_before(void **state)
{
    struct office *o = *state;

    office_small(o);
    wished(o, &(struct wish){"PU", TERMINAL_APPROVED, NULL, "2021-05-17"});
    wished(o, &(struct wish){"PU", TERMINAL_APPROVED, "2021-05-03", "2021-05-17"});
    assert_placed("not PU since ever, PU 2021-05-03", o);
    wished(o, &(struct wish){"DINKES", TERMINAL_APPROVED, "2021-04-01", "2021-05-17"});
    assert_placed("not PU since ever, DINKES 2021-04-01, PU 2021-05-03", o);
}

static void a_terminal_may_be_described_where_it_stands(void **state)
{
    struct office *o = *state;
    struct terminal_put put = {.row = {.serial = TEXT("PU1"), .name = TEXT("Lobi")},
                               .kind = TERMINAL_IS_DESCRIBED};
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct terminal *terminals;
    struct problem why = {0};
    size_t count = 0;

    office_small(o);
    assert_rc(RC_OK, ledger_perform(o->people->ledger, &terminal_put_command, &put, &why));
    terminals = load(o, INT64_MAX, mem, &count);
    assert_text("Lobi", terminals[1].name);
    assert_text("PU", terminals[1].agency);
    assert_int_equal(terminals[1].placement_count, 1);
    put.row.serial = TEXT("NONE");
    assert_rc(RC_NOT_FOUND, ledger_perform(o->people->ledger, &terminal_put_command, &put, &why));
}

static void a_fact_says_from_which_day_it_places(void **state)
{
    static const struct {
        const char *body;
        int32_t from;
    } cases[] = {
        {"[{\"serial\":\"A\",\"valid_from\":\"1970-01-11\",\"state\":\"approved\"}]", 10},
        {"[{\"serial\":\"A\",\"valid_from\":\"1970-01-11\",\"state\":\"approved\"},"
         "{\"serial\":\"A\",\"state\":\"retired\"}]",
         TERMINAL_SINCE_EVER},
        {"not json", TERMINAL_SINCE_EVER},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(terminal_placement_first_day(text_of(cases[i].body)), cases[i].from);
    }
}

/* As folders hold them that were made before placements had days. */
static void an_old_row_places_a_terminal_since_ever(void **state)
{
    struct office *o = *state;
    struct terminal old = {.serial = TEXT("T1"), .agency = TEXT("PU"), .name = TEXT("Lobi")};

    office_small(o);
    fixture_record(o->people, &terminal_fact, &old, 1);
    old.state = TERMINAL_RETIRED;
    fixture_record(o->people, &terminal_fact, &old, 1);
    assert_placed("not PU since ever", o);
    wished(o, &(struct wish){"DINKES", TERMINAL_APPROVED, "2021-05-18", NULL});
    assert_placed("not PU since ever, DINKES 2021-05-18", o);
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
                                    " + (SELECT count(*) FROM terminal_placement)"
                                    " + (SELECT count(*) FROM terminal_contact)"
                                    " + (SELECT count(*) FROM log WHERE kind IN (2, 4, 9))");
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
        assert_int_equal(rows_of(o), rc == RC_OK ? before + 4 : before);
    }
    rc = RC_UNAVAILABLE;
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(o->people, &terminal_contact_command, &both, calls);
        assert_int_equal(rows_of(o), rc == RC_OK ? before + 8 : before + 4);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_terminal_is_what_was_recorded_last),
        TEST(without_a_day_a_change_holds_from_today),
        TEST(a_terminal_of_a_running_government_stands_from_today),
        TEST(told_its_first_day_a_terminal_did_not_stand_there_before),
        TEST(a_terminal_may_be_described_where_it_stands),
        TEST(an_old_row_places_a_terminal_since_ever),
        TEST(a_fact_says_from_which_day_it_places),
        TEST(contacts_are_intervals_that_only_grow),
        TEST(what_cannot_be_a_terminal_is_refused),
        TEST(a_fact_and_its_row_are_recorded_together_or_not_at_all),
    };

    return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
