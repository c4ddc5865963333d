#include "attendance/board_private.h"
#include "base/mem.h"

#include <string.h>

struct board_snapshot_private {
    _Atomic int holders;
};

void board_drop(struct board_snapshot **snapshot)
{
    struct board_snapshot *dropped = *snapshot;

    *snapshot = NULL;
    if (!dropped || atomic_fetch_sub(&dropped->own_memory->holders, 1) > 1) return;
    picture_drop(&dropped->picture);
    mem_free(dropped->own);
    mem_free(dropped->below);
    mem_free(dropped->places);
    mem_free(dropped->arrivals);
    mem_free(dropped->own_memory);
    mem_free(dropped);
}

struct board_snapshot *board_take_snapshot(struct board *board)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

    if (board->snapshot) atomic_fetch_add(&board->snapshot->own_memory->holders, 1);
    return board->snapshot;
}

/* ---- today's PINs without an owner ---- */

enum {
    UNMAPPED_EVERY_MS = 1000, /* reading all of today's punches costs some milliseconds */
    PIN_PLACES_MAX = 16,      /* agencies at which one PIN is counted */
};

/* Punches come ordered by PIN; each is counted once at each agency. */
struct pins {
    struct board *board;
    char pin[PIN_BYTES_MAX];
    size_t pin_bytes;
    int32_t places[PIN_PLACES_MAX];
    size_t place_count;
};

static void begin_pin(struct pins *pins, struct text pin)
{
    if (text_equal(pin, (struct text){pins->pin, pins->pin_bytes})) return;
    assert(pin.bytes <= sizeof pins->pin);
    pins->pin_bytes = pin.bytes;
    if (pin.bytes > 0) memcpy(pins->pin, pin.at, pin.bytes);
    pins->place_count = 0;
}

static void count_unmapped(void *visitor, const struct derived_punch *found)
{
    struct pins *pins = visitor;
    const struct picture *picture = pins->board->picture;
    int32_t agency;

    if (picture_resolve(picture, &found->punch) != NONE) return;
    agency = picture_agency_of_terminal(picture, found->punch.terminal, punch_day(&found->punch));
    begin_pin(pins, found->punch.pin);
    if (agency == NONE || pins->place_count == PIN_PLACES_MAX) return;
    for (size_t i = 0; i < pins->place_count; i++) {
        if (pins->places[i] == agency) return;
    }
    pins->places[pins->place_count++] = agency;
    pins->board->unmapped_pins[agency]++;
}

static void refresh_unmapped(struct board *board, int32_t today)
{
    struct pins pins = {.board = board};
    int64_t mono_ms = clock_mono_ms();

    if (!board->unmapped_changed || mono_ms - board->unmapped_mono_ms < UNMAPPED_EVERY_MS) return;
    board->unmapped_mono_ms = mono_ms;
    memset(board->unmapped_pins, 0,
           board->picture->directory->agency_count * sizeof *board->unmapped_pins);
    if (review_punches_between(&(struct review_walk){&board->picture->reviews, board->derived,
                                                     today, today, count_unmapped, &pins}) ==
        RC_OK) {
        board->unmapped_changed = false;
    }
}

/* ---- making a snapshot ---- */

static void sum_up_the_tree(struct board_snapshot *snapshot)
{
    const struct directory_agency *agencies = snapshot->picture->directory->agencies;

    memcpy(snapshot->below, snapshot->own, snapshot->agency_count * sizeof *snapshot->own);
    for (size_t i = snapshot->agency_count; i-- > 0;) {
        if (agencies[i].parent != NONE) {
            balance_add(&snapshot->below[agencies[i].parent], &snapshot->below[i]);
        } else {
            balance_add(&snapshot->total, &snapshot->below[i]);
        }
    }
}

static void note_silence(struct board_snapshot *snapshot, struct board *board, int64_t now_ms)
{
    const struct picture *picture = snapshot->picture;
    const struct place_era *era = places_on(&picture->places, snapshot->day);

    for (size_t i = 0; i < picture->terminal_count; i++) {
        int32_t agency = era->stands_at[i];
        int64_t recorded_ms = picture->terminals[i].contact_to_ms;
        int64_t last_ms = board_contact(board, picture->terminals[i].serial);
        struct board_place *place;

        if (agency == NONE) continue;
        if (recorded_ms > last_ms) last_ms = recorded_ms;
        if (last_ms == 0 || now_ms - last_ms <= picture->contact_gap_ms) continue;
        place = &snapshot->places[agency];
        if (place->silent_since_ms == 0 || last_ms < place->silent_since_ms) {
            place->silent_since_ms = last_ms;
        }
    }
    for (size_t i = 0; i < snapshot->agency_count; i++) {
        snapshot->places[i].unmapped_pins = board->unmapped_pins[i];
    }
}

/* How many people have to be there by the same limit and closing. */
struct limits {
    int first_limit_second;
    int closing_second;
    int32_t people;
};

enum { LIMITS_MAX = 16 }; /* patterns in use on one day */

static void count_limits(struct limits *all, const struct limits *of_agency)
{
    for (size_t i = 0; i < LIMITS_MAX; i++) {
        if (all[i].people > 0 && (all[i].first_limit_second != of_agency->first_limit_second ||
                                  all[i].closing_second != of_agency->closing_second)) {
            continue;
        }
        all[i].first_limit_second = of_agency->first_limit_second;
        all[i].closing_second = of_agency->closing_second;
        all[i].people += of_agency->people;
        return;
    }
}

/* The limit and closing that hold for most people, for the wall's captions. */
static void find_limits(struct board_snapshot *snapshot, struct board *board)
{
    int64_t midnight = moment_of(day_from_number(snapshot->day), 0);
    struct limits all[LIMITS_MAX] = {{.people = 0}};
    size_t most = 0;

    for (size_t i = 0; i < snapshot->agency_count; i++) {
        struct duty duty;
        struct limits limits = {.people = balance_expected(&snapshot->own[i])};

        if (limits.people == 0) continue;
        judge_agency_duty(board->judge, (int32_t)i, snapshot->day, &duty);
        if (duty.expects != DUTY_EXPECTS_WORK) continue;
        limits.first_limit_second = (int)(duty.start - midnight) + duty.tolerance_minutes * 60;
        limits.closing_second = (int)(duty.closing - midnight);
        count_limits(all, &limits);
    }
    for (size_t i = 1; i < LIMITS_MAX; i++) {
        if (all[i].people > all[most].people) most = i;
    }
    snapshot->first_limit_second = all[most].people ? all[most].first_limit_second : LINE_NONE;
    snapshot->closing_second = all[most].people ? all[most].closing_second : LINE_NONE;
}

static void count_kinds(struct board_snapshot *snapshot, const struct sheet *sheet)
{
    static_assert(PERSON_KINDS <= COUNT_OF(snapshot->kinds), "a counter for each kind");
    for (size_t i = 0; i < sheet->agency_count * PERSON_KINDS; i++) {
        snapshot->kinds[i % PERSON_KINDS] += balance_strength(&sheet->kinds[i]);
    }
}

static struct board_snapshot *make_snapshot(struct board *board,
                                            const struct sheet *sheet,
                                            int64_t now_ms)
{
    struct board_snapshot *snapshot = mem_alloc(1, sizeof *snapshot);
    size_t agencies = board->picture->directory->agency_count;

    snapshot->own_memory = mem_alloc(1, sizeof *snapshot->own_memory);
    atomic_store(&snapshot->own_memory->holders, 1);
    snapshot->picture = picture_keep(board->picture);
    snapshot->event = ++board->events;
    snapshot->at_ms = now_ms;
    snapshot->position = board->followed;
    snapshot->day = sheet->day;
    snapshot->agency_count = agencies;
    snapshot->own = mem_alloc(agencies, sizeof *snapshot->own);
    snapshot->below = mem_alloc(agencies, sizeof *snapshot->below);
    snapshot->places = mem_alloc(agencies, sizeof *snapshot->places);
    snapshot->arrivals = mem_alloc(MINUTES_PER_DAY, sizeof *snapshot->arrivals);
    memcpy(snapshot->own, sheet->balances, agencies * sizeof *snapshot->own);
    memcpy(snapshot->arrivals, sheet->arrivals, sizeof sheet->arrivals);
    sum_up_the_tree(snapshot);
    note_silence(snapshot, board, now_ms);
    find_limits(snapshot, board);
    count_kinds(snapshot, sheet);
    if (board->options.terminals) {
        terminal_book_totals(board->options.terminals, now_ms, &snapshot->terminals);
    }
    return snapshot;
}

/* Put the new one in the place of the latest, and give that back. */
static void exchange(struct board *board, struct board_snapshot *made)
{
    struct board_snapshot *old = NULL;

    {
        CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

        old = board->snapshot;
        board->snapshot = made;
    }
    board_drop(&old);
}

void board_publish(struct board *board, int64_t now_ms)
{
    int32_t today = board_today(board, now_ms);
    const struct sheet *sheet = board_sheet_in_memory(board, today);
    CLEANUP(board_drop) struct board_snapshot *before = board_take_snapshot(board);
    struct board_snapshot *made;

    assert(sheet);
    refresh_unmapped(board, today);
    made = make_snapshot(board, sheet, now_ms);
    exchange(board, made);
    if (board->options.listener) {
        board->options.listener(board->options.listener_owner, before, made);
    }
    board->figures_changed = false;
}
