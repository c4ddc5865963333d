/* What is written of a day says itself until when it holds.  Over random
 * governments and clocks: as long as it says so, a sheet built from nothing is
 * the same; and when it is read, what does not hold any more is put right. */
#include "attendance/government_test.h"
#include "attendance/sheet.h"

enum { STEPS = 250, SEEDS = 2 };

static const char monday_date[] = "2021-05-17";

struct trial {
    struct bench bench;
    struct derived *writer;
    struct dice dice;
    size_t held, ended; /* how often what was written held, and did not */
};

/* Their terminals record since they were heard: no punch says since when. */
static void index_punches(struct trial *trial, const struct names *names)
{
    for (int i = 0; i < 300; i++) {
        struct punch punch = random_punch(&trial->dice, names);
        bool fresh = false;

        assert_rc(RC_OK, derived_add_punch(trial->writer, &punch, 1, &fresh));
    }
}

static void trial_open(struct trial *trial, struct office *o)
{
    struct names *names = mem_alloc(1, sizeof *names);
    int64_t position = 0;

    make_agencies(o);
    make_people(o, names);
    board_close(&o->board);
    bench_open(&trial->bench, o);
    assert_rc(RC_OK, derived_open(o->derived, 1, INT64_MAX, &trial->writer, &position));
    assert_rc(RC_OK, coverage_learn(trial->bench.coverage, trial->writer));
    derived_close(&trial->bench.derived);
    trial->bench.derived = trial->bench.context.derived = trial->writer;
    index_punches(trial, names);
    mem_free(names);
}

static void trial_close(struct trial *trial, struct office *o)
{
    bench_close(&trial->bench);
    office_open_board(o);
}

static enum rc write_sheet(struct derived *writer,
                           struct sheet *sheet,
                           const struct sheet_context *context)
{
    enum rc rc;

    TRY(derived_begin(writer));
    rc = sheet_write(sheet, context);
    if (rc == RC_OK) rc = derived_commit(writer, 1);
    if (rc != RC_OK) derived_undo(writer);
    return rc;
}

static void put_line(void *visitor, int32_t person, const struct line *line)
{
    struct line *lines = visitor;
    uint16_t agency = lines[person].agency;
    uint8_t settled = lines[person].set & LINE_SETTLED;

    lines[person] = *line;
    lines[person].agency = agency;
    lines[person].set = (uint8_t)(lines[person].set | settled);
}

static void add_tally(void *visitor, const struct tally *tally)
{
    balance_add(visitor, &tally->balance);
}

/* The very rows, read without a sheet, are those of the one that is right. */
static void assert_written(struct trial *trial, const struct sheet *right)
{
    CLEANUP(mem_release)
    struct line *lines = mem_alloc(right->line_count, sizeof *lines);
    struct balance written = {.wfh = 0}, total = {.wfh = 0};

    for (size_t i = 0; i < right->line_count; i++) {
        lines[i].agency = right->lines[i].agency;
        lines[i].set = right->lines[i].set & LINE_SETTLED;
    }
    assert_rc(RC_OK, derived_lines(trial->writer, right->day, put_line, lines));
    for (size_t i = 0; i < right->line_count; i++) {
        if (!(right->lines[i].set & LINE_ON_ROSTER)) continue;
        assert_memory_equal(&lines[i], &right->lines[i], sizeof lines[i]);
    }
    assert_rc(RC_OK, derived_tallies(trial->writer, right->day, right->day, add_tally, &written));
    for (size_t i = 0; i < right->agency_count; i++) {
        balance_add(&total, &right->balances[i]);
    }
    assert_true(balance_equal(&written, &total));
}

/* Mostly on, sometimes back, as when a clock is put right. */
static int64_t later(struct trial *trial, int64_t now_ms)
{
    if (roll(&trial->dice, 25) == 0) return now_ms - roll(&trial->dice, 6 * 3600) * 1000LL;
    return now_ms + roll(&trial->dice, 1800) * 1000LL;
}

/* Terminals are heard, fall silent, or what was heard is forgotten. */
static int64_t heard_by(struct trial *trial, int64_t now_ms)
{
    if (roll(&trial->dice, 3) > 0) return now_ms - roll(&trial->dice, 60000);
    if (roll(&trial->dice, 10) == 0) return trial->bench.heard_ms - roll(&trial->dice, 40000000);
    return trial->bench.heard_ms;
}

static void look(struct trial *trial, int32_t day)
{
    const struct sheet_context *context = &trial->bench.context;
    CLEANUP(sheet_free) struct sheet *right = NULL;
    CLEANUP(sheet_free) struct sheet *loaded = NULL;
    bool holds = false;

    assert_rc(RC_OK, sheet_build(context, day, &right));
    sheet_check(right);
    assert_rc(RC_OK, sheet_holds(context, day, &holds));
    if (holds) {
        trial->held++;
        assert_written(trial, right);
        return;
    }
    trial->ended++;
    assert_rc(RC_OK, sheet_load(context, day, &loaded));
    assert_rc(RC_OK, sheet_find_queues(loaded, context));
    sheet_check(loaded);
    assert_lines_equal(loaded, right);
    assert_rc(RC_OK, write_sheet(trial->writer, loaded, context));
    assert_rc(RC_OK, sheet_holds(context, day, &holds));
    assert_true(holds);
    assert_written(trial, right);
}

static void pass_through_days(struct trial *trial)
{
    int32_t day = day_at(monday_date);
    int64_t now_ms = wib_ms("2021-05-16 20:00:00");
    CLEANUP(sheet_free) struct sheet *first = NULL;

    trial->bench.heard_ms = now_ms;
    bench_at(&trial->bench, now_ms);
    assert_rc(RC_OK, sheet_build(&trial->bench.context, day, &first));
    assert_rc(RC_OK, write_sheet(trial->writer, first, &trial->bench.context));
    for (int step = 0; step < STEPS; step++) {
        now_ms = later(trial, now_ms);
        trial->bench.heard_ms = heard_by(trial, now_ms);
        bench_at(&trial->bench, now_ms);
        if (roll(&trial->dice, 30) == 0) {
            assert_rc(RC_OK, derived_touch_days(trial->writer, day, day));
        }
        look(trial, day);
    }
}

static void what_is_written_holds_until_it_says_that_it_does_not(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct trial trial = {.dice = {seed}};
        void *office = NULL;

        assert_int_equal(office_make(&office), 0);
        trial_open(&trial, office);
        pass_through_days(&trial);
        trial_close(&trial, office);
        assert_true(trial.held > STEPS / 4);
        assert_true(trial.ended > STEPS / 20);
        office_clear(&office);
    }
}

/* Settled for good: neither time nor a terminal that falls silent matters. */
static void a_day_that_is_settled_is_never_read_again(void **state)
{
    struct office *o = *state;
    struct trial trial = {.dice = {1}};
    CLEANUP(sheet_free) struct sheet *sheet = NULL;
    int64_t now_ms = wib_ms("2021-05-19 09:00:00");
    int32_t day = day_at(monday_date);

    trial_open(&trial, o);
    trial.bench.heard_ms = wib_ms("2021-05-15 09:00:00");
    bench_at(&trial.bench, now_ms);
    trial.bench.heard_ms = now_ms;
    bench_at(&trial.bench, now_ms);
    assert_rc(RC_OK, sheet_build(&trial.bench.context, day, &sheet));
    assert_rc(RC_OK, write_sheet(trial.writer, sheet, &trial.bench.context));
    for (int month = 0; month < 12; month++) {
        bool holds = false;

        bench_at(&trial.bench, now_ms + month * 30 * 86400000LL);
        assert_rc(RC_OK, sheet_holds(&trial.bench.context, day, &holds));
        assert_true(holds);
    }
    trial_close(&trial, o);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(what_is_written_holds_until_it_says_that_it_does_not),
        TEST(a_day_that_is_settled_is_never_read_again),
    };

    return cmocka_run_group_tests_name("sheet_time", tests, NULL, NULL);
}
