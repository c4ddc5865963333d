/* account.h - who may sign in.
 *
 * An account has a name (an NIP or a user name), a role and a scope; what the
 * role allows is in role.def.  Making and changing accounts are facts.  The
 * password is not: only its present hash is kept, apart, and in no fact.
 * Whoever got a password from somebody else must change it before anything
 * else is allowed.  Withdrawing an account or changing its role, scope or
 * password ends its sessions.
 *
 * Memory    Texts of listed accounts live in the caller's arena.
 * Threads   Commands: the ledger's thread.  Reading: any, on its connection.
 *           account_sign_in takes about 70 ms: not in a thread that others wait for.
 * Errors    RC_UNAUTHENTICATED from account_sign_in, whatever is wrong;
 *           RC_CONFLICT for a name that is taken; RC_NOT_FOUND; RC_INVALID
 *           with the field in *why. */
#pragma once

#include "people/fact_record.h"
#include "people/password.h"
#include "people/permission.h"

struct account {
    struct text name;
    int role;           /* enum role */
    struct text agency; /* scope; none: the whole government */
    struct text person; /* number of the person who uses it, or none */
    struct text author; /* the account that made or changed it */
    bool withdrawn;
};

extern const struct record account_record;
extern const struct fact_table account_fact;
extern const struct record_choice role_choices[];

/* Make an account.  The hash was made before, because it is slow. */
struct account_creation {
    struct account account;
    struct password_hash hash;
};
extern const struct ledger_command account_create_command;

/* Change role, scope or person, or withdraw; `account` holds what shall be. */
extern const struct ledger_command account_change_command; /* a `struct account` */

/* Set a password; all sessions of the account end but the one kept. */
struct account_password {
    struct text name;
    struct password_hash hash;
    bool must_change;        /* given by somebody else */
    const struct hash *keep; /* session_hash of the session that stays, or NULL */
};
extern const struct ledger_command account_password_command;

/* Is this name and password somebody?  *out_identity says who. */
enum rc account_sign_in(struct db *db,
                        int government,
                        struct text name,
                        const struct secret *password,
                        struct identity *out_identity) NODISCARD;

/* What an account proves about whoever signed in with it. */
void account_identify(const struct account *account,
                      bool must_change_password,
                      struct identity *out_identity);

/* All accounts that are not withdrawn, by name. */
enum rc account_list(struct db *db,
                     int government,
                     struct arena *mem,
                     const struct account **out_accounts,
                     size_t *out_count) NODISCARD;

/* The latest version, not withdrawn. */
enum rc account_find(struct db *db,
                     int government,
                     struct text name,
                     struct arena *mem,
                     struct account *out_account) NODISCARD;
