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

static void a_pin_that_is_mapped_afterwards_is_judged_again(void **state)
{
    static const struct person dedi = PERSON("dedi");
    static const struct posting posting = POSTING("dedi", "PU");
    struct office *o = *state;
    struct enrolment_request map = {.enrolment = ENROLMENT("77", "dedi")};

    office_small(o);
    fixture_record(o->people, &person_fact, &dedi, 1);
    fixture_record(o->people, &posting_fact, &posting, 1);
    office_punch(o, "PU1", "77", "2021-05-17 07:05:00");
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 21:00:00");
    office_open_days(o, "2021-05-17 21:00:00", monday_date, monday_date);
    assert_state(STATE_UNKNOWN, o, "dedi", monday_date);
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    assert_int_equal(office_line(o, "ani", monday_date).because, BECAUSE_PIN_UNMAPPED);

    assert_rc(RC_OK, ledger_perform(o->people->ledger, &enrolment_map_command, &map, NULL));
    office_follow(o, "2021-05-17 21:01:00");
    assert_state(STATE_ON_TIME, o, "dedi", monday_date);
    assert_state(STATE_UNEXPLAINED, o, "ani", monday_date);
    office_check_rebuild(o, "2021-05-17 21:01:00", monday_date, monday_date);
}

/* The day lies weeks back: it is not in memory when the PIN is mapped. */
static void a_day_long_past_is_judged_again_too(void **state)
{
    struct office *o = *state;
    struct enrolment_request map = {.enrolment = ENROLMENT("77", "ani")};

    office_small(o);
    office_punch(o, "PU1", "77", "2021-05-17 07:05:00");
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-06-10 21:00:00");
    office_open_days(o, "2021-06-10 21:00:00", monday_date, "2021-06-10");
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    assert_rc(RC_OK, ledger_perform(o->people->ledger, &enrolment_map_command, &map, NULL));
    office_follow(o, "2021-06-10 21:01:00");
    assert_state(STATE_ON_TIME, o, "ani", monday_date);
    office_check_rebuild(o, "2021-06-10 21:01:00", monday_date, "2021-06-10");
}

static void leave_that_is_recorded_late_corrects_the_day(void **state)
{
    static const struct leave_period leave = {
        .number = WORD("cici"), .kind = LEAVE_SICK, .from = {2021, 5, 14}, .to = {2021, 5, 18}};
    struct office *o = *state;

    office_small(o);
    office_contact(o, "DK1", "2021-05-14 05:00:00", "2021-05-20 20:30:00");
    office_open_days(o, "2021-05-20 20:30:00", "2021-05-14", "2021-05-20");
    assert_state(STATE_UNEXPLAINED, o, "cici", monday_date);
    fixture_record(o->people, &leave_period_fact, &leave, 1);
    office_follow(o, "2021-05-20 20:31:00");
    assert_state(STATE_SICK, o, "cici", monday_date);
    assert_state(STATE_OFF, o, "cici", "2021-05-16");
    assert_state(STATE_UNEXPLAINED, o, "cici", "2021-05-19");
    office_check_rebuild(o, "2021-05-20 20:31:00", "2021-05-14", "2021-05-20");
}

struct sum {
    struct text agency;
    struct balance balance;
};

static void add_tally(void *visitor, const struct tally *tally)
{
    struct sum *sum = visitor;

    if (text_equal(sum->agency, tally->agency)) balance_add(&sum->balance, &tally->balance);
}

static struct balance tally_of(const struct office *o, const char *agency, const char *date)
{
    CLEANUP(derived_close) struct derived *derived = office_derived(o);
    struct sum sum = {.agency = text_of(agency)};

    assert_rc(RC_OK, derived_tallies(derived, day_at(date), day_at(date), add_tally, &sum));
    return sum.balance;
}

static void a_person_who_is_posted_elsewhere_is_counted_there_alone(void **state)
{
    static const struct posting moved = POSTING("budi", "DINKES");
    struct office *o = *state;
    struct balance before, after;

    office_small(o);
    office_open_days(o, "2021-05-17 09:00:00", monday_date, monday_date);
    before = tally_of(o, "PU", monday_date);
    assert_int_equal(balance_strength(&before), 2);
    fixture_record(o->people, &posting_fact, &moved, 1);
    office_follow(o, "2021-05-17 09:01:00");
    after = tally_of(o, "PU", monday_date);
    assert_int_equal(balance_strength(&after), 1);
    after = tally_of(o, "DINKES", monday_date);
    assert_int_equal(balance_strength(&after), 2);
    office_check_rebuild(o, "2021-05-17 09:01:00", monday_date, monday_date);
}

static void somebody_who_joins_while_the_day_is_open_is_counted(void **state)
{
    static const struct person dedi = PERSON("dedi");
    static const struct posting posting = POSTING("dedi", "PU");
    struct office *o = *state;
    struct balance balance;

    office_small(o);
    office_punch(o, "PU1", "dedi", "2021-05-17 07:05:00");
    office_open_days(o, "2021-05-17 09:00:00", monday_date, monday_date);
    fixture_record(o->people, &person_fact, &dedi, 1);
    office_follow(o, "2021-05-17 09:01:00");
    fixture_record(o->people, &posting_fact, &posting, 1);
    office_follow(o, "2021-05-17 09:02:00");
    balance = tally_of(o, "PU", monday_date);
    assert_int_equal(balance_strength(&balance), 3);
    office_check_rebuild(o, "2021-05-17 09:02:00", monday_date, monday_date);
}

static void a_terminal_that_is_approved_later_makes_its_place_unknown(void **state)
{
    struct office *o = *state;

    office_small(o);
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-18 21:00:00");
    office_open_days(o, "2021-05-18 21:00:00", monday_date, "2021-05-18");
    assert_state(STATE_UNEXPLAINED, o, "ani", monday_date);
    office_approve(o, "PU2", "PU");
    office_follow(o, "2021-05-18 21:00:10");
    assert_state(STATE_UNKNOWN, o, "ani", monday_date);
    office_check_rebuild(o, "2021-05-18 21:00:10", monday_date, "2021-05-18");
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

/* ---- the queue at the reader ---- */

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

/* ---- when a store fails ---- */

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

/* ---- with its own thread ---- */

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
        TEST(a_pin_that_is_mapped_afterwards_is_judged_again),
        TEST(a_day_long_past_is_judged_again_too),
        TEST(leave_that_is_recorded_late_corrects_the_day),
        TEST(a_person_who_is_posted_elsewhere_is_counted_there_alone),
        TEST(somebody_who_joins_while_the_day_is_open_is_counted),
        TEST(a_terminal_that_is_approved_later_makes_its_place_unknown),
        TEST(a_board_that_ends_anywhere_goes_on_where_it_was),
        TEST(a_punch_that_is_twice_in_the_log_counts_once),
        TEST(somebody_late_because_of_the_queue_is_flagged),
        TEST(the_queue_is_seen_whenever_its_punches_arrive),
        TEST(wherever_a_store_fails_the_board_goes_on_as_if_nothing_happened),
        TEST(a_failure_in_the_middle_shows_nothing_half_done),
        TEST(what_was_followed_but_not_written_is_followed_again),
        TEST(how_far_the_board_is_counts_what_it_has_judged),
        TEST(what_was_learned_and_undone_is_learned_again),
        TEST(a_derived_store_that_cannot_be_read_is_made_again),
        TEST(a_wait_from_another_thread_finds_the_days_written),
        TEST(figures_are_published_as_punches_come),
        TEST(whoever_waits_for_the_register_sees_it_in_the_snapshot),
    };

    return cmocka_run_group_tests_name("board", tests, NULL, NULL);
}
