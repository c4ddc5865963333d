#include "attendance/board_private.h"

struct sheet_context board_context(struct board *board, int64_t now_ms)
{
    return (struct sheet_context){.judge = board->judge,
                                  .picture = board->picture,
                                  .coverage = board->coverage,
                                  .derived = board->derived,
                                  .now_ms = now_ms,
                                  .received_until_ms = AS_OF_NOW};
}

int32_t board_today(const struct board *board, int64_t now_ms)
{
    return day_number(moment_day(moment_at(now_ms, board->picture->directory->offset_minutes)));
}

static size_t sheets_max(const struct board *board)
{
    size_t bytes = board->picture->directory->person_count * sizeof(struct line) + 1;
    size_t fit = BOARD_SHEET_BYTES_MAX / bytes;

    if (fit < 3) return 3;
    return fit > BOARD_SHEETS_MAX ? BOARD_SHEETS_MAX : fit;
}

/* The place for one more sheet: a free one, or that of the sheet not used for
 * longest, which is written first. */
static enum rc free_slot(struct board *board, int64_t now_ms, size_t *out_slot)
{
    struct sheet_context context = board_context(board, now_ms);
    size_t oldest = 0;

    for (size_t i = 0; i < sheets_max(board); i++) {
        if (!board->sheets[i]) {
            *out_slot = i;
            return RC_OK;
        }
        if (board->sheet_used[i] < board->sheet_used[oldest]) oldest = i;
    }
    TRY(sheet_write(board->sheets[oldest], &context));
    sheet_free(&board->sheets[oldest]);
    *out_slot = oldest;
    return RC_OK;
}

static struct sheet *in_memory(struct board *board, int32_t day)
{
    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        if (!board->sheets[i] || board->sheets[i]->day != day) continue;
        board->sheet_used[i] = ++board->uses;
        return board->sheets[i];
    }
    return NULL;
}

enum rc board_sheet(struct board *board,
                    int32_t day,
                    bool make,
                    int64_t now_ms,
                    struct sheet **out_sheet)
{
    struct sheet_context context = board_context(board, now_ms);
    bool known = false;
    size_t slot = 0;

    *out_sheet = in_memory(board, day);
    if (*out_sheet) return RC_OK;
    TRY(derived_has_day(board->derived, day, &known));
    if (!known && !make) return RC_OK;
    TRY(free_slot(board, now_ms, &slot));
    if (known) {
        TRY(sheet_load(&context, day, &board->sheets[slot]));
        TRY(sheet_refresh(board->sheets[slot], &context));
    } else {
        TRY(sheet_build(&context, day, &board->sheets[slot]));
    }
    board->sheet_used[slot] = ++board->uses;
    *out_sheet = board->sheets[slot];
    return RC_OK;
}

enum rc board_rebuild_sheet(struct board *board, int32_t day, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    size_t slot = 0;

    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        if (board->sheets[i] && board->sheets[i]->day == day) sheet_free(&board->sheets[i]);
    }
    TRY(free_slot(board, now_ms, &slot));
    TRY(sheet_build(&context, day, &board->sheets[slot]));
    board->sheet_used[slot] = ++board->uses;
    return RC_OK;
}

enum rc board_write_sheets(struct board *board, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        if (board->sheets[i]) TRY(sheet_write(board->sheets[i], &context));
    }
    return RC_OK;
}

void board_forget_sheets(struct board *board)
{
    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        sheet_free(&board->sheets[i]);
    }
}
