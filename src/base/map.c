#include "base/map.h"

#include "base/mem.h"

#include <string.h>

enum { FIRST_CAPACITY = 32, KEY_BYTES_MAX = 65535, KEY_LENGTH_BYTES = 2, GARBAGE_BYTES = 4096 };

#define USED 0x80000000u /* set in the hash of every slot in use */

struct slot {
    uint32_t hash; /* 0: free */
    uint32_t value;
};

/* 1. A key is found between its home and the next free slot, going round.
 * 2. count is at most four fifths of the capacity.
 * 3. Copied keys: key_at[i] is where keys holds the length and the bytes. */
struct map {
    map_key_of *key_of; /* NULL: keys are copied */
    const void *owner;
    struct slot *slots;
    uint32_t *key_at;
    size_t capacity;
    size_t count;
    char *keys;
    size_t keys_bytes;
    size_t keys_capacity;
    size_t keys_garbage; /* bytes of removed keys */
};

struct map *map_new(void)
{
    return mem_alloc(1, sizeof(struct map));
}

struct map *map_new_over(map_key_of *key_of, const void *owner)
{
    struct map *map = map_new();

    assert(key_of);
    map->key_of = key_of;
    map->owner = owner;
    return map;
}

void map_free(struct map **map)
{
    if (!*map) return;
    mem_free((*map)->slots);
    mem_free((*map)->key_at);
    mem_free((*map)->keys);
    mem_free(*map);
    *map = NULL;
}

static uint32_t hash_of_key(struct text key)
{
    return (uint32_t)text_hash(key) | USED;
}

static size_t home_of(const struct map *map, uint32_t hash)
{
    return (size_t)(((uint64_t)(hash & ~USED) * map->capacity) >> 31);
}

static size_t next(const struct map *map, size_t i)
{
    return i + 1 == map->capacity ? 0 : i + 1;
}

static struct text stored_key(const struct map *map, uint32_t at)
{
    const unsigned char *length = (const unsigned char *)map->keys + at;
    size_t bytes = (size_t)length[0] << 8 | length[1];

    return (struct text){map->keys + at + KEY_LENGTH_BYTES, bytes};
}

static struct text key_of_slot(const struct map *map, size_t i)
{
    if (map->key_of) return map->key_of(map->owner, map->slots[i].value);
    return stored_key(map, map->key_at[i]);
}

/* The slot of the key, or the free one where it belongs. */
static size_t slot_of(const struct map *map, struct text key, uint32_t hash)
{
    size_t i = home_of(map, hash);

    while (map->slots[i].hash) {
        if (map->slots[i].hash == hash && text_equal(key_of_slot(map, i), key)) return i;
        i = next(map, i);
    }
    return i;
}

static uint32_t store_key(struct map *map, struct text key)
{
    size_t needed = map->keys_bytes + KEY_LENGTH_BYTES + key.bytes;
    size_t at = map->keys_bytes;

    assert(key.bytes <= KEY_BYTES_MAX);
    assert(needed <= UINT32_MAX);
    if (needed > map->keys_capacity) {
        map->keys_capacity = needed + needed / 2;
        map->keys = mem_resize(map->keys, map->keys_capacity, 1);
    }
    map->keys[at] = (char)(unsigned char)(key.bytes >> 8);
    map->keys[at + 1] = (char)(unsigned char)key.bytes;
    if (key.bytes) memcpy(map->keys + at + KEY_LENGTH_BYTES, key.at, key.bytes);
    map->keys_bytes = needed;
    return (uint32_t)at;
}

/* Build the table again at a capacity; removed keys are left behind. */
static void rebuild(struct map *map, size_t capacity)
{
    struct map old = *map;

    assert(capacity <= (size_t)1 << 31);
    map->capacity = capacity;
    map->slots = mem_alloc(capacity, sizeof *map->slots);
    if (!map->key_of) {
        map->key_at = mem_alloc(capacity, sizeof *map->key_at);
        map->keys_capacity = old.keys_bytes - old.keys_garbage;
        map->keys = mem_alloc(map->keys_capacity, 1);
        map->keys_bytes = map->keys_garbage = 0;
    }
    for (size_t i = 0; i < old.capacity; i++) {
        size_t to = home_of(map, old.slots[i].hash);

        if (!old.slots[i].hash) continue;
        while (map->slots[to].hash) {
            to = next(map, to);
        }
        map->slots[to] = old.slots[i];
        if (!map->key_of) map->key_at[to] = store_key(map, stored_key(&old, old.key_at[i]));
    }
    mem_free(old.slots);
    if (map->key_of) return;
    mem_free(old.key_at);
    mem_free(old.keys);
}

static size_t capacity_for(size_t count)
{
    return count + count / 4 + 1;
}

static void make_room(struct map *map)
{
    bool is_full = capacity_for(map->count + 1) > map->capacity;
    size_t live = map->keys_bytes - map->keys_garbage;

    if (is_full) {
        rebuild(map, map->capacity ? map->capacity + map->capacity / 2 : FIRST_CAPACITY);
    } else if (map->keys_garbage > live + GARBAGE_BYTES) {
        rebuild(map, map->capacity);
    }
}

void map_reserve(struct map *map, size_t count)
{
    if (capacity_for(count) > map->capacity) rebuild(map, capacity_for(count));
}

bool map_put(struct map *map, struct text key, uint32_t value)
{
    uint32_t hash = hash_of_key(key);
    size_t i;

    make_room(map);
    i = slot_of(map, key, hash);
    if (map->slots[i].hash) {
        map->slots[i].value = value;
        return false;
    }
    map->slots[i] = (struct slot){hash, value};
    if (!map->key_of) map->key_at[i] = store_key(map, key);
    map->count++;
    return true;
}

bool map_find(const struct map *map, struct text key, uint32_t *out_value)
{
    size_t i;

    if (map->count == 0) return false;
    i = slot_of(map, key, hash_of_key(key));
    if (!map->slots[i].hash) return false;
    *out_value = map->slots[i].value;
    return true;
}

static void move_slot(struct map *map, size_t from, size_t to)
{
    map->slots[to] = map->slots[from];
    if (!map->key_of) map->key_at[to] = map->key_at[from];
}

/* Close the gap: pull back each follower whose home is not after the gap. */
static void close_gap(struct map *map, size_t gap)
{
    for (size_t i = next(map, gap); map->slots[i].hash; i = next(map, i)) {
        size_t home = home_of(map, map->slots[i].hash);
        size_t from_home = (i + map->capacity - home) % map->capacity;
        size_t from_gap = (i + map->capacity - gap) % map->capacity;

        if (from_home < from_gap) continue;
        move_slot(map, i, gap);
        gap = i;
    }
    map->slots[gap] = (struct slot){0, 0};
}

bool map_remove(struct map *map, struct text key)
{
    size_t i;

    if (map->count == 0) return false;
    i = slot_of(map, key, hash_of_key(key));
    if (!map->slots[i].hash) return false;
    if (!map->key_of) map->keys_garbage += KEY_LENGTH_BYTES + key.bytes;
    close_gap(map, i);
    map->count--;
    return true;
}

void map_clear(struct map *map)
{
    if (map->capacity) memset(map->slots, 0, map->capacity * sizeof *map->slots);
    map->count = map->keys_bytes = map->keys_garbage = 0;
}

size_t map_count(const struct map *map)
{
    return map->count;
}

size_t map_bytes(const struct map *map)
{
    size_t slot = sizeof *map->slots + (map->key_of ? 0 : sizeof *map->key_at);

    return sizeof *map + map->capacity * slot + map->keys_capacity;
}
