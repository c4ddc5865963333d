/* map.h - from a text to a number, in memory, for millions of entries.
 *
 * Open addressing, linear probing, one array.  A slot is a hash and a value;
 * the key itself is kept by somebody else, who shows it for a value
 * (map_new_over: 8 bytes a slot), or copied into the map's own memory
 * (map_new: 12 bytes a slot and the key's bytes plus two).  At least a fifth
 * of the slots is free.
 *
 * Memory    map_free.  Keys of map_new_over belong to the owner and may move,
 *           but must not change while they are in the map.
 * Threads   One at a time; reading from several is fine while nobody writes.
 * Errors    None.  At most 2^31 entries; a key has at most 65,535 bytes. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct map;

/* The key that belongs to a value, e.g. the number of the person at an index. */
typedef struct text map_key_of(const void *owner, uint32_t value);

struct map *map_new(void) RETURNS_NONNULL NODISCARD;
struct map *map_new_over(map_key_of *key_of, const void *owner) RETURNS_NONNULL NODISCARD;
void map_free(struct map **map);

/* Add or replace; true when the key is new. */
bool map_put(struct map *map, struct text key, uint32_t value);

bool map_find(const struct map *map, struct text key, uint32_t *out_value);
bool map_remove(struct map *map, struct text key); /* true when it was there */
void map_reserve(struct map *map, size_t count);   /* room for so many without growing */
void map_clear(struct map *map);

size_t map_count(const struct map *map);
size_t map_bytes(const struct map *map); /* of memory */
