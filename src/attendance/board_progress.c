#include "attendance/board_private.h"

void board_note_told(struct board *board, int64_t position)
{
    lock_assert_held(&board->lock);
    if (position > board->told) board->told = position;
    if (board->told > board->judged && board->behind_since_mono_ms == 0) {
        board->behind_since_mono_ms = clock_mono_ms();
    }
}

void board_note_followed(struct board *board)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);

    board->judged = board->followed;
    if (board->judged >= board->told) board->behind_since_mono_ms = 0;
}

void board_progress(struct board *board, struct board_progress *out_progress)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);
    int64_t since = board->behind_since_mono_ms;

    *out_progress = (struct board_progress){.judged = board->judged,
                                            .written = board_position(board),
                                            .behind_ms = since ? clock_mono_ms() - since : 0};
}
