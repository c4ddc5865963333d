#include "attendance/sheet_private.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* ---- judging ---- */

static bool differs(const struct line *a, const struct line *b)
{
    return a->state != b->state || a->mode != b->mode || a->because != b->because ||
           a->flags != b->flags || a->earliest != b->earliest || a->latest != b->latest ||
           a->first_in != b->first_in || a->last_out != b->last_out ||
           a->punch_count != b->punch_count || a->punch_flags != b->punch_flags ||
           a->late_minutes != b->late_minutes || a->early_minutes != b->early_minutes;
}

/* Read the punches filed around the day under any PIN of the person. */
struct person_visit {
    const struct sheet_context *context;
    int32_t day;
    derived_punch_visitor *visit;
    void *visitor;
    enum rc rc;
};

static void visit_pin(void *visitor, struct text pin)
{
    struct person_visit *of = visitor;
    struct review_walk walk = {&of->context->picture->reviews,
                               of->context->derived,
                               of->day - 1,
                               of->day + 1,
                               of->visit,
                               of->visitor};

    if (of->rc == RC_OK) of->rc = review_punches_of(&walk, pin);
}

static enum rc visit_person(const struct sheet_context *context,
                            int32_t day,
                            int32_t person,
                            derived_punch_visitor *visit,
                            void *visitor)
{
    struct person_visit of = {context, day, visit, visitor, RC_OK};

    directory_pins_of(context->picture->directory, person, visit_pin, &of);
    return of.rc;
}

/* The moments of the window of a person, for patterns that pair them. */
struct moments {
    const struct sheet_context *context;
    int32_t person;
    int32_t day;
    int64_t *at;
    size_t count, capacity;
};

static void moments_done(struct moments *moments)
{
    mem_free(moments->at);
}

static void note_moment(void *visitor, const struct derived_punch *found)
{
    struct moments *moments = visitor;
    const struct sheet_context *context = moments->context;
    const struct punch *punch = &found->punch;
    int32_t day = 0;

    if (punch->flags & PUNCH_TIME || punch->received_at_ms > context->received_until_ms) return;
    if (picture_resolve(context->picture, punch) != moments->person) return;
    if (!judge_day_of(context->judge, moments->person, punch->moment, &day)) return;
    if (day != moments->day) return;
    if (moments->count == moments->capacity) {
        moments->capacity = moments->capacity ? moments->capacity * 2 : 16;
        moments->at = mem_resize(moments->at, moments->capacity, sizeof *moments->at);
    }
    moments->at[moments->count++] = punch->moment;
}

static int compare_moments(const void *a, const void *b)
{
    int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;

    return (first > second) - (first < second);
}

static enum rc find_moments(struct moments *moments)
{
    TRY(visit_person(moments->context, moments->day, moments->person, note_moment, moments));
    if (moments->count > 1) {
        qsort(moments->at, moments->count, sizeof *moments->at, compare_moments);
    }
    return RC_OK;
}

/* The people of an agency are watched together: it holds what holds for all. */
static void watch_too(struct sheet *sheet, uint16_t agency, const struct judge_watch *watch)
{
    struct judge_watch *all = &sheet->agencies[agency].watch;
    struct judge_watch before = *all;

    if (watch->time_at_ms < all->time_at_ms) all->time_at_ms = watch->time_at_ms;
    if (watch->delivery_at_ms < all->delivery_at_ms) all->delivery_at_ms = watch->delivery_at_ms;
    if (watch->delivered_by_ms > all->delivered_by_ms) {
        all->delivered_by_ms = watch->delivered_by_ms;
    }
    if (memcmp(all, &before, sizeof before) == 0) return;
    sheet->changed = sheet->watches_stale = true;
}

static struct place_report place_of_agency(const struct sheet *sheet,
                                           const struct sheet_context *context,
                                           int32_t agency)
{
    struct place_report report = coverage_of(context->coverage, agency, sheet->day);
    int32_t at = sheet->era->place_of[agency];

    report.unmapped = at != NONE && sheet->agencies[at].unmapped;
    return report;
}

enum rc sheet_judge(struct sheet *sheet, const struct sheet_context *context, int32_t person)
{
    CLEANUP(moments_done)
    struct moments moments = {.context = context, .person = person, .day = sheet->day};
    struct line *line = &sheet->lines[person];
    struct judge_request request = {.person = person,
                                    .day = sheet->day,
                                    .place = place_of_agency(sheet, context, line->agency),
                                    .now_ms = context->now_ms};
    struct judge_watch watch;

    if (line->punch_count > 0 && judge_needs_moments(context->judge, person, sheet->day)) {
        TRY(find_moments(&moments));
        if (moments.count == line->punch_count) request.moments = moments.at;
    }
    judge_line(context->judge, &request, line, &watch);
    watch_too(sheet, line->agency, &watch);
    if (context->now_ms > sheet->judged_at_ms) sheet->judged_at_ms = context->now_ms;
    return RC_OK;
}

enum rc sheet_judge_noted(struct sheet *sheet,
                          const struct sheet_context *context,
                          int32_t person,
                          const struct line *before)
{
    struct line *line = &sheet->lines[person];

    TRY(sheet_judge(sheet, context, person));
    sheet_uncount(sheet, person, before);
    sheet_count(sheet, person);
    if (differs(before, line)) sheet_mark(sheet, person);
    if (sheet_line_is_open(before) != sheet_line_is_open(line)) sheet->changed = true;
    return RC_OK;
}

enum rc sheet_judge_counted(struct sheet *sheet,
                            const struct sheet_context *context,
                            int32_t person)
{
    struct line before = sheet->lines[person];

    return sheet_judge_noted(sheet, context, person, &before);
}

/* ---- punches ---- */

static void add_to_line(struct line *line, int32_t second, unsigned flags)
{
    if (line->earliest == LINE_NONE || second < line->earliest) line->earliest = second;
    if (line->latest == LINE_NONE || second > line->latest) line->latest = second;
    if (line->punch_count < UINT16_MAX) line->punch_count++;
    line->punch_flags = (uint16_t)(line->punch_flags | flags);
}

/* Let a punch into the line of its day; one with a doubtful clock only leaves
 * its mark, for a person to review. */
void sheet_note_punch(struct sheet *sheet, int32_t person, const struct punch *punch)
{
    struct line *line = &sheet->lines[person];
    unsigned flags = judge_punch_flags(punch);

    if (punch->flags & PUNCH_TIME) {
        line->punch_flags = (uint16_t)(line->punch_flags | flags);
        return;
    }
    add_to_line(line, (int32_t)(punch->moment - moment_of(day_from_number(sheet->day), 0)), flags);
}

bool sheet_has(const struct sheet *sheet, int32_t person)
{
    return (sheet->lines[person].set & LINE_ON_ROSTER) != 0;
}

static bool belongs(const struct sheet *sheet,
                    const struct sheet_context *context,
                    int32_t person,
                    const struct punch *punch)
{
    int32_t day = 0;

    if (!sheet_has(sheet, person)) return false;
    if (punch->flags & PUNCH_TIME) return punch_day(punch) == sheet->day;
    return judge_day_of(context->judge, person, punch->moment, &day) && day == sheet->day;
}

enum rc sheet_add_punch(struct sheet *sheet,
                        const struct sheet_context *context,
                        int32_t person,
                        const struct punch *punch)
{
    struct line before = sheet->lines[person];

    if (!belongs(sheet, context, person, punch)) return RC_OK;
    sheet_note_punch(sheet, person, punch);
    return sheet_judge_noted(sheet, context, person, &before);
}

enum rc sheet_add_unmapped(struct sheet *sheet, const struct sheet_context *context, int32_t agency)
{
    if (agency == NONE || sheet->agencies[agency].unmapped) return RC_OK;
    sheet->agencies[agency].unmapped = true;
    for (size_t person = 0; person < sheet->line_count; person++) {
        const struct line *line = &sheet->lines[person];

        if (!(line->set & LINE_ON_ROSTER)) continue;
        if (sheet->era->place_of[line->agency] != agency) continue;
        TRY(sheet_judge_counted(sheet, context, (int32_t)person));
    }
    return RC_OK;
}

static void walk_unmapped(struct sheet_walk *walk, const struct punch *punch)
{
    int32_t day = walk->sheet->day;
    int32_t agency = picture_agency_of_terminal(walk->context->picture, punch->terminal, day);

    if (agency == NONE || punch_day(punch) != day) return;
    walk->sheet->agencies[agency].unmapped = true;
}

void sheet_walk_punch(void *visitor, const struct derived_punch *found)
{
    struct sheet_walk *walk = visitor;
    const struct sheet_context *context = walk->context;
    const struct punch *punch = &found->punch;
    int32_t person;

    if (punch->received_at_ms > context->received_until_ms) return;
    person = picture_resolve(context->picture, punch);
    if (person == NONE) {
        walk_unmapped(walk, punch);
        return;
    }
    if (walk->only != NONE && walk->only != person) return;
    if (belongs(walk->sheet, context, person, punch)) sheet_note_punch(walk->sheet, person, punch);
}

enum rc sheet_walk_days(struct sheet_walk *walk,
                        int32_t from,
                        int32_t to,
                        derived_punch_visitor *visit)
{
    const struct sheet_context *context = walk->context;

    return review_punches_between(
        &(struct review_walk){&context->picture->reviews, context->derived, from, to, visit, walk});
}

void sheet_walk_unmapped(void *visitor, const struct derived_punch *found)
{
    struct sheet_walk *walk = visitor;

    if (picture_resolve(walk->context->picture, &found->punch) == NONE) {
        sheet_walk_punch(walk, found);
    }
}

/* ---- one person ---- */

enum rc sheet_judge_from_index(struct sheet *sheet,
                               const struct sheet_context *context,
                               int32_t person)
{
    struct sheet_walk walk = {sheet, context, person};

    TRY(visit_person(context, sheet->day, person, sheet_walk_punch, &walk));
    TRY(sheet_judge(sheet, context, person));
    sheet_count(sheet, person);
    return RC_OK;
}

enum rc sheet_judge_again(struct sheet *sheet, const struct sheet_context *context, int32_t person)
{
    const struct line *line = &sheet->lines[person];

    if (line->set & LINE_ON_ROSTER) {
        sheet_uncount(sheet, person, line);
        sheet->agencies[line->agency].changed = true;
    }
    sheet_enrol(sheet, person);
    if (line->set & LINE_ON_ROSTER) TRY(sheet_judge_from_index(sheet, context, person));
    sheet_mark(sheet, person);
    sheet_ask_queues(sheet);
    return RC_OK;
}

enum rc sheet_one_line(const struct sheet_context *context,
                       int32_t day,
                       int32_t person,
                       struct line *out_line,
                       struct place_report *out_place)
{
    CLEANUP(sheet_free) struct sheet *sheet = sheet_new(context->picture, day);
    struct sheet_walk walk = {sheet, context, person};
    const struct line *line = &sheet->lines[person];

    sheet_enrol(sheet, person);
    *out_line = *line;
    *out_place = (struct place_report){.delivered_to_ms = INT64_MAX, .from_day = INT32_MIN};
    if (!(line->set & LINE_ON_ROSTER)) return RC_OK;
    TRY(sheet_walk_days(&walk, day, day, sheet_walk_unmapped));
    TRY(sheet_judge_from_index(sheet, context, person));
    TRY(sheet_find_queues(sheet, context));
    *out_line = *line;
    *out_place = place_of_agency(sheet, context, line->agency);
    return RC_OK;
}
