#include "attendance/sheet_private.h"
#include "base/mem.h"
#include "rules/saturation.h"

#include <stdlib.h>

/* A punch at a reader, and who may have stood in line before it. */
struct press {
    int32_t terminal; /* index in the picture */
    int32_t late;     /* the person whose late arrival it is, or NONE */
    int64_t moment;
};

struct readers {
    struct sheet *sheet;
    const struct sheet_context *context;
    struct press *presses;
    size_t count, capacity;
    uint8_t *queued; /* of each person */
};

static void readers_done(struct readers *readers)
{
    mem_free(readers->presses);
    mem_free(readers->queued);
}

void sheet_ask_queues(struct sheet *sheet)
{
    sheet->queues_asked = true;
    sheet->changed = true; /* the day is to be looked at again, also after a restart */
}

static bool has_late(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->agency_count; i++) {
        if (sheet->balances[i].counts[STATE_LATE] > 0) return true;
    }
    return false;
}

/* The person whose late arrival this punch is, or NONE. */
static int32_t late_arrival(const struct readers *readers, const struct punch *punch)
{
    const struct sheet *sheet = readers->sheet;
    int32_t person = picture_resolve(sheet->picture, punch);
    const struct line *line = person == NONE ? NULL : &sheet->lines[person];

    if (!line || !(line->set & LINE_ON_ROSTER) || line->state != STATE_LATE) return NONE;
    return punch->moment - moment_of(day_from_number(sheet->day), 0) == line->first_in ? person
                                                                                       : NONE;
}

static void note_press(void *visitor, const struct derived_punch *found)
{
    struct readers *readers = visitor;
    const struct punch *punch = &found->punch;
    int32_t terminal = picture_find_terminal(readers->sheet->picture, punch->terminal);

    if (terminal == NONE || punch->flags & PUNCH_TIME) return;
    if (punch->received_at_ms > readers->context->received_until_ms) return;
    if (readers->count == readers->capacity) {
        readers->capacity = readers->capacity ? readers->capacity * 2 : 1024;
        readers->presses =
            mem_resize(readers->presses, readers->capacity, sizeof *readers->presses);
    }
    readers->presses[readers->count++] =
        (struct press){terminal, late_arrival(readers, punch), punch->moment};
}

static int compare_presses(const void *left, const void *right)
{
    const struct press *a = left, *b = right;

    if (a->terminal != b->terminal) return a->terminal < b->terminal ? -1 : 1;
    return (a->moment > b->moment) - (a->moment < b->moment);
}

/* The presses of one terminal, in the order of time. */
static void judge_reader(struct readers *readers, const struct press *presses, size_t count)
{
    CLEANUP(mem_release) int64_t *moments = mem_alloc(count, sizeof *moments);
    int pace;

    for (size_t i = 0; i < count; i++) {
        moments[i] = presses[i].moment;
    }
    pace = saturation_pace(moments, count);
    for (size_t i = 0; i < count; i++) {
        struct duty duty;

        if (presses[i].late == NONE) continue;
        judge_duty(readers->context->judge, presses[i].late, readers->sheet->day, &duty);
        if (saturation_of(moments, count, i, duty.start, pace).saturated) {
            readers->queued[presses[i].late] = 1;
        }
    }
}

static void judge_readers(struct readers *readers)
{
    for (size_t first = 0, end = 0; first < readers->count; first = end) {
        while (end < readers->count &&
               readers->presses[end].terminal == readers->presses[first].terminal) {
            end++;
        }
        judge_reader(readers, &readers->presses[first], end - first);
    }
}

static enum rc flag_queued(struct readers *readers)
{
    struct sheet *sheet = readers->sheet;

    for (size_t person = 0; person < sheet->line_count; person++) {
        struct line *line = &sheet->lines[person];
        bool is_flagged = (line->punch_flags & FLAG_SATURATED) != 0;
        struct line before = *line;

        if (!(line->set & LINE_ON_ROSTER) || is_flagged == readers->queued[person]) continue;
        line->punch_flags = (uint16_t)(line->punch_flags ^ FLAG_SATURATED);
        TRY(sheet_judge_noted(sheet, readers->context, (int32_t)person, &before));
    }
    return RC_OK;
}

enum rc sheet_find_queues(struct sheet *sheet, const struct sheet_context *context)
{
    CLEANUP(readers_done) struct readers readers = {.sheet = sheet, .context = context};

    readers.queued = mem_alloc(sheet->line_count, 1);
    if (has_late(sheet)) {
        TRY(review_punches_between(&(struct review_walk){&context->picture->reviews,
                                                         context->derived, sheet->day, sheet->day,
                                                         note_press, &readers}));
    }
    if (readers.count > 0) {
        qsort(readers.presses, readers.count, sizeof *readers.presses, compare_presses);
    }
    judge_readers(&readers);
    TRY(flag_queued(&readers));
    sheet->queues_asked = false;
    sheet->changed = true;
    return RC_OK;
}
