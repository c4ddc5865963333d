#include "attendance/doubtful.h"

#include <stdlib.h>

const struct record_choice doubtful_basis_choices[] = {
#define DOUBTFUL(name, word) {(word), DOUBTFUL_##name},
#include "attendance/doubtful_basis.def"
#undef DOUBTFUL
    {NULL, 0},
};

struct gathering {
    const struct picture *picture;
    struct arena *mem;
    struct doubtful_punch *punches;
    size_t count, capacity;
};

static struct doubtful_punch *room_for_one(struct gathering *gathering)
{
    if (gathering->count == gathering->capacity) {
        size_t wider = gathering->capacity ? gathering->capacity * 2 : 64;
        struct doubtful_punch *punches = arena_array(gathering->mem, struct doubtful_punch, wider);

        for (size_t i = 0; i < gathering->count; i++) {
            punches[i] = gathering->punches[i];
        }
        gathering->punches = punches;
        gathering->capacity = wider;
    }
    return &gathering->punches[gathering->count++];
}

static void gather(void *visitor, const struct derived_punch *found)
{
    struct gathering *gathering = visitor;
    const struct picture *picture = gathering->picture;
    struct doubtful_punch *made;
    int32_t day = punch_day(&found->punch);

    if (gathering->count == DOUBTFUL_MAX) return;
    made = room_for_one(gathering);
    *made = (struct doubtful_punch){
        .punch = found->punch,
        .position = found->position,
        .day = day,
        .agency = picture_agency_of_terminal(picture, found->punch.terminal, day),
        .person = picture_resolve(picture, &found->punch),
        .review = review_find(&picture->reviews, &found->punch),
    };
    made->punch.pin = arena_text(gathering->mem, found->punch.pin);
    made->punch.terminal = arena_text(gathering->mem, found->punch.terminal);
}

static int compare(const void *left, const void *right)
{
    const struct doubtful_punch *a = left, *b = right;
    int order = text_compare(a->punch.terminal, b->punch.terminal);

    if (order) return order;
    if (a->punch.received_at_ms != b->punch.received_at_ms) {
        return a->punch.received_at_ms < b->punch.received_at_ms ? -1 : 1;
    }
    if (a->punch.moment != b->punch.moment) return a->punch.moment < b->punch.moment ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

/* ---- proposals ---- */

static int64_t receipt_of(const struct punch *punch)
{
    return moment_at(punch->received_at_ms, punch->offset_minutes);
}

/* What the terminal's clock was off by, if the punch was made when it came. */
static int64_t error_of(const struct punch *punch)
{
    return receipt_of(punch) - punch->moment;
}

static bool is_live(const struct punch *punch)
{
    return punch->source == PUNCH_FROM_TERMINAL && !(punch->flags & PUNCH_BACKLOG);
}

/* Of the same terminal and day, and off in the same direction. */
static bool is_akin(const struct doubtful_punch *a, const struct doubtful_punch *b)
{
    return a->day == b->day && text_equal(a->punch.terminal, b->punch.terminal) &&
           (error_of(&a->punch) < 0) == (error_of(&b->punch) < 0);
}

static int64_t apart(const struct doubtful_punch *a, const struct doubtful_punch *b)
{
    int64_t ms = a->punch.received_at_ms - b->punch.received_at_ms;

    return ms < 0 ? -ms : ms;
}

/* Rows of one terminal and day, by receipt.  The live one that came nearest and
 * does not put the punch after its receipt. */
static const struct doubtful_punch *nearest_live(const struct doubtful_punch *rows,
                                                 size_t count,
                                                 const struct doubtful_punch *of)
{
    const struct doubtful_punch *best = NULL;

    for (size_t i = 0; i < count; i++) {
        if (!is_live(&rows[i].punch) || !is_akin(&rows[i], of)) continue;
        if (error_of(&rows[i].punch) > error_of(&of->punch)) continue;
        if (!best || apart(&rows[i], of) < apart(best, of)) best = &rows[i];
    }
    return best;
}

static int64_t least_error_of_upload(const struct doubtful_punch *rows,
                                     size_t count,
                                     const struct doubtful_punch *of)
{
    int64_t least = error_of(&of->punch);

    for (size_t i = 0; i < count; i++) {
        if (rows[i].punch.received_at_ms != of->punch.received_at_ms) continue;
        if (is_akin(&rows[i], of) && error_of(&rows[i].punch) < least) {
            least = error_of(&rows[i].punch);
        }
    }
    return least;
}

static void propose(struct doubtful_punch *punch, const struct doubtful_punch *rows, size_t count)
{
    const struct doubtful_punch *live = nearest_live(rows, count, punch);

    if (is_live(&punch->punch)) {
        punch->basis = DOUBTFUL_LIVE;
        punch->proposed_moment = receipt_of(&punch->punch);
    } else if (live) {
        punch->basis = DOUBTFUL_DRIFT;
        punch->proposed_moment = punch->punch.moment + error_of(&live->punch);
    } else {
        punch->basis = DOUBTFUL_UPLOAD;
        punch->proposed_moment = punch->punch.moment + least_error_of_upload(rows, count, punch);
    }
}

static void propose_all(struct doubtful_punch *punches, size_t count)
{
    for (size_t first = 0, end = 0; first < count; first = end) {
        while (end < count && punches[end].day == punches[first].day &&
               text_equal(punches[end].punch.terminal, punches[first].punch.terminal)) {
            end++;
        }
        for (size_t i = first; i < end; i++) {
            propose(&punches[i], &punches[first], end - first);
        }
    }
}

/* ---- together ---- */

enum rc doubtful_list(struct derived *derived,
                      const struct picture *picture,
                      struct arena *mem,
                      struct doubtful_punch **out_punches,
                      size_t *out_count)
{
    struct gathering gathering = {.picture = picture, .mem = mem};

    TRY(derived_doubtful_punches(derived, gather, &gathering));
    if (gathering.count > 1) {
        qsort(gathering.punches, gathering.count, sizeof *gathering.punches, compare);
    }
    propose_all(gathering.punches, gathering.count);
    *out_punches = gathering.punches;
    *out_count = gathering.count;
    return RC_OK;
}

const struct doubtful_punch *doubtful_find(const struct doubtful_punch *punches,
                                           size_t count,
                                           int64_t position)
{
    for (size_t i = 0; i < count; i++) {
        if (punches[i].position == position) return &punches[i];
    }
    return NULL;
}
