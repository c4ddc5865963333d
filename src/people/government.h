/* government.h - the first facts: a government and its first administrator.
 *
 * Threads   The command: the ledger's thread.
 * Errors    RC_CONFLICT when the store has a government already. */
#pragma once

#include "people/account.h"
#include "people/setting.h"

/* Name, short name and zone, and the account `admin` with a password that must
 * be changed at the first sign-in. */
struct government_founding {
    struct text name;
    struct text short_name; /* none: the name */
    struct text zone;       /* "WIB" */
    struct text admin;      /* name of the first account */
    struct password_hash hash;
};
extern const struct ledger_command government_found_command;

/* The command with its password made on the way, for `hadir init`. */
enum rc government_found(struct ledger *ledger,
                         struct government_founding *founding,
                         struct secret *out_password,
                         struct problem *why) NODISCARD;
