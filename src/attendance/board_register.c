#include "attendance/board_private.h"
#include "base/mem.h"

#include <string.h>

/* More people than this on one day, and the day is built again as a whole. */
enum { TOUCHES_ONE_BY_ONE = 64 };

/* ---- the picture ---- */

int64_t board_contact(const void *owner, struct text serial)
{
    const struct board *board = owner;
    uint32_t index = 0;
    int64_t live_ms =
        board->options.terminals ? terminal_book_contact(board->options.terminals, serial) : 0;
    int64_t recorded_ms =
        map_find(board->contact_by_serial, serial, &index) ? board->contacts[index].to_ms : 0;

    return live_ms > recorded_ms ? live_ms : recorded_ms;
}

enum rc board_load_picture(struct board *board)
{
    struct picture *picture = NULL;

    TRY(picture_load(board->facts, board->options.government, AS_OF_NOW, &picture));
    picture_drop(&board->picture);
    judge_free(&board->judge);
    coverage_free(&board->coverage);
    board->picture = picture;
    board->judge = judge_new(picture);
    board->coverage = coverage_new(picture);
    TRY(coverage_learn(board->coverage, board->derived));
    coverage_refresh(board->coverage, board_contact, board, clock_now_ms(board->options.clock));
    mem_free(board->unmapped_pins);
    board->unmapped_pins =
        mem_alloc(picture->directory->agency_count, sizeof *board->unmapped_pins);
    board->unmapped_changed = board->figures_changed = true;
    board_turn_page(board, board_today(board, clock_now_ms(board->options.clock)), true);
    return RC_OK;
}

void board_turn_page(struct board *board, int32_t today, bool new_picture)
{
    if (!board->options.terminals || (!new_picture && board->page == today)) return;
    board->page = today;
    terminal_book_follow(board->options.terminals, board->picture, today);
}

struct board_range board_hull(struct board_range a, struct board_range b)
{
    return (struct board_range){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
}

/* ---- what the register's changes touch ---- */

/* A touch reaches one day further on both sides: windows of neighbouring days
 * are cut by each other. */
static struct board_range days_of(const struct board_touch *touch)
{
    return (struct board_range){
        touch->from == DAY_NUMBER_FIRST ? DAY_NUMBER_FIRST : touch->from - 1,
        touch->to == DAY_NUMBER_LAST ? DAY_NUMBER_LAST : touch->to + 1,
    };
}

static bool touches_day(const struct board_touch *touch, int32_t day)
{
    struct board_range days = days_of(touch);

    return day >= days.from && day <= days.to;
}

static size_t count_touches(const struct board_chunk *chunk, int32_t day)
{
    size_t count = 0;

    for (size_t i = 0; i < chunk->touch_count; i++) {
        count += touches_day(&chunk->touches[i], day);
    }
    return count;
}

/* Days that a change of some people touches are built again when somebody asks
 * for them, or one after the other in the background; today and yesterday are
 * corrected at once.  A change that concerns everybody spares no day. */
static enum rc spoil_days(struct board *board, const struct board_chunk *chunk, int32_t today)
{
    struct board_range of_people = {DAY_NUMBER_LAST, DAY_NUMBER_FIRST};

    for (size_t i = 0; i < chunk->touch_count; i++) {
        struct board_range days = days_of(&chunk->touches[i]);

        if (chunk->touches[i].number.bytes > 0) {
            of_people = board_hull(of_people, days);
        } else {
            TRY(derived_spoil_days(board->derived, days.from, days.to));
        }
    }
    TRY(derived_spoil_days(board->derived, of_people.from,
                           of_people.to < today - 2 ? of_people.to : today - 2));
    return derived_spoil_days(
        board->derived, of_people.from > today + 1 ? of_people.from : today + 1, of_people.to);
}

static int32_t day_before(int32_t day)
{
    return day == DAY_NUMBER_FIRST ? day : day - 1;
}

/* Places are others from a day on.  The days before are as they were, unless an
 * agency that had no place there has been waiting for another one. */
static enum rc spoil_places(struct board *board,
                            int32_t from,
                            const struct board_first_days *before)
{
    CLEANUP(board_first_days_done)
    struct board_first_days now = board_first_days_on(board, day_before(from));
    bool same =
        now.count == before->count && memcmp(now.at, before->at, now.count * sizeof *now.at) == 0;

    return derived_spoil_days(board->derived, same ? from : DAY_NUMBER_FIRST, DAY_NUMBER_LAST);
}

/* Correct a day person by person, unless there are so many that it is better
 * built again.  A PIN that found its owner may concern everybody of a place, so
 * all are judged again. */
static enum rc touch_people(struct board *board,
                            const struct board_chunk *chunk,
                            int32_t day,
                            int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    struct sheet *sheet = NULL;

    if (count_touches(chunk, day) > TOUCHES_ONE_BY_ONE) {
        return derived_spoil_days(board->derived, day, day);
    }
    TRY(derived_touch_days(board->derived, day, day));
    TRY(board_sheet(board, day, now_ms, &sheet));
    for (size_t i = 0; sheet && i < chunk->touch_count; i++) {
        int32_t person = directory_find_person(board->picture->directory, chunk->touches[i].number);

        if (person == NONE || !touches_day(&chunk->touches[i], day)) continue;
        TRY(sheet_judge_again(sheet, &context, person));
    }
    return RC_OK;
}

/* The day of a punch, and whose it is by the picture at hand; of everybody when
 * it is nobody's. */
static void touch_punch(struct board_chunk *chunk, const struct punch *punch)
{
    const struct picture *picture = chunk->board->picture;
    int32_t person = picture_resolve(picture, punch);
    struct fact_touch touch = {.from = punch_day(punch), .to = punch_day(punch)};

    if (person != NONE) touch.number = picture->directory->people[person].number;
    board_take_touch(chunk, &touch);
}

/* A decision touches the day a doubtful punch is filed under, and the day of its
 * true time: with the old picture the one that held before, with the new one
 * the one that holds now. */
static void touch_reviewed(struct board_chunk *chunk)
{
    const struct reviews *reviews = &chunk->board->picture->reviews;

    for (size_t i = 0; i < chunk->review_count; i++) {
        struct punch punch = chunk->reviews[i].punch;
        const struct review_row *held;

        punch.moment = chunk->reviews[i].moment;
        punch.flags = PUNCH_TIME;
        touch_punch(chunk, &punch);
        held = review_find(reviews, &punch);
        if (held && held->review.decision == REVIEW_ACCEPTED) touch_punch(chunk, &held->punch);
    }
}

enum rc board_change_picture(struct board *board, struct board_chunk *chunk, int64_t now_ms)
{
    int32_t today = board_today(board, now_ms);
    bool had_today = board_sheet_in_memory(board, today) != NULL;
    CLEANUP(board_first_days_done)
    struct board_first_days before = board_first_days_on(board, day_before(chunk->placed_from));

    touch_reviewed(chunk);
    TRY(board_write_sheets(board, now_ms));
    board_forget_sheets(board);
    TRY(board_load_picture(board));
    touch_reviewed(chunk);
    coverage_refresh(board->coverage, board_contact, board, now_ms);
    if (chunk->placed_from != DAY_NUMBER_LAST) {
        TRY(spoil_places(board, chunk->placed_from, &before));
    }
    TRY(spoil_days(board, chunk, today));
    TRY(touch_people(board, chunk, today - 1, now_ms));
    TRY(touch_people(board, chunk, today, now_ms));
    return had_today ? board_hold_sheet(board, today, now_ms) : RC_OK;
}
