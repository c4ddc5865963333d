#include "base/file.h"

#include "base/random.h"
#include "base/secret.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static struct test_folder folder;

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

static const char *path_of(struct arena *mem, const char *name)
{
    return arena_format(mem, "%s/%s", folder.path, name).at;
}

static void a_file_is_replaced_as_a_whole(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const char *path = path_of(mem, "settings");
    struct problem why = {0};
    struct text bytes;
    struct stat stat_of;

    (void)state;
    assert_rc(RC_NOT_FOUND, file_read(path, 100, mem, &bytes, &why));
    assert_false(file_exists(path));
    assert_rc(RC_OK, file_write(path, TEXT("one"), 0600, &why));
    assert_rc(RC_OK, file_write(path, TEXT("second"), 0600, &why));
    assert_true(file_exists(path));
    assert_rc(RC_OK, file_read(path, 100, mem, &bytes, &why));
    assert_text("second", bytes);
    assert_rc(RC_TOO_LARGE, file_read(path, 5, mem, &bytes, &why));
    assert_int_equal(stat(path, &stat_of), 0);
    assert_int_equal(stat_of.st_mode & 0777, 0600);
    assert_rc(RC_NOT_FOUND, file_write(path_of(mem, "no/such"), TEXT("x"), 0600, &why));
    assert_rc(RC_INVALID, file_read(folder.path, 100, mem, &bytes, &why));
}

static void a_mapped_file_shows_its_bytes(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(file_unmap) struct file_map map = {0};
    CLEANUP(file_unmap) struct file_map empty = {0};
    const char *path = path_of(mem, "mapped");
    struct problem why = {0};

    (void)state;
    assert_rc(RC_OK, file_write(path, TEXT("contents"), 0600, &why));
    assert_rc(RC_OK, file_map(path, 100, &map, &why));
    assert_text("contents", map.bytes);
    assert_rc(RC_OK, file_write(path, TEXT(""), 0600, &why));
    assert_rc(RC_OK, file_map(path, 100, &empty, &why));
    assert_int_equal(empty.bytes.bytes, 0);
    assert_text("contents", map.bytes);
}

static void a_locked_file_is_locked_until_it_is_closed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const char *path = path_of(mem, "lock");
    struct problem why = {0};
    int first = -1, second = -1;

    (void)state;
    assert_rc(RC_OK, file_lock(path, &first, &why));
    assert_rc(RC_CONFLICT, file_lock(path, &second, &why));
    file_close(&first);
    assert_int_equal(first, -1);
    assert_rc(RC_OK, file_lock(path, &second, &why));
    file_close(&second);
}

static void folders_are_made_with_those_above(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct problem why = {0};

    (void)state;
    assert_rc(RC_OK, file_make_folder(path_of(mem, "a/b"), 0700, &why));
    assert_rc(RC_OK, file_make_folder(path_of(mem, "a/b/"), 0700, &why));
    assert_rc(RC_OK, file_write(path_of(mem, "a/file"), TEXT("x"), 0600, &why));
    assert_rc(RC_CONFLICT, file_make_folder(path_of(mem, "a/file"), 0700, &why));
    assert_rc(RC_NOT_FOUND, file_make_folder(path_of(mem, "a/file/c"), 0700, &why));
    assert_rc(RC_INVALID, file_make_folder("", 0700, &why));
}

static void a_secret_is_wiped_when_it_is_done(void **state)
{
    struct secret secret = {0}, same = {0}, longer = {0};
    static const struct secret nothing;
    char too_long[SECRET_BYTES_MAX + 1] = {0};

    (void)state;
    assert_rc(RC_OK, secret_take(&secret, TEXT("rahasia")));
    assert_rc(RC_OK, secret_take(&same, TEXT("rahasia")));
    assert_rc(RC_OK, secret_take(&longer, TEXT("rahasia1")));
    assert_rc(RC_TOO_LARGE, secret_take(&secret, (struct text){too_long, sizeof too_long}));
    assert_text("rahasia", secret_reveal(&secret));
    assert_true(secret_equal(&secret, &same));
    assert_false(secret_equal(&secret, &longer));
    secret_done(&secret);
    assert_memory_equal(&secret, &nothing, sizeof nothing);
}

static void tokens_do_not_repeat(void **state)
{
    struct random_token a = random_token(), b = random_token();

    (void)state;
    assert_int_equal(strlen(a.s), RANDOM_TOKEN_BYTES);
    assert_string_not_equal(a.s, b.s);
    for (int i = 0; i < 100; i++) {
        assert_true(random_below(6) < 6);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_replaced_as_a_whole),
        cmocka_unit_test(a_mapped_file_shows_its_bytes),
        cmocka_unit_test(a_locked_file_is_locked_until_it_is_closed),
        cmocka_unit_test(folders_are_made_with_those_above),
        cmocka_unit_test(a_secret_is_wiped_when_it_is_done),
        cmocka_unit_test(tokens_do_not_repeat),
    };

    return cmocka_run_group_tests_name("file", tests, make_folder, remove_folder);
}
