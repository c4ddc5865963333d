#include "attendance/board.h"

#include "attendance/board_private.h"
#include "base/log.h"
#include "base/mem.h"
#include "ledger/ledger.h"

#include <string.h>

enum {
    TICK_MS = 1000,   /* time changes sheets: look once a second */
    SWEEP_SHARE = 20, /* ... or so seldom that it costs a twentieth */
    RETRY_MS = 1000,
    WINDOW_MS = 20,         /* so long what comes is gathered, then judged at once ... */
    WINDOW_MS_MAX = 250,    /* ... or longer, up to this, while ... */
    WINDOW_ENTRIES_MAX = 20 /* ... more than this comes in a millisecond */
};

/* ---- life ---- */

enum rc board_open(const struct board_options *options, struct board **out_board)
{
    CLEANUP(board_close) struct board *board = mem_alloc(1, sizeof *board);
    int64_t last = 0;

    board->options = *options;
    lock_init(&board->lock, LOCK_BOARD);
    lock_signal_init(&board->changed);
    board->looked_at = DAY_NUMBER_FIRST;
    board->window_ms = WINDOW_MS;
    board->contact_by_serial = map_new();
    TRY(db_open(&(struct db_options){.path = options->facts_path, .mode = DB_READ_ONLY},
                &board->facts));
    TRY(board_find_log_end(board, &last));
    TRY(derived_open(options->derived_path, options->government, last, &board->derived,
                     &board->followed));
    TRY(board_load_picture(board));
    atomic_store(&board->position, board->followed);
    board_note_followed(board);
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

/* ---- keeping up ---- */

static enum rc follow_all(struct board *board, int64_t now_ms)
{
    bool more = true;

    while (more) {
        TRY(board_follow(board, now_ms, &more));
        board_note_followed(board);
        if (board_until_commit(board, clock_mono_ms()) <= 0) TRY(board_commit(board, now_ms));
    }
    return RC_OK;
}

static enum rc hold_day(struct board *board, void *work, int64_t now_ms)
{
    return board_hold_sheet(board, *(const int32_t *)work, now_ms);
}

static enum rc freshen_day(struct board *board, void *work, int64_t now_ms)
{
    return board_freshen(board, *(const int32_t *)work, now_ms);
}

/* Most days that are asked for are right as they are written: that is found out
 * without a transaction. */
static enum rc make_right(struct board *board, int32_t day, int64_t now_ms, bool *out_was_right)
{
    TRY(board_is_fresh(board, day, now_ms, out_was_right));
    return *out_was_right ? RC_OK : board_transact(board, freshen_day, &day, now_ms);
}

enum rc board_keep_up(struct board *board, int64_t now_ms)
{
    TRY(follow_all(board, now_ms));
    return board_commit(board, now_ms);
}

enum rc board_catch_up(struct board *board, int64_t now_ms, int32_t from, int32_t to)
{
    TRY(follow_all(board, now_ms));
    TRY(board_sweep(board, now_ms, from > to ? BOARD_PAST_ALL : BOARD_PAST_NONE));
    for (int32_t day = from; day <= to; day++) {
        bool was_right = false;

        TRY(make_right(board, day, now_ms, &was_right));
    }
    return board_commit(board, now_ms);
}

/* ---- the thread ---- */

/* What the board is asked to do. */
struct errand {
    bool stopping;
    struct board_range ranges[BOARD_WAITS_MAX];
    size_t range_count;
    int64_t ticket;
};

/* Whoever asks is heard at once; the log is looked at once a window. */
static int64_t until_awake(const struct board *board, int64_t until_mono_ms)
{
    int64_t mono_ms = clock_mono_ms();
    int64_t window_end = board->looked_mono_ms + board->window_ms;

    if (board->stopping || board->wanted_ticket != board->served_ticket) return 0;
    if (board->woken && window_end < until_mono_ms) return window_end - mono_ms;
    return until_mono_ms - mono_ms;
}

static void sleep_until(struct board *board, struct lock *held, int64_t until_mono_ms)
{
    int64_t left;

    while ((left = until_awake(board, until_mono_ms)) > 0) {
        board->dozing = !board->woken;
        IGNORE(lock_wait(held, &board->changed, left), "how long is asked again");
    }
    board->dozing = false;
}

static void wait_for_errand(struct board *board, int64_t until_mono_ms, struct errand *out_errand)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

    sleep_until(board, held, until_mono_ms);
    board->woken = false;
    *out_errand = (struct errand){.stopping = board->stopping,
                                  .range_count = board->wanted_count,
                                  .ticket = board->wanted_ticket};
    memcpy(out_errand->ranges, board->wanted, sizeof board->wanted);
}

/* Those who came before the errand have what they waited for; later ones were
 * added behind. */
static void serve_waiters(struct board *board, const struct errand *errand)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

    board->wanted_count -= errand->range_count;
    memmove(board->wanted, board->wanted + errand->range_count,
            board->wanted_count * sizeof *board->wanted);
    board->served_ticket = errand->ticket;
    lock_signal_all(&board->changed);
}

/* After a failure; whoever waits goes on waiting. */
static void pause_a_moment(struct board *board)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);
    int64_t until_ms = clock_mono_ms() + RETRY_MS;

    for (int64_t left = RETRY_MS; left > 0 && !board->stopping; left = until_ms - clock_mono_ms()) {
        IGNORE(lock_wait(held, &board->changed, left), "only stopping ends the pause");
    }
}

static int64_t until_sweep(const struct board *board, int64_t mono_ms)
{
    int64_t every = board->sweep_cost_ms * SWEEP_SHARE;

    if (every < TICK_MS) every = TICK_MS;
    return board->swept_mono_ms + every - mono_ms;
}

/* A register that has changed is shown at once: whoever waited for the board
 * looks at the snapshot next.  Only this thread puts another snapshot there. */
static int64_t until_publish(const struct board *board, int64_t mono_ms)
{
    int64_t every = board->figures_changed ? board->window_ms : TICK_MS;

    if (board->snapshot && board->snapshot->picture != board->picture) return 0;
    return board->published_mono_ms + every - mono_ms;
}

/* Take in what the ledger wrote.  When very much comes, look less often: what
 * is judged together costs less. */
static enum rc look_at_log(struct board *board, int64_t now_ms)
{
    int64_t before = board->followed;
    int64_t mono_ms = clock_mono_ms();
    int64_t passed_ms = mono_ms - board->looked_mono_ms;

    TRY(follow_all(board, now_ms));
    board->looked_mono_ms = mono_ms;
    if (board->followed - before > passed_ms * WINDOW_ENTRIES_MAX) {
        board->window_ms =
            board->window_ms * 2 < WINDOW_MS_MAX ? board->window_ms * 2 : WINDOW_MS_MAX;
    } else {
        board->window_ms = board->window_ms / 2 > WINDOW_MS ? board->window_ms / 2 : WINDOW_MS;
    }
    return RC_OK;
}

static enum rc publish(struct board *board, int64_t now_ms)
{
    int32_t today = board_today(board, now_ms);

    if (!board_sheet_in_memory(board, today)) {
        TRY(board_transact(board, hold_day, &today, now_ms));
    }
    board->published_mono_ms = board->looked_mono_ms;
    board_publish(board, now_ms);
    return RC_OK;
}

/* Follow, and tell everybody when it is time, or when somebody `asked`. */
static enum rc look_around(struct board *board, bool asked)
{
    int64_t now_ms = clock_now_ms(board->options.clock);
    bool is_due = until_sweep(board, clock_mono_ms()) <= 0;

    TRY(look_at_log(board, now_ms));
    if (asked || is_due) {
        TRY(board_sweep(board, now_ms, is_due ? BOARD_PAST_NEXT : BOARD_PAST_NONE));
        board->figures_changed = true; /* a wall knows by this that the board lives */
    }
    if (until_publish(board, clock_mono_ms()) <= 0) TRY(publish(board, now_ms));
    if (board_until_commit(board, clock_mono_ms()) <= 0) TRY(board_commit(board, now_ms));
    return RC_OK;
}

/* However many days are waited for, the board keeps up in between. */
static enum rc run_errand(struct board *board, const struct errand *errand)
{
    bool asked = errand->ticket != board->served_ticket; /* written by this thread alone */

    TRY(look_around(board, asked));
    for (size_t i = 0; i < errand->range_count; i++) {
        for (int32_t day = errand->ranges[i].from; day <= errand->ranges[i].to; day++) {
            bool was_right = false;

            TRY(make_right(board, day, clock_now_ms(board->options.clock), &was_right));
            if (!was_right) TRY(look_around(board, false));
        }
    }
    return asked ? board_commit(board, clock_now_ms(board->options.clock)) : RC_OK;
}

/* The next instant at which there is something to do although nobody comes. */
static int64_t next_duty(const struct board *board)
{
    int64_t mono_ms = clock_mono_ms();
    int64_t left = until_sweep(board, mono_ms);
    int64_t publish_ms = until_publish(board, mono_ms);
    int64_t commit_ms = board_until_commit(board, mono_ms);

    if (publish_ms < left) left = publish_ms;
    return mono_ms + (commit_ms < left ? commit_ms : left);
}

/* What was followed since the last commit would only be followed again. */
static void finish(struct board *board)
{
    if (board_commit(board, clock_now_ms(board->options.clock)) != RC_OK) {
        log_warn("the board could not write its last changes; it will make them again");
    }
}

static void board_main(void *context)
{
    struct board *board = context;

    for (;;) {
        struct errand errand;

        wait_for_errand(board, next_duty(board), &errand);
        if (errand.stopping) break;
        if (run_errand(board, &errand) == RC_OK) {
            serve_waiters(board, &errand);
        } else {
            log_error("the board could not follow the log; retrying");
            pause_a_moment(board);
        }
    }
    finish(board);
}

enum rc board_start(struct board *board)
{
    int64_t now_ms = clock_now_ms(board->options.clock);
    int32_t today = board_today(board, now_ms);

    TRY(board_catch_up(board, now_ms, today, today));
    TRY(board_transact(board, hold_day, &today, now_ms));
    TRY(board_commit(board, now_ms));
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

    board_note_told(board, position);
    board->woken = true;
    if (board->dozing) lock_signal_all(&board->changed);
    board->dozing = false;
}

/* Ask for days, and take a number. */
static int64_t ask(struct board *board, int32_t from, int32_t to)
{
    lock_assert_held(&board->lock);
    if (from <= to) board->wanted[board->wanted_count++] = (struct board_range){from, to};
    lock_signal_all(&board->changed);
    return ++board->wanted_ticket;
}

enum rc board_wait(struct board *board, int64_t position, int32_t from, int32_t to, int64_t wait_ms)
{
    int64_t deadline = clock_mono_ms() + wait_ms;
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);
    int64_t ticket = 0;

    if (from <= to && to - from >= BOARD_DAYS_MAX) return RC_TOO_LARGE;
    for (;;) {
        int64_t left = deadline - clock_mono_ms();

        if (ticket == 0 && board->wanted_count < BOARD_WAITS_MAX) ticket = ask(board, from, to);
        if (ticket > 0 && board->served_ticket >= ticket && board_position(board) >= position) {
            return RC_OK;
        }
        if (left <= 0 || board->stopping) return RC_UNAVAILABLE;
        IGNORE(lock_wait(held, &board->changed, left), "asked again");
    }
}
