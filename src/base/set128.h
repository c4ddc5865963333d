/* set128.h - a set of 128-bit keys: was this one here before?
 *
 * Made for hashes of millions of facts.  The set is cut into many small
 * tables by the top bits of the key, each of which grows by a quarter when it
 * is 85 % full: growing never copies the whole, and an entry costs
 * between 19 and 24 bytes.  Keys must be well mixed (the output of a hash).
 *
 * Memory    set128_free.
 * Threads   One at a time; reading from several is fine while nobody writes.
 * Errors    None. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct set128;

struct set128_key {
    uint64_t high;
    uint64_t low;
};

struct set128 *set128_new(void) RETURNS_NONNULL NODISCARD;
void set128_free(struct set128 **set);

bool set128_add(struct set128 *set, struct set128_key key); /* true when it is new */
bool set128_has(const struct set128 *set, struct set128_key key);
bool set128_remove(struct set128 *set, struct set128_key key); /* true when it was there */
void set128_clear(struct set128 *set);

size_t set128_count(const struct set128 *set);
size_t set128_bytes(const struct set128 *set); /* of memory */

/* The key of a text: the first 128 bits of its BLAKE2b hash. */
struct set128_key set128_key_of(struct text text);
