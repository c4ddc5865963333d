/* The tables of data/patterns are tested here too: they are half of the module. */
#include "rules/pattern.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/test.h"
#include "rules/test_data.h"

enum { FILE_BYTES_MAX = 1024 * 1024 };

#define HEADING                                                               \
    "code,layer,valid_from,valid_to,duty,hours,before_minutes,after_minutes," \
    "tolerance_minutes,closing,in_until,pairing,rest,week_minutes,name,decree,note\n"
#define HOURS_HEADING "hours,slot,start,end,rest_from,rest_to\n"

struct fixture {
    struct arena *mem;
    struct pattern_set set;
};

static int load_shipped(void **state)
{
    struct arena *mem = arena_new();
    struct fixture *fixture = arena_one(mem, struct fixture);
    struct text patterns = {0}, hours = {0};
    struct problem why = {0};

    fixture->mem = mem;
    *state = fixture;
    assert_rc(RC_OK, file_read(RULES_TEST_DATA "/patterns/patterns.csv", FILE_BYTES_MAX, mem,
                               &patterns, &why));
    assert_rc(RC_OK,
              file_read(RULES_TEST_DATA "/patterns/hours.csv", FILE_BYTES_MAX, mem, &hours, &why));
    assert_rc(RC_OK, pattern_read(mem, patterns, hours, &fixture->set, &why));
    return 0;
}

static int drop(void **state)
{
    struct arena *mem = ((struct fixture *)*state)->mem;

    arena_free(&mem);
    return 0;
}

static const struct pattern *in_force(void **state, const char *code, const char *day)
{
    const struct fixture *fixture = *state;
    struct day on = {0};

    assert_true(day_parse(text_of(day), &on));
    return pattern_in_force(&fixture->set, text_of(code), on);
}

static void assert_slot(const struct pattern_slot *slot, int start, int end, int from, int to)
{
    assert_true(slot->works);
    assert_int_equal(slot->start_minute, start);
    assert_int_equal(slot->end_minute, end);
    assert_int_equal(slot->rest_from_minute, from);
    assert_int_equal(slot->rest_to_minute, to);
}

static void the_five_day_week_has_37_hours_and_a_half(void **state)
{
    const struct pattern *pattern = in_force(state, "5-hari", "2024-05-13");

    assert_non_null(pattern);
    assert_text("Perpres 21/2023", pattern->decree);
    assert_int_equal(pattern->duty, PATTERN_CALENDAR);
    assert_int_equal(pattern->before_minutes, 90);
    assert_int_equal(pattern->after_minutes, 240);
    assert_int_equal(pattern->tolerance_minutes, 0);
    assert_int_equal(pattern->closing_minute, PATTERN_CLOSING_WINDOW);
    assert_int_equal(pattern->in_until_minute, PATTERN_IN_UNTIL_MIDDLE);
    assert_slot(&pattern->week[MONDAY], 450, 960, 720, 780);
    assert_slot(&pattern->week[FRIDAY], 450, 990, 690, 780);
    assert_false(pattern->week[SATURDAY].works);
    assert_false(pattern->week[SUNDAY].works);
    assert_int_equal(pattern_week_minutes(pattern), 37 * 60 + 30);
}

static void every_shipped_week_has_the_hours_of_the_law(void **state)
{
    static const struct {
        const char *code;
        const char *day;
        int minutes;
    } expected[] = {
        {"5-hari", "2021-05-17", 2250},      {"5-hari", "2025-03-10", 1950},
        {"6-hari", "2024-05-13", 2250},      {"6-hari", "2025-03-10", 1950},
        {"samarinda-5", "2023-05-15", 2250}, {"samarinda-6", "2023-05-15", 2250},
    };

    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        const struct pattern *pattern = in_force(state, expected[i].code, expected[i].day);

        assert_non_null(pattern);
        assert_int_equal(pattern_week_minutes(pattern), expected[i].minutes);
    }
}

static void the_decree_in_force_on_the_day_of_the_event_counts(void **state)
{
    assert_text("Keppres 68/1995", in_force(state, "5-hari", "2021-05-17")->decree);
    assert_text("Keppres 68/1995", in_force(state, "5-hari", "2023-03-22")->decree);
    assert_text("Perpres 21/2023", in_force(state, "5-hari", "2023-04-24")->decree);
    assert_null(in_force(state, "5-hari", "1990-01-02"));
    assert_null(in_force(state, "7-hari", "2021-05-17"));
    assert_true(pattern_is_known(&((struct fixture *)*state)->set, TEXT("24-jam")));
    assert_false(pattern_is_known(&((struct fixture *)*state)->set, TEXT("7-hari")));
}

static void ramadan_lies_over_the_base_for_its_days_only(void **state)
{
    assert_text("base", in_force(state, "5-hari", "2021-04-12")->layer);
    assert_text("ramadan", in_force(state, "5-hari", "2021-04-13")->layer);
    assert_text("ramadan", in_force(state, "5-hari", "2021-05-12")->layer);
    assert_text("base", in_force(state, "5-hari", "2021-05-13")->layer);
    assert_text("SE Menpan RB 6/2023", in_force(state, "5-hari", "2023-04-13")->decree);
    assert_slot(&in_force(state, "5-hari", "2025-03-07")->week[FRIDAY], 480, 930, 690, 750);
}

static void a_roster_pattern_has_shifts_and_no_weekdays(void **state)
{
    const struct pattern *shift = in_force(state, "shift", "2021-05-17");
    const struct pattern *guard = in_force(state, "24-jam", "2021-05-17");

    assert_int_equal(shift->duty, PATTERN_ROSTER);
    assert_int_equal(shift->shift_count, 3);
    assert_slot(pattern_shift(shift, TEXT("malam")), 21 * 60, 31 * 60, 0, 0);
    assert_null(pattern_shift(shift, TEXT("sore")));
    assert_false(shift->week[MONDAY].works);
    assert_slot(pattern_shift(guard, TEXT("jaga")), 8 * 60, 32 * 60, 0, 0);
}

static void what_is_not_exactly_known_carries_a_note(void **state)
{
    const struct fixture *fixture = *state;

    for (size_t i = 0; i < fixture->set.count; i++) {
        const struct pattern *pattern = &fixture->set.patterns[i];

        assert_true(pattern->decree.bytes > 0);
        assert_true(pattern->name.bytes > 0);
        if (!text_equal(pattern->decree, TEXT("Keppres 68/1995"))) continue;
        assert_true(pattern->note.bytes > 0);
    }
}

/* One row of patterns.csv whose cells are replaced one at a time. */
static const char *const sound_cells[] = {
    "x",      "base",   "2021-01-01", "",         "calendar", "h", "90", "240", "0",
    "window", "middle", "first-last", "deducted", "450",      "X", "SK", ""};

static enum rc read_with(struct arena *mem,
                         size_t column,
                         const char *cell,
                         const char *hours,
                         struct problem *why)
{
    CLEANUP(buf_done) struct buf csv = {0};
    struct pattern_set set = {0};

    buf_init(&csv, 4096);
    buf_add(&csv, text_of(HEADING));
    for (size_t i = 0; i < COUNT_OF(sound_cells); i++) {
        if (i > 0) buf_add_char(&csv, ',');
        buf_add(&csv, text_of(i == column ? cell : sound_cells[i]));
    }
    buf_add_char(&csv, '\n');
    return pattern_read(mem, buf_text(&csv), text_of(hours), &set, why);
}

static void a_bad_cell_is_refused_with_its_column(void **state)
{
    static const struct {
        size_t column;
        const char *cell;
        const char *field;
    } wrong[] = {
        {0, "", "code"},
        {2, "", "valid_from"},
        {2, "2021-02-30", "valid_from"},
        {3, "soon", "valid_to"},
        {3, "2020-12-31", "valid_to"},
        {4, "always", "duty"},
        {4, "roster", "hours"},
        {5, "", "hours"},
        {5, "other", "hours"},
        {6, "-1", "before_minutes"},
        {7, "1e3", "after_minutes"},
        {8, "99999", "tolerance_minutes"},
        {9, "25:00", "closing"},
        {9, "20:00:30", "closing"},
        {10, "noon", "in_until"},
        {11, "both", "pairing"},
        {12, "", "rest"},
        {13, "449", "week_minutes"},
    };
    static const char hours[] = HOURS_HEADING "h,mon,07:30,16:00,12:00,13:00\n";
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_rc(RC_OK, read_with(mem, 0, "x", hours, NULL));
    assert_rc(RC_OK, read_with(mem, 9, "20:00", hours, NULL));
    assert_rc(RC_OK, read_with(mem, 13, "", hours, NULL));
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct problem why = {0};

        assert_rc(RC_INVALID, read_with(mem, wrong[i].column, wrong[i].cell, hours, &why));
        assert_string_equal(why.field, wrong[i].field);
    }
}

static void hours_that_contradict_each_other_are_refused(void **state)
{
    static const char *const wrong[] = {
        "h,mon,16:00,07:30,,",
        "h,mon,07:30,07:30,,",
        "h,mon,00:30+1,07:30+1,,",
        "h,mon,07:30,08:00+1,,",
        "h,mon,07:30,16:00,13:00,12:00",
        "h,mon,07:30,16:00,06:00,07:00",
        "h,mon,07:30,16:00,15:30,16:30",
        "h,mon,07:30,16:00,12:00,",
        "h,mon,07:30,16:00,12:00,13:00\nh,mon,07:30,16:00,12:00,13:00",
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct text csv = arena_format(mem, "%s%s\n", HOURS_HEADING, wrong[i]);
        struct problem why = {0};

        assert_rc(RC_INVALID, read_with(mem, 0, "x", csv.at, &why));
        assert_string_equal(why.field, "slot");
    }
}

static void a_file_of_another_shape_is_refused(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct pattern_set set = {0};
    struct problem why = {0};

    (void)state;
    assert_rc(RC_INVALID, pattern_read(mem, TEXT(""), TEXT(HOURS_HEADING), &set, &why));
    assert_string_equal(why.text, "patterns.csv is empty");
    assert_rc(RC_INVALID, pattern_read(mem, TEXT("code,layer\n"), TEXT(HOURS_HEADING), &set, &why));
    assert_string_equal(why.text, "patterns.csv must have 17 columns");
    assert_rc(RC_INVALID,
              pattern_read(mem, TEXT(HEADING), TEXT("hours,slot,begin,end,a,b\n"), &set, &why));
    assert_string_equal(why.text, "column 3 of hours.csv must be start");
    assert_rc(RC_OK, pattern_read(mem, TEXT(HEADING), TEXT(HOURS_HEADING), &set, &why));
    assert_int_equal(set.count, 0);
}

#define SHIPPED(fn) cmocka_unit_test_setup_teardown(fn, load_shipped, drop)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SHIPPED(the_five_day_week_has_37_hours_and_a_half),
        SHIPPED(every_shipped_week_has_the_hours_of_the_law),
        SHIPPED(the_decree_in_force_on_the_day_of_the_event_counts),
        SHIPPED(ramadan_lies_over_the_base_for_its_days_only),
        SHIPPED(a_roster_pattern_has_shifts_and_no_weekdays),
        SHIPPED(what_is_not_exactly_known_carries_a_note),
        cmocka_unit_test(a_bad_cell_is_refused_with_its_column),
        cmocka_unit_test(hours_that_contradict_each_other_are_refused),
        cmocka_unit_test(a_file_of_another_shape_is_refused),
    };

    return cmocka_run_group_tests_name("pattern", tests, NULL, NULL);
}
