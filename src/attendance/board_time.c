#include "attendance/board_private.h"
#include "base/mem.h"

enum {
    QUEUES_EVERY_MS = 30 * 1000, /* readers' queues: not more often than this ... */
    QUEUES_SHARE = 20,           /* ... and so seldom that it costs a twentieth */
};

/* ---- sheets in memory ---- */

static enum rc refresh_held(struct board *board, bool queues, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        struct sheet *sheet = board->sheets[i];

        if (!sheet) continue;
        if (sheet->open_count > 0) TRY(sheet_refresh(sheet, &context));
        if (queues && sheet->queues_asked) TRY(sheet_find_queues(sheet, &context));
    }
    return RC_OK;
}

static bool queues_are_due(const struct board *board, int64_t mono_ms)
{
    int64_t every = board->queues_cost_ms * QUEUES_SHARE;

    if (every < QUEUES_EVERY_MS) every = QUEUES_EVERY_MS;
    return mono_ms - board->queues_mono_ms >= every;
}

static enum rc refresh_in_memory(struct board *board, bool all, int64_t now_ms)
{
    int64_t mono_ms = clock_mono_ms();
    bool queues = all || queues_are_due(board, mono_ms);

    TRY(refresh_held(board, queues, now_ms));
    if (!queues) return RC_OK;
    board->queues_mono_ms = clock_mono_ms();
    board->queues_cost_ms = board->queues_mono_ms - mono_ms;
    return RC_OK;
}

/* ---- days that are only written ---- */

struct days {
    int32_t *at;
    size_t count, capacity;
};

static void days_done(struct days *days)
{
    mem_free(days->at);
}

static void note_unsettled(void *visitor, int32_t day, enum derived_day as)
{
    struct days *days = visitor;

    if (as == DERIVED_DAY_SETTLED) return;
    if (days->count == days->capacity) {
        days->capacity = days->capacity ? days->capacity * 2 : 64;
        days->at = mem_resize(days->at, days->capacity, sizeof *days->at);
    }
    days->at[days->count++] = day;
}

/* The day after the one that was looked at last; after the last, the first. */
static int32_t next_of(const struct days *days, int32_t looked_at)
{
    for (size_t i = 0; i < days->count; i++) {
        if (days->at[i] > looked_at) return days->at[i];
    }
    return days->at[0];
}

static enum rc freshen_past(struct board *board, enum board_past past, int64_t now_ms)
{
    CLEANUP(days_done) struct days days = {.at = NULL};

    if (past == BOARD_PAST_NONE) return RC_OK;
    TRY(derived_days(board->derived, note_unsettled, &days));
    if (days.count == 0) return RC_OK;
    if (past == BOARD_PAST_NEXT) {
        board->looked_at = next_of(&days, board->looked_at);
        return board_freshen(board, board->looked_at, now_ms);
    }
    for (size_t i = 0; i < days.count; i++) {
        TRY(board_freshen(board, days.at[i], now_ms));
    }
    return RC_OK;
}

/* ---- together ---- */

static enum rc sweep(struct board *board, void *work, int64_t now_ms)
{
    const enum board_past *past = work;

    TRY(refresh_in_memory(board, *past == BOARD_PAST_ALL, now_ms));
    return freshen_past(board, *past, now_ms);
}

enum rc board_sweep(struct board *board, int64_t now_ms, enum board_past past)
{
    int64_t started = clock_mono_ms();

    board_turn_page(board, board_today(board, now_ms), false);
    if (coverage_refresh(board->coverage, board_contact, board, now_ms)) {
        board->figures_changed = true;
    }
    TRY(board_transact(board, sweep, &past, now_ms));
    if (past == BOARD_PAST_NONE) return RC_OK; /* however often asked, past days have their turn */
    board->swept_mono_ms = clock_mono_ms();
    board->sweep_cost_ms = board->swept_mono_ms - started;
    return RC_OK;
}
