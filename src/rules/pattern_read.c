#include "base/csv.h"
#include "base/limits.h"
#include "rules/pattern.h"

enum { SECONDS_PER_MINUTE = 60, SHIFT_MINUTES_MAX = MINUTES_PER_DAY };
enum { WEEK_MINUTES = PATTERN_DAYS * MINUTES_PER_DAY };

static const char *const weekdays[PATTERN_DAYS] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

/* One row of hours.csv: a slot, and the name of the hours it belongs to. */
struct hours_row {
    struct text hours;
    struct pattern_slot slot;
};

/* One row of patterns.csv: a pattern, and what becomes a part of it later. */
struct pattern_row {
    struct pattern pattern;
    struct text hours;
    int16_t week_minutes; /* 0: not stated */
    int duty;             /* positions in the words of the column */
    int pairing;
    int rest;
};

enum cell_kind {
    CELL_WORD,         /* a code; must not be empty */
    CELL_TEXT,         /* for people; may be empty */
    CELL_DAY,          /* struct day */
    CELL_DAY_OR_EMPTY, /* {0} when empty */
    CELL_MINUTES,      /* int16_t, a number of minutes; 0 when empty */
    CELL_TIME,         /* int16_t, "07:30", or "07:30+1" for the next day */
    CELL_TIME_OR_EMPTY,
    CELL_TIME_OR_WORD, /* -1 for the word */
    CELL_CHOICE,       /* int, the position among two words */
};

struct column {
    const char *name;
    enum cell_kind kind;
    size_t offset; /* of the value in the row */
    const char *words[2];
};

struct table {
    const char *name;
    const struct column *columns;
    size_t column_count;
    size_t row_bytes;
};

#define PATTERN(member) offsetof(struct pattern_row, pattern.member)
#define ROW(member)     offsetof(struct pattern_row, member)
#define SLOT(member)    offsetof(struct hours_row, slot.member)

static_assert(PATTERN_CLOSING_WINDOW == -1 && PATTERN_IN_UNTIL_MIDDLE == -1, "CELL_TIME_OR_WORD");

static const struct column pattern_columns[] = {
    {"code", CELL_WORD, PATTERN(code), {NULL}},
    {"layer", CELL_WORD, PATTERN(layer), {NULL}},
    {"valid_from", CELL_DAY, PATTERN(valid_from), {NULL}},
    {"valid_to", CELL_DAY_OR_EMPTY, PATTERN(valid_to), {NULL}},
    {"duty", CELL_CHOICE, ROW(duty), {"calendar", "roster"}},
    {"hours", CELL_WORD, ROW(hours), {NULL}},
    {"before_minutes", CELL_MINUTES, PATTERN(before_minutes), {NULL}},
    {"after_minutes", CELL_MINUTES, PATTERN(after_minutes), {NULL}},
    {"tolerance_minutes", CELL_MINUTES, PATTERN(tolerance_minutes), {NULL}},
    {"closing", CELL_TIME_OR_WORD, PATTERN(closing_minute), {"window"}},
    {"in_until", CELL_TIME_OR_WORD, PATTERN(in_until_minute), {"middle"}},
    {"pairing", CELL_CHOICE, ROW(pairing), {"first-last", "pairs"}},
    {"rest", CELL_CHOICE, ROW(rest), {"deducted", "worked"}},
    {"week_minutes", CELL_MINUTES, ROW(week_minutes), {NULL}},
    {"name", CELL_TEXT, PATTERN(name), {NULL}},
    {"decree", CELL_TEXT, PATTERN(decree), {NULL}},
    {"note", CELL_TEXT, PATTERN(note), {NULL}},
};

static const struct column hours_columns[] = {
    {"hours", CELL_WORD, offsetof(struct hours_row, hours), {NULL}},
    {"slot", CELL_WORD, SLOT(code), {NULL}},
    {"start", CELL_TIME, SLOT(start_minute), {NULL}},
    {"end", CELL_TIME, SLOT(end_minute), {NULL}},
    {"rest_from", CELL_TIME_OR_EMPTY, SLOT(rest_from_minute), {NULL}},
    {"rest_to", CELL_TIME_OR_EMPTY, SLOT(rest_to_minute), {NULL}},
};

static const struct table patterns_table = {"patterns.csv", pattern_columns,
                                            COUNT_OF(pattern_columns), sizeof(struct pattern_row)};

static const struct table hours_table = {"hours.csv", hours_columns, COUNT_OF(hours_columns),
                                         sizeof(struct hours_row)};

/* --- cells ------------------------------------------------------------- */

static bool read_text(struct arena *mem, struct text cell, size_t bytes_max, struct text *out_text)
{
    if (cell.bytes > bytes_max || !text_plain(cell)) return false;
    *out_text = arena_text(mem, cell);
    return true;
}

static bool read_minutes(struct text cell, int16_t *out_minutes)
{
    int64_t value = 0;

    if (cell.bytes > 0 && !text_int(cell, &value)) return false;
    if (value < 0 || value > WEEK_MINUTES) return false;
    *out_minutes = (int16_t)value;
    return true;
}

static bool read_time(struct text cell, int16_t *out_minute)
{
    int second = 0;
    int next_day = 0;

    if (text_ends(cell, TEXT("+1"))) {
        cell.bytes -= 2;
        next_day = MINUTES_PER_DAY;
    }
    if (!time_of_day_parse(cell, &second) || second % SECONDS_PER_MINUTE != 0) return false;
    *out_minute = (int16_t)(second / SECONDS_PER_MINUTE + next_day);
    return true;
}

static bool read_choice(struct text cell, const char *const words[2], int *out_position)
{
    for (int i = 0; i < 2; i++) {
        if (!text_equal(cell, text_of(words[i]))) continue;
        *out_position = i;
        return true;
    }
    return false;
}

/* What a cell that was refused should have been. */
static const char *wanted_in(const struct column *column)
{
    static const char *const wanted[] = {
        [CELL_WORD] = "a short word on one line",
        [CELL_TEXT] = "a text on one line",
        [CELL_DAY] = "a day such as 2021-05-17",
        [CELL_DAY_OR_EMPTY] = "a day such as 2021-05-17, or empty",
        [CELL_MINUTES] = "a number of minutes",
        [CELL_TIME] = "a time such as 07:30, or 07:00+1 on the next day",
        [CELL_TIME_OR_EMPTY] = "a time such as 12:00, or empty",
        [CELL_TIME_OR_WORD] = "a time such as 09:00, or the word for the usual",
        [CELL_CHOICE] = NULL, /* its own words */
    };

    return wanted[column->kind];
}

/* A row is zeroed before it is read, so an empty optional cell leaves its value alone. */
static bool read_cell(struct arena *mem, const struct column *column, struct text cell, void *row)
{
    void *value = (char *)row + column->offset;

    switch (column->kind) {
    case CELL_WORD:
        return cell.bytes > 0 && read_text(mem, cell, CODE_BYTES_MAX, value);
    case CELL_TEXT:
        return read_text(mem, cell, REFERENCE_BYTES_MAX, value);
    case CELL_DAY:
        return day_parse(cell, value);
    case CELL_DAY_OR_EMPTY:
        return cell.bytes == 0 || day_parse(cell, value);
    case CELL_MINUTES:
        return read_minutes(cell, value);
    case CELL_TIME:
        return read_time(cell, value);
    case CELL_TIME_OR_EMPTY:
        return cell.bytes == 0 || read_time(cell, value);
    case CELL_TIME_OR_WORD:
        if (!text_equal(cell, text_of(column->words[0]))) return read_time(cell, value);
        *(int16_t *)value = -1;
        return true;
    case CELL_CHOICE:
        return read_choice(cell, column->words, value);
    }
    return false;
}

/* --- tables ------------------------------------------------------------ */

static enum rc check_heading(const struct table *table,
                             const struct csv_row *row,
                             struct problem *why)
{
    if (row->count != table->column_count) {
        return problem_set(why, RC_INVALID, "%s must have %zu columns", table->name,
                           table->column_count);
    }
    for (size_t i = 0; i < row->count; i++) {
        const char *name = table->columns[i].name;

        if (text_equal(text_trim(row->cells[i]), text_of(name))) continue;
        return problem_at(why, RC_INVALID, name, "column %zu of %s must be %s", i + 1, table->name,
                          name);
    }
    return RC_OK;
}

static enum rc read_row(struct arena *mem,
                        const struct table *table,
                        const struct csv_row *row,
                        void *out_row,
                        struct problem *why)
{
    if (row->count != table->column_count) {
        return problem_set(why, RC_INVALID, "%s, line %zu: %zu cells, not %zu", table->name,
                           row->line, row->count, table->column_count);
    }
    for (size_t i = 0; i < row->count; i++) {
        const struct column *column = &table->columns[i];

        if (read_cell(mem, column, text_trim(row->cells[i]), out_row)) continue;
        if (column->kind == CELL_CHOICE) {
            return problem_at(why, RC_INVALID, column->name, "%s, line %zu: %s must be %s or %s",
                              table->name, row->line, column->name, column->words[0],
                              column->words[1]);
        }
        return problem_at(why, RC_INVALID, column->name, "%s, line %zu: %s must be %s", table->name,
                          row->line, column->name, wanted_in(column));
    }
    return RC_OK;
}

/* Read a table into rows of its own kind; `*out_rows` is allocated for them. */
static enum rc read_table(struct arena *mem,
                          const struct table *table,
                          struct text text,
                          void **out_rows,
                          size_t *out_count,
                          struct problem *why)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(text);
    char *rows = arena_alloc_many(mem, PATTERN_ROWS_MAX, table->row_bytes);
    struct csv_row row;
    size_t count = 0;

    if (!csv_next(csv, &row)) {
        TRY(csv_end(csv, why));
        return problem_set(why, RC_INVALID, "%s is empty", table->name);
    }
    TRY(check_heading(table, &row, why));
    while (csv_next(csv, &row)) {
        if (count == PATTERN_ROWS_MAX) {
            return problem_set(why, RC_TOO_LARGE, "%s has more than %d rows", table->name,
                               PATTERN_ROWS_MAX);
        }
        TRY(read_row(mem, table, &row, rows + count * table->row_bytes, why));
        count++;
    }
    TRY(csv_end(csv, why));

    *out_rows = rows;
    *out_count = count;
    return RC_OK;
}

/* --- rows against each other ------------------------------------------- */

static bool slot_is_sound(const struct pattern_slot *slot)
{
    bool rests = slot->rest_from_minute != 0 || slot->rest_to_minute != 0;

    if (slot->start_minute >= MINUTES_PER_DAY) return false; /* it belongs to the day it begins */
    if (slot->end_minute <= slot->start_minute) return false;
    if (slot->end_minute - slot->start_minute > SHIFT_MINUTES_MAX) return false;
    if (!rests) return true;
    return slot->rest_from_minute < slot->rest_to_minute &&
           slot->rest_from_minute >= slot->start_minute && slot->rest_to_minute <= slot->end_minute;
}

static struct pattern_slot *weekday_slot(struct pattern *pattern, struct text code)
{
    for (size_t i = 0; i < PATTERN_DAYS; i++) {
        if (text_equal(code, text_of(weekdays[i]))) return &pattern->week[i];
    }
    return NULL;
}

static enum rc place_slot(struct pattern *pattern,
                          const struct pattern_slot *slot,
                          struct problem *why)
{
    struct pattern_slot *place = weekday_slot(pattern, slot->code);

    if ((place && place->works) || pattern_shift(pattern, slot->code)) {
        return problem_at(why, RC_INVALID, "slot", "hours.csv: " TEXT_FORMAT " appears twice",
                          TEXT_ARGUMENT(slot->code));
    }
    if (!place) {
        if (pattern->shift_count == PATTERN_SHIFTS_MAX) {
            return problem_at(why, RC_TOO_LARGE, "slot", "hours.csv: more than %d shifts",
                              PATTERN_SHIFTS_MAX);
        }
        place = &pattern->shifts[pattern->shift_count++];
    }
    *place = *slot;
    place->works = true;
    return RC_OK;
}

static enum rc check_pattern(const struct pattern_row *row, struct problem *why)
{
    const struct pattern *pattern = &row->pattern;
    int week_minutes = pattern_week_minutes(pattern);

    if (!day_is_none(pattern->valid_to) &&
        day_compare(pattern->valid_to, pattern->valid_from) < 0) {
        return problem_at(why, RC_INVALID, "valid_to", TEXT_FORMAT " ends before it begins",
                          TEXT_ARGUMENT(pattern->code));
    }
    if (pattern->duty == PATTERN_ROSTER ? pattern->shift_count == 0 : week_minutes == 0) {
        return problem_at(why, RC_INVALID, "hours", TEXT_FORMAT " has no hours " TEXT_FORMAT,
                          TEXT_ARGUMENT(pattern->code), TEXT_ARGUMENT(row->hours));
    }
    if (row->week_minutes != 0 && row->week_minutes != week_minutes) {
        return problem_at(why, RC_INVALID, "week_minutes",
                          "the week of " TEXT_FORMAT " has %d minutes, not %d",
                          TEXT_ARGUMENT(pattern->code), week_minutes, row->week_minutes);
    }
    return RC_OK;
}

static enum rc give_hours(struct pattern_row *row,
                          const struct hours_row *hours,
                          size_t hours_count,
                          struct problem *why)
{
    for (size_t i = 0; i < hours_count; i++) {
        if (!text_equal(hours[i].hours, row->hours)) continue;
        if (!slot_is_sound(&hours[i].slot)) {
            return problem_at(why, RC_INVALID, "slot",
                              "hours.csv: the times of " TEXT_FORMAT "/" TEXT_FORMAT
                              " contradict each other: the end comes after the start "
                              "(07:00+1 is the next day), the rest lies within",
                              TEXT_ARGUMENT(row->hours), TEXT_ARGUMENT(hours[i].slot.code));
        }
        TRY(place_slot(&row->pattern, &hours[i].slot, why));
    }
    return check_pattern(row, why);
}

enum rc pattern_read(struct arena *mem,
                     struct text patterns_csv,
                     struct text hours_csv,
                     struct pattern_set *out_set,
                     struct problem *why)
{
    void *pattern_rows = NULL;
    void *hours_rows = NULL;
    size_t pattern_count = 0;
    size_t hours_count = 0;
    struct pattern *patterns;

    TRY(read_table(mem, &patterns_table, patterns_csv, &pattern_rows, &pattern_count, why));
    TRY(read_table(mem, &hours_table, hours_csv, &hours_rows, &hours_count, why));

    patterns = arena_array(mem, struct pattern, pattern_count);
    for (size_t i = 0; i < pattern_count; i++) {
        struct pattern_row *row = &((struct pattern_row *)pattern_rows)[i];

        row->pattern.duty = row->duty ? PATTERN_ROSTER : PATTERN_CALENDAR;
        row->pattern.pairing = row->pairing ? PAIRING_PAIRS : PAIRING_FIRST_LAST;
        row->pattern.rest_is_work = row->rest != 0;
        TRY(give_hours(row, hours_rows, hours_count, why));
        patterns[i] = row->pattern;
    }
    *out_set = (struct pattern_set){patterns, pattern_count};
    return RC_OK;
}
