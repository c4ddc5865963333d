#include "attendance/explain.h"

#include "attendance/fixture_test.h"

/* Tell a person's Monday in words. */
static void tell(const struct office *o,
                 const char *number,
                 enum explain_language language,
                 struct buf *text,
                 struct line *out_line)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(picture_drop) struct picture *picture = office_picture(o);
    CLEANUP(derived_close) struct derived *derived = office_derived(o);
    struct explain_request request = {.number = text_of(number),
                                      .day = day_at("2021-05-17"),
                                      .now_ms = wib_ms("2021-05-17 21:00:00"),
                                      .language = language};
    struct explanation explanation;
    struct problem why = {0};

    assert_rc(RC_OK, explain_day(derived, picture, &request, mem, &explanation, &why));
    buf_clear(text);
    explain_write_text(&explanation, picture, text);
    *out_line = explanation.line;
}

static void assert_tells(const struct buf *text, const char *part)
{
    if (!strstr(text->at, part)) print_message("\"%s\" is not in:\n%s", part, text->at);
    assert_non_null(strstr(text->at, part));
}

static void a_verdict_is_told_from_the_calendar_to_the_punch(void **state)
{
    struct office *o = *state;
    CLEANUP(buf_done) struct buf text = {0};
    struct line line;

    buf_init(&text, 1 << 16);
    office_small(o);
    office_punch(o, "PU1", "2", "2021-05-17 07:33:10");
    office_punch(o, "PU1", "2", "2021-05-17 12:00:00");
    office_punch(o, "PU1", "2", "2021-05-17 04:00:00");
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 20:59:00");
    office_open_days(o, "2021-05-17 21:00:00", "2021-05-17", "2021-05-17");
    tell(o, "budi", EXPLAIN_INDONESIAN, &text, &line);
    assert_tells(&text, "Hari kerja menurut kalender");
    assert_tells(&text, "SKB 281");
    assert_tells(&text, "Jam kerja 07.30–16.00");
    assert_tells(&text, "07.33.10 rekaman");
    assert_tells(&text, "Di luar jendela rekaman");
    assert_tells(&text, "= terlambat 3 menit");
    tell(o, "budi", EXPLAIN_ENGLISH, &text, &line);
    assert_tells(&text, "late by 3 minutes");
    assert_int_equal(line.state, office_line(o, "budi", "2021-05-17").state);
    assert_int_equal(line.flags, office_line(o, "budi", "2021-05-17").flags);
}

static void terminals_are_called_by_their_name_or_where_they_stood(void **state)
{
    static const struct agency named = AGENCY("DINKES", "", .short_name = WORD("Dinkes"));
    struct office *o = *state;
    CLEANUP(buf_done) struct buf text = {0};
    struct line line;

    buf_init(&text, 1 << 16);
    office_small(o);
    fixture_record(o->people, &agency_fact, &named, 1);
    assert_rc(RC_OK, office_try_terminal(o, (struct terminal){.serial = TEXT("PU1"),
                                                              .agency = TEXT("PU"),
                                                              .name = TEXT("Kantor PU, lobi")}));
    office_place(o, "DK2", "DINKES", TERMINAL_APPROVED, "2021-05-17");
    office_punch(o, "PU1", "3", "2021-05-17 07:20:00");
    office_punch(o, "DK1", "3", "2021-05-17 12:00:00");
    office_punch(o, "GONE", "3", "2021-05-17 16:30:00");
    office_punch(o, "PU1", "2", "2021-05-17 07:25:00");
    office_open_days(o, "2021-05-17 21:00:00", "2021-05-17", "2021-05-17");
    tell(o, "cici", EXPLAIN_INDONESIAN, &text, &line);
    assert_tells(&text, "Mesin Kantor PU, lobi (PU1), PIN 3, diterima 07.20.00.");
    assert_tells(&text, "Mesin Dinkes (DK1), PIN 3, diterima 12.00.00.");
    assert_tells(&text, "Mesin GONE, PIN 3, diterima 16.30.00.");
    assert_tells(&text, ": DK1, DK2 (sejak 17 Mei 2021).");
    tell(o, "budi", EXPLAIN_ENGLISH, &text, &line);
    assert_tells(&text, "Terminal Kantor PU, lobi (PU1), PIN 2, received 07:25:00.");
    assert_tells(&text, ": Kantor PU, lobi (PU1).");
}

static void leave_and_waiting_have_their_reasons(void **state)
{
    static const struct leave_period leave = {.number = WORD("cici"),
                                              .kind = LEAVE_PERMIT,
                                              .from = {2021, 5, 17},
                                              .to = {2021, 5, 17},
                                              .reference = WORD("SI/12/2021")};
    struct office *o = *state;
    CLEANUP(buf_done) struct buf text = {0};
    struct line line;

    buf_init(&text, 1 << 16);
    office_small(o);
    fixture_record(o->people, &leave_period_fact, &leave, 1);
    office_punch(o, "PU1", "404", "2021-05-17 07:33:10");
    office_follow(o, "2021-05-17 21:00:00");
    tell(o, "cici", EXPLAIN_INDONESIAN, &text, &line);
    assert_tells(&text, "SI/12/2021");
    tell(o, "ani", EXPLAIN_INDONESIAN, &text, &line);
    assert_tells(&text, "Mesin di tempat kerja tidak terhubung");
    assert_tells(&text, "PIN-nya belum dikenal");
    assert_tells(&text, "= belum tahu");
}

static void somebody_who_is_not_on_the_roster_has_no_verdict(void **state)
{
    static const struct person retired = PERSON("eko", .active_to = {2020, 12, 31});
    static const struct posting posting = POSTING("eko", "PU");
    struct office *o = *state;
    CLEANUP(buf_done) struct buf text = {0};
    struct line line;

    buf_init(&text, 1 << 16);
    office_small(o);
    fixture_record(o->people, &person_fact, &retired, 1);
    fixture_record(o->people, &posting_fact, &posting, 1);
    office_follow(o, "2021-05-17 21:00:00");
    tell(o, "eko", EXPLAIN_INDONESIAN, &text, &line);
    assert_tells(&text, "Tidak aktif pada hari ini");
    assert_null(strstr(text.at, "="));
    assert_false(line.set & LINE_ON_ROSTER);
}

static void nobody_is_explained_by_a_number_nobody_has(void **state)
{
    struct office *o = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(picture_drop) struct picture *picture = NULL;
    CLEANUP(derived_close) struct derived *derived = office_derived(o);
    struct explain_request request = {.number = TEXT("nemo"), .day = day_at("2021-05-17")};
    struct explanation explanation;
    struct problem why = {0};

    office_small(o);
    picture = office_picture(o);
    assert_rc(RC_NOT_FOUND, explain_day(derived, picture, &request, mem, &explanation, &why));
    assert_non_null(strstr(why.text, "nemo"));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_verdict_is_told_from_the_calendar_to_the_punch),
        TEST(terminals_are_called_by_their_name_or_where_they_stood),
        TEST(leave_and_waiting_have_their_reasons),
        TEST(somebody_who_is_not_on_the_roster_has_no_verdict),
        TEST(nobody_is_explained_by_a_number_nobody_has),
    };

    return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
