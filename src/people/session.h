/* session.h - a browser that somebody signed in with.
 *
 * A session is 32 random bytes in a cookie; the store knows only their hash,
 * so a stolen copy of the database signs nobody in.  It ends 12 hours after it
 * was last used, when its owner signs out, or when it is revoked; role and
 * scope are those the account has at each request, not those at sign-in.
 *
 * Sessions are no facts: they leave no log entries.
 *
 *   open ──▶ in use ──(touched at most every 5 minutes)──▶ expired, closed or revoked
 *
 * A page that writes repeats a second value, the CSRF token, which is made
 * from the cookie and which other sites cannot know.
 *
 * Memory    A key is a value; wipe what held it.
 * Threads   Commands: the ledger's thread.  session_find: any, on its
 *           connection.  session_touch: any; it does not wait.
 * Errors    RC_UNAUTHENTICATED when the key is none, or no longer one. */
#pragma once

#include "base/hash.h"
#include "base/random.h"
#include "people/account.h"

enum {
    SESSION_LIFE_MS = 12 * 3600 * 1000,
    SESSION_TOUCH_MS = 5 * 60 * 1000,
    SESSION_ADDRESS_BYTES = 46,
};

/* What the cookie holds, and how the store knows it. */
struct hash session_hash(struct text key);

/* Open one for an account; expired ones are swept on the way. */
struct session_opening {
    struct text account;
    struct text address;
    struct random_token key; /* made by the caller: random_token() */
    int64_t expires_at_ms;   /* out */
};
extern const struct ledger_command session_open_command;

struct session {
    struct hash hash;
    int64_t seen_at_ms;
    int64_t expires_at_ms;
};

/* Who holds this key.  *out_session may be NULL. */
enum rc session_find(struct db *db,
                     int government,
                     struct text key,
                     int64_t now_ms,
                     struct identity *out_identity,
                     struct session *out_session) NODISCARD;

/* Note that it is in use, if that is due; what cannot be noted now is later. */
void session_touch(struct ledger *ledger, const struct session *session, int64_t now_ms);

/* Sign out. */
extern const struct ledger_command session_close_command; /* a `struct hash` */

/* End all sessions of an account. */
struct session_revocation {
    struct text account;
    int64_t count; /* out */
};
extern const struct ledger_command session_revoke_command;

/* The value that writes repeat in X-Hadir-Csrf, and whether one is it. */
struct hash_text session_csrf(struct text key);
bool session_csrf_is(struct text key, struct text given);

/* Inside other commands: end all sessions of an account but `keep` (or NULL). */
enum rc session_end_all(struct ledger_tx *tx,
                        struct text account,
                        const struct hash *keep,
                        int64_t *out_count) NODISCARD;
