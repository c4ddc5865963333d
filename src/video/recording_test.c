#include "video/recording.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct test_folder folder;

static const char *record(struct arena *mem, const char *room, const char *name, int days_ago)
{
    const char *path = arena_format(mem, "%s/%s/%s", folder.path, room, name).at;
    struct timespec times[2] = {{.tv_sec = time(NULL) - (time_t)days_ago * 86400}};

    times[1] = times[0];
    assert_rc(RC_OK, recording_make_folder(folder.path, room));
    assert_rc(RC_OK, file_write(path, TEXT("MJR"), 0600, NULL));
    assert_int_equal(0, utimensat(AT_FDCWD, path, times, 0));
    return path;
}

static void a_recording_is_kept_for_its_days_and_then_removed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const char *fresh = record(mem, "sidak-1", "a.mjr", 29);
    const char *old = record(mem, "sidak-1", "b.mjr", 31);
    const char *alone = record(mem, "sidak-0", "c.mjr", 31);

    (void)state;
    recording_remove_old(folder.path, 0);
    assert_true(file_exists(old));
    recording_remove_old(folder.path, 30);
    assert_true(file_exists(fresh));
    assert_false(file_exists(old));
    assert_false(file_exists(alone));
    assert_int_equal(-1, access(arena_format(mem, "%s/sidak-0", folder.path).at, F_OK));
}

static void what_a_link_points_to_is_left_alone(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const char *old = record(mem, "sidak-1", "a.mjr", 99);
    const char *link = arena_format(mem, "%s/sidak-2", folder.path).at;

    (void)state;
    assert_rc(RC_OK, recording_make_folder(folder.path, "sidak-2"));
    assert_int_equal(0, symlink(old, arena_format(mem, "%s/link", link).at));
    assert_int_equal(0, unlink(old));
    recording_remove_old(folder.path, 30);
    assert_int_equal(-1, access(old, F_OK));
}

static void without_a_folder_there_is_no_recording(void **state)
{
    (void)state;
    assert_rc(RC_UNAVAILABLE, recording_make_folder(NULL, "sidak-1"));
    recording_remove_old(NULL, 30);
    recording_remove_old("/nowhere", 30);
}

static int make_folder(void **state)
{
    (void)state;
    return test_folder_make(&folder);
}

static int remove_folder(void **state)
{
    (void)state;
    return test_folder_remove(&folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_recording_is_kept_for_its_days_and_then_removed),
        cmocka_unit_test(what_a_link_points_to_is_left_alone),
        cmocka_unit_test(without_a_folder_there_is_no_recording),
    };

    return cmocka_run_group_tests_name("recording", tests, make_folder, remove_folder);
}
