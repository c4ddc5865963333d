/* The routes by which a session goes on: each records acts, the ledger checks them. */
#include "api/inspection_bodies.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "rules/workday_after.h"

enum { DAYS_PER_WEEK = 5 };

/* The words of choices are what acts record. */
static struct text word_of(const struct record_choice *choices, int value)
{
    return text_of(record_choice_word(choices, value));
}

static struct text name_or_account(const struct http_request *request, struct text name)
{
    return name.bytes > 0 ? name : arena_text(request->mem, text_of(api_identity(request)->name));
}

/* ---- opening and closing ---- */

/* The scope as it was planned, or why it cannot be called. */
static enum rc check_opening(struct http_request *request, const struct seat *seat)
{
    const int32_t *agencies = NULL;
    size_t count = 0;

    if (seat->room.call.state != SESSION_PLANNED) return RC_OK; /* the ledger says it better */
    return figure_scope(seat->snapshot->picture->directory, seat->room.plan.scope, request->mem,
                        &agencies, &count, &request->why);
}

enum rc open_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct opening_body body;
    struct act *act;

    TRY(api_body(request, &opening_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    TRY(check_opening(request, &seat));
    act = seat_one_act(request, &seat, ACT_OPENED, TEXT(""), &acting);
    act->word = word_of(order_rule_choices, body.order < 0 ? ORDER_MISSING : body.order);
    TRY(seat_freeze(request, &seat, FIGURE_OPENED, -1, acting));
    return seat_act(request, &seat, acting);
}

enum rc close_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct closing_body body;

    TRY(api_body(request, &closing_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    seat_one_act(request, &seat, ACT_CLOSED, TEXT(""), &acting)->said = body.text;
    TRY(seat_freeze(request, &seat, FIGURE_CLOSED, -1, acting));
    return seat_act(request, &seat, acting);
}

/* ---- calling ---- */

enum rc call_agency(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct called_body body;

    TRY(api_body(request, &called_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    IGNORE(seat_one_act(request, &seat, ACT_CALLED, body.agency, &acting), "all is said");
    acting->seen_called = body.called;
    return seat_act(request, &seat, acting);
}

enum rc turn_agency(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct turn_body body;
    struct act *act;

    TRY(api_body(request, &turn_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    act = seat_one_act(request, &seat, (enum act_kind)body.turn, body.agency, &acting);
    act->name = body.name;
    act->post = body.post;
    return seat_act(request, &seat, acting);
}

enum rc order_agencies(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct order_of_calling_body body;
    struct room_acting *acting;
    struct act *act;

    TRY(api_body(request, &order_of_calling_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    act = seat_one_act(request, &seat, ACT_ORDERED, body.agency, &acting);
    act->item = body.place;
    if (body.rule >= 0) act->word = word_of(order_rule_choices, body.rule);
    return seat_act(request, &seat, acting);
}

/* ---- answering ---- */

/* Nobody is written down as the head who did not say that it is the head. */
static struct text post_of(const struct http_request *request,
                           const struct seat *seat,
                           struct text given)
{
    if (given.bytes > 0) return given;
    if (seat->rights.part == ROOM_DEPUTY) return TEXT("deputy");
    if (seat->rights.part != ROOM_HEAD) return TEXT("");
    if (api_identity(request)->role == ROLE_HEAD) return TEXT("head");
    return text_of(role_label(api_identity(request)->role));
}

enum rc answer_call(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct answer_body body;
    struct act *act;
    int place = 0;

    TRY(api_body(request, &answer_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, body.agency, &place));
    act = seat_one_act(request, &seat, ACT_ANSWERING, body.agency, &acting);
    act->name = name_or_account(request, body.name);
    act->post = post_of(request, &seat, body.post);
    return seat_act(request, &seat, acting);
}

static void state_groups(const struct http_request *request,
                         const struct seat *seat,
                         const struct statement_body *body,
                         struct room_acting *acting)
{
    const struct said_body *groups = body->groups.items;
    int source = body->source < 0 ? SOURCE_FORM : body->source;

    acting->acts = arena_array(request->mem, struct act, body->groups.count + 1);
    acting->act_count = body->groups.count;
    for (size_t i = 0; i < body->groups.count; i++) {
        const struct said_body *said = &groups[i];
        struct act *act = &acting->acts[i];

        *act = act_of(seat->room.plan.inspection, ACT_STATED, body->agency);
        act->word = word_of(statement_source_choices, source);
        act->name = name_or_account(request, body->by);
        act->post = post_of(request, seat, body->post);
        said_into(said, act);
    }
}

/* An agency's own form speaks for itself.  What the team enters somebody told it:
 * who, and how, so that the head can confirm it. */
static enum rc check_source(struct http_request *request,
                            const struct seat *seat,
                            const struct statement_body *body)
{
    bool was_told = body->source > SOURCE_FORM;

    if (room_is_own(&seat->rights)) {
        if (!was_told) return RC_OK;
        return problem_at(&request->why, RC_FORBIDDEN, "source",
                          "a statement by word of mouth is entered by the team");
    }
    if (!was_told) {
        return problem_at(&request->why, RC_INVALID, "source",
                          "only the agency sends a form: say how this was told");
    }
    if (body->by.bytes > 0) return RC_OK;
    return problem_at(&request->why, RC_INVALID, "by", "say this too: %s", "by");
}

enum rc state_figures(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting = arena_one(request->mem, struct room_acting);
    struct statement_body body;
    int place = 0;

    TRY(api_body(request, &statement_body_record, &body));
    TRY(said_check(&body.groups, &request->why));
    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, body.agency, &place));
    TRY(check_source(request, &seat, &body));
    state_groups(request, &seat, &body, acting);
    TRY(seat_freeze(request, &seat, FIGURE_STATED, place, acting));
    return seat_act(request, &seat, acting);
}

/* The head's own word about what he read: nobody confirms in his place. */
enum rc confirm_statement(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct confirmed_body body;
    int place = 0;

    TRY(api_body(request, &confirmed_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, body.agency, &place));
    TRY(seat_may_confirm(request, &seat));
    IGNORE(seat_one_act(request, &seat, ACT_CONFIRMED, body.agency, &acting), "all is said");
    acting->seen_statement_ms = body.statement_ms;
    return seat_act(request, &seat, acting);
}

/* Somebody else's people are not this agency's to explain. */
static enum rc check_person(struct http_request *request,
                            const struct seat *seat,
                            int place,
                            struct text number)
{
    const struct directory *directory = seat->snapshot->picture->directory;
    int32_t person = directory_find_person(directory, number);
    int32_t day = day_number(seat->room.plan.day);
    int32_t agency = person == NONE ? NONE : directory_agency_of(directory, person, day);

    if (agency != NONE && directory_is_below(directory, agency, seat->agencies[place])) {
        return RC_OK;
    }
    return problem_at(&request->why, RC_NOT_FOUND, "reasons",
                      "there is no \"" TEXT_FORMAT "\" in this agency", TEXT_ARGUMENT(number));
}

enum rc give_reasons(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting = arena_one(request->mem, struct room_acting);
    const struct reason_body *reasons;
    struct reasons_body body;
    int place = 0;

    TRY(api_body(request, &reasons_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, body.agency, &place));
    reasons = body.reasons.items;
    acting->acts = arena_array(request->mem, struct act, body.reasons.count + 1);
    acting->act_count = body.reasons.count;
    for (size_t i = 0; i < body.reasons.count; i++) {
        struct act *act = &acting->acts[i];

        TRY(check_person(request, &seat, place, reasons[i].number));
        *act = act_of(seat.room.plan.inspection, ACT_CLAIMED, body.agency);
        act->person = reasons[i].number;
        act->word = word_of(claim_choices, reasons[i].claim);
        act->said = reasons[i].note;
        act->name = name_or_account(request, body.by);
    }
    return seat_act(request, &seat, acting);
}

/* ---- what the leader says ---- */

enum rc note_in_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct note_body body;

    TRY(api_body(request, &note_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    seat_one_act(request, &seat, ACT_NOTED, body.agency, &acting)->said = body.text;
    return seat_act(request, &seat, acting);
}

/* Deadlines in working days are days of the calendar. */
static enum rc deadline_of(struct http_request *request,
                           const struct seat *seat,
                           const struct instruction_body *body,
                           struct day *out_day)
{
    *out_day = body->deadline;
    if (!day_is_none(body->deadline) || body->working_days == 0) return RC_OK;
    if (workday_after(
            seat->snapshot->picture->calendar,
            day_from_number(picture_day_at(seat->snapshot->picture, api_now_ms(api_of(request)))),
            body->working_days, DAYS_PER_WEEK, out_day)) {
        return RC_OK;
    }
    return problem_at(&request->why, RC_INVALID, "working_days",
                      "the calendar does not know these days yet: give a deadline");
}

enum rc instruct(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct instruction_body body;
    struct room_acting *acting;
    struct act *act;

    TRY(api_body(request, &instruction_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    act = seat_one_act(request, &seat, ACT_INSTRUCTED, body.agency, &acting);
    act->said = body.text;
    act->name = body.owner;
    act->word = word_of(instruction_state_choices, INSTRUCTION_OPEN);
    TRY(deadline_of(request, &seat, &body, &act->day));
    return seat_act(request, &seat, acting);
}

/* Which instruction: the second parameter of the path. */
static enum rc find_instruction(struct http_request *request,
                                const struct seat *seat,
                                const struct roll_instruction **out_instruction)
{
    const struct roll_call *call = &seat->room.call;
    int64_t item = 0;

    if (!text_int(request->parameters[1], &item) || item < 1 ||
        item > (int64_t)call->instruction_count) {
        return problem_at(&request->why, RC_NOT_FOUND, "item", "there is no such instruction");
    }
    *out_instruction = &call->instructions[item - 1];
    return RC_OK;
}

enum rc change_instruction(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct roll_instruction *instruction = NULL;
    struct instruction_change_body body;
    struct room_acting *acting;
    struct act *act;
    int place = 0;

    TRY(api_body(request, &instruction_change_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(find_instruction(request, &seat, &instruction));
    if (!seat.rights.may_work && !seat.rights.may_lead) {
        TRY(seat_may_answer(request, &seat, instruction->agency, &place));
    }
    act = seat_one_act(request, &seat, ACT_INSTRUCTED, instruction->agency, &acting);
    act->item = instruction->item;
    act->said = body.note;
    act->word = word_of(instruction_state_choices, body.state);
    return seat_act(request, &seat, acting);
}

enum rc report_programme(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct programme_body body;
    struct room_acting *acting;
    struct act *act;

    TRY(api_body(request, &programme_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    act = seat_one_act(request, &seat, ACT_PROGRAMME, body.agency, &acting);
    act->item = body.item;
    act->said = body.title;
    act->post = body.unit;
    act->reference = body.blocker;
    act->day = body.target;
    act->done = body.done;
    act->total = body.total;
    return seat_act(request, &seat, acting);
}
