#include "attendance/recap.h"

#include "attendance/fixture_test.h"

static const char monday_date[] = "2021-05-17";

struct reading {
    struct arena *mem;
    struct picture *picture;
    struct derived *derived;
};

static void reading_done(struct reading *reading)
{
    derived_close(&reading->derived);
    picture_drop(&reading->picture);
    arena_free(&reading->mem);
}

static struct reading read_office(const struct office *o)
{
    return (struct reading){arena_new(), office_picture(o), office_derived(o)};
}

static struct recap_request days(const char *from, const char *to, const char *agency)
{
    return (struct recap_request){day_at(from), day_at(to), text_of(agency)};
}

/* A morning: ani in time, budi late, cici nowhere, all terminals heard. */
static void a_morning(struct office *o)
{
    office_small(o);
    office_punch(o, "PU1", "1", "2021-05-17 07:05:00");
    office_punch(o, "PU1", "2", "2021-05-17 07:45:00");
    office_contact(o, "PU1", "2021-05-17 05:00:00", "2021-05-17 21:00:00");
    office_contact(o, "DK1", "2021-05-17 05:00:00", "2021-05-17 21:00:00");
    office_open_days(o, "2021-05-17 21:00:00", "2021-05-15", monday_date);
}

static void the_parts_add_up_to_the_total(void **state)
{
    struct office *o = *state;
    CLEANUP(reading_done) struct reading reading = {0};
    struct recap_request request = days(monday_date, monday_date, "");
    struct recap recap;

    a_morning(o);
    reading = read_office(o);
    assert_rc(RC_OK,
              recap_load(reading.derived, reading.picture, &request, reading.mem, &recap, NULL));
    assert_int_equal(recap.row_count, 2);
    assert_text("DINKES", recap.rows[0].agency);
    assert_int_equal(recap.rows[0].balance.counts[STATE_UNEXPLAINED], 1);
    assert_int_equal(recap.rows[1].balance.counts[STATE_ON_TIME], 1);
    assert_int_equal(recap.rows[1].balance.counts[STATE_LATE], 1);
    assert_int_equal(balance_strength(&recap.total.balance), 3);
    assert_int_equal(balance_present(&recap.total.balance), 2);
}

static void a_range_counts_days_of_people(void **state)
{
    struct office *o = *state;
    CLEANUP(reading_done) struct reading reading = {0};
    struct recap_request request = days("2021-05-15", monday_date, "PU");
    struct recap recap;

    a_morning(o);
    reading = read_office(o);
    assert_rc(RC_OK,
              recap_load(reading.derived, reading.picture, &request, reading.mem, &recap, NULL));
    assert_int_equal(recap.row_count, 1);
    assert_text("PU", recap.total.agency);
    assert_int_equal(balance_strength(&recap.total.balance), 6);
    assert_int_equal(balance_expected(&recap.total.balance), 2);
    assert_int_equal(recap.total.balance.counts[STATE_OFF], 4);
}

static void what_cannot_be_asked_is_refused_with_a_reason(void **state)
{
    static const struct {
        const char *from, *to, *agency;
        enum rc rc;
    } cases[] = {
        {"2021-05-17", "2021-05-16", "", RC_INVALID},
        {"2021-01-01", "2022-02-04", "", RC_OK},
        {"2021-01-01", "2022-02-05", "", RC_INVALID},
        {"2021-05-17", "2021-05-17", "NOWHERE", RC_NOT_FOUND},
    };
    struct office *o = *state;
    CLEANUP(reading_done) struct reading reading = {0};

    office_small(o);
    office_follow(o, "2021-05-17 05:00:00");
    reading = read_office(o);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct recap_request request = days(cases[i].from, cases[i].to, cases[i].agency);
        struct problem why = {0};
        struct recap recap;

        assert_rc(cases[i].rc, recap_load(reading.derived, reading.picture, &request, reading.mem,
                                          &recap, &why));
        assert_int_equal(why.text[0] != '\0', cases[i].rc != RC_OK);
    }
}

/* Sickness that was recorded on Wednesday: on Tuesday nobody knew of it. */
static void as_of_an_earlier_day_it_is_what_was_known_then(void **state)
{
    static const struct leave_period leave = {
        .number = WORD("cici"), .kind = LEAVE_SICK, .from = {2021, 5, 17}, .to = {2021, 5, 17}};
    struct office *o = *state;
    CLEANUP(reading_done) struct reading reading = {0};
    CLEANUP(picture_drop) struct picture *tuesday = NULL;
    struct recap_request request = days(monday_date, monday_date, "");
    struct punch late = office_punch_of("PU1", "2", "2021-05-17 07:01:00");
    struct recap recap;

    a_morning(o);
    fixture_at(o->people, wib_ms("2021-05-19 08:00:00"));
    fixture_record(o->people, &leave_period_fact, &leave, 1);
    late.received_at_ms = wib_ms("2021-05-19 08:00:00");
    office_send(o, &late, 1);
    office_open_days(o, "2021-05-19 09:00:00", monday_date, monday_date);
    reading = read_office(o);
    assert_rc(RC_OK,
              recap_load(reading.derived, reading.picture, &request, reading.mem, &recap, NULL));
    assert_int_equal(recap.total.balance.counts[STATE_SICK], 1);
    assert_int_equal(recap.total.balance.counts[STATE_ON_TIME], 2);

    assert_rc(RC_OK, picture_load(o->people->reader, 1, wib_ms("2021-05-18 12:00:00"), &tuesday));
    assert_rc(RC_OK, recap_as_of(reading.derived, tuesday, &request, reading.mem, &recap, NULL));
    assert_int_equal(recap.total.balance.counts[STATE_UNEXPLAINED], 1);
    assert_int_equal(recap.total.balance.counts[STATE_ON_TIME], 1);
    assert_int_equal(recap.total.balance.counts[STATE_LATE], 1);
    picture_drop(&tuesday);
    assert_rc(RC_OK, picture_load(o->people->reader, 1, wib_ms("2021-05-17 07:20:00"), &tuesday));
    assert_rc(RC_OK, recap_as_of(reading.derived, tuesday, &request, reading.mem, &recap, NULL));
    assert_int_equal(recap.total.balance.counts[STATE_WAITING], 2);
    assert_int_equal(balance_strength(&recap.total.balance), 3);
}

/* The figures of Kota Jambi on 17 May 2021. */
static struct recap jambi(struct recap_row *row)
{
    struct recap recap = {.from = day_at(monday_date),
                          .to = day_at(monday_date),
                          .total = {.name = TEXT("Pemerintah Kota Jambi")},
                          .rows = row,
                          .row_count = 1};
    struct balance *balance = &recap.total.balance;

    balance->counts[STATE_ON_TIME] = 4793;
    balance->counts[STATE_LATE] = 800;
    balance->counts[STATE_PERMIT] = 57;
    balance->counts[STATE_UNEXPLAINED] = 139;
    *row = recap.total;
    row->agency = TEXT("PU");
    row->name = TEXT("=HYPERLINK(\"x\")");
    return recap;
}

static void jambis_day_is_told_in_its_own_figures(void **state)
{
    static const char *const parts[] = {
        "4.793     82,79 %", "800     13,82 %", "57      0,98 %",
        "139      2,40 %",   "5.789",           "5.593     96,61 %",
    };
    struct recap_row row;
    struct recap recap = jambi(&row);
    CLEANUP(buf_done) struct buf table = {0};

    (void)state;
    buf_init(&table, 1 << 16);
    recap_write_table(&recap, &table);
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (!strstr(table.at, parts[i])) print_message("%s is not in\n%s", parts[i], table.at);
        assert_non_null(strstr(table.at, parts[i]));
    }
}

static void other_programs_get_json_and_csv(void **state)
{
    struct recap_row row;
    struct recap recap = jambi(&row);
    CLEANUP(buf_done) struct buf text = {0};
    struct json_write json;

    (void)state;
    buf_init(&text, 1 << 16);
    json_write_init(&json, &text);
    recap_write_json(&recap, &json);
    assert_non_null(strstr(text.at, "\"strength\":5789,\"expected\":5789,\"not_due\":0"));
    assert_non_null(strstr(text.at, "\"present\":5593,\"wfh\":0,\"present_percent\":\"96.61\""));
    assert_null(strstr(text.at, "\"to\""));
    buf_clear(&text);
    recap_write_csv(&recap, &text);
    assert_non_null(strstr(text.at, "date,to,agency,name,strength,expected,not_due,waiting,"));
    assert_non_null(strstr(text.at, ",5593,0,96.61,96.61"));
    assert_null(strstr(text.at, "\n2021-05-17,2021-05-17,PU,=HYPER"));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_parts_add_up_to_the_total),
        TEST(a_range_counts_days_of_people),
        TEST(what_cannot_be_asked_is_refused_with_a_reason),
        TEST(as_of_an_earlier_day_it_is_what_was_known_then),
        cmocka_unit_test(jambis_day_is_told_in_its_own_figures),
        cmocka_unit_test(other_programs_get_json_and_csv),
    };

    return cmocka_run_group_tests_name("recap", tests, NULL, NULL);
}
