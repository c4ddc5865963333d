#include "base/map64.h"

#include "base/mem.h"

#include <string.h>

enum { FIRST_CAPACITY = 32 };

/* 1. A key is found between its home and the next free slot, going round.
 * 2. keys[i] == 0 marks a free slot; the key 0 itself lives beside the table.
 * 3. table_count is at most four fifths of the capacity. */
struct map64 {
    uint64_t *keys;
    uint32_t *values;
    size_t capacity;
    size_t table_count;
    bool has_zero;
    uint32_t zero_value;
};

struct map64 *map64_new(void)
{
    return mem_alloc(1, sizeof(struct map64));
}

void map64_free(struct map64 **map)
{
    if (!*map) return;
    mem_free((*map)->keys);
    mem_free((*map)->values);
    mem_free(*map);
    *map = NULL;
}

/* The finalizer of splitmix64 (Steele, Lea, Flood 2014): every bit of the key
 * reaches the top bits, from which the home is taken. */
static uint64_t mixed(uint64_t key)
{
    key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9u;
    key = (key ^ (key >> 27)) * 0x94d049bb133111ebu;
    return key ^ (key >> 31);
}

static size_t home_of(const struct map64 *map, uint64_t key)
{
    return (size_t)(((mixed(key) >> 32) * map->capacity) >> 32);
}

static size_t next(const struct map64 *map, size_t i)
{
    return i + 1 == map->capacity ? 0 : i + 1;
}

static size_t slot_of(const struct map64 *map, uint64_t key)
{
    size_t i = home_of(map, key);

    while (map->keys[i] && map->keys[i] != key) {
        i = next(map, i);
    }
    return i;
}

static void grow(struct map64 *map)
{
    struct map64 old = *map;

    map->capacity = old.capacity ? old.capacity + old.capacity / 2 : FIRST_CAPACITY;
    assert(map->capacity <= UINT32_MAX);
    map->keys = mem_alloc(map->capacity, sizeof *map->keys);
    map->values = mem_alloc(map->capacity, sizeof *map->values);
    for (size_t i = 0; i < old.capacity; i++) {
        size_t to;

        if (!old.keys[i]) continue;
        to = slot_of(map, old.keys[i]);
        map->keys[to] = old.keys[i];
        map->values[to] = old.values[i];
    }
    mem_free(old.keys);
    mem_free(old.values);
}

static bool put_zero(struct map64 *map, uint32_t value)
{
    bool is_new = !map->has_zero;

    map->has_zero = true;
    map->zero_value = value;
    return is_new;
}

bool map64_put(struct map64 *map, uint64_t key, uint32_t value)
{
    size_t i;
    bool is_new;

    if (key == 0) return put_zero(map, value);
    if ((map->table_count + 1) * 5 > map->capacity * 4) grow(map);
    i = slot_of(map, key);
    is_new = map->keys[i] == 0;
    map->keys[i] = key;
    map->values[i] = value;
    map->table_count += is_new;
    return is_new;
}

bool map64_find(const struct map64 *map, uint64_t key, uint32_t *out_value)
{
    size_t i;

    if (key == 0) {
        if (map->has_zero) *out_value = map->zero_value;
        return map->has_zero;
    }
    if (map->table_count == 0) return false;
    i = slot_of(map, key);
    if (!map->keys[i]) return false;
    *out_value = map->values[i];
    return true;
}

/* Close the gap: pull back each follower whose home is not after the gap. */
static void close_gap(struct map64 *map, size_t gap)
{
    for (size_t i = next(map, gap); map->keys[i]; i = next(map, i)) {
        size_t home = home_of(map, map->keys[i]);
        size_t from_home = (i + map->capacity - home) % map->capacity;
        size_t from_gap = (i + map->capacity - gap) % map->capacity;

        if (from_home < from_gap) continue;
        map->keys[gap] = map->keys[i];
        map->values[gap] = map->values[i];
        gap = i;
    }
    map->keys[gap] = 0;
}

bool map64_remove(struct map64 *map, uint64_t key)
{
    size_t i;

    if (key == 0) {
        bool was_there = map->has_zero;

        map->has_zero = false;
        return was_there;
    }
    if (map->table_count == 0) return false;
    i = slot_of(map, key);
    if (!map->keys[i]) return false;
    close_gap(map, i);
    map->table_count--;
    return true;
}

void map64_clear(struct map64 *map)
{
    if (map->capacity) memset(map->keys, 0, map->capacity * sizeof *map->keys);
    map->table_count = 0;
    map->has_zero = false;
}

size_t map64_count(const struct map64 *map)
{
    return map->table_count + map->has_zero;
}

size_t map64_bytes(const struct map64 *map)
{
    return sizeof *map + map->capacity * (sizeof *map->keys + sizeof *map->values);
}
