#include "devices/simulator_demo.h"

#include "base/csv.h"
#include "base/day.h"
#include "base/embedded.h"
#include "devices/simulator_feed.h"

#include <stdio.h>

enum { PATH_BYTES_MAX = 200, MS_PER_SECOND = 1000 };

enum column { COLUMN_SERIAL, COLUMN_MODEL, COLUMN_FIRMWARE, COLUMN_ERROR, COLUMN_FROM, COLUMN_TO };

static const struct text column_names[] = {
    [COLUMN_SERIAL] = TEXT_INIT("serial"),     [COLUMN_MODEL] = TEXT_INIT("model"),
    [COLUMN_FIRMWARE] = TEXT_INIT("firmware"), [COLUMN_ERROR] = TEXT_INIT("clock_error_seconds"),
    [COLUMN_FROM] = TEXT_INIT("offline_from"), [COLUMN_TO] = TEXT_INIT("offline_to"),
};
enum { COLUMNS = COUNT_OF(column_names) };

static const struct embedded *table_of(struct text name, const char *table)
{
    char path[PATH_BYTES_MAX];

    IGNORE(snprintf(path, sizeof path, "data/demo/" TEXT_FORMAT "/%s", TEXT_ARGUMENT(name), table),
           "a path that does not fit is not found");
    return embedded_find(text_of(path));
}

bool simulator_demo_exists(struct text name)
{
    return table_of(name, "punches.csv") && table_of(name, "terminals.csv");
}

static enum rc find_columns(const struct csv_row *header, size_t *places, struct problem *why)
{
    for (size_t column = 0; column < COLUMNS; column++) {
        size_t i = 0;

        while (i < header->count && !text_equal(header->cells[i], column_names[column])) {
            i++;
        }
        if (i == header->count) {
            return problem_at(why, RC_INVALID, "from", "terminals.csv has no \"" TEXT_FORMAT "\"",
                              TEXT_ARGUMENT(column_names[column]));
        }
        places[column] = i;
    }
    return RC_OK;
}

/* The silence of a terminal, if it has one. */
static bool read_silence(struct arena *mem,
                         struct text from,
                         struct text to,
                         struct simulator_profile *profile)
{
    struct simulator_period *period = arena_one(mem, struct simulator_period);
    int64_t begin = 0, end = 0;

    if (from.bytes == 0 && to.bytes == 0) return true;
    if (!moment_parse(from, &begin) || !moment_parse(to, &end) || end < begin) return false;
    period->from_at_ms = instant_of_moment(begin, profile->offset_minutes);
    period->to_at_ms = instant_of_moment(end, profile->offset_minutes);
    profile->offline = period;
    profile->offline_count = 1;
    return true;
}

static enum rc read_terminal(struct arena *mem,
                             const struct csv_row *row,
                             const size_t *places,
                             struct simulator_plan *plan,
                             struct problem *why)
{
    struct simulator_profile *profile;
    struct text cells[COLUMNS];
    double error = 0;

    for (size_t column = 0; column < COLUMNS; column++) {
        if (places[column] >= row->count) {
            return problem_at(why, RC_INVALID, "from", "terminals.csv line %zu is short",
                              row->line);
        }
        cells[column] = arena_text(mem, text_trim(row->cells[places[column]]));
    }
    profile = simulator_plan_add(plan, cells[COLUMN_SERIAL]);
    profile->model = cells[COLUMN_MODEL];
    profile->firmware = cells[COLUMN_FIRMWARE];
    if (!text_real(cells[COLUMN_ERROR], &error) ||
        !read_silence(mem, cells[COLUMN_FROM], cells[COLUMN_TO], profile)) {
        return problem_at(why, RC_INVALID, "from", "terminals.csv line %zu", row->line);
    }
    profile->clock_error_ms = (int64_t)(error * MS_PER_SECOND);
    return RC_OK;
}

static enum rc read_terminals(struct arena *mem,
                              struct text bytes,
                              struct simulator_plan *plan,
                              struct problem *why)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(bytes);
    struct csv_row row = {0};
    size_t places[COLUMNS] = {0};

    if (csv_next(csv, &row)) TRY(find_columns(&row, places, why));
    while (csv_next(csv, &row)) {
        if (plan->count == TERMINALS_MAX) {
            return problem_at(why, RC_INVALID, "from", "too many terminals");
        }
        TRY(read_terminal(mem, &row, places, plan, why));
    }
    return csv_end(csv, why);
}

enum rc simulator_demo_read(struct arena *mem,
                            struct text name,
                            struct simulator_plan *plan,
                            struct problem *why)
{
    CLEANUP(csv_close) struct csv *punches = NULL;
    CLEANUP(csv_close) struct csv *bad_rows = NULL;
    const struct embedded *bad = table_of(name, "bad-rows.csv");

    assert(simulator_demo_exists(name));
    TRY(read_terminals(mem, table_of(name, "terminals.csv")->bytes, plan, why));
    punches = csv_open_text(table_of(name, "punches.csv")->bytes);
    if (bad) bad_rows = csv_open_text(bad->bytes);
    return simulator_feed_read(mem, punches, bad_rows, plan, why);
}
