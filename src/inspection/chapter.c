#include "inspection/chapter.h"

/* The chapters so far; the last one goes on while it has no end. */
struct telling {
    struct chapter *chapters;
    size_t count;
};

static struct chapter *going_on(const struct telling *told)
{
    struct chapter *last = told->count > 0 ? &told->chapters[told->count - 1] : NULL;

    return last && last->ended_at_ms == 0 ? last : NULL;
}

/* Ended by something else: answered when somebody had answered. */
static void end_by_itself(const struct telling *told, int64_t at_ms)
{
    struct chapter *chapter = going_on(told);

    if (!chapter) return;
    chapter->ended_at_ms = at_ms;
    chapter->state = chapter->answered_at_ms ? ROLL_ANSWERED : ROLL_SILENT;
}

static void answer(struct chapter *chapter, const struct act_row *row)
{
    if (!chapter->answered_at_ms) chapter->answered_at_ms = row->at_ms;
    chapter->state = ROLL_ANSWERING;
    if (row->act.name.bytes > 0) chapter->by = row->act.name;
    if (row->act.post.bytes > 0) chapter->post = row->act.post;
}

static void end(struct chapter *chapter, const struct act_row *row, enum roll_state as)
{
    if (row->act.name.bytes > 0) chapter->by = row->act.name;
    if (row->act.post.bytes > 0) chapter->post = row->act.post;
    chapter->ended_at_ms = row->at_ms;
    chapter->state = as;
}

static void add_to(struct chapter *chapter, const struct act_row *row)
{
    int act = row->act.act;

    if (act == ACT_ANSWERING || act == ACT_STATED) answer(chapter, row);
    if (act == ACT_STATED) chapter->stated_at_ms = row->at_ms;
    if (act == ACT_ANSWERED) end(chapter, row, ROLL_ANSWERED);
    if (act == ACT_SILENT) end(chapter, row, ROLL_SILENT);
    if (act == ACT_ABSENT) end(chapter, row, ROLL_ABSENT);
    if (act == ACT_SKIPPED) end(chapter, row, ROLL_SKIPPED);
}

static void add(struct telling *told, const struct act_row *row)
{
    struct chapter *chapter;

    if (row->act.act == ACT_CALLED || row->act.act == ACT_CLOSED) end_by_itself(told, row->at_ms);
    if (row->act.act == ACT_CALLED) {
        told->chapters[told->count++] = (struct chapter){
            .agency = row->act.agency, .called_at_ms = row->at_ms, .state = ROLL_CALLED};
    }
    chapter = going_on(told);
    if (chapter && text_equal(chapter->agency, row->act.agency)) add_to(chapter, row);
}

void chapters_of(const struct act_row *acts,
                 size_t act_count,
                 struct arena *mem,
                 const struct chapter **out_chapters,
                 size_t *out_count)
{
    struct telling told = {.chapters = arena_array(mem, struct chapter, act_count + 1)};

    for (size_t i = 0; i < act_count; i++) {
        add(&told, &acts[i]);
    }
    *out_chapters = told.chapters;
    *out_count = told.count;
}
