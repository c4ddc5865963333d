#include "people/account.h"

#include "people/account_fixture_test.h"

#include <string.h>

static void a_changed_password_opens_everything_the_role_allows(void **state)
{
    struct fixture *f = *state;
    struct secret password = {0};
    struct account_password change = {.name = TEXT("leader")};
    struct identity identity;

    create(f, "leader", ROLE_LEADER);
    assert_rc(RC_OK, secret_take(&password, TEXT("pagi-ini-hujan")));
    assert_rc(RC_OK, password_hash(&password, &change.hash));
    assert_rc(RC_OK, ledger_perform(f->ledger, &account_password_command, &change, NULL));
    assert_rc(RC_OK, account_sign_in(f->reader, GOVERNMENT, TEXT("leader"), &password, &identity));
    assert_false(identity.must_change_password);
    assert_true(identity_may(&identity, PERMISSION_BOARD_READ));
    assert_false(identity_may(&identity, PERMISSION_USER_WRITE));
}

static bool holds_no_hash(void *visitor, const struct ledger_entry *entry)
{
    char body[2048];

    (void)visitor;
    snprintf(body, sizeof body, TEXT_FORMAT, TEXT_ARGUMENT(entry->body));
    assert_null(strstr(body, "argon2"));
    return true;
}

static void no_hash_is_in_a_fact(void **state)
{
    struct fixture *f = *state;

    create(f, "ani", ROLE_STAFF);
    assert_rc(RC_OK, ledger_follow(f->reader, 1, 1, 0, holds_no_hash, NULL));
}

static void a_name_is_given_once(void **state)
{
    struct fixture *f = *state;

    create(f, "ani", ROLE_STAFF);
    assert_rc(RC_CONFLICT, create_at(f, "ani", ROLE_ADMIN, ""));
    assert_rc(RC_INVALID, create_at(f, "two words", ROLE_STAFF, ""));
    assert_rc(RC_INVALID, create_at(f, "", ROLE_STAFF, ""));
    assert_rc(RC_INVALID, create_at(f, "budi", ROLE_HEAD, "nowhere"));
}

static void the_last_administrator_stays(void **state)
{
    struct fixture *f = *state;
    struct account demoted = {.name = TEXT("admin"), .role = ROLE_STAFF};
    struct account gone = {.name = TEXT("admin"), .role = ROLE_ADMIN, .withdrawn = true};
    struct problem why = {0};

    create(f, "admin", ROLE_ADMIN);
    assert_rc(RC_CONFLICT, ledger_perform(f->ledger, &account_change_command, &demoted, &why));
    assert_rc(RC_CONFLICT, ledger_perform(f->ledger, &account_change_command, &gone, &why));
    create(f, "other", ROLE_ADMIN);
    assert_rc(RC_OK, ledger_perform(f->ledger, &account_change_command, &gone, &why));
}

static void a_withdrawn_account_is_nobody_and_may_come_back(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct account gone = {.name = TEXT("ani"), .role = ROLE_STAFF, .withdrawn = true};
    struct session_opening opening;
    const struct account *accounts = NULL;
    struct identity identity;
    size_t count = 0;

    create(f, "admin", ROLE_ADMIN);
    create(f, "ani", ROLE_STAFF);
    opening = open_session(f, "ani");
    assert_rc(RC_OK, ledger_perform(f->ledger, &account_change_command, &gone, NULL));
    assert_rc(RC_UNAUTHENTICATED, find(f, &opening.key, 0, &identity));
    assert_rc(RC_NOT_FOUND, ledger_perform(f->ledger, &account_change_command, &gone, NULL));
    assert_rc(RC_OK, account_list(f->reader, GOVERNMENT, mem, &accounts, &count));
    assert_int_equal(count, 1);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM account_password"), 1);
    create(f, "ani", ROLE_HEAD);
    assert_rc(RC_OK, account_list(f->reader, GOVERNMENT, mem, &accounts, &count));
    assert_int_equal(count, 2);
    assert_int_equal(accounts[1].role, ROLE_HEAD);
}

static void an_account_is_whole_or_not_there(void **state)
{
    struct fixture *f = *state;
    struct account_creation creation = {.account = {.name = TEXT("ani"), .role = ROLE_STAFF},
                                        .hash = *some_hash()};
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        int expected;

        assert_true(calls < 20);
        rc = fixture_perform_failing(f, &account_create_command, &creation, calls);
        expected = rc == RC_OK ? 1 : 0;
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM account"), expected);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM account_password"), expected);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM log"), expected);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_changed_password_opens_everything_the_role_allows),
        TEST(no_hash_is_in_a_fact),
        TEST(a_name_is_given_once),
        TEST(the_last_administrator_stays),
        TEST(a_withdrawn_account_is_nobody_and_may_come_back),
        TEST(an_account_is_whole_or_not_there),
    };

    return cmocka_run_group_tests_name("account", tests, NULL, NULL);
}
