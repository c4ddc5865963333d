/* turn.h - what lets a browser use a relay (TURN), for a day's session.
 *
 * A relay that knows a secret of ours (coturn's `use-auth-secret`) trusts whoever
 * shows a name and a password that this secret makes:
 *
 *   name      <seconds since 1970 when it ends>:<who>
 *   password  base64(HMAC-SHA1(secret, name))
 *
 * So we tell the relay nothing, and nobody has an account there; what was given
 * is worth nothing after its time.  `who` is the seat in a room, not the person:
 * the relay's log needs to know no more.
 *
 * Source    draft-uberti-behave-turn-rest-00; coturn's README.turnserver.
 * Memory    Texts live in the caller's arena.
 * Threads   All functions are pure but turn_secret_load.
 * Errors    RC_INVALID with the reason for what is no address of a relay, or no
 *           secret; what file_read returns. */
#pragma once

#include "base/arena.h"
#include "base/problem.h"
#include "base/secret.h"

enum {
    TURN_URLS_MAX = 4,
    TURN_URL_BYTES_MAX = 256,
    TURN_SECRET_BYTES_MIN = 16,
    TURN_LIFE_SECONDS = 12 * 3600, /* as long as the longest session */
};

struct turn_urls {
    size_t count;
    struct text at[TURN_URLS_MAX];
};

/* "turn:relay:3478,turns:relay:5349?transport=tcp": each an address of a relay. */
enum rc turn_urls_read(const char *list, struct turn_urls *out_urls, struct problem *why) NODISCARD;

/* The relays of a server, and the secret that they share with it; without an
 * address there are none. */
struct turn {
    struct turn_urls urls;
    struct secret secret;
};

/* The first line of a file. */
enum rc turn_secret_load(const char *path,
                         struct secret *out_secret,
                         struct problem *why) NODISCARD;

struct turn_pass {
    struct text name;
    struct text password;
};

/* Good from `now_seconds` (of the true clock, which is the relay's too) for
 * TURN_LIFE_SECONDS. */
struct turn_pass turn_pass_make(const struct secret *secret,
                                struct text who,
                                int64_t now_seconds,
                                struct arena *mem);
