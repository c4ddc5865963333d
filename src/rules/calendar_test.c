/* The tables of data/calendars are tested here too: they are half of the module. */
#include "rules/calendar.h"

#include "base/file.h"
#include "base/test.h"
#include "rules/test_data.h"

#include <stdlib.h>
#include <string.h>

enum { YEAR_FIRST = 2019, YEAR_LAST = 2026, FILE_BYTES_MAX = 1024 * 1024 };

struct fixture {
    struct arena *mem;
    struct calendar *calendar;
};

static struct day day_of(const char *text)
{
    struct day day = {0};

    if (text[0] != '\0') assert_true(day_parse(text_of(text), &day));
    return day;
}

/* The shipped table of one year, as entries. */
static size_t read_year(struct arena *mem, int year, const struct calendar_entry **out_entries)
{
    struct text path = arena_format(mem, RULES_TEST_DATA "/calendars/%d.csv", year);
    struct problem why = {0};
    struct text csv = {0};
    size_t count = 0;

    assert_rc(RC_OK, file_read(path.at, FILE_BYTES_MAX, mem, &csv, &why));
    assert_rc(RC_OK, calendar_read(mem, csv, out_entries, &count, &why));
    return count;
}

static int load_shipped(void **state)
{
    struct arena *mem = arena_new();
    struct fixture *fixture = arena_one(mem, struct fixture);
    struct calendar_entry *all = arena_array(mem, struct calendar_entry, 1000);
    size_t count = 0;

    for (int year = YEAR_FIRST; year <= YEAR_LAST; year++) {
        const struct calendar_entry *entries = NULL;
        size_t year_count = read_year(mem, year, &entries);

        assert_true(count + year_count <= 1000);
        memcpy(all + count, entries, year_count * sizeof *entries);
        count += year_count;
    }
    *fixture = (struct fixture){mem, calendar_build(mem, all, count)};
    *state = fixture;
    return 0;
}

static int drop(void **state)
{
    struct arena *mem = ((struct fixture *)*state)->mem;

    arena_free(&mem);
    return 0;
}

struct question {
    const char *day;
    const char *as_of; /* "": everything that was ever decided */
    const char *kind;
    const char *decree;  /* that decided, or "" */
    const char *against; /* or "" */
};

static void assert_answers(const struct calendar *calendar,
                           const struct question *questions,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct question *asked = &questions[i];
        struct calendar_answer answer =
            calendar_kind_of(calendar, day_of(asked->day), day_of(asked->as_of));
        struct text decree = answer.entry ? answer.entry->decree : TEXT("");
        struct text against = answer.against ? answer.against->decree : TEXT("");

        if (strcmp(calendar_kind_word(answer.kind), asked->kind) != 0 ||
            !text_equal(decree, text_of(asked->decree)) ||
            !text_equal(against, text_of(asked->against))) {
            fail_msg("%s as of '%s': %s by '" TEXT_FORMAT "' against '" TEXT_FORMAT "'", asked->day,
                     asked->as_of, calendar_kind_word(answer.kind), TEXT_ARGUMENT(decree),
                     TEXT_ARGUMENT(against));
        }
    }
}

static void a_later_decree_changes_what_an_earlier_one_said(void **state)
{
    static const struct question questions[] = {
        {"2021-05-17", "2021-01-15", "joint_leave", "SKB 642/4/4-2020", ""},
        {"2021-05-17", "2021-02-21", "joint_leave", "SKB 642/4/4-2020", ""},
        {"2021-05-17", "2021-02-22", "workday", "SKB 281/1/1-2021", ""},
        {"2021-05-17", "", "workday", "SKB 281/1/1-2021", ""},
        {"2021-05-12", "", "joint_leave", "Keppres 7/2021", ""},
        {"2021-05-13", "", "holiday", "SKB 642/4/4-2020", ""},
        {"2021-05-14", "", "holiday", "SKB 642/4/4-2020", ""},
        {"2021-08-10", "", "workday", "SKB 712/1/3-2021", ""},
        {"2021-08-11", "", "holiday", "SKB 712/1/3-2021", ""},
        {"2021-10-20", "2021-06-01", "workday", "", ""},
        {"2021-10-20", "", "holiday", "SKB 712/1/3-2021", ""},
        {"2020-05-26", "2020-04-08", "joint_leave", "SKB 728/213/01-2019", ""},
        {"2020-05-26", "", "workday", "SKB 391/02/02-2020", ""},
        {"2020-05-28", "2020-03-08", "workday", "", ""},
        {"2020-05-28", "2020-04-01", "joint_leave", "SKB 174/01/01-2020", ""},
        {"2020-05-29", "", "workday", "SKB 391/02/02-2020", ""},
        {"2020-05-22", "2020-05-19", "joint_leave", "SKB 728/213/01-2019", ""},
        {"2020-05-22", "2020-05-20", "workday", "SKB 440/3/3-2020", ""},
        {"2020-10-30", "", "joint_leave", "Keppres 17/2020", ""},
        {"2020-12-28", "2020-11-30", "joint_leave", "Keppres 17/2020", ""},
        {"2020-12-28", "", "workday", "Keppres 23/2020", ""},
        {"2020-12-31", "", "joint_leave", "Keppres 17/2020", ""},
        {"2022-07-09", "2022-07-01", "holiday", "SKB 963/3/4-2021", ""},
        {"2022-07-09", "2022-07-08", "workday", "SKB 678/2/2-2022", ""},
        {"2022-07-10", "2022-07-01", "workday", "", ""},
        {"2022-07-10", "", "holiday", "SKB 678/2/2-2022", ""},
        {"2023-04-26", "2023-03-28", "joint_leave", "Keppres 24/2022", ""},
        {"2023-04-26", "", "workday", "Keppres 8/2023", ""},
        {"2023-04-19", "2023-03-28", "workday", "", ""},
        {"2023-04-19", "2023-03-29", "joint_leave", "SKB 327/1/1-2023", ""},
        {"2023-06-28", "2023-06-15", "workday", "", ""},
        {"2023-06-28", "2023-06-16", "joint_leave", "SKB 624/2/2-2023", ""},
        {"2025-08-18", "2025-08-06", "workday", "", ""},
        {"2025-08-18", "2025-08-07", "joint_leave", "SKB 933/1/3-2025", ""},
    };

    assert_answers(((struct fixture *)*state)->calendar, questions, COUNT_OF(questions));
}

static void a_keppres_can_free_a_single_date(void **state)
{
    static const struct question questions[] = {
        {"2019-04-17", "2019-04-07", "workday", "", ""},
        {"2019-04-17", "", "holiday", "Keppres 10/2019", ""},
        {"2020-12-09", "2020-11-26", "workday", "", ""},
        {"2020-12-09", "2020-11-27", "holiday", "Keppres 22/2020", ""},
        {"2020-12-09", "", "holiday", "Keppres 22/2020", ""},
        {"2024-02-14", "2024-02-05", "workday", "", ""},
        {"2024-02-14", "", "holiday", "Keppres 10/2024", ""},
        {"2024-11-27", "2024-11-20", "workday", "", ""},
        {"2024-11-27", "2024-11-21", "holiday", "Keppres 33/2024", ""},
    };

    assert_answers(((struct fixture *)*state)->calendar, questions, COUNT_OF(questions));
}

static void where_skb_and_keppres_part_the_answer_names_the_other(void **state)
{
    static const struct question questions[] = {
        {"2021-12-24", "2021-06-17", "joint_leave", "Keppres 7/2021", ""},
        {"2021-12-24", "", "workday", "SKB 712/1/3-2021", "Keppres 7/2021"},
        {"2020-12-28", "2020-12-05", "workday", "SKB 744/05/06-2020", "Keppres 17/2020"},
        {"2023-04-26", "2023-04-01", "workday", "SKB 327/1/1-2023", "Keppres 24/2022"},
    };

    assert_answers(((struct fixture *)*state)->calendar, questions, COUNT_OF(questions));
}

static void a_year_without_a_table_is_unknown_and_never_a_working_day(void **state)
{
    static const struct question questions[] = {
        {"2018-12-24", "", "unknown", "", ""},
        {"2027-01-01", "", "unknown", "", ""},
        {"2027-03-02", "", "unknown", "", ""},
        {"2021-05-18", "2020-09-09", "unknown", "", ""},
        {"2021-03-02", "2020-09-10", "workday", "", ""},
        {"2026-03-02", "2025-09-18", "unknown", "", ""},
        {"2026-03-02", "2025-09-19", "workday", "", ""},
        {"1950-01-01", "", "unknown", "", ""},
    };

    assert_answers(((struct fixture *)*state)->calendar, questions, COUNT_OF(questions));
}

/* law.md 6, last columns of its table. */
static void every_year_ends_with_the_dates_of_the_law(void **state)
{
    static const struct {
        int year;
        int holidays;
        int joint_leaves;
    } expected[] = {
        {2019, 17, 4},  {2020, 17, 5},  {2021, 15, 1},  {2022, 16, 4},
        {2023, 16, 11}, {2024, 19, 10}, {2025, 17, 11}, {2026, 17, 8},
    };
    const struct fixture *fixture = *state;

    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        struct day day = {(int16_t)expected[i].year, 1, 1};
        int counts[CALENDAR_UNKNOWN + 1] = {0};

        for (; day.year == expected[i].year; day = day_add(day, 1)) {
            counts[calendar_kind_of(fixture->calendar, day, (struct day){0}).kind]++;
        }
        assert_int_equal(counts[CALENDAR_HOLIDAY], expected[i].holidays);
        assert_int_equal(counts[CALENDAR_JOINT_LEAVE], expected[i].joint_leaves);
        assert_int_equal(counts[CALENDAR_UNKNOWN], 0);
    }
}

static void the_history_of_a_date_lists_every_word_about_it(void **state)
{
    const struct fixture *fixture = *state;
    const struct calendar_entry *entry = NULL;

    assert_int_equal(calendar_history(fixture->calendar, day_of("2020-12-28"), &entry), 4);
    assert_text("SKB 391/02/02-2020", entry[0].decree);
    assert_text("Keppres 17/2020", entry[1].decree);
    assert_text("SKB 744/05/06-2020", entry[2].decree);
    assert_text("Keppres 23/2020", entry[3].decree);
    assert_int_equal(calendar_history(fixture->calendar, day_of("2020-12-22"), &entry), 0);
    assert_null(entry);
}

/* A small calendar from a literal table. */
static struct calendar *calendar_from(struct arena *mem, const char *csv)
{
    const struct calendar_entry *entries = NULL;
    struct problem why = {0};
    size_t count = 0;

    assert_rc(RC_OK, calendar_read(mem, text_of(csv), &entries, &count, &why));
    return calendar_build(mem, entries, count);
}

static void a_single_decree_does_not_make_a_whole_year_known(void **state)
{
    static const struct question questions[] = {
        {"2028-02-09", "", "holiday", "Keppres 1/2028", ""},
        {"2028-03-01", "", "holiday", "Perda 2/2027", ""},
        {"2028-02-10", "", "unknown", "", ""},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_answers(calendar_from(mem, "date,kind,decree,decided_on\n"
                                      "2028-02-09,holiday,Keppres 1/2028,2028-01-02\n"
                                      "2028-03-01,holiday,Perda 2/2027,2027-12-02\n"),
                   questions, COUNT_OF(questions));
}

static void only_a_table_with_holidays_makes_a_year_known(void **state)
{
    static const struct question questions[] = {
        {"2028-02-09", "", "joint_leave", "SKB 1/2027", ""},
        {"2028-02-10", "", "unknown", "", ""},
        {"2029-02-10", "2028-10-01", "unknown", "", ""},
        {"2029-02-10", "2028-10-02", "workday", "", ""},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_answers(calendar_from(mem, "date,kind,decree,decided_on\n"
                                      "2028-02-09,joint_leave,SKB 1/2027,2027-01-02\n"
                                      "2029-01-01,holiday,SKB 9/2028,2028-11-02\n"
                                      "2029-08-17,holiday,SKB 2/2028,2028-10-02\n"),
                   questions, COUNT_OF(questions));
}

static struct calendar_entry entry_of(const char *decree,
                                      int64_t recorded_at_ms,
                                      enum calendar_kind kind,
                                      enum calendar_source source)
{
    return (struct calendar_entry){
        day_of("2028-02-09"), day_of("2027-10-02"), recorded_at_ms, text_of(decree), kind, source};
}

/* Ask about two entries of one day, whichever comes first in the file. */
static void assert_wins(struct calendar_entry winner, struct calendar_entry loser)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    for (size_t i = 0; i < 2; i++) {
        struct calendar_entry entries[2] = {i == 0 ? winner : loser, i == 0 ? loser : winner};
        struct calendar_answer answer =
            calendar_kind_of(calendar_build(mem, entries, 2), winner.day, (struct day){0});

        assert_int_equal(answer.kind, winner.kind);
        assert_int_equal(answer.entry->source, winner.source);
    }
}

static void on_the_same_day_skb_wins_over_keppres_over_the_region(void **state)
{
    struct calendar_entry skb = entry_of("SKB 1", 0, CALENDAR_WORKDAY, CALENDAR_SKB);
    struct calendar_entry keppres =
        entry_of("Keppres 1", 0, CALENDAR_JOINT_LEAVE, CALENDAR_KEPPRES);
    struct calendar_entry regional = entry_of("Perda 1", 0, CALENDAR_HOLIDAY, CALENDAR_REGIONAL);

    (void)state;
    assert_wins(skb, keppres);
    assert_wins(skb, regional);
    assert_wins(keppres, regional);
}

static void a_correction_recorded_later_wins_over_the_same_decree(void **state)
{
    (void)state;
    assert_wins(entry_of("SKB 1", 2, CALENDAR_WORKDAY, CALENDAR_SKB),
                entry_of("SKB 1", 1, CALENDAR_HOLIDAY, CALENDAR_SKB));
    assert_wins(entry_of("Perda 1", 2, CALENDAR_WORKDAY, CALENDAR_REGIONAL),
                entry_of("SKB 1", 1, CALENDAR_HOLIDAY, CALENDAR_SKB));
}

static void of_several_that_differ_the_latest_is_named(void **state)
{
    static const struct question questions[] = {
        {"2028-02-09", "", "workday", "SKB 3/2028", "Perda 2/2027"},
        {"2028-02-10", "", "workday", "SKB 3/2028", "Keppres 2/2027"},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_answers(calendar_from(mem, "date,kind,decree,decided_on\r\n"
                                      "2028-02-09,joint_leave,Keppres 1/2027,2027-10-02\r\n"
                                      "2028-02-09,holiday,Perda 2/2027,2027-11-02\r\n"
                                      "2028-02-09,workday,SKB 3/2028,2028-01-02\r\n"
                                      "2028-02-10,joint_leave,Keppres 2/2027,2027-11-02\r\n"
                                      "2028-02-10,holiday,Perda 1/2027,2027-10-02\r\n"
                                      "2028-02-10,workday,SKB 3/2028,2028-01-02\r\n"),
                   questions, COUNT_OF(questions));
}

static void an_empty_calendar_knows_nothing(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct calendar *calendar = calendar_from(mem, "date,kind,decree,decided_on\n");

    (void)state;
    assert_int_equal(calendar_kind_of(calendar, day_of("2021-05-17"), (struct day){0}).kind,
                     CALENDAR_UNKNOWN);
}

/* The order of rows in the files does not matter, nor does reading them twice. */
static void shuffled_and_repeated_rows_give_the_same_calendar(void **state)
{
    const struct fixture *fixture = *state;
    struct calendar_entry twice[2 * 100];
    const struct calendar_entry *entries = NULL;
    size_t count = read_year(fixture->mem, 2020, &entries);
    unsigned short seed[3] = {1, 2, 3};
    struct calendar *shuffled;

    assert_true(count <= 100);
    memcpy(twice, entries, count * sizeof *entries);
    memcpy(twice + count, entries, count * sizeof *entries);
    for (size_t i = 2 * count - 1; i > 0; i--) {
        size_t other = (size_t)nrand48(seed) % (i + 1);
        struct calendar_entry kept = twice[i];

        twice[i] = twice[other];
        twice[other] = kept;
    }
    shuffled = calendar_build(fixture->mem, twice, 2 * count);
    for (struct day day = day_of("2020-01-01"); day.year == 2020; day = day_add(day, 1)) {
        for (struct day as_of = day_of("2019-08-01"); as_of.year <= 2020;
             as_of = day_add(as_of, 10)) {
            struct calendar_answer a = calendar_kind_of(shuffled, day, as_of);
            struct calendar_answer b = calendar_kind_of(fixture->calendar, day, as_of);

            assert_int_equal(a.kind, b.kind);
            assert_int_equal(a.against != NULL, b.against != NULL);
        }
    }
}

static void a_bad_row_is_refused_with_its_line_and_column(void **state)
{
    static const struct {
        const char *csv;
        const char *field;
        const char *text;
    } wrong[] = {
        {"day,kind,decree,decided_on\n", "", "the heading must be date,kind,decree,decided_on"},
        {"", "", "the heading must be date,kind,decree,decided_on"},
        {"date,kind,decree,decided_on\n2021-02-30,holiday,SKB 1,2020-01-01\n", "date",
         "line 2: date must be a day such as 2021-05-17"},
        {"date,kind,decree,decided_on\n2021-05-17,libur,SKB 1,2020-01-01\n", "kind",
         "line 2: kind must be holiday, joint_leave or workday"},
        {"date,kind,decree,decided_on\n2021-05-17,unknown,SKB 1,2020-01-01\n", "kind",
         "line 2: kind must be holiday, joint_leave or workday"},
        {"date,kind,decree,decided_on\n2021-05-17,holiday,,2020-01-01\n", "decree",
         "line 2: decree must name who decided, in 200 bytes"},
        {"date,kind,decree,decided_on\n2021-05-17,holiday,SKB 1,\n", "decided_on",
         "line 2: decided_on must be a day"},
        {"date,kind,decree,decided_on\n2021-05-17,holiday,SKB 1\n", "",
         "line 2 has 3 cells, not 4"},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        const struct calendar_entry *entries = NULL;
        struct problem why = {0};
        size_t count = 77;

        assert_rc(RC_INVALID, calendar_read(mem, text_of(wrong[i].csv), &entries, &count, &why));
        assert_string_equal(why.text, wrong[i].text);
        assert_string_equal(why.field, wrong[i].field);
        assert_int_equal(count, 77);
    }
}

static void the_source_is_read_from_the_name_of_the_decree(void **state)
{
    (void)state;
    assert_int_equal(calendar_source_of(TEXT("SKB 281/1/1-2021")), CALENDAR_SKB);
    assert_int_equal(calendar_source_of(TEXT("keputusan bersama 3 menteri")), CALENDAR_SKB);
    assert_int_equal(calendar_source_of(TEXT("KEPPRES 7/2021")), CALENDAR_KEPPRES);
    assert_int_equal(calendar_source_of(TEXT("Keputusan Presiden 7/2021")), CALENDAR_KEPPRES);
    assert_int_equal(calendar_source_of(TEXT("SE Wali Kota 5/2021")), CALENDAR_REGIONAL);
    assert_int_equal(calendar_source_of(TEXT("")), CALENDAR_REGIONAL);
}

#define SHIPPED(fn) cmocka_unit_test_setup_teardown(fn, load_shipped, drop)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SHIPPED(a_later_decree_changes_what_an_earlier_one_said),
        SHIPPED(a_keppres_can_free_a_single_date),
        SHIPPED(where_skb_and_keppres_part_the_answer_names_the_other),
        SHIPPED(a_year_without_a_table_is_unknown_and_never_a_working_day),
        SHIPPED(every_year_ends_with_the_dates_of_the_law),
        SHIPPED(the_history_of_a_date_lists_every_word_about_it),
        SHIPPED(shuffled_and_repeated_rows_give_the_same_calendar),
        cmocka_unit_test(a_single_decree_does_not_make_a_whole_year_known),
        cmocka_unit_test(only_a_table_with_holidays_makes_a_year_known),
        cmocka_unit_test(on_the_same_day_skb_wins_over_keppres_over_the_region),
        cmocka_unit_test(of_several_that_differ_the_latest_is_named),
        cmocka_unit_test(a_correction_recorded_later_wins_over_the_same_decree),
        cmocka_unit_test(an_empty_calendar_knows_nothing),
        cmocka_unit_test(a_bad_row_is_refused_with_its_line_and_column),
        cmocka_unit_test(the_source_is_read_from_the_name_of_the_decree),
    };

    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
