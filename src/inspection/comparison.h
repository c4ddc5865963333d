/* comparison.h - the machine, the head and the signed paper, side by side.
 *
 * Three say how many people of an agency are there: the terminals, the head in the
 * session, and the recap that the head signed on paper.  Minutes show all three
 * and let none take another's place.
 *
 *   machine     at the second of the statement; without one, at the opening
 *   statement   the last that was given; or none
 *   recap       the first paper that was signed; or none
 *   corrections papers that were signed after it: each stands beside it, dated
 *
 * A paper that came after the closing, or whose figures the team entered, says so.
 *
 * "None" is told as none, never as zero.  Of each agency there is a row for
 * everybody, and one for each group of people (headcount.h) of which the head or
 * a paper speaks by itself.
 *
 * The order is that of the roll call.
 *
 * Source    domain.md 13 (000 #9, 001 #8-11): a manual recap is compared later.
 * Memory    Rows live in the arena and point into the roll call.
 * Threads   All functions are pure. */
#pragma once

#include "base/csv.h"
#include "inspection/roll_call.h"

struct comparison_machine {
    int64_t at_ms;
    struct headcount said;
};

struct comparison_statement {
    int64_t at_ms; /* 0: there is none */
    struct text by;
    struct headcount said;
    int source; /* enum statement_source */
    bool confirmed;
};

struct comparison_paper {
    int64_t at_ms; /* when its figures were entered; 0: there is none */
    struct text signed_by;
    struct text reason; /* of a correction; else empty */
    struct headcount said;
    int paper;  /* 1: the recap; then corrections */
    int source; /* enum recap_source */
    struct day signed_on;
    bool confirmed; /* by the head, when the team entered it */
    bool after_closing;
};

struct comparison {
    struct text agency;
    struct text name;
    struct comparison_machine machine;
    struct comparison_statement statement;
    struct comparison_paper recap;
    struct record_list corrections; /* struct comparison_paper, in their order */
    int group;                      /* enum people_group */
};
extern const struct record comparison_record; /* "InspectionComparison" */

/* All rows of a roll call, as a list of struct comparison. */
struct record_list comparison_list(const struct roll_call *call, struct arena *mem);

/* The last correction, or NULL. */
const struct comparison_paper *comparison_last_correction(const struct comparison *row);

/* What stands where there is none: "tidak ada". */
extern const char comparison_none[];

/* One line for each row and class: machine, statement, recap, the last correction
 * and how many there are (comparison_none where there is none). */
void comparison_write_csv(struct record_list rows, struct buf *to);
