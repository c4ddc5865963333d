/* explain.h - why does this person's day stand as it does?
 *
 * The steps that led to the verdict, in order: the calendar and its decree,
 * the agency, the pattern and its hours, the mode, leave on record, every
 * punch that was looked at (also those that decide nothing, and why), what the
 * terminals of the place say, and the verdict.  Each step is a sentence in
 * plain words with its source; the words exist in Indonesian and English.
 * Somebody who is on no roster that day has no verdict.
 *
 * Memory    An explanation lives in the caller's arena.
 * Threads   Any, on its own connections.
 * Errors    RC_NOT_FOUND for a number that nobody has. */
#pragma once

#include "attendance/coverage.h"
#include "attendance/derived.h"
#include "attendance/judge.h"
#include "attendance/picture.h"
#include "base/problem.h"

enum explain_kind {
#define EXPLAIN(name, word) EXPLAIN_##name,
#include "attendance/explain.def"
#undef EXPLAIN
};

enum explain_language { EXPLAIN_INDONESIAN, EXPLAIN_ENGLISH };

struct explain_step {
    enum explain_kind kind;
    struct text title;
    struct text detail;
    struct text source;                /* decree or reference, or empty */
    const struct derived_punch *punch; /* EXPLAIN_PUNCH, or NULL */
    const char *method;                /* word of how the punch was made, or NULL */
    bool decides;                      /* the punch is first in or last out */
};

struct explanation {
    int32_t person;
    int32_t day;
    int32_t agency; /* NONE: not on the roster that day */
    struct line line;
    struct duty duty;
    struct place_report place;
    const struct explain_step *steps;
    size_t step_count;
};

struct explain_request {
    struct text number;
    int32_t day;
    int64_t now_ms;
    enum explain_language language;
    coverage_contact *contact; /* live contacts, or NULL */
    const void *contact_owner;
};

enum rc explain_day(struct derived *derived,
                    const struct picture *picture,
                    const struct explain_request *request,
                    struct arena *mem,
                    struct explanation *out_explanation,
                    struct problem *why) NODISCARD;

const char *explain_kind_word(enum explain_kind kind);

/* For people at a terminal. */
void explain_write_text(const struct explanation *explanation,
                        const struct picture *picture,
                        struct buf *text);
