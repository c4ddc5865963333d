#include "devices/order_book.h"

#include "base/limits.h"
#include "base/lock.h"
#include "base/map.h"
#include "base/mem.h"

#include <string.h>

struct entry {
    int64_t id;
    enum order_kind kind;
    struct moment_text from, to; /* empty without a period */
    int64_t given_at_ms;
    int64_t sent_count;
    int64_t sent_at_ms;
    bool under_way;
};

/* The orders of one terminal, in the order they were given. */
struct shelf {
    struct entry *entries;
    size_t count, capacity;
};

struct order_book {
    struct lock lock;
    /* guarded by lock */
    struct map *by_serial;
    struct shelf *shelves;
    size_t shelf_count, shelf_capacity;
    size_t count;
};

struct order_book *order_book_new(void)
{
    struct order_book *book = mem_alloc(1, sizeof *book);

    lock_init(&book->lock, LOCK_ORDERS);
    book->by_serial = map_new();
    return book;
}

void order_book_free(struct order_book **book)
{
    if (!*book) return;
    for (size_t i = 0; i < (*book)->shelf_count; i++) {
        mem_free((*book)->shelves[i].entries);
    }
    mem_free((*book)->shelves);
    map_free(&(*book)->by_serial);
    lock_done(&(*book)->lock);
    mem_free(*book);
    *book = NULL;
}

/* ---- shelves ---- */

static struct shelf *find_shelf(struct order_book *book, struct text serial)
{
    uint32_t index = 0;

    lock_assert_held(&book->lock);
    return map_find(book->by_serial, serial, &index) ? &book->shelves[index] : NULL;
}

static struct shelf *make_shelf(struct order_book *book, struct text serial)
{
    struct shelf *shelf = find_shelf(book, serial);

    if (shelf) return shelf;
    if (book->shelf_count == book->shelf_capacity) {
        book->shelf_capacity = book->shelf_capacity ? book->shelf_capacity * 2 : 16;
        book->shelves = mem_resize(book->shelves, book->shelf_capacity, sizeof *book->shelves);
    }
    map_put(book->by_serial, serial, (uint32_t)book->shelf_count);
    shelf = &book->shelves[book->shelf_count++];
    *shelf = (struct shelf){.entries = NULL};
    return shelf;
}

static struct entry *find_entry(struct order_book *book, struct text serial, int64_t id)
{
    struct shelf *shelf = find_shelf(book, serial);

    for (size_t i = 0; shelf && i < shelf->count; i++) {
        if (shelf->entries[i].id == id) return &shelf->entries[i];
    }
    return NULL;
}

static void drop_entry(struct order_book *book, struct shelf *shelf, size_t at)
{
    memmove(&shelf->entries[at], &shelf->entries[at + 1],
            (shelf->count - at - 1) * sizeof *shelf->entries);
    shelf->count--;
    book->count--;
}

static struct moment_text kept_moment(struct text text)
{
    struct moment_text kept = {""};

    if (text.bytes && text.bytes < sizeof kept.s) memcpy(kept.s, text.at, text.bytes);
    return kept;
}

void order_book_add(struct order_book *book, const struct order *order)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct shelf *shelf = make_shelf(book, order->serial);

    if (shelf->count == shelf->capacity) {
        shelf->capacity = shelf->capacity ? shelf->capacity * 2 : 4;
        shelf->entries = mem_resize(shelf->entries, shelf->capacity, sizeof *shelf->entries);
    }
    shelf->entries[shelf->count++] = (struct entry){.id = order->id,
                                                    .kind = order->kind,
                                                    .from = kept_moment(order->from),
                                                    .to = kept_moment(order->to),
                                                    .given_at_ms = order->given_at_ms,
                                                    .sent_count = order->sent_count,
                                                    .sent_at_ms = order->sent_at_ms};
    book->count++;
}

static void add_open(void *visitor, const struct order *order)
{
    order_book_add(visitor, order);
}

enum rc order_book_load(struct order_book *book, struct db *facts, int government, int64_t now_ms)
{
    return order_visit_open(facts, government, now_ms - ORDER_RECENT_MS, add_open, book);
}

size_t order_book_count(struct order_book *book)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);

    return book->count;
}

/* ---- giving out ---- */

static struct order order_of(const struct entry *entry, struct text serial, struct arena *mem)
{
    return (struct order){.serial = serial,
                          .id = entry->id,
                          .kind = entry->kind,
                          .from = arena_text(mem, text_of(entry->from.s)),
                          .to = arena_text(mem, text_of(entry->to.s)),
                          .given_at_ms = entry->given_at_ms,
                          .sent_count = entry->sent_count,
                          .sent_at_ms = entry->sent_at_ms};
}

static bool is_over(const struct order *order, int64_t now_ms)
{
    enum order_state state = order_state_at(order, now_ms);

    return state == ORDER_UNANSWERED || state == ORDER_EXPIRED;
}

static void prune(struct order_book *book, struct shelf *shelf, int64_t now_ms, struct arena *mem)
{
    for (size_t i = shelf->count; i > 0; i--) {
        struct order order = order_of(&shelf->entries[i - 1], TEXT(""), mem);

        if (!shelf->entries[i - 1].under_way && is_over(&order, now_ms)) {
            drop_entry(book, shelf, i - 1);
        }
    }
}

/* Those that are restarts, or those that are not. */
static size_t take_some(struct shelf *shelf,
                        int64_t now_ms,
                        bool restarts,
                        struct arena *mem,
                        struct order *orders)
{
    size_t count = 0;

    for (size_t i = 0; i < shelf->count; i++) {
        struct entry *entry = &shelf->entries[i];
        struct order order = order_of(entry, TEXT(""), mem);

        if ((entry->kind == ORDER_REBOOT) != restarts) continue;
        if (entry->under_way || !order_is_due(&order, now_ms)) continue;
        entry->under_way = true;
        orders[count++] = order;
    }
    return count;
}

size_t order_book_take(struct order_book *book,
                       struct text serial,
                       int64_t now_ms,
                       struct arena *mem,
                       struct order **out_orders)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct shelf *shelf = find_shelf(book, serial);
    struct order *orders;
    size_t count;

    if (!shelf || shelf->count == 0) return 0;
    prune(book, shelf, now_ms, mem);
    orders = arena_array(mem, struct order, shelf->count + 1);
    count = take_some(shelf, now_ms, false, mem, orders);
    count += take_some(shelf, now_ms, true, mem, orders + count);
    for (size_t i = 0; i < count; i++) {
        orders[i].serial = serial;
    }
    *out_orders = orders;
    return count;
}

void order_book_sent(struct order_book *book,
                     struct text serial,
                     const int64_t *ids,
                     size_t count,
                     int64_t at_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);

    for (size_t i = 0; i < count; i++) {
        struct entry *entry = find_entry(book, serial, ids[i]);

        if (!entry) continue;
        entry->under_way = false;
        entry->sent_count++;
        entry->sent_at_ms = at_ms;
    }
}

void order_book_keep(struct order_book *book, struct text serial, const int64_t *ids, size_t count)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);

    for (size_t i = 0; i < count; i++) {
        struct entry *entry = find_entry(book, serial, ids[i]);

        if (entry) entry->under_way = false;
    }
}

void order_book_close(struct order_book *book, struct text serial, int64_t id)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct shelf *shelf = find_shelf(book, serial);

    for (size_t i = 0; shelf && i < shelf->count; i++) {
        if (shelf->entries[i].id != id) continue;
        drop_entry(book, shelf, i);
        return;
    }
}
