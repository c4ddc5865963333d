/* wall_code.h - how a wall is let in without typing a password on it.
 *
 * A new wall asks for six digits and shows them.  Somebody who may connect
 * walls types them at a desk.  The wall, which alone knows the secret that came
 * with the digits, then claims its token, once.
 *
 *   wall: ask ──▶ 483920, secret ──▶ claim(secret) ... waiting ... ──▶ key of the token
 *   desk:                     accept(483920, "Ruang kendali")
 *
 * The digits are worth nothing without the secret and end after ten minutes.
 * Codes are no facts; the token that comes of one is.
 *
 * Threads   Commands: the ledger's thread.
 * Errors    RC_NOT_FOUND for digits or a secret that are not (or no longer)
 *           waiting; RC_TOO_MANY when too many walls wait. */
#pragma once

#include "people/token.h"

enum {
    WALL_CODE_LIFE_MS = 10 * 60 * 1000,
    WALL_CODES_MAX = 500,
    WALL_CODE_DIGITS = 6,
};

struct wall_code_asking {
    struct random_token secret;      /* made by the caller: random_token() */
    char code[WALL_CODE_DIGITS + 1]; /* out */
    int64_t expires_at_ms;           /* out */
};
extern const struct ledger_command wall_code_ask_command;

struct wall_code_acceptance {
    struct text code;
    struct token token; /* name, scope and author as the desk says; its id is set */
};
extern const struct ledger_command wall_code_accept_command;

struct wall_code_claim {
    struct text secret;
    struct random_token key; /* made by the caller: random_token(); the token's from now on */
    bool accepted;           /* out; false: still waiting, the key is worth nothing */
};
extern const struct ledger_command wall_code_claim_command;
