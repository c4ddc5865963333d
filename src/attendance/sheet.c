#include "attendance/sheet.h"

#include "base/mem.h"
#include "rules/state.h"

#include <stdlib.h>

/* ---- making room ---- */

static struct sheet *sheet_new(const struct picture *picture, int32_t day)
{
    struct sheet *sheet = mem_alloc(1, sizeof *sheet);

    sheet->day = day;
    sheet->line_count = picture->directory->person_count;
    sheet->agency_count = picture->directory->agency_count;
    sheet->lines = mem_alloc(sheet->line_count, sizeof *sheet->lines);
    sheet->balances = mem_alloc(sheet->agency_count, sizeof *sheet->balances);
    sheet->agency_set = mem_alloc(sheet->agency_count, 1);
    return sheet;
}

void sheet_free(struct sheet **sheet)
{
    if (!*sheet) return;
    mem_free((*sheet)->lines);
    mem_free((*sheet)->balances);
    mem_free((*sheet)->agency_set);
    mem_free(*sheet);
    *sheet = NULL;
}

static void clear_line(struct line *line)
{
    *line = (struct line){
        .earliest = LINE_NONE, .latest = LINE_NONE, .first_in = LINE_NONE, .last_out = LINE_NONE};
}

/* Put the person on the roster of the day, without a state yet. */
static void enrol(struct sheet *sheet, const struct picture *picture, int32_t person)
{
    struct line *line = &sheet->lines[person];

    clear_line(line);
    if (!directory_is_active(picture->directory, person, sheet->day)) return;
    line->set = LINE_ON_ROSTER;
    line->agency = (uint16_t)directory_agency_of(picture->directory, person, sheet->day);
}

/* ---- counting ---- */

static bool is_open(const struct line *line)
{
    return !(line->set & LINE_SETTLED);
}

/* The counter of the minute in which the person came, or NULL. */
static int32_t *arrival_of(struct sheet *sheet, const struct line *line)
{
    if (line->state != STATE_ON_TIME && line->state != STATE_LATE) return NULL;
    if (line->first_in < 0 || line->first_in >= SECONDS_PER_DAY) return NULL;
    return &sheet->arrivals[line->first_in / 60][line->state == STATE_LATE];
}

static void count(struct sheet *sheet, const struct line *line)
{
    int32_t *arrival = arrival_of(sheet, line);

    balance_enter(&sheet->balances[line->agency], (enum state)line->state, (enum mode)line->mode);
    sheet->open_count += is_open(line);
    if (arrival) (*arrival)++;
}

static void uncount(struct sheet *sheet, const struct line *line)
{
    int32_t *arrival = arrival_of(sheet, line);

    balance_leave(&sheet->balances[line->agency], (enum state)line->state, (enum mode)line->mode);
    sheet->open_count -= is_open(line);
    if (arrival) (*arrival)--;
}

static bool differs(const struct line *a, const struct line *b)
{
    return a->state != b->state || a->mode != b->mode || a->because != b->because ||
           a->flags != b->flags || a->earliest != b->earliest || a->latest != b->latest ||
           a->first_in != b->first_in || a->last_out != b->last_out ||
           a->punch_count != b->punch_count || a->punch_flags != b->punch_flags ||
           a->late_minutes != b->late_minutes || a->early_minutes != b->early_minutes;
}

/* ---- judging ---- */

/* The moments of the window of a person, for patterns that pair them. */
struct moments {
    struct judge *judge;
    int32_t person;
    int32_t day;
    int64_t until_ms;
    const struct picture *picture;
    int64_t *at;
    size_t count, capacity;
};

static void note_moment(void *visitor, const struct derived_punch *found)
{
    struct moments *moments = visitor;
    int32_t day = 0;

    if (found->punch.flags & PUNCH_TIME || found->punch.received_at_ms > moments->until_ms) return;
    if (picture_resolve(moments->picture, &found->punch) != moments->person) return;
    if (!judge_day_of(moments->judge, moments->person, found->punch.moment, &day)) return;
    if (day != moments->day) return;
    if (moments->count == moments->capacity) {
        moments->capacity = moments->capacity ? moments->capacity * 2 : 16;
        moments->at = mem_resize(moments->at, moments->capacity, sizeof *moments->at);
    }
    moments->at[moments->count++] = found->punch.moment;
}

/* Visit the punches filed around the day under any PIN of the person. */
static enum rc visit_person(const struct sheet_context *context,
                            int32_t day,
                            int32_t person,
                            derived_punch_visitor *visit,
                            void *visitor)
{
    const struct directory *directory = context->picture->directory;
    struct text last = {NULL, 0};

    for (size_t i = 0; i < directory->enrolment_count && directory->people[person].pin_count > 0;
         i++) {
        const struct directory_enrolment *enrolment = &directory->enrolments[i];

        if (enrolment->person != person || (last.at && text_equal(last, enrolment->pin))) continue;
        last = enrolment->pin;
        TRY(derived_punches_of(context->derived, last, day - 1, day + 1, visit, visitor));
    }
    if (last.at && text_equal(last, directory->people[person].number)) return RC_OK;
    return derived_punches_of(context->derived, directory->people[person].number, day - 1, day + 1,
                              visit, visitor);
}

static int compare_moments(const void *a, const void *b)
{
    int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;

    return (first > second) - (first < second);
}

static enum rc judge_line_of(struct sheet *sheet,
                             const struct sheet_context *context,
                             int32_t person)
{
    struct line *line = &sheet->lines[person];
    struct place_report place = coverage_of(context->coverage, line->agency);
    int32_t at = context->picture->place_of[line->agency];
    struct moments moments = {.judge = context->judge,
                              .person = person,
                              .day = sheet->day,
                              .until_ms = context->received_until_ms,
                              .picture = context->picture};

    place.unmapped = at != NONE && (sheet->agency_set[at] & SHEET_AGENCY_UNMAPPED);
    if (line->punch_count > 0 && judge_needs_moments(context->judge, person, sheet->day)) {
        TRY(visit_person(context, sheet->day, person, note_moment, &moments));
        qsort(moments.at, moments.count, sizeof *moments.at, compare_moments);
    }
    judge_line(context->judge, person, sheet->day, &place,
               moments.count == line->punch_count ? moments.at : NULL, context->now_ms, line);
    mem_free(moments.at);
    return RC_OK;
}

/* Judge a counted line again and keep the books. */
static enum rc judge_counted(struct sheet *sheet,
                             const struct sheet_context *context,
                             int32_t person,
                             const struct line *before)
{
    struct line *line = &sheet->lines[person];

    TRY(judge_line_of(sheet, context, person));
    uncount(sheet, before);
    count(sheet, line);
    if (!differs(before, line)) return RC_OK;
    line->set |= LINE_CHANGED;
    sheet->agency_set[line->agency] |= SHEET_AGENCY_CHANGED;
    sheet->changed = true;
    return RC_OK;
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
static void take_punch(struct sheet *sheet, int32_t person, const struct punch *punch)
{
    struct line *line = &sheet->lines[person];
    unsigned flags = judge_punch_flags(punch);

    if (punch->flags & PUNCH_TIME) {
        line->punch_flags = (uint16_t)(line->punch_flags | flags);
        return;
    }
    add_to_line(line, (int32_t)(punch->moment - moment_of(day_from_number(sheet->day), 0)), flags);
}

static bool belongs(const struct sheet *sheet,
                    const struct sheet_context *context,
                    int32_t person,
                    const struct punch *punch)
{
    int32_t day = 0;

    if (!(sheet->lines[person].set & LINE_ON_ROSTER)) return false;
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
    take_punch(sheet, person, punch);
    return judge_counted(sheet, context, person, &before);
}

/* The agency whose terminal it is, for a punch that maps to nobody. */
static int32_t place_of_punch(const struct picture *picture, const struct punch *punch)
{
    int32_t terminal = picture_find_terminal(picture, punch->terminal);

    return terminal == NONE ? NONE : picture->terminal_agency[terminal];
}

enum rc sheet_add_unmapped(struct sheet *sheet, const struct sheet_context *context, int32_t agency)
{
    if (agency == NONE || (sheet->agency_set[agency] & SHEET_AGENCY_UNMAPPED)) return RC_OK;
    sheet->agency_set[agency] |= SHEET_AGENCY_UNMAPPED;
    return sheet_refresh(sheet, context);
}

/* One walk over the punches filed around the day. */
struct walk {
    struct sheet *sheet;
    const struct sheet_context *context;
    int32_t only; /* a person, or NONE: everybody */
};

static void walk_punch(void *visitor, const struct derived_punch *found)
{
    struct walk *walk = visitor;
    const struct sheet_context *context = walk->context;
    const struct punch *punch = &found->punch;
    int32_t person, agency;

    if (punch->received_at_ms > context->received_until_ms) return;
    person = picture_resolve(context->picture, punch);
    if (person != NONE) {
        if (walk->only != NONE && walk->only != person) return;
        if (belongs(walk->sheet, context, person, punch)) take_punch(walk->sheet, person, punch);
        return;
    }
    agency = place_of_punch(context->picture, punch);
    if (agency != NONE && punch_day(punch) == walk->sheet->day) {
        walk->sheet->agency_set[agency] |= SHEET_AGENCY_UNMAPPED;
    }
}

/* ---- whole sheets ---- */

enum rc sheet_build(const struct sheet_context *context, int32_t day, struct sheet **out_sheet)
{
    CLEANUP(sheet_free) struct sheet *sheet = sheet_new(context->picture, day);
    struct walk walk = {sheet, context, NONE};

    for (size_t person = 0; person < sheet->line_count; person++) {
        enrol(sheet, context->picture, (int32_t)person);
    }
    TRY(derived_punches_between(context->derived, day - 1, day + 1, walk_punch, &walk));
    for (size_t person = 0; person < sheet->line_count; person++) {
        struct line *line = &sheet->lines[person];

        line->set |= LINE_CHANGED;
        if (!(line->set & LINE_ON_ROSTER)) continue;
        TRY(judge_line_of(sheet, context, (int32_t)person));
        count(sheet, line);
    }
    for (size_t agency = 0; agency < sheet->agency_count; agency++) {
        sheet->agency_set[agency] |= SHEET_AGENCY_CHANGED;
    }
    sheet->changed = true;
    *out_sheet = TAKE(sheet);
    return RC_OK;
}

struct loading {
    struct sheet *sheet;
    const struct picture *picture;
};

static void load_line(void *visitor, int32_t person, const struct line *stored)
{
    struct loading *loading = visitor;
    struct line *line;
    uint16_t agency;

    if (person < 0 || (size_t)person >= loading->sheet->line_count) return;
    line = &loading->sheet->lines[person];
    if (!(line->set & LINE_ON_ROSTER)) return;
    agency = line->agency;
    *line = *stored;
    line->agency = agency;
    count(loading->sheet, line);
}

static void walk_unmapped(void *visitor, const struct derived_punch *found)
{
    struct walk *walk = visitor;

    if (picture_resolve(walk->context->picture, &found->punch) == NONE) walk_punch(walk, found);
}

enum rc sheet_load(const struct sheet_context *context, int32_t day, struct sheet **out_sheet)
{
    CLEANUP(sheet_free) struct sheet *sheet = sheet_new(context->picture, day);
    struct loading loading = {sheet, context->picture};
    struct walk walk = {sheet, context, NONE};

    for (size_t person = 0; person < sheet->line_count; person++) {
        enrol(sheet, context->picture, (int32_t)person);
    }
    TRY(derived_lines(context->derived, day, load_line, &loading));
    TRY(derived_punches_between(context->derived, day, day, walk_unmapped, &walk));
    *out_sheet = TAKE(sheet);
    return RC_OK;
}

enum rc sheet_judge_again(struct sheet *sheet, const struct sheet_context *context, int32_t person)
{
    struct line before = sheet->lines[person];
    struct walk walk = {sheet, context, person};
    struct line *line = &sheet->lines[person];

    enrol(sheet, context->picture, person);
    if (before.set & LINE_ON_ROSTER) {
        uncount(sheet, &before);
        sheet->agency_set[before.agency] |= SHEET_AGENCY_CHANGED;
    }
    line->set |= LINE_CHANGED;
    sheet->changed = true;
    if (!(line->set & LINE_ON_ROSTER)) return RC_OK;
    TRY(visit_person(context, sheet->day, person, walk_punch, &walk));
    TRY(judge_line_of(sheet, context, person));
    count(sheet, line);
    sheet->agency_set[line->agency] |= SHEET_AGENCY_CHANGED;
    return RC_OK;
}

enum rc sheet_one_line(const struct sheet_context *context,
                       int32_t day,
                       int32_t person,
                       struct line *out_line,
                       struct place_report *out_place)
{
    CLEANUP(sheet_free) struct sheet *sheet = sheet_new(context->picture, day);
    struct walk walk = {sheet, context, person};
    int32_t place = NONE;

    enrol(sheet, context->picture, person);
    *out_line = sheet->lines[person];
    *out_place = (struct place_report){.delivered_to_ms = INT64_MAX};
    if (!(out_line->set & LINE_ON_ROSTER)) return RC_OK;
    TRY(visit_person(context, day, person, walk_punch, &walk));
    TRY(derived_punches_between(context->derived, day, day, walk_unmapped, &walk));
    TRY(judge_line_of(sheet, context, person));
    *out_line = sheet->lines[person];
    *out_place = coverage_of(context->coverage, out_line->agency);
    place = context->picture->place_of[out_line->agency];
    out_place->unmapped = place != NONE && (sheet->agency_set[place] & SHEET_AGENCY_UNMAPPED);
    return RC_OK;
}

enum rc sheet_refresh(struct sheet *sheet, const struct sheet_context *context)
{
    for (size_t person = 0; person < sheet->line_count; person++) {
        struct line before = sheet->lines[person];

        if (!(before.set & LINE_ON_ROSTER)) continue;
        TRY(judge_counted(sheet, context, (int32_t)person, &before));
    }
    return RC_OK;
}

/* ---- writing ---- */

static enum rc write_tallies(struct sheet *sheet, const struct sheet_context *context)
{
    enum { KINDS = 8 };
    const struct directory *directory = context->picture->directory;
    struct balance *sums = mem_alloc(sheet->agency_count * KINDS, sizeof *sums);
    enum rc rc = RC_OK;

    for (size_t person = 0; person < sheet->line_count; person++) {
        const struct line *line = &sheet->lines[person];
        size_t kind = (size_t)directory->people[person].kind;

        assert(kind < KINDS);
        if (!(line->set & LINE_ON_ROSTER)) continue;
        balance_enter(&sums[line->agency * KINDS + kind], (enum state)line->state,
                      (enum mode)line->mode);
    }
    for (size_t agency = 0; agency < sheet->agency_count && rc == RC_OK; agency++) {
        struct text code = directory->agencies[agency].code;

        if (!(sheet->agency_set[agency] & SHEET_AGENCY_CHANGED)) continue;
        rc = derived_clear_tally(context->derived, sheet->day, code);
        for (size_t kind = 0; kind < KINDS && rc == RC_OK; kind++) {
            struct tally tally = {code, (enum person_kind)kind, sums[agency * KINDS + kind]};

            if (balance_strength(&tally.balance) == 0) continue;
            rc = derived_put_tally(context->derived, sheet->day, &tally);
        }
        sheet->agency_set[agency] = (uint8_t)(sheet->agency_set[agency] & ~SHEET_AGENCY_CHANGED);
    }
    mem_free(sums);
    return rc;
}

enum rc sheet_write(struct sheet *sheet, const struct sheet_context *context)
{
    if (!sheet->changed) return RC_OK;
    for (size_t person = 0; person < sheet->line_count; person++) {
        struct line *line = &sheet->lines[person];

        if (!(line->set & LINE_CHANGED)) continue;
        TRY(derived_put_line(context->derived, sheet->day, (int32_t)person, line));
        line->set = (uint8_t)(line->set & ~LINE_CHANGED);
    }
    TRY(write_tallies(sheet, context));
    TRY(derived_put_day(context->derived, sheet->day, sheet->open_count > 0));
    sheet->changed = false;
    return RC_OK;
}

void sheet_check(const struct sheet *sheet, const struct picture *picture)
{
    struct balance *sums = mem_alloc(sheet->agency_count, sizeof *sums);
    size_t open = 0;

    assert(sheet->line_count == picture->directory->person_count);
    for (size_t person = 0; person < sheet->line_count; person++) {
        const struct line *line = &sheet->lines[person];

        if (!(line->set & LINE_ON_ROSTER)) continue;
        balance_enter(&sums[line->agency], (enum state)line->state, (enum mode)line->mode);
        open += is_open(line);
    }
    for (size_t agency = 0; agency < sheet->agency_count; agency++) {
        assert(balance_equal(&sums[agency], &sheet->balances[agency]));
    }
    assert(open == sheet->open_count);
    mem_free(sums);
}
