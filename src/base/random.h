/* random.h - bytes nobody can guess, and tokens made of them (libsodium).
 *
 * Threads   Any.
 * Errors    None: the kernel's generator does not fail once it has started. */
#pragma once

#include "base/cc.h"

enum { RANDOM_TOKEN_BYTES = 43 }; /* 256 bits in base64url */

struct random_token {
    char s[RANDOM_TOKEN_BYTES + 1];
};

void random_bytes(void *at, size_t bytes);

/* Letters, digits, '-' and '_': fit for cookies and URLs. */
struct random_token random_token(void);

/* A number below `bound`, every one as likely; bound > 0. */
uint32_t random_below(uint32_t bound);
