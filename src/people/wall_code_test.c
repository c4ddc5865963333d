#include "people/wall_code.h"

#include "people/account_fixture_test.h"
#include "people/token.h"

#include <string.h>

static struct wall_code_asking ask(struct fixture *f)
{
    struct wall_code_asking asking = {.secret = random_token()};

    assert_rc(RC_OK, ledger_perform(f->ledger, &wall_code_ask_command, &asking, NULL));
    return asking;
}

static enum rc accept_wall(struct fixture *f, const char *code)
{
    struct wall_code_acceptance acceptance = {
        .code = text_of(code), .token = {.name = TEXT("Ruang kendali"), .author = TEXT("admin")}};
    struct problem why = {0};

    return ledger_perform(f->ledger, &wall_code_accept_command, &acceptance, &why);
}

static struct wall_code_claim claim(struct fixture *f,
                                    const struct wall_code_asking *asking,
                                    enum rc expected)
{
    struct wall_code_claim claim = {.secret = text_of(asking->secret.s), .key = random_token()};

    assert_rc(expected, ledger_perform(f->ledger, &wall_code_claim_command, &claim, NULL));
    return claim;
}

static void a_wall_is_let_in_by_six_digits_once(void **state)
{
    struct fixture *f = *state;
    struct wall_code_asking asking = ask(f);
    struct wall_code_asking stranger = ask(f);
    struct wall_code_claim claimed;
    struct identity identity = {0};

    assert_int_equal(strlen(asking.code), WALL_CODE_DIGITS);
    assert_true(text_digits(text_of(asking.code)));
    assert_false(claim(f, &asking, RC_OK).accepted);
    assert_rc(RC_OK, accept_wall(f, asking.code));
    assert_rc(RC_NOT_FOUND, accept_wall(f, asking.code));
    assert_false(claim(f, &stranger, RC_OK).accepted);
    claimed = claim(f, &asking, RC_OK);
    assert_true(claimed.accepted);
    assert_rc(RC_OK, token_find(f->reader, GOVERNMENT, text_of(claimed.key.s), &identity, NULL));
    assert_int_equal(identity.role, ROLE_WALL);
    assert_true(identity_may(&identity, PERMISSION_BOARD_READ));
    claim(f, &asking, RC_NOT_FOUND);
}

static void six_digits_end_after_ten_minutes(void **state)
{
    struct fixture *f = *state;
    struct wall_code_asking asking = ask(f);

    assert_int_equal(asking.expires_at_ms / 60000, monday_morning_ms / 60000 + 10);
    fixture_at(f, monday_morning_ms + 11 * 60000);
    assert_rc(RC_NOT_FOUND, accept_wall(f, asking.code));
    claim(f, &asking, RC_NOT_FOUND);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM token"), 0);
}

static void walls_that_wait_are_bounded(void **state)
{
    struct fixture *f = *state;
    struct wall_code_asking asking = {.secret = random_token()};
    struct problem why = {0};

    for (int i = 0; i < WALL_CODES_MAX; i++) {
        ask(f);
    }
    assert_rc(RC_TOO_MANY, ledger_perform(f->ledger, &wall_code_ask_command, &asking, &why));
}

static void a_wall_is_accepted_whole_or_not(void **state)
{
    struct fixture *f = *state;
    struct wall_code_asking asking = ask(f);
    struct wall_code_acceptance acceptance = {.code = text_of(asking.code),
                                              .token = {.name = TEXT("Ruang kendali")}};
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        int expected;

        assert_true(calls < 20);
        rc = fixture_perform_failing(f, &wall_code_accept_command, &acceptance, calls);
        expected = rc == RC_OK ? 1 : 0;
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM token"), expected);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM wall_code WHERE token > 0"),
                         expected);
    }
}

static void a_wall_claims_its_key_whole_or_not(void **state)
{
    struct fixture *f = *state;
    struct wall_code_asking asking = ask(f);
    struct wall_code_claim claiming = {.secret = text_of(asking.secret.s), .key = random_token()};
    enum rc rc = RC_UNAVAILABLE;

    assert_rc(RC_OK, accept_wall(f, asking.code));
    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 20);
        rc = fixture_perform_failing(f, &wall_code_claim_command, &claiming, calls);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM token_secret"), rc == RC_OK);
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM wall_code"), rc != RC_OK);
    }
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_wall_is_let_in_by_six_digits_once), TEST(six_digits_end_after_ten_minutes),
        TEST(walls_that_wait_are_bounded),         TEST(a_wall_is_accepted_whole_or_not),
        TEST(a_wall_claims_its_key_whole_or_not),
    };

    return cmocka_run_group_tests_name("wall_code", tests, NULL, NULL);
}
