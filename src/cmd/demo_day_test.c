/* The day of Jambi as the program reads it; data/demo/jambi/check proves the
 * figures, here it is shown that the reader sees the same. */
#include "cmd/demo_day.h"

#include "base/test.h"

struct fixture {
    struct arena *mem;
    struct demo_day day;
};

static int make(void **state)
{
    static struct fixture fixture;
    struct problem why = {0};

    fixture.mem = arena_new();
    *state = &fixture;
    return demo_day_read(fixture.mem, TEXT("jambi"), &fixture.day, &why) == RC_OK ? 0 : -1;
}

static int clear(void **state)
{
    arena_free(&((struct fixture *)*state)->mem);
    return 0;
}

static int64_t at(const struct demo_day *day, int hour, int minute, int second)
{
    return instant_of_moment(moment_of(day->day, (hour * 60 + minute) * 60 + second),
                             day->offset_minutes);
}

static const struct demo_terminal *terminal(const struct demo_day *day, struct text serial)
{
    for (size_t i = 0; i < day->terminal_count; i++) {
        if (text_equal(day->terminals[i].row.serial, serial)) return &day->terminals[i];
    }
    return NULL;
}

static size_t received_by(const struct demo_day *day, struct text serial, int64_t at_ms)
{
    size_t count = 0;

    for (size_t i = 0; i < day->punch_count && day->punches[i].received_at_ms <= at_ms; i++) {
        count += serial.bytes == 0 || text_equal(day->punches[i].terminal, serial);
    }
    return count;
}

static void the_government_and_its_day_are_told(void **state)
{
    const struct demo_day *day = &((struct fixture *)*state)->day;

    assert_text("Pemerintah Kota Jambi", day->name);
    assert_text("Kota Jambi", day->short_name);
    assert_text("WIB", day->zone);
    assert_int_equal(day->offset_minutes, 420);
    assert_string_equal(day_text(day->day).s, "2021-05-17");
    assert_int_equal(day->terminal_count, 413);
    assert_int_equal(day->punch_count, 11132);
}

static void by_the_moment_of_the_wall_5141_punches_were_received(void **state)
{
    const struct demo_day *day = &((struct fixture *)*state)->day;
    int64_t wall = at(day, 7, 46, 12);

    assert_int_equal(received_by(day, TEXT(""), wall), 5141);
    assert_int_equal(received_by(day, TEXT("CJX7204800118"), wall), 33);
    assert_int_equal(received_by(day, TEXT("AEYU193360042"), wall), 58);
}

static void what_a_silent_terminal_recorded_comes_when_it_is_back(void **state)
{
    const struct demo_day *day = &((struct fixture *)*state)->day;
    const struct demo_terminal *silent = terminal(day, TEXT("CJX7204800118"));
    size_t backlog = 0;

    assert_non_null(silent);
    assert_int_equal(silent->silent_from_ms, at(day, 7, 12, 40));
    assert_int_equal(silent->silent_to_ms, at(day, 7, 58, 0));
    for (size_t i = 0; i < day->punch_count; i++) {
        const struct punch *punch = &day->punches[i];

        assert_true(i == 0 || day->punches[i - 1].received_at_ms <= punch->received_at_ms);
        if (!(punch->flags & PUNCH_BACKLOG)) continue;
        assert_true(text_equal(punch->terminal, silent->row.serial));
        assert_int_equal(punch->received_at_ms, silent->silent_to_ms);
        backlog++;
    }
    assert_true(backlog >= 17);
}

static void a_terminal_that_is_slow_shows_an_earlier_time_than_the_true_one(void **state)
{
    const struct demo_day *day = &((struct fixture *)*state)->day;
    const struct demo_terminal *slow = terminal(day, TEXT("AEYU193360042"));

    assert_int_equal(slow->clock_error_ms, -94000);
    for (size_t i = 0; i < day->punch_count; i++) {
        const struct punch *punch = &day->punches[i];

        if (!text_equal(punch->terminal, slow->row.serial)) continue;
        assert_int_equal(punch->received_at_ms,
                         instant_of_moment(punch->moment, day->offset_minutes) + 94000);
        assert_int_equal(punch->verify, 1);
    }
}

static void unreadable_rows_and_late_enrolments_are_there(void **state)
{
    const struct demo_day *day = &((struct fixture *)*state)->day;

    assert_int_equal(day->refusal_count, 3);
    assert_text("1187\t2021-05-17 24:10:05\t0\t1", day->refusals[0].refusal.bytes);
    assert_int_equal(day->refusals[0].received_at_ms, at(day, 6, 41, 17));
    assert_text("1203\t2021-05-17 07:2", day->refusals[2].refusal.bytes);
    assert_int_equal(day->late_count, 2);
    assert_text("20417", day->late[0].pin);
    assert_text("CJX7204800207", day->late[0].terminal);
}

static void another_government_is_not_found(void **state)
{
    struct fixture *fixture = *state;
    struct demo_day day = {0};
    struct problem why = {0};

    assert_rc(RC_NOT_FOUND, demo_day_read(fixture->mem, TEXT("atlantis"), &day, &why));
    assert_string_equal(why.text, "there is no demo government \"atlantis\"");
    assert_int_equal(day.terminal_count, 0);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, make, clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_government_and_its_day_are_told),
        TEST(by_the_moment_of_the_wall_5141_punches_were_received),
        TEST(what_a_silent_terminal_recorded_comes_when_it_is_back),
        TEST(a_terminal_that_is_slow_shows_an_earlier_time_than_the_true_one),
        TEST(unreadable_rows_and_late_enrolments_are_there),
        TEST(another_government_is_not_found),
    };

    return cmocka_run_group_tests_name("demo_day", tests, NULL, NULL);
}
