#include "cmd/folder.h"

#include "base/file.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <string.h>
#include <sys/stat.h>

struct place {
    struct arena *mem;
    struct folder folder;
    struct test_folder parent;
};

static int enter(void **state)
{
    static struct place place;

    place = (struct place){.mem = arena_new()};
    if (test_folder_make(&place.parent) != 0) return -1;
    place.folder = folder_at(arena_format(place.mem, "%s/data", place.parent.path).at, place.mem);
    *state = &place;
    return 0;
}

static int leave(void **state)
{
    struct place *place = *state;

    arena_free(&place->mem);
    return test_folder_remove(&place->parent);
}

static void make_government(const struct place *place)
{
    assert_rc(RC_OK, file_write(place->folder.facts, TEXT("facts"), 0600, NULL));
}

static void a_new_folder_is_its_owners_alone(void **state)
{
    const struct place *place = *state;
    struct stat found;

    assert_rc(RC_OK, folder_make(&place->folder, NULL));
    assert_int_equal(stat(place->folder.path, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0700);
}

static void a_folder_that_holds_something_is_not_taken(void **state)
{
    const struct place *place = *state;
    struct problem why = {0};

    assert_rc(RC_OK, folder_make(&place->folder, NULL));
    assert_rc(RC_OK, folder_make(&place->folder, NULL));
    assert_rc(RC_OK, file_write(place->folder.lock, TEXT(""), 0600, NULL));
    assert_rc(RC_CONFLICT, folder_make(&place->folder, &why));
    assert_non_null(strstr(why.text, "is not empty"));
    make_government(place);
    assert_rc(RC_CONFLICT, folder_make(&place->folder, &why));
    assert_non_null(strstr(why.text, "holds a government already"));
}

static void what_holds_no_government_cannot_be_locked(void **state)
{
    const struct place *place = *state;
    struct problem why = {0};
    int fd = -1;

    assert_rc(RC_UNAVAILABLE, folder_lock(&place->folder, &fd, &why));
    assert_non_null(strstr(why.text, "holds no government"));
    assert_false(file_exists(place->folder.path));
}

static void one_process_works_on_a_folder(void **state)
{
    const struct place *place = *state;
    int first = -1, second = -1;

    assert_rc(RC_OK, folder_make(&place->folder, NULL));
    make_government(place);
    assert_rc(RC_OK, folder_lock(&place->folder, &first, NULL));
    assert_rc(RC_CONFLICT, folder_lock(&place->folder, &second, NULL));
    file_close(&first);
    assert_rc(RC_OK, folder_lock(&place->folder, &second, NULL));
    file_close(&second);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, enter, leave)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_new_folder_is_its_owners_alone),
        TEST(a_folder_that_holds_something_is_not_taken),
        TEST(what_holds_no_government_cannot_be_locked),
        TEST(one_process_works_on_a_folder),
    };

    return cmocka_run_group_tests_name("folder", tests, NULL, NULL);
}
