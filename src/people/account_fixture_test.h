/* account_fixture_test.h - accounts and their sessions, for the tests of who may
 * come in. */
#pragma once

#include "people/account.h"
#include "people/fixture_test.h"
#include "people/session.h"

enum { GOVERNMENT = 1 };

/* A hash that nobody has the password of: argon2id is slow, once is enough. */
static const struct password_hash *some_hash(void)
{
    static const struct password_hash hash = {"$argon2id$v=19$m=65536,t=2,p=1$x$x"};

    return &hash;
}

static inline enum rc create_at(struct fixture *f,
                                const char *name,
                                enum role role,
                                const char *agency)
{
    struct account_creation creation = {
        .account = {.name = text_of(name), .role = (int)role, .agency = text_of(agency)},
        .hash = *some_hash(),
    };
    struct problem why = {0};

    return ledger_perform(f->ledger, &account_create_command, &creation, &why);
}

static inline void create(struct fixture *f, const char *name, enum role role)
{
    assert_rc(RC_OK, create_at(f, name, role, ""));
}

static inline struct session_opening open_session(struct fixture *f, const char *account)
{
    struct session_opening opening = {
        .account = text_of(account), .address = TEXT("10.1.2.3"), .key = random_token()};

    assert_rc(RC_OK, ledger_perform(f->ledger, &session_open_command, &opening, NULL));
    return opening;
}

static inline enum rc find(const struct fixture *f,
                           const struct random_token *key,
                           int64_t after_ms,
                           struct identity *out_identity)
{
    return session_find(f->reader, GOVERNMENT, text_of(key->s), monday_morning_ms + after_ms,
                        out_identity, NULL);
}
