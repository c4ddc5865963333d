#include "attendance/board_private.h"
#include "attendance/fixture_test.h"

static const char monday_date[] = "2021-05-17";

static void a_morning_is_judged_as_it_goes(void **state)
{
    struct office *o = *state;

    office_small(o);
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 06:59:00");
    office_contact(o, "DK1", "2021-05-17 05:00:00", "2021-05-17 06:59:00");
    office_punch(o, "PU1", "1", "2021-05-17 06:58:10");
    office_open_days(o, "2021-05-17 07:00:00", monday_date, monday_date);
    assert_state(STATE_ON_TIME, o, "ani", monday_date);
    assert_state(STATE_WAITING, o, "budi", monday_date);

    office_punch(o, "PU1", "2", "2021-05-17 07:31:00");
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 20:01:00");
    office_follow(o, "2021-05-17 20:01:00");
    assert_state(STATE_LATE, o, "budi", monday_date);
    assert_int_equal(office_line(o, "budi", monday_date).late_minutes, 1);
    assert_state(STATE_UNKNOWN, o, "cici", monday_date);

    office_contact(o, "DK1", "2021-05-17 05:00:00", "2021-05-17 20:02:00");
    office_follow(o, "2021-05-17 20:02:00");
    assert_state(STATE_UNEXPLAINED, o, "cici", monday_date);
    office_check_rebuild(o, "2021-05-17 20:02:00", monday_date, monday_date);
}

/* The terminal is silent from before work until noon, then sends everything. */
static void a_terminal_that_was_silent_makes_nobody_absent(void **state)
{
    struct office *o = *state;
    struct punch late = office_punch_of("PU1", "1", "2021-05-17 07:12:00");

    office_small(o);
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 06:10:00");
    office_open_days(o, "2021-05-17 08:00:00", monday_date, monday_date);
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    office_follow(o, "2021-05-17 21:00:00");
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    assert_state(STATE_UNKNOWN, o, "budi", monday_date);

    late.received_at_ms = wib_ms("2021-05-17 22:00:00");
    office_send(o, &late, 1);
    office_contact(o, "PU1", "2021-05-17 21:59:00", "2021-05-17 22:00:00");
    office_follow(o, "2021-05-17 22:00:30");
    assert_state(STATE_ON_TIME, o, "ani", monday_date);
    assert_true(office_line(o, "ani", monday_date).flags & FLAG_OFFLINE);
    assert_state(STATE_UNEXPLAINED, o, "budi", monday_date);
    office_check_rebuild(o, "2021-05-17 22:00:30", monday_date, monday_date);
}

/* Sixty places are heard for the first time within seconds of a morning: that
 * must not cost sixty times everybody. */
static void a_place_that_is_heard_for_the_first_time_is_judged_alone(void **state)
{
    static const struct person dedi = PERSON("dedi");
    static const struct posting posting = POSTING("dedi", "DINKES");
    struct office *o = *state;
    struct sheet *sheet;
    bool more = false;

    office_small(o);
    fixture_record(o->people, &person_fact, &dedi, 1);
    fixture_record(o->people, &posting_fact, &posting, 1);
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 07:00:00");
    office_open_days(o, "2021-05-17 07:00:00", monday_date, monday_date);
    assert_state(STATE_WAITING, o, "ani", monday_date);
    assert_state(STATE_UNKNOWN, o, "dedi", monday_date);

    assert_rc(RC_OK,
              board_hold_sheet(o->board, day_at(monday_date), wib_ms("2021-05-17 07:00:00")));
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 07:05:00");
    office_contact(o, "DK1", "2021-05-17 05:00:00", "2021-05-17 07:05:00");
    office_punch(o, "DK1", "3", "2021-05-17 07:05:00");
    assert_rc(RC_OK, board_follow(o->board, wib_ms("2021-05-17 07:05:01"), &more));
    sheet = board_sheet_in_memory(o->board, day_at(monday_date));
    assert_false(sheet->all_changed);
    assert_int_equal(sheet->changed_count, 2); /* of DINKES: cici, who came, and dedi */

    office_follow(o, "2021-05-17 07:05:02");
    assert_state(STATE_ON_TIME, o, "cici", monday_date);
    assert_state(STATE_WAITING, o, "dedi", monday_date);
    office_check_rebuild(o, "2021-05-17 07:05:02", monday_date, monday_date);
}

/* Follow a few entries at a time, with the board closed and opened in between. */
static void a_board_that_ends_anywhere_goes_on_where_it_was(void **state)
{
    struct office *o = *state;

    office_small(o);
    office_open_days(o, "2021-05-17 05:00:00", "2021-05-16", "2021-05-18");
    for (int i = 0; i < 40; i++) {
        char wall[32];

        snprintf(wall, sizeof wall, "2021-05-17 0%d:%02d:00", 6 + i / 20, (i * 7) % 60);
        office_punch(o, i % 2 ? "PU1" : "DK1", i % 3 == 0 ? "1" : i % 3 == 1 ? "2" : "9", wall);
        if (i % 3 == 0) office_follow(o, "2021-05-17 09:00:00");
        if (i % 5 == 0) {
            board_close(&o->board);
            office_open_board(o);
        }
    }
    office_check_rebuild(o, "2021-05-17 09:00:00", "2021-05-16", "2021-05-18");
}

/* The log holds a punch twice, as after a writer of old made a mistake. */
static enum rc append_twice(struct ledger_tx *tx, void *request, struct problem *why)
{
    CLEANUP(buf_done) struct buf body = {0};

    (void)why;
    buf_init(&body, ENTRY_BYTES_MAX);
    punch_encode(request, &body);
    TRY(ledger_append(tx, FACT_PUNCH, buf_text(&body), NULL));
    return ledger_append(tx, FACT_PUNCH, buf_text(&body), NULL);
}

static bool put_twice(void **state)
{
    static const struct ledger_command command = {.name = "twice", .apply = append_twice};
    struct office *o = *state;
    struct punch punch = office_punch_of("PU1", "1", "2021-05-17 07:05:00");

    return ledger_perform(o->people->ledger, &command, &punch, NULL) == RC_OK;
}

static void a_punch_that_is_twice_in_the_log_counts_once(void **state)
{
    struct office *o = *state;

    office_small(o);
    office_open_days(o, "2021-05-17 06:00:00", monday_date, monday_date);
    assert_true(put_twice(state));
    office_follow(o, "2021-05-17 09:00:00");
    assert_int_equal(office_line(o, "ani", monday_date).punch_count, 1);
}

static void somebody_late_because_of_the_queue_is_flagged(void **state)
{
    struct office *o = *state;
    struct punch punches[40];
    static char pins[40][8];

    office_small(o);
    office_open_days(o, "2021-05-17 06:00:00", monday_date, monday_date);
    for (size_t i = 0; i < COUNT_OF(punches); i++) {
        snprintf(pins[i], sizeof pins[i], "q%zu", i);
        punches[i] = office_punch_of("PU1", pins[i], "2021-05-17 07:26:00");
        punches[i].moment += (int64_t)i * 8;
    }
    punches[39].pin = TEXT("1"); /* 07:31:12, five minutes in line */
    office_send(o, punches, COUNT_OF(punches));
    office_punch(o, "PU1", "2", "2021-05-17 07:40:00");
    office_follow(o, "2021-05-17 09:00:00");
    assert_state(STATE_LATE, o, "ani", monday_date);
    assert_true(office_line(o, "ani", monday_date).flags & FLAG_SATURATED);
    assert_state(STATE_LATE, o, "budi", monday_date);
    assert_false(office_line(o, "budi", monday_date).flags & FLAG_SATURATED);
    office_check_rebuild(o, "2021-05-17 09:00:00", monday_date, monday_date);
}

/* A backlog shows only later that there was a queue. */
static void the_queue_is_seen_whenever_its_punches_arrive(void **state)
{
    struct office *o = *state;
    struct punch punches[40];
    static char pins[40][8];

    office_small(o);
    office_open_days(o, "2021-05-17 06:00:00", monday_date, monday_date);
    office_punch(o, "PU1", "1", "2021-05-17 07:31:12");
    office_follow(o, "2021-05-17 09:00:00");
    assert_false(office_line(o, "ani", monday_date).flags & FLAG_SATURATED);
    for (size_t i = 0; i < COUNT_OF(punches); i++) {
        snprintf(pins[i], sizeof pins[i], "q%zu", i);
        punches[i] = office_punch_of("PU1", pins[i], "2021-05-17 07:26:00");
        punches[i].moment += (int64_t)i * 8;
    }
    office_send(o, punches, COUNT_OF(punches));
    board_close(&o->board);
    office_open_board(o);
    office_follow(o, "2021-05-17 09:10:00");
    assert_true(office_line(o, "ani", monday_date).flags & FLAG_SATURATED);
    office_check_rebuild(o, "2021-05-17 09:10:00", monday_date, monday_date);
}

static void how_far_the_board_is_counts_what_it_has_judged(void **state)
{
    struct office *o = *state;
    struct board_progress progress;
    int64_t recorded;
    bool more = false;

    office_small(o);
    office_open_days(o, "2021-05-17 06:00:00", monday_date, monday_date);
    recorded = ledger_position(o->people->ledger);
    board_progress(o->board, &progress);
    assert_int_equal(progress.judged, recorded);
    assert_int_equal(progress.behind_ms, 0);
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    board_wake(o->board, recorded + 1);
    usleep(2000);
    board_progress(o->board, &progress);
    assert_int_equal(progress.judged, recorded);
    assert_true(progress.behind_ms > 0);
    assert_rc(RC_OK, board_follow(o->board, wib_ms("2021-05-17 07:06:00"), &more));
    board_note_followed(o->board);
    board_progress(o->board, &progress);
    assert_int_equal(progress.judged, recorded + 1);
    assert_int_equal(progress.behind_ms, 0);
    assert_int_equal(progress.written, recorded);
}

static void a_wait_from_another_thread_finds_the_days_written(void **state)
{
    struct office *o = *state;

    office_small(o);
    fixture_at(o->people, wib_ms("2021-05-19 21:00:00"));
    assert_rc(RC_OK, board_start(o->board));
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    assert_rc(RC_OK, board_wait(o->board, ledger_position(o->people->ledger), day_at(monday_date),
                                day_at("2021-05-18"), 5000));
    assert_state(STATE_ON_TIME, o, "ani", monday_date);
    assert_rc(RC_TOO_LARGE, board_wait(o->board, 0, 0, BOARD_DAYS_MAX, 5000));
    assert_rc(RC_UNAVAILABLE, board_wait(o->board, INT64_MAX, 1, 0, 50));
    board_stop(o->board);
    assert_rc(RC_UNAVAILABLE, board_wait(o->board, 0, 1, 0, 50));
}

struct heard {
    _Atomic int count;
    _Atomic int32_t present;
};

static void listen(void *owner,
                   const struct board_snapshot *before,
                   const struct board_snapshot *now)
{
    struct heard *heard = owner;

    assert(!before || now->event == before->event + 1);
    heard->count++;
    heard->present = balance_present(&now->total);
}

static void figures_are_published_as_punches_come(void **state)
{
    struct office *o = *state;
    struct heard heard = {0};
    struct board_options options = {.facts_path = o->people->path,
                                    .derived_path = o->derived,
                                    .government = 1,
                                    .lane = 1,
                                    .clock = &o->people->clock,
                                    .listener = listen,
                                    .listener_owner = &heard};
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;

    office_small(o);
    fixture_at(o->people, wib_ms("2021-05-17 09:00:00"));
    board_close(&o->board);
    assert_rc(RC_OK, board_open(&options, &o->board));
    assert_rc(RC_OK, board_start(o->board));
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    board_wake(o->board, 0);
    for (int i = 0; i < 300 && heard.present == 0; i++) {
        usleep(10000);
    }
    assert_int_equal(heard.present, 1);
    snapshot = board_take_snapshot(o->board);
    assert_int_equal(snapshot->day, day_at(monday_date));
    assert_int_equal(balance_strength(&snapshot->total), 3);
    assert_int_equal(snapshot->kinds[PERSON_KIND_CONTRACT], 3);
    assert_int_equal(snapshot->arrivals[7 * 60 + 5][0], 1);
    assert_int_equal(snapshot->first_limit_second, 7 * 3600 + 30 * 60);
}

/* Several times, so that it is not the pause between two events that helps. */
static void whoever_waits_for_the_register_sees_it_in_the_snapshot(void **state)
{
    static const struct person joining[] = {PERSON("x1"), PERSON("x2"), PERSON("x3"), PERSON("x4")};
    struct office *o = *state;

    office_small(o);
    fixture_at(o->people, wib_ms("2021-05-17 09:00:00"));
    assert_rc(RC_OK, board_start(o->board));
    for (size_t i = 0; i < COUNT_OF(joining); i++) {
        CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;

        fixture_record(o->people, &person_fact, &joining[i], 1);
        assert_rc(RC_OK, board_wait(o->board, ledger_position(o->people->ledger), 1, 0, 10 * 1000));
        snapshot = board_take_snapshot(o->board);
        assert_int_not_equal(directory_find_person(snapshot->picture->directory, joining[i].number),
                             NONE);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_morning_is_judged_as_it_goes),
        TEST(a_terminal_that_was_silent_makes_nobody_absent),
        TEST(a_place_that_is_heard_for_the_first_time_is_judged_alone),
        TEST(a_board_that_ends_anywhere_goes_on_where_it_was),
        TEST(a_punch_that_is_twice_in_the_log_counts_once),
        TEST(somebody_late_because_of_the_queue_is_flagged),
        TEST(the_queue_is_seen_whenever_its_punches_arrive),
        TEST(how_far_the_board_is_counts_what_it_has_judged),
        TEST(a_wait_from_another_thread_finds_the_days_written),
        TEST(figures_are_published_as_punches_come),
        TEST(whoever_waits_for_the_register_sees_it_in_the_snapshot),
    };

    return cmocka_run_group_tests_name("board", tests, NULL, NULL);
}
