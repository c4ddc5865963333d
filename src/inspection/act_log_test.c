#include "inspection/act_log.h"

#include "base/test.h"

#include <stdio.h>
#include <string.h>

enum { WIB_MINUTES = 420, BYTES_MAX = 64 * 1024 };

/* 17 May 2021, 08.33 WIB. */
static const int64_t opened_at_ms = 1621215180000;

static struct act_row noted(const char *said)
{
    struct act_row row = {.act = act_of(TEXT("20210517-1"), ACT_NOTED, TEXT("DISHUB")),
                          .at_ms = opened_at_ms,
                          .position = 42};

    row.act.said = text_of(said);
    row.act.author = TEXT("bkd");
    return row;
}

static struct text csv_of(const struct act_row *rows, size_t count, struct arena *mem)
{
    CLEANUP(buf_done) struct buf csv = {0};

    buf_init(&csv, BYTES_MAX);
    act_log_write_csv(rows, count, WIB_MINUTES, &csv);
    assert_true(buf_ok(&csv));
    buf_add_char(&csv, '\0');
    return arena_text(mem, buf_text(&csv));
}

static void an_act_has_its_instant_position_and_author(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct act_row row = noted("tiga orang di terminal");
    struct text csv = csv_of(&row, 1, mem);

    (void)state;
    assert_int_equal(strncmp(csv.at, "at,position,inspection,act,agency,", 34), 0);
    assert_non_null(strstr(csv.at, "\r\n2021-05-17T08:33:00+07:00,42,20210517-1,noted,DISHUB,"));
    assert_non_null(strstr(csv.at, "tiga orang di terminal"));
    assert_non_null(strstr(csv.at, ",bkd\r\n"));
}

static void words_that_a_spreadsheet_would_calculate_are_defused(void **state)
{
    static const char *const said[] = {"=1+2", "+62 812", "-1", "@SUM(A1)", "\t=1"};
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(said); i++) {
        struct act_row row = noted(said[i]);
        struct text csv = csv_of(&row, 1, mem);
        char expected[32];

        IGNORE(snprintf(expected, sizeof expected, "'%s", said[i]), "short");
        assert_non_null(strstr(csv.at, expected));
    }
}

/* What he answered may say more than the class does. */
static void the_answer_of_somebody_sick_is_for_those_who_may_know_it(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct roll_claim claim = {
        .person = TEXT("1990"), .claim = CLAIM_SICK, .health = true, .at_ms = opened_at_ms};
    struct act_row row = noted("saya dirawat");
    struct room room = {.acts = &row, .act_count = 1, .call = {.claims = &claim, .claim_count = 1}};
    struct room_rights leader = {.may_lead = true};
    struct room_rights team = {.may_work = true, .may_know_health = true};

    (void)state;
    row.act.act = ACT_REPLIED;
    row.act.person = TEXT("1990");
    assert_true(text_equal(act_log_for(&room, &team, mem)->act.said, TEXT("saya dirawat")));
    assert_true(text_equal(act_log_for(&room, &leader, mem)->act.said, TEXT("[dirahasiakan]")));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_act_has_its_instant_position_and_author),
        cmocka_unit_test(words_that_a_spreadsheet_would_calculate_are_defused),
        cmocka_unit_test(the_answer_of_somebody_sick_is_for_those_who_may_know_it),
    };

    return cmocka_run_group_tests_name("act_log", tests, NULL, NULL);
}
