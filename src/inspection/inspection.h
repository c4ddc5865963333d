/* inspection.h - what is planned of an inspection, and who takes part.
 *
 * An inspection has a code made of its day and a serial of that day:
 * 20210517-1.  Its plan (kind, leader, delegate with the text of his authority,
 * place, scope) and its members are versions: the one recorded last holds, and
 * the plan of a session that was opened changes no more.  What happens in the
 * session is in act.h.
 *
 * Memory    What is loaded lives in the caller's arena.
 * Threads   Commands: the ledger's.  Reading: any, on its connection.
 * Errors    RC_INVALID with the field, RC_NOT_FOUND, RC_CONFLICT when the
 *           session is open or closed; RC_UNAVAILABLE. */
#pragma once

#include "inspection/headcount.h"
#include "people/fact_record.h"

enum inspection_kind {
#define INSPECTION_KIND(name, word, label) INSPECTION_##name,
#include "inspection/inspection_kind.def"
#undef INSPECTION_KIND
};

enum member_part {
#define MEMBER_PART(name, word, label) MEMBER_##name,
#include "inspection/member_part.def"
#undef MEMBER_PART
};

extern const struct record_choice inspection_kind_choices[];
extern const struct record_choice member_part_choices[];
const char *inspection_kind_label(enum inspection_kind kind);
const char *member_part_label(enum member_part part);

enum {
    INSPECTION_TEXT_BYTES_MAX = 2000,
    INSPECTION_MEMBERS_MAX = 200,
    INSPECTIONS_A_DAY_MAX = 99,
    INSPECTION_NO_TIME = -1,
};

struct inspection {
    struct text inspection; /* its code; given by the program */
    struct text title;
    struct text leader;
    struct text leader_title;
    struct text delegate;
    struct text delegate_title;
    struct text authority;
    struct text place;
    struct text medium;
    struct text basis;
    struct text scope; /* codes of agencies, ';' between; empty: all */
    struct text author;
    int kind;           /* enum inspection_kind */
    int groups;         /* enum people_group: who is asked about */
    int planned_second; /* of the day, or INSPECTION_NO_TIME */
    struct day day;
    bool withdrawn;
};
extern const struct fact_table inspection_fact;

/* What a person enters: all but the code, the author and withdrawn. */
extern const struct record inspection_body_record;

struct inspection_member {
    struct text inspection;
    struct text name;
    struct text title;
    struct text account; /* by which he signs in; empty: he does not */
    struct text author;
    int part; /* enum member_part */
    bool withdrawn;
};
extern const struct fact_table inspection_member_fact;
extern const struct record inspection_member_body_record;

/* Plan one: the code is filled in when it is settled, in the planning itself. */
struct inspection_planning {
    struct inspection plan;
    char code[40]; /* out */
};
extern const struct ledger_command inspection_plan_command;

/* Change a plan, or withdraw it, before the session is opened. */
extern const struct ledger_command inspection_change_command; /* a `struct inspection` */

/* Name a member, or take one back; at any time, for minutes list who was there. */
extern const struct ledger_command inspection_member_command; /* a `struct inspection_member` */

/* ---- reading ---- */

/* The plan that holds; RC_NOT_FOUND for a code that is none. */
enum rc inspection_find(struct db *db,
                        int government,
                        struct text code,
                        struct arena *mem,
                        struct inspection *out_plan) NODISCARD;

/* All, the newest day first; withdrawn ones too. */
enum rc inspection_list(struct db *db,
                        int government,
                        struct arena *mem,
                        const struct inspection **out_plans,
                        size_t *out_count) NODISCARD;

/* Those who are named now, in the order of their parts. */
enum rc inspection_members(struct db *db,
                           int government,
                           struct text code,
                           struct arena *mem,
                           const struct inspection_member **out_members,
                           size_t *out_count) NODISCARD;
