#include "base/set128.h"

#include "base/hash.h"
#include "base/mem.h"

#include <string.h>

enum {
    TABLES = 256,
    FIRST_CAPACITY = 16,
    TAIL = 32,     /* slots after the last home, for those pushed on */
    FILL_NUM = 17, /* a table grows when it is 17/20 full */
    FILL_DEN = 20,
};

/* The home of a key rises with the key, and the keys of a table are kept in
 * order.  So a search ends at the first larger key, not only at a gap, and
 * stays short even when the table is nearly full; nothing goes round the end.
 *
 * 1. keys[] without its free slots is strictly ascending.
 * 2. A key is at its home or after it, with no free slot between.
 * 3. {0, 0} marks a free slot; that key itself lives beside the tables. */
struct table {
    struct set128_key *keys; /* capacity + TAIL slots */
    uint32_t capacity;
    uint32_t count;
};

struct set128 {
    struct table tables[TABLES];
    size_t count;
    bool has_zero;
};

struct set128 *set128_new(void)
{
    return mem_alloc(1, sizeof(struct set128));
}

void set128_free(struct set128 **set)
{
    if (!*set) return;
    for (size_t i = 0; i < TABLES; i++) {
        mem_free((*set)->tables[i].keys);
    }
    mem_free(*set);
    *set = NULL;
}

static bool is_zero(struct set128_key key)
{
    return (key.high | key.low) == 0;
}

static bool is_equal(struct set128_key a, struct set128_key b)
{
    return a.high == b.high && a.low == b.low;
}

static bool is_less(struct set128_key a, struct set128_key b)
{
    return a.high != b.high ? a.high < b.high : a.low < b.low;
}

static size_t slots_of(const struct table *table)
{
    return table->capacity ? (size_t)table->capacity + TAIL : 0;
}

static size_t home_of(const struct table *table, struct set128_key key)
{
    uint64_t rank = (key.high << 8) >> 32; /* below the bits that chose the table */

    return (size_t)((rank * table->capacity) >> 32);
}

/* The slot of the key, or the one where it belongs; slots_of() at the end. */
static size_t slot_of(const struct table *table, struct set128_key key)
{
    size_t end = slots_of(table);
    size_t i = home_of(table, key);

    while (i < end && !is_zero(table->keys[i]) && is_less(table->keys[i], key)) {
        i++;
    }
    return i;
}

/* Put a key that is not there; false when the tail has no room for it. */
static bool insert(struct table *table, struct set128_key key)
{
    size_t end = slots_of(table);
    size_t at = slot_of(table, key);
    size_t gap = at;

    while (gap < end && !is_zero(table->keys[gap])) {
        gap++;
    }
    if (gap == end) return false;
    memmove(&table->keys[at + 1], &table->keys[at], (gap - at) * sizeof *table->keys);
    table->keys[at] = key;
    table->count++;
    return true;
}

static bool copy_into(struct table *table, const struct table *old)
{
    for (size_t i = 0; i < slots_of(old); i++) {
        if (!is_zero(old->keys[i]) && !insert(table, old->keys[i])) return false;
    }
    return true;
}

static void grow(struct table *table)
{
    struct table old = *table;
    bool done = false;

    while (!done) {
        uint32_t more = table->capacity / 4;

        assert(table->capacity < UINT32_MAX / 2);
        table->capacity = table->capacity ? table->capacity + more : FIRST_CAPACITY;
        table->count = 0;
        table->keys = mem_alloc(slots_of(table), sizeof *table->keys);
        done = copy_into(table, &old);
        if (!done) mem_free(table->keys);
    }
    mem_free(old.keys);
}

static struct table *table_of(struct set128 *set, struct set128_key key)
{
    return &set->tables[key.high >> 56];
}

static bool holds(const struct table *table, struct set128_key key)
{
    size_t i = slot_of(table, key);

    return i < slots_of(table) && is_equal(table->keys[i], key);
}

bool set128_has(const struct set128 *set, struct set128_key key)
{
    return is_zero(key) ? set->has_zero : holds(&set->tables[key.high >> 56], key);
}

bool set128_add(struct set128 *set, struct set128_key key)
{
    struct table *table = table_of(set, key);

    if (set128_has(set, key)) return false;
    set->count++;
    if (is_zero(key)) {
        set->has_zero = true;
        return true;
    }
    if ((uint64_t)table->count * FILL_DEN >= (uint64_t)table->capacity * FILL_NUM) grow(table);
    while (!insert(table, key)) {
        grow(table);
    }
    return true;
}

/* Pull the followers back until one stands at its home. */
static void close_gap(struct table *table, size_t gap)
{
    size_t end = slots_of(table);

    for (size_t i = gap + 1; i < end && !is_zero(table->keys[i]); i++) {
        if (home_of(table, table->keys[i]) == i) break;
        table->keys[gap] = table->keys[i];
        gap = i;
    }
    table->keys[gap] = (struct set128_key){0, 0};
    table->count--;
}

bool set128_remove(struct set128 *set, struct set128_key key)
{
    struct table *table = table_of(set, key);

    if (!set128_has(set, key)) return false;
    set->count--;
    if (is_zero(key)) {
        set->has_zero = false;
    } else {
        close_gap(table, slot_of(table, key));
    }
    return true;
}

void set128_clear(struct set128 *set)
{
    for (size_t i = 0; i < TABLES; i++) {
        mem_free(set->tables[i].keys);
    }
    *set = (struct set128){0};
}

size_t set128_count(const struct set128 *set)
{
    return set->count;
}

size_t set128_bytes(const struct set128 *set)
{
    size_t bytes = sizeof *set;

    for (size_t i = 0; i < TABLES; i++) {
        bytes += slots_of(&set->tables[i]) * sizeof(struct set128_key);
    }
    return bytes;
}

struct set128_key set128_key_of(struct text text)
{
    struct hash hash = hash_of(text);
    struct set128_key key;

    memcpy(&key.high, hash.at, sizeof key.high);
    memcpy(&key.low, hash.at + sizeof key.high, sizeof key.low);
    return key;
}
