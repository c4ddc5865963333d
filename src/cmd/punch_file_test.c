#include "cmd/punch_file.h"

#include "cmd/fixture_test.h"

#define HEADER "pin_or_number,terminal,local_time,method,direction\n"

/* Read rows against the register of the fixture. */
static enum rc read_text(struct fixture *f,
                         struct text text,
                         struct punch_file *out_file,
                         struct problem *why)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(text);
    CLEANUP(app_view_close) struct app_view view = {0};
    struct verify_table verify = {0};
    struct punch_file_options options = {.verify = &verify, .received_at_ms = FIXTURE_AT_MS};
    struct app *app = fixture_open(f);
    enum rc rc;

    assert_rc(RC_OK, app_view_open(app, AS_OF_NOW, &view, NULL));
    assert_rc(RC_OK, verify_table_load(view.facts, 1, f->mem, &verify));
    options.picture = view.picture;
    rc = punch_file_read(csv, &options, f->mem, out_file, why);
    app_close(&app);
    return rc;
}

static void a_row_is_a_punch_of_its_places_wall_clock(void **state)
{
    struct punch_file file = {0};
    const struct punch *punch;

    assert_rc(RC_OK, read_text(*state, TEXT(HEADER "0101,SN1,2021-05-17T07:29:59,iris,in\n"), &file,
                               NULL));
    assert_int_equal(file.count, 1);
    assert_int_equal(file.refused, 0);
    punch = &file.punches[0];
    assert_text("0101", punch->pin);
    assert_text("SN1", punch->terminal);
    assert_int_equal(punch->moment, moment_at(FIXTURE_AT_MS, 420) - 1);
    assert_int_equal(punch->offset_minutes, 420);
    assert_int_equal(punch->verify, 30);
    assert_int_equal(punch->status, 0);
    assert_int_equal(punch->source, PUNCH_FROM_FILE);
    assert_int_equal(punch->flags, 0);
}

static void what_an_export_adds_is_passed_over(void **state)
{
    static const char text[] =
        "pin_or_number,terminal,local_time,method,direction,number,received_at,flags\n"
        "101,SN1,2021-05-17 07:00:00,,,198501012010011001,2021-05-17T07:00:01+07:00,backlog\n";
    struct punch_file file = {0};

    assert_rc(RC_OK, read_text(*state, text_of(text), &file, NULL));
    assert_int_equal(file.count, 1);
    assert_int_equal(file.punches[0].verify, 0);
    assert_int_equal(file.punches[0].status, PUNCH_STATUS_UNDEFINED);
}

static void a_bad_row_is_named_by_line_column_and_reason(void **state)
{
    static const struct {
        const char *row, *column, *reason;
    } cases[] = {
        {"101,SN1,2021-05-17 24:10:00,iris,in", "local_time", "\"2021-05-17 24:10:00\" is no time"},
        {"101,SN/1,2021-05-17 07:00:00,iris,in", "terminal", "\"SN/1\" is no serial number"},
        {"101,SN1,2021-05-17 07:00:00,smile,in", "method", "\"smile\" is no method of terminals"},
        {"101,SN1,2021-05-17 07:00:00,iris,up", "direction", "\"up\" is no direction"},
        {",SN1,2021-05-17 07:00:00,iris,in", "pin_or_number", NULL},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text text =
            arena_format(f->mem, HEADER "1,SN1,2021-05-17 07:00:00,,\n%s\n", cases[i].row);
        struct punch_file file = {0};

        assert_rc(RC_OK, read_text(f, text, &file, NULL));
        assert_int_equal(file.rows, 2);
        assert_int_equal(file.count, 1);
        assert_int_equal(file.refused, 1);
        assert_int_equal(file.finding_count, 1);
        assert_int_equal(file.findings[0].row, 3);
        assert_string_equal(file.findings[0].column, cases[i].column);
        if (cases[i].reason) {
            assert_true(text_equal(file.findings[0].english, text_of(cases[i].reason)));
        }
    }
}

static void a_time_that_cannot_be_is_kept_and_flagged(void **state)
{
    struct punch_file file = {0};

    assert_rc(RC_OK, read_text(*state,
                               TEXT(HEADER "1,SN1,2000-01-01 00:00:09,,\n"
                                           "2,SN1,2021-05-19 07:00:00,,\n"),
                               &file, NULL));
    assert_int_equal(file.count, 2);
    assert_int_equal(file.punches[0].flags, PUNCH_TIME);
    assert_int_equal(file.punches[1].flags, PUNCH_TIME);
}

static void what_is_no_such_table_is_refused(void **state)
{
    static const struct {
        const char *text, *reason;
    } cases[] = {
        {"", "the file is empty"},
        {"pin_or_number,terminal\n", "the column local_time is missing"},
        {"pin_or_number,terminal,local_time,mood\n", "the column mood is not known here"},
    };

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct punch_file file = {0};
        struct problem why = {0};

        assert_rc(RC_INVALID, read_text(*state, text_of(cases[i].text), &file, &why));
        assert_string_equal(why.text, cases[i].reason);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_row_is_a_punch_of_its_places_wall_clock),
        FIXTURE_TEST(what_an_export_adds_is_passed_over),
        FIXTURE_TEST(a_bad_row_is_named_by_line_column_and_reason),
        FIXTURE_TEST(a_time_that_cannot_be_is_kept_and_flagged),
        FIXTURE_TEST(what_is_no_such_table_is_refused),
    };

    return cmocka_run_group_tests_name("punch_file", tests, NULL, NULL);
}
