/* roll_private.h - the parts of the fold; included by src/inspection/roll_*.c alone. */
#pragma once

#include "inspection/roll_call.h"

/* Put the agencies into the order of a rule; who is called stays called. */
void roll_sort(struct roll_call *call, enum order_rule rule, struct arena *mem);

/* Move one to a place, counted from 1; the others close up. */
void roll_move(struct roll_call *call, size_t from, size_t place);

/* The sum of the groups that were given; an ALL of its own is the sum itself. */
void roll_sum_groups(const bool given[GROUP_COUNT], struct headcount said[GROUP_COUNT]);

/* ---- one act after the other ---- */

struct roll_folding {
    const struct roll_source *source;
    struct roll_call *call;
    struct arena *mem;
};

/* What an act changes; `agency` is the one it names, or NULL. */
typedef void roll_adder(struct roll_folding *folding,
                        const struct act_row *row,
                        struct roll_agency *agency);

/* roll_turn.c: the session, the order, whose turn it is and what the head states. */
roll_adder roll_add_opened, roll_add_closed, roll_add_ordered, roll_add_called, roll_add_answering,
    roll_add_end, roll_add_stated, roll_add_confirmed, roll_add_recording;

/* roll_said.c: what is said of people and programmes, ordered, and asked for. */
roll_adder roll_add_claimed, roll_add_replied, roll_add_noted, roll_add_amended,
    roll_add_instructed, roll_add_programme, roll_add_report, roll_add_follow_up;

/* roll_recap.c: a signed recap, the head's word to one, or a page of one. */
roll_adder roll_add_recap, roll_confirm_recap, roll_add_scan;

/* ---- figures ---- */

/* What the machine said when the heads did, and at the closing.  Of a statement
 * the last figures hold: they were recorded with it. */
void roll_set_machine(const struct roll_source *source, struct roll_call *call, struct arena *mem);

/* The counts over all agencies. */
void roll_sum_up(const struct roll_source *source, struct roll_call *call);
