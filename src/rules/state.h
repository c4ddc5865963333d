/* state.h - how a person's day stands: exactly one state, and flags beside it.
 *
 * The states are exclusive and complete, so the states of an agency add up to
 * its strength at every second.  What counts as present, as away with a reason
 * or as still open is the class of the state, in the table state.def.
 * Early leave, a missing record of leaving and doubts are flags and change no
 * count; WFO and WFH are the mode of the duty and go across states.
 *
 * Source    domain.md 3.2 (codes of PP 94/2021 practice), design.md 7.
 * Threads   All functions are pure. */
#pragma once

#include "base/text.h"

enum state {
#define STATE(name, word, indonesian, english, class) STATE_##name,
#include "rules/state.def"
#undef STATE
    STATE_COUNT,
};

enum state_class {
    STATE_CLASS_PRESENT, /* hadir: on time, late, or seen only later */
    STATE_CLASS_EXCUSED, /* away with a reason that is on record */
    STATE_CLASS_ABSENT,  /* unexplained, the only one with consequences */
    STATE_CLASS_OPEN,    /* may still become anything */
    STATE_CLASS_OFF,     /* not expected, outside every denominator */
};

enum mode {
    MODE_WFO,
    MODE_WFH,
};

enum flag {
#define FLAG(name, word, indonesian, english) FLAG_INDEX_##name,
#include "rules/flag.def"
#undef FLAG
    FLAG_COUNT,
};

/* The bits of a set of flags. */
enum {
#define FLAG(name, word, indonesian, english) FLAG_##name = 1 << FLAG_INDEX_##name,
#include "rules/flag.def"
#undef FLAG
};

/* Why somebody need not come that day; LEAVE_NONE for everybody else. */
enum leave {
    LEAVE_NONE,
#define LEAVE(name, word, state) LEAVE_##name,
#include "rules/leave.def"
#undef LEAVE
    LEAVE_COUNT,
};

const char *state_word(enum state state);
const char *state_indonesian(enum state state);
const char *state_english(enum state state);
enum state_class state_class_of(enum state state);
bool state_parse(struct text word, enum state *out_state);

/* Words and labels of one flag (not of a set). */
const char *flag_word(enum flag flag);
const char *flag_indonesian(enum flag flag);
const char *flag_english(enum flag flag);

/* "leave", "sick", "permit", "duty_travel", "study" */
bool leave_parse(struct text word, enum leave *out_leave);
const char *leave_word(enum leave leave); /* empty for LEAVE_NONE */

/* The state of a working day under a leave, which must not be LEAVE_NONE. */
enum state leave_state(enum leave leave);

const char *mode_word(enum mode mode); /* "WFO", "WFH" */
