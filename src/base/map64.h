/* map64.h - from a 64-bit key to a 32-bit number, compactly.
 *
 * Like map.h, for keys that are numbers: 12 bytes a slot, a fifth free.
 *
 * Memory    map64_free.
 * Threads   One at a time; reading from several is fine while nobody writes.
 * Errors    None.  Every key is allowed, 0 too. */
#pragma once

#include "base/cc.h"

struct map64;

struct map64 *map64_new(void) RETURNS_NONNULL NODISCARD;
void map64_free(struct map64 **map);

/* Add or replace; true when the key is new. */
bool map64_put(struct map64 *map, uint64_t key, uint32_t value);

bool map64_find(const struct map64 *map, uint64_t key, uint32_t *out_value);
bool map64_remove(struct map64 *map, uint64_t key); /* true when it was there */
void map64_clear(struct map64 *map);

size_t map64_count(const struct map64 *map);
size_t map64_bytes(const struct map64 *map); /* of memory */
