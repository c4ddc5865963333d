#include "rules/state.h"

struct state_row {
    const char *word;
    const char *indonesian;
    const char *english;
    enum state_class class;
};

static const struct state_row states[] = {
#define STATE(name, word, indonesian, english, class) \
    [STATE_##name] = {word, indonesian, english, STATE_CLASS_##class},
#include "rules/state.def"
#undef STATE
};

struct flag_row {
    const char *word;
    const char *indonesian;
    const char *english;
};

static const struct flag_row flags[] = {
#define FLAG(name, word, indonesian, english) [FLAG_INDEX_##name] = {word, indonesian, english},
#include "rules/flag.def"
#undef FLAG
};

struct leave_row {
    const char *word;
    enum state state;
};

static const struct leave_row leaves[] = {
    [LEAVE_NONE] = {"", STATE_WAITING},
#define LEAVE(name, word, state) [LEAVE_##name] = {word, state},
#include "rules/leave.def"
#undef LEAVE
};

static_assert(COUNT_OF(states) == STATE_COUNT, "every state has a row");
static_assert(COUNT_OF(flags) == FLAG_COUNT, "every flag has a row");
static_assert(COUNT_OF(leaves) == LEAVE_COUNT, "every leave has a row");

const char *state_word(enum state state)
{
    assert(state < STATE_COUNT);
    return states[state].word;
}

const char *state_indonesian(enum state state)
{
    assert(state < STATE_COUNT);
    return states[state].indonesian;
}

const char *state_english(enum state state)
{
    assert(state < STATE_COUNT);
    return states[state].english;
}

enum state_class state_class_of(enum state state)
{
    assert(state < STATE_COUNT);
    return states[state].class;
}

bool state_parse(struct text word, enum state *out_state)
{
    for (size_t i = 0; i < STATE_COUNT; i++) {
        if (text_equal(word, text_of(states[i].word))) {
            *out_state = (enum state)i;
            return true;
        }
    }
    return false;
}

const char *flag_word(enum flag flag)
{
    assert(flag < FLAG_COUNT);
    return flags[flag].word;
}

const char *flag_indonesian(enum flag flag)
{
    assert(flag < FLAG_COUNT);
    return flags[flag].indonesian;
}

const char *flag_english(enum flag flag)
{
    assert(flag < FLAG_COUNT);
    return flags[flag].english;
}

bool leave_parse(struct text word, enum leave *out_leave)
{
    for (size_t i = LEAVE_NONE + 1; i < LEAVE_COUNT; i++) {
        if (text_equal(word, text_of(leaves[i].word))) {
            *out_leave = (enum leave)i;
            return true;
        }
    }
    return false;
}

const char *leave_word(enum leave leave)
{
    assert(leave < LEAVE_COUNT);
    return leaves[leave].word;
}

enum state leave_state(enum leave leave)
{
    assert(leave != LEAVE_NONE);
    assert(leave < LEAVE_COUNT);
    return leaves[leave].state;
}

const char *mode_word(enum mode mode)
{
    return mode == MODE_WFH ? "WFH" : "WFO";
}
