/* The routes of reports in writing: asked for, reminded of, received, and owed. */
#include "api/inspection_bodies.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "inspection/written_report.h"
#include "rules/workday_after.h"

enum { DAYS_PER_WEEK = 5 };

/* ---- what is said ---- */

struct report_told {
    struct text agency;
    struct text name;
    struct text reference;
    int64_t asked_at_ms;
    int64_t reminded_at_ms;
    int64_t received_at_ms;
    int state;
    int reminders;
    struct day due;
    bool by_clock;
};

static const struct record_field report_fields[] = {
    SAY_TEXT(struct report_told, agency, "Code of the agency."),
    SAY_TEXT(struct report_told, name, "Its name, as at the opening."),
    SAY_WORD(struct report_told, state, written_report_state_choices, "How it stands."),
    SAY_DAY(struct report_told, due, "Until the end of this day."),
    SAY_INSTANT(struct report_told, asked_at, "When it was asked for."),
    SAY_INSTANT_OR_NULL(struct report_told, reminded_at, "When it was reminded of, the last time."),
    SAY_INT(struct report_told, reminders, "How often it was reminded of."),
    SAY_BOOL(struct report_told, by_clock, "The last reminder was the program's own."),
    SAY_INSTANT_OR_NULL(struct report_told, received_at, "When it came."),
    SAY_TEXT(struct report_told, reference, "Number of the letter, or empty."),
};
static const struct record report_record =
    RECORD_TOLD("InspectionReport", struct report_told, report_fields);

struct reports_told {
    struct text inspection;
    struct record_list reports;
    struct day today;
    int working_days;
};

static const struct record_field reports_fields[] = {
    SAY_TEXT(struct reports_told, inspection, "Its code."),
    SAY_DAY(struct reports_told, today, "The day of the figures."),
    SAY_INT(struct reports_told, working_days, "In how many a report is due, as it is set."),
    SAY_LIST(struct reports_told, reports, &report_record, "In the order of calling."),
};
const struct record inspection_reports_record =
    RECORD_TOLD("InspectionReports", struct reports_told, reports_fields);

static struct report_told told_of(const struct written_report *report,
                                  int64_t now_ms,
                                  int offset_minutes)
{
    return (struct report_told){
        .reference = report->reference,
        .asked_at_ms = report->asked_at_ms,
        .reminded_at_ms = report->reminded_at_ms,
        .received_at_ms = report->received_at_ms,
        .state = (int)written_report_state_of(report, now_ms, offset_minutes),
        .reminders = report->reminders,
        .due = report->due,
        .by_clock = report->reminders > 0 && report->last != REMINDER_BY_HAND,
    };
}

static struct record_list reports_of(struct http_request *request, const struct seat *seat)
{
    const struct roll_call *call = &seat->room.call;
    struct reply_list list = {.mem = request->mem, .item_bytes = sizeof(struct report_told)};
    int64_t now_ms = api_now_ms(api_of(request));

    for (size_t i = 0; i < call->agency_count; i++) {
        const struct roll_agency *agency = &call->agencies[i];
        struct report_told *told;

        if (agency->report.asked_at_ms == 0) continue;
        if (!room_may_answer_for(&seat->rights, seat->agencies[i])) continue;
        told = reply_list_add(&list);
        *told =
            told_of(&agency->report, now_ms, seat->snapshot->picture->directory->offset_minutes);
        told->agency = agency->code;
        told->name = agency->name;
    }
    return reply_list_done(&list);
}

enum rc list_written_reports(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    const struct picture *picture;
    struct reports_told told;

    TRY(seat_take(request, &seat));
    TRY(seat_may_look(request, &seat));
    picture = seat.snapshot->picture;
    told = (struct reports_told){
        .inspection = seat.room.plan.inspection,
        .reports = reports_of(request, &seat),
        .today = day_from_number(picture_day_at(picture, api_now_ms(api_of(request)))),
        .working_days = written_report_working_days(picture->directory),
    };
    api_reply(request, &inspection_reports_record, &told, picture->directory->offset_minutes);
    return RC_OK;
}

/* ---- asking for them ---- */

static enum rc due_day(struct http_request *request,
                       const struct seat *seat,
                       const struct report_asking_body *body,
                       struct day *out_day)
{
    const struct picture *picture = seat->snapshot->picture;
    struct day today = day_from_number(picture_day_at(picture, api_now_ms(api_of(request))));
    int working_days = body->working_days;

    if (!day_is_none(body->deadline)) {
        if (day_compare(body->deadline, today) < 0) {
            return problem_at(&request->why, RC_INVALID, "deadline", "this day is over");
        }
        *out_day = body->deadline;
        return RC_OK;
    }
    if (working_days == 0) working_days = written_report_working_days(picture->directory);
    if (workday_after(picture->calendar, today, working_days, DAYS_PER_WEEK, out_day)) return RC_OK;
    return problem_at(&request->why, RC_INVALID, "working_days",
                      "the calendar does not know these days yet: give a deadline");
}

/* Those that are named, whatever was asked of them; or those of whom nothing was. */
static struct record_list agencies_asked(struct http_request *request,
                                         const struct roll_call *call,
                                         struct record_list named)
{
    struct reply_list list = {.mem = request->mem, .item_bytes = sizeof(struct text)};

    if (named.count > 0) return named;
    for (size_t i = 0; i < call->agency_count; i++) {
        if (call->agencies[i].report.asked_at_ms > 0) continue;
        *(struct text *)reply_list_add(&list) = call->agencies[i].code;
    }
    return reply_list_done(&list);
}

/* One act for each; an agency that is not called is refused when they are recorded. */
static struct room_acting *act_for_each(struct http_request *request,
                                        const struct seat *seat,
                                        enum act_kind kind,
                                        struct record_list agencies)
{
    struct room_acting *acting = arena_one(request->mem, struct room_acting);
    const struct text *codes = agencies.items;

    acting->acts = arena_array(request->mem, struct act, agencies.count + 1);
    acting->act_count = agencies.count;
    for (size_t i = 0; i < agencies.count; i++) {
        acting->acts[i] = act_of(seat->room.plan.inspection, kind, codes[i]);
    }
    return acting;
}

enum rc ask_written_reports(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct report_asking_body body;
    struct room_acting *acting;
    struct day due = {0};

    TRY(api_body(request, &report_asking_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_lead(request, &seat));
    TRY(due_day(request, &seat, &body, &due));
    acting = act_for_each(request, &seat, ACT_REPORT_ASKED,
                          agencies_asked(request, &seat.room.call, body.agencies));
    if (acting->act_count == 0) {
        return problem_at(&request->why, RC_CONFLICT, "agencies",
                          "a written report was asked of every agency");
    }
    for (size_t i = 0; i < acting->act_count; i++) {
        acting->acts[i].day = due;
    }
    return seat_act_and_show(request, &seat, acting, list_written_reports);
}

enum rc note_written_reports(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct report_body body;
    struct room_acting *acting;

    TRY(api_body(request, &report_body_record, &body));
    TRY(seat_take(request, &seat));
    TRY(seat_may_work(request, &seat));
    if (body.agencies.count == 0) {
        return problem_at(&request->why, RC_INVALID, "agencies", "say which agencies are meant");
    }
    acting = act_for_each(request, &seat, (enum act_kind)body.state, body.agencies);
    for (size_t i = 0; i < acting->act_count; i++) {
        acting->acts[i].reference = body.reference;
    }
    return seat_act_and_show(request, &seat, acting, list_written_reports);
}

/* ---- what one's agency owes ---- */

struct owed_told {
    struct text inspection;
    struct text title;
    int64_t asked_at_ms;
    int64_t reminded_at_ms;
    int state;
    struct day day;
    struct day due;
};

static const struct record_field owed_fields[] = {
    SAY_TEXT(struct owed_told, inspection, "Code of the inspection."),
    SAY_TEXT(struct owed_told, title, "What it is called."),
    SAY_DAY(struct owed_told, day, "The day it inspected."),
    SAY_DAY(struct owed_told, due, "Until the end of this day."),
    SAY_WORD(struct owed_told, state, written_report_state_choices, "How it stands."),
    SAY_INSTANT(struct owed_told, asked_at, "When it was asked for."),
    SAY_INSTANT_OR_NULL(struct owed_told, reminded_at, "When it was reminded of, the last time."),
};
static const struct record owed_record = RECORD_TOLD("OwedReport", struct owed_told, owed_fields);

struct owed_list {
    struct record_list reports;
};

static const struct record_field owed_list_fields[] = {
    SAY_LIST(struct owed_list, reports, &owed_record, "Not received yet; by inspection."),
};
const struct record owed_reports_record =
    RECORD_TOLD("OwedReports", struct owed_list, owed_list_fields);

/* The agency that the caller answers for today; empty: none, or all. */
static enum rc own_agency(struct http_request *request,
                          struct api_reader *reader,
                          struct day today,
                          struct text *out_agency)
{
    const struct identity *who = api_identity(request);
    struct delegation delegation;
    bool found = false;

    *out_agency = text_of(who->agency);
    if (out_agency->bytes > 0) return RC_OK;
    TRY(delegation_of(reader->facts, api_of(request)->options.government, text_of(who->name), today,
                      request->mem, &delegation, &found));
    if (found) *out_agency = delegation.agency;
    return RC_OK;
}

static enum rc tell_owed(struct http_request *request,
                         struct api_reader *reader,
                         const struct owed_report *owed,
                         int offset_minutes,
                         struct reply_list *list)
{
    const struct api *api = api_of(request);
    struct report_told report = told_of(&owed->report, api_now_ms(api), offset_minutes);
    struct inspection plan;

    TRY(inspection_find(reader->facts, api->options.government, owed->inspection, request->mem,
                        &plan));
    *(struct owed_told *)reply_list_add(list) = (struct owed_told){
        .inspection = owed->inspection,
        .title = plan.title,
        .asked_at_ms = report.asked_at_ms,
        .reminded_at_ms = report.reminded_at_ms,
        .state = report.state,
        .day = plan.day,
        .due = report.due,
    };
    return RC_OK;
}

enum rc list_owed_reports(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct reply_list list = {.mem = request->mem, .item_bytes = sizeof(struct owed_told)};
    const struct owed_report *owed = NULL;
    struct text agency = {NULL, 0};
    size_t count = 0;
    int offset;

    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    offset = snapshot->picture->directory->offset_minutes;
    TRY(own_agency(request, reader,
                   day_from_number(picture_day_at(snapshot->picture, api_now_ms(api))), &agency));
    TRY(written_report_list(reader->facts, api->options.government, request->mem, &owed, &count));
    for (size_t i = 0; i < count; i++) {
        if (agency.bytes == 0 || !text_equal(owed[i].agency, agency)) continue;
        if (owed[i].report.received_at_ms > 0) continue;
        TRY(tell_owed(request, reader, &owed[i], offset, &list));
    }
    api_reply(request, &owed_reports_record, &(struct owed_list){reply_list_done(&list)}, offset);
    return RC_OK;
}
