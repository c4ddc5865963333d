/* The board when a store fails or the program is killed: it goes on as if nothing
 * had happened. */
#include "attendance/board_private.h"
#include "attendance/fixture_test.h"

static const char monday_date[] = "2021-05-17";

/* A bit of everything, waiting in the log while two days are open. */
static void fill_log(struct office *o)
{
    static const struct person dedi = PERSON("dedi");
    static const struct posting posting = POSTING("dedi", "PU");
    static const struct enrolment enrolment = ENROLMENT("77", "dedi");
    struct punch_refusal row = {
        .terminal = TEXT("PU1"), .reason = TEXT("time"), .bytes = TEXT("?")};
    struct punch_batch batch = {.refusals = &row, .refusal_count = 1};

    office_small(o);
    office_punch(o, "PU1", "77", "2021-05-16 16:05:00");
    office_open_days(o, "2021-05-17 06:00:00", "2021-05-14", "2021-05-17");
    fixture_record(o->people, &person_fact, &dedi, 1);
    fixture_record(o->people, &posting_fact, &posting, 1);
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    office_punch(o, "DK1", "77", "2021-05-17 07:05:00");
    office_punch(o, "DK1", "88", "2021-05-17 07:05:00");
    office_punch(o, "PU1", "2", "2021-05-14 07:40:00");
    assert_rc(RC_OK, office_try_batch(o, &batch));
    office_approve(o, "DK2", "DINKES");
    fixture_record(o->people, &enrolment_fact, &enrolment, 1);
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 09:00:00");
}

static void wherever_a_store_fails_the_board_goes_on_as_if_nothing_happened(void **state)
{
    struct office *o = *state;
    enum rc rc = RC_UNAVAILABLE;

    fill_log(o);
    for (int calls = 0; rc != RC_OK; calls += 1 + calls / 20) {
        assert_true(calls < 3000);
        derived_fail_after(o->board->derived, calls);
        rc = board_catch_up(o->board, wib_ms("2021-05-17 09:00:00"), 1, 0);
        derived_fail_after(o->board->derived, -1);
        if (rc == RC_OK || calls % 3 > 0) continue;
        db_fail_after(o->board->facts, calls / 3);
        rc = board_catch_up(o->board, wib_ms("2021-05-17 09:00:00"), 1, 0);
        db_fail_after(o->board->facts, -1);
    }
    assert_state(STATE_ON_TIME, o, "dedi", monday_date);
    office_check_rebuild(o, "2021-05-17 09:00:00", "2021-05-14", monday_date);
}

/* Between a failure and the next attempt days are asked for. */
static void a_failure_in_the_middle_shows_nothing_half_done(void **state)
{
    struct office *o = *state;

    fill_log(o);
    for (int calls = 0; calls < 200; calls += 7) {
        derived_fail_after(o->board->derived, calls);
        IGNORE(board_follow(o->board, wib_ms("2021-05-17 09:00:00"), &(bool){false}),
               "it fails somewhere");
        derived_fail_after(o->board->derived, -1);
        for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
            if (o->board->sheets[i]) sheet_check(o->board->sheets[i]);
        }
        assert_rc(RC_OK, board_sweep(o->board, wib_ms("2021-05-17 09:00:00"), BOARD_PAST_ALL));
    }
    office_check_rebuild(o, "2021-05-17 09:00:00", "2021-05-14", monday_date);
}

static void a_derived_store_that_cannot_be_read_is_made_again(void **state)
{
    struct office *o = *state;
    FILE *file;

    office_small(o);
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    office_open_days(o, "2021-05-17 09:00:00", monday_date, monday_date);
    punch_book_close(&o->book);
    board_close(&o->board);
    office_remove_derived(o);
    file = fopen(o->derived, "w");
    assert_non_null(file);
    assert_true(fputs("this is no store, whatever its name says, and rather long besides", file) >
                0);
    fclose(file);
    office_open_board(o);
    office_open_book(o);
    office_open_days(o, "2021-05-17 09:00:00", monday_date, monday_date);
    assert_state(STATE_ON_TIME, o, "ani", monday_date);
}

/* A board that is killed has written nothing since its last commit. */
static void what_was_followed_but_not_written_is_followed_again(void **state)
{
    struct office *o = *state;
    bool more = false;

    office_small(o);
    office_open_days(o, "2021-05-17 06:00:00", monday_date, monday_date);
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    assert_rc(RC_OK, board_follow(o->board, wib_ms("2021-05-17 07:06:00"), &more));
    assert_true(o->board->followed > board_position(o->board));
    assert_int_equal(office_line(o, "ani", monday_date).punch_count, 0); /* as others see it */
    board_close(&o->board);
    office_open_board(o);
    assert_int_equal(o->board->followed, board_position(o->board));
    office_follow(o, "2021-05-17 07:07:00");
    assert_state(STATE_ON_TIME, o, "ani", monday_date);
    assert_int_equal(board_position(o->board), ledger_position(o->people->ledger));
    office_check_rebuild(o, "2021-05-17 07:07:00", monday_date, monday_date);
}

/* The day on which a place began to record is learned in the same transaction. */
static void what_was_learned_and_undone_is_learned_again(void **state)
{
    struct office *o = *state;
    int64_t now_ms = wib_ms("2021-05-19 21:00:00");
    bool more = false;

    office_small(o);
    office_contact(o, "PU1", "2021-05-19 05:00:00", "2021-05-19 21:00:00");
    office_open_days(o, "2021-05-19 21:00:00", monday_date, monday_date);
    assert_state(STATE_UNKNOWN, o, "budi", monday_date);
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    assert_rc(RC_OK, board_follow(o->board, now_ms, &more));
    derived_fail_after(o->board->derived, 0);
    assert_rc(RC_UNAVAILABLE, board_commit(o->board, now_ms));
    derived_fail_after(o->board->derived, -1);
    office_follow(o, "2021-05-19 21:00:00");
    assert_state(STATE_UNEXPLAINED, o, "budi", monday_date);
    office_check_rebuild(o, "2021-05-19 21:00:00", monday_date, monday_date);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(wherever_a_store_fails_the_board_goes_on_as_if_nothing_happened),
        TEST(a_failure_in_the_middle_shows_nothing_half_done),
        TEST(what_was_followed_but_not_written_is_followed_again),
        TEST(what_was_learned_and_undone_is_learned_again),
        TEST(a_derived_store_that_cannot_be_read_is_made_again),
    };

    return cmocka_run_group_tests_name("board_failure", tests, NULL, NULL);
}
