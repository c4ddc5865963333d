#include "attendance/board_private.h"
#include "base/log.h"

struct sheet_context board_context(const struct board *board, int64_t now_ms)
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
    return moment_day_number(moment_at(now_ms, board->picture->directory->offset_minutes));
}

/* ---- sheets in memory ---- */

static size_t sheets_max(const struct board *board)
{
    size_t bytes = board->picture->directory->person_count * sizeof(struct line) + 1;
    size_t fit = BOARD_SHEET_BYTES_MAX / bytes;

    if (fit < 2) return 2;
    return fit > BOARD_SHEETS_MAX ? BOARD_SHEETS_MAX : fit;
}

/* Put a sheet into a free place, or into that of the sheet not used for
 * longest, which is written first. */
static enum rc keep(struct board *board, struct sheet *sheet, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    size_t max = sheets_max(board);
    size_t place = 0;

    for (size_t i = 0; i < max && board->sheets[place]; i++) {
        if (!board->sheets[i] || board->sheet_used[i] < board->sheet_used[place]) place = i;
    }
    if (board->sheets[place]) TRY(sheet_write(board->sheets[place], &context));
    sheet_free(&board->sheets[place]);
    board->sheets[place] = sheet;
    board->sheet_used[place] = ++board->uses;
    return RC_OK;
}

struct sheet *board_sheet_in_memory(struct board *board, int32_t day)
{
    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        if (!board->sheets[i] || board->sheets[i]->day != day) continue;
        board->sheet_used[i] = ++board->uses;
        return board->sheets[i];
    }
    return NULL;
}

/* A sheet of its own, as written or from the index. */
static enum rc make_sheet(struct board *board,
                          int32_t day,
                          enum derived_day as,
                          int64_t now_ms,
                          struct sheet **out_sheet)
{
    struct sheet_context context = board_context(board, now_ms);

    if (as >= DERIVED_DAY_STALE) return sheet_build(&context, day, out_sheet);
    return sheet_load(&context, day, out_sheet);
}

enum rc board_sheet(struct board *board, int32_t day, int64_t now_ms, struct sheet **out_sheet)
{
    CLEANUP(sheet_free) struct sheet *sheet = NULL;
    struct derived_standing standing;

    *out_sheet = board_sheet_in_memory(board, day);
    if (*out_sheet) return RC_OK;
    TRY(derived_find_day(board->derived, day, &standing));
    if (standing.as >= DERIVED_DAY_STALE) return RC_OK;
    TRY(make_sheet(board, day, standing.as, now_ms, &sheet));
    TRY(keep(board, sheet, now_ms));
    *out_sheet = TAKE(sheet);
    return RC_OK;
}

enum rc board_hold_sheet(struct board *board, int32_t day, int64_t now_ms)
{
    CLEANUP(sheet_free) struct sheet *sheet = NULL;
    struct derived_standing standing;

    if (board_sheet_in_memory(board, day)) return RC_OK;
    TRY(derived_find_day(board->derived, day, &standing));
    TRY(make_sheet(board, day, standing.as, now_ms, &sheet));
    TRY(keep(board, sheet, now_ms));
    sheet = NULL;
    return RC_OK;
}

enum rc board_is_fresh(struct board *board, int32_t day, int64_t now_ms, bool *out_fresh)
{
    struct sheet_context context = board_context(board, now_ms);

    *out_fresh = false;
    return board_sheet_in_memory(board, day) ? RC_OK : sheet_holds(&context, day, out_fresh);
}

enum rc board_freshen(struct board *board, int32_t day, int64_t now_ms)
{
    CLEANUP(sheet_free) struct sheet *made = NULL;
    struct sheet_context context = board_context(board, now_ms);
    struct sheet *sheet = board_sheet_in_memory(board, day);
    struct derived_standing standing;
    bool fresh = false;

    TRY(board_is_fresh(board, day, now_ms, &fresh));
    if (fresh) return RC_OK;
    if (sheet) {
        TRY(sheet_refresh(sheet, &context));
    } else {
        TRY(derived_find_day(board->derived, day, &standing));
        TRY(make_sheet(board, day, standing.as, now_ms, &made));
        sheet = made;
    }
    if (sheet->queues_asked) TRY(sheet_find_queues(sheet, &context));
    return sheet_write(sheet, &context);
}

void board_forget_sheets(struct board *board)
{
    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        sheet_free(&board->sheets[i]);
    }
}
