#include "attendance/terminal_book.h"

#include "base/lock.h"
#include "base/map.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { WRITE_EVERY_MS = 10 * 60 * 1000, SLOT_SECONDS = 600 };

struct note {
    char at[TERMINAL_NOTE_BYTES_MAX];
    uint8_t bytes;
};

struct entry {
    struct note serial, name_agency, address, model, firmware, protocol;
    char name[NAME_BYTES_MAX];
    size_t name_bytes;
    enum terminal_standing standing;
    int32_t since;
    int offset_minutes;
    int64_t first_seen_ms;
    int64_t from_ms, to_ms; /* the current interval of contact */
    int64_t written_to_ms;  /* as far as it is a fact */
    int64_t held, drift_ms;
    int32_t activity_day;
    int64_t punches_today;
    uint16_t activity[TERMINAL_ACTIVITY_SLOTS];
};

struct terminal_book {
    struct lock lock;
    /* guarded by lock */
    struct entry **entries;
    size_t count, capacity, pending;
    struct map *by_serial;
    int64_t gap_ms;
};

static struct text text_of_note(const struct note *note)
{
    return (struct text){note->at, note->bytes};
}

static void set_note(struct note *note, struct text text)
{
    note->bytes = (uint8_t)(text.bytes < sizeof note->at ? text.bytes : sizeof note->at);
    if (note->bytes) memcpy(note->at, text.at, note->bytes);
}

static struct text serial_at(const void *owner, uint32_t index)
{
    return text_of_note(&((const struct terminal_book *)owner)->entries[index]->serial);
}

struct terminal_book *terminal_book_new(void)
{
    struct terminal_book *book = mem_alloc(1, sizeof *book);

    lock_init(&book->lock, LOCK_TERMINALS);
    book->by_serial = map_new_over(serial_at, book);
    return book;
}

void terminal_book_free(struct terminal_book **book)
{
    if (!*book) return;
    for (size_t i = 0; i < (*book)->count; i++) {
        mem_free((*book)->entries[i]);
    }
    mem_free((*book)->entries);
    map_free(&(*book)->by_serial);
    lock_done(&(*book)->lock);
    mem_free(*book);
    *book = NULL;
}

static struct entry *find(const struct terminal_book *book, struct text serial)
{
    uint32_t index = 0;

    return map_find(book->by_serial, serial, &index) ? book->entries[index] : NULL;
}

/* The unknown terminal that was quiet longest gives its place. */
static uint32_t forget_quietest(struct terminal_book *book)
{
    size_t quietest = SIZE_MAX;

    for (size_t i = 0; i < book->count; i++) {
        if (book->entries[i]->standing != TERMINAL_STANDS_UNKNOWN) continue;
        if (quietest == SIZE_MAX || book->entries[i]->to_ms < book->entries[quietest]->to_ms) {
            quietest = i;
        }
    }
    assert(quietest != SIZE_MAX);
    map_remove(book->by_serial, text_of_note(&book->entries[quietest]->serial));
    *book->entries[quietest] = (struct entry){.from_ms = 0};
    return (uint32_t)quietest;
}

static uint32_t new_entry(struct terminal_book *book)
{
    if (book->count == book->capacity) {
        book->capacity = book->capacity ? book->capacity * 2 : 64;
        book->entries = mem_resize(book->entries, book->capacity, sizeof(struct entry *));
    }
    book->entries[book->count] = mem_alloc(1, sizeof(struct entry));
    book->pending++;
    return (uint32_t)book->count++;
}

/* An unknown terminal. */
static struct entry *add(struct terminal_book *book, struct text serial, int64_t now_ms)
{
    bool is_full = book->pending >= TERMINAL_PENDING_MAX;
    uint32_t index = is_full ? forget_quietest(book) : new_entry(book);
    struct entry *entry = book->entries[index];

    set_note(&entry->serial, serial);
    entry->first_seen_ms = now_ms;
    entry->held = entry->drift_ms = TERMINAL_NOTHING;
    map_put(book->by_serial, text_of_note(&entry->serial), index);
    return entry;
}

/* What holds today; one that will stand somewhere later may deliver already. */
static const struct terminal_placement *placement_of(const struct terminal *terminal, int32_t today)
{
    const struct terminal_placement *held = terminal_placed_on(terminal, today);

    return held ? held : &terminal->placements[0];
}

static void follow_one(struct terminal_book *book,
                       const struct picture *picture,
                       size_t at,
                       int32_t today)
{
    const struct directory *directory = picture->directory;
    const struct terminal *terminal = &picture->terminals[at];
    const struct terminal_placement *placed = placement_of(terminal, today);
    struct entry *entry = find(book, terminal->serial);
    int32_t agency = places_on(&picture->places, today)->agency_of[at];

    if (!entry) entry = add(book, terminal->serial, terminal->recorded_at_ms);
    if (entry->standing == TERMINAL_STANDS_UNKNOWN) {
        book->pending--;
        entry->from_ms = entry->to_ms = entry->written_to_ms = 0; /* it could deliver nothing yet */
    }
    entry->standing =
        placed->state == TERMINAL_APPROVED ? TERMINAL_STANDS_APPROVED : TERMINAL_STANDS_REFUSED;
    entry->since = placed->from;
    entry->offset_minutes =
        agency == NONE ? directory->offset_minutes : directory->agencies[agency].offset_minutes;
    set_note(&entry->name_agency, placed->agency);
    entry->name_bytes = terminal->name.bytes <= sizeof entry->name ? terminal->name.bytes : 0;
    if (entry->name_bytes) memcpy(entry->name, terminal->name.at, entry->name_bytes);
    if (terminal->model.bytes) set_note(&entry->model, terminal->model);
    if (terminal->firmware.bytes) set_note(&entry->firmware, terminal->firmware);
    if (terminal->contact_to_ms > entry->to_ms) {
        entry->from_ms = terminal->contact_from_ms;
        entry->to_ms = entry->written_to_ms = terminal->contact_to_ms;
    }
}

void terminal_book_follow(struct terminal_book *book, const struct picture *picture, int32_t today)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);

    book->gap_ms = picture->contact_gap_ms;
    for (size_t i = 0; i < picture->terminal_count; i++) {
        follow_one(book, picture, i, today);
    }
}

void terminal_book_meet(struct terminal_book *book,
                        struct text serial,
                        struct text address,
                        int64_t now_ms,
                        struct terminal_meeting *out_meeting)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct entry *entry = find(book, serial);

    if (!entry) entry = add(book, serial, now_ms);
    *out_meeting = (struct terminal_meeting){
        .standing = entry->standing,
        .offset_minutes = entry->offset_minutes,
    };
    if (entry->to_ms == 0 || now_ms - entry->to_ms > book->gap_ms) {
        out_meeting->gap_ms = entry->to_ms ? now_ms - entry->to_ms : 0;
        entry->from_ms = now_ms;
    }
    if (now_ms > entry->to_ms) entry->to_ms = now_ms;
    out_meeting->from_ms = entry->from_ms;
    set_note(&entry->address, address);
}

static void count_punches(struct entry *entry, int64_t punches, int64_t now_ms)
{
    int64_t moment = moment_at(now_ms, entry->offset_minutes);
    int32_t day = moment_day_number(moment);
    int slot = (moment_second_of_day(moment) - TERMINAL_ACTIVITY_FROM_MINUTE * 60) / SLOT_SECONDS;

    if (entry->activity_day != day) {
        entry->activity_day = day;
        entry->punches_today = 0;
        memset(entry->activity, 0, sizeof entry->activity);
    }
    entry->punches_today += punches;
    if (slot >= 0 && slot < TERMINAL_ACTIVITY_SLOTS) {
        entry->activity[slot] = (uint16_t)(entry->activity[slot] + punches);
    }
}

void terminal_book_note(struct terminal_book *book,
                        struct text serial,
                        const struct terminal_note *note,
                        int64_t now_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct entry *entry = find(book, serial);

    if (!entry) return;
    if (note->model.bytes) set_note(&entry->model, note->model);
    if (note->firmware.bytes) set_note(&entry->firmware, note->firmware);
    if (note->protocol.bytes) set_note(&entry->protocol, note->protocol);
    if (note->held != TERMINAL_NOTHING) entry->held = note->held;
    if (note->drift_ms != TERMINAL_NOTHING) entry->drift_ms = note->drift_ms;
    if (note->punches > 0) count_punches(entry, note->punches, now_ms);
}

int64_t terminal_book_contact(const void *owner, struct text serial)
{
    struct terminal_book *book = (struct terminal_book *)(uintptr_t)owner;
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    const struct entry *entry = find(book, serial);

    return entry && entry->standing == TERMINAL_STANDS_APPROVED ? entry->to_ms : 0;
}

static bool is_silent(const struct terminal_book *book, const struct entry *entry, int64_t now_ms)
{
    return entry->to_ms == 0 || now_ms - entry->to_ms > book->gap_ms;
}

static struct terminal_view view_of(const struct terminal_book *book,
                                    const struct entry *entry,
                                    int64_t now_ms,
                                    struct arena *mem)
{
    struct terminal_view view = {
        .serial = arena_text(mem, text_of_note(&entry->serial)),
        .agency = arena_text(mem, text_of_note(&entry->name_agency)),
        .name = arena_text(mem, (struct text){entry->name, entry->name_bytes}),
        .model = arena_text(mem, text_of_note(&entry->model)),
        .firmware = arena_text(mem, text_of_note(&entry->firmware)),
        .protocol = arena_text(mem, text_of_note(&entry->protocol)),
        .address = arena_text(mem, text_of_note(&entry->address)),
        .standing = entry->standing,
        .since = entry->since,
        .silent = is_silent(book, entry, now_ms),
        .first_seen_ms = entry->first_seen_ms,
        .contact_from_ms = entry->from_ms,
        .contact_to_ms = entry->to_ms,
        .held = entry->held,
        .drift_ms = entry->drift_ms,
    };
    int32_t today = moment_day_number(moment_at(now_ms, entry->offset_minutes));

    if (entry->activity_day == today) {
        view.punches_today = entry->punches_today;
        memcpy(view.activity, entry->activity, sizeof view.activity);
    }
    return view;
}

static int compare_views(const void *a, const void *b)
{
    return text_compare(((const struct terminal_view *)a)->serial,
                        ((const struct terminal_view *)b)->serial);
}

void terminal_book_list(struct terminal_book *book,
                        enum terminal_standing standing,
                        int64_t now_ms,
                        struct arena *mem,
                        struct terminal_view **out_views,
                        size_t *out_count)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct terminal_view *views = arena_array(mem, struct terminal_view, book->count);
    size_t count = 0;

    for (size_t i = 0; i < book->count; i++) {
        if (book->entries[i]->standing == standing) {
            views[count++] = view_of(book, book->entries[i], now_ms, mem);
        }
    }
    qsort(views, count, sizeof *views, compare_views);
    *out_views = views;
    *out_count = count;
}

void terminal_book_totals(struct terminal_book *book,
                          int64_t now_ms,
                          struct terminal_totals *out_totals)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct terminal_totals totals = {0};

    for (size_t i = 0; i < book->count; i++) {
        const struct entry *entry = book->entries[i];

        totals.pending += entry->standing == TERMINAL_STANDS_UNKNOWN;
        if (entry->standing != TERMINAL_STANDS_APPROVED) continue;
        totals.approved++;
        totals.never += entry->to_ms == 0;
        totals.silent += is_silent(book, entry, now_ms);
        totals.connected += !is_silent(book, entry, now_ms);
        if (entry->held > 0) totals.held += entry->held;
    }
    *out_totals = totals;
}

static bool is_due(const struct entry *entry, int64_t now_ms, bool all)
{
    if (entry->standing != TERMINAL_STANDS_APPROVED || entry->to_ms <= entry->written_to_ms) {
        return false;
    }
    if (all || entry->written_to_ms < entry->from_ms) return true;
    return now_ms - entry->written_to_ms >= WRITE_EVERY_MS;
}

void terminal_book_due(struct terminal_book *book,
                       int64_t now_ms,
                       bool all,
                       struct arena *mem,
                       struct terminal_contact **out_contacts,
                       size_t *out_count)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&book->lock);
    struct terminal_contact *contacts = arena_array(mem, struct terminal_contact, book->count);
    size_t count = 0;

    for (size_t i = 0; i < book->count; i++) {
        struct entry *entry = book->entries[i];

        if (!is_due(entry, now_ms, all)) continue;
        contacts[count++] = (struct terminal_contact){arena_text(mem, text_of_note(&entry->serial)),
                                                      entry->from_ms, entry->to_ms};
        entry->written_to_ms = entry->to_ms;
    }
    *out_contacts = contacts;
    *out_count = count;
}
