#include "attendance/fixture_test.h"

static int64_t stored(const struct office *o)
{
    return fixture_count(o->people, "SELECT count(*) FROM log WHERE kind = 1");
}

static void a_batch_that_is_sent_again_and_again_is_stored_once(void **state)
{
    struct office *o = *state;
    struct punch punches[3];

    for (int times = 0; times < 3; times++) {
        punches[0] = office_punch_of("PU1", "1", "2021-05-17 07:01:00");
        punches[1] = office_punch_of("PU1", "2", "2021-05-17 07:02:00");
        punches[2] = office_punch_of("PU1", "1", "2021-05-17 16:02:00");
        assert_int_equal(office_send(o, punches, 3), times == 0 ? 3 : 0);
        assert_int_equal(stored(o), 3);
    }
}

static void a_row_that_is_twice_in_one_batch_is_stored_once(void **state)
{
    struct office *o = *state;
    struct punch punches[] = {office_punch_of("PU1", "1", "2021-05-17 07:01:00"),
                              office_punch_of("PU1", "1", "2021-05-17 07:01:00")};

    assert_int_equal(office_send(o, punches, 2), 1);
    assert_true(punches[0].stored);
    assert_false(punches[1].stored);
}

static void the_same_second_in_two_ways_or_at_two_terminals_is_kept(void **state)
{
    struct office *o = *state;
    struct punch punches[] = {office_punch_of("PU1", "1", "2021-05-17 07:01:00"),
                              office_punch_of("PU1", "1", "2021-05-17 07:01:00"),
                              office_punch_of("PU2", "1", "2021-05-17 07:01:00"),
                              office_punch_of("PU1", "1", "2021-05-17 07:01:00")};

    punches[1].verify = 4;
    punches[3].status = 1;
    assert_int_equal(office_send(o, punches, 4), 4);
    office_follow(o, "2021-05-17 08:00:00");
    office_restart(o);
    assert_int_equal(office_send(o, punches, 4), 0);
}

/* Older than what the book holds in memory: the index is asked. */
static void months_later_it_is_still_the_same_punch(void **state)
{
    struct office *o = *state;

    assert_int_equal(office_punch(o, "PU1", "1", "2021-01-11 07:01:00"), 1);
    assert_int_equal(office_punch(o, "PU1", "1", "2021-01-11 07:01:00"), 0);
    office_restart(o);
    assert_int_equal(punch_book_count(o->book), 0);
    assert_int_equal(office_punch(o, "PU1", "1", "2021-01-11 07:01:00"), 0);
    assert_int_equal(office_punch(o, "PU1", "1", "2021-01-11 07:01:01"), 1);
    assert_int_equal(stored(o), 2);
}

/* A clock that shows the year 2000 is filed under the day of its receipt,
 * which is another one each time. */
static void a_punch_with_a_doubtful_clock_is_known_on_any_other_day(void **state)
{
    struct office *o = *state;
    struct punch punch = office_punch_of("PU1", "1", "2021-05-17 07:01:00");

    punch.moment = at("2000-01-01 00:10:00");
    punch.flags = PUNCH_TIME;
    assert_int_equal(office_send(o, &punch, 1), 1);
    office_restart(o);
    punch.received_at_ms += 40LL * 86400000;
    assert_int_equal(office_send(o, &punch, 1), 0);
}

/* Two days ahead when it first came, plausible when it comes again. */
static void a_punch_that_was_doubtful_once_is_the_same_when_it_no_longer_is(void **state)
{
    struct office *o = *state;
    struct punch punch = office_punch_of("PU1", "1", "2021-05-19 07:01:00");

    punch.received_at_ms = wib_ms("2021-05-17 07:00:00");
    punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, WIB);
    assert_int_equal(punch.flags, PUNCH_TIME);
    assert_int_equal(office_send(o, &punch, 1), 1);
    for (int restarted = 0; restarted < 2; restarted++) {
        punch.received_at_ms = wib_ms("2021-05-19 08:00:00");
        punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, WIB);
        assert_int_equal(punch.flags, 0);
        assert_int_equal(office_send(o, &punch, 1), 0);
        office_restart(o);
    }
}

static void a_row_that_cannot_be_read_is_kept_once(void **state)
{
    struct office *o = *state;
    CLEANUP(derived_close) struct derived *derived = NULL;
    int64_t refusals = 0;

    for (int times = 0; times < 4; times++) {
        struct punch_refusal rows[] = {
            {.terminal = TEXT("PU1"), .reason = TEXT("time"), .bytes = TEXT("1\t24:10")},
            {.terminal = TEXT("PU2"), .reason = TEXT("time"), .bytes = TEXT("1\t24:10")},
            {.terminal = TEXT("PU1"), .reason = TEXT("time"), .bytes = TEXT("PU1")},
        };
        struct punch_batch batch = {.refusals = rows, .refusal_count = 3, .received_at_ms = 1};

        assert_rc(RC_OK, office_try_batch(o, &batch));
        assert_int_equal(rows[0].stored, times == 0);
        if (times == 1) office_restart(o);
    }
    office_follow(o, "2021-05-17 08:00:00");
    derived = office_derived(o);
    assert_rc(RC_OK, derived_refusal_count(derived, &refusals));
    assert_int_equal(refusals, 3);
}

static void as_days_pass_memory_is_given_back_and_nothing_forgotten(void **state)
{
    struct office *o = *state;

    office_punch(o, "PU1", "1", "2021-05-17 07:01:00");
    office_punch(o, "PU1", "1", "2021-01-11 07:01:00");
    assert_int_equal(punch_book_count(o->book), 2);

    fixture_at(o->people, wib_ms("2021-05-30 07:00:00"));
    office_punch(o, "PU1", "1", "2021-05-30 07:00:00"); /* the index is behind */
    assert_int_equal(punch_book_count(o->book), 3);
    office_follow(o, "2021-05-30 07:00:01");
    office_punch(o, "PU1", "2", "2021-05-30 07:00:02");
    assert_int_equal(punch_book_count(o->book), 2);
    assert_int_equal(office_punch(o, "PU1", "1", "2021-05-17 07:01:00"), 0);
    assert_int_equal(office_punch(o, "PU1", "1", "2021-01-11 07:01:00"), 0);
    assert_int_equal(office_punch(o, "PU1", "1", "2021-05-30 07:00:00"), 0);
}

/* ---- when the store fails ---- */

struct failing {
    struct punch_batch *batch;
    struct db *db;
    int fail_after;
    bool lose_commit;
};

static enum rc apply_failing(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct failing *failing = request;

    failing->db = ledger_db(tx);
    db_fail_after(failing->db, failing->fail_after);
    if (failing->lose_commit) db_lose_commit(failing->db);
    return punch_batch_command.apply(tx, failing->batch, why);
}

static void settle_failing(void *request, enum rc rc, const struct problem *why)
{
    struct failing *failing = request;

    if (failing->db) db_fail_after(failing->db, -1);
    punch_batch_command.settle(failing->batch, rc, why);
}

static const struct ledger_command failing_command = {.name = "failing",
                                                      .whole = true,
                                                      .apply = apply_failing,
                                                      .settle = settle_failing};

static enum rc send_failing(struct office *o, struct failing *failing)
{
    failing->batch->book = o->book;
    return ledger_perform(o->people->ledger, &failing_command, failing, NULL);
}

static void a_batch_that_failed_anywhere_is_stored_when_it_comes_again(void **state)
{
    struct office *o = *state;
    enum rc rc = RC_UNAVAILABLE;

    office_punch(o, "PU1", "1", "2021-05-17 07:01:00");
    for (int calls = 0; rc != RC_OK; calls++) {
        struct punch punches[] = {office_punch_of("PU1", "1", "2021-05-17 07:01:00"),
                                  office_punch_of("PU1", "2", "2021-05-17 07:02:00"),
                                  office_punch_of("PU1", "3", "2021-05-17 07:03:00")};
        struct punch_refusal row = {
            .terminal = TEXT("PU1"), .reason = TEXT("time"), .bytes = TEXT("?")};
        struct punch_batch batch = {
            .punches = punches, .count = 3, .refusals = &row, .refusal_count = 1};
        struct failing failing = {.batch = &batch, .fail_after = calls};

        assert_true(calls < 20);
        rc = send_failing(o, &failing);
        assert_int_equal(stored(o), rc == RC_OK ? 3 : 1);
        assert_int_equal(batch.stored, rc == RC_OK ? 2 : 0);
        assert_int_equal(row.stored, rc == RC_OK);
        assert_int_equal(punch_book_count(o->book), rc == RC_OK ? 3 : 1);
    }
}

/* The commit was done, and neither its answer nor the chain's end could be
 * read: the senders send again. */
static void what_was_stored_without_anybody_knowing_is_not_stored_twice(void **state)
{
    struct office *o = *state;
    struct punch punch = office_punch_of("PU1", "1", "2021-05-17 07:01:00");
    struct punch_batch batch = {.punches = &punch, .count = 1};
    struct failing failing = {.batch = &batch, .fail_after = 3, .lose_commit = true};

    assert_rc(RC_UNCERTAIN, send_failing(o, &failing));
    assert_int_equal(stored(o), 1);
    assert_int_equal(office_send(o, &punch, 1), 0);
    assert_int_equal(stored(o), 1);
}

static void what_was_not_stored_without_anybody_knowing_is_stored_later(void **state)
{
    struct office *o = *state;
    struct punch punch = office_punch_of("PU1", "1", "2021-05-17 07:01:00");
    struct punch_batch batch = {.punches = &punch, .count = 1};
    struct failing failing = {.batch = &batch, .fail_after = 2};

    assert_rc(RC_UNCERTAIN, send_failing(o, &failing));
    assert_int_equal(stored(o), 0);
    assert_int_equal(office_send(o, &punch, 1), 1);
    assert_int_equal(stored(o), 1);
}

/* ---- when the power goes ---- */

enum { MORNING = 120 };

/* Send every punch until it is acknowledged or the power is gone. */
static void send_morning(struct office *o, bool *acknowledged)
{
    for (int i = 0; i < MORNING; i++) {
        char pin[8];
        struct punch punch;
        struct punch_batch batch = {.punches = &punch, .count = 1};

        snprintf(pin, sizeof pin, "%d", i % 7);
        punch = office_punch_of("PU1", pin, "2021-05-17 07:00:00");
        punch.moment += i * 3;
        acknowledged[i] = acknowledged[i] || office_try_batch(o, &batch) == RC_OK;
        if (i % 10 == 0) IGNORE(board_catch_up(o->board, punch.received_at_ms, 1, 0), "dark");
    }
}

static void restart_all(struct office *o, unsigned seed)
{
    struct ledger_options options = {
        .path = o->people->path, .clock = &o->people->clock, .government = 1, .lane = 1};

    punch_book_close(&o->book);
    board_close(&o->board);
    ledger_stop(&o->people->ledger);
    db_close(&o->people->reader);
    db_test_vfs_power_on(o->disk, seed);
    assert_rc(RC_OK, ledger_start(&options, &o->people->ledger, NULL));
    assert_rc(RC_OK, db_open(&(struct db_options){.path = o->people->path, .mode = DB_READ_ONLY},
                             &o->people->reader));
    office_open_board(o);
    office_follow(o, "2021-05-17 09:00:00");
    office_open_book(o);
}

/* Power goes at a random write; afterwards the terminal sends everything that
 * was not acknowledged, and to be sure everything else as well. */
static void every_punch_is_there_once_after_power_cuts(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 12; seed++) {
        bool acknowledged[MORNING] = {false};
        void *office = NULL;
        struct office *o;

        assert_int_equal(office_make(&office), 0);
        o = office;
        office_small(o);
        office_open_days(o, "2021-05-17 07:00:00", "2021-05-17", "2021-05-17");
        db_test_vfs_power_off_after(o->disk, (int)(seed * 41 % 400));
        send_morning(o, acknowledged);
        restart_all(o, seed % 3 == 0 ? 0 : seed);
        send_morning(o, acknowledged);
        memset(acknowledged, 0, sizeof acknowledged);
        send_morning(o, acknowledged);
        assert_int_equal(stored(o), MORNING);
        office_check_rebuild(o, "2021-05-17 09:00:00", "2021-05-17", "2021-05-17");
        office_clear(&office);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_batch_that_is_sent_again_and_again_is_stored_once),
        TEST(a_row_that_is_twice_in_one_batch_is_stored_once),
        TEST(the_same_second_in_two_ways_or_at_two_terminals_is_kept),
        TEST(months_later_it_is_still_the_same_punch),
        TEST(a_punch_with_a_doubtful_clock_is_known_on_any_other_day),
        TEST(a_punch_that_was_doubtful_once_is_the_same_when_it_no_longer_is),
        TEST(a_row_that_cannot_be_read_is_kept_once),
        TEST(as_days_pass_memory_is_given_back_and_nothing_forgotten),
        TEST(a_batch_that_failed_anywhere_is_stored_when_it_comes_again),
        TEST(what_was_stored_without_anybody_knowing_is_not_stored_twice),
        TEST(what_was_not_stored_without_anybody_knowing_is_stored_later),
        cmocka_unit_test(every_punch_is_there_once_after_power_cuts),
    };

    return cmocka_run_group_tests_name("punch_book", tests, NULL, NULL);
}
