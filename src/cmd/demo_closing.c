#include "cmd/demo_inspection_private.h"
#include "rules/workday_after.h"

enum { REPORT_WORKING_DAYS = 2, DAYS_PER_WEEK = 5 };

struct order_given {
    const char *agency, *said, *owner;
    struct day deadline;
};

static enum rc instruct(const struct demo_inspection *inspection, int64_t at_ms)
{
    static const struct order_given orders[] = {
        {"DISHUB",
         "Daftarkan PIN petugas Terminal Alam Barajo",
         "Operator Dinas dan Diskominfo",
         {2021, 5, 18}},
        {"",
         "Tidak melakukan kunjungan silaturahmi",
         "Seluruh kepala perangkat daerah",
         {2021, 5, 30}},
        {"", "Aktifkan PPKM mikro selama 14 hari", "Camat dan lurah", {2021, 5, 30}},
    };

    for (size_t i = 0; i < COUNT_OF(orders); i++) {
        struct act act = demo_inspection_act(inspection, ACT_INSTRUCTED, text_of(orders[i].agency));

        act.said = text_of(orders[i].said);
        act.name = text_of(orders[i].owner);
        act.day = orders[i].deadline;
        act.word = TEXT("open");
        TRY(demo_inspection_record_one(inspection, at_ms + 1000 * (int64_t)i, act));
    }
    return RC_OK;
}

static enum rc report_programmes(const struct demo_inspection *inspection, int64_t at_ms)
{
    struct act posts = demo_inspection_act(inspection, ACT_PROGRAMME, TEXT("SETDA"));
    struct act tests = demo_inspection_act(inspection, ACT_PROGRAMME, TEXT("DISHUB"));

    posts.said = TEXT("Posko PPKM mikro");
    posts.post = TEXT("kelurahan");
    posts.done = 48;
    posts.total = 62;
    tests.said = TEXT("Uji kendaraan angkutan Lebaran");
    tests.post = TEXT("unit");
    tests.done = 212;
    tests.total = 240;
    tests.day = (struct day){2021, 5, 21};
    TRY(demo_inspection_record_one(inspection, at_ms, posts));
    return demo_inspection_record_one(inspection, at_ms + 1000, tests);
}

/* Of every head in writing, within two working days: Wednesday. */
static enum rc ask_reports(const struct demo_inspection *inspection, int64_t at_ms)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    struct act *acts = arena_array(inspection->mem, struct act, inspection->order_count + 1);
    struct day due = inspection->day;

    TRY(app_view_open(inspection->app, AS_OF_NOW, &view, NULL));
    if (!workday_after(view.picture->calendar, inspection->day, REPORT_WORKING_DAYS, DAYS_PER_WEEK,
                       &due)) {
        return RC_INVALID;
    }
    for (size_t i = 0; i < inspection->order_count; i++) {
        acts[i] = demo_inspection_act(inspection, ACT_REPORT_ASKED, inspection->order[i]);
        acts[i].day = due;
    }
    return demo_inspection_record(
        inspection, at_ms,
        (struct room_acting){.acts = acts, .act_count = inspection->order_count});
}

/* What is said before the closing. */
enum rc demo_inspection_say_last(const struct demo_inspection *inspection, int64_t at_ms)
{
    TRY(demo_inspection_state(inspection, TEXT("KEC-DANAU-TELUK"), SOURCE_TELEPHONE, at_ms));
    TRY(report_programmes(inspection, at_ms + 1000));
    TRY(instruct(inspection, at_ms + 3000));
    return ask_reports(inspection, at_ms + 7000);
}

enum rc demo_inspection_close(struct demo_inspection *inspection, struct problem *why)
{
    int64_t at_ms = demo_inspection_instant(inspection, DEMO_CLOSED_SECOND);
    const struct figure *figures = NULL;
    struct act act = demo_inspection_act(inspection, ACT_CLOSED, TEXT(""));
    size_t count = 0;

    clock_init_standing(&inspection->app->clock, at_ms);
    TRY(demo_inspection_figures(inspection, FIGURE_CLOSED, &figures, &count, why));
    act.said =
        TEXT("Seluruh kepala OPD melapor secara tertulis tentang pegawai yang tidak hadir dan "
             "yang terlambat pada hari pertama kerja.");
    return demo_inspection_record(
        inspection, at_ms,
        (struct room_acting){
            .acts = &act, .act_count = 1, .figures = figures, .figure_count = count});
}
