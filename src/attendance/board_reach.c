#include "attendance/board_private.h"
#include "base/mem.h"

enum rc board_note_reach(struct board *board, struct text terminal, int32_t day)
{
    bool earlier = false;

    if (coverage_reaches(board->coverage, terminal, day)) return RC_OK;
    TRY(derived_note_reader(board->derived, terminal, day, &earlier));
    board->reach_changed |= earlier;
    return RC_OK;
}

void board_first_days_done(struct board_first_days *days)
{
    mem_free(days->at);
}

struct board_first_days board_first_days_on(const struct board *board, int32_t day)
{
    size_t count = board->picture->directory->agency_count;
    struct board_first_days days = {mem_alloc(count, sizeof *days.at), count};

    coverage_first_days(board->coverage, day, days.at);
    return days;
}

/* The days on which some place turns out to have been recording after all;
 * `before` holds the first days of all agencies, era by era. */
static struct board_range gained_days(const struct board *board,
                                      const struct board_first_days *before)
{
    struct board_range gained = {DAY_NUMBER_LAST, DAY_NUMBER_FIRST};

    for (size_t era = 0; era < board->picture->places.count; era++) {
        CLEANUP(board_first_days_done)
        struct board_first_days now =
            board_first_days_on(board, board->picture->places.eras[era].from_day);

        for (size_t i = 0; i < now.count; i++) {
            if (now.at[i] >= before[era].at[i]) continue;
            gained = board_hull(gained, (struct board_range){now.at[i], before[era].at[i] - 1});
        }
    }
    return gained;
}

/* What is only written is built again when somebody asks for it.  In the sheets
 * in memory the places that were learned of are judged again, and nobody else:
 * a new terminal must not cost a walk over everybody. */
static enum rc judge_gained_days(struct board *board, struct board_range gained, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    TRY(derived_spoil_days(board->derived, gained.from, gained.to));
    for (size_t i = 0; i < BOARD_SHEETS_MAX; i++) {
        struct sheet *sheet = board->sheets[i];

        if (!sheet || sheet->day < gained.from || sheet->day > gained.to) continue;
        TRY(sheet_refresh(sheet, &context));
        sheet_ask_queues(sheet); /* and so the day is written, as right again */
    }
    return RC_OK;
}

enum rc board_learn_reach(struct board *board, int64_t now_ms)
{
    size_t eras = board->picture->places.count;
    CLEANUP(mem_release) struct board_first_days *before = NULL;
    struct board_range gained;
    enum rc rc;

    if (!board->reach_changed) return RC_OK;
    board->reach_changed = false;
    before = mem_alloc(eras, sizeof *before);
    for (size_t i = 0; i < eras; i++) {
        before[i] = board_first_days_on(board, board->picture->places.eras[i].from_day);
    }
    rc = coverage_learn(board->coverage, board->derived);
    coverage_refresh(board->coverage, board_contact, board, now_ms);
    gained = gained_days(board, before);
    for (size_t i = 0; i < eras; i++) {
        board_first_days_done(&before[i]);
    }
    if (rc != RC_OK || gained.from > gained.to) return rc;
    return judge_gained_days(board, gained, now_ms);
}
