/* leave_kind.h - the kinds of excused absence that a register holds.
 *
 * The table leave_kind.def has a line for each.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/text.h"

enum leave_kind {
#define LEAVE_KIND(name, word, also) LEAVE_KIND_##name,
#include "people/leave_kind.def"
#undef LEAVE_KIND
};

/* The word in files and JSON. */
const char *leave_kind_word(enum leave_kind kind);

/* The word, in any case, or what else is understood. */
bool leave_kind_parse(struct text text, enum leave_kind *out_kind);
