#include "people/person_kind.h"

static const struct {
    const char *word;
    const char *also;
} kinds[] = {
#define PERSON_KIND(name, word, also) [PERSON_KIND_##name] = {word, also},
#include "people/person_kind.def"
#undef PERSON_KIND
};

const char *person_kind_word(enum person_kind kind)
{
    assert((size_t)kind < COUNT_OF(kinds));
    return kinds[kind].word;
}

bool person_kind_parse(struct text text, enum person_kind *out_kind)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (text_equal_ignoring_case(text, text_of(kinds[i].word)) ||
            text_equal_ignoring_case(text, text_of(kinds[i].also))) {
            *out_kind = (enum person_kind)i;
            return true;
        }
    }
    return false;
}

const struct record_choice person_kind_choices[] = {
#define PERSON_KIND(name, word, also) {word, PERSON_KIND_##name},
#include "people/person_kind.def"
#undef PERSON_KIND
    {NULL, 0},
};
