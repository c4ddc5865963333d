#include "cmd/demo_inspection.h"

#include "cmd/demo_fill.h"
#include "cmd/founding.h"
#include "inspection/room.h"
#include "rules/workday_after.h"

#include <string.h>

enum {
    OPENED_SECOND = DEMO_UNTIL_FROM_SECOND,
    FIRST_CALL_SECOND = OPENED_SECOND + 56,
    SLOT_SECONDS = 92,
    ANSWER_SECONDS = 15,
    STATE_SECONDS = 60,
    LONG_STATE_SECONDS = 102, /* of Dinas Perhubungan, which has two slots */
    CLOSED_SECOND = DEMO_UNTIL_TO_SECOND,
    REPORT_WORKING_DAYS = 2,
    DAYS_PER_WEEK = 5,
    MISSING_MAX = 1000,
};

/* Moved by hand, in this order, so that at 09.14 the queue is as on the pages of
 * the design: 25 OPD before Dinas Perhubungan, of which three did not answer. */
static const struct {
    const char *code;
    int place;
    enum act_kind first; /* what became of the first call */
} places[] = {
    {"DPKP", 9, ACT_SILENT},
    {"KEC-PELAYANGAN", 14, ACT_SILENT},
    {"KEC-DANAU-TELUK", 20, ACT_ABSENT},
    {"DINSOS", 28, ACT_ANSWERED},
    {"KEC-TELANAIPURA", 27, ACT_ANSWERED},
    {"DISHUB", 26, ACT_ANSWERED},
};

/* What the secretary of Dinas Perhubungan said of each. */
static const struct {
    const char *name;
    enum claim claim;
} said_of[] = {
    {"Agus Salim", CLAIM_PRESENT},
    {"Fitri Handayani", CLAIM_PRESENT},
    {"Ahmad Yani", CLAIM_SICK},
    {"Deswita", CLAIM_SICK},
    {"Junaidi", CLAIM_SICK},
    {"Kms. M. Yusuf", CLAIM_AWAY},
    {"Nurlela", CLAIM_AWAY},
    {"Rts. Aminah", CLAIM_FAMILY},
    {"Edi Susanto", CLAIM_UNREACHABLE},
    {"M. Ilham", CLAIM_UNREACHABLE},
    {"Sukarman", CLAIM_UNREACHABLE},
    {"Rahmat Hidayat", CLAIM_PRESENT},
};

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

struct step;

struct missing {
    struct text agency; /* code, of the roll call */
    struct text number;
    struct text name;
};

struct demo_inspection {
    struct app *app;
    struct arena *mem;
    struct day day;
    struct text code;
    const struct figure *figures; /* of the opening */
    size_t figure_count;
    struct missing *missing; /* at the opening */
    size_t missing_count;
    struct text *order; /* codes, as they are called */
    size_t order_count;
    int offset_minutes;
    struct step *steps; /* what is done when, in order; made at the opening */
    size_t step_count;
    size_t done;
    bool opened;
};

enum step_kind { STEP_CALL, STEP_ANSWER, STEP_STATE, STEP_CLAIM, STEP_END, STEP_LAST, STEP_CLOSE };

struct step {
    int64_t at_ms;
    struct text code;
    enum step_kind kind;
    enum act_kind end;
};

struct demo_inspection *demo_inspection_new(struct app *app)
{
    struct demo_inspection *inspection = arena_one(app->mem, struct demo_inspection);

    inspection->app = app;
    inspection->mem = app->mem;
    return inspection;
}

static int64_t instant_at(const struct demo_inspection *inspection, int second)
{
    return instant_of_moment(moment_of(inspection->day, second), inspection->offset_minutes);
}

/* ---- acting ---- */

static struct act an_act(const struct demo_inspection *inspection,
                         enum act_kind kind,
                         struct text agency)
{
    struct act act = act_of(inspection->code, kind, agency);

    act.author = TEXT(FOUNDING_ACCOUNT);
    return act;
}

static enum rc record(const struct demo_inspection *inspection,
                      int64_t at_ms,
                      struct act *acts,
                      size_t count,
                      const struct figure *figures,
                      size_t figure_count)
{
    struct room_acting acting = {.inspection = inspection->code,
                                 .acts = acts,
                                 .act_count = count,
                                 .figures = figures,
                                 .figure_count = figure_count};

    clock_init_standing(&inspection->app->clock, at_ms);
    return ledger_perform(inspection->app->ledger, &room_act_command, &acting, NULL);
}

static enum rc record_one(const struct demo_inspection *inspection, int64_t at_ms, struct act act)
{
    return record(inspection, at_ms, &act, 1, NULL, 0);
}

/* ---- planning ---- */

static enum rc plan(struct demo_inspection *inspection, struct problem *why)
{
    struct inspection_planning planning = {
        .plan = {.kind = INSPECTION_SURPRISE,
                 .title = TEXT("Sidak virtual hari pertama kerja setelah Lebaran"),
                 .day = inspection->day,
                 .planned_second = OPENED_SECOND - 3 * 60,
                 .leader = TEXT("Wakil Wali Kota Jambi"),
                 .place = TEXT("Ruang kendali JCOC"),
                 .medium = TEXT("Ruang video Hadir"),
                 .basis = TEXT("Hari kerja pertama setelah cuti bersama Idul Fitri 1442 H"),
                 .groups = GROUP_ALL,
                 .author = TEXT(FOUNDING_ACCOUNT)}};

    TRY(ledger_perform(inspection->app->ledger, &inspection_plan_command, &planning, why));
    inspection->code = arena_text(inspection->mem, text_of(planning.code));
    for (size_t i = 0; i < COUNT_OF(members); i++) {
        struct inspection_member member = members[i];

        member.inspection = inspection->code;
        member.author = TEXT(FOUNDING_ACCOUNT);
        TRY(ledger_perform(inspection->app->ledger, &inspection_member_command, &member, why));
    }
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
        (struct missing){arena_text(inspection->mem, directory->agencies[agency].code),
                         arena_text(inspection->mem, directory->people[person].number),
                         arena_text(inspection->mem, directory->people[person].name)};
}

static enum rc count_figures(struct demo_inspection *inspection,
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

        inspection->missing = arena_array(inspection->mem, struct missing, MISSING_MAX);
        TRY(derived_lines(view.derived, day, note_missing, &noting));
    }
    return figure_count(view.derived, view.picture, &wanted, inspection->mem, out_figures,
                        out_count);
}

/* Those of one agency, of another instant: nobody came between. */
static size_t figures_of(const struct demo_inspection *inspection,
                         struct text agency,
                         int64_t at_ms,
                         struct figure *out_figures)
{
    size_t count = 0;

    for (size_t i = 0; i < inspection->figure_count; i++) {
        if (!text_equal(inspection->figures[i].agency, agency)) continue;
        out_figures[count] = inspection->figures[i];
        out_figures[count].moment = FIGURE_STATED;
        out_figures[count++].judged_at_ms = at_ms;
    }
    return count;
}

/* ---- opening ---- */

static enum rc load_order(struct demo_inspection *inspection)
{
    CLEANUP(db_close) struct db *facts = NULL;
    struct room room;

    TRY(app_open_facts(inspection->app, &facts));
    TRY(room_load(facts, inspection->app->government, inspection->code, NULL, 0, inspection->mem,
                  &room));
    inspection->order = arena_array(inspection->mem, struct text, room.call.agency_count + 1);
    inspection->order_count = room.call.agency_count;
    for (size_t i = 0; i < room.call.agency_count; i++) {
        inspection->order[i] = room.call.agencies[i].code;
    }
    return RC_OK;
}

static enum act_kind end_of(struct text code)
{
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        if (text_equal(code, text_of(places[i].code))) return places[i].first;
    }
    return ACT_ANSWERED;
}

static void add_step(struct demo_inspection *inspection, struct step step)
{
    inspection->steps[inspection->step_count++] = step;
}

/* One call; the next begins a slot later. */
static int64_t add_call(struct demo_inspection *inspection,
                        struct text code,
                        enum act_kind end,
                        int64_t at_ms)
{
    bool is_long = text_equal(code, TEXT("DISHUB"));
    int64_t stated_ms = at_ms + 1000LL * (is_long ? LONG_STATE_SECONDS : STATE_SECONDS);

    add_step(inspection, (struct step){at_ms, code, STEP_CALL, end});
    if (end == ACT_ANSWERED) {
        add_step(inspection,
                 (struct step){at_ms + 1000LL * ANSWER_SECONDS, code, STEP_ANSWER, end});
        add_step(inspection, (struct step){stated_ms, code, STEP_STATE, end});
        add_step(inspection, (struct step){stated_ms + 2000, code, STEP_CLAIM, end});
    } else {
        add_step(inspection, (struct step){stated_ms, code, STEP_END, end});
    }
    return at_ms + 1000LL * SLOT_SECONDS * (is_long ? 2 : 1);
}

/* All in their order, then the first two again that did not answer. */
static void make_steps(struct demo_inspection *inspection)
{
    enum { STEPS_A_CALL = 4, AGAIN = 2 };
    int64_t at_ms = instant_at(inspection, FIRST_CALL_SECOND);

    inspection->steps = arena_array(inspection->mem, struct step,
                                    STEPS_A_CALL * (inspection->order_count + AGAIN) + 2);
    for (size_t i = 0; i < inspection->order_count; i++) {
        at_ms = add_call(inspection, inspection->order[i], end_of(inspection->order[i]), at_ms);
    }
    for (size_t i = 0; i < AGAIN; i++) {
        at_ms = add_call(inspection, text_of(places[i].code), ACT_ANSWERED, at_ms);
    }
    add_step(inspection, (struct step){instant_at(inspection, CLOSED_SECOND) - 60 * 1000, TEXT(""),
                                       STEP_LAST, ACT_CLOSED});
    add_step(inspection, (struct step){instant_at(inspection, CLOSED_SECOND), TEXT(""), STEP_CLOSE,
                                       ACT_CLOSED});
}

static enum rc open(struct demo_inspection *inspection, struct problem *why)
{
    int64_t at_ms = instant_at(inspection, OPENED_SECOND);
    struct act act;

    clock_init_standing(&inspection->app->clock, at_ms - 10 * 1000);
    TRY(plan(inspection, why));
    clock_init_standing(&inspection->app->clock, at_ms);
    TRY(count_figures(inspection, FIGURE_OPENED, &inspection->figures, &inspection->figure_count,
                      why));
    act = an_act(inspection, ACT_OPENED, TEXT(""));
    act.word = TEXT("missing");
    TRY(record(inspection, at_ms, &act, 1, inspection->figures, inspection->figure_count));
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        act = an_act(inspection, ACT_ORDERED, text_of(places[i].code));
        act.item = places[i].place;
        TRY(record_one(inspection, at_ms + 1000 * (int64_t)(i + 1), act));
    }
    inspection->opened = true;
    TRY(load_order(inspection));
    make_steps(inspection);
    return RC_OK;
}

/* ---- one call ---- */

static enum claim claim_for(bool by_name, struct text name, size_t index)
{
    static const enum claim usual[] = {CLAIM_AWAY, CLAIM_SICK, CLAIM_UNREACHABLE, CLAIM_FAMILY,
                                       CLAIM_PERMIT};

    for (size_t i = 0; by_name && i < COUNT_OF(said_of); i++) {
        if (text_starts(name, text_of(said_of[i].name))) return said_of[i].claim;
    }
    return usual[index % COUNT_OF(usual)];
}

static enum rc give_claims(const struct demo_inspection *inspection,
                           struct text code,
                           int64_t at_ms)
{
    bool by_name = text_equal(code, TEXT("DISHUB"));
    struct act *acts = arena_array(inspection->mem, struct act, inspection->missing_count + 1);
    size_t count = 0;

    for (size_t i = 0; i < inspection->missing_count; i++) {
        const struct missing *missing = &inspection->missing[i];
        enum claim claim = claim_for(by_name, missing->name, count);

        if (!text_equal(missing->agency, code)) continue;
        acts[count] = an_act(inspection, ACT_CLAIMED, code);
        acts[count].person = missing->number;
        acts[count].word = text_of(record_choice_word(claim_choices, (int)claim));
        acts[count++].name = by_name ? TEXT("Sekretaris Dinas") : TEXT("Kepala");
    }
    return count > 0 ? record(inspection, at_ms, acts, count, NULL, 0) : RC_OK;
}

/* As the machine has it, but for Dinas Perhubungan: 185, 4, 9 of 182, 4, 12. */
static enum rc state(const struct demo_inspection *inspection,
                     struct text code,
                     enum statement_source source,
                     int64_t at_ms)
{
    struct figure figures[PERSON_KINDS];
    size_t count = figures_of(inspection, code, at_ms, figures);
    struct act act = an_act(inspection, ACT_STATED, code);
    struct headcount said = {.strength = 0};

    for (size_t i = 0; i < count; i++) {
        struct headcount of_kind = headcount_of(&figures[i].balance);

        headcount_add(&said, &of_kind);
    }
    if (text_equal(code, TEXT("DISHUB"))) {
        said.present += 3;
        said.missing -= 3;
    }
    act.people_group = GROUP_ALL;
    act.word = text_of(record_choice_word(statement_source_choices, (int)source));
    act.name = text_equal(code, TEXT("DISHUB")) ? TEXT("Sekretaris Dinas") : TEXT("Kepala");
    act.post = text_equal(code, TEXT("DISHUB")) ? TEXT("deputy") : TEXT("head");
    act_say(&act, &said);
    return record(inspection, at_ms, &act, 1, figures, count);
}

static enum rc answer(const struct demo_inspection *inspection, struct text code, int64_t at_ms)
{
    bool is_deputy = text_equal(code, TEXT("DISHUB"));
    struct act act = an_act(inspection, ACT_ANSWERING, code);

    act.name = is_deputy ? TEXT("Sekretaris Dinas") : TEXT("Kepala");
    act.post = is_deputy ? TEXT("deputy") : TEXT("head");
    return record_one(inspection, at_ms, act);
}

/* ---- the end ---- */

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
        struct act act = an_act(inspection, ACT_INSTRUCTED, text_of(orders[i].agency));

        act.said = text_of(orders[i].said);
        act.name = text_of(orders[i].owner);
        act.day = orders[i].deadline;
        act.word = TEXT("open");
        TRY(record_one(inspection, at_ms + 1000 * (int64_t)i, act));
    }
    return RC_OK;
}

static enum rc report_programmes(const struct demo_inspection *inspection, int64_t at_ms)
{
    struct act posts = an_act(inspection, ACT_PROGRAMME, TEXT("SETDA"));
    struct act tests = an_act(inspection, ACT_PROGRAMME, TEXT("DISHUB"));

    posts.said = TEXT("Posko PPKM mikro");
    posts.post = TEXT("kelurahan");
    posts.done = 48;
    posts.total = 62;
    tests.said = TEXT("Uji kendaraan angkutan Lebaran");
    tests.post = TEXT("unit");
    tests.done = 212;
    tests.total = 240;
    tests.day = (struct day){2021, 5, 21};
    TRY(record_one(inspection, at_ms, posts));
    return record_one(inspection, at_ms + 1000, tests);
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
        acts[i] = an_act(inspection, ACT_REPORT_ASKED, inspection->order[i]);
        acts[i].day = due;
    }
    return record(inspection, at_ms, acts, inspection->order_count, NULL, 0);
}

/* What is said before the closing. */
static enum rc say_last(const struct demo_inspection *inspection, int64_t at_ms)
{
    TRY(state(inspection, TEXT("KEC-DANAU-TELUK"), SOURCE_TELEPHONE, at_ms));
    TRY(report_programmes(inspection, at_ms + 1000));
    TRY(instruct(inspection, at_ms + 3000));
    return ask_reports(inspection, at_ms + 7000);
}

static enum rc close_session(struct demo_inspection *inspection, struct problem *why)
{
    int64_t at_ms = instant_at(inspection, CLOSED_SECOND);
    const struct figure *figures = NULL;
    struct act act = an_act(inspection, ACT_CLOSED, TEXT(""));
    size_t count = 0;

    clock_init_standing(&inspection->app->clock, at_ms);
    TRY(count_figures(inspection, FIGURE_CLOSED, &figures, &count, why));
    act.said =
        TEXT("Seluruh kepala OPD melapor secara tertulis tentang pegawai yang tidak hadir dan "
             "yang terlambat pada hari pertama kerja.");
    return record(inspection, at_ms, &act, 1, figures, count);
}

static enum rc do_step(struct demo_inspection *inspection,
                       const struct step *step,
                       struct problem *why)
{
    switch (step->kind) {
    case STEP_CALL:
        return record_one(inspection, step->at_ms, an_act(inspection, ACT_CALLED, step->code));
    case STEP_ANSWER:
        return answer(inspection, step->code, step->at_ms);
    case STEP_STATE:
        return state(inspection, step->code, SOURCE_FORM, step->at_ms);
    case STEP_CLAIM:
        return give_claims(inspection, step->code, step->at_ms);
    case STEP_END:
        return record_one(inspection, step->at_ms, an_act(inspection, step->end, step->code));
    case STEP_LAST:
        return say_last(inspection, step->at_ms);
    case STEP_CLOSE:
        return close_session(inspection, why);
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
    if (until_ms < instant_at(inspection, OPENED_SECOND)) return RC_OK;
    if (!inspection->opened) TRY(open(inspection, why));
    while (inspection->done < inspection->step_count &&
           inspection->steps[inspection->done].at_ms <= until_ms) {
        TRY(do_step(inspection, &inspection->steps[inspection->done], why));
        inspection->done++;
    }
    return RC_OK;
}
