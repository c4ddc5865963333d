#include "people/session.h"

#include "people/account_fixture_test.h"

#include <string.h>

static const int64_t hour_ms = 3600 * 1000;

static void a_session_holds_twelve_hours_after_it_was_used(void **state)
{
    struct fixture *f = *state;
    struct session_opening opening;
    struct identity identity = {0};
    struct session session;

    create(f, "ani", ROLE_STAFF);
    opening = open_session(f, "ani");
    assert_rc(RC_OK, find(f, &opening.key, 11 * hour_ms, &identity));
    assert_string_equal(identity.name, "ani");
    assert_rc(RC_UNAUTHENTICATED, find(f, &opening.key, 12 * hour_ms + 60000, &identity));
    assert_rc(RC_OK, session_find(f->reader, GOVERNMENT, text_of(opening.key.s),
                                  monday_morning_ms + 11 * hour_ms, &identity, &session));
    session_touch(f->ledger, &session, monday_morning_ms + 11 * hour_ms);
    create(f, "later", ROLE_STAFF); /* the touch is before it in the queue */
    assert_rc(RC_OK, find(f, &opening.key, 22 * hour_ms, &identity));
    assert_rc(RC_UNAUTHENTICATED, find(f, &opening.key, 24 * hour_ms, &identity));
}

static void the_store_never_knows_a_key(void **state)
{
    struct fixture *f = *state;
    struct session_opening opening;
    struct identity identity;
    struct random_token other = random_token();

    create(f, "ani", ROLE_STAFF);
    opening = open_session(f, "ani");
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM session WHERE length(hash) = 32"), 1);
    assert_rc(RC_UNAUTHENTICATED, find(f, &other, 0, &identity));
    assert_rc(RC_UNAUTHENTICATED,
              session_find(f->reader, GOVERNMENT, TEXT(""), monday_morning_ms, &identity, NULL));
    assert_rc(RC_OK, find(f, &opening.key, 0, &identity));
}

static void signing_out_ends_one_session_and_a_new_password_all_others(void **state)
{
    struct fixture *f = *state;
    struct session_opening phone, desk, kept;
    struct identity identity;
    struct hash hash, keep;
    struct account_password change = {.name = TEXT("ani"), .hash = *some_hash(), .keep = &keep};

    create(f, "ani", ROLE_STAFF);
    phone = open_session(f, "ani");
    desk = open_session(f, "ani");
    kept = open_session(f, "ani");
    hash = session_hash(text_of(phone.key.s));
    assert_rc(RC_OK, ledger_perform(f->ledger, &session_close_command, &hash, NULL));
    assert_rc(RC_UNAUTHENTICATED, find(f, &phone.key, 0, &identity));
    assert_rc(RC_OK, find(f, &desk.key, 0, &identity));
    keep = session_hash(text_of(kept.key.s));
    assert_rc(RC_OK, ledger_perform(f->ledger, &account_password_command, &change, NULL));
    assert_rc(RC_UNAUTHENTICATED, find(f, &desk.key, 0, &identity));
    assert_rc(RC_OK, find(f, &kept.key, 0, &identity));
}

static void a_changed_role_ends_the_sessions(void **state)
{
    struct fixture *f = *state;
    struct account promoted = {.name = TEXT("ani"), .role = ROLE_HEAD};
    struct session_opening opening;
    struct session_revocation revocation = {.account = TEXT("ani")};
    struct identity identity;

    create(f, "admin", ROLE_ADMIN);
    create(f, "ani", ROLE_STAFF);
    opening = open_session(f, "ani");
    assert_rc(RC_OK, ledger_perform(f->ledger, &account_change_command, &promoted, NULL));
    assert_rc(RC_UNAUTHENTICATED, find(f, &opening.key, 0, &identity));
    opening = open_session(f, "ani");
    assert_rc(RC_OK, find(f, &opening.key, 0, &identity));
    assert_int_equal(identity.role, ROLE_HEAD);
    assert_rc(RC_OK, ledger_perform(f->ledger, &session_revoke_command, &revocation, NULL));
    assert_int_equal(revocation.count, 1);
}

static void expired_sessions_are_swept(void **state)
{
    struct fixture *f = *state;

    create(f, "ani", ROLE_STAFF);
    open_session(f, "ani");
    fixture_at(f, monday_morning_ms + 13 * hour_ms);
    open_session(f, "ani");
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM session"), 1);
}

static void a_csrf_token_belongs_to_its_session(void **state)
{
    struct random_token one = random_token();
    struct random_token other = random_token();
    struct hash_text csrf = session_csrf(text_of(one.s));

    (void)state;
    assert_true(session_csrf_is(text_of(one.s), text_of(csrf.s)));
    assert_false(session_csrf_is(text_of(other.s), text_of(csrf.s)));
    assert_false(session_csrf_is(text_of(one.s), TEXT("")));
    assert_null(strstr(csrf.s, one.s));
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_session_holds_twelve_hours_after_it_was_used),
        TEST(the_store_never_knows_a_key),
        TEST(signing_out_ends_one_session_and_a_new_password_all_others),
        TEST(a_changed_role_ends_the_sessions),
        TEST(expired_sessions_are_swept),
        TEST(a_csrf_token_belongs_to_its_session),
    };

    return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
