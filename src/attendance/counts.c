#include "attendance/counts.h"

/* ---- the tables ---- */

#define COUNT(word, member, what)                                                     \
    RECORD_NAMED(word, struct counts, member, RECORD_IS_INT, .need = RECORD_REQUIRED, \
                 .about = (what)),
#define PERCENT(word, member, what)                                                    \
    RECORD_NAMED(word, struct counts, member, RECORD_IS_TEXT, .need = RECORD_REQUIRED, \
                 .maximum = PERCENT_TEXT_BYTES, .about = (what)),
static const struct record_field fields[] = {
#include "attendance/counts.def"
};
const struct record counts_record = RECORD_TOLD("Counts", struct counts, fields);
#undef COUNT
#undef PERCENT

#define COUNT(word, member, what)                                                     \
    RECORD_NAMED(word, struct counts, member, RECORD_IS_INT, .need = RECORD_OPTIONAL, \
                 .absent = COUNT_UNCHANGED, .about = (what)),
#define PERCENT(word, member, what)                                                    \
    RECORD_NAMED(word, struct counts, member, RECORD_IS_TEXT, .need = RECORD_OPTIONAL, \
                 .maximum = PERCENT_TEXT_BYTES, .about = (what)),
static const struct record_field change_fields[] = {
#include "attendance/counts.def"
};
const struct record counts_change_record =
    RECORD_TOLD("CountsChange", struct counts, change_fields);
#undef COUNT
#undef PERCENT

/* ---- filling ---- */

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

static bool is_same(const struct record_field *field,
                    const struct counts *before,
                    const struct counts *now)
{
    if (field->kind == RECORD_IS_INT) return record_int(field, before) == record_int(field, now);
    return text_equal(*(const struct text *)record_member(field, before),
                      *(const struct text *)record_member(field, now));
}

struct counts counts_change(const struct balance *before,
                            const struct balance *now,
                            struct arena *mem)
{
    struct counts earlier = counts_of(before, mem);
    struct counts change = counts_of(now, mem);

    for (size_t i = 0; i < COUNT_OF(change_fields); i++) {
        const struct record_field *field = &change_fields[i];

        if (is_same(field, &earlier, &change)) record_set_absent(field, &change);
    }
    return change;
}
