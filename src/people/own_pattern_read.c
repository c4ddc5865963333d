/* Own patterns through the reader of the shipped ones.
 *
 * A row becomes the lines of the two tables that pattern_read knows, behind
 * those that ship with the program. */
#include "base/json_read.h"
#include "base/limits.h"
#include "people/own_pattern.h"

#include <string.h>

enum { TABLES_BYTES_MAX = 8 * 1024 * 1024 };

static const char patterns_header[] =
    "code,layer,valid_from,valid_to,duty,hours,before_minutes,after_minutes,tolerance_minutes,"
    "closing,in_until,pairing,rest,week_minutes,name,decree,note\n";
static const char hours_header[] = "hours,slot,start,end,rest_from,rest_to\n";

struct tables {
    struct buf patterns;
    struct buf hours;
};

static void tables_init(struct tables *tables)
{
    buf_init(&tables->patterns, TABLES_BYTES_MAX);
    buf_init(&tables->hours, TABLES_BYTES_MAX);
}

static void tables_done(struct tables *tables)
{
    buf_done(&tables->patterns);
    buf_done(&tables->hours);
}

/* Quoted, whatever is in it; nothing else is done to what people wrote. */
static void add_quoted(struct buf *to, struct text cell)
{
    buf_add_char(to, '"');
    for (size_t i = 0; i < cell.bytes; i++) {
        if (cell.at[i] == '"') buf_add_char(to, '"');
        buf_add_char(to, cell.at[i]);
    }
    buf_add(to, TEXT("\","));
}

static void add_number(struct buf *to, int number)
{
    buf_add_int(to, number);
    buf_add_char(to, ',');
}

/* The name of its hours is one that no shipped table has. */
static void add_pattern(struct buf *to, const struct own_pattern *pattern, size_t index)
{
    add_quoted(to, pattern->code);
    add_quoted(to, pattern->layer);
    add_quoted(to, text_of(day_text(pattern->valid_from).s));
    add_quoted(to, text_of(day_text(pattern->valid_to).s));
    add_quoted(to, pattern->duty);
    buf_format(to, "own %zu,", index);
    add_number(to, pattern->before_minutes);
    add_number(to, pattern->after_minutes);
    add_number(to, pattern->tolerance_minutes);
    add_quoted(to, pattern->closing);
    add_quoted(to, pattern->in_until);
    add_quoted(to, pattern->pairing);
    add_quoted(to, pattern->rest);
    add_number(to, pattern->week_minutes);
    add_quoted(to, pattern->name);
    add_quoted(to, pattern->decree);
    add_quoted(to, pattern->note);
    to->bytes--; /* no comma after the last */
    buf_add_char(to, '\n');
}

static void add_hours(struct buf *to, const struct own_pattern *pattern, size_t index)
{
    struct text rest = pattern->slots;

    while (rest.bytes > 0) {
        struct text line = text_cut(&rest, '\n');

        buf_format(to, "own %zu," TEXT_FORMAT "\n", index, TEXT_ARGUMENT(line));
    }
}

static enum rc read_tables(const struct tables *tables,
                           struct arena *mem,
                           size_t own_count,
                           struct pattern_set *out_set,
                           struct problem *why)
{
    struct pattern *patterns;
    struct pattern_set set;

    if (!buf_ok(&tables->patterns) || !buf_ok(&tables->hours)) return RC_TOO_LARGE;
    TRY(pattern_read(mem, buf_text(&tables->patterns), buf_text(&tables->hours), &set, why));
    patterns = arena_array(mem, struct pattern, set.count + 1);
    memcpy(patterns, set.patterns, set.count * sizeof *patterns);
    for (size_t i = set.count - own_count; i < set.count; i++) {
        patterns[i].own = true;
    }
    *out_set = (struct pattern_set){patterns, set.count};
    return RC_OK;
}

static void end_line(struct buf *to)
{
    if (to->bytes > 0 && to->at[to->bytes - 1] != '\n') buf_add_char(to, '\n');
}

enum rc own_pattern_load(struct db *db,
                         int government,
                         int64_t as_of_ms,
                         struct text shipped_patterns,
                         struct text shipped_hours,
                         struct arena *mem,
                         struct pattern_set *out_set)
{
    CLEANUP(tables_done) struct tables tables = {0};
    const struct own_pattern *own = NULL;
    size_t count = 0;

    tables_init(&tables);
    TRY(own_pattern_list(db, government, as_of_ms, mem, &own, &count));
    buf_add(&tables.patterns, shipped_patterns);
    buf_add(&tables.hours, shipped_hours);
    end_line(&tables.patterns);
    end_line(&tables.hours);
    for (size_t i = 0; i < count; i++) {
        add_pattern(&tables.patterns, &own[i], i);
        add_hours(&tables.hours, &own[i], i);
    }
    return read_tables(&tables, mem, count, out_set, NULL);
}

/* The reader speaks of lines of tables; a file has members and a list of hours. */
static enum rc relate(enum rc rc, struct problem *why)
{
    struct problem reason;
    struct text rest;
    int64_t line = 0;

    if (rc == RC_OK || !why) return rc;
    reason = *why;
    rest = text_of(reason.text);
    if (text_starts(rest, TEXT("patterns.csv, line 2: "))) {
        text_cut(&rest, ':');
        rest = text_trim(rest);
        return problem_at(why, rc, reason.field, TEXT_FORMAT, TEXT_ARGUMENT(rest));
    }
    if (!text_starts(rest, TEXT("hours.csv, line "))) return rc;
    rest = (struct text){rest.at + strlen("hours.csv, line "),
                         rest.bytes - strlen("hours.csv, line ")};
    if (!text_int(text_cut(&rest, ':'), &line)) return rc;
    return problem_at(why, rc, "hours", "hours[%lld]:" TEXT_FORMAT, (long long)line - 2,
                      TEXT_ARGUMENT(rest));
}

enum rc own_pattern_read(const struct own_pattern *pattern,
                         struct arena *mem,
                         const struct pattern **out_read,
                         struct problem *why)
{
    CLEANUP(tables_done) struct tables tables = {0};
    struct pattern_set set = {0};

    tables_init(&tables);
    buf_add(&tables.patterns, text_of(patterns_header));
    buf_add(&tables.hours, text_of(hours_header));
    add_pattern(&tables.patterns, pattern, 0);
    add_hours(&tables.hours, pattern, 0);
    TRY(relate(read_tables(&tables, mem, 1, &set, why), why));
    *out_read = &set.patterns[0];
    return RC_OK;
}

enum rc own_pattern_parse(struct text json,
                          struct arena *mem,
                          struct own_pattern *out_pattern,
                          struct problem *why)
{
    TRY(json_read(&own_pattern_record, json, mem, out_pattern, why));
    return own_pattern_complete(out_pattern, mem, why);
}
