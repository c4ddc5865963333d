#include "base/hash.h"

#include <sodium.h>

static_assert(sizeof(crypto_generichash_state) <= sizeof((struct hasher){0}.state), "state fits");

static crypto_generichash_state *state_of(struct hasher *hasher)
{
    return (crypto_generichash_state *)(void *)hasher->state;
}

void hasher_init(struct hasher *hasher)
{
    IGNORE(crypto_generichash_init(state_of(hasher), NULL, 0, HASH_BYTES), "constant sizes");
}

void hasher_add(struct hasher *hasher, struct text bytes)
{
    IGNORE(
        crypto_generichash_update(state_of(hasher), (const unsigned char *)bytes.at, bytes.bytes),
        "cannot fail");
}

void hasher_add_int(struct hasher *hasher, int64_t value)
{
    char at[8];

    for (int i = 0; i < 8; i++) {
        at[i] = (char)(unsigned char)((uint64_t)value >> (8 * i));
    }
    hasher_add(hasher, (struct text){at, sizeof at});
}

struct hash hasher_result(struct hasher *hasher)
{
    struct hash hash;

    IGNORE(crypto_generichash_final(state_of(hasher), hash.at, sizeof hash.at), "constant sizes");
    return hash;
}

struct hash hash_of(struct text bytes)
{
    struct hasher hasher;

    hasher_init(&hasher);
    hasher_add(&hasher, bytes);
    return hasher_result(&hasher);
}

struct hash hash_keyed(const struct hash *key, struct text bytes)
{
    struct hash hash;

    IGNORE(crypto_generichash(hash.at, sizeof hash.at, (const unsigned char *)bytes.at, bytes.bytes,
                              key->at, sizeof key->at),
           "constant sizes");
    return hash;
}

bool hash_equal(const struct hash *a, const struct hash *b)
{
    return sodium_memcmp(a->at, b->at, HASH_BYTES) == 0;
}

struct hash_text hash_text(const struct hash *hash)
{
    struct hash_text text;

    sodium_bin2hex(text.s, sizeof text.s, hash->at, HASH_BYTES);
    return text;
}

bool hash_parse(struct text hex, struct hash *out_hash)
{
    size_t bytes = 0;
    struct hash hash;

    if (hex.bytes != HASH_HEX_BYTES) return false;
    if (sodium_hex2bin(hash.at, sizeof hash.at, hex.at, hex.bytes, NULL, &bytes, NULL) != 0) {
        return false;
    }
    if (bytes != HASH_BYTES) return false;
    *out_hash = hash;
    return true;
}
