/* demo_inspection_private.h - the parts of the demo's inspection; shared by demo_*.c.
 *
 *   demo_inspection.c   acting with the ledger's clock at an instant; going on
 *   demo_schedule.c     who is called when, and what became of it
 *   demo_opening.c      the plan, the figures of the board, the opening
 *   demo_call.c         one call: answer, statement, reasons
 *   demo_closing.c      what is said last, and the closing */
#pragma once

#include "cmd/demo_fill.h"
#include "cmd/demo_inspection.h"
#include "inspection/room.h"

enum {
    DEMO_OPENED_SECOND = DEMO_UNTIL_FROM_SECOND,
    DEMO_CLOSED_SECOND = DEMO_UNTIL_TO_SECOND,
};

enum demo_step_kind {
    STEP_CALL,
    STEP_ANSWER,
    STEP_STATE,
    STEP_END,
    STEP_LAST,
    STEP_CLOSE,
};

struct demo_step {
    int64_t at_ms;
    struct text code; /* of the agency */
    enum demo_step_kind kind;
    enum act_kind end; /* of the call */
};

struct demo_missing {
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
    struct demo_missing *missing; /* at the opening */
    size_t missing_count;
    struct text *order; /* codes, as they are called */
    size_t order_count;
    int offset_minutes;
    struct demo_step *steps; /* what is done when, in order; made at the opening */
    size_t step_count;
    size_t done;
    bool opened;
};

/* ---- acting ---- */

int64_t demo_inspection_instant(const struct demo_inspection *inspection, int second);

/* An act of this inspection, by the demo's account. */
struct act demo_inspection_act(const struct demo_inspection *inspection,
                               enum act_kind kind,
                               struct text agency);

/* Record what is done at an instant; the inspection of `acting` is filled in. */
enum rc demo_inspection_record(const struct demo_inspection *inspection,
                               int64_t at_ms,
                               struct room_acting acting) NODISCARD;
enum rc demo_inspection_record_one(const struct demo_inspection *inspection,
                                   int64_t at_ms,
                                   struct act act) NODISCARD;

/* ---- the parts ---- */

/* Move agencies by hand, and make the steps of the session from the order then. */
enum rc demo_inspection_schedule(struct demo_inspection *inspection,
                                 int64_t opened_at_ms) NODISCARD;

/* As the board has them now; at the opening with who is missing, into the inspection. */
enum rc demo_inspection_figures(struct demo_inspection *inspection,
                                enum figure_moment moment,
                                const struct figure **out_figures,
                                size_t *out_count,
                                struct problem *why) NODISCARD;
enum rc demo_inspection_open(struct demo_inspection *inspection, struct problem *why) NODISCARD;

enum rc demo_inspection_answer(const struct demo_inspection *inspection,
                               struct text code,
                               int64_t at_ms) NODISCARD;
/* By form with the reasons for those who are missing, by telephone without. */
enum rc demo_inspection_state(const struct demo_inspection *inspection,
                              struct text code,
                              enum statement_source source,
                              int64_t at_ms) NODISCARD;
enum rc demo_inspection_say_last(const struct demo_inspection *inspection, int64_t at_ms) NODISCARD;
enum rc demo_inspection_close(struct demo_inspection *inspection, struct problem *why) NODISCARD;
