#include "api/inspection_reply.h"

#include "api/inspection_reply_private.h"
#include "inspection/medium.h"

#include <string.h>

enum { NEXT_TOLD_MAX = 5 };

struct inspection_head inspection_head_of(const struct inspection *plan,
                                          const struct roll_call *call)
{
    return (struct inspection_head){
        .inspection = plan->inspection,
        .title = plan->title,
        .leader = plan->leader,
        .leader_title = plan->leader_title,
        .delegate = plan->delegate,
        .delegate_title = plan->delegate_title,
        .authority = plan->authority,
        .place = plan->place,
        .medium = medium_told(plan->medium),
        .basis = plan->basis,
        .scope = plan->scope,
        .conclusion = call->conclusion,
        .opened_at_ms = call->opened_at_ms,
        .closed_at_ms = call->closed_at_ms,
        .kind = plan->kind,
        .groups = plan->groups,
        .state = (int)call->state,
        .planned_second = plan->planned_second,
        .day = plan->day,
    };
}

static struct inspection_progress progress_of(const struct roll_call *call)
{
    const size_t *standing = call->standing;

    return (struct inspection_progress){
        .agencies = (int64_t)call->agency_count,
        .done = (int64_t)standing[ROLL_ANSWERED],
        .called = (int64_t)(standing[ROLL_CALLED] + standing[ROLL_ANSWERING]),
        .waiting = (int64_t)standing[ROLL_WAITING],
        .silent = (int64_t)standing[ROLL_SILENT],
        .absent = (int64_t)standing[ROLL_ABSENT],
        .skipped = (int64_t)standing[ROLL_SKIPPED],
        .stated = (int64_t)call->stated,
    };
}

static struct inspection_frozen frozen_of(const struct balance balances[GROUP_COUNT],
                                          int64_t at_ms,
                                          int64_t position,
                                          struct arena *mem)
{
    return (struct inspection_frozen){
        .at_ms = at_ms,
        .position = position,
        .total = counts_of(&balances[GROUP_ALL], mem),
        .asn = counts_of(&balances[GROUP_ASN], mem),
        .contract = counts_of(&balances[GROUP_CONTRACT], mem),
    };
}

/* The board counts all people together: of one group alone nothing is live. */
static bool is_of_today(const struct room *room, const struct board_snapshot *snapshot)
{
    return snapshot && snapshot->day == day_number(room->plan.day) &&
           room->plan.groups == GROUP_ALL && room->call.state != SESSION_WITHDRAWN;
}

static const struct balance *live_of(const struct board_snapshot *snapshot, struct text code)
{
    int32_t agency = directory_find_agency(snapshot->picture->directory, code);

    return agency == NONE ? NULL : &snapshot->below[agency];
}

static struct inspection_statement_told statement_of(const struct roll_statement *statement)
{
    if (statement->at_ms == 0) return (struct inspection_statement_told){.at_ms = 0};
    return (struct inspection_statement_told){.at_ms = statement->at_ms,
                                              .by = statement->by,
                                              .post = statement->post,
                                              .said = statement->said[GROUP_ALL],
                                              .machine = statement->machine[GROUP_ALL],
                                              .source = (int)statement->source,
                                              .confirmed = statement->confirmed};
}

static void tell_agency(const struct roll_call *call,
                        int place,
                        const struct board_snapshot *snapshot,
                        struct inspection_agency_told *told)
{
    const struct roll_agency *agency = &call->agencies[place];
    const struct balance *live = snapshot ? live_of(snapshot, agency->code) : NULL;

    memset(told, 0, sizeof *told);
    told->code = agency->code;
    told->name = agency->name;
    told->kind = agency->kind;
    told->by = agency->by;
    told->post = agency->post;
    told->called_at_ms = agency->called_at_ms;
    told->answered_at_ms = agency->answered_at_ms;
    told->ended_at_ms = agency->ended_at_ms;
    told->opening = headcount_of(&agency->opening[GROUP_ALL]);
    if (live) told->live = headcount_of(live);
    told->statement = statement_of(&agency->statement);
    told->place = place + 1;
    told->state = (int)agency->state;
    told->calls = agency->calls;
    told->recap = recap_tell(call, agency);
    told->report_due = agency->report.due;
    told->report_received_at_ms = agency->report.received_at_ms;
}

const void *inspection_tell_agency(const struct room *room,
                                   const struct board_snapshot *snapshot,
                                   int place,
                                   struct arena *mem)
{
    struct inspection_agency_told *told = arena_one(mem, struct inspection_agency_told);

    tell_agency(&room->call, place, is_of_today(room, snapshot) ? snapshot : NULL, told);
    return told;
}

static void tell_agencies(const struct roll_call *call,
                          const struct board_snapshot *snapshot,
                          struct arena *mem,
                          struct inspection_told *told)
{
    struct inspection_agency_told *rows =
        arena_array(mem, struct inspection_agency_told, call->agency_count + 1);

    for (size_t i = 0; i < call->agency_count; i++) {
        tell_agency(call, (int)i, snapshot, &rows[i]);
    }
    told->agencies = (struct record_list){rows, call->agency_count};
}

static void tell_next(const struct roll_call *call, struct arena *mem, struct inspection_told *told)
{
    struct text *next = arena_array(mem, struct text, NEXT_TOLD_MAX + 1);
    size_t count = 0;

    for (int place = roll_next(call, ROLL_NOBODY); place != ROLL_NOBODY && count < NEXT_TOLD_MAX;
         place = roll_next(call, place)) {
        next[count++] = call->agencies[place].code;
    }
    told->next = (struct record_list){next, count};
}

static void tell_programmes(const struct roll_call *call,
                            struct arena *mem,
                            struct inspection_told *told)
{
    struct inspection_programme_told *rows =
        arena_array(mem, struct inspection_programme_told, call->programme_count + 1);

    for (size_t i = 0; i < call->programme_count; i++) {
        const struct roll_programme *programme = &call->programmes[i];

        rows[i] =
            (struct inspection_programme_told){.agency = programme->agency,
                                               .title = programme->title,
                                               .unit = programme->unit,
                                               .blocker = programme->blocker,
                                               .at_ms = programme->at_ms,
                                               .target = programme->target,
                                               .item = programme->item,
                                               .done = programme->done,
                                               .total = programme->total,
                                               .remaining = programme->total - programme->done};
    }
    told->programmes = (struct record_list){rows, call->programme_count};
}

/* Over the agencies of the roll call, whoever else is on the board. */
static void tell_live(const struct roll_call *call,
                      const struct board_snapshot *snapshot,
                      struct arena *mem,
                      struct inspection_told *told)
{
    struct balance sum = {.wfh = 0};

    for (size_t i = 0; i < call->agency_count; i++) {
        const struct balance *live = live_of(snapshot, call->agencies[i].code);

        if (live) balance_add(&sum, live);
    }
    told->live = (struct inspection_live){snapshot->at_ms, counts_of(&sum, mem)};
}

void inspection_tell(const struct room *room,
                     const struct board_snapshot *snapshot,
                     int64_t now_ms,
                     struct arena *mem,
                     struct inspection_told *out_told)
{
    const struct roll_call *call = &room->call;
    const struct board_snapshot *live = is_of_today(room, snapshot) ? snapshot : NULL;
    struct inspection_told told = {
        .number = room->number,
        .at_ms = now_ms,
        .inspection = room->plan.inspection,
        .called = call->called == ROLL_NOBODY ? TEXT("") : call->agencies[call->called].code,
        .head = inspection_head_of(&room->plan, call),
        .progress = progress_of(call),
        .members = {room->member_count ? (const void *)room->members : "", room->member_count},
        .instructions = {call->instructions, call->instruction_count},
        .order = (int)call->rule,
        .by_hand = call->by_hand,
    };

    if (call->opened_at_ms > 0) {
        told.opening = frozen_of(call->opening, call->frozen_at_ms, call->frozen_position, mem);
    }
    if (call->closed_at_ms > 0) {
        told.closing = frozen_of(call->closing, call->closing_at_ms, call->closing_position, mem);
    }
    if (live) tell_live(call, live, mem, &told);
    tell_agencies(call, live, mem, &told);
    tell_next(call, mem, &told);
    tell_programmes(call, mem, &told);
    *out_told = told;
}
