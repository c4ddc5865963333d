/* act.h - what was done and said in an inspection, one fact each.
 *
 * An act is never changed; a later one of its kind says what holds now.  All
 * acts have the members of one struct, of which each kind uses some:
 *
 *   opened, ordered    word: the rule of the order (order_rule.def); ordered by
 *                      hand: agency, item: its place
 *   called             agency
 *   answering          agency, name and post of the one who answers
 *   answered, silent, absent, skipped   agency
 *   stated             agency, people_group, seven counts, word: the source,
 *                      name and post of the one who states
 *   claimed            agency, person, word: the class, name: who says so
 *   replied            person, said: in his own words
 *   recap              agency, item: which paper (1, corrections follow), people_group,
 *                      seven counts, name and day of the signature, said: why it
 *                      corrects, word: who entered it (recap_source.def)
 *   recap_confirmed    agency, item: which paper; by the head, of what the team entered
 *   scanned            agency, item: of which paper, done: its page, word: what kind
 *                      of file, total: its bytes, reference: their hash; the page
 *                      itself lies beside the act, erasable
 *   noted              said; agency
 *   instructed         item, said, name: the owner, day: the deadline, word: the state
 *   programme          item, agency, said: the title, done, total, day: the target,
 *                      post: the unit of counting, reference: what holds it up
 *   report_asked       agency, day: until when
 *   report_reminded    agency; word: which of the program's own (reminder.def), day: due
 *   report_received    agency, reference
 *   follow_up          agency, person, word: the path, said: the reason, name: the official
 *   closed             said
 *   amended            said; agency, word: what it corrects (amendment_about.def)
 *   recording_begun, recording_ended   nothing: everybody in the room is told of
 *                      it; the author ordered it, or nobody (the room was closed)
 *
 * act.def says when an act may be done and what it must name.
 *
 * Memory    What is loaded lives in the caller's arena.
 * Threads   Recording: the ledger's.  Reading: any, on its connection.
 * Errors    RC_UNAVAILABLE. */
#pragma once

#include "inspection/headcount.h"
#include "people/fact_record.h"

enum act_kind {
#define ACT(name, word, when, agency, person, label) ACT_##name,
#include "inspection/act.def"
#undef ACT
};

enum claim {
#define CLAIM(name, word, label) CLAIM_##name,
#include "inspection/claim.def"
#undef CLAIM
};

enum statement_source {
#define STATEMENT_SOURCE(name, word, label) SOURCE_##name,
#include "inspection/statement_source.def"
#undef STATEMENT_SOURCE
};

enum order_rule {
#define ORDER_RULE(name, word, label) ORDER_##name,
#include "inspection/order_rule.def"
#undef ORDER_RULE
};

enum recap_source {
#define RECAP_SOURCE(name, word, label) RECAP_OF_##name,
#include "inspection/recap_source.def"
#undef RECAP_SOURCE
};

extern const struct record_choice act_choices[];
extern const struct record_choice claim_choices[];
extern const struct record_choice statement_source_choices[];
extern const struct record_choice order_rule_choices[];
extern const struct record_choice recap_source_choices[];
const char *act_label(enum act_kind act);
const char *claim_label(enum claim claim);
const char *statement_source_label(enum statement_source source);
const char *recap_source_label(enum recap_source source);

enum { ACT_SAID_BYTES_MAX = 2000, ACT_NOT_SAID = -1, ACT_COUNT_MAX = 100 * 1000 * 1000 };

struct act {
    struct text inspection;
    struct text agency;
    struct text person;
    struct text name;
    struct text post;
    struct text word;
    struct text said;
    struct text reference;
    struct text author;
    int act;          /* enum act_kind */
    int item;         /* 0: none */
    int people_group; /* enum people_group, or GROUP_NONE */
    int present;      /* seven counts, or ACT_NOT_SAID */
    int sick;
    int permit;
    int leave;
    int duty_travel;
    int other;
    int missing;
    int done;
    int total;
    struct day day;
};
extern const struct record act_record; /* "InspectionAct" */
extern const struct fact_table act_fact;

/* An act with nothing said but what it is and where. */
struct act act_of(struct text inspection, enum act_kind kind, struct text agency);

/* The seven counts of an act as a headcount, and back. */
struct headcount act_headcount(const struct act *act);
void act_say(struct act *act, const struct headcount *said);

/* ---- as they are read ---- */

struct act_row {
    struct act act;
    int64_t at_ms;    /* when it was recorded */
    int64_t position; /* in the log */
    int lane;         /* of the log */
};

/* All acts of an inspection, in the order in which they were done. */
enum rc act_list(struct db *db,
                 int government,
                 struct text inspection,
                 struct arena *mem,
                 const struct act_row **out_rows,
                 size_t *out_count) NODISCARD;

enum rc act_was_done(struct db *db,
                     int government,
                     struct text inspection,
                     enum act_kind kind,
                     bool *out_done) NODISCARD;

/* ---- what act.def says ---- */

enum act_when { ACT_WHEN_PLANNED = 1, ACT_WHEN_OPEN = 2, ACT_WHEN_CLOSED = 4 };

/* May this be done now, and does it name what it must?  RC_CONFLICT when it is
 * not the time, RC_INVALID with the member that is missing. */
enum rc act_check(const struct act *act, enum act_when now, struct problem *why) NODISCARD;
