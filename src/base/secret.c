#include "base/secret.h"

#include <sodium.h>

#include <string.h>

enum rc secret_take(struct secret *secret, struct text source)
{
    if (source.bytes > SECRET_BYTES_MAX) return RC_TOO_LARGE;
    secret_done(secret);
    if (source.bytes) memcpy(secret->at, source.at, source.bytes);
    secret->bytes = source.bytes;
    return RC_OK;
}

void secret_done(struct secret *secret)
{
    sodium_memzero(secret, sizeof *secret);
}

struct text secret_reveal(const struct secret *secret)
{
    return (struct text){secret->at, secret->bytes};
}

/* The whole capacity is compared, so the time tells nothing; what is unused is
 * zero in both. */
bool secret_equal(const struct secret *a, const struct secret *b)
{
    return a->bytes == b->bytes && sodium_memcmp(a->at, b->at, sizeof a->at) == 0;
}

void secret_wipe(void *at, size_t bytes)
{
    if (bytes) sodium_memzero(at, bytes);
}
