/* What a fact of the register touches.
 *
 * A follower asks this of every row that an import records, so the bodies,
 * which are our own canonical JSON, are scanned instead of parsed: only a body
 * with a backslash, where a text is not what stands between its quotes, goes
 * through json_read. */
#include "base/arena.h"
#include "base/json_read.h"
#include "base/limits.h"
#include "people/fact.h"

#include <string.h>

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

static bool parse(struct text body, fact_visitor *visit, void *visitor)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct record_list list = {0};
    const struct touched_row *rows;

    if (json_read_list(&touched_record, body, mem, &list, NULL) != RC_OK) return false;
    rows = list.items;
    for (size_t i = 0; i < list.count; i++) {
        struct fact_touch touch = touch_of(&rows[i]);

        visit(visitor, &touch);
    }
    return true;
}

/* ---- scanning ---- */

static bool take(struct text *rest, char expected)
{
    if (rest->bytes == 0 || rest->at[0] != expected) return false;
    rest->at++;
    rest->bytes--;
    return true;
}

/* "text", without the quotes. */
static bool take_string(struct text *rest, struct text *out_string)
{
    if (!take(rest, '"') || text_find(*rest, '"') == rest->bytes) return false;
    *out_string = text_cut(rest, '"');
    return true;
}

/* A number, true, false or null: up to what ends it. */
static bool pass_word(struct text *rest)
{
    size_t bytes = 0;

    while (bytes < rest->bytes && !strchr(",}{[]\"", rest->at[bytes])) {
        bytes++;
    }
    rest->at += bytes;
    rest->bytes -= bytes;
    return bytes > 0;
}

/* A day that cannot be read is none, and touches all days. */
static void keep(struct touched_row *row, struct text name, struct text value)
{
    if (text_equal(name, TEXT("number"))) row->number = value;
    if (text_equal(name, TEXT("valid_from"))) day_parse(value, &row->valid_from);
    if (text_equal(name, TEXT("from"))) day_parse(value, &row->from);
    if (text_equal(name, TEXT("date"))) day_parse(value, &row->date);
}

static bool take_member(struct text *rest, struct touched_row *row)
{
    struct text name;
    struct text value;

    if (!take_string(rest, &name) || !take(rest, ':')) return false;
    if (rest->bytes == 0 || rest->at[0] != '"') return pass_word(rest);
    if (!take_string(rest, &value)) return false;
    keep(row, name, value);
    return true;
}

static bool take_row(struct text *rest, struct touched_row *row)
{
    *row = (struct touched_row){0};
    if (!take(rest, '{')) return false;
    do {
        if (!take_member(rest, row)) return false;
    } while (take(rest, ','));
    return take(rest, '}');
}

static bool scan(struct text body, fact_visitor *visit, void *visitor)
{
    struct text rest = body;

    if (!take(&rest, '[')) return false;
    do {
        struct touched_row row;
        struct fact_touch touch;

        if (!take_row(&rest, &row)) return false;
        touch = touch_of(&row);
        visit(visitor, &touch);
    } while (take(&rest, ','));
    return take(&rest, ']') && rest.bytes == 0;
}

bool fact_touches(int kind, struct text body, fact_visitor *visit, void *visitor)
{
    if (!fact_changes_directory(kind)) return true;
    if (text_find(body, '\\') < body.bytes) return parse(body, visit, visitor);
    return scan(body, visit, visitor);
}
