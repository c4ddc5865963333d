#include "people/fact.h"

#include "base/arena.h"
#include "base/json_read.h"
#include "base/limits.h"

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

/* ---- what a fact touches ---- */

/* The members that say whom and when, whatever the kind of the row. */
struct touched_row {
    struct text number;
    struct day valid_from; /* posting, enrolment */
    struct day from;       /* leave */
    struct day date;       /* roster, calendar: this day only */
};

static const struct record_field touched_fields[] = {
    RECORD_TEXT(struct touched_row, number, RECORD_OPTIONAL, 0, PERSON_NUMBER_BYTES_MAX),
    RECORD_DAY(struct touched_row, valid_from, RECORD_OPTIONAL),
    RECORD_DAY(struct touched_row, from, RECORD_OPTIONAL),
    RECORD_DAY(struct touched_row, date, RECORD_OPTIONAL),
};

static const struct record touched_record = {
    .name = "Touched",
    .bytes = sizeof(struct touched_row),
    .fields = touched_fields,
    .field_count = COUNT_OF(touched_fields),
    .open = true,
};

/* From the first day on, because a version may take back what an earlier one
 * said about later days. */
static struct fact_touch touch_of(const struct touched_row *row)
{
    struct fact_touch touch = {row->number, DAY_NUMBER_FIRST, DAY_NUMBER_LAST};

    if (!day_is_none(row->valid_from)) touch.from = day_number(row->valid_from);
    if (!day_is_none(row->from)) touch.from = day_number(row->from);
    if (!day_is_none(row->date)) touch.from = touch.to = day_number(row->date);
    return touch;
}

bool fact_touches(int kind, struct text body, fact_visitor *visit, void *visitor)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct record_list list = {0};
    const struct touched_row *rows;

    if (!fact_changes_directory(kind)) return true;
    if (json_read_list(&touched_record, body, mem, &list, NULL) != RC_OK) return false;
    rows = list.items;
    for (size_t i = 0; i < list.count; i++) {
        struct fact_touch touch = touch_of(&rows[i]);

        visit(visitor, &touch);
    }
    return true;
}
