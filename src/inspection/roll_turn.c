#include "inspection/roll_private.h"

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

void roll_add_opened(struct roll_folding *folding,
                     const struct act_row *row,
                     struct roll_agency *none)
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

void roll_add_closed(struct roll_folding *folding,
                     const struct act_row *row,
                     struct roll_agency *none)
{
    (void)none;
    end_call_before(folding->call, row->at_ms);
    end_recording(folding->call, row->at_ms);
    folding->call->state = SESSION_CLOSED;
    folding->call->closed_at_ms = row->at_ms;
    folding->call->conclusion = row->act.said;
}

void roll_add_ordered(struct roll_folding *folding,
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

void roll_add_called(struct roll_folding *folding,
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

void roll_add_answering(struct roll_folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency)
{
    (void)folding;
    answer(agency, row);
}

void roll_add_end(struct roll_folding *folding,
                  const struct act_row *row,
                  struct roll_agency *agency)
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

void roll_add_stated(struct roll_folding *folding,
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

void roll_add_confirmed(struct roll_folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency)
{
    (void)folding, (void)row;
    agency->statement.confirmed = true;
}

void roll_add_recording(struct roll_folding *folding,
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
