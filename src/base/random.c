#include "base/random.h"

#include "base/secret.h"

#include <sodium.h>

enum { TOKEN_RANDOM_BYTES = 32 };

static_assert(sodium_base64_ENCODED_LEN(TOKEN_RANDOM_BYTES,
                                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) ==
                  RANDOM_TOKEN_BYTES + 1,
              "a token is 256 bits in base64url");

void random_bytes(void *at, size_t bytes)
{
    randombytes_buf(at, bytes);
}

struct random_token random_token(void)
{
    unsigned char bytes[TOKEN_RANDOM_BYTES];
    struct random_token token;

    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2base64(token.s, sizeof token.s, bytes, sizeof bytes,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    secret_wipe(bytes, sizeof bytes);
    return token;
}

uint32_t random_below(uint32_t bound)
{
    assert(bound > 0);
    return randombytes_uniform(bound);
}
