#include "video/recording_journal.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/test.h"
#include "base/test_folder.h"

static struct test_folder folder;

static const char *path_of(struct arena *mem)
{
    return arena_format(mem, "%s/sidak-1/journal", folder.path).at;
}

static struct journal_line film(const char *file)
{
    return (struct journal_line){.what = JOURNAL_FILM,
                                 .at_ms = 2000,
                                 .machine_ms = 1000,
                                 .lasts_ms = 5,
                                 .member = TEXT("m"),
                                 .medium = TEXT("picture"),
                                 .rotation = 90,
                                 .file = text_of(file)};
}

static void what_is_noted_is_read_in_its_order(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct journal_line member = {.what = JOURNAL_MEMBER,
                                  .member = TEXT("m"),
                                  .name = TEXT("Dinas \"A\""),
                                  .role = TEXT("head"),
                                  .tag = TEXT("D1")};
    struct journal_line made = film("m-1-video-1.webm");
    const struct journal_line *lines = NULL;
    struct clock clock;
    size_t count = 0;

    (void)state;
    clock_init_simulated(&clock, 1621213200000, 1);
    assert_rc(RC_OK, journal_note(folder.path, "sidak-1", &clock, member));
    assert_rc(RC_OK, journal_add(folder.path, "sidak-1", &made));
    assert_rc(RC_OK, journal_read(folder.path, "sidak-1", mem, &lines, &count));
    assert_int_equal(count, 2);
    assert_text("Dinas \"A\"", lines[0].name);
    assert_true(lines[0].at_ms - 1621213200000 < 60 * 1000);
    assert_true(lines[0].machine_ms > lines[0].at_ms);
    assert_int_equal(lines[1].what, JOURNAL_FILM);
    assert_int_equal(lines[1].rotation, 90);
    assert_text("m-1-video-1.webm", lines[1].file);
}

static void a_line_that_a_power_cut_left_half_is_passed_over(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text bytes = TEXT("{\"what\":\"on\",\"at_ms\":5,\"machine_ms\":3}\n"
                             "{\"what\":\"member\",\"na\n"
                             "{\"what\":\"off\",\"at_ms\":9}\n{\"what\":\"of");
    const struct journal_line *lines = NULL;
    size_t count = 0;

    (void)state;
    assert_rc(RC_OK, file_write(path_of(mem), bytes, 0600, NULL));
    assert_rc(RC_OK, journal_read(folder.path, "sidak-1", mem, &lines, &count));
    assert_int_equal(count, 2);
    assert_int_equal(lines[0].what, JOURNAL_ON);
    assert_int_equal(lines[1].what, JOURNAL_OFF);
}

static void an_instant_of_the_machine_is_told_by_our_clock(void **state)
{
    static const struct journal_line lines[] = {
        {.what = JOURNAL_ON, .at_ms = 1000, .machine_ms = 500},
        {.what = JOURNAL_FILM, .at_ms = 1, .machine_ms = 1},
        {.what = JOURNAL_ON, .at_ms = 9000, .machine_ms = 700}, /* a new server, another clock */
    };

    (void)state;
    assert_int_equal(journal_instant(lines, 3, 600), 1100);
    assert_int_equal(journal_instant(lines, 3, 400), 900);
    assert_int_equal(journal_instant(lines, 3, 750), 9050);
    assert_int_equal(journal_instant(NULL, 0, 750), 750);
}

static void without_a_journal_there_is_nothing_to_read(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct journal_line *lines = NULL;
    struct journal_line line = film("a.webm");
    size_t count = 0;

    (void)state;
    assert_rc(RC_NOT_FOUND, journal_read(folder.path, "sidak-0", mem, &lines, &count));
    assert_rc(RC_UNAVAILABLE, journal_add(folder.path, "sidak-0", &line));
}

static int make_folder(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    if (test_folder_make(&folder) != 0) return -1;
    return file_make_folder(arena_format(mem, "%s/sidak-1", folder.path).at, 0700, NULL) == RC_OK
               ? 0
               : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return test_folder_remove(&folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_noted_is_read_in_its_order),
        cmocka_unit_test(a_line_that_a_power_cut_left_half_is_passed_over),
        cmocka_unit_test(an_instant_of_the_machine_is_told_by_our_clock),
        cmocka_unit_test(without_a_journal_there_is_nothing_to_read),
    };

    return cmocka_run_group_tests_name("recording_journal", tests, make_folder, remove_folder);
}
