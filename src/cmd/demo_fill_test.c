/* The Jambi day through the ordinary commands, judged by the real board. */
#include "cmd/demo_fill.h"

#include "attendance/board.h"
#include "attendance/recap.h"
#include "base/mem.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <stdio.h>

enum { MONDAY_17_MAY = 18764 };

struct fixture {
    struct test_folder folder;
    char facts[sizeof(struct test_folder) + 16];
    char derived[sizeof(struct test_folder) + 16];
    struct clock clock;
    struct arena *mem;
    struct ledger *ledger;
    struct db *reader;
    struct board *board;
    struct derived *index;
    struct punch_book *book;
    struct problem why;
};

static struct board_options board_of(struct fixture *f)
{
    return (struct board_options){.facts_path = f->facts,
                                  .derived_path = f->derived,
                                  .government = 1,
                                  .lane = 1,
                                  .clock = &f->clock};
}

static int make(void **state)
{
    struct fixture *f = mem_alloc(1, sizeof *f);
    struct ledger_options options = {
        .path = f->facts, .clock = &f->clock, .government = 1, .lane = 1};
    struct board_options board = board_of(f);

    if (test_folder_make(&f->folder) != 0) return -1;
    snprintf(f->facts, sizeof f->facts, "%s/facts.db", f->folder.path);
    snprintf(f->derived, sizeof f->derived, "%s/derived.db", f->folder.path);
    f->mem = arena_new();
    *state = f;
    clock_init_simulated(&f->clock, 1620000000000, 1);
    if (ledger_start(&options, &f->ledger, &f->why) != RC_OK) return -1;
    if (db_open(&(struct db_options){.path = f->facts, .mode = DB_READ_ONLY}, &f->reader) !=
        RC_OK) {
        return -1;
    }
    if (board_open(&board, &f->board) != RC_OK) return -1;
    if (board_catch_up(f->board, 1620000000000, 1, 0) != RC_OK) return -1;
    return punch_book_open(f->derived, 1, MONDAY_17_MAY, &f->book) == RC_OK ? 0 : -1;
}

static int clear(void **state)
{
    struct fixture *f = *state;
    int rest;

    ledger_stop(&f->ledger);
    punch_book_close(&f->book);
    derived_close(&f->index);
    board_close(&f->board);
    db_close(&f->reader);
    rest = test_folder_remove(&f->folder);
    arena_free(&f->mem);
    mem_free(f);
    return rest;
}

static void fill(struct fixture *f, enum demo_part part)
{
    CLEANUP(secret_done) struct secret password = {0};
    struct demo_options options = {.name = TEXT("jambi"),
                                   .part = part,
                                   .government = 1,
                                   .ledger = f->ledger,
                                   .reader = f->reader,
                                   .book = f->book,
                                   .clock = &f->clock,
                                   .password = &password};
    struct demo_day day;

    assert_rc(RC_OK, demo_fill(&options, f->mem, &day, &f->why));
    assert_int_equal(day_number(day.day), MONDAY_17_MAY);
    assert_rc(RC_OK,
              board_catch_up(f->board, clock_now_ms(&f->clock), MONDAY_17_MAY, MONDAY_17_MAY));
    assert_rc(RC_OK, derived_open_reader(f->derived, 1, &f->index));
}

static struct balance recap(struct fixture *f, int64_t as_of_ms, struct text agency)
{
    struct recap_request request = {MONDAY_17_MAY, MONDAY_17_MAY, agency};
    struct picture *picture = NULL;
    struct balance balance;
    struct recap recap;

    assert_rc(RC_OK, picture_load(f->reader, 1, as_of_ms, &picture));
    if (as_of_ms == AS_OF_NOW) {
        assert_rc(RC_OK, recap_load(f->index, picture, &request, f->mem, &recap, &f->why));
    } else {
        assert_rc(RC_OK, recap_as_of(f->index, picture, &request, f->mem, &recap, &f->why));
    }
    balance = recap.total.balance;
    picture_drop(&picture);
    return balance;
}

static int64_t at(int hour, int minute, int second)
{
    return (int64_t)MONDAY_17_MAY * 86400000 + ((hour - 7) * 3600 + minute * 60 + second) * 1000LL;
}

static void assert_morning(const struct balance *balance,
                           int on_time,
                           int late,
                           int unknown,
                           int waiting,
                           int unexplained)
{
    assert_int_equal(balance_strength(balance), 5789);
    assert_int_equal(balance_expected(balance), 5789);
    assert_int_equal(balance->counts[STATE_ON_TIME], on_time);
    assert_int_equal(balance->counts[STATE_LATE], late);
    assert_int_equal(balance->counts[STATE_PERMIT], 57);
    assert_int_equal(balance->counts[STATE_UNKNOWN], unknown);
    assert_int_equal(balance->counts[STATE_WAITING], waiting);
    assert_int_equal(balance->counts[STATE_UNEXPLAINED], unexplained);
}

static void the_closed_day_has_the_integers_of_the_report(void **state)
{
    struct fixture *f = *state;
    struct balance balance;

    fill(f, DEMO_WHOLE_DAY);
    balance = recap(f, AS_OF_NOW, TEXT(""));
    assert_morning(&balance, 4793, 800, 0, 0, 139);
    assert_string_equal(percent_text(balance_present(&balance), 5789).s, "96.61");

    /* Five years later nothing else is believed. */
    assert_rc(RC_OK, board_catch_up(f->board, at(12, 0, 0) + 5 * 365 * 86400000LL, 1, 0));
    balance = recap(f, AS_OF_NOW, TEXT(""));
    assert_morning(&balance, 4793, 800, 0, 0, 139);
}

static void the_morning_is_seen_as_it_was_known_then(void **state)
{
    static const struct {
        struct text agency;
        int waiting, unknown, strength;
    } places[] = {{TEXT_INIT("DISDIK"), 171, 0, 2148},        {TEXT_INIT("RSUD-HAM"), 74, 0, 486},
                  {TEXT_INIT("KEC-TELANAIPURA"), 40, 0, 210}, {TEXT_INIT("DPUPR"), 38, 0, 197},
                  {TEXT_INIT("PKM-PUTRI-AYU"), 0, 28, 61},    {TEXT_INIT("KEL-LEGOK"), 0, 3, 14}};
    struct fixture *f = *state;
    struct balance balance;

    fill(f, DEMO_WHOLE_DAY);
    balance = recap(f, at(7, 46, 12), TEXT(""));
    assert_morning(&balance, 4774, 309, 31, 618, 0);
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        balance = recap(f, at(7, 46, 12), places[i].agency);
        assert_int_equal(balance_strength(&balance), places[i].strength);
        assert_int_equal(balance.counts[STATE_WAITING], places[i].waiting);
        assert_int_equal(balance.counts[STATE_UNKNOWN], places[i].unknown);
    }
    balance = recap(f, at(8, 33, 0), TEXT(""));
    assert_morning(&balance, 4793, 800, 0, 139, 0);
    balance = recap(f, at(9, 14, 26), TEXT(""));
    assert_morning(&balance, 4793, 800, 0, 139, 0);
}

static void the_register_alone_has_everybody_and_no_punch(void **state)
{
    struct fixture *f = *state;
    struct balance balance;

    fill(f, DEMO_REGISTER);
    balance = recap(f, AS_OF_NOW, TEXT(""));
    assert_int_equal(balance_strength(&balance), 5789);
    assert_int_equal(balance.counts[STATE_PERMIT], 57);
    assert_int_equal(balance_present(&balance), 0);
    assert_int_equal(punch_book_count(f->book), 0);
}

static void a_folder_that_has_a_register_is_left_alone(void **state)
{
    CLEANUP(secret_done) struct secret password = {0};
    struct fixture *f = *state;
    struct demo_options options = {.name = TEXT("jambi"),
                                   .part = DEMO_REGISTER,
                                   .government = 1,
                                   .ledger = f->ledger,
                                   .reader = f->reader,
                                   .clock = &f->clock,
                                   .password = &password};
    struct demo_day day;
    int64_t position;

    fill(f, DEMO_REGISTER);
    position = ledger_position(f->ledger);
    assert_rc(RC_CONFLICT, demo_fill(&options, f->mem, &day, &f->why));
    assert_int_equal(ledger_position(f->ledger), position);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_closed_day_has_the_integers_of_the_report),
        TEST(the_morning_is_seen_as_it_was_known_then),
        TEST(the_register_alone_has_everybody_and_no_punch),
        TEST(a_folder_that_has_a_register_is_left_alone),
    };

    return cmocka_run_group_tests_name("demo_fill", tests, NULL, NULL);
}
