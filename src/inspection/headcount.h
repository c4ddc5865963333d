/* headcount.h - the seven classes in which a head reports, and the machine beside.
 *
 * A head says how many are present, sick, on permit, on leave, on duty travel,
 * otherwise away, and missing.  The machine's thirteen states fall into the same
 * seven, so that the two can stand beside each other:
 *
 *   present      on_time, late, missing_in      leave     leave
 *   sick         sick                           permit    permit
 *   duty_travel  duty_travel                    other     study, off
 *   missing      not_due, waiting, unknown, unexplained
 *
 * Missing is not "unexplained": before the closing nobody is, and of the
 * missing those of whom the machine knows nothing are told apart.
 *
 * People are counted together or in two groups, civil servants (PNS, CPNS,
 * PPPK) and contract staff, because the law treats them differently.
 *
 * Source    domain.md 13 (000 #3, #8, #9).
 * Threads   All functions are pure. */
#pragma once

#include "base/record.h"
#include "people/person_kind.h"
#include "rules/balance.h"

enum people_group {
#define PEOPLE_GROUP(name, word, label) GROUP_##name,
#include "inspection/people_group.def"
#undef PEOPLE_GROUP
};

enum { GROUP_COUNT = 3, GROUP_NONE = -1 };

extern const struct record_choice people_group_choices[];
const char *people_group_label(enum people_group group); /* on screen */

/* ASN or CONTRACT. */
enum people_group group_of_kind(enum person_kind kind);

/* Is somebody of this kind counted in the group? */
bool group_has(enum people_group group, enum person_kind kind);

struct headcount {
    int strength;
    int present;
    int sick;
    int permit;
    int leave;
    int duty_travel;
    int other;
    int missing;
    int unknown; /* of the missing */
};
extern const struct record headcount_record; /* "Headcount" */

struct headcount headcount_of(const struct balance *balance);

/* The seven classes, one by one. */
enum {
#define HEADCOUNT_CLASS(member, label) HEADCOUNT_##member,
#include "inspection/headcount_class.def"
#undef HEADCOUNT_CLASS
    HEADCOUNT_CLASSES,
};
const char *headcount_class_word(int class);  /* "duty_travel" */
const char *headcount_class_label(int class); /* "Dinas luar" */
int headcount_in(const struct headcount *headcount, int class);

void headcount_add(struct headcount *sum, const struct headcount *other);

/* True when two differ in a class, whatever the machine does not know. */
bool headcount_differs(const struct headcount *said, const struct headcount *machine);
