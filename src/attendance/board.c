#include "attendance/board.h"

#include "attendance/board_private.h"
#include "base/log.h"
#include "base/mem.h"
#include "ledger/ledger.h"

enum {
    TICK_MS = 1000,        /* time changes sheets: look once a second */
    SWEEP_SHARE = 20,      /* ... or so seldom that it costs a twentieth */
    PAST_EVERY_MS = 60000, /* days before yesterday that are not settled */
    PUBLISH_EVERY_MS = 25, /* forty events a second at most */
    RETRY_MS = 1000,
};

static const char sql_last[] = "SELECT max(position) FROM log WHERE government = $1 AND lane = $2";

/* ---- life ---- */

enum rc board_open(const struct board_options *options, struct board **out_board)
{
    CLEANUP(board_close) struct board *board = mem_alloc(1, sizeof *board);
    int64_t last = 0;

    board->options = *options;
    lock_init(&board->lock, LOCK_BOARD);
    lock_signal_init(&board->changed);
    board->wanted_from = 1; /* nothing: from > to */
    board->contact_by_serial = map_new();
    TRY(db_open(&(struct db_options){.path = options->facts_path, .mode = DB_READ_ONLY},
                &board->facts));
    TRY(db_get_int(board->facts, &last, sql_last, DB_INT(options->government),
                   DB_INT(options->lane)));
    TRY(derived_open(options->derived_path, options->government, last, &board->derived,
                     &board->followed));
    TRY(board_load_picture(board));
    atomic_store(&board->position, board->followed);
    *out_board = TAKE(board);
    return RC_OK;
}

void board_close(struct board **board)
{
    struct board *closed = *board;

    if (!closed) return;
    board_stop(closed);
    board_forget_sheets(closed);
    board_drop(&closed->snapshot);
    judge_free(&closed->judge);
    coverage_free(&closed->coverage);
    picture_drop(&closed->picture);
    derived_close(&closed->derived);
    db_close(&closed->facts);
    map_free(&closed->contact_by_serial);
    mem_free(closed->contacts);
    mem_free(closed->unmapped_pins);
    lock_signal_done(&closed->changed);
    lock_done(&closed->lock);
    mem_free(closed);
    *board = NULL;
}

int64_t board_position(const struct board *board)
{
    return atomic_load(&board->position);
}

/* ---- letting time pass ---- */

static enum rc refresh_in_memory(struct board *board, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        struct sheet *sheet = board->sheets[i];

        if (!sheet || sheet->open_count == 0) continue;
        TRY(sheet_refresh(sheet, &context));
        if (sheet->changed) board->figures_changed = true;
    }
    return RC_OK;
}

struct past {
    int32_t days[400];
    size_t count;
    int32_t before;
};

static void note_past(void *visitor, int32_t day, bool open)
{
    struct past *past = visitor;

    if (open && day < past->before && past->count < COUNT_OF(past->days))
        past->days[past->count++] = day;
}

/* Days before yesterday that were not settled when they were last looked at. */
static enum rc refresh_past(struct board *board, int64_t now_ms)
{
    struct past past = {.before = board_today(board, now_ms) - 1};

    TRY(derived_days(board->derived, note_past, &past));
    for (size_t i = 0; i < past.count; i++) {
        struct sheet_context context = board_context(board, now_ms);
        struct sheet *sheet = NULL;

        TRY(board_sheet(board, past.days[i], false, now_ms, &sheet));
        if (sheet) TRY(sheet_refresh(sheet, &context));
    }
    return RC_OK;
}

/* Judge again what time may have changed, and write it. */
static enum rc sweep(struct board *board, int64_t now_ms, bool past)
{
    int64_t started = clock_mono_ms();
    enum rc rc;

    if (coverage_refresh(board->coverage, board_contact, board, now_ms))
        board->figures_changed = true;
    TRY(derived_begin(board->derived));
    rc = refresh_in_memory(board, now_ms);
    if (rc == RC_OK && past) rc = refresh_past(board, now_ms);
    if (rc == RC_OK) rc = board_write_sheets(board, now_ms);
    if (rc == RC_OK) rc = derived_commit(board->derived, board->followed);
    if (rc != RC_OK) {
        derived_undo(board->derived);
        board_forget_sheets(board);
        return rc;
    }
    board->swept_mono_ms = clock_mono_ms();
    board->sweep_cost_ms = board->swept_mono_ms - started;
    if (past) board->swept_past_mono_ms = board->swept_mono_ms;
    return RC_OK;
}

static enum rc open_days(struct board *board, int64_t now_ms, int32_t from, int32_t to)
{
    enum rc rc = RC_OK;

    if (from > to) return RC_OK;
    TRY(derived_begin(board->derived));
    for (int32_t day = from; day <= to && rc == RC_OK; day++) {
        struct sheet *sheet = NULL;

        rc = board_sheet(board, day, true, now_ms, &sheet);
    }
    if (rc == RC_OK) rc = board_write_sheets(board, now_ms);
    if (rc == RC_OK) return derived_commit(board->derived, board->followed);
    derived_undo(board->derived);
    board_forget_sheets(board);
    return rc;
}

static enum rc follow_all(struct board *board, int64_t now_ms)
{
    bool more = true;

    while (more) {
        TRY(board_follow(board, now_ms, &more));
        atomic_store(&board->position, board->followed);
    }
    return RC_OK;
}

enum rc board_catch_up(struct board *board, int64_t now_ms, int32_t from, int32_t to)
{
    TRY(follow_all(board, now_ms));
    TRY(sweep(board, now_ms, true));
    return open_days(board, now_ms, from, to);
}

/* ---- the thread ---- */

struct errand {
    bool stopping;
    int32_t from, to;
    int64_t ticket;
};

/* Sleep until there is something to do, and say what. */
static struct errand wait_for_errand(struct board *board, int64_t wait_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);
    struct errand errand;

    if (!board->woken && !board->stopping && board->wanted_ticket == board->served_ticket &&
        wait_ms > 0) {
        IGNORE(lock_wait(held, &board->changed, wait_ms), "what woke us is asked below");
    }
    board->woken = false;
    errand = (struct errand){board->stopping, board->wanted_from, board->wanted_to,
                             board->wanted_ticket};
    board->wanted_from = 1;
    board->wanted_to = 0;
    return errand;
}

static void serve_waiters(struct board *board, int64_t ticket)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

    board->served_ticket = ticket;
    lock_signal_all(&board->changed);
}

static int64_t until_sweep(const struct board *board, int64_t mono_ms)
{
    int64_t every = board->sweep_cost_ms * SWEEP_SHARE;

    if (every < TICK_MS) every = TICK_MS;
    return board->swept_mono_ms + every - mono_ms;
}

static int64_t until_publish(const struct board *board, int64_t mono_ms)
{
    return board->figures_changed ? board->published_mono_ms + PUBLISH_EVERY_MS - mono_ms : TICK_MS;
}

static enum rc run_errand(struct board *board, const struct errand *errand)
{
    int64_t now_ms = clock_now_ms(board->options.clock);
    int64_t mono_ms = clock_mono_ms();
    bool is_asked = errand->ticket != board->served_ticket; /* written by this thread alone */

    TRY(follow_all(board, now_ms));
    TRY(open_days(board, now_ms, errand->from, errand->to));
    if (is_asked || until_sweep(board, mono_ms) <= 0) {
        TRY(sweep(board, now_ms, mono_ms - board->swept_past_mono_ms >= PAST_EVERY_MS));
        board->figures_changed = true; /* a wall knows by this that the board lives */
    }
    serve_waiters(board, errand->ticket);
    if (until_publish(board, mono_ms) <= 0) {
        board_publish(board, now_ms);
        board->published_mono_ms = mono_ms;
    }
    return RC_OK;
}

static void board_main(void *context)
{
    struct board *board = context;

    for (;;) {
        int64_t mono_ms = clock_mono_ms();
        int64_t sweep_ms = until_sweep(board, mono_ms);
        int64_t publish_ms = until_publish(board, mono_ms);
        struct errand errand =
            wait_for_errand(board, sweep_ms < publish_ms ? sweep_ms : publish_ms);

        if (errand.stopping) return;
        if (run_errand(board, &errand) != RC_OK) {
            log_error("the board could not follow the log; retrying");
            IGNORE(wait_for_errand(board, RETRY_MS), "a pause");
        }
    }
}

enum rc board_start(struct board *board)
{
    int64_t now_ms = clock_now_ms(board->options.clock);
    int32_t today = board_today(board, now_ms);

    TRY(board_catch_up(board, now_ms, today, today));
    board_publish(board, now_ms);
    return thread_start(&board->thread, "board", board_main, board);
}

void board_stop(struct board *board)
{
    if (!board->thread) return;
    {
        CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

        board->stopping = true;
        lock_signal_all(&board->changed);
    }
    thread_join(&board->thread);
}

void board_wake(void *context, int64_t position)
{
    struct board *board = context;
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

    (void)position;
    board->woken = true;
    lock_signal_all(&board->changed);
}

enum rc board_wait(struct board *board, int64_t position, int32_t from, int32_t to, int64_t wait_ms)
{
    int64_t deadline = clock_mono_ms() + wait_ms;
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);
    int64_t ticket = ++board->wanted_ticket;

    if (from <= to) {
        bool nothing = board->wanted_from > board->wanted_to;

        if (nothing || from < board->wanted_from) board->wanted_from = from;
        if (nothing || to > board->wanted_to) board->wanted_to = to;
    }
    lock_signal_all(&board->changed);
    while (board->served_ticket < ticket || board_position(board) < position) {
        int64_t left = deadline - clock_mono_ms();

        if (left <= 0 || board->stopping) return RC_UNAVAILABLE;
        IGNORE(lock_wait(held, &board->changed, left), "asked again");
    }
    return RC_OK;
}
