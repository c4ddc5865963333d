#include "attendance/counts.h"

#define COUNT(member, what) \
    RECORD_INT(struct counts, member, RECORD_REQUIRED, 0, 0, .about = (what))
#define PERCENT(member, what) \
    RECORD_TEXT(struct counts, member, RECORD_REQUIRED, 0, PERCENT_TEXT_BYTES, .about = (what))

static const struct record_field fields[] = {
    COUNT(strength, "Everybody who is on the roster."),
    COUNT(expected, "Strength without those who are off."),
#define STATE(name, word, indonesian, english, class)                                          \
    RECORD_NAMED(word, struct counts, states[STATE_##name], RECORD_IS_INT, .about = (english), \
                 .need = RECORD_REQUIRED),
#include "rules/state.def"
#undef STATE
    COUNT(present, "On time, late or without a record of arrival."),
    COUNT(wfh, "Those whose duty is at home, across states."),
    PERCENT(present_percent, "Present of expected, as \"96.61\"; empty when nobody is expected."),
    PERCENT(present_percent_max, "The same if everybody who is open turns out present."),
};
const struct record counts_record = RECORD_TOLD("Counts", struct counts, fields);

struct counts counts_of(const struct balance *balance, struct arena *mem)
{
    int32_t expected = balance_expected(balance);
    int32_t present = balance_present(balance), most = balance_present_max(balance);
    struct counts counts = {
        .strength = balance_strength(balance),
        .expected = expected,
        .present = present,
        .wfh = balance->wfh,
        .present_percent = arena_text(mem, text_of(percent_text(present, expected).s)),
        .present_percent_max = arena_text(mem, text_of(percent_text(most, expected).s)),
    };

    for (int state = 0; state < STATE_COUNT; state++) {
        counts.states[state] = balance->counts[state];
    }
    return counts;
}
