/* The routes of what follows a session: amendments, what became of instructions, how
 * long it all took, and the text for the press. */
#include "api/inspection_bodies.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "inspection/press.h"

struct press_told {
    struct text text;
};

static const struct record_field press_fields[] = {
    RECORD_PROSE(struct press_told,
                 text,
                 RECORD_REQUIRED,
                 0,
                 RECORD_ANY,
                 .about = "In Indonesian; empty before the opening."),
};
const struct record inspection_press_record =
    RECORD_TOLD("InspectionPress", struct press_told, press_fields);

enum rc show_inspection_press(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct directory *directory;
    struct press_place place;

    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    directory = seat.snapshot->picture->directory;
    place = (struct press_place){.government = directory->government_short,
                                 .zone = directory->government_zone,
                                 .offset_minutes = directory->offset_minutes};
    api_reply(request, &inspection_press_record,
              &(struct press_told){press_text(&seat.room, &place, request->mem)}, 0);
    return RC_OK;
}

/* ---- amendments ---- */

static const struct record_field amendment_fields[] = {
    SAY_INSTANT(struct roll_words, at, "When it was made."),
    SAY_WORD(struct roll_words, about, amendment_about_choices, "What it corrects."),
    SAY_TEXT(struct roll_words, agency, "Of which agency, or empty."),
    SAY_TEXT_AS("text", struct roll_words, said, "The correction."),
    SAY_TEXT(struct roll_words, author, "The account that made it."),
};
static const struct record amendment_record =
    RECORD_TOLD("InspectionAmendment", struct roll_words, amendment_fields);

struct instruction_told {
    struct text note;
    struct text author;
    int64_t changed_at_ms;
    int item;
    int state;
    struct day deadline;
    bool overdue;
};

static const struct record_field instruction_fields[] = {
    SAY_INT(struct instruction_told, item, "Its number in this inspection."),
    SAY_WORD(struct instruction_told, state, instruction_state_choices, "How it stands."),
    SAY_DAY_OR_NULL(struct instruction_told, deadline, "Until the end of this day."),
    SAY_BOOL(struct instruction_told, overdue, "It is open after that day."),
    SAY_TEXT(struct instruction_told, note, "What was written with the last change."),
    SAY_TEXT(struct instruction_told, author, "The account that gave it."),
    SAY_INSTANT(struct instruction_told, changed_at, "When it changed, the last time."),
};
static const struct record instruction_record =
    RECORD_TOLD("InspectionOrderState", struct instruction_told, instruction_fields);

struct metrics_told {
    int64_t seconds;
    int64_t seconds_a_agency;
    int64_t covered;
    int64_t without_statement;
};

static const struct record_field metrics_fields[] = {
    SAY_INT(struct metrics_told, seconds, "From the opening to the closing, or until now."),
    SAY_INT(struct metrics_told, seconds_a_agency, "Of the calls that ended, on average."),
    SAY_INT(struct metrics_told, covered, "Agencies that answered."),
    SAY_INT(struct metrics_told, without_statement, "Agencies that gave no figures."),
};
static const struct record metrics_record =
    RECORD_TOLD("InspectionMetrics", struct metrics_told, metrics_fields);

struct after_told {
    struct text inspection;
    struct record_list amendments;
    struct record_list instructions;
    struct metrics_told metrics;
};

static const struct record_field after_fields[] = {
    SAY_TEXT(struct after_told, inspection, "Its code."),
    SAY_LIST(struct after_told, amendments, &amendment_record, "Dated corrections, in order."),
    SAY_LIST(struct after_told, instructions, &instruction_record, "What became of them."),
    SAY_RECORD(struct after_told, metrics, &metrics_record, "How the session went."),
};
const struct record inspection_after_record =
    RECORD_TOLD("InspectionAfter", struct after_told, after_fields);

/* The team sees all, a head what concerns its agency. */
static bool concerns(const struct seat *seat, struct text agency)
{
    int place = roll_find(&seat->room.call, agency);

    if (seat->rights.may_work || seat->rights.may_lead) return true;
    return place != ROLL_NOBODY && room_may_answer_for(&seat->rights, seat->agencies[place]);
}

static struct record_list amendments_of(struct http_request *request, const struct seat *seat)
{
    const struct roll_call *call = &seat->room.call;
    struct reply_list list = {.mem = request->mem, .item_bytes = sizeof(struct roll_words)};

    for (size_t i = 0; i < call->amendment_count; i++) {
        if (!concerns(seat, call->amendments[i].agency)) continue;
        *(struct roll_words *)reply_list_add(&list) = call->amendments[i];
    }
    return reply_list_done(&list);
}

static struct record_list instructions_of(struct http_request *request, const struct seat *seat)
{
    const struct roll_call *call = &seat->room.call;
    const struct picture *picture = seat->snapshot->picture;
    struct reply_list list = {.mem = request->mem, .item_bytes = sizeof(struct instruction_told)};
    struct day today = day_from_number(picture_day_at(picture, api_now_ms(api_of(request))));

    for (size_t i = 0; i < call->instruction_count; i++) {
        const struct roll_instruction *one = &call->instructions[i];

        if (!concerns(seat, one->agency)) continue;
        *(struct instruction_told *)reply_list_add(&list) = (struct instruction_told){
            .note = one->note,
            .author = one->author,
            .changed_at_ms = one->changed_at_ms,
            .item = one->item,
            .state = (int)one->state,
            .deadline = one->deadline,
            .overdue = one->state == INSTRUCTION_OPEN && !day_is_none(one->deadline) &&
                       day_compare(today, one->deadline) > 0,
        };
    }
    return reply_list_done(&list);
}

enum rc show_inspection_after(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct roll_metrics metrics;
    struct after_told told;

    TRY(seat_take(request, &seat));
    TRY(seat_may_look(request, &seat));
    metrics = roll_metrics_of(&seat.room.call, api_now_ms(api_of(request)));
    told = (struct after_told){
        .inspection = seat.room.plan.inspection,
        .amendments = amendments_of(request, &seat),
        .instructions = instructions_of(request, &seat),
        .metrics = {metrics.seconds, metrics.seconds_a_agency, (int64_t)metrics.covered,
                    (int64_t)metrics.without_statement},
    };
    api_reply(request, &inspection_after_record, &told,
              seat.snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

enum rc amend_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct amendment_body body;
    struct act *act;

    TRY(api_body(request, &amendment_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    act = seat_one_act(request, &seat, ACT_AMENDED, body.agency, &acting);
    act->said = body.text;
    if (body.about >= 0) {
        act->word = text_of(record_choice_word(amendment_about_choices, body.about));
    }
    return seat_act_and_show(request, &seat, acting, show_inspection_after);
}
