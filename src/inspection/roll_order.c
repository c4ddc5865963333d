#include "inspection/roll_private.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_order[] = {
#define AGENCY_KIND(name) name,
#include "people/agency_kind.def"
#undef AGENCY_KIND
};

static int64_t kind_place(struct text kind)
{
    for (size_t i = 0; i < COUNT_OF(kind_order); i++) {
        if (text_equal_ignoring_case(kind, text_of(kind_order[i]))) return (int64_t)i;
    }
    return (int64_t)COUNT_OF(kind_order);
}

static int64_t weight_of(const struct roll_agency *agency, enum order_rule rule)
{
    if (rule == ORDER_MISSING) return -(int64_t)headcount_of(&agency->opening[GROUP_ALL]).missing;
    return rule == ORDER_KIND ? kind_place(agency->kind) : 0;
}

struct placed {
    int64_t weight;
    struct roll_agency agency;
};

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;

    if (a->weight != b->weight) return a->weight < b->weight ? -1 : 1;
    return (a->agency.tree_place > b->agency.tree_place) -
           (a->agency.tree_place < b->agency.tree_place);
}

void roll_sort(struct roll_call *call, enum order_rule rule, struct arena *mem)
{
    struct placed *placed = arena_array(mem, struct placed, call->agency_count + 1);
    struct text called = {NULL, 0};

    if (call->called != ROLL_NOBODY) called = call->agencies[call->called].code;
    for (size_t i = 0; i < call->agency_count; i++) {
        placed[i] = (struct placed){weight_of(&call->agencies[i], rule), call->agencies[i]};
    }
    if (call->agency_count > 1) qsort(placed, call->agency_count, sizeof *placed, compare_placed);
    for (size_t i = 0; i < call->agency_count; i++) {
        call->agencies[i] = placed[i].agency;
    }
    call->rule = rule;
    if (called.at) call->called = roll_find(call, called);
}

void roll_move(struct roll_call *call, size_t from, size_t place)
{
    struct roll_agency moved = call->agencies[from];
    struct text called = {NULL, 0};
    size_t to = place < 1 ? 0 : place - 1;

    if (call->called != ROLL_NOBODY) called = call->agencies[call->called].code;
    if (to >= call->agency_count) to = call->agency_count - 1;
    if (to < from) {
        memmove(&call->agencies[to + 1], &call->agencies[to], (from - to) * sizeof moved);
    } else {
        memmove(&call->agencies[from], &call->agencies[from + 1], (to - from) * sizeof moved);
    }
    call->agencies[to] = moved;
    call->by_hand = true;
    if (called.at) call->called = roll_find(call, called);
}
