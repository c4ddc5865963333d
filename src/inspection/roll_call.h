/* roll_call.h - how an inspection stands, folded from its acts.
 *
 * A pure function from the plan, the agencies and the acts in their order to the
 * state of the session.  The ledger asks it whether an act may follow, screens
 * and minutes show it; nothing of it is stored, so a server that died stands
 * where it stood.
 *
 *   waiting ──called──▶ called ──answering──▶ answering ──▶ answered
 *      ▲                   └──────────────────────┴───────▶ silent, absent, skipped
 *      └ every end but answered may be called again; so may answered
 *
 * One agency is called at a time: calling the next ends the call before, as
 * answered when somebody had answered, else as silent.  A statement of the called
 * agency answers the call.  An agency may also state without being called (a
 * form, a telephone); it then waits on, and whoever leads may end it as answered.
 *
 * The agencies stand in the order in which they are called: by how many people
 * are missing at the opening (most first, never by percentage), by kind, or as in
 * the tree; one can be moved by hand.
 *
 * Invariants: the counts of `standing` add up to `agency_count`; `called` is
 * the one that is CALLED or ANSWERING, or ROLL_NOBODY; places are 0, 1, 2 ...
 *
 * Source    issue "Sidak virtual"; domain.md 13 (000 #7-9, 001 #8-11).
 * Memory    The state lives in the caller's arena and points into the acts.
 * Threads   All functions are pure. */
#pragma once

#include "inspection/act.h"
#include "inspection/figure.h"
#include "inspection/inspection.h"
#include "inspection/written_report.h"

enum roll_state {
#define ROLL_STATE(name, word, label) ROLL_##name,
#include "inspection/roll_state.def"
#undef ROLL_STATE
    ROLL_STATE_COUNT,
};

enum session_state {
#define SESSION_STATE(name, word, label) SESSION_##name,
#include "inspection/session_state.def"
#undef SESSION_STATE
};

enum instruction_state {
#define INSTRUCTION_STATE(name, word, label) INSTRUCTION_##name,
#include "inspection/instruction_state.def"
#undef INSTRUCTION_STATE
};

enum follow_up_path {
#define FOLLOW_UP_PATH(name, word, label) FOLLOW_UP_##name,
#include "inspection/follow_up_path.def"
#undef FOLLOW_UP_PATH
};

extern const struct record_choice roll_state_choices[];
extern const struct record_choice session_state_choices[];
extern const struct record_choice instruction_state_choices[];
extern const struct record_choice follow_up_path_choices[];
const char *roll_state_label(enum roll_state state);
const char *instruction_state_label(enum instruction_state state);
const char *follow_up_path_label(enum follow_up_path path);

enum amendment_about {
#define AMENDMENT_ABOUT(name, word, label) AMENDMENT_##name,
#include "inspection/amendment_about.def"
#undef AMENDMENT_ABOUT
};
extern const struct record_choice amendment_about_choices[];

enum { ROLL_NOBODY = -1 };

/* An agency that is called, before anything happened. */
struct roll_unit {
    struct text code;
    struct text name;
    struct text kind;
    struct balance opening[GROUP_COUNT]; /* by enum people_group */
};

/* What a head said, and what the machine said at that second. */
struct roll_statement {
    int64_t at_ms; /* 0: nothing was said */
    struct text by;
    struct text post;
    struct text author;
    enum statement_source source;
    bool confirmed;          /* by the head; what comes by form needs no confirmation */
    bool given[GROUP_COUNT]; /* of which groups; ALL is always there as the sum */
    struct headcount said[GROUP_COUNT];
    struct headcount machine[GROUP_COUNT];
};

/* A recap on paper, signed: its figures, compared later.  With them the paper is
 * locked; what comes after is another paper, a correction that stands beside.  The
 * team may read the figures off the pages in the agency's place; its head confirms
 * them then.  What comes after the closing says so, and changes nothing before it. */
struct roll_recap {
    struct text agency;
    struct text signed_by;
    struct text author;
    struct text reason; /* of a correction */
    int64_t at_ms;
    int paper; /* from 1 */
    enum recap_source source;
    struct day signed_on;
    bool confirmed;          /* by the head; what the agency itself entered needs none */
    bool after_closing;      /* it came when the session was closed */
    bool given[GROUP_COUNT]; /* of which groups; ALL is always there as the sum */
    struct headcount said[GROUP_COUNT];
};

/* One page of such a paper, photographed; its bytes lie beside the act. */
struct roll_scan {
    struct text agency;
    struct text digest;
    struct text author;
    int64_t at_ms;
    int64_t position;
    int lane;
    int paper;
    int page; /* of the paper, from 1 */
    int kind; /* enum scan_kind */
    int bytes;
};

struct roll_agency {
    struct text code;
    struct text name;
    struct text kind;
    enum roll_state state;
    int calls;
    int64_t called_at_ms; /* the last time; 0: never */
    int64_t answered_at_ms;
    int64_t ended_at_ms;
    int64_t spoken_ms; /* all calls together, as far as they have ended */
    struct text by;
    struct text post;
    struct roll_statement statement;
    struct written_report report;
    struct balance opening[GROUP_COUNT];
    struct balance closing[GROUP_COUNT];
    size_t tree_place;
    int papers; /* signed recaps: 0, 1, or more with corrections */
    int pages;  /* of all papers, also of one that is not signed yet */
};

struct roll_instruction {
    struct text agency;
    struct text said;
    struct text owner;
    struct text note; /* of the last change */
    struct text author;
    int64_t at_ms;
    int64_t changed_at_ms;
    struct day deadline;
    int item;
    enum instruction_state state;
};

struct roll_programme {
    struct text agency;
    struct text title;
    struct text unit;
    struct text blocker;
    int64_t at_ms; /* of the last count */
    struct day target;
    int item;
    int done;
    int total;
};

/* What was said about a person; the last holds. */
struct roll_claim {
    struct text agency;
    struct text person;
    struct text note;
    struct text by;
    int64_t at_ms;
    enum claim claim;
    bool health; /* it was said once to be sickness: an answer may speak of it */
};

struct roll_follow_up {
    struct text agency;
    struct text person;
    struct text reason;
    struct text official;
    struct text author;
    int64_t at_ms;
    enum follow_up_path path;
};

/* Notes, amendments, and people's own answers: words with an instant. */
struct roll_words {
    struct text agency;
    struct text person;
    struct text said;
    struct text author;
    int64_t at_ms;
    int about; /* of an amendment: enum amendment_about */
};

/* From when to when the room of video was recorded; everybody in it was told. */
struct roll_recording {
    int64_t from_ms;
    int64_t to_ms; /* 0: it goes on */
    struct text by;
};

struct roll_call {
    enum session_state state;
    enum order_rule rule;
    bool by_hand; /* somebody was moved */
    int called;   /* index of an agency, or ROLL_NOBODY */
    int64_t opened_at_ms;
    int64_t closed_at_ms;
    struct text conclusion;
    struct roll_agency *agencies; /* in the order in which they are called */
    size_t agency_count;
    size_t standing[ROLL_STATE_COUNT]; /* how many agencies are in each state */
    size_t stated;
    struct roll_instruction *instructions;
    size_t instruction_count;
    struct roll_programme *programmes;
    size_t programme_count;
    struct roll_claim *claims;
    size_t claim_count;
    struct roll_follow_up *follow_ups;
    size_t follow_up_count;
    struct roll_recap *recaps;
    size_t recap_count;
    struct roll_scan *scans;
    size_t scan_count;
    struct roll_words *notes;
    size_t note_count;
    struct roll_words *replies;
    size_t reply_count;
    struct roll_words *amendments;
    size_t amendment_count;
    struct roll_recording *recordings;
    size_t recording_count;
    struct balance opening[GROUP_COUNT]; /* of all agencies */
    struct balance closing[GROUP_COUNT];
    int64_t frozen_at_ms; /* the instant the opening figures are of */
    int64_t frozen_position;
    int64_t closing_at_ms; /* the same of the closing */
    int64_t closing_position;
};

struct roll_source {
    const struct inspection *plan;
    const struct roll_unit *units; /* in the order of the tree */
    size_t unit_count;
    const struct act_row *acts; /* in their order */
    size_t act_count;
    const struct figure *figures; /* of statements and the closing as well; may be none */
    size_t figure_count;
};

void roll_call_fold(const struct roll_source *source,
                    struct arena *mem,
                    struct roll_call *out_call);

/* The agencies frozen at the opening, as units; none before it. */
void roll_units_of_figures(const struct figure *figures,
                           size_t count,
                           struct arena *mem,
                           struct roll_unit **out_units,
                           size_t *out_count);

/* May this act follow?  RC_CONFLICT or RC_INVALID with the reason. */
enum rc roll_call_check(const struct roll_call *call,
                        const struct act *act,
                        struct problem *why) NODISCARD;

/* Index of an agency, or ROLL_NOBODY. */
int roll_find(const struct roll_call *call, struct text code);

/* The room is recorded now, as far as the acts say. */
bool roll_is_recorded(const struct roll_call *call);

/* The last thing said about a person, or NULL. */
const struct roll_claim *roll_claim_of(const struct roll_call *call, struct text person);

/* A signed recap of an agency, or NULL. */
const struct roll_recap *roll_recap_of(const struct roll_call *call, struct text agency, int paper);

/* The page of an agency whose bytes have this hash, or NULL. */
const struct roll_scan *roll_scan_of(const struct roll_call *call,
                                     struct text agency,
                                     struct text digest);

/* The number of the next page of the paper that an agency has not signed yet. */
int roll_next_page(const struct roll_call *call, const struct roll_agency *agency);

/* What the person last said to it, or NULL. */
const struct roll_words *roll_reply_of(const struct roll_call *call, struct text person);

/* The last path that was chosen for a person, or NULL; withdrawn ones too. */
const struct roll_follow_up *roll_follow_up_of(const struct roll_call *call, struct text person);

/* The next to be called: the first that waits, or ROLL_NOBODY. */
int roll_next(const struct roll_call *call, int after);

/* The number that a new instruction or programme gets. */
int roll_next_item(const struct roll_call *call, enum act_kind kind);

/* How the session went, in figures. */
struct roll_metrics {
    int64_t seconds;          /* from the opening to the closing, or to `now` */
    size_t covered;           /* agencies that answered */
    int64_t seconds_a_agency; /* of those that were called and ended; 0: none */
    size_t without_statement;
};
struct roll_metrics roll_metrics_of(const struct roll_call *call, int64_t now_ms);
