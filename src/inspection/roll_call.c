#include "inspection/roll_private.h"

#include <string.h>

/* ---- finding ---- */

int roll_find(const struct roll_call *call, struct text code)
{
    for (size_t i = 0; i < call->agency_count; i++) {
        if (text_equal(call->agencies[i].code, code)) return (int)i;
    }
    return ROLL_NOBODY;
}

const struct roll_claim *roll_claim_of(const struct roll_call *call, struct text person)
{
    for (size_t i = 0; i < call->claim_count; i++) {
        if (text_equal(call->claims[i].person, person)) return &call->claims[i];
    }
    return NULL;
}

const struct roll_words *roll_reply_of(const struct roll_call *call, struct text person)
{
    for (size_t i = call->reply_count; i-- > 0;) {
        if (text_equal(call->replies[i].person, person)) return &call->replies[i];
    }
    return NULL;
}

const struct roll_follow_up *roll_follow_up_of(const struct roll_call *call, struct text person)
{
    for (size_t i = 0; i < call->follow_up_count; i++) {
        if (text_equal(call->follow_ups[i].person, person)) return &call->follow_ups[i];
    }
    return NULL;
}

bool roll_is_recorded(const struct roll_call *call)
{
    return call->recording_count > 0 && call->recordings[call->recording_count - 1].to_ms == 0;
}

int roll_next(const struct roll_call *call, int after)
{
    for (size_t i = (size_t)after + 1; i < call->agency_count; i++) { /* from 0 after nobody */
        if (call->agencies[i].state == ROLL_WAITING) return (int)i;
    }
    return ROLL_NOBODY;
}

int roll_next_item(const struct roll_call *call, enum act_kind kind)
{
    size_t count = kind == ACT_INSTRUCTED ? call->instruction_count : call->programme_count;

    return (int)count + 1;
}

/* ---- one act after the other ---- */

static roll_adder *const adders[] = {
    [ACT_OPENED] = roll_add_opened,
    [ACT_ORDERED] = roll_add_ordered,
    [ACT_CALLED] = roll_add_called,
    [ACT_ANSWERING] = roll_add_answering,
    [ACT_ANSWERED] = roll_add_end,
    [ACT_SILENT] = roll_add_end,
    [ACT_ABSENT] = roll_add_end,
    [ACT_SKIPPED] = roll_add_end,
    [ACT_STATED] = roll_add_stated,
    [ACT_CONFIRMED] = roll_add_confirmed,
    [ACT_CLAIMED] = roll_add_claimed,
    [ACT_REPLIED] = roll_add_replied,
    [ACT_RECAP] = roll_add_recap,
    [ACT_RECAP_CONFIRMED] = roll_confirm_recap,
    [ACT_SCANNED] = roll_add_scan,
    [ACT_NOTED] = roll_add_noted,
    [ACT_INSTRUCTED] = roll_add_instructed,
    [ACT_PROGRAMME] = roll_add_programme,
    [ACT_CLOSED] = roll_add_closed,
    [ACT_REPORT_ASKED] = roll_add_report,
    [ACT_REPORT_REMINDED] = roll_add_report,
    [ACT_REPORT_RECEIVED] = roll_add_report,
    [ACT_FOLLOW_UP] = roll_add_follow_up,
    [ACT_AMENDED] = roll_add_amended,
    [ACT_RECORDING_BEGUN] = roll_add_recording,
    [ACT_RECORDING_ENDED] = roll_add_recording,
};

/* Acts that say nothing without an agency of the roll call. */
static bool needs_agency(int act)
{
    return adders[act] == roll_add_called || adders[act] == roll_add_answering ||
           adders[act] == roll_add_end || adders[act] == roll_add_stated ||
           adders[act] == roll_add_confirmed || adders[act] == roll_add_claimed ||
           adders[act] == roll_add_recap || adders[act] == roll_confirm_recap ||
           adders[act] == roll_add_scan || adders[act] == roll_add_report ||
           adders[act] == roll_add_follow_up;
}

static void add(struct roll_folding *folding, const struct act_row *row)
{
    struct roll_call *call = folding->call;
    int place = row->act.agency.bytes > 0 ? roll_find(call, row->act.agency) : ROLL_NOBODY;

    assert((size_t)row->act.act < COUNT_OF(adders));
    if (place == ROLL_NOBODY && needs_agency(row->act.act)) return;
    adders[row->act.act](folding, row, place == ROLL_NOBODY ? NULL : &call->agencies[place]);
}

/* ---- the whole ---- */

static void begin(const struct roll_source *source, struct arena *mem, struct roll_call *call)
{
    size_t most = source->act_count + 1;

    *call = (struct roll_call){
        .state = source->plan->withdrawn ? SESSION_WITHDRAWN : SESSION_PLANNED,
        .called = ROLL_NOBODY,
        .agencies = arena_array(mem, struct roll_agency, source->unit_count + 1),
        .agency_count = source->unit_count,
        .instructions = arena_array(mem, struct roll_instruction, most),
        .programmes = arena_array(mem, struct roll_programme, most),
        .claims = arena_array(mem, struct roll_claim, most),
        .follow_ups = arena_array(mem, struct roll_follow_up, most),
        .recaps = arena_array(mem, struct roll_recap, most),
        .scans = arena_array(mem, struct roll_scan, most),
        .notes = arena_array(mem, struct roll_words, most),
        .replies = arena_array(mem, struct roll_words, most),
        .amendments = arena_array(mem, struct roll_words, most),
        .recordings = arena_array(mem, struct roll_recording, most),
    };
    for (size_t i = 0; i < source->unit_count; i++) {
        struct roll_agency *agency = &call->agencies[i];
        const struct roll_unit *unit = &source->units[i];

        *agency = (struct roll_agency){
            .code = unit->code, .name = unit->name, .kind = unit->kind, .tree_place = i};
        memcpy(agency->opening, unit->opening, sizeof agency->opening);
    }
}

void roll_call_fold(const struct roll_source *source, struct arena *mem, struct roll_call *out_call)
{
    struct roll_folding folding = {.source = source, .call = out_call, .mem = mem};

    begin(source, mem, out_call);
    roll_sort(out_call, ORDER_MISSING, mem);
    for (size_t i = 0; i < source->act_count; i++) {
        add(&folding, &source->acts[i]);
    }
    roll_set_machine(source, out_call, mem);
    roll_sum_up(source, out_call);
}
