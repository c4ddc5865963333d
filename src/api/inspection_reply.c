#include "api/inspection_reply.h"

#include "api/inspection_recap.h"
#include "inspection/medium.h"

#include <string.h>

/* ---- the tables ---- */

static const struct record_field head_fields[] = {
    SAY_TEXT(struct inspection_head, inspection, "Its code."),
    SAY_WORD(struct inspection_head, kind, inspection_kind_choices, "Of which kind."),
    SAY_TEXT(struct inspection_head, title, "What it is called."),
    SAY_DAY(struct inspection_head, day, "The day it inspects."),
    RECORD_NAMED("planned_at",
                 struct inspection_head,
                 planned_second,
                 RECORD_IS_CLOCK,
                 .need = RECORD_NULLABLE,
                 .about = "When it shall begin."),
    SAY_TEXT(struct inspection_head, leader, "Who leads."),
    SAY_TEXT(struct inspection_head, leader_title, "As what."),
    SAY_TEXT(struct inspection_head, delegate, "Who leads in the leader's place; or empty."),
    SAY_TEXT(struct inspection_head, delegate_title, "As what."),
    SAY_TEXT(struct inspection_head, authority, "By what the delegate leads."),
    SAY_TEXT(struct inspection_head, place, "Where the leader sits."),
    SAY_TEXT(struct inspection_head,
             medium,
             "By what video; of a link of another service the host."),
    SAY_TEXT(struct inspection_head, basis, "Why on this day."),
    SAY_TEXT(struct inspection_head, scope, "Codes of the agencies that are called; empty: all."),
    SAY_WORD(struct inspection_head, groups, people_group_choices, "Whom it asks about."),
    SAY_WORD(struct inspection_head, state, session_state_choices, "How it stands."),
    SAY_INSTANT_OR_NULL(struct inspection_head, opened_at, "When it was opened."),
    SAY_INSTANT_OR_NULL(struct inspection_head, closed_at, "When it was closed."),
    SAY_TEXT(struct inspection_head, conclusion, "What was concluded at the closing."),
};
const struct record inspection_head_record =
    RECORD_TOLD("Inspection", struct inspection_head, head_fields);

static const struct record_field member_fields[] = {
    SAY_TEXT(struct inspection_member, name, "Who."),
    SAY_TEXT(struct inspection_member, title, "As what."),
    SAY_WORD(struct inspection_member, part, member_part_choices, "Which part."),
};
static const struct record member_record =
    RECORD_TOLD("InspectionMember", struct inspection_member, member_fields);

static const struct record_field progress_fields[] = {
    SAY_INT(struct inspection_progress, agencies, "That are called."),
    SAY_INT(struct inspection_progress, done, "That have answered."),
    SAY_INT(struct inspection_progress, called, "That is called now: none or one."),
    SAY_INT(struct inspection_progress, waiting, "That wait."),
    SAY_INT(struct inspection_progress, silent, "That did not answer."),
    SAY_INT(struct inspection_progress, absent, "That were not there."),
    SAY_INT(struct inspection_progress, skipped, "That were passed over."),
    SAY_INT(struct inspection_progress, stated, "That gave their figures."),
};
static const struct record progress_record =
    RECORD_TOLD("InspectionProgress", struct inspection_progress, progress_fields);

static const struct record_field frozen_fields[] = {
    SAY_INSTANT(struct inspection_frozen, at, "The instant the figures are of."),
    SAY_INT(struct inspection_frozen, position, "Of the log, included in them."),
    SAY_RECORD(struct inspection_frozen, total, &counts_record, "Everybody."),
    SAY_RECORD(struct inspection_frozen, asn, &counts_record, "Civil servants."),
    SAY_RECORD(struct inspection_frozen, contract, &counts_record, "Contract staff."),
};
static const struct record frozen_record =
    RECORD_TOLD("InspectionFrozen", struct inspection_frozen, frozen_fields);

static const struct record_field live_fields[] = {
    SAY_INSTANT(struct inspection_live, at, "When the figures were so."),
    SAY_RECORD(struct inspection_live, total, &counts_record, "Everybody who is asked about."),
};
static const struct record live_record =
    RECORD_TOLD("InspectionLive", struct inspection_live, live_fields);

struct statement_told {
    int64_t at_ms;
    struct text by;
    struct text post;
    struct headcount said;
    struct headcount machine;
    int source;
    bool confirmed;
};

static const struct record_field statement_fields[] = {
    SAY_INSTANT(struct statement_told, at, "When it was given."),
    SAY_WORD(struct statement_told, source, statement_source_choices, "How it was given."),
    SAY_BOOL(struct statement_told, confirmed, "By the head, when somebody else entered it."),
    SAY_TEXT(struct statement_told, by, "Who gave it."),
    SAY_TEXT(struct statement_told, post, "As what."),
    SAY_RECORD(struct statement_told, said, &headcount_record, "What was said."),
    SAY_RECORD(struct statement_told, machine, &headcount_record, "The machine, at that second."),
};
static const struct record statement_record =
    RECORD_TOLD("InspectionStatement", struct statement_told, statement_fields);

struct inspection_agency_told {
    struct text code;
    struct text name;
    struct text kind;
    struct text by;
    struct text post;
    int64_t called_at_ms;
    int64_t answered_at_ms;
    int64_t ended_at_ms;
    int64_t report_received_at_ms;
    struct headcount opening;
    struct headcount live;
    struct statement_told statement;
    int place;
    int state;
    int calls;
    struct day report_due;
    struct recap_told recap;
};

#define HEADCOUNT(member, what)                                                              \
    RECORD_RECORD(struct inspection_agency_told, member, RECORD_NULLABLE, &headcount_record, \
                  .about = (what))

static const struct record_field agency_fields[] = {
    SAY_TEXT(struct inspection_agency_told, code, "Code."),
    SAY_TEXT(struct inspection_agency_told, name, "Full name, as at the opening."),
    SAY_TEXT(struct inspection_agency_told, kind, "Dinas, Kecamatan ..."),
    SAY_INT(struct inspection_agency_told, place, "In the order of calling, from 1."),
    SAY_WORD(struct inspection_agency_told, state, roll_state_choices, "How it stands."),
    SAY_INT(struct inspection_agency_told, calls, "How often it was called."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, called_at, "When, the last time."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, answered_at, "When somebody answered."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, ended_at, "When the call ended."),
    SAY_TEXT(struct inspection_agency_told, by, "Who answered."),
    SAY_TEXT(struct inspection_agency_told, post, "As what: head or deputy, or a title."),
    HEADCOUNT(opening, "The machine at the opening."),
    HEADCOUNT(live, "The machine now; null on another day."),
    RECORD_RECORD(struct inspection_agency_told,
                  statement,
                  RECORD_NULLABLE,
                  &statement_record,
                  .about = "What its head said."),
    RECORD_RECORD(struct inspection_agency_told,
                  recap,
                  RECORD_NULLABLE,
                  &inspection_recap_record,
                  .about = "The signed recap on paper, when there is one."),
    SAY_DAY_OR_NULL(struct inspection_agency_told, report_due, "Of the written report."),
    SAY_INSTANT_OR_NULL(struct inspection_agency_told, report_received_at, "When it came."),
};
const struct record inspection_agency_record =
    RECORD_TOLD("InspectionAgency", struct inspection_agency_told, agency_fields);

static const struct record_field instruction_fields[] = {
    SAY_INT(struct roll_instruction, item, "Its number in this inspection."),
    SAY_TEXT(struct roll_instruction, agency, "Code of the agency, or empty: all."),
    SAY_TEXT_AS("text", struct roll_instruction, said, "What is to be done."),
    SAY_TEXT(struct roll_instruction, owner, "By whom."),
    SAY_DAY_OR_NULL(struct roll_instruction, deadline, "Until when."),
    SAY_WORD(struct roll_instruction, state, instruction_state_choices, "How it stands."),
    SAY_INSTANT(struct roll_instruction, at, "When it was given."),
};
static const struct record instruction_record =
    RECORD_TOLD("InspectionInstruction", struct roll_instruction, instruction_fields);

struct programme_told {
    struct text agency;
    struct text title;
    struct text unit;
    struct text blocker;
    int64_t at_ms;
    struct day target;
    int item;
    int done;
    int total;
    int remaining;
};

static const struct record_field programme_fields[] = {
    SAY_INT(struct programme_told, item, "Its number in this inspection."),
    SAY_TEXT(struct programme_told, agency, "Code of the agency that reports it."),
    SAY_TEXT(struct programme_told, title, "What is carried out."),
    SAY_TEXT(struct programme_told, unit, "What is counted: desa."),
    SAY_INT(struct programme_told, done, "So many are done ..."),
    SAY_INT(struct programme_told, total, "... of so many ..."),
    SAY_INT(struct programme_told, remaining, "... so that these remain."),
    SAY_DAY_OR_NULL(struct programme_told, target, "When all shall be done."),
    SAY_TEXT(struct programme_told, blocker, "What holds it up."),
    SAY_INSTANT(struct programme_told, at, "When it was counted."),
};
static const struct record programme_record =
    RECORD_TOLD("InspectionProgramme", struct programme_told, programme_fields);

#define ALWAYS                                                                    \
    SAY_TEXT(struct inspection_told, inspection, "Its code."),                    \
        SAY_INT(struct inspection_told, number, "Of the last act; never falls."), \
        SAY_INSTANT(struct inspection_told, at, "When it was so.")
#define SOMETIMES(need, frozen_need, which)                                                        \
    RECORD_RECORD(struct inspection_told, head, need, &inspection_head_record,                     \
                  .about = "The plan."),                                                           \
        RECORD_LIST(struct inspection_told, members, need, &member_record, RECORD_ANY,             \
                    .about = "Who takes part."),                                                   \
        RECORD_CHOICE(struct inspection_told, order, need, order_rule_choices,                     \
                      .about = "By which rule agencies are called."),                              \
        RECORD_INT(struct inspection_told, by_hand, need, 0, 0, .absent = -1,                      \
                   .about = "1 when somebody was moved."),                                         \
        RECORD_RECORD(struct inspection_told, progress, need, &progress_record,                    \
                      .about = "How far it is."),                                                  \
        RECORD_TEXT(struct inspection_told, called, need, 0, RECORD_ANY,                           \
                    .about = "Code of the agency that is called; empty: none."),                   \
        RECORD_TEXTS(struct inspection_told, next, need, RECORD_ANY,                               \
                     .about = "Codes of those that are called next."),                             \
        RECORD_RECORD(struct inspection_told, opening, frozen_need, &frozen_record,                \
                      .about = "The figures frozen at the opening."),                              \
        RECORD_RECORD(struct inspection_told, closing, frozen_need, &frozen_record,                \
                      .about = "The figures frozen at the closing."),                              \
        RECORD_RECORD(struct inspection_told, live, frozen_need, &live_record,                     \
                      .about = "The figures now; none on another day."),                           \
        RECORD_LIST(struct inspection_told, agencies, need, &inspection_agency_record, RECORD_ANY, \
                    .about = (which)),                                                             \
        RECORD_LIST(struct inspection_told, instructions, need, &instruction_record, RECORD_ANY,   \
                    .about = "What was instructed."),                                              \
        RECORD_LIST(struct inspection_told, programmes, need, &programme_record, RECORD_ANY,       \
                    .about = "How programmes go.")

static const struct record_field room_fields[] = {
    ALWAYS, SOMETIMES(RECORD_REQUIRED, RECORD_NULLABLE, "In the order of calling.")};
const struct record inspection_room_record =
    RECORD_TOLD("InspectionRoom", struct inspection_told, room_fields);

static const struct record_field change_fields[] = {
    ALWAYS, SOMETIMES(RECORD_OPTIONAL, RECORD_OPTIONAL, "Those that changed, whole.")};
const struct record inspection_change_record =
    RECORD_TOLD("InspectionChange", struct inspection_told, change_fields);

/* ---- filling ---- */

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

static struct statement_told statement_of(const struct roll_statement *statement)
{
    if (statement->at_ms == 0) return (struct statement_told){.at_ms = 0};
    return (struct statement_told){.at_ms = statement->at_ms,
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
    struct programme_told *rows =
        arena_array(mem, struct programme_told, call->programme_count + 1);

    for (size_t i = 0; i < call->programme_count; i++) {
        const struct roll_programme *programme = &call->programmes[i];

        rows[i] = (struct programme_told){.agency = programme->agency,
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

/* ---- what changed ---- */

struct scratch {
    struct buf written[2];
};

static void scratch_done(struct scratch *scratch)
{
    buf_done(&scratch->written[0]);
    buf_done(&scratch->written[1]);
}

/* Two values are the same when they are written the same. */
static bool same(const struct record *record,
                 struct record_list before,
                 struct record_list now,
                 struct scratch *scratch)
{
    static const struct record_view view = {.sight = RECORD_STAFF};
    const struct record_list lists[] = {before, now};

    for (int i = 0; i < 2; i++) {
        struct json_write json;

        buf_clear(&scratch->written[i]);
        json_write_init(&json, &scratch->written[i]);
        record_write_items(record, lists[i], view, &json, NULL);
    }
    return text_equal(buf_text(&scratch->written[0]), buf_text(&scratch->written[1]));
}

static struct record_list one(const void *object)
{
    return (struct record_list){object, 1};
}

/* Rows of the first by code, as they were. */
static const struct inspection_agency_told *row_before(const struct inspection_told *before,
                                                       struct text code,
                                                       size_t likely)
{
    const struct inspection_agency_told *rows = before->agencies.items;

    if (likely < before->agencies.count && text_equal(rows[likely].code, code)) {
        return &rows[likely];
    }
    for (size_t i = 0; i < before->agencies.count; i++) {
        if (text_equal(rows[i].code, code)) return &rows[i];
    }
    return NULL;
}

static bool change_agencies(const struct inspection_told *before,
                            const struct inspection_told *now,
                            struct arena *mem,
                            struct scratch *scratch,
                            struct inspection_told *change)
{
    const struct inspection_agency_told *rows = now->agencies.items;
    struct inspection_agency_told *changed =
        arena_array(mem, struct inspection_agency_told, now->agencies.count + 1);
    size_t count = 0;

    for (size_t i = 0; i < now->agencies.count; i++) {
        const struct inspection_agency_told *was = row_before(before, rows[i].code, i);

        if (was && same(&inspection_agency_record, one(was), one(&rows[i]), scratch)) continue;
        changed[count++] = rows[i];
    }
    if (count > 0) change->agencies = (struct record_list){changed, count};
    return count > 0;
}

static bool change_lists(const struct inspection_told *before,
                         const struct inspection_told *now,
                         struct scratch *scratch,
                         struct inspection_told *change)
{
    bool members = !same(&member_record, before->members, now->members, scratch);
    bool instructions =
        !same(&instruction_record, before->instructions, now->instructions, scratch);
    bool programmes = !same(&programme_record, before->programmes, now->programmes, scratch);

    if (members) change->members = now->members;
    if (instructions) change->instructions = now->instructions;
    if (programmes) change->programmes = now->programmes;
    return members || instructions || programmes;
}

static bool same_texts(struct record_list before, struct record_list now)
{
    const struct text *a = before.items, *b = now.items;

    if (before.count != now.count) return false;
    for (size_t i = 0; i < now.count; i++) {
        if (!text_equal(a[i], b[i])) return false;
    }
    return true;
}

/* The figures' own instant is no change. */
static bool same_live(const struct inspection_live *before, struct inspection_live now)
{
    now.at_ms = before->at_ms;
    return before->total.strength == now.total.strength &&
           memcmp(before->total.states, now.total.states, sizeof now.total.states) == 0;
}

static bool change_parts(const struct inspection_told *before,
                         const struct inspection_told *now,
                         struct scratch *scratch,
                         struct inspection_told *change)
{
    bool head = !same(&inspection_head_record, one(&before->head), one(&now->head), scratch);
    bool progress = !same(&progress_record, one(&before->progress), one(&now->progress), scratch);
    bool live = !same_live(&before->live, now->live);
    bool called = !text_equal(before->called, now->called);
    bool next = !same_texts(before->next, now->next);
    bool order = before->order != now->order || before->by_hand != now->by_hand;

    if (head) change->head = now->head;
    if (head) change->opening = now->opening;
    if (head) change->closing = now->closing;
    if (progress) change->progress = now->progress;
    if (live) change->live = now->live;
    if (called) change->called = now->called;
    if (next) change->next = now->next;
    if (order) change->order = now->order;
    if (order) change->by_hand = now->by_hand;
    return head || progress || live || called || next || order;
}

bool inspection_tell_change(const struct inspection_told *before,
                            const struct inspection_told *now,
                            struct arena *mem,
                            struct inspection_told *out_change)
{
    CLEANUP(scratch_done) struct scratch scratch = {0};
    bool changed;

    record_clear(&inspection_change_record, out_change);
    out_change->number = now->number;
    out_change->at_ms = now->at_ms;
    out_change->inspection = now->inspection;
    buf_init(&scratch.written[0], REPLY_BYTES_MAX);
    buf_init(&scratch.written[1], REPLY_BYTES_MAX);
    changed = change_parts(before, now, &scratch, out_change);
    changed |= change_lists(before, now, &scratch, out_change);
    changed |= change_agencies(before, now, mem, &scratch, out_change);
    return changed;
}
