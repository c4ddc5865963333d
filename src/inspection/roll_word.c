#include "inspection/roll_call.h"

const struct record_choice roll_state_choices[] = {
#define ROLL_STATE(name, word, label) {(word), ROLL_##name},
#include "inspection/roll_state.def"
#undef ROLL_STATE
    {NULL, 0},
};

const struct record_choice session_state_choices[] = {
#define SESSION_STATE(name, word, label) {(word), SESSION_##name},
#include "inspection/session_state.def"
#undef SESSION_STATE
    {NULL, 0},
};

const struct record_choice instruction_state_choices[] = {
#define INSTRUCTION_STATE(name, word, label) {(word), INSTRUCTION_##name},
#include "inspection/instruction_state.def"
#undef INSTRUCTION_STATE
    {NULL, 0},
};

const struct record_choice follow_up_path_choices[] = {
#define FOLLOW_UP_PATH(name, word, label) {(word), FOLLOW_UP_##name},
#include "inspection/follow_up_path.def"
#undef FOLLOW_UP_PATH
    {NULL, 0},
};

const struct record_choice amendment_about_choices[] = {
#define AMENDMENT_ABOUT(name, word, label) {(word), AMENDMENT_##name},
#include "inspection/amendment_about.def"
#undef AMENDMENT_ABOUT
    {NULL, 0},
};

static const char *const state_labels[] = {
#define ROLL_STATE(name, word, label) [ROLL_##name] = (label),
#include "inspection/roll_state.def"
#undef ROLL_STATE
};

static const char *const instruction_labels[] = {
#define INSTRUCTION_STATE(name, word, label) [INSTRUCTION_##name] = (label),
#include "inspection/instruction_state.def"
#undef INSTRUCTION_STATE
};

static const char *const path_labels[] = {
#define FOLLOW_UP_PATH(name, word, label) [FOLLOW_UP_##name] = (label),
#include "inspection/follow_up_path.def"
#undef FOLLOW_UP_PATH
};

const char *roll_state_label(enum roll_state state)
{
    assert((size_t)state < COUNT_OF(state_labels));
    return state_labels[state];
}

const char *instruction_state_label(enum instruction_state state)
{
    assert((size_t)state < COUNT_OF(instruction_labels));
    return instruction_labels[state];
}

const char *follow_up_path_label(enum follow_up_path path)
{
    assert((size_t)path < COUNT_OF(path_labels));
    return path_labels[path];
}
