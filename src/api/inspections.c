#include "api/inspection_feed.h"
#include "api/inspection_reply.h"
#include "api/inspection_seat.h"
#include "api/reply.h"
#include "inspection/medium.h"
#include "inspection/wording.h"
#include "rules/holiday_block.h"

/* ---- what is said ---- */

struct proposal_told {
    struct day day;
    struct day first;
    struct day last;
    int kind;
    struct text decree;
    struct text because;
};

static const struct record_field proposal_fields[] = {
    SAY_DAY(struct proposal_told, day, "The day that is proposed."),
    SAY_WORD(struct proposal_told, kind, inspection_kind_choices, "Of which kind."),
    SAY_DAY(struct proposal_told, first, "First of the days off before it."),
    SAY_DAY(struct proposal_told, last, "Last of them."),
    SAY_TEXT(struct proposal_told, decree, "The decree on the holiday."),
    SAY_TEXT(struct proposal_told, because, "The same as a sentence of minutes, in Indonesian."),
};
static const struct record proposal_record =
    RECORD_TOLD("InspectionProposal", struct proposal_told, proposal_fields);

struct inspection_list_told {
    struct record_list inspections;
    struct proposal_told proposal;
};

static const struct record_field list_fields[] = {
    SAY_LIST(struct inspection_list_told,
             inspections,
             &inspection_head_record,
             "The newest first; withdrawn ones too."),
    RECORD_RECORD(struct inspection_list_told,
                  proposal,
                  RECORD_NULLABLE,
                  &proposal_record,
                  .about =
                      "What the program proposes: the next first working day after a holiday."),
};
const struct record inspection_list_record =
    RECORD_TOLD("InspectionList", struct inspection_list_told, list_fields);

struct me_told {
    int part;
    struct text agency;
    struct text agency_name;
    struct text name;
    struct text link;
    bool may_lead;
    bool may_work;
    bool may_answer;
};

static const struct record_field me_fields[] = {
    SAY_WORD(struct me_told, part, room_part_choices, "Which part the caller has."),
    SAY_TEXT(struct me_told, agency, "Code of the agency that a head or deputy answers for."),
    SAY_TEXT(struct me_told, agency_name, "Its name."),
    SAY_TEXT(struct me_told, name, "The account."),
    SAY_TEXT(struct me_told,
             link,
             "The room of another service, for who takes part or plans; else empty."),
    SAY_BOOL(struct me_told, may_lead, "Open, call, instruct, close."),
    SAY_BOOL(struct me_told, may_work, "Enter statements of others; see minutes."),
    SAY_BOOL(struct me_told, may_answer, "For the agency, or (who leads or works) for all."),
};
const struct record inspection_me_record = RECORD_TOLD("InspectionMe", struct me_told, me_fields);

/* ---- list ---- */

enum { PROPOSE_DAYS_AHEAD = 14, DAYS_PER_WEEK = 5 };

static struct text reason_of(const struct holiday_block *block, struct arena *mem)
{
    return arena_format(mem,
                        "hari kerja pertama setelah libur " TEXT_FORMAT " sampai " TEXT_FORMAT
                        " (" TEXT_FORMAT ")",
                        TEXT_ARGUMENT(wording_day(mem, block->first)),
                        TEXT_ARGUMENT(wording_day(mem, block->last)), TEXT_ARGUMENT(block->decree));
}

/* The first of the next days that follows a holiday. */
static void propose(struct http_request *request,
                    const struct board_snapshot *snapshot,
                    struct proposal_told *out_proposal)
{
    const struct calendar *calendar = snapshot->picture->calendar;
    struct day today = day_from_number(snapshot->day);

    for (int ahead = 0; ahead <= PROPOSE_DAYS_AHEAD; ahead++) {
        struct day day = day_add(today, ahead);
        struct holiday_block block;

        if (!holiday_block_ends_before(calendar, day, today, DAYS_PER_WEEK, &block)) continue;
        *out_proposal = (struct proposal_told){
            .day = day,
            .first = block.first,
            .last = block.last,
            .kind = INSPECTION_SURPRISE,
            .decree = block.decree,
            .because = reason_of(&block, request->mem),
        };
        return;
    }
}

static bool is_planned(struct record_list heads, struct day day)
{
    const struct inspection_head *head = heads.items;

    for (size_t i = 0; i < heads.count; i++) {
        if (day_equal(head[i].day, day) && head[i].state != SESSION_WITHDRAWN) return true;
    }
    return false;
}

/* A room without its agencies: the state alone has to be folded. */
static enum rc load(struct http_request *request,
                    struct api_reader *reader,
                    const struct inspection *plan,
                    struct room *room)
{
    return room_load(reader->facts, api_of(request)->options.government, plan->inspection, NULL, 0,
                     request->mem, room);
}

/* Is the caller told of it before its day?  A head's part in it does not matter. */
static bool is_told(const struct http_request *request,
                    const struct board_snapshot *snapshot,
                    const struct room *room,
                    struct day today)
{
    struct room_asking asking = {.who = api_identity(request),
                                 .directory = snapshot->picture->directory,
                                 .members = room->members,
                                 .member_count = room->member_count};
    struct room_rights rights = room_rights_of(&asking);

    return room_is_told_to(&rights, asking.who, room, today);
}

static enum rc tell_heads(struct http_request *request,
                          const struct board_snapshot *snapshot,
                          struct api_reader *reader,
                          struct record_list *out_heads)
{
    struct reply_list heads = {.mem = request->mem, .item_bytes = sizeof(struct inspection_head)};
    int64_t now_ms = api_now_ms(api_of(request));
    struct day today = day_from_number(picture_day_at(snapshot->picture, now_ms));
    const struct inspection *plans = NULL;
    size_t count = 0;

    TRY(inspection_list(reader->facts, api_of(request)->options.government, request->mem, &plans,
                        &count));
    for (size_t i = 0; i < count; i++) {
        struct room room;

        TRY(load(request, reader, &plans[i], &room));
        if (!is_told(request, snapshot, &room, today)) continue;
        *(struct inspection_head *)reply_list_add(&heads) =
            inspection_head_of(&room.plan, &room.call);
    }
    *out_heads = reply_list_done(&heads);
    return RC_OK;
}

enum rc list_inspections(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct proposal_told proposal = {.because = {NULL, 0}};
    struct inspection_list_told told = {.proposal = proposal};

    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    TRY(tell_heads(request, snapshot, reader, &told.inspections));
    propose(request, snapshot, &proposal);
    if (!is_planned(told.inspections, proposal.day)) told.proposal = proposal;
    api_reply(request, &inspection_list_record, &told,
              snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

/* ---- one ---- */

enum rc show_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct inspection_told told;

    TRY(seat_take(request, &seat));
    inspection_tell(&seat.room, seat.snapshot, api_now_ms(api_of(request)), request->mem, &told);
    api_reply(request, &inspection_room_record, &told,
              seat.snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

/* Whoever has it is in that room. */
static struct text link_for(struct http_request *request, const struct seat *seat)
{
    const struct room_rights *rights = &seat->rights;
    const struct directory *directory = seat->snapshot->picture->directory;
    bool takes_part = rights->may_lead || rights->may_work || rights->may_answer;
    bool plans =
        identity_may_on(api_identity(request), PERMISSION_INSPECTION_PLAN, directory, NONE);

    return takes_part || plans ? medium_link(seat->room.plan.medium) : TEXT("");
}

enum rc show_inspection_me(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct me_told told;

    TRY(seat_take(request, &seat));
    told = (struct me_told){
        .part = (int)seat.rights.part,
        .name = text_of(api_identity(request)->name),
        .link = link_for(request, &seat),
        .may_lead = seat.rights.may_lead,
        .may_work = seat.rights.may_work,
        .may_answer = seat.rights.may_answer,
    };
    if (seat.rights.agency != NONE) {
        const struct directory *directory = seat.snapshot->picture->directory;

        told.agency = directory->agencies[seat.rights.agency].code;
        told.agency_name = directory->agencies[seat.rights.agency].name;
    }
    api_reply(request, &inspection_me_record, &told, 0);
    return RC_OK;
}

enum rc stream_inspection(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};

    TRY(seat_take(request, &seat));
    return feed_watch(api_of(request)->feed, request, seat.room.plan.inspection);
}

/* ---- planning ---- */

/* Its figures are everybody's: for the whole government alone. */
static enum rc check_scope(struct http_request *request,
                           const struct board_snapshot *snapshot,
                           const struct inspection *plan)
{
    const struct directory *directory = snapshot->picture->directory;
    const int32_t *agencies = NULL;
    size_t count = 0;

    if (!identity_may_on(api_identity(request), PERMISSION_INSPECTION_PLAN, directory, NONE)) {
        return problem_set(&request->why, RC_FORBIDDEN, "only for the whole government");
    }
    return figure_scope(directory, plan->scope, request->mem, &agencies, &count, &request->why);
}

static enum rc reply_head(struct http_request *request, struct text code)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct inspection plan = {.inspection = code};
    struct inspection_head head;
    struct room room;

    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(api_borrow(api_of(request), &reader));
    TRY(load(request, reader, &plan, &room));
    head = inspection_head_of(&room.plan, &room.call);
    api_reply(request, &inspection_head_record, &head,
              snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

static enum rc finish_plan(struct http_request *request)
{
    const struct inspection_planning *planning = request->work;

    TRY(reply_head(request, text_of(planning->code)));
    request->reply.status = 201;
    return RC_OK;
}

enum rc plan_inspection(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct inspection_planning *planning = arena_one(request->mem, struct inspection_planning);

    TRY(api_body(request, &inspection_body_record, &planning->plan));
    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(check_scope(request, snapshot, &planning->plan));
    planning->plan.author = arena_text(request->mem, text_of(api_identity(request)->name));
    return api_perform(request, &inspection_plan_command, planning, finish_plan);
}

static enum rc finish_change(struct http_request *request)
{
    const struct inspection *plan = request->work;

    return reply_head(request, plan->inspection);
}

static enum rc change(struct http_request *request, struct inspection *plan)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;

    TRY(api_snapshot(api_of(request), &snapshot));
    TRY(check_scope(request, snapshot, plan));
    plan->inspection = request->parameters[0];
    plan->author = arena_text(request->mem, text_of(api_identity(request)->name));
    return api_perform(request, &inspection_change_command, plan, finish_change);
}

enum rc change_inspection(struct http_request *request)
{
    struct inspection *plan = arena_one(request->mem, struct inspection);

    TRY(api_body(request, &inspection_body_record, plan));
    return change(request, plan);
}

enum rc withdraw_inspection(struct http_request *request)
{
    struct inspection *plan = arena_one(request->mem, struct inspection);
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};

    TRY(seat_take(request, &seat));
    *plan = seat.room.plan;
    plan->withdrawn = true;
    return change(request, plan);
}
