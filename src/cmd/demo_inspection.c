#include "cmd/demo_inspection.h"

#include "cmd/demo_inspection_private.h"
#include "cmd/founding.h"

struct demo_inspection *demo_inspection_new(struct app *app)
{
    struct demo_inspection *inspection = arena_one(app->mem, struct demo_inspection);

    inspection->app = app;
    inspection->mem = app->mem;
    return inspection;
}

int64_t demo_inspection_instant(const struct demo_inspection *inspection, int second)
{
    return instant_of_moment(moment_of(inspection->day, second), inspection->offset_minutes);
}

/* ---- acting ---- */

struct act demo_inspection_act(const struct demo_inspection *inspection,
                               enum act_kind kind,
                               struct text agency)
{
    struct act act = act_of(inspection->code, kind, agency);

    act.author = TEXT(FOUNDING_ACCOUNT);
    return act;
}

enum rc demo_inspection_record(const struct demo_inspection *inspection,
                               int64_t at_ms,
                               struct room_acting acting)
{
    acting.inspection = inspection->code;
    clock_init_standing(&inspection->app->clock, at_ms);
    return ledger_perform(inspection->app->ledger, &room_act_command, &acting, NULL);
}

enum rc demo_inspection_record_one(const struct demo_inspection *inspection,
                                   int64_t at_ms,
                                   struct act act)
{
    return demo_inspection_record(inspection, at_ms,
                                  (struct room_acting){.acts = &act, .act_count = 1});
}

/* ---- going on ---- */

static enum rc do_step(struct demo_inspection *inspection,
                       const struct demo_step *step,
                       struct problem *why)
{
    switch (step->kind) {
    case STEP_CALL:
        return demo_inspection_record_one(inspection, step->at_ms,
                                          demo_inspection_act(inspection, ACT_CALLED, step->code));
    case STEP_ANSWER:
        return demo_inspection_answer(inspection, step->code, step->at_ms);
    case STEP_STATE:
        return demo_inspection_state(inspection, step->code, SOURCE_FORM, step->at_ms);
    case STEP_END:
        return demo_inspection_record_one(inspection, step->at_ms,
                                          demo_inspection_act(inspection, step->end, step->code));
    case STEP_LAST:
        return demo_inspection_say_last(inspection, step->at_ms);
    case STEP_CLOSE:
        return demo_inspection_close(inspection, why);
    }
    return RC_INVALID;
}

/* The day that is being replayed. */
static enum rc learn_day(struct demo_inspection *inspection, int64_t until_ms, struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};

    TRY(app_view_open(inspection->app, AS_OF_NOW, &view, why));
    inspection->offset_minutes = view.picture->directory->offset_minutes;
    inspection->day = moment_day(moment_at(until_ms, inspection->offset_minutes));
    return RC_OK;
}

enum rc demo_inspection_until(void *owner, int64_t until_ms, struct problem *why)
{
    struct demo_inspection *inspection = owner;

    if (day_is_none(inspection->day)) TRY(learn_day(inspection, until_ms, why));
    if (until_ms < demo_inspection_instant(inspection, DEMO_OPENED_SECOND)) return RC_OK;
    if (!inspection->opened) TRY(demo_inspection_open(inspection, why));
    while (inspection->done < inspection->step_count &&
           inspection->steps[inspection->done].at_ms <= until_ms) {
        TRY(do_step(inspection, &inspection->steps[inspection->done], why));
        inspection->done++;
    }
    return RC_OK;
}
