#include "cmd/demo_inspection_private.h"

enum {
    FIRST_CALL_SECOND = DEMO_OPENED_SECOND + 56,
    SLOT_SECONDS = 92,
    ANSWER_SECONDS = 15,
    STATE_SECONDS = 60,
    LONG_STATE_SECONDS = 102, /* of Dinas Perhubungan, which has two slots */
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

static enum rc order(const struct demo_inspection *inspection, int64_t at_ms)
{
    struct act acts[COUNT_OF(places)];

    for (size_t i = 0; i < COUNT_OF(places); i++) {
        acts[i] = demo_inspection_act(inspection, ACT_ORDERED, text_of(places[i].code));
        acts[i].item = places[i].place;
    }
    return demo_inspection_record(
        inspection, at_ms, (struct room_acting){.acts = acts, .act_count = COUNT_OF(places)});
}

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

static void add_step(struct demo_inspection *inspection, struct demo_step step)
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

    add_step(inspection, (struct demo_step){at_ms, code, STEP_CALL, end});
    if (end == ACT_ANSWERED) {
        add_step(inspection,
                 (struct demo_step){at_ms + 1000LL * ANSWER_SECONDS, code, STEP_ANSWER, end});
        add_step(inspection, (struct demo_step){stated_ms, code, STEP_STATE, end});
    } else {
        add_step(inspection, (struct demo_step){stated_ms, code, STEP_END, end});
    }
    return at_ms + 1000LL * SLOT_SECONDS * (is_long ? 2 : 1);
}

/* All in their order, then the first two again that did not answer. */
static void make_steps(struct demo_inspection *inspection)
{
    enum { STEPS_A_CALL = 3, AGAIN = 2 };
    int64_t at_ms = demo_inspection_instant(inspection, FIRST_CALL_SECOND);

    inspection->steps = arena_array(inspection->mem, struct demo_step,
                                    STEPS_A_CALL * (inspection->order_count + AGAIN) + 2);
    for (size_t i = 0; i < inspection->order_count; i++) {
        at_ms = add_call(inspection, inspection->order[i], end_of(inspection->order[i]), at_ms);
    }
    for (size_t i = 0; i < AGAIN; i++) {
        at_ms = add_call(inspection, text_of(places[i].code), ACT_ANSWERED, at_ms);
    }
    add_step(inspection,
             (struct demo_step){demo_inspection_instant(inspection, DEMO_CLOSED_SECOND) - 60 * 1000,
                                TEXT(""), STEP_LAST, ACT_CLOSED});
    add_step(inspection, (struct demo_step){demo_inspection_instant(inspection, DEMO_CLOSED_SECOND),
                                            TEXT(""), STEP_CLOSE, ACT_CLOSED});
}

enum rc demo_inspection_schedule(struct demo_inspection *inspection, int64_t opened_at_ms)
{
    TRY(order(inspection, opened_at_ms + 1000));
    TRY(load_order(inspection));
    make_steps(inspection);
    return RC_OK;
}
