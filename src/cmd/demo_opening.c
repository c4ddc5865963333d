#include "cmd/demo_inspection_private.h"
#include "cmd/founding.h"

enum { MISSING_MAX = 1000 };

static const struct inspection_member members[] = {
    {.name = TEXT_INIT("Kepala BKPSDMD"),
     .title = TEXT_INIT("Ketua tim"),
     .part = MEMBER_MODERATOR},
    {.name = TEXT_INIT("Kepala Bidang Disiplin BKPSDMD"),
     .title = TEXT_INIT("Notulis"),
     .part = MEMBER_RECORDER},
    {.name = TEXT_INIT("Wali Kota Jambi"), .part = MEMBER_OFFICIAL},
    {.name = TEXT_INIT("Sekretaris Daerah"), .part = MEMBER_OFFICIAL},
    {.name = TEXT_INIT("Kepala Dinas Komunikasi dan Informatika"), .part = MEMBER_OFFICIAL},
};

/* ---- planning ---- */

/* The plan and its members, in one transaction. */
static enum rc apply_plan(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct inspection_planning *planning = request;

    TRY(inspection_plan_command.apply(tx, planning, why));
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        struct inspection_member member = members[i];

        member.inspection = planning->plan.inspection;
        member.author = TEXT(FOUNDING_ACCOUNT);
        TRY(inspection_member_command.apply(tx, &member, why));
    }
    return RC_OK;
}

static const struct ledger_command plan_command = {.name = "demo_plan", .apply = apply_plan};

static enum rc plan(struct demo_inspection *inspection, struct problem *why)
{
    struct inspection_planning planning = {
        .plan = {.kind = INSPECTION_SURPRISE,
                 .title = TEXT("Sidak virtual hari pertama kerja setelah Lebaran"),
                 .day = inspection->day,
                 .planned_second = DEMO_OPENED_SECOND - 3 * 60,
                 .leader = TEXT("Wakil Wali Kota Jambi"),
                 .place = TEXT("Ruang kendali JCOC"),
                 .medium = TEXT("Ruang video Hadir"),
                 .basis = TEXT("Hari kerja pertama setelah cuti bersama Idul Fitri 1442 H"),
                 .groups = GROUP_ALL,
                 .author = TEXT(FOUNDING_ACCOUNT)}};

    TRY(ledger_perform(inspection->app->ledger, &plan_command, &planning, why));
    inspection->code = arena_text(inspection->mem, text_of(planning.code));
    return RC_OK;
}

/* ---- figures, as the board has them ---- */

struct noting {
    struct demo_inspection *inspection;
    const struct directory *directory;
    const struct figure_request *request;
};

/* Who is not here at the opening, and of which agency. */
static void note_missing(void *visitor, int32_t person, const struct line *line)
{
    const struct noting *noting = visitor;
    const struct directory *directory = noting->directory;
    struct demo_inspection *inspection = noting->inspection;
    int32_t agency = directory_agency_of(directory, person, noting->request->day);

    if (line->state != STATE_WAITING || inspection->missing_count == MISSING_MAX) return;
    agency = figure_agency_above(directory, noting->request->agencies,
                                 noting->request->agency_count, agency);
    if (agency == NONE) return;
    inspection->missing[inspection->missing_count++] =
        (struct demo_missing){arena_text(inspection->mem, directory->agencies[agency].code),
                              arena_text(inspection->mem, directory->people[person].number),
                              arena_text(inspection->mem, directory->people[person].name)};
}

enum rc demo_inspection_figures(struct demo_inspection *inspection,
                                enum figure_moment moment,
                                const struct figure **out_figures,
                                size_t *out_count,
                                struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    struct app *app = inspection->app;
    int32_t day = day_number(inspection->day);
    const int32_t *agencies = NULL;
    struct figure_request wanted = {.inspection = inspection->code,
                                    .moment = moment,
                                    .day = day,
                                    .groups = GROUP_ALL,
                                    .position = ledger_position(app->ledger),
                                    .judged_at_ms = app_now_ms(app)};

    TRY(app_catch_up(app, day, day, why));
    TRY(app_view_open(app, AS_OF_NOW, &view, why));
    TRY(figure_scope(view.picture->directory, TEXT(""), inspection->mem, &agencies,
                     &wanted.agency_count, why));
    wanted.agencies = agencies;
    if (moment == FIGURE_OPENED) {
        struct noting noting = {inspection, view.picture->directory, &wanted};

        inspection->missing = arena_array(inspection->mem, struct demo_missing, MISSING_MAX);
        TRY(derived_lines(view.derived, day, note_missing, &noting));
    }
    return figure_count(view.derived, view.picture, &wanted, inspection->mem, out_figures,
                        out_count);
}

/* ---- opening ---- */

enum rc demo_inspection_open(struct demo_inspection *inspection, struct problem *why)
{
    int64_t at_ms = demo_inspection_instant(inspection, DEMO_OPENED_SECOND);
    struct act act;

    clock_init_standing(&inspection->app->clock, at_ms - 10 * 1000);
    TRY(plan(inspection, why));
    clock_init_standing(&inspection->app->clock, at_ms);
    TRY(demo_inspection_figures(inspection, FIGURE_OPENED, &inspection->figures,
                                &inspection->figure_count, why));
    act = demo_inspection_act(inspection, ACT_OPENED, TEXT(""));
    act.word = TEXT("missing");
    TRY(demo_inspection_record(inspection, at_ms,
                               (struct room_acting){.acts = &act,
                                                    .act_count = 1,
                                                    .figures = inspection->figures,
                                                    .figure_count = inspection->figure_count}));
    inspection->opened = true;
    return demo_inspection_schedule(inspection, at_ms);
}
