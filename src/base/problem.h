/* problem.h - why a person's request was refused, in words that help.
 *
 * A problem is written only where a person caused a failure and can repair
 * it.  It becomes the `detail` and `field` of problem+json (RFC 9457), or a
 * line on standard error.  Technical detail goes to the log instead.
 *
 * The sentence is given in English; problem.def has the usual ones in
 * Indonesian, and a reader of that language gets those.
 *
 * Memory    A plain value of fixed size; text that does not fit is cut. */
#pragma once

#include "base/cc.h"

enum { PROBLEM_TEXT_BYTES = 240, PROBLEM_FIELD_BYTES = 48 };

struct problem {
    enum rc rc;
    char field[PROBLEM_FIELD_BYTES];     /* the field at fault, or empty */
    char text[PROBLEM_TEXT_BYTES];       /* one sentence, UTF-8 */
    char indonesian[PROBLEM_TEXT_BYTES]; /* the same, or empty when problem.def has it not */
};

/* Note the reason in *why (which may be NULL) and return `rc`, so that a guard
 * is one line: `return problem_set(why, RC_CONFLICT, "...")`. */
enum rc problem_set(struct problem *why, enum rc rc, const char *format, ...)
    PRINTF(3, 4) NODISCARD;

/* The same, naming the field at fault. */
enum rc problem_at(struct problem *why, enum rc rc, const char *field, const char *format, ...)
    PRINTF(4, 5) NODISCARD;
