#include "attendance/sheet_private.h"
#include "base/mem.h"

/* ---- what holds ---- */

/* Only these two things are asked of the day on which a place began to record. */
static bool is_same_reach(int32_t day, int32_t a, int32_t b)
{
    return (day < a) == (day < b) && (a == INT32_MAX) == (b == INT32_MAX);
}

bool sheet_agency_is_settled(const struct sheet_agency *agency)
{
    return agency->watch.time_at_ms == INT64_MAX && agency->watch.delivery_at_ms == INT64_MAX &&
           agency->from_day != INT32_MAX;
}

bool sheet_agency_holds(const struct sheet_agency *agency,
                        int32_t day,
                        const struct place_report *place,
                        int64_t now_ms)
{
    const struct judge_watch *watch = &agency->watch;
    bool awaits_delivery = watch->delivery_at_ms != INT64_MAX;

    if (now_ms >= watch->time_at_ms) return false;
    if (awaits_delivery && place->delivered_to_ms >= watch->delivery_at_ms) return false;
    if (place->delivered_to_ms < watch->delivered_by_ms) return false;
    if (!is_same_reach(day, agency->from_day, place->from_day)) return false;
    return place->silent == agency->silent || sheet_agency_is_settled(agency);
}

struct sheet_agency sheet_agency_of(const struct derived_watch *watch)
{
    return (struct sheet_agency){
        .watch = {watch->time_at_ms, watch->delivery_at_ms, watch->delivered_by_ms},
        .silent = watch->silent,
        .from_day = watch->from_day,
    };
}

/* ---- what is written ---- */

struct holding {
    const struct sheet_context *context;
    int32_t day;
    bool holds;
};

static void look_at_watch(void *visitor, const struct derived_watch *watch)
{
    struct holding *holding = visitor;
    const struct sheet_context *context = holding->context;
    int32_t index = directory_find_agency(context->picture->directory, watch->agency);
    struct sheet_agency agency = sheet_agency_of(watch);
    struct place_report place = coverage_of(context->coverage, index, holding->day);

    if (!sheet_agency_holds(&agency, holding->day, &place, context->now_ms)) {
        holding->holds = false;
    }
}

enum rc sheet_holds(const struct sheet_context *context, int32_t day, bool *out_holds)
{
    struct holding holding = {.context = context, .day = day};
    struct derived_standing standing;

    TRY(derived_find_day(context->derived, day, &standing));
    holding.holds = standing.as <= DERIVED_DAY_OPEN && context->now_ms >= standing.judged_at_ms;
    if (holding.holds) TRY(derived_watches(context->derived, day, look_at_watch, &holding));
    *out_holds = holding.holds;
    return RC_OK;
}

/* ---- in memory ---- */

/* The verdicts of an agency's people may be others by now: its watch begins anew. */
static void wake(struct sheet *sheet, size_t agency, const struct place_report *place)
{
    sheet->agencies[agency].watch = JUDGE_WATCH_NONE;
    sheet->agencies[agency].silent = place->silent;
    sheet->agencies[agency].from_day = place->from_day;
    sheet->changed = sheet->watches_stale = true;
}

static bool wake_agencies(struct sheet *sheet, const struct sheet_context *context, bool *awake)
{
    bool went_back = context->now_ms < sheet->judged_at_ms; /* the clock was put right */
    bool any = false;

    if (went_back) sheet->judged_at_ms = context->now_ms;
    for (size_t i = 0; i < sheet->agency_count; i++) {
        struct place_report place = coverage_of(context->coverage, (int32_t)i, sheet->day);

        if (!went_back &&
            sheet_agency_holds(&sheet->agencies[i], sheet->day, &place, context->now_ms)) {
            continue;
        }
        wake(sheet, i, &place);
        awake[i] = any = true;
    }
    return any;
}

enum rc sheet_refresh(struct sheet *sheet, const struct sheet_context *context)
{
    CLEANUP(mem_release) bool *awake = mem_alloc(sheet->agency_count, sizeof *awake);

    if (!wake_agencies(sheet, context, awake)) return RC_OK;
    for (size_t person = 0; person < sheet->line_count; person++) {
        const struct line *line = &sheet->lines[person];

        if (!(line->set & LINE_ON_ROSTER) || !awake[line->agency]) continue;
        TRY(sheet_judge_counted(sheet, context, (int32_t)person));
    }
    return RC_OK;
}
