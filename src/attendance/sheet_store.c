#include "attendance/sheet_private.h"
#include "base/mem.h"

/* Beyond this, judging everybody in one walk is cheaper than one by one. */
enum { ONE_BY_ONE_MAX = 64 };

/* ---- building ---- */

static void enrol_everybody(struct sheet *sheet)
{
    for (size_t person = 0; person < sheet->line_count; person++) {
        sheet_enrol(sheet, (int32_t)person);
    }
}

static void begin_watching(struct sheet *sheet, const struct sheet_context *context)
{
    for (size_t agency = 0; agency < sheet->agency_count; agency++) {
        struct place_report place = coverage_of(context->coverage, (int32_t)agency, sheet->day);

        sheet->agencies[agency].watch = JUDGE_WATCH_NONE;
        sheet->agencies[agency].silent = place.silent;
        sheet->agencies[agency].from_day = place.from_day;
    }
}

enum rc sheet_build(const struct sheet_context *context, int32_t day, struct sheet **out_sheet)
{
    CLEANUP(sheet_free) struct sheet *sheet = sheet_new(context->picture, day);
    struct sheet_walk walk = {sheet, context, NONE};

    enrol_everybody(sheet);
    begin_watching(sheet, context);
    TRY(sheet_walk_days(&walk, day - 1, day + 1, sheet_walk_punch));
    for (size_t person = 0; person < sheet->line_count; person++) {
        if (!(sheet->lines[person].set & LINE_ON_ROSTER)) continue;
        TRY(sheet_judge(sheet, context, (int32_t)person));
        sheet_count(sheet, (int32_t)person);
    }
    sheet->judged_at_ms = context->now_ms;
    sheet->changed = sheet->all_changed = sheet->tallies_stale = sheet->watches_stale = true;
    TRY(sheet_find_queues(sheet, context));
    *out_sheet = TAKE(sheet);
    return RC_OK;
}

/* ---- loading ---- */

struct loading {
    struct sheet *sheet;
    uint8_t *loaded; /* of each person */
};

static void loading_done(struct loading *loading)
{
    mem_free(loading->loaded);
    sheet_free(&loading->sheet);
}

/* An agency that still waits for something begins its watch anew: which of its
 * lines are settled is not written. */
static void load_watch(void *visitor, const struct derived_watch *watch)
{
    struct loading *loading = visitor;
    struct sheet *sheet = loading->sheet;
    int32_t index = directory_find_agency(sheet->picture->directory, watch->agency);
    struct sheet_agency agency = sheet_agency_of(watch);

    if (index == NONE || !sheet_agency_is_settled(&agency)) return;
    sheet->agencies[index].watch = agency.watch;
    sheet->agencies[index].silent = agency.silent;
    sheet->agencies[index].from_day = agency.from_day;
}

/* Everybody is to be judged again, unless what is written says that it holds. */
static enum rc load_watches(struct loading *loading, const struct sheet_context *context)
{
    struct sheet *sheet = loading->sheet;
    struct derived_standing standing;

    for (size_t i = 0; i < sheet->agency_count; i++) {
        sheet->agencies[i].watch = (struct judge_watch){.time_at_ms = INT64_MIN};
    }
    TRY(derived_find_day(context->derived, sheet->day, &standing));
    sheet->judged_at_ms = standing.judged_at_ms;
    if (standing.as <= DERIVED_DAY_OPEN) {
        return derived_watches(context->derived, sheet->day, load_watch, loading);
    }
    sheet_ask_queues(sheet);
    return RC_OK;
}

static void load_line(void *visitor, int32_t person, const struct line *stored)
{
    struct loading *loading = visitor;
    struct sheet *sheet = loading->sheet;
    struct line *line;
    uint16_t agency;

    if (person < 0 || (size_t)person >= sheet->line_count) return;
    line = &sheet->lines[person];
    if (!(line->set & LINE_ON_ROSTER)) {
        sheet_mark(sheet, person); /* no longer: the stored line is to go */
        return;
    }
    agency = line->agency;
    *line = *stored;
    line->agency = agency;
    if (sheet_agency_is_settled(&sheet->agencies[agency])) line->set |= LINE_SETTLED;
    loading->loaded[person] = 1;
    sheet_count(sheet, person);
}

static size_t count_missing(const struct loading *loading)
{
    size_t missing = 0;

    for (size_t person = 0; person < loading->sheet->line_count; person++) {
        missing += !loading->loaded[person] && loading->sheet->lines[person].set & LINE_ON_ROSTER;
    }
    return missing;
}

static enum rc judge_missing(const struct loading *loading, const struct sheet_context *context)
{
    struct sheet *sheet = loading->sheet;

    for (size_t person = 0; person < sheet->line_count; person++) {
        if (loading->loaded[person] || !(sheet->lines[person].set & LINE_ON_ROSTER)) continue;
        TRY(sheet_judge_from_index(sheet, context, (int32_t)person));
        sheet_mark(sheet, (int32_t)person);
    }
    return RC_OK;
}

enum rc sheet_load(const struct sheet_context *context, int32_t day, struct sheet **out_sheet)
{
    CLEANUP(loading_done) struct loading loading = {.sheet = sheet_new(context->picture, day)};
    struct sheet *sheet = loading.sheet;
    struct sheet_walk walk = {sheet, context, NONE};
    size_t missing;

    loading.loaded = mem_alloc(sheet->line_count, 1);
    sheet->tallies_stale = true; /* people may be in other agencies by now */
    enrol_everybody(sheet);
    TRY(load_watches(&loading, context));
    TRY(derived_lines(context->derived, day, load_line, &loading));
    missing = count_missing(&loading);
    if (missing > ONE_BY_ONE_MAX) return sheet_build(context, day, out_sheet);

    TRY(sheet_walk_days(&walk, day, day, sheet_walk_unmapped));
    if (missing > 0) {
        TRY(judge_missing(&loading, context));
        sheet_ask_queues(sheet);
    }
    TRY(sheet_refresh(sheet, context));
    *out_sheet = TAKE(loading.sheet);
    return RC_OK;
}

/* ---- writing ---- */

static enum rc write_line(struct sheet *sheet, struct derived *derived, int32_t person)
{
    struct line *line = &sheet->lines[person];

    line->set = (uint8_t)(line->set & ~LINE_CHANGED);
    return derived_put_line(derived, sheet->day, person, line);
}

static enum rc write_lines(struct sheet *sheet, struct derived *derived)
{
    if (sheet->all_changed) {
        TRY(derived_clear_lines(derived, sheet->day));
        for (size_t person = 0; person < sheet->line_count; person++) {
            if (!(sheet->lines[person].set & LINE_ON_ROSTER)) continue;
            TRY(write_line(sheet, derived, (int32_t)person));
        }
    } else {
        for (size_t i = 0; i < sheet->changed_count; i++) {
            TRY(write_line(sheet, derived, sheet->changed_people[i]));
        }
    }
    sheet->changed_count = 0;
    sheet->all_changed = false;
    return RC_OK;
}

static enum rc put_tallies(const struct sheet *sheet, struct derived *derived, size_t agency)
{
    for (size_t kind = 0; kind < PERSON_KINDS; kind++) {
        struct tally tally = {.agency = sheet->picture->directory->agencies[agency].code,
                              .kind = (enum person_kind)kind,
                              .balance = sheet->kinds[agency * PERSON_KINDS + kind]};

        if (balance_strength(&tally.balance) == 0) continue;
        TRY(derived_put_tally(derived, sheet->day, &tally));
    }
    return RC_OK;
}

static enum rc write_tallies(struct sheet *sheet, struct derived *derived)
{
    const struct directory *directory = sheet->picture->directory;

    if (sheet->tallies_stale) TRY(derived_clear_tallies(derived, sheet->day));
    for (size_t i = 0; i < sheet->agency_count; i++) {
        if (!sheet->tallies_stale && !sheet->agencies[i].changed) continue;
        if (!sheet->tallies_stale) {
            TRY(derived_clear_tally(derived, sheet->day, directory->agencies[i].code));
        }
        TRY(put_tallies(sheet, derived, i));
        sheet->agencies[i].changed = false;
    }
    sheet->tallies_stale = false;
    return RC_OK;
}

static enum rc write_watches(struct sheet *sheet, struct derived *derived)
{
    const struct directory *directory = sheet->picture->directory;

    if (!sheet->watches_stale) return RC_OK;
    TRY(derived_clear_watches(derived, sheet->day));
    for (size_t i = 0; i < sheet->agency_count; i++) {
        const struct sheet_agency *agency = &sheet->agencies[i];
        struct derived_watch watch = {.agency = directory->agencies[i].code,
                                      .time_at_ms = agency->watch.time_at_ms,
                                      .delivery_at_ms = agency->watch.delivery_at_ms,
                                      .delivered_by_ms = agency->watch.delivered_by_ms,
                                      .silent = agency->silent,
                                      .from_day = agency->from_day};

        if (balance_strength(&sheet->balances[i]) == 0) continue;
        TRY(derived_put_watch(derived, sheet->day, &watch));
    }
    sheet->watches_stale = false;
    return RC_OK;
}

static enum derived_day standing_of(const struct sheet *sheet)
{
    if (sheet->queues_asked) return DERIVED_DAY_TOUCHED;
    return sheet->open_count > 0 ? DERIVED_DAY_OPEN : DERIVED_DAY_SETTLED;
}

enum rc sheet_write(struct sheet *sheet, const struct sheet_context *context)
{
    struct derived_standing standing = {standing_of(sheet), sheet->judged_at_ms};

    if (!sheet->changed) return RC_OK;
    TRY(write_lines(sheet, context->derived));
    TRY(write_tallies(sheet, context->derived));
    TRY(write_watches(sheet, context->derived));
    TRY(derived_put_day(context->derived, sheet->day, &standing));
    sheet->changed = false;
    return RC_OK;
}
