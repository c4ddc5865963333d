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

/* Punches on their way into the sheets.  They come person by person, and each
 * is judged when the last of his punches is in. */
struct placing {
    struct board *board;
    int64_t now_ms;
    struct sheet *sheet; /* of the person who is not yet judged, or NULL */
    int32_t person;
    struct line before; /* as the person was counted */
};

static enum rc judge_last(struct placing *placing)
{
    struct sheet_context context = board_context(placing->board, placing->now_ms);
    struct sheet *sheet = placing->sheet;

    placing->sheet = NULL;
    return sheet ? sheet_judge_noted(sheet, &context, placing->person, &placing->before) : RC_OK;
}

static void note_punch(struct placing *placing,
                       struct sheet *sheet,
                       int32_t person,
                       const struct punch *punch)
{
    if (!placing->sheet) {
        placing->sheet = sheet;
        placing->person = person;
        placing->before = sheet->lines[person];
    }
    sheet_note_punch(sheet, person, punch);
}

/* File a punch and let it into the sheet it belongs to.  The sheet comes first:
 * one that is made reads the index, and must not find the punch there. */
static enum rc place_punch(struct placing *placing, const struct board_filed *filed)
{
    struct board *board = placing->board;
    const struct punch *punch = &filed->punch;
    int32_t person = picture_resolve(board->picture, punch);
    int32_t day = punch_day(punch);
    bool counts = person == NONE || punch->flags & PUNCH_TIME ||
                  judge_day_of(board->judge, person, punch->moment, &day);
    struct sheet *sheet = placing->sheet;
    bool fresh = false;

    if (sheet && (person != placing->person || !counts || day != sheet->day)) {
        TRY(judge_last(placing));
        sheet = NULL;
    }
    if (counts && !sheet) TRY(board_sheet(board, day, placing->now_ms, &sheet));
    TRY(derived_add_punch(board->derived, punch, filed->position, &fresh));
    if (!fresh) return RC_OK; /* the log has it twice: it counts once */
    if (review_find(&board->picture->reviews, punch)) return RC_OK; /* decided before it came */
    if (!(punch->flags & PUNCH_TIME)) {
        TRY(board_note_reach(board, punch->terminal, punch_day(punch)));
    }
    if (person == NONE) return place_unmapped(board, sheet, punch, placing->now_ms);
    if (sheet && sheet_has(sheet, person)) note_punch(placing, sheet, person, punch);
    return RC_OK;
}

/* In the order of the index: so each sheet is fetched once, each person judged
 * once, and neighbours in the index are written together. */
static int compare_filed(const void *left, const void *right)
{
    const struct board_filed *a = left, *b = right;
    int pins;

    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    pins = text_compare(a->punch.pin, b->punch.pin);
    if (pins != 0) return pins;
    if (a->punch.moment != b->punch.moment) return a->punch.moment < b->punch.moment ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

static enum rc place_all(struct placing *placing, const struct board_chunk *chunk)
{
    const struct board_filed *filed = chunk->punches;

    for (size_t i = 0; i < chunk->punch_count; i++) {
        TRY(place_punch(placing, &filed[i]));
        if (i + 1 < chunk->punch_count && filed[i + 1].day == filed[i].day) continue;
        TRY(judge_last(placing));
        TRY(ask_queues(placing->board, filed[i].day));
    }
    return RC_OK;
}

enum rc board_place_punches(struct board *board, struct board_chunk *chunk, int64_t now_ms)
{
    struct placing placing = {.board = board, .now_ms = now_ms};

    if (chunk->punch_count > 1) {
        qsort(chunk->punches, chunk->punch_count, sizeof *chunk->punches, compare_filed);
    }
    TRY(place_all(&placing, chunk));
    return board_learn_reach(board, now_ms);
}
