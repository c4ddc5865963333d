#include "attendance/derived.h"

#include "attendance/fixture_test.h"

struct store {
    struct office *office;
    struct derived *derived;
};

static int open_store(void **state)
{
    struct store *store = mem_alloc(1, sizeof *store);
    void *office = NULL;
    int64_t position = -1;

    if (office_make(&office) != 0) return -1;
    store->office = office;
    punch_book_close(&store->office->book);
    board_close(&store->office->board);
    office_remove_derived(store->office);
    *state = store;
    return derived_open(store->office->derived, 1, 100, &store->derived, &position) == RC_OK ? 0
                                                                                             : -1;
}

static int close_store(void **state)
{
    struct store *store = *state;
    void *office = store->office;

    derived_close(&store->derived);
    office_clear(&office);
    mem_free(store);
    return 0;
}

static int64_t reopen(struct store *store, int64_t log_position)
{
    int64_t position = -1;

    derived_close(&store->derived);
    assert_rc(RC_OK,
              derived_open(store->office->derived, 1, log_position, &store->derived, &position));
    return position;
}

static bool add(struct store *store, const struct punch *punch, int64_t position)
{
    bool fresh = false;

    assert_rc(RC_OK, derived_add_punch(store->derived, punch, position, &fresh));
    return fresh;
}

static void commit_at(struct store *store, int64_t position)
{
    assert_rc(RC_OK, derived_begin(store->derived));
    assert_rc(RC_OK, derived_commit(store->derived, position));
}

static void a_store_ahead_of_the_log_is_made_again(void **state)
{
    struct store *store = *state;

    commit_at(store, 50);
    assert_int_equal(reopen(store, 50), 50);
    assert_int_equal(reopen(store, 100), 50);
    assert_int_equal(reopen(store, 49), 0); /* a backup was restored */
    assert_int_equal(reopen(store, 49), 0);
}

static void what_is_undone_was_never_there(void **state)
{
    struct store *store = *state;
    struct punch punch = office_punch_of("PU1", "1", "2021-05-17 07:00:00");
    int64_t position = -1;
    bool found = true;

    assert_rc(RC_OK, derived_begin(store->derived));
    assert_true(add(store, &punch, 1));
    derived_undo(store->derived);
    assert_rc(RC_OK, derived_has_punch(store->derived, &punch, &found));
    assert_false(found);
    assert_rc(RC_OK, derived_position(store->derived, &position));
    assert_int_equal(position, 0);
}

struct seen {
    size_t count;
    int64_t last;
};

static void see(void *visitor, const struct derived_punch *found)
{
    struct seen *seen = visitor;

    assert_true(found->punch.moment >= seen->last);
    seen->last = found->punch.moment;
    seen->count++;
}

static void punches_are_found_by_pin_and_day(void **state)
{
    static const char *const walls[] = {"2021-05-17 16:00:00", "2021-05-16 23:59:59",
                                        "2021-05-17 07:00:00", "2021-05-18 00:00:00"};
    struct store *store = *state;
    struct seen seen = {0};

    for (size_t i = 0; i < COUNT_OF(walls); i++) {
        struct punch mine = office_punch_of("PU1", "1", walls[i]);
        struct punch other = office_punch_of("PU1", "11", walls[i]);

        assert_true(add(store, &mine, 1));
        assert_false(add(store, &mine, 2));
        assert_true(add(store, &other, 3));
    }
    assert_rc(RC_OK, derived_punches_of(store->derived, TEXT("1"), day_at("2021-05-17"),
                                        day_at("2021-05-17"), see, &seen));
    assert_int_equal(seen.count, 2);
    seen = (struct seen){0};
    assert_rc(RC_OK, derived_punches_of(store->derived, TEXT("1"), day_at("2021-05-16"),
                                        day_at("2021-05-18"), see, &seen));
    assert_int_equal(seen.count, 4);
    seen = (struct seen){0};
    assert_rc(RC_OK, derived_doubtful_punches(store->derived, see, &seen));
    assert_int_equal(seen.count, 0);
}

static enum derived_day standing_of(struct derived *derived, int32_t day)
{
    struct derived_standing standing = {.as = DERIVED_DAY_SETTLED};

    assert_rc(RC_OK, derived_find_day(derived, day, &standing));
    return standing.as;
}

static void a_day_only_gets_worse_until_it_is_written(void **state)
{
    struct store *store = *state;
    struct derived_standing settled = {DERIVED_DAY_SETTLED, 5000};
    struct derived_standing open = {DERIVED_DAY_OPEN, 6000};

    assert_rc(RC_OK, derived_spoil_days(store->derived, INT32_MIN, INT32_MAX));
    assert_int_equal(standing_of(store->derived, 7), DERIVED_DAY_NONE);
    assert_rc(RC_OK, derived_put_day(store->derived, 7, &settled));
    assert_rc(RC_OK, derived_touch_days(store->derived, 8, 9));
    assert_int_equal(standing_of(store->derived, 7), DERIVED_DAY_SETTLED);
    assert_rc(RC_OK, derived_touch_days(store->derived, 7, 7));
    assert_int_equal(standing_of(store->derived, 7), DERIVED_DAY_TOUCHED);
    assert_rc(RC_OK, derived_spoil_days(store->derived, INT32_MIN, 7));
    assert_rc(RC_OK, derived_touch_days(store->derived, 7, 7));
    assert_int_equal(standing_of(store->derived, 7), DERIVED_DAY_STALE);
    assert_rc(RC_OK, derived_spoil_days(store->derived, 9, 3)); /* no day at all */
    assert_rc(RC_OK, derived_put_day(store->derived, 7, &open));
    assert_rc(RC_OK, derived_find_day(store->derived, 7, &settled));
    assert_int_equal(settled.as, DERIVED_DAY_OPEN);
    assert_int_equal(settled.judged_at_ms, 6000);
}

static void note_watch(void *visitor, const struct derived_watch *watch)
{
    struct derived_watch *found = visitor;

    assert_int_equal(found->from_day, 0);
    assert_text("PU", watch->agency);
    *found = *watch;
}

static void a_watch_comes_back_as_it_was_written(void **state)
{
    struct store *store = *state;
    struct derived_watch watch = {.agency = TEXT("PU"),
                                  .time_at_ms = INT64_MAX,
                                  .delivery_at_ms = 1,
                                  .delivered_by_ms = INT64_MIN,
                                  .silent = true,
                                  .from_day = INT32_MAX};
    struct derived_watch found = {.from_day = 0};

    assert_rc(RC_OK, derived_put_watch(store->derived, 7, &watch));
    assert_rc(RC_OK, derived_watches(store->derived, 8, note_watch, &found));
    assert_int_equal(found.from_day, 0);
    assert_rc(RC_OK, derived_watches(store->derived, 7, note_watch, &found));
    assert_true(found.time_at_ms == INT64_MAX && found.delivery_at_ms == 1);
    assert_true(found.delivered_by_ms == INT64_MIN && found.silent);
    assert_int_equal(found.from_day, INT32_MAX);
    found.from_day = 0;
    assert_rc(RC_OK, derived_clear_watches(store->derived, 7));
    assert_rc(RC_OK, derived_watches(store->derived, 7, note_watch, &found));
    assert_int_equal(found.from_day, 0);
}

static void note_line(void *visitor, int32_t person, const struct line *line)
{
    (void)person;
    *(struct line *)visitor = *line;
}

static void a_line_comes_back_as_it_was_written(void **state)
{
    struct store *store = *state;
    struct line line = {.earliest = -3600,
                        .latest = 90000,
                        .first_in = -3600,
                        .last_out = LINE_NONE,
                        .punch_count = 65535,
                        .punch_flags = FLAG_SATURATED,
                        .flags = 0x7f,
                        .late_minutes = 1,
                        .early_minutes = 2,
                        .state = STATE_UNEXPLAINED,
                        .mode = MODE_WFH,
                        .because = BECAUSE_CLOSED,
                        .set = LINE_ON_ROSTER};
    struct line read = {.set = 0};

    assert_rc(RC_OK, derived_put_line(store->derived, 7, 3, &line));
    assert_rc(RC_OK, derived_lines(store->derived, 7, note_line, &read));
    assert_memory_equal(&read, &line, sizeof line);
    line.set = 0;
    assert_rc(RC_OK, derived_put_line(store->derived, 7, 3, &line));
    read = (struct line){.set = 0};
    assert_rc(RC_OK, derived_lines(store->derived, 7, note_line, &read));
    assert_int_equal(read.set, 0);
}

static void note_tally(void *visitor, const struct tally *tally)
{
    struct tally *sum = visitor;

    sum->kind = tally->kind;
    balance_add(&sum->balance, &tally->balance);
}

static void tallies_of_several_days_add_up(void **state)
{
    struct store *store = *state;
    struct tally sum = {.kind = PERSON_KIND_PNS};

    for (int day = 1; day <= 3; day++) {
        struct tally tally = {.agency = TEXT("PU"), .kind = PERSON_KIND_PPPK};

        for (int i = 0; i < STATE_COUNT; i++) {
            tally.balance.counts[i] = i * day;
        }
        tally.balance.wfh = day;
        assert_rc(RC_OK, derived_put_tally(store->derived, day, &tally));
    }
    assert_rc(RC_OK, derived_tallies(store->derived, 2, 3, note_tally, &sum));
    assert_int_equal(sum.kind, PERSON_KIND_PPPK);
    for (int i = 0; i < STATE_COUNT; i++) {
        assert_int_equal(sum.balance.counts[i], i * 5);
    }
    assert_int_equal(sum.balance.wfh, 5);
    assert_rc(RC_OK, derived_clear_tally(store->derived, 2, TEXT("DINKES")));
    assert_rc(RC_OK, derived_clear_tally(store->derived, 2, TEXT("PU")));
    assert_rc(RC_OK, derived_clear_tallies(store->derived, 3));
    sum.balance = (struct balance){.wfh = 0};
    assert_rc(RC_OK, derived_tallies(store->derived, 2, 3, note_tally, &sum));
    assert_int_equal(sum.balance.wfh, 0);
}

static void note_refusal(void *visitor, const struct derived_refusal *refusal)
{
    struct derived_refusal *last = visitor;

    assert_true(last->position == 0 || refusal->position < last->position);
    assert_text("time", refusal->reason);
    *last = *refusal;
}

static void refusals_are_listed_page_by_page_the_newest_first(void **state)
{
    struct store *store = *state;
    struct derived_refusal last = {.position = 0};
    int64_t count = 0;

    for (int64_t position = 1; position <= 5; position++) {
        struct derived_refusal refusal = {.position = position,
                                          .terminal = TEXT("PU1"),
                                          .reason = TEXT("time"),
                                          .key = {UINT64_MAX, (uint64_t)position}};

        assert_rc(RC_OK, derived_add_refusal(store->derived, &refusal));
        assert_rc(RC_OK, derived_add_refusal(store->derived, &refusal));
    }
    assert_rc(RC_OK, derived_refusal_count(store->derived, &count));
    assert_int_equal(count, 5);
    assert_rc(RC_OK, derived_refusals(store->derived, INT64_MAX, 2, note_refusal, &last));
    assert_int_equal(last.position, 4);
    assert_rc(RC_OK, derived_refusals(store->derived, 4, 9, note_refusal, &last));
    assert_int_equal(last.position, 1);
    assert_true(last.key.high == UINT64_MAX && last.key.low == 1);
}

static void note_report(void *visitor, const struct terminal_report *report)
{
    struct terminal_report *last = visitor;

    assert_true(last->position == 0 || report->position < last->position);
    *last = (struct terminal_report){.position = report->position, .is_audit = report->is_audit};
}

static void reports_are_listed_all_or_only_those_that_touch_the_evidence(void **state)
{
    struct store *store = *state;
    struct terminal_report last = {.position = 0};

    for (int64_t position = 1; position <= 4; position++) {
        struct terminal_report report = {.position = position,
                                         .serial = TEXT("PU1"),
                                         .kind = TEXT("OPLOG"),
                                         .is_audit = position % 2 == 0,
                                         .row = TEXT("OPLOG 21\t0")};

        assert_rc(RC_OK, derived_add_report(store->derived, &report));
        assert_rc(RC_OK, derived_add_report(store->derived, &report));
    }
    assert_rc(RC_OK, derived_reports(store->derived, DERIVED_REPORTS_ALL, INT64_MAX, 3, note_report,
                                     &last));
    assert_int_equal(last.position, 2);
    last.position = 0;
    assert_rc(RC_OK,
              derived_reports(store->derived, DERIVED_REPORTS_AUDIT, 4, 9, note_report, &last));
    assert_int_equal(last.position, 2);
    assert_true(last.is_audit);
}

static enum rc write_all(struct derived *derived)
{
    struct punch punch = office_punch_of("PU1", "1", "2021-05-17 07:00:00");
    struct line line = {.set = LINE_ON_ROSTER};
    struct tally tally = {.agency = TEXT("PU")};
    struct derived_watch watch = {.agency = TEXT("PU")};
    struct derived_standing open = {DERIVED_DAY_OPEN, 9};
    bool fresh = false;

    TRY(derived_begin(derived));
    TRY(derived_add_punch(derived, &punch, 9, &fresh));
    TRY(derived_put_line(derived, 7, 1, &line));
    TRY(derived_put_tally(derived, 7, &tally));
    TRY(derived_put_watch(derived, 7, &watch));
    TRY(derived_put_day(derived, 7, &open));
    return derived_commit(derived, 9);
}

static void everything_appears_with_the_position_or_not_at_all(void **state)
{
    struct store *store = *state;
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        int64_t position = -1;

        assert_true(calls < 20);
        derived_fail_after(store->derived, calls);
        rc = write_all(store->derived);
        derived_undo(store->derived);
        derived_fail_after(store->derived, -1);
        assert_rc(RC_OK, derived_position(store->derived, &position));
        assert_int_equal(position, rc == RC_OK ? 9 : 0);
        assert_int_equal(standing_of(store->derived, 7),
                         rc == RC_OK ? DERIVED_DAY_OPEN : DERIVED_DAY_NONE);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, open_store, close_store)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_store_ahead_of_the_log_is_made_again),
        TEST(what_is_undone_was_never_there),
        TEST(punches_are_found_by_pin_and_day),
        TEST(a_day_only_gets_worse_until_it_is_written),
        TEST(a_watch_comes_back_as_it_was_written),
        TEST(a_line_comes_back_as_it_was_written),
        TEST(tallies_of_several_days_add_up),
        TEST(refusals_are_listed_page_by_page_the_newest_first),
        TEST(reports_are_listed_all_or_only_those_that_touch_the_evidence),
        TEST(everything_appears_with_the_position_or_not_at_all),
    };

    return cmocka_run_group_tests_name("derived", tests, NULL, NULL);
}
