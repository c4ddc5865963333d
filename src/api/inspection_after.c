/* The routes of what follows a session: reports in writing, follow-ups, amendments,
 * and the text for the press. */
#include "api/inspection_bodies.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "inspection/press.h"
#include "rules/workday_after.h"

enum { DAYS_PER_WEEK = 5 };

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

/* ---- reports in writing ---- */

static enum rc due_day(struct http_request *request,
                       const struct seat *seat,
                       int working_days,
                       struct day *out_day)
{
    const struct picture *picture = seat->snapshot->picture;
    int32_t today = picture_day_at(picture, api_now_ms(api_of(request)));

    if (workday_after(picture->calendar, day_from_number(today), working_days, DAYS_PER_WEEK,
                      out_day)) {
        return RC_OK;
    }
    return problem_at(&request->why, RC_INVALID, "working_days",
                      "the calendar does not know these days yet: give a deadline");
}

/* Of one agency, or of all that are called. */
enum rc ask_written_reports(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting = arena_one(request->mem, struct room_acting);
    const struct roll_call *call = &seat.room.call;
    struct report_asking_body body;
    struct day due = {0};

    TRY(api_body(request, &report_asking_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    TRY(due_day(request, &seat, body.working_days, &due));
    acting->acts = arena_array(request->mem, struct act, call->agency_count + 1);
    for (size_t i = 0; i < call->agency_count; i++) {
        struct text code = call->agencies[i].code;

        if (body.agency.bytes > 0 && !text_equal(code, body.agency)) continue;
        acting->acts[acting->act_count] = act_of(seat.room.plan.inspection, ACT_REPORT_ASKED, code);
        acting->acts[acting->act_count++].day = due;
    }
    if (acting->act_count == 0) {
        return problem_at(&request->why, RC_NOT_FOUND, "agency",
                          "\"" TEXT_FORMAT "\" is not called in this inspection",
                          TEXT_ARGUMENT(body.agency));
    }
    return seat_act(request, &seat, acting);
}

enum rc note_written_report(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct report_body body;
    struct room_acting *acting;

    TRY(api_body(request, &report_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    seat_one_act(request, &seat, (enum act_kind)body.state, body.agency, &acting)->reference =
        body.reference;
    return seat_act(request, &seat, acting);
}

/* ---- follow-ups and amendments ---- */

/* The official chooses the path with a reason; nothing is imposed by it. */
enum rc follow_up(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct follow_up_body body;
    struct room_acting *acting;
    struct act *act;

    TRY(api_body(request, &follow_up_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    act = seat_one_act(request, &seat, ACT_FOLLOW_UP, body.agency, &acting);
    act->person = body.number;
    act->word = text_of(record_choice_word(follow_up_path_choices, body.path));
    act->said = body.reason;
    act->name = body.official;
    return seat_act(request, &seat, acting);
}

enum rc amend_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct room_acting *acting;
    struct note_body body;

    TRY(api_body(request, &note_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    seat_one_act(request, &seat, ACT_AMENDED, body.agency, &acting)->said = body.text;
    return seat_act(request, &seat, acting);
}
