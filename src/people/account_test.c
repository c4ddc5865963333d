#include "people/account.h"

#include "people/fixture_test.h"
#include "people/government.h"
#include "people/session.h"
#include "people/token.h"
#include "people/wall_code.h"

#include <string.h>

enum { GOVERNMENT = 1 };

static const int64_t hour_ms = 3600 * 1000;

/* A hash that nobody has the password of: argon2id is slow, once is enough. */
static const struct password_hash *some_hash(void)
{
    static const struct password_hash hash = {"$argon2id$v=19$m=65536,t=2,p=1$x$x"};

    return &hash;
}

static enum rc create_at(struct fixture *f, const char *name, enum role role, const char *agency)
{
    struct account_creation creation = {
        .account = {.name = text_of(name), .role = (int)role, .agency = text_of(agency)},
        .hash = *some_hash(),
    };
    struct problem why = {0};

    return ledger_perform(f->ledger, &account_create_command, &creation, &why);
}

static void create(struct fixture *f, const char *name, enum role role)
{
    assert_rc(RC_OK, create_at(f, name, role, ""));
}

static struct session_opening open_session(struct fixture *f, const char *account)
{
    struct session_opening opening = {
        .account = text_of(account), .address = TEXT("10.1.2.3"), .key = random_token()};

    assert_rc(RC_OK, ledger_perform(f->ledger, &session_open_command, &opening, NULL));
    return opening;
}

static enum rc find(const struct fixture *f,
                    const struct random_token *key,
                    int64_t after_ms,
                    struct identity *out_identity)
{
    return session_find(f->reader, GOVERNMENT, text_of(key->s), monday_morning_ms + after_ms,
                        out_identity, NULL);
}

/* ---- founding and signing in ---- */

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

/* ---- accounts ---- */

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

/* ---- sessions ---- */

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

/* ---- tokens and walls ---- */

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

/* ---- scope ---- */

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

/* ---- failure loops ---- */

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
        TEST(a_changed_password_opens_everything_the_role_allows),
        TEST(no_hash_is_in_a_fact),
        TEST(a_name_is_given_once),
        TEST(the_last_administrator_stays),
        TEST(a_withdrawn_account_is_nobody_and_may_come_back),
        TEST(a_session_holds_twelve_hours_after_it_was_used),
        TEST(the_store_never_knows_a_key),
        TEST(signing_out_ends_one_session_and_a_new_password_all_others),
        TEST(a_changed_role_ends_the_sessions),
        TEST(expired_sessions_are_swept),
        TEST(a_csrf_token_belongs_to_its_session),
        TEST(a_token_lives_until_it_is_revoked),
        TEST(a_token_is_for_a_wall_or_a_machine),
        TEST(a_wall_is_let_in_by_six_digits_once),
        TEST(six_digits_end_after_ten_minutes),
        TEST(walls_that_wait_are_bounded),
        TEST(a_scope_is_an_agency_and_what_lies_below),
        TEST(staff_read_their_own_days_only),
        TEST(roles_have_what_the_table_says),
        TEST(an_account_is_whole_or_not_there),
        TEST(a_wall_is_accepted_whole_or_not),
        TEST(a_wall_claims_its_key_whole_or_not),
        TEST(a_government_is_founded_whole_or_not),
    };

    return cmocka_run_group_tests_name("account", tests, NULL, NULL);
}
