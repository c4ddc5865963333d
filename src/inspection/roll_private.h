/* roll_private.h - the parts of the fold; included by src/inspection/roll_*.c alone. */
#pragma once

#include "inspection/roll_call.h"

/* Put the agencies into the order of a rule; who is called stays called. */
void roll_sort(struct roll_call *call, enum order_rule rule, struct arena *mem);

/* Move one to a place, counted from 1; the others close up. */
void roll_move(struct roll_call *call, size_t from, size_t place);

/* The sum of the groups that were given; an ALL of its own is the sum itself. */
void roll_sum_groups(const bool given[GROUP_COUNT], struct headcount said[GROUP_COUNT]);

/* A signed recap, the head's word to one, or a page of one. */
void roll_add_recap(struct roll_call *call, const struct act_row *row, struct roll_agency *agency);
void roll_confirm_recap(struct roll_call *call,
                        const struct act_row *row,
                        struct roll_agency *agency);
void roll_add_scan(struct roll_call *call, const struct act_row *row, struct roll_agency *agency);

/* What the machine said when the heads did, and at the closing.  Of a statement
 * the last figures hold: they were recorded with it. */
void roll_set_machine(const struct roll_source *source, struct roll_call *call, struct arena *mem);

/* The counts over all agencies. */
void roll_sum_up(const struct roll_source *source, struct roll_call *call);
