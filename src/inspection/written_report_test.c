#include "inspection/written_report.h"

#include "inspection/room.h"
#include "people/fixture_test.h"

enum { HOUR_MS = 60 * 60 * 1000, DAY_MS = 24 * HOUR_MS, WIB_MINUTES = 420 };

/* Due on Wednesday 19 May 2021, which ends at 17:00 UTC in Jambi. */
static const struct day wednesday = {2021, 5, 19};
static const int64_t end_of_wednesday_ms = 1621209600000 + 2LL * DAY_MS + 17LL * HOUR_MS;
static const struct reminder_rule rule = {.before_hours = 16,
                                          .after_hours = 8,
                                          .offset_minutes = WIB_MINUTES};

static struct written_report asked(void)
{
    return (struct written_report){.asked_at_ms = monday_morning_ms, .due = wednesday};
}

#define assert_state(expected, report, now_ms)                      \
    assert_string_equal(                                            \
        record_choice_word(written_report_state_choices, expected), \
        record_choice_word(written_report_state_choices,            \
                           (int)written_report_state_of(report, now_ms, WIB_MINUTES)))

static void the_due_day_belongs_to_the_agency_to_its_end(void **state)
{
    struct written_report report = asked();

    (void)state;
    assert_state(WRITTEN_REPORT_ORDERED, &report, end_of_wednesday_ms - 1);
    assert_state(WRITTEN_REPORT_OVERDUE, &report, end_of_wednesday_ms);
    report.reminders = 1;
    assert_state(WRITTEN_REPORT_REMINDED, &report, end_of_wednesday_ms - 1);
    assert_state(WRITTEN_REPORT_OVERDUE, &report, end_of_wednesday_ms);
    report.received_at_ms = end_of_wednesday_ms - 1;
    assert_state(WRITTEN_REPORT_RECEIVED, &report, end_of_wednesday_ms + DAY_MS);
    report.received_at_ms = end_of_wednesday_ms;
    assert_state(WRITTEN_REPORT_RECEIVED_LATE, &report, end_of_wednesday_ms + DAY_MS);
}

static void asked_again_it_begins_anew(void **state)
{
    struct written_report report = asked();
    struct act_row row = {.at_ms = monday_morning_ms + 1};

    (void)state;
    row.act = act_of(TEXT("20210517-1"), ACT_REPORT_REMINDED, TEXT("PU"));
    row.act.word = TEXT("before");
    written_report_add(&report, &row);
    assert_int_equal(report.reminders, 1);
    assert_int_equal(report.last, REMINDER_BEFORE);
    row.act = act_of(TEXT("20210517-1"), ACT_REPORT_RECEIVED, TEXT("PU"));
    row.act.reference = TEXT("800/12");
    written_report_add(&report, &row);
    assert_true(text_equal(report.reference, TEXT("800/12")));
    row.at_ms++;
    row.act.reference = TEXT("800/12/PU");
    written_report_add(&report, &row);
    assert_int_equal(report.received_at_ms, row.at_ms - 1); /* it came when it came */
    assert_true(text_equal(report.reference, TEXT("800/12/PU")));
    row.act = act_of(TEXT("20210517-1"), ACT_REPORT_ASKED, TEXT("PU"));
    row.act.day = (struct day){2021, 5, 25};
    written_report_add(&report, &row);
    assert_int_equal(report.received_at_ms, 0);
    assert_int_equal(report.reminders, 0);
    assert_int_equal(report.clock_made, 0);
}

static const struct {
    int64_t after_end_ms; /* of the due day */
    enum reminder expected;
} hours[] = {
    {-17LL * HOUR_MS, REMINDER_NONE},
    {-16LL * HOUR_MS, REMINDER_BEFORE},
    {-1, REMINDER_BEFORE},
    {0, REMINDER_NONE}, /* the first has lost its sense, the second is not yet due */
    {8LL * HOUR_MS - 1, REMINDER_NONE},
    {8LL * HOUR_MS, REMINDER_AFTER},
    {90LL * DAY_MS, REMINDER_AFTER}, /* a server that was away for long */
};

static void it_is_reminded_of_before_and_after_the_deadline(void **state)
{
    struct written_report report = asked();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(hours); i++) {
        int64_t now_ms = end_of_wednesday_ms + hours[i].after_end_ms;

        assert_int_equal(written_report_reminder(&report, &rule, now_ms), hours[i].expected);
    }
    assert_true(written_report_next_ms(&report, &rule, monday_morning_ms) ==
                end_of_wednesday_ms - 16LL * HOUR_MS);
    report.clock_made = 1U << REMINDER_BEFORE;
    assert_int_equal(written_report_reminder(&report, &rule, end_of_wednesday_ms - 1),
                     REMINDER_NONE);
    assert_true(written_report_next_ms(&report, &rule, end_of_wednesday_ms - 1) ==
                end_of_wednesday_ms + 8LL * HOUR_MS);
}

static void what_is_received_or_late_asked_or_switched_off_is_not_reminded_of(void **state)
{
    static const struct reminder_rule off = {.offset_minutes = WIB_MINUTES};
    struct written_report report = asked();
    int64_t now_ms = end_of_wednesday_ms - 1;

    (void)state;
    assert_int_equal(written_report_reminder(&report, &off, now_ms), REMINDER_NONE);
    assert_int_equal(written_report_reminder(&report, &off, now_ms + DAY_MS), REMINDER_NONE);
    report.asked_at_ms = end_of_wednesday_ms - 15LL * HOUR_MS;
    assert_int_equal(written_report_reminder(&report, &rule, now_ms), REMINDER_NONE);
    report = asked();
    report.received_at_ms = monday_morning_ms + 1;
    assert_int_equal(written_report_reminder(&report, &rule, now_ms), REMINDER_NONE);
    assert_true(written_report_next_ms(&report, &rule, now_ms) == INT64_MAX);
}

/* ---- on a store ---- */

static void ask(struct fixture *f, const char *agency)
{
    struct act act = act_of(TEXT("20210517-1"), ACT_REPORT_ASKED, text_of(agency));

    act.day = wednesday;
    fixture_record(f, &act_fact, &act, 1);
}

static int64_t reminders(const struct fixture *f)
{
    return fixture_count(f, "SELECT count(*) FROM inspection_act WHERE act = 'report_reminded'");
}

static void look(struct fixture *f, struct reminder_watch *watch, int64_t now_ms)
{
    struct reminder_look at = {
        .ledger = f->ledger, .facts = f->reader, .government = 1, .now_ms = now_ms, .rule = rule};

    fixture_at(f, now_ms);
    assert_rc(RC_OK, reminder_watch_look(watch, &at));
}

static void each_reminder_is_made_once_also_after_a_restart(void **state)
{
    struct fixture *f = *state;
    struct reminder_watch watch = {0};

    ask(f, "PU");
    ask(f, "DINKES");
    look(f, &watch, end_of_wednesday_ms - 20LL * HOUR_MS);
    assert_int_equal(reminders(f), 0);
    assert_true(watch.next_ms == end_of_wednesday_ms - 16LL * HOUR_MS);
    look(f, &watch, end_of_wednesday_ms - 16LL * HOUR_MS);
    assert_int_equal(reminders(f), 2);
    look(f, &watch, end_of_wednesday_ms - 15LL * HOUR_MS);
    watch = (struct reminder_watch){0};
    look(f, &watch, end_of_wednesday_ms - 14LL * HOUR_MS);
    assert_int_equal(reminders(f), 2);
    look(f, &watch, end_of_wednesday_ms + 9LL * HOUR_MS);
    watch = (struct reminder_watch){0};
    look(f, &watch, end_of_wednesday_ms + 10LL * HOUR_MS);
    assert_int_equal(reminders(f), 4);
}

static void what_was_received_meanwhile_is_left_alone(void **state)
{
    struct fixture *f = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct reminder_watch watch = {0};
    struct act act = act_of(TEXT("20210517-1"), ACT_REPORT_RECEIVED, TEXT("PU"));
    const struct owed_report *owed = NULL;
    size_t count = 0;

    ask(f, "PU");
    ask(f, "DINKES");
    fixture_record(f, &act_fact, &act, 1);
    look(f, &watch, end_of_wednesday_ms + 9LL * HOUR_MS);
    assert_int_equal(reminders(f), 1);
    assert_rc(RC_OK, written_report_list(f->reader, 1, mem, &owed, &count));
    assert_int_equal(count, 2);
    assert_true(text_equal(owed[0].agency, TEXT("DINKES")));
    assert_int_equal(owed[0].report.last, REMINDER_AFTER);
    assert_int_equal(owed[1].report.reminders, 0);
    assert_true(owed[1].report.received_at_ms > 0);
}

static void reminding_is_all_or_nothing_wherever_the_store_fails(void **state)
{
    struct fixture *f = *state;
    struct reminder_rule request = rule;
    enum rc rc = RC_UNAVAILABLE;

    ask(f, "PU");
    ask(f, "DINKES");
    fixture_at(f, end_of_wednesday_ms - HOUR_MS);
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 60);
        rc = fixture_perform_failing(f, &remind_command, &request, calls);
        assert_int_equal(reminders(f), rc == RC_OK ? 2 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_due_day_belongs_to_the_agency_to_its_end),
        cmocka_unit_test(asked_again_it_begins_anew),
        cmocka_unit_test(it_is_reminded_of_before_and_after_the_deadline),
        cmocka_unit_test(what_is_received_or_late_asked_or_switched_off_is_not_reminded_of),
        TEST(each_reminder_is_made_once_also_after_a_restart),
        TEST(what_was_received_meanwhile_is_left_alone),
        TEST(reminding_is_all_or_nothing_wherever_the_store_fails),
    };

    return cmocka_run_group_tests_name("written_report", tests, NULL, NULL);
}
