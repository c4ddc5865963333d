/* secret.h - passwords, tokens and keys, by type.
 *
 * What is in a `struct secret` is not a `struct text`, so that neither the log
 * nor the JSON writer accepts it, and it is wiped when its owner is done with
 * it.  Reading it takes a word that stands out in review: secret_reveal.
 *
 * Memory    A value of fixed size; declare it with CLEANUP(secret_done).
 * Threads   One at a time. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

enum { SECRET_BYTES_MAX = 256 };

struct secret {
    size_t bytes;
    char at[SECRET_BYTES_MAX];
};

/* Take a copy; RC_TOO_LARGE when it does not fit. */
enum rc secret_take(struct secret *secret, struct text source) NODISCARD;

/* Wipe; accepts the zeroed one. */
void secret_done(struct secret *secret);

/* The bytes, for the function that hashes, compares or signs. */
struct text secret_reveal(const struct secret *secret);

/* Equal, in time that does not depend on where they differ. */
bool secret_equal(const struct secret *a, const struct secret *b);

/* Wipe any memory that held a secret, so that no compiler leaves it out. */
void secret_wipe(void *at, size_t bytes);
