#include "attendance/sheet_private.h"
#include "base/mem.h"

/* Whether the verdicts of an agency's people may be others by now; if so, its
 * watch begins anew. */
static bool wakes(struct sheet_agency *agency,
                  const struct place_report *place,
                  const struct sheet_context *context)
{
    bool is_late = context->now_ms >= agency->watch.time_at_ms;
    bool has_delivered = agency->watch.delivery_at_ms != INT64_MAX &&
                         place->delivered_to_ms >= agency->watch.delivery_at_ms;

    if (!is_late && !has_delivered && place->silent == agency->silent &&
        place->from_day == agency->from_day) {
        return false;
    }
    agency->watch = (struct judge_watch){INT64_MAX, INT64_MAX};
    agency->silent = place->silent;
    agency->from_day = place->from_day;
    return true;
}

enum rc sheet_refresh(struct sheet *sheet, const struct sheet_context *context)
{
    CLEANUP(mem_release) bool *awake = mem_alloc(sheet->agency_count, sizeof *awake);
    bool any = false;

    for (size_t i = 0; i < sheet->agency_count; i++) {
        struct place_report place = coverage_of(context->coverage, (int32_t)i);

        awake[i] = wakes(&sheet->agencies[i], &place, context);
        any = any || awake[i];
    }
    for (size_t person = 0; any && person < sheet->line_count; person++) {
        const struct line *line = &sheet->lines[person];

        if (!(line->set & LINE_ON_ROSTER) || !awake[line->agency]) continue;
        TRY(sheet_judge_counted(sheet, context, (int32_t)person));
    }
    return RC_OK;
}
