/* hash.h - BLAKE2b (RFC 7693), the hash of everything that is stored.
 *
 * Threads   A hasher belongs to one thread. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

enum { HASH_BYTES = 32, HASH_HEX_BYTES = 64 };

struct hash {
    unsigned char at[HASH_BYTES];
};

struct hash_text {
    char s[HASH_HEX_BYTES + 1];
};

struct hasher {
    _Alignas(64) unsigned char state[384];
};

void hasher_init(struct hasher *hasher);
void hasher_add(struct hasher *hasher, struct text bytes);
void hasher_add_int(struct hasher *hasher, int64_t value); /* 8 bytes, little endian */
struct hash hasher_result(struct hasher *hasher);

struct hash hash_of(struct text bytes);

/* The same with a secret key: only who knows the key can make it. */
struct hash hash_keyed(const struct hash *key, struct text bytes);

bool hash_equal(const struct hash *a, const struct hash *b); /* in constant time */
struct hash_text hash_text(const struct hash *hash);
bool hash_parse(struct text hex, struct hash *out_hash);
