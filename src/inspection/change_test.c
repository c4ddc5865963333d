#include "inspection/change.h"

#include "attendance/punch.h"
#include "people/fixture_test.h"
#include "people/leave_period.h"
#include "people/setting.h"

enum { MINUTE_MS = 60 * 1000, HOUR_MS = 60 * MINUTE_MS, WIB_MINUTES = 420 };
static const int64_t day_ms = 24LL * HOUR_MS;

static const struct leave_period sick_yesterday = {
    .number = WORD("ani"),
    .kind = LEAVE_SICK,
    .from = {2021, 5, 16},
    .to = {2021, 5, 17},
    .author = WORD("bkd"),
};
static const struct leave_period travel_tomorrow = {
    .number = WORD("budi"),
    .kind = LEAVE_DUTY_TRAVEL,
    .from = {2021, 5, 18},
    .to = {2021, 5, 19},
    .author = WORD("bkd"),
};

struct found {
    const struct change *changes;
    size_t count;
    size_t more;
};

static struct found list(const struct fixture *f,
                         struct arena *mem,
                         int64_t from_ms,
                         int64_t to_position)
{
    struct change_request request = {.government = 1,
                                     .lane = 1,
                                     .from_ms = from_ms,
                                     .to_position = to_position,
                                     .offset_minutes = WIB_MINUTES};
    struct found found = {0};

    assert_rc(RC_OK,
              change_list(f->reader, &request, mem, &found.changes, &found.count, &found.more));
    return found;
}

static struct found list_all(const struct fixture *f, struct arena *mem)
{
    return list(f, mem, 0, INT64_MAX);
}

static void an_entry_is_told_with_its_author_and_the_days_it_speaks_of(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct found found;

    fixture_record(f, &leave_period_fact, &travel_tomorrow, 1);
    found = list_all(f, mem);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.changes[0].kind, FACT_LEAVE);
    assert_int_equal(found.changes[0].rows, 1);
    assert_int_equal(found.changes[0].backdated, 0);
    assert_true(text_equal(found.changes[0].author, TEXT("bkd")));
    assert_true(text_equal(found.changes[0].number, TEXT("budi")));
    assert_true(text_equal(found.changes[0].what, TEXT("duty_travel")));
    assert_string_equal(day_text(found.changes[0].to).s, "2021-05-19");
}

static void leave_entered_after_its_day_began_is_backdated(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();

    fixture_record(f, &leave_period_fact, &sick_yesterday, 1);
    assert_int_equal(list_all(f, mem).changes[0].backdated, 1);
}

/* 17:30 UTC on the 17th is 00:30 on the 18th where the inspection is. */
static void a_day_begins_where_the_inspection_is(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();

    fixture_at(f, monday_morning_ms + 17 * HOUR_MS + 30 * MINUTE_MS);
    fixture_record(f, &leave_period_fact, &travel_tomorrow, 1);
    assert_int_equal(list_all(f, mem).changes[0].backdated, 1);
}

static void an_import_is_one_row_with_the_number_of_its_rows(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct leave_period both[] = {sick_yesterday, travel_tomorrow};
    struct found found;

    fixture_record(f, &leave_period_fact, both, COUNT_OF(both));
    found = list_all(f, mem);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.changes[0].rows, 2);
    assert_int_equal(found.changes[0].backdated, 1);
    assert_int_equal(found.changes[0].number.bytes, 0);
    assert_true(day_is_none(found.changes[0].from));
}

static void another_author_or_instant_is_another_row(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct leave_period both[] = {sick_yesterday, travel_tomorrow};
    struct found found;

    both[1].author = TEXT("operator.legok");
    fixture_record(f, &leave_period_fact, both, COUNT_OF(both));
    fixture_at(f, monday_morning_ms + HOUR_MS);
    both[1].author = TEXT("bkd");
    fixture_record(f, &leave_period_fact, &both[1], 1);
    found = list_all(f, mem);
    assert_int_equal(found.count, 3);
    assert_true(text_equal(found.changes[1].author, TEXT("operator.legok")));
    assert_true(found.changes[2].at_ms > found.changes[1].at_ms);
}

static void only_the_time_that_was_asked_for_is_told(void **state)
{
    static const int days[] = {0, 1, 5, 8};
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct found found;
    int64_t last = 0;

    for (size_t i = 0; i < COUNT_OF(days); i++) {
        fixture_at(f, monday_morning_ms + days[i] * day_ms);
        fixture_record(f, &leave_period_fact, i % 2 ? &sick_yesterday : &travel_tomorrow, 1);
        if (days[i] <= 6) last = ledger_position(f->ledger);
    }
    found = list(f, mem, monday_morning_ms + day_ms, last);
    assert_int_equal(found.count, 2);
    assert_true(text_equal(found.changes[0].number, TEXT("ani")));
    assert_int_equal(list(f, mem, monday_morning_ms + 9 * day_ms, INT64_MAX).count, 0);
}

/* Whose clock stood a year ahead when it was entered. */
static void an_entry_before_the_closing_is_told_whatever_its_clock_said(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();

    fixture_at(f, monday_morning_ms + 365 * day_ms);
    fixture_record(f, &leave_period_fact, &sick_yesterday, 1);
    fixture_at(f, monday_morning_ms);
    fixture_record(f, &leave_period_fact, &travel_tomorrow, 1);
    assert_int_equal(list(f, mem, monday_morning_ms - 7 * day_ms, INT64_MAX).count, 2);
}

/* Somebody enters a permit, and sets the server's clock back before he does. */
static void an_entry_made_while_the_clock_was_set_back_is_not_hidden(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    int64_t from_ms = monday_morning_ms + 10 * day_ms;
    struct found found;

    fixture_record(f, &leave_period_fact, &travel_tomorrow, 1);
    fixture_at(f, from_ms);
    fixture_record(f, &leave_period_fact, &travel_tomorrow, 1);
    fixture_at(f, monday_morning_ms - 400 * day_ms);
    fixture_record(f, &leave_period_fact, &sick_yesterday, 1);
    fixture_at(f, from_ms + day_ms);
    fixture_record(f, &leave_period_fact, &travel_tomorrow, 1);
    found = list(f, mem, from_ms, INT64_MAX);
    assert_int_equal(found.count, 3);
    assert_true(text_equal(found.changes[1].number, TEXT("ani")));
    assert_false(found.changes[0].misdated);
    assert_true(found.changes[1].misdated);
    assert_false(found.changes[2].misdated);
}

static enum rc append_punch(struct ledger_tx *tx, void *context, struct problem *why)
{
    (void)why;
    return ledger_append(tx, FACT_PUNCH, *(const struct text *)context, NULL);
}

static const struct ledger_command append_command = {.name = "append", .apply = append_punch};

static void record_punch(const struct fixture *f, enum punch_source source)
{
    CLEANUP(buf_done) struct buf body = {0};
    struct punch punch = {.terminal = TEXT("SN-1"),
                          .pin = TEXT("101"),
                          .moment = 1621235700,
                          .received_at_ms = monday_morning_ms,
                          .source = source};
    struct text bytes;
    struct problem why = {0};

    buf_init(&body, FACT_BODY_BYTES);
    punch_encode(&punch, &body);
    bytes = buf_text(&body);
    assert_rc(RC_OK, ledger_perform(f->ledger, &append_command, &bytes, &why));
}

static void punches_of_a_file_are_told_and_those_of_machines_are_not(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct found found;

    record_punch(f, PUNCH_FROM_TERMINAL);
    record_punch(f, PUNCH_FROM_FILE);
    found = list_all(f, mem);
    assert_int_equal(found.count, 1);
    assert_int_equal(found.changes[0].kind, FACT_PUNCH);
    assert_int_equal(found.changes[0].rows, 1);
}

/* What an account may do, or a terminal's contact, changes no figure. */
static void what_touches_no_figure_is_not_told(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct found found;

    fixture_small_government(f);
    found = list_all(f, mem);
    assert_int_equal(found.count, 4);
    assert_int_equal(found.changes[0].kind, FACT_AGENCY);
    assert_int_equal(found.changes[0].rows, 5);
    assert_string_equal(change_label(FACT_AGENCY), "unit kerja");
    assert_string_equal(change_label(FACT_ACCOUNT), "");
}

static void what_is_beyond_the_most_is_counted(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct setting *settings = arena_array(mem, struct setting, CHANGES_MAX + 3);
    struct found found;

    for (int i = 0; i < CHANGES_MAX + 3; i++) {
        settings[i].key = arena_format(mem, "k%d", i);
        settings[i].author = arena_format(mem, "akun-%d", i);
    }
    fixture_record(f, &setting_fact, settings, CHANGES_MAX + 3);
    found = list_all(f, mem);
    assert_int_equal(found.count, CHANGES_MAX);
    assert_int_equal(found.more, 3);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(an_entry_is_told_with_its_author_and_the_days_it_speaks_of),
        TEST(leave_entered_after_its_day_began_is_backdated),
        TEST(a_day_begins_where_the_inspection_is),
        TEST(an_import_is_one_row_with_the_number_of_its_rows),
        TEST(another_author_or_instant_is_another_row),
        TEST(only_the_time_that_was_asked_for_is_told),
        TEST(an_entry_before_the_closing_is_told_whatever_its_clock_said),
        TEST(an_entry_made_while_the_clock_was_set_back_is_not_hidden),
        TEST(punches_of_a_file_are_told_and_those_of_machines_are_not),
        TEST(what_touches_no_figure_is_not_told),
        TEST(what_is_beyond_the_most_is_counted),
    };

    return cmocka_run_group_tests_name("change", tests, NULL, NULL);
}
