/* Sheets over random governments: whatever happens to a sheet, it is what one
 * built from the index says, and its books balance. */
#include "attendance/sheet.h"

#include "attendance/fixture_test.h"
#include "base/clock.h"

enum { PEOPLE = 120, AGENCIES = 6, TERMINALS = 4 };

/* A small generator, so that a seed tells all. */
struct dice {
    uint64_t state;
};

static uint32_t roll(struct dice *dice, uint32_t sides)
{
    dice->state = dice->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(dice->state >> 33) % sides;
}

/* ---- a random government ---- */

struct names {
    char numbers[PEOPLE][8];
    char pins[PEOPLE][8];
};

static const char *const agency_codes[AGENCIES] = {"PU", "RS", "PKM", "UGD", "TIMUR", "JAGA"};
static const char *const serials[TERMINALS] = {"T0", "T1", "T2", "T3"};

/* Offices, a hospital with shifts, one in the east, one that guards all day. */
static void make_agencies(struct office *o)
{
    static const struct agency agencies[AGENCIES] = {
        AGENCY("PU", ""),
        AGENCY("RS", "", .pattern = WORD("shift")),
        AGENCY("PKM", "", .pattern = WORD("6-hari")),
        AGENCY("UGD", "RS"),
        AGENCY("TIMUR", "PU", .zone = WORD("WIT")),
        AGENCY("JAGA", "", .pattern = WORD("24-jam")),
    };

    fixture_record(o->people, &agency_fact, agencies, AGENCIES);
    for (int i = 0; i < TERMINALS; i++) {
        office_approve(o, serials[i], agency_codes[i]);
    }
}

static struct person person_of(const struct names *names, int i)
{
    return (struct person){.number = text_of(names->numbers[i]),
                           .name = TEXT("Pegawai"),
                           .kind = i % (int)PERSON_KINDS,
                           .active_to = i % 17 == 0 ? (struct day){2021, 5, 17} : (struct day){0}};
}

static struct posting posting_of(const struct names *names, int i)
{
    return (struct posting){.number = text_of(names->numbers[i]),
                            .agency = text_of(agency_codes[i % AGENCIES])};
}

static struct enrolment enrolment_of(const struct names *names, int i)
{
    return (struct enrolment){.pin = text_of(names->pins[i]), .number = text_of(names->numbers[i])};
}

static struct roster_line shift_of(const struct names *names, int i, int day)
{
    static const char *const shifts[] = {"pagi", "siang", "malam", ""};
    bool guards = i % AGENCIES == 5;

    return (struct roster_line){.number = text_of(names->numbers[i]),
                                .date = {2021, 5, (int8_t)(16 + day)},
                                .shift = guards ? text_of((i + day) % 3 ? "" : "jaga")
                                                : text_of(shifts[(i + day) % 4])};
}

static bool has_shifts(int i)
{
    return (i % AGENCIES == 1 || i % AGENCIES == 3 || i % AGENCIES == 5) && i % 4 != 0;
}

static void name_people(struct names *names)
{
    for (int i = 0; i < PEOPLE; i++) {
        snprintf(names->numbers[i], sizeof names->numbers[i], "N%03d", i);
        snprintf(names->pins[i], sizeof names->pins[i], "%d", 100 + i);
    }
}

static void make_people(struct office *o, struct names *names)
{
    struct person people[PEOPLE];
    struct posting postings[PEOPLE];
    struct enrolment enrolments[PEOPLE];

    name_people(names);
    for (int i = 0; i < PEOPLE; i++) {
        people[i] = person_of(names, i);
        postings[i] = posting_of(names, i);
        enrolments[i] = enrolment_of(names, i);
    }
    fixture_record(o->people, &person_fact, people, PEOPLE);
    fixture_record(o->people, &posting_fact, postings, PEOPLE);
    fixture_record(o->people, &enrolment_fact, enrolments, PEOPLE - 10); /* ten PINs are nobody's */
    for (int day = 0; day < 4; day++) {
        for (int i = 0; i < PEOPLE; i++) {
            struct roster_line line = shift_of(names, i, day);

            if (has_shifts(i)) fixture_record(o->people, &roster_fact, &line, 1);
        }
    }
}

/* Somebody at some terminal around the 17th, now and then with a wrong clock. */
static struct punch random_punch(struct dice *dice, const struct names *names)
{
    struct punch punch = office_punch_of(serials[roll(dice, TERMINALS)],
                                         names->pins[roll(dice, PEOPLE)], "2021-05-16 12:00:00");

    punch.moment += roll(dice, 2 * SECONDS_PER_DAY);
    if (roll(dice, 3) == 0) punch.moment = at("2021-05-17 07:00:00") + roll(dice, 3600);
    punch.received_at_ms = instant_of_moment(punch.moment, WIB) + roll(dice, 2000000);
    if (roll(dice, 40) == 0) punch.moment = at("2000-01-01 00:00:00") + roll(dice, 1000);
    punch.flags = punch_time_flags(punch.moment, punch.received_at_ms, WIB);
    return punch;
}

/* ---- comparing ---- */

static void assert_lines_equal(const struct sheet *found, const struct sheet *expected)
{
    assert_int_equal(found->line_count, expected->line_count);
    for (size_t i = 0; i < found->line_count; i++) {
        struct line a = found->lines[i], b = expected->lines[i];

        a.set = (uint8_t)(a.set & ~LINE_CHANGED);
        b.set = (uint8_t)(b.set & ~LINE_CHANGED);
        if (memcmp(&a, &b, sizeof a) == 0) continue;
        print_message("person %zu: %s (%s) instead of %s (%s), set %d instead of %d\n", i,
                      state_word((enum state)a.state), because_word((enum because)a.because),
                      state_word((enum state)b.state), because_word((enum because)b.because), a.set,
                      b.set);
        fail();
    }
    assert_int_equal(found->open_count, expected->open_count);
    assert_memory_equal(found->arrivals, expected->arrivals, sizeof found->arrivals);
}

struct bench {
    struct picture *picture;
    struct judge *judge;
    struct coverage_map *coverage;
    struct derived *derived;
    struct sheet_context context;
    int64_t heard_ms; /* when every terminal was heard last */
};

static int64_t heard(const void *owner, struct text serial)
{
    (void)serial;
    return ((const struct bench *)owner)->heard_ms;
}

static void bench_open(struct bench *bench, const struct office *o)
{
    bench->picture = office_picture(o);
    bench->judge = judge_new(bench->picture);
    bench->coverage = coverage_new(bench->picture);
    bench->derived = office_derived(o);
    bench->context = (struct sheet_context){.judge = bench->judge,
                                            .picture = bench->picture,
                                            .coverage = bench->coverage,
                                            .derived = bench->derived,
                                            .received_until_ms = AS_OF_NOW};
}

static void bench_close(struct bench *bench)
{
    derived_close(&bench->derived);
    coverage_free(&bench->coverage);
    judge_free(&bench->judge);
    picture_drop(&bench->picture);
}

static void bench_at(struct bench *bench, int64_t now_ms)
{
    bench->context.now_ms = now_ms;
    coverage_refresh(bench->coverage, heard, bench, now_ms);
}

static void fill_office(struct office *o, uint64_t seed, size_t punch_count)
{
    struct dice dice = {seed};
    struct names *names = mem_alloc(1, sizeof *names);
    struct punch *punches = mem_alloc(punch_count, sizeof *punches);

    make_agencies(o);
    make_people(o, names);
    for (size_t i = 0; i < punch_count; i++) {
        punches[i] = random_punch(&dice, names);
    }
    office_send(o, punches, punch_count);
    office_follow(o, "2021-05-16 12:00:00");
    mem_free(punches);
    mem_free(names);
}

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
                  sheet_add_unmapped(sheet, &bench->context, picture->terminal_agency[terminal]));
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
