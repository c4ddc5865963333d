/* balance.h - how many people are in each state, and what share is present.
 *
 * Counts are kept, percentages are derived from them and never added: the
 * rounded parts of 17 May 2021 (82.79, 14, 0.98, 2.4) add up to 100.17.
 * A person moves from one state to another, so the balance always closes.
 *
 *   strength = the sum of all states        expected = strength - off
 *   present  = on_time + late + missing_in  present_max = present + the open
 *
 * Threads   A balance belongs to its owner; the functions share nothing. */
#pragma once

#include "rules/state.h"

enum { PERCENT_TEXT_BYTES = 12 };

struct balance {
    int32_t counts[STATE_COUNT];
    int32_t wfh; /* of the expected, those whose mode is WFH */
};

struct percent_text {
    char s[PERCENT_TEXT_BYTES];
};

void balance_enter(struct balance *balance, enum state state, enum mode mode);
void balance_leave(struct balance *balance, enum state state, enum mode mode);

/* Add or subtract a whole balance, as agencies do up their tree. */
void balance_add(struct balance *balance, const struct balance *other);
void balance_subtract(struct balance *balance, const struct balance *other);

bool balance_equal(const struct balance *a, const struct balance *b);

int32_t balance_strength(const struct balance *balance);
int32_t balance_expected(const struct balance *balance);
int32_t balance_present(const struct balance *balance);

/* Present if everyone who is waiting, not due or unknown turns out present. */
int32_t balance_present_max(const struct balance *balance);

/* Of `whole`, in percent with two decimals and a point, rounded half up from
 * the integers: "82.79"; empty when `whole` is 0. */
struct percent_text percent_text(int32_t part, int32_t whole);
