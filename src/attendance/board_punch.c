#include "attendance/board_private.h"

#include <stdlib.h>

/* Readers may have had a queue on the day a punch is filed under. */
static enum rc ask_queues(struct board *board, int32_t day)
{
    struct sheet *sheet = board_sheet_in_memory(board, day);

    if (!sheet) return derived_touch_days(board->derived, day, day);
    sheet_ask_queues(sheet);
    return RC_OK;
}

static enum rc place_unmapped(struct board *board,
                              struct sheet *sheet,
                              const struct punch *punch,
                              int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    board->unmapped_changed = true;
    if (!sheet) return RC_OK;
    return sheet_add_unmapped(
        sheet, &context, picture_agency_of_terminal(board->picture, punch->terminal, sheet->day));
}

/* File a punch and let it into the sheet it belongs to.  The sheet comes first:
 * one that is made reads the index, and must not find the punch there. */
static enum rc place_punch(struct board *board, const struct board_filed *filed, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    const struct punch *punch = &filed->punch;
    int32_t person = picture_resolve(board->picture, punch);
    int32_t day = punch_day(punch);
    bool counts = person == NONE || punch->flags & PUNCH_TIME ||
                  judge_day_of(board->judge, person, punch->moment, &day);
    struct sheet *sheet = NULL;
    bool fresh = false;

    if (counts) TRY(board_sheet(board, day, now_ms, &sheet));
    TRY(derived_add_punch(board->derived, punch, filed->position, &fresh));
    if (!fresh) return RC_OK; /* the log has it twice: it counts once */
    if (review_find(&board->picture->reviews, punch)) return RC_OK; /* decided before it came */
    if (!(punch->flags & PUNCH_TIME))
        TRY(board_note_reach(board, punch->terminal, punch_day(punch)));
    if (person == NONE) return place_unmapped(board, sheet, punch, now_ms);
    return sheet ? sheet_add_punch(sheet, &context, person, punch) : RC_OK;
}

/* A backlog from many terminals comes day by day, so that each sheet is
 * fetched once. */
static int compare_filed(const void *left, const void *right)
{
    const struct board_filed *a = left, *b = right;

    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

enum rc board_place_punches(struct board *board, struct board_chunk *chunk, int64_t now_ms)
{
    if (chunk->punch_count > 1) {
        qsort(chunk->punches, chunk->punch_count, sizeof *chunk->punches, compare_filed);
    }
    for (size_t i = 0; i < chunk->punch_count; i++) {
        TRY(place_punch(board, &chunk->punches[i], now_ms));
        if (i + 1 == chunk->punch_count || chunk->punches[i + 1].day != chunk->punches[i].day) {
            TRY(ask_queues(board, chunk->punches[i].day));
        }
    }
    return board_learn_reach(board, now_ms);
}
