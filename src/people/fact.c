#include "people/fact.h"

static const struct {
    int kind;
    const char *word;
} facts[] = {
#define FACT(number, name, word, meaning) {number, word},
#include "people/fact.def"
#undef FACT
};

const char *fact_word(int kind)
{
    for (size_t i = 0; i < COUNT_OF(facts); i++) {
        if (facts[i].kind == kind) return facts[i].word;
    }
    return "unknown";
}

bool fact_changes_directory(int kind)
{
    return kind >= FACT_AGENCY && kind <= FACT_SETTING;
}
