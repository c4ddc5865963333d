#include "base/csv.h"
#include "base/limits.h"
#include "rules/calendar.h"

static const char *const columns[] = {"date", "kind", "decree", "decided_on"};

enum { COLUMN_DATE, COLUMN_KIND, COLUMN_DECREE, COLUMN_DECIDED_ON };

enum rc calendar_entry_read(const struct text cells[4],
                            struct calendar_entry *out_entry,
                            struct problem *why)
{
    struct calendar_entry entry = {.decree = text_trim(cells[COLUMN_DECREE])};

    if (!day_parse(text_trim(cells[COLUMN_DATE]), &entry.day)) {
        return problem_at(why, RC_INVALID, "date", "date must be a day such as 2021-05-17");
    }
    if (!calendar_kind_parse(text_trim(cells[COLUMN_KIND]), &entry.kind)) {
        return problem_at(why, RC_INVALID, "kind", "kind must be holiday, joint_leave or workday");
    }
    if (entry.decree.bytes == 0 || entry.decree.bytes > REFERENCE_BYTES_MAX ||
        !text_plain(entry.decree)) {
        return problem_at(why, RC_INVALID, "decree", "decree must name who decided, in %d bytes",
                          REFERENCE_BYTES_MAX);
    }
    if (!day_parse(text_trim(cells[COLUMN_DECIDED_ON]), &entry.decided_on)) {
        return problem_at(why, RC_INVALID, "decided_on", "decided_on must be a day");
    }
    entry.source = calendar_source_of(entry.decree);
    *out_entry = entry;
    return RC_OK;
}

static bool is_heading(const struct csv_row *row)
{
    if (row->count != COUNT_OF(columns)) return false;
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        if (!text_equal(text_trim(row->cells[i]), text_of(columns[i]))) return false;
    }
    return true;
}

static enum rc read_row(struct arena *mem,
                        const struct csv_row *row,
                        struct calendar_entry *out_entry,
                        struct problem *why)
{
    struct problem cause = {0};

    if (row->count != COUNT_OF(columns)) {
        return problem_set(why, RC_INVALID, "line %zu has %zu cells, not 4", row->line, row->count);
    }
    if (calendar_entry_read(row->cells, out_entry, &cause) != RC_OK) {
        return problem_at(why, RC_INVALID, cause.field, "line %zu: %s", row->line, cause.text);
    }
    out_entry->decree = arena_text(mem, out_entry->decree);
    return RC_OK;
}

static size_t count_lines(struct text text)
{
    size_t count = 0;

    while (text.at) {
        IGNORE(text_cut(&text, '\n'), "only counted");
        count++;
    }
    return count;
}

enum rc calendar_read(struct arena *mem,
                      struct text csv,
                      const struct calendar_entry **out_entries,
                      size_t *out_count,
                      struct problem *why)
{
    CLEANUP(csv_close) struct csv *reader = csv_open_text(csv);
    size_t line_count = count_lines(csv);
    struct calendar_entry *entries;
    struct csv_row row;
    size_t count = 0;

    if (line_count > CALENDAR_ENTRIES_MAX) {
        return problem_set(why, RC_TOO_LARGE, "a calendar has at most %d rows",
                           CALENDAR_ENTRIES_MAX);
    }
    if (!csv_next(reader, &row) || !is_heading(&row)) {
        return problem_set(why, RC_INVALID, "the heading must be date,kind,decree,decided_on");
    }
    entries = arena_array(mem, struct calendar_entry, line_count);
    while (csv_next(reader, &row)) {
        assert(count < line_count);
        TRY(read_row(mem, &row, &entries[count], why));
        count++;
    }
    TRY(csv_end(reader, why));

    *out_entries = entries;
    *out_count = count;
    return RC_OK;
}
