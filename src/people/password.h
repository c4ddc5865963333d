/* password.h - may this password be used, and is this the right one?
 *
 * A password has at least PASSWORD_BYTES_MIN bytes, does not hold the name of
 * its account, is not one character again and again, and is none of the common
 * ones (password_common.def).  Nothing else is asked: rules about digits and
 * signs make passwords worse (NIST SP 800-63B).
 *
 * Stored is argon2id (libsodium, interactive limits: 64 MiB, about 70 ms of a
 * processor).  So hashing and verifying are slow on purpose: never on the
 * ledger's thread, and the caller bounds how many run at once.
 *
 * Memory    64 MiB while it runs.
 * Threads   Any.
 * Errors    RC_INVALID with the reason at `new`; RC_UNAVAILABLE without memory. */
#pragma once

#include "base/problem.h"
#include "base/secret.h"

enum { PASSWORD_HASH_BYTES = 128, PASSWORD_GENERATED_BYTES = 19 };

struct password_hash {
    char s[PASSWORD_HASH_BYTES];
};

/* May it be chosen for this account? */
enum rc password_check(const struct secret *password,
                       struct text account,
                       struct problem *why) NODISCARD;

enum rc password_hash(const struct secret *password, struct password_hash *out_hash) NODISCARD;

/* True when it is the password behind the hash.  An empty hash takes as long
 * and is never right, so that nobody learns which accounts exist. */
bool password_is(const struct secret *password, const struct password_hash *hash);

/* A one-time password that can be read aloud: "k7qf-2mhx-9wct-ubrz". */
void password_generate(struct secret *out_password);
