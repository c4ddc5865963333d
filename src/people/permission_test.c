#include "people/permission.h"

#include "people/fixture_test.h"

#include <stdio.h>

static struct identity head_of(const char *agency)
{
    struct identity identity = {.kind = IDENTITY_ACCOUNT, .role = ROLE_HEAD};

    snprintf(identity.agency, sizeof identity.agency, "%s", agency);
    return identity;
}

static void a_scope_is_an_agency_and_what_lies_below(void **state)
{
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    struct identity head = head_of("DINKES");
    struct identity lost = head_of("CLOSED");
    struct identity all = head_of("");
    static const struct {
        const char *agency;
        bool seen;
    } table[] = {{"DINKES", true}, {"PKM-1", true}, {"POLINDES", true}, {"PU", false}};

    fixture_small_government(f);
    directory = fixture_load(f, AS_OF_NOW);
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        int32_t agency = directory_find_agency(directory, text_of(table[i].agency));

        assert_int_equal(identity_may_on(&head, PERMISSION_SHEET_READ, directory, agency),
                         table[i].seen);
        assert_false(identity_may_on(&lost, PERMISSION_SHEET_READ, directory, agency));
        assert_true(identity_may_on(&all, PERMISSION_SHEET_READ, directory, agency));
        assert_false(identity_may_on(&head, PERMISSION_USER_WRITE, directory, agency));
    }
    assert_false(identity_may_on(&head, PERMISSION_SHEET_READ, directory, NONE));
    assert_true(identity_may_on(&all, PERMISSION_SHEET_READ, directory, NONE));
}

static void staff_read_their_own_days_only(void **state)
{
    struct fixture *f = *state;
    CLEANUP(directory_free) struct directory *directory = NULL;
    struct identity ani = {.kind = IDENTITY_ACCOUNT, .role = ROLE_STAFF, .person = "ani"};
    struct identity head = head_of("DINKES");
    struct identity nobody = {0};
    int32_t own, other;

    fixture_small_government(f);
    directory = fixture_load(f, AS_OF_NOW);
    own = directory_find_person(directory, TEXT("ani"));
    other = directory_find_person(directory, TEXT("budi"));
    assert_true(identity_may_read_person(&ani, directory, own, 0));
    assert_false(identity_may_read_person(&ani, directory, other, 0));
    assert_true(identity_may_read_person(&head, directory, own, 0));
    assert_false(identity_may_read_person(&head, directory, other, 0));
    assert_false(identity_may_read_person(&nobody, directory, own, 0));
}

/* No role but the administrator's hands out roles; walls see counts only. */
static void roles_have_what_the_table_says(void **state)
{
    (void)state;
    assert_true(role_has(ROLE_ADMIN, PERMISSION_USER_WRITE));
    assert_false(role_has(ROLE_KOMINFO, PERMISSION_USER_WRITE));
    assert_false(role_has(ROLE_WALL, PERMISSION_SHEET_READ));
    assert_true(role_has(ROLE_WALL, PERMISSION_BOARD_READ));
    assert_true(role_has(ROLE_KOMINFO, PERMISSION_WALL_CONNECT));
    assert_false(role_has(ROLE_STAFF, PERMISSION_BOARD_READ));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_scope_is_an_agency_and_what_lies_below),
        TEST(staff_read_their_own_days_only),
        TEST(roles_have_what_the_table_says),
    };

    return cmocka_run_group_tests_name("permission", tests, NULL, NULL);
}
