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

struct folding {
    const struct roll_source *source;
    struct roll_call *call;
    struct arena *mem;
};

static void end_call(struct roll_call *call, enum roll_state as, int64_t at_ms)
{
    struct roll_agency *agency;

    if (call->called == ROLL_NOBODY) return;
    agency = &call->agencies[call->called];
    agency->state = as;
    agency->ended_at_ms = at_ms;
    agency->spoken_ms += at_ms - agency->called_at_ms;
    call->called = ROLL_NOBODY;
}

/* The call before ends by itself: answered when somebody had answered. */
static void end_call_before(struct roll_call *call, int64_t at_ms)
{
    if (call->called == ROLL_NOBODY) return;
    end_call(call,
             call->agencies[call->called].state == ROLL_ANSWERING ? ROLL_ANSWERED : ROLL_SILENT,
             at_ms);
}

static void answer(struct roll_agency *agency, const struct act_row *row)
{
    if (agency->state == ROLL_CALLED) agency->answered_at_ms = row->at_ms;
    if (agency->state == ROLL_CALLED) agency->state = ROLL_ANSWERING;
    if (row->act.name.bytes > 0) agency->by = row->act.name;
    if (row->act.post.bytes > 0) agency->post = row->act.post;
}

static void add_opened(struct folding *folding, const struct act_row *row, struct roll_agency *none)
{
    int rule = ORDER_MISSING;

    (void)none;
    IGNORE(record_choice_value(order_rule_choices, row->act.word, &rule), "the usual rule");
    folding->call->state = SESSION_OPEN;
    folding->call->opened_at_ms = row->at_ms;
    roll_sort(folding->call, (enum order_rule)rule, folding->mem);
}

static void end_recording(struct roll_call *call, int64_t at_ms)
{
    if (roll_is_recorded(call)) call->recordings[call->recording_count - 1].to_ms = at_ms;
}

static void add_closed(struct folding *folding, const struct act_row *row, struct roll_agency *none)
{
    (void)none;
    end_call_before(folding->call, row->at_ms);
    end_recording(folding->call, row->at_ms);
    folding->call->state = SESSION_CLOSED;
    folding->call->closed_at_ms = row->at_ms;
    folding->call->conclusion = row->act.said;
}

static void add_ordered(struct folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency)
{
    int rule = ORDER_MISSING;

    if (agency) {
        roll_move(folding->call, (size_t)(agency - folding->call->agencies), (size_t)row->act.item);
        return;
    }
    IGNORE(record_choice_value(order_rule_choices, row->act.word, &rule), "the usual rule");
    folding->call->by_hand = false;
    roll_sort(folding->call, (enum order_rule)rule, folding->mem);
}

static void add_called(struct folding *folding,
                       const struct act_row *row,
                       struct roll_agency *agency)
{
    end_call_before(folding->call, row->at_ms);
    agency->state = ROLL_CALLED;
    agency->calls++;
    agency->called_at_ms = row->at_ms;
    agency->answered_at_ms = agency->ended_at_ms = 0;
    folding->call->called = (int)(agency - folding->call->agencies);
}

static void add_answering(struct folding *folding,
                          const struct act_row *row,
                          struct roll_agency *agency)
{
    (void)folding;
    answer(agency, row);
}

static void add_end(struct folding *folding, const struct act_row *row, struct roll_agency *agency)
{
    static const enum roll_state ends[] = {[ACT_ANSWERED] = ROLL_ANSWERED,
                                           [ACT_SILENT] = ROLL_SILENT,
                                           [ACT_ABSENT] = ROLL_ABSENT,
                                           [ACT_SKIPPED] = ROLL_SKIPPED};
    struct roll_call *call = folding->call;
    enum roll_state as = ends[row->act.act];

    if (row->act.name.bytes > 0) agency->by = row->act.name;
    if (row->act.post.bytes > 0) agency->post = row->act.post;
    if (call->called == (int)(agency - call->agencies)) {
        end_call(call, as, row->at_ms);
        return;
    }
    agency->state = as;
    agency->ended_at_ms = row->at_ms;
}

static void add_stated(struct folding *folding,
                       const struct act_row *row,
                       struct roll_agency *agency)
{
    struct roll_statement *statement = &agency->statement;
    int group = row->act.people_group == GROUP_NONE ? GROUP_ALL : row->act.people_group;
    int source = SOURCE_FORM;

    IGNORE(record_choice_value(statement_source_choices, row->act.word, &source), "the usual one");
    if (statement->at_ms != row->at_ms) *statement = (struct roll_statement){.at_ms = row->at_ms};
    statement->by = row->act.name;
    statement->post = row->act.post;
    statement->author = row->act.author;
    statement->source = (enum statement_source)source;
    statement->confirmed = source == SOURCE_FORM;
    statement->given[group] = true;
    statement->said[group] = act_headcount(&row->act);
    roll_sum_groups(statement->given, statement->said);
    if (folding->call->called == (int)(agency - folding->call->agencies)) answer(agency, row);
}

static void add_confirmed(struct folding *folding,
                          const struct act_row *row,
                          struct roll_agency *agency)
{
    (void)folding, (void)row;
    agency->statement.confirmed = true;
}

static void add_claimed(struct folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency)
{
    struct roll_call *call = folding->call;
    size_t place = 0;
    int claim = CLAIM_OTHER;
    bool health = false;

    IGNORE(record_choice_value(claim_choices, row->act.word, &claim), "a class of its own");
    while (place < call->claim_count && !text_equal(call->claims[place].person, row->act.person)) {
        place++;
    }
    if (place == call->claim_count) {
        call->claim_count++;
    } else {
        health = call->claims[place].health;
    }
    call->claims[place] = (struct roll_claim){.agency = agency->code,
                                              .person = row->act.person,
                                              .note = row->act.said,
                                              .by = row->act.name,
                                              .at_ms = row->at_ms,
                                              .claim = (enum claim)claim,
                                              .health = health || claim == CLAIM_SICK};
}

static struct roll_words words_of(const struct act_row *row)
{
    return (struct roll_words){.agency = row->act.agency,
                               .person = row->act.person,
                               .said = row->act.said,
                               .author = row->act.author,
                               .at_ms = row->at_ms};
}

static void add_replied(struct folding *folding,
                        const struct act_row *row,
                        struct roll_agency *none)
{
    (void)none;
    folding->call->replies[folding->call->reply_count++] = words_of(row);
}

static void add_noted(struct folding *folding, const struct act_row *row, struct roll_agency *none)
{
    (void)none;
    folding->call->notes[folding->call->note_count++] = words_of(row);
}

static void add_amended(struct folding *folding,
                        const struct act_row *row,
                        struct roll_agency *none)
{
    struct roll_words *words = &folding->call->amendments[folding->call->amendment_count++];

    (void)none;
    *words = words_of(row);
    IGNORE(record_choice_value(amendment_about_choices, row->act.word, &words->about),
           "the minutes as a whole");
}

static void add_recap(struct folding *folding,
                      const struct act_row *row,
                      struct roll_agency *agency)
{
    roll_add_recap(folding->call, row, agency);
}

static void add_recap_confirmed(struct folding *folding,
                                const struct act_row *row,
                                struct roll_agency *agency)
{
    roll_confirm_recap(folding->call, row, agency);
}

static void add_scanned(struct folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency)
{
    roll_add_scan(folding->call, row, agency);
}

/* A new one, or a change of state of one that is there. */
static void add_instructed(struct folding *folding,
                           const struct act_row *row,
                           struct roll_agency *none)
{
    struct roll_call *call = folding->call;
    struct roll_instruction *instruction;
    int state = INSTRUCTION_OPEN;

    (void)none;
    if (row->act.item < 1 || row->act.item > (int)call->instruction_count + 1) return;
    IGNORE(record_choice_value(instruction_state_choices, row->act.word, &state), "it is open");
    instruction = &call->instructions[row->act.item - 1];
    if (row->act.item > (int)call->instruction_count) {
        call->instruction_count++;
        *instruction = (struct roll_instruction){.agency = row->act.agency,
                                                 .said = row->act.said,
                                                 .owner = row->act.name,
                                                 .author = row->act.author,
                                                 .at_ms = row->at_ms,
                                                 .deadline = row->act.day,
                                                 .item = row->act.item};
    } else {
        instruction->note = row->act.said;
    }
    instruction->state = (enum instruction_state)state;
    instruction->changed_at_ms = row->at_ms;
}

static void add_programme(struct folding *folding,
                          const struct act_row *row,
                          struct roll_agency *none)
{
    struct roll_call *call = folding->call;

    (void)none;
    if (row->act.item < 1 || row->act.item > (int)call->programme_count + 1) return;
    if (row->act.item > (int)call->programme_count) call->programme_count++;
    call->programmes[row->act.item - 1] = (struct roll_programme){.agency = row->act.agency,
                                                                  .title = row->act.said,
                                                                  .unit = row->act.post,
                                                                  .blocker = row->act.reference,
                                                                  .at_ms = row->at_ms,
                                                                  .target = row->act.day,
                                                                  .item = row->act.item,
                                                                  .done = row->act.done,
                                                                  .total = row->act.total};
}

static void add_report(struct folding *folding,
                       const struct act_row *row,
                       struct roll_agency *agency)
{
    (void)folding;
    written_report_add(&agency->report, row);
}

static void add_follow_up(struct folding *folding,
                          const struct act_row *row,
                          struct roll_agency *agency)
{
    struct roll_call *call = folding->call;
    size_t place = 0;
    int path = FOLLOW_UP_NONE;

    IGNORE(record_choice_value(follow_up_path_choices, row->act.word, &path), "none was chosen");
    while (place < call->follow_up_count &&
           !text_equal(call->follow_ups[place].person, row->act.person)) {
        place++;
    }
    if (place == call->follow_up_count) call->follow_up_count++;
    call->follow_ups[place] = (struct roll_follow_up){.agency = agency->code,
                                                      .person = row->act.person,
                                                      .reason = row->act.said,
                                                      .official = row->act.name,
                                                      .author = row->act.author,
                                                      .at_ms = row->at_ms,
                                                      .path = (enum follow_up_path)path};
}

static void add_recording(struct folding *folding,
                          const struct act_row *row,
                          struct roll_agency *none)
{
    struct roll_call *call = folding->call;

    (void)none;
    if (row->act.act == ACT_RECORDING_ENDED) {
        end_recording(call, row->at_ms);
    } else if (!roll_is_recorded(call)) {
        call->recordings[call->recording_count++] =
            (struct roll_recording){.from_ms = row->at_ms, .by = row->act.author};
    }
}

typedef void adder(struct folding *folding, const struct act_row *row, struct roll_agency *agency);

static adder *const adders[] = {
    [ACT_OPENED] = add_opened,
    [ACT_ORDERED] = add_ordered,
    [ACT_CALLED] = add_called,
    [ACT_ANSWERING] = add_answering,
    [ACT_ANSWERED] = add_end,
    [ACT_SILENT] = add_end,
    [ACT_ABSENT] = add_end,
    [ACT_SKIPPED] = add_end,
    [ACT_STATED] = add_stated,
    [ACT_CONFIRMED] = add_confirmed,
    [ACT_CLAIMED] = add_claimed,
    [ACT_REPLIED] = add_replied,
    [ACT_RECAP] = add_recap,
    [ACT_RECAP_CONFIRMED] = add_recap_confirmed,
    [ACT_SCANNED] = add_scanned,
    [ACT_NOTED] = add_noted,
    [ACT_INSTRUCTED] = add_instructed,
    [ACT_PROGRAMME] = add_programme,
    [ACT_CLOSED] = add_closed,
    [ACT_REPORT_ASKED] = add_report,
    [ACT_REPORT_REMINDED] = add_report,
    [ACT_REPORT_RECEIVED] = add_report,
    [ACT_FOLLOW_UP] = add_follow_up,
    [ACT_AMENDED] = add_amended,
    [ACT_RECORDING_BEGUN] = add_recording,
    [ACT_RECORDING_ENDED] = add_recording,
};

/* Acts that say nothing without an agency of the roll call. */
static bool needs_agency(int act)
{
    return adders[act] == add_called || adders[act] == add_answering || adders[act] == add_end ||
           adders[act] == add_stated || adders[act] == add_confirmed ||
           adders[act] == add_claimed || adders[act] == add_recap || adders[act] == add_scanned ||
           adders[act] == add_report || adders[act] == add_follow_up;
}

static void add(struct folding *folding, const struct act_row *row)
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
    struct folding folding = {.source = source, .call = out_call, .mem = mem};

    begin(source, mem, out_call);
    roll_sort(out_call, ORDER_MISSING, mem);
    for (size_t i = 0; i < source->act_count; i++) {
        add(&folding, &source->acts[i]);
    }
    roll_set_machine(source, out_call, mem);
    roll_sum_up(source, out_call);
}
