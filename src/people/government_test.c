#include "people/government.h"

#include "people/account_fixture_test.h"

static void the_first_administrator_has_a_password_for_once(void **state)
{
    struct fixture *f = *state;
    struct government_founding founding = {
        .name = TEXT("Pemerintah Kota Jambi"), .zone = TEXT("wib"), .admin = TEXT("admin")};
    CLEANUP(directory_free) struct directory *directory = NULL;
    struct secret password = {0};
    struct secret wrong = {0};
    struct identity identity = {0};

    assert_rc(RC_OK, government_found(f->ledger, &founding, &password, NULL));
    assert_rc(RC_OK, account_sign_in(f->reader, GOVERNMENT, TEXT("admin"), &password, &identity));
    assert_int_equal(identity.role, ROLE_ADMIN);
    assert_true(identity.must_change_password);
    assert_false(identity_may(&identity, PERMISSION_BOARD_READ));
    assert_rc(RC_OK, secret_take(&wrong, TEXT("not the password")));
    assert_rc(RC_UNAUTHENTICATED,
              account_sign_in(f->reader, GOVERNMENT, TEXT("admin"), &wrong, &identity));
    assert_rc(RC_UNAUTHENTICATED,
              account_sign_in(f->reader, GOVERNMENT, TEXT("nobody"), &password, &identity));
    assert_rc(RC_CONFLICT, government_found(f->ledger, &founding, &password, NULL));
    directory = fixture_load(f, AS_OF_NOW);
    assert_text("Pemerintah Kota Jambi", directory->government_short);
    assert_text("WIB", directory->government_zone);
}

static void a_government_is_founded_whole_or_not(void **state)
{
    struct fixture *f = *state;
    struct government_founding founding = {.name = TEXT("Pemerintah Kota Jambi"),
                                           .zone = TEXT("WIB"),
                                           .admin = TEXT("admin"),
                                           .hash = *some_hash()};
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(f, &government_found_command, &founding, calls);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM setting"), rc == RC_OK ? 3 : 0);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM account"), rc == RC_OK ? 1 : 0);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_first_administrator_has_a_password_for_once),
        TEST(a_government_is_founded_whole_or_not),
    };

    return cmocka_run_group_tests_name("government", tests, NULL, NULL);
}
