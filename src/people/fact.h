/* fact.h - the kinds of facts in the log, and what a fact of the register touches.
 *
 * Every change of the register (agencies, people, enrolments, leave ...) is a
 * new version of a row; nothing is overwritten.  In the same transaction the
 * rows, as one canonical JSON array, become the body of a log entry of their
 * kind, so the chain covers them and every follower hears of them:
 *
 *   kind 13  [{"pin":"17","terminal":"","number":"1986...","valid_from":"",...}]
 *
 * A follower needs to know whose days it has to judge again.  fact_touches
 * reads that from an entry: people and the range of days, or everybody.
 *
 * The numbers are in fact.def and belong to the whole program.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/text.h"

enum fact_kind {
#define FACT(number, name, word, meaning) FACT_##name = (number),
#include "people/fact.def"
#undef FACT
};

/* The word of a kind as in exports and metrics, or "unknown". */
const char *fact_word(int kind);

/* Days without an end, as numbers of day.h. */
#define DAY_NUMBER_FIRST INT32_MIN
#define DAY_NUMBER_LAST  INT32_MAX

/* One row of an entry: whom it concerns, and between which days. */
struct fact_touch {
    struct text number; /* a person; empty: everybody */
    int32_t from;       /* day numbers, both included */
    int32_t to;
};

/* True for the kinds that a directory is loaded from (10 to 18). */
bool fact_changes_directory(int kind);

/* Visit what an entry of the register touches, a row at a time.  An entry of
 * another kind touches nothing.  False when the body cannot be read. */
typedef void fact_visitor(void *visitor, const struct fact_touch *touch);
bool fact_touches(int kind, struct text body, fact_visitor *visit, void *visitor);
