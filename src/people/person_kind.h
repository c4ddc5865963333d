/* person_kind.h - the kinds of employment, PNS to kontrak.
 *
 * The table person_kind.def has a line for each.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/record.h"

enum person_kind {
#define PERSON_KIND(name, word, also) PERSON_KIND_##name,
#include "people/person_kind.def"
#undef PERSON_KIND
};

/* How many kinds there are. */
enum {
    PERSON_KINDS = 0
#define PERSON_KIND(name, word, also) +1
#include "people/person_kind.def"
#undef PERSON_KIND
};

/* The word in files and JSON. */
const char *person_kind_word(enum person_kind kind);

/* The word, in any case, or what else is understood. */
bool person_kind_parse(struct text text, enum person_kind *out_kind);

/* The same as a table for records. */
extern const struct record_choice person_kind_choices[];
