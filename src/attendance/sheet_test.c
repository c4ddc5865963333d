/* Sheets over random governments: whatever happens to a sheet, it is what one
 * built from the index says, and its books balance. */
#include "attendance/sheet.h"

#include "attendance/government_test.h"
#include "base/clock.h"

/* ---- time ---- */

/* Terminals fall silent and are heard again; at each minute of three days the
 * sheet that only let time pass is the one that is judged from nothing. */
static void at_every_minute_the_balance_closes_and_time_alone_is_enough(void **state)
{
    struct office *o = *state;
    struct bench bench = {.heard_ms = 0};
    struct dice dice = {7};
    CLEANUP(sheet_free) struct sheet *sheet = NULL;
    int64_t now_ms = wib_ms("2021-05-16 20:00:00");

    fill_office(o, 42, 300);
    bench_open(&bench, o);
    bench_at(&bench, now_ms);
    assert_rc(RC_OK, sheet_build(&bench.context, day_at("2021-05-17"), &sheet));
    for (int minute = 0; minute < 2 * MINUTES_PER_DAY; minute++) {
        CLEANUP(sheet_free) struct sheet *built = NULL;
        int32_t strength = 0;

        now_ms += 60000;
        if (roll(&dice, 100) < 80) bench.heard_ms = now_ms - roll(&dice, 100000);
        bench_at(&bench, now_ms);
        assert_rc(RC_OK, sheet_refresh(sheet, &bench.context));
        sheet_check(sheet);
        for (size_t i = 0; i < sheet->agency_count; i++) {
            strength += balance_strength(&sheet->balances[i]);
        }
        assert_int_equal(strength, PEOPLE);
        if (minute % 7 != 0) continue;
        assert_rc(RC_OK, sheet_build(&bench.context, day_at("2021-05-17"), &built));
        assert_lines_equal(sheet, built);
    }
    bench_close(&bench);
}

/* ---- storing ---- */

static enum rc write_once(struct derived *derived,
                          struct sheet *sheet,
                          const struct sheet_context *context)
{
    enum rc rc;

    TRY(derived_begin(derived));
    rc = sheet_write(sheet, context);
    if (rc == RC_OK) rc = derived_commit(derived, 1);
    if (rc != RC_OK) derived_undo(derived);
    return rc;
}

static void a_sheet_that_is_written_and_loaded_is_the_same(void **state)
{
    struct office *o = *state;
    struct bench bench = {.heard_ms = 0};
    CLEANUP(derived_close) struct derived *writer = NULL;
    CLEANUP(sheet_free) struct sheet *sheet = NULL;
    CLEANUP(sheet_free) struct sheet *loaded = NULL;
    int64_t position = 0;

    fill_office(o, 43, 300);
    board_close(&o->board);
    bench_open(&bench, o);
    bench_at(&bench, wib_ms("2021-05-17 09:00:00"));
    assert_rc(RC_OK, derived_open(o->derived, 1, INT64_MAX, &writer, &position));
    bench.context.derived = writer;
    assert_rc(RC_OK, sheet_build(&bench.context, day_at("2021-05-17"), &sheet));
    assert_rc(RC_OK, write_once(writer, sheet, &bench.context));
    assert_false(sheet->changed);
    assert_rc(RC_OK, sheet_load(&bench.context, day_at("2021-05-17"), &loaded));
    sheet_check(loaded);
    assert_lines_equal(loaded, sheet);
    bench_close(&bench);
    office_open_board(o);
}

/* ---- one punch after the other ---- */

static void let_in(struct bench *bench, struct sheet *sheet, const struct punch *punch)
{
    const struct picture *picture = bench->picture;
    int32_t person = picture_resolve(picture, punch);
    int32_t terminal = picture_find_terminal(picture, punch->terminal);
    bool fresh = false;

    assert_rc(RC_OK, derived_add_punch(bench->derived, punch, 1, &fresh));
    if (!fresh) return;
    if (person != NONE) {
        assert_rc(RC_OK, sheet_add_punch(sheet, &bench->context, person, punch));
    } else if (punch_day(punch) == sheet->day) {
        assert_rc(RC_OK,
                  sheet_add_unmapped(sheet, &bench->context, sheet->era->agency_of[terminal]));
    }
}

/* A sheet that is corrected by each punch, judged again here and there and
 * written now and then is the one that is built when all is over. */
static void come_and_go(struct bench *bench, const struct names *names, struct dice *dice)
{
    CLEANUP(sheet_free) struct sheet *sheet = NULL;
    CLEANUP(sheet_free) struct sheet *built = NULL;

    bench_at(bench, wib_ms("2021-05-17 08:00:00"));
    assert_rc(RC_OK, sheet_build(&bench->context, day_at("2021-05-17"), &sheet));
    for (int i = 0; i < 400; i++) {
        struct punch punch = random_punch(dice, names);
        int32_t person = (int32_t)roll(dice, PEOPLE);

        let_in(bench, sheet, &punch);
        if (i % 10 == 0) assert_rc(RC_OK, sheet_judge_again(sheet, &bench->context, person));
        if (i % 30 == 0) assert_rc(RC_OK, write_once(bench->derived, sheet, &bench->context));
        sheet_check(sheet);
    }
    bench_at(bench, wib_ms("2021-05-18 12:00:00"));
    assert_rc(RC_OK, sheet_refresh(sheet, &bench->context));
    assert_rc(RC_OK, sheet_find_queues(sheet, &bench->context));
    assert_rc(RC_OK, sheet_build(&bench->context, day_at("2021-05-17"), &built));
    assert_lines_equal(sheet, built);
}

/* No pattern that ships with the program pairs its punches: let all of them. */
static void pair_punches(const struct picture *picture)
{
    for (size_t i = 0; i < picture->patterns.count; i++) {
        ((struct pattern *)(uintptr_t)&picture->patterns.patterns[i])->pairing = PAIRING_PAIRS;
    }
}

static void play_over_an_empty_index(struct office *o, bool pairs)
{
    struct bench bench = {.heard_ms = wib_ms("2021-05-18 12:00:00")};
    struct dice dice = {pairs};
    struct names *names = mem_alloc(1, sizeof *names);
    int64_t position = 0;

    make_agencies(o);
    make_people(o, names);
    board_close(&o->board);
    bench_open(&bench, o);
    derived_close(&bench.derived);
    assert_rc(RC_OK, derived_open(o->derived, 1, INT64_MAX, &bench.derived, &position));
    bench.context.derived = bench.derived;
    if (pairs) pair_punches(bench.picture);
    come_and_go(&bench, names, &dice);
    bench_close(&bench);
    office_open_board(o);
    mem_free(names);
}

static void punches_one_by_one_make_the_sheet_that_all_at_once_make(void **state)
{
    play_over_an_empty_index(*state, false);
}

static void the_same_holds_where_punches_are_paired(void **state)
{
    play_over_an_empty_index(*state, true);
}

/* ---- performance ---- */

enum { MANY = 10000 };

static void many_people(struct office *o)
{
    struct person *people = mem_alloc(MANY, sizeof *people);
    struct posting *postings = mem_alloc(MANY, sizeof *postings);
    char(*numbers)[8] = mem_alloc(MANY, sizeof *numbers);

    for (int i = 0; i < MANY; i++) {
        snprintf(numbers[i], sizeof *numbers, "M%05d", i);
        people[i] = (struct person){.number = text_of(numbers[i]), .name = TEXT("Pegawai")};
        postings[i] = (struct posting){.number = text_of(numbers[i]),
                                       .agency = text_of(agency_codes[i % AGENCIES])};
    }
    make_agencies(o);
    fixture_record(o->people, &person_fact, people, MANY);
    fixture_record(o->people, &posting_fact, postings, MANY);
    mem_free(people);
    mem_free(postings);
    mem_free(numbers);
}

static void ten_thousand_people_are_judged_within_a_moment(void **state)
{
    struct office *o = *state;
    struct bench bench = {.heard_ms = 0};
    CLEANUP(sheet_free) struct sheet *sheet = NULL;
    int64_t began, judged;

    many_people(o);
    bench_open(&bench, o);
    bench_at(&bench, wib_ms("2021-05-17 05:00:00"));
    assert_rc(RC_OK, sheet_build(&bench.context, day_at("2021-05-17"), &sheet));
    began = clock_mono_ms();
    for (int i = 0; i < 20; i++) {
        bench.heard_ms = i % 2 ? bench.context.now_ms : 0; /* silent, not silent */
        bench_at(&bench, bench.context.now_ms + 1000);
        assert_rc(RC_OK, sheet_refresh(sheet, &bench.context));
    }
    judged = clock_mono_ms() - began;
    began = clock_mono_ms();
    for (int i = 0; i < 1000; i++) {
        bench.context.now_ms++;
        assert_rc(RC_OK, sheet_refresh(sheet, &bench.context));
    }
    print_message("10,000 people: %.2f ms to judge all, %.3f ms when nothing happens\n",
                  (double)judged / 20, (double)(clock_mono_ms() - began) / 1000);
    bench_close(&bench);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(at_every_minute_the_balance_closes_and_time_alone_is_enough),
        TEST(a_sheet_that_is_written_and_loaded_is_the_same),
        TEST(punches_one_by_one_make_the_sheet_that_all_at_once_make),
        TEST(the_same_holds_where_punches_are_paired),
        TEST(ten_thousand_people_are_judged_within_a_moment),
    };

    return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
