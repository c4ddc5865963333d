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

struct pins {
    struct board *board;
    int32_t today;
    char last[PIN_BYTES_MAX]; /* punches come ordered by PIN */
    size_t last_bytes;
    int32_t last_agency;
};

static void count_unmapped(void *visitor, const struct derived_punch *found)
{
    struct pins *pins = visitor;
    const struct picture *picture = pins->board->picture;
    struct text pin = found->punch.pin;
    int32_t terminal, agency;

    if (picture_resolve(picture, &found->punch) != NONE) return;
    terminal = picture_find_terminal(picture, found->punch.terminal);
    agency = terminal == NONE ? NONE : picture->terminal_agency[terminal];
    if (agency == NONE) return;
    if (agency == pins->last_agency && text_equal(pin, (struct text){pins->last, pins->last_bytes}))
        return;
    pins->board->unmapped_pins[agency]++;
    pins->last_agency = agency;
    pins->last_bytes = pin.bytes < sizeof pins->last ? pin.bytes : sizeof pins->last;
    if (pins->last_bytes) memcpy(pins->last, pin.at, pins->last_bytes);
}

static void refresh_unmapped(struct board *board, int32_t today)
{
    struct pins pins = {.board = board, .today = today, .last_agency = NONE};

    if (!board->unmapped_changed) return;
    memset(board->unmapped_pins, 0,
           board->picture->directory->agency_count * sizeof *board->unmapped_pins);
    if (derived_punches_between(board->derived, today, today, count_unmapped, &pins) == RC_OK) {
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

    for (size_t i = 0; i < picture->terminal_count; i++) {
        int32_t agency = picture->terminal_agency[i];
        int64_t recorded_ms = picture->terminals[i].contact_to_ms;
        int64_t last_ms = board_contact(board, picture->terminals[i].serial);
        struct board_place *place;

        if (agency == NONE || picture->terminals[i].state != TERMINAL_APPROVED) continue;
        if (recorded_ms > last_ms) last_ms = recorded_ms;
        if (last_ms == 0 || now_ms - last_ms <= picture->contact_gap_ms) continue;
        place = &snapshot->places[agency];
        if (place->silent_since_ms == 0 || last_ms < place->silent_since_ms)
            place->silent_since_ms = last_ms;
    }
    for (size_t i = 0; i < snapshot->agency_count; i++) {
        snapshot->places[i].unmapped_pins = board->unmapped_pins[i];
    }
}

/* The limit and closing that hold for most people, for the wall's captions. */
static void find_limits(struct board_snapshot *snapshot, struct board *board)
{
    const struct directory *directory = snapshot->picture->directory;
    int32_t most = 0;

    snapshot->first_limit_second = snapshot->closing_second = LINE_NONE;
    for (size_t i = 0; i < directory->person_count; i++) {
        int32_t agency = directory_agency_of(directory, (int32_t)i, snapshot->day);
        int64_t midnight = moment_of(day_from_number(snapshot->day), 0);
        struct duty duty;

        if (agency == NONE || balance_expected(&snapshot->own[agency]) <= most) continue;
        judge_duty(board->judge, (int32_t)i, snapshot->day, &duty);
        if (duty.expects != DUTY_EXPECTS_WORK) continue;
        most = balance_expected(&snapshot->own[agency]);
        snapshot->first_limit_second = (int)(duty.start - midnight) + duty.tolerance_minutes * 60;
        snapshot->closing_second = (int)(duty.closing - midnight);
    }
}

static void count_kinds(struct board_snapshot *snapshot, const struct sheet *sheet)
{
    const struct directory *directory = snapshot->picture->directory;

    for (size_t i = 0; i < sheet->line_count; i++) {
        if (sheet->lines[i].set & LINE_ON_ROSTER) snapshot->kinds[directory->people[i].kind]++;
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

void board_publish(struct board *board, int64_t now_ms)
{
    struct board_snapshot *before = board_take_snapshot(board);
    struct board_snapshot *made, *old;
    struct sheet *sheet = NULL;
    int32_t today = board_today(board, now_ms);

    if (board_sheet(board, today, true, now_ms, &sheet) != RC_OK) {
        board_drop(&before);
        return;
    }
    refresh_unmapped(board, today);
    made = make_snapshot(board, sheet, now_ms);
    {
        CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

        old = board->snapshot;
        board->snapshot = made;
    }
    board_drop(&old);
    if (board->options.listener)
        board->options.listener(board->options.listener_owner, before, made);
    board_drop(&before);
    board->figures_changed = false;
}
