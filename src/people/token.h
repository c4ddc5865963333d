/* token.h - machines and walls that may connect.
 *
 * A token is 32 random bytes that its holder shows with every request; the
 * store knows only their hash.  It has a name, a role (wall or machine) and a
 * scope, and lives until it is revoked: one look at the list and one act end
 * it, no address has to be changed (peers: a kiosk's address was its secret).
 * Making and revoking are facts; the hash is in none.
 *
 * Memory    Texts of listed tokens live in the caller's arena.
 * Threads   Commands: the ledger's thread.  Reading: any, on its connection.
 * Errors    RC_UNAUTHENTICATED from token_find; RC_NOT_FOUND; RC_INVALID. */
#pragma once

#include "base/hash.h"
#include "base/random.h"
#include "people/account.h"

enum { TOKEN_TOUCH_MS = 5 * 60 * 1000 };

struct token {
    int64_t id;
    struct text name;
    int role; /* ROLE_WALL or ROLE_MACHINE */
    struct text agency;
    struct text author;
    bool withdrawn;
    int64_t created_at_ms; /* of its first version; not recorded */
    int64_t seen_at_ms;    /* 0: never used; not recorded */
};

extern const struct record token_record;
extern const struct fact_table token_fact;

/* Make a token; the key is shown once and never again. */
struct token_creation {
    struct token token;      /* its id is set */
    struct random_token key; /* made by the caller: random_token() */
};
extern const struct ledger_command token_create_command;

struct token_revocation {
    int64_t id;
    int role; /* only one of this role: a wall's list does not end machines; -1: any */
    struct text author;
};
extern const struct ledger_command token_revoke_command;

/* Who shows this key. */
enum rc token_find(struct db *db,
                   int government,
                   struct text key,
                   struct identity *out_identity,
                   int64_t *out_seen_at_ms) NODISCARD;

/* What a token proves about whoever shows it. */
void token_identify(const struct token *token, struct identity *out_identity);

/* Note that it was used, if that is due (TOKEN_TOUCH_MS). */
void token_touch(struct ledger *ledger, struct text key, int64_t seen_at_ms, int64_t now_ms);

/* Tokens of a role (-1: all) that are not revoked, by id. */
enum rc token_list(struct db *db,
                   int government,
                   int role,
                   struct arena *mem,
                   const struct token **out_tokens,
                   size_t *out_count) NODISCARD;

/* Inside other commands: record a new token without a key, and give it one. */
enum rc token_record_new(struct ledger_tx *tx, struct token *token, struct problem *why) NODISCARD;
enum rc token_give_key(struct ledger_tx *tx, int64_t id, struct text key) NODISCARD;
