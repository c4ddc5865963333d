/* What the leader, the team and an agency's own head see of it: with names.
 *
 * The only record of inspections with members for people.  It is written for
 * one agency at a time, for those who may answer for it in this session. */
#include "api/inspection_bodies.h"
#include "api/inspection_readings.h"
#include "api/inspection_recap.h"
#include "api/inspection_reply.h"
#include "api/inspection_seat.h"

#include <string.h>

/* ---- what is said ---- */

struct group_told {
    int group;
    struct headcount machine;
    struct headcount said;
    struct headcount stated_machine;
};

static const struct record_field group_fields[] = {
    SAY_WORD(struct group_told, group, people_group_choices, "Of whom."),
    SAY_RECORD(struct group_told, machine, &headcount_record, "The machine now."),
    RECORD_RECORD(struct group_told,
                  said,
                  RECORD_NULLABLE,
                  &headcount_record,
                  .about = "What the head said of this group."),
    RECORD_RECORD(struct group_told,
                  stated_machine,
                  RECORD_NULLABLE,
                  &headcount_record,
                  .about = "The machine when the head said it."),
};
static const struct record group_record =
    RECORD_TOLD("InspectionGroup", struct group_told, group_fields);

struct missing_told {
    struct text number;
    struct text name;
    struct text unit;
    struct text position;
    struct text note;
    struct text by;
    struct text answer;
    int64_t at_ms;
    int kind;
    int state;
    int claim;
    bool answer_hidden;
};

static const struct record_field missing_fields[] = {
    SAY_TEXT(struct missing_told, number, "Number of the person."),
    SAY_TEXT(struct missing_told, name, "Name."),
    SAY_TEXT(struct missing_told, unit, "Of which part of the agency."),
    SAY_TEXT(struct missing_told, position, "As what."),
    SAY_WORD(struct missing_told, kind, person_kind_choices, "Kind of contract."),
    SAY_WORD(struct missing_told, state, state_choices, "How the day stands for the machine."),
    SAY_WORD_OR_NULL(struct missing_told, claim, claim_choices, "The reason that was given."),
    SAY_TEXT(struct missing_told, note, "A short note."),
    SAY_TEXT(struct missing_told, by, "Who gave the reason."),
    SAY_INSTANT_OR_NULL(struct missing_told, at, "When."),
    SAY_TEXT(struct missing_told, answer, "What the person says to it."),
    SAY_BOOL(struct missing_told, answer_hidden, "It may speak of health: others read it."),
};
static const struct record missing_record =
    RECORD_TOLD("InspectionMissing", struct missing_told, missing_fields);

struct arrival_told {
    struct text number;
    struct text name;
    int first_in_second;
};

static const struct record_field arrival_fields[] = {
    SAY_TEXT(struct arrival_told, number, "Number of the person."),
    SAY_TEXT(struct arrival_told, name, "Name."),
    RECORD_TIME(struct arrival_told, first_in, RECORD_REQUIRED, .about = "When."),
};
static const struct record arrival_record =
    RECORD_TOLD("InspectionArrival", struct arrival_told, arrival_fields);

struct trail_told {
    int64_t at_ms;
    int act;
    struct text text;
};

static const struct record_field trail_fields[] = {
    SAY_INSTANT(struct trail_told, at, "When."),
    SAY_WORD(struct trail_told, act, act_choices, "What was done."),
    SAY_TEXT(struct trail_told, text, "In Indonesian."),
};
static const struct record trail_record =
    RECORD_TOLD("InspectionTrail", struct trail_told, trail_fields);

static const struct record_field note_fields[] = {
    SAY_INSTANT(struct roll_words, at, "When."),
    SAY_TEXT(struct roll_words, agency, "About which agency, or empty."),
    SAY_TEXT_AS("text", struct roll_words, said, "The note."),
    SAY_TEXT(struct roll_words, author, "The account."),
};
static const struct record note_record =
    RECORD_TOLD("InspectionNote", struct roll_words, note_fields);

struct evidence_told {
    struct text inspection;
    int64_t at_ms;
    struct record_list agency;
    struct record_list groups;
    struct record_list missing;
    struct record_list arrivals;
    struct record_list trail;
    struct record_list notes;
    struct record_list recaps;
};

static const struct record_field evidence_fields[] = {
    SAY_TEXT(struct evidence_told, inspection, "Its code."),
    SAY_INSTANT(struct evidence_told, at, "When it was so."),
    SAY_LIST(struct evidence_told, agency, &inspection_agency_record, "The row of the room: one."),
    SAY_LIST(struct evidence_told, groups, &group_record, "Civil servants and contract staff."),
    SAY_LIST(struct evidence_told, missing, &missing_record, "Who is not accounted for."),
    SAY_LIST(struct evidence_told, arrivals, &arrival_record, "Who was recorded since the call."),
    SAY_LIST(struct evidence_told, trail, &trail_record, "What was done with this agency."),
    SAY_LIST(struct evidence_told, notes, &note_record, "For the leader and the team; else none."),
    SAY_LIST(struct evidence_told,
             recaps,
             &inspection_manual_recap_record,
             "The signed recap on paper, and corrections of it."),
};
const struct record inspection_evidence_record =
    RECORD_TOLD("InspectionEvidence", struct evidence_told, evidence_fields);

/* ---- the people of the agency ---- */

struct gathering {
    const struct seat *seat;
    const struct directory *directory;
    int32_t agency;
    int32_t call_second; /* of the day; LINE_NONE: it was never called */
    struct balance groups[GROUP_COUNT];
    struct reply_list missing;
    struct reply_list arrivals;
};

static bool is_missing(enum state state)
{
    return state == STATE_NOT_DUE || state == STATE_WAITING || state == STATE_UNKNOWN ||
           state == STATE_UNEXPLAINED;
}

static void add_missing(struct gathering *gathering,
                        int32_t person,
                        int32_t unit,
                        const struct line *line)
{
    const struct roll_call *call = &gathering->seat->room.call;
    const struct directory_person *who = &gathering->directory->people[person];
    const struct roll_claim *claim = roll_claim_of(call, who->number);
    const struct roll_words *reply = roll_reply_of(call, who->number);
    struct missing_told *told = reply_list_add(&gathering->missing);

    *told = (struct missing_told){
        .number = who->number,
        .name = who->name,
        .unit = gathering->directory->agencies[unit].name,
        .position = who->position,
        .kind = (int)who->kind,
        .state = line->state,
        .claim = -1,
    };
    told->answer_hidden = reply && !room_may_read_answer(&gathering->seat->rights, claim);
    if (reply && !told->answer_hidden) told->answer = reply->said;
    if (!claim) return;
    told->claim = (int)claim->claim;
    told->note = claim->note;
    told->by = claim->by;
    told->at_ms = claim->at_ms;
}

static void add_arrival(struct gathering *gathering, int32_t person, const struct line *line)
{
    const struct directory_person *who = &gathering->directory->people[person];

    if (gathering->call_second == LINE_NONE || line->first_in == LINE_NONE) return;
    if (line->first_in < gathering->call_second) return;
    *(struct arrival_told *)reply_list_add(&gathering->arrivals) = (struct arrival_told){
        .number = who->number, .name = who->name, .first_in_second = reply_second(line->first_in)};
}

static void add_line(void *visitor, int32_t person, const struct line *line)
{
    struct gathering *gathering = visitor;
    const struct directory *directory = gathering->directory;
    int32_t day = day_number(gathering->seat->room.plan.day);
    enum state state = (enum state)line->state;
    const struct directory_person *who;
    int32_t unit;

    if (person < 0 || (size_t)person >= directory->person_count) return;
    unit = directory_agency_of(directory, person, day);
    if (unit == NONE || !directory_is_below(directory, unit, gathering->agency)) return;
    who = &directory->people[person];
    if (!group_has((enum people_group)gathering->seat->room.plan.groups, who->kind)) return;
    balance_enter(&gathering->groups[group_of_kind(who->kind)], state, (enum mode)line->mode);
    if (is_missing(state)) add_missing(gathering, person, unit, line);
    add_arrival(gathering, person, line);
}

static int32_t second_of_call(const struct seat *seat, const struct roll_agency *agency)
{
    int offset = seat->snapshot->picture->directory->offset_minutes;
    int64_t moment = moment_at(agency->called_at_ms, offset);

    if (agency->called_at_ms == 0) return LINE_NONE;
    return (int32_t)(moment - moment_of(seat->room.plan.day, 0));
}

/* ---- the rest of it ---- */

static struct record_list groups_of(const struct gathering *gathering,
                                    const struct roll_statement *statement,
                                    struct arena *mem)
{
    static const enum people_group apart[] = {GROUP_ASN, GROUP_CONTRACT};
    struct group_told *told = arena_array(mem, struct group_told, COUNT_OF(apart));

    for (size_t i = 0; i < COUNT_OF(apart); i++) {
        enum people_group group = apart[i];

        told[i].group = (int)group;
        told[i].machine = headcount_of(&gathering->groups[group]);
        if (!statement->given[group]) continue;
        told[i].said = statement->said[group];
        told[i].stated_machine = statement->machine[group];
    }
    return (struct record_list){told, COUNT_OF(apart)};
}

static struct record_list trail_of(const struct room *room, struct text agency, struct arena *mem)
{
    struct reply_list trail = {.mem = mem, .item_bytes = sizeof(struct trail_told)};

    for (size_t i = 0; i < room->act_count; i++) {
        const struct act *act = &room->acts[i].act;
        const char *label = act_label((enum act_kind)act->act);
        struct trail_told *told;

        if (act->act == ACT_NOTED || !text_equal(act->agency, agency)) continue;
        told = reply_list_add(&trail);
        told->at_ms = room->acts[i].at_ms;
        told->act = act->act;
        told->text = act->name.bytes > 0
                         ? arena_format(mem, "%s, " TEXT_FORMAT, label, TEXT_ARGUMENT(act->name))
                         : arena_text(mem, text_of(label));
    }
    return reply_list_done(&trail);
}

/* The leader's own notes, also those about everybody. */
static struct record_list notes_of(const struct seat *seat, struct text agency, struct arena *mem)
{
    const struct roll_call *call = &seat->room.call;
    struct reply_list notes = {.mem = mem, .item_bytes = sizeof(struct roll_words)};

    for (size_t i = 0; i < call->note_count; i++) {
        const struct roll_words *note = &call->notes[i];

        if (!seat->rights.may_work && !seat->rights.may_lead) break;
        if (note->agency.bytes > 0 && !text_equal(note->agency, agency)) continue;
        *(struct roll_words *)reply_list_add(&notes) = *note;
    }
    return reply_list_done(&notes);
}

static enum rc tell(struct http_request *request, const struct seat *seat, int place)
{
    struct api *api = api_of(request);
    const struct roll_agency *agency = &seat->room.call.agencies[place];
    int32_t day = day_number(seat->room.plan.day);
    struct gathering gathering = {
        .seat = seat,
        .directory = seat->snapshot->picture->directory,
        .agency = seat->agencies[place],
        .call_second = second_of_call(seat, agency),
        .missing = {.mem = request->mem, .item_bytes = sizeof(struct missing_told)},
        .arrivals = {.mem = request->mem, .item_bytes = sizeof(struct arrival_told)},
    };
    struct evidence_told told = {.inspection = seat->room.plan.inspection,
                                 .at_ms = api_now_ms(api)};

    TRY(api_wait_for_board(api, day, day));
    if (gathering.agency != NONE) {
        TRY(derived_lines(seat->reader->derived, day, add_line, &gathering));
    }
    told.agency = (struct record_list){
        inspection_tell_agency(&seat->room, seat->snapshot, place, request->mem), 1};
    told.groups = groups_of(&gathering, &agency->statement, request->mem);
    told.missing = reply_list_done(&gathering.missing);
    told.arrivals = reply_list_done(&gathering.arrivals);
    told.trail = trail_of(&seat->room, agency->code, request->mem);
    told.notes = notes_of(seat, agency->code, request->mem);
    told.recaps = recap_tell_papers(&seat->room.call, agency, request->mem);
    api_reply(request, &inspection_evidence_record, &told, gathering.directory->offset_minutes);
    return RC_OK;
}

static enum rc give(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    int place = 0;

    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, request->parameters[1], &place));
    return tell(request, &seat, place);
}

enum rc show_inspection_agency(struct http_request *request)
{
    CLEANUP(seat_leave) struct seat seat = {.snapshot = NULL};
    struct text agency = request->parameters[1];
    struct name_reading *reading = NULL;
    int place = 0;

    TRY(seat_take(request, &seat));
    TRY(seat_may_answer(request, &seat, agency, &place));
    TRY(names_to_note(request, &seat, NAME_READING_PEOPLE, agency, &reading));
    if (reading) return api_perform(request, &name_reading_command, reading, give);
    return tell(request, &seat, place);
}
