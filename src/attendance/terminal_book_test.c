#include "attendance/terminal_book.h"

#include "attendance/fixture_test.h"

static const int64_t morning_ms = 1621209600000;

static struct terminal_meeting meet(struct terminal_book *book, const char *serial, int64_t now_ms)
{
    struct terminal_meeting meeting;

    terminal_book_meet(book, text_of(serial), TEXT("10.0.0.7"), now_ms, &meeting);
    return meeting;
}

static void follow(struct terminal_book *book, const struct office *o)
{
    CLEANUP(picture_drop) struct picture *picture = office_picture(o);

    terminal_book_follow(book, picture, day_number((struct day){2021, 5, 17}));
}

static size_t count_of(struct terminal_book *book, enum terminal_standing standing)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct terminal_view *views = NULL;
    size_t count = 0;

    terminal_book_list(book, standing, morning_ms, mem, &views, &count);
    return count;
}

static void an_unknown_terminal_waits_until_it_is_approved(void **state)
{
    struct office *o = *state;
    CLEANUP(terminal_book_free) struct terminal_book *book = terminal_book_new();

    office_small(o);
    follow(book, o);
    assert_int_equal(meet(book, "NEW1", morning_ms).standing, TERMINAL_STANDS_UNKNOWN);
    assert_int_equal(count_of(book, TERMINAL_STANDS_UNKNOWN), 1);
    assert_int_equal(terminal_book_contact(book, TEXT("NEW1")), 0);
    office_approve(o, "NEW1", "DINKES");
    follow(book, o);
    assert_int_equal(count_of(book, TERMINAL_STANDS_UNKNOWN), 0);
    assert_int_equal(meet(book, "NEW1", morning_ms + 1000).standing, TERMINAL_STANDS_APPROVED);
    assert_int_equal(terminal_book_contact(book, TEXT("NEW1")), morning_ms + 1000);
    assert_rc(RC_OK, office_try_terminal(
                         o, (struct terminal){.serial = TEXT("NEW1"), .state = TERMINAL_REFUSED}));
    follow(book, o);
    assert_int_equal(meet(book, "NEW1", morning_ms + 2000).standing, TERMINAL_STANDS_REFUSED);
    assert_int_equal(terminal_book_contact(book, TEXT("NEW1")), 0);
}

static void a_flood_of_strangers_costs_no_more_than_a_thousand(void **state)
{
    struct office *o = *state;
    CLEANUP(terminal_book_free) struct terminal_book *book = terminal_book_new();

    office_small(o);
    follow(book, o);
    for (int i = 0; i < 3 * TERMINAL_PENDING_MAX; i++) {
        char serial[16];

        snprintf(serial, sizeof serial, "S%d", i);
        meet(book, serial, morning_ms + i);
        if (i % 100 == 0) meet(book, "LOUD", morning_ms + i);
    }
    assert_int_equal(count_of(book, TERMINAL_STANDS_UNKNOWN), TERMINAL_PENDING_MAX);
    assert_int_equal(meet(book, "LOUD", morning_ms + 9999999).gap_ms, 9999999 - 2900);
    assert_int_equal(count_of(book, TERMINAL_STANDS_APPROVED), 2);
    assert_int_equal(meet(book, "PU1", morning_ms).standing, TERMINAL_STANDS_APPROVED);

    /* With the list full, an approval that comes as a fact finds its place. */
    office_approve(o, "ELSEWHERE", "PU");
    follow(book, o);
    assert_int_equal(count_of(book, TERMINAL_STANDS_APPROVED), 3);
    assert_int_equal(count_of(book, TERMINAL_STANDS_UNKNOWN), TERMINAL_PENDING_MAX - 1);
}

static void silence_longer_than_the_gap_begins_another_interval(void **state)
{
    struct office *o = *state;
    CLEANUP(terminal_book_free) struct terminal_book *book = terminal_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct terminal_contact *due = NULL;
    size_t count = 0;

    office_small(o);
    follow(book, o);
    assert_int_equal(meet(book, "PU1", morning_ms).gap_ms, 0);
    terminal_book_due(book, morning_ms, false, mem, &due, &count);
    assert_int_equal(count, 1);
    assert_text("PU1", due[0].serial);
    assert_int_equal(due[0].from_ms, morning_ms);

    assert_int_equal(meet(book, "PU1", morning_ms + 180000).gap_ms, 0);
    terminal_book_due(book, morning_ms + 180000, false, mem, &due, &count);
    assert_int_equal(count, 0); /* it is the same interval, written a moment ago */
    terminal_book_due(book, morning_ms + 180000, true, mem, &due, &count);
    assert_int_equal(count, 1);
    assert_int_equal(due[0].to_ms, morning_ms + 180000);

    assert_int_equal(meet(book, "PU1", morning_ms + 360001).gap_ms, 180001);
    terminal_book_due(book, morning_ms + 360001, false, mem, &due, &count);
    assert_int_equal(count, 1);
    assert_int_equal(due[0].from_ms, morning_ms + 360001);
}

static void a_contact_that_goes_on_is_written_every_ten_minutes(void **state)
{
    struct office *o = *state;
    CLEANUP(terminal_book_free) struct terminal_book *book = terminal_book_new();
    size_t written = 0;

    office_small(o);
    follow(book, o);
    for (int second = 0; second <= 3600; second += 30) {
        CLEANUP(arena_free) struct arena *mem = arena_new();
        struct terminal_contact *due = NULL;
        size_t count = 0;

        meet(book, "PU1", morning_ms + second * 1000);
        terminal_book_due(book, morning_ms + second * 1000, false, mem, &due, &count);
        written += count;
    }
    assert_int_equal(written, 7);
}

static void what_a_terminal_tells_is_shown_and_counted(void **state)
{
    struct office *o = *state;
    CLEANUP(terminal_book_free) struct terminal_book *book = terminal_book_new();
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct terminal_note note = {
        .firmware = TEXT("Ver 8.0.4"), .held = 40, .drift_ms = TERMINAL_NOTHING, .punches = 3};
    int64_t now_ms = wib_ms("2021-05-17 07:31:00");
    struct terminal_view *views = NULL;
    struct terminal_totals totals;
    size_t count = 0;

    office_small(o);
    follow(book, o);
    meet(book, "PU1", now_ms);
    terminal_book_note(book, TEXT("PU1"), &note, now_ms);
    terminal_book_note(book, TEXT("NOBODY"), &note, now_ms);
    terminal_book_list(book, TERMINAL_STANDS_APPROVED, now_ms, mem, &views, &count);
    assert_int_equal(count, 2);
    assert_text("DK1", views[0].serial);
    assert_true(views[0].silent);
    assert_text("Ver 8.0.4", views[1].firmware);
    assert_int_equal(views[1].held, 40);
    assert_int_equal(views[1].drift_ms, TERMINAL_NOTHING);
    assert_int_equal(views[1].punches_today, 3);
    assert_int_equal(views[1].activity[9], 3);
    terminal_book_totals(book, now_ms, &totals);
    assert_int_equal(totals.approved, 2);
    assert_int_equal(totals.connected, 1);
    assert_int_equal(totals.never, 1);
    assert_int_equal(totals.held, 40);
    terminal_book_list(book, TERMINAL_STANDS_APPROVED, now_ms + 86400000, mem, &views, &count);
    assert_int_equal(views[1].punches_today, 0);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, office_make, office_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(an_unknown_terminal_waits_until_it_is_approved),
        TEST(a_flood_of_strangers_costs_no_more_than_a_thousand),
        TEST(silence_longer_than_the_gap_begins_another_interval),
        TEST(a_contact_that_goes_on_is_written_every_ten_minutes),
        TEST(what_a_terminal_tells_is_shown_and_counted),
    };

    return cmocka_run_group_tests_name("terminal_book", tests, NULL, NULL);
}
