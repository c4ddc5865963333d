#include "attendance/board_private.h"
#include "base/log.h"

/* A commit writes every page that was touched, so the more it gathers, the less
 * it costs a punch.  Whoever asks does not wait for it: it is made at once. */
enum {
    COMMIT_QUIET_MS = 100,      /* when nothing came for so long ... */
    COMMIT_EVERY_MS = 1000,     /* ... or at the latest after this, ... */
    COMMIT_SHARE = 10,          /* ... or so seldom that it costs a tenth, ... */
    COMMIT_ENTRIES_MAX = 200000 /* ... but a kill shall not cost more than this again */
};

/* The store is as it was at the last commit, and so are the sheets once they
 * are read from it again.  A commit that failed may have been done all the
 * same: the store says how far it is. */
static void undo(struct board *board)
{
    derived_undo(board->derived);
    board_forget_sheets(board);
    board->in_transaction = false;
    board->uncommitted = 0;
    board->reach_changed = false;
    board->reach_unsure = true;
    board->followed = board_position(board);
    IGNORE(derived_position(board->derived, &board->followed), "then what was written holds");
    board_note_followed(board);
}

static enum rc begin(struct board *board, int64_t now_ms)
{
    if (board->in_transaction) return RC_OK;
    if (board->reach_unsure) {
        TRY(coverage_learn(board->coverage, board->derived));
        coverage_refresh(board->coverage, board_contact, board, now_ms);
        board->reach_unsure = false;
    }
    TRY(derived_begin(board->derived));
    board->in_transaction = true;
    board->begun_mono_ms = clock_mono_ms();
    return RC_OK;
}

enum rc board_transact(struct board *board, board_work *run, void *work, int64_t now_ms)
{
    enum rc rc = begin(board, now_ms);

    if (rc == RC_OK) rc = run(board, work, now_ms);
    if (rc != RC_OK) undo(board);
    return rc;
}

enum rc board_write_sheets(struct board *board, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        if (board->sheets[i]) TRY(sheet_write(board->sheets[i], &context));
    }
    return RC_OK;
}

static enum rc write_and_commit(struct board *board, int64_t now_ms)
{
    TRY(board_write_sheets(board, now_ms));
    return derived_commit(board->derived, board->followed);
}

enum rc board_commit(struct board *board, int64_t now_ms)
{
    int64_t started = clock_mono_ms();
    enum rc rc;

    if (!board->in_transaction) return RC_OK;
    rc = write_and_commit(board, now_ms);
    if (rc != RC_OK) {
        undo(board);
        return rc;
    }
    board->in_transaction = false;
    board->uncommitted = 0;
    board->commit_cost_ms = clock_mono_ms() - started;
    atomic_store(&board->position, board->followed);
    return RC_OK;
}

int64_t board_until_commit(const struct board *board, int64_t mono_ms)
{
    int64_t every = board->commit_cost_ms * COMMIT_SHARE;
    int64_t quiet_at = board->arrived_mono_ms + COMMIT_QUIET_MS;
    int64_t late_at;

    if (!board->in_transaction) return INT64_MAX;
    if (board->uncommitted >= COMMIT_ENTRIES_MAX) return 0;
    if (every < COMMIT_EVERY_MS) every = COMMIT_EVERY_MS;
    late_at = board->begun_mono_ms + every;
    return (quiet_at < late_at ? quiet_at : late_at) - mono_ms;
}
