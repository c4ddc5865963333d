#include "people/leave_kind.h"

static const struct {
    const char *word;
    const char *also;
} kinds[] = {
#define LEAVE_KIND(name, word, also) [LEAVE_KIND_##name] = {word, also},
#include "people/leave_kind.def"
#undef LEAVE_KIND
};

const char *leave_kind_word(enum leave_kind kind)
{
    assert((size_t)kind < COUNT_OF(kinds));
    return kinds[kind].word;
}

bool leave_kind_parse(struct text text, enum leave_kind *out_kind)
{
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (text_equal_ignoring_case(text, text_of(kinds[i].word)) ||
            text_equal_ignoring_case(text, text_of(kinds[i].also))) {
            *out_kind = (enum leave_kind)i;
            return true;
        }
    }
    return false;
}
