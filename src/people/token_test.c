#include "people/token.h"

#include "people/account_fixture_test.h"

static void a_token_lives_until_it_is_revoked(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fixture *f = *state;
    struct token_creation creation = {
        .token = {.name = TEXT("SIAP"), .role = ROLE_MACHINE, .author = TEXT("admin")},
        .key = random_token(),
    };
    struct token_revocation wrong = {.id = 1, .role = ROLE_WALL, .author = TEXT("admin")};
    struct token_revocation right = {.id = 1, .role = -1, .author = TEXT("admin")};
    const struct token *tokens = NULL;
    struct identity identity = {0};
    size_t count = 0;

    assert_rc(RC_OK, ledger_perform(f->ledger, &token_create_command, &creation, NULL));
    assert_rc(RC_OK, token_find(f->reader, GOVERNMENT, text_of(creation.key.s), &identity, NULL));
    assert_int_equal(identity.kind, IDENTITY_TOKEN);
    assert_int_equal(identity.id, creation.token.id);
    assert_true(identity_may(&identity, PERMISSION_PUNCH_READ));
    assert_false(identity_may(&identity, PERMISSION_SHEET_READ));
    token_touch(f->ledger, text_of(creation.key.s), 0, monday_morning_ms);
    assert_rc(RC_NOT_FOUND, ledger_perform(f->ledger, &token_revoke_command, &wrong, NULL));
    assert_rc(RC_OK, token_list(f->reader, GOVERNMENT, -1, mem, &tokens, &count));
    assert_int_equal(count, 1);
    assert_int_equal(tokens[0].seen_at_ms, monday_morning_ms);
    assert_rc(RC_OK, ledger_perform(f->ledger, &token_revoke_command, &right, NULL));
    assert_rc(RC_UNAUTHENTICATED,
              token_find(f->reader, GOVERNMENT, text_of(creation.key.s), &identity, NULL));
    assert_rc(RC_OK, token_list(f->reader, GOVERNMENT, -1, mem, &tokens, &count));
    assert_int_equal(count, 0);
}

static void a_token_is_for_a_wall_or_a_machine(void **state)
{
    struct fixture *f = *state;
    struct token_creation creation = {.token = {.name = TEXT("door"), .role = ROLE_ADMIN},
                                      .key = random_token()};
    struct problem why = {0};

    assert_rc(RC_INVALID, ledger_perform(f->ledger, &token_create_command, &creation, &why));
    assert_string_equal(why.field, "role");
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_token_lives_until_it_is_revoked),
        TEST(a_token_is_for_a_wall_or_a_machine),
    };

    return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
