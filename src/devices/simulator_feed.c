#include "devices/simulator_feed.h"

#include "base/base64.h"
#include "base/day.h"
#include "base/map.h"
#include "base/mem.h"
#include "devices/adms_request.h"
#include "devices/adms_rows.h"
#include "devices/verify_code.h"

#include <stdlib.h>
#include <string.h>

enum { MS_PER_SECOND = 1000 };
enum { VERIFY_IRIS = 30, VERIFY_UNTOLD = 200 }; /* verify_code.h: 30 on the model HADIR-IRIS */

enum column { COLUMN_PIN, COLUMN_TERMINAL, COLUMN_TIME, COLUMN_METHOD, COLUMN_DIRECTION, COLUMNS };

static const struct text column_names[COLUMNS] = {
    [COLUMN_PIN] = TEXT_INIT("pin_or_number"),   [COLUMN_TERMINAL] = TEXT_INIT("terminal"),
    [COLUMN_TIME] = TEXT_INIT("local_time"),     [COLUMN_METHOD] = TEXT_INIT("method"),
    [COLUMN_DIRECTION] = TEXT_INIT("direction"),
};

struct fed_row {
    struct simulator_row row;
    uint32_t profile;
    uint32_t order; /* as in the file, so that sorting keeps it */
};

struct feed {
    struct arena *mem;
    struct simulator_plan *plan;
    struct map *terminals; /* serial to index of profiles */
    struct fed_row *rows;
    size_t count;
    size_t capacity;
    size_t place[COLUMNS]; /* where each column stands */
    struct problem *why;
};

/* bad-rows.csv of a demo government. */
enum bad_column { BAD_TERMINAL, BAD_AT, BAD_BYTES, BAD_COLUMNS };

typedef enum rc feed_row_reader(struct feed *feed, const struct csv_row *row);

static void feed_done(struct feed *feed)
{
    map_free(&feed->terminals);
    mem_free(feed->rows);
}

static enum rc refuse_row(struct feed *feed, const struct csv_row *row, const char *reason)
{
    return problem_at(feed->why, RC_INVALID, "from", "line %zu: %s", row->line, reason);
}

static enum rc read_header(struct feed *feed, const struct csv_row *row)
{
    for (size_t column = 0; column < COLUMNS; column++) {
        size_t i = 0;

        while (i < row->count && !text_equal(text_trim(row->cells[i]), column_names[column])) {
            i++;
        }
        if (i == row->count) {
            return problem_at(feed->why, RC_INVALID, "from", "no column \"" TEXT_FORMAT "\"",
                              TEXT_ARGUMENT(column_names[column]));
        }
        feed->place[column] = i;
    }
    return RC_OK;
}

static enum rc read_bad_header(struct feed *feed, const struct csv_row *row)
{
    if (row->count == BAD_COLUMNS && text_equal(row->cells[BAD_BYTES], TEXT("bytes"))) return RC_OK;
    return refuse_row(feed, row, "the columns are terminal, at, bytes");
}

static int verify_of(struct text word)
{
    enum method method = METHOD_OTHER;
    size_t count = 0;
    const struct verify_code *codes = verify_codes(&count);

    if (!method_parse(word, &method)) return VERIFY_UNTOLD;
    if (method == METHOD_IRIS) return VERIFY_IRIS;
    for (size_t i = 1; i < count; i++) {
        if (codes[i].method == method && !codes[i].is_alternative) return codes[i].code;
    }
    return VERIFY_UNTOLD;
}

static bool read_status(struct text word, int *out_status)
{
    int64_t number = ADMS_STATUS_UNDEFINED;

    if (text_equal(word, TEXT("in"))) {
        number = 0;
    } else if (text_equal(word, TEXT("out"))) {
        number = 1;
    } else if (word.bytes && !text_int(word, &number)) {
        return false;
    }
    if (number < 0 || number > ADMS_CODE_MAX) return false;
    *out_status = (int)number;
    return true;
}

static enum rc find_terminal(struct feed *feed,
                             const struct csv_row *row,
                             struct text serial,
                             uint32_t *out_index)
{

    if (map_find(feed->terminals, serial, out_index)) return RC_OK;
    if (!adms_serial_is_valid(serial)) return refuse_row(feed, row, "not a serial number");
    if (feed->plan->count == TERMINALS_MAX) return refuse_row(feed, row, "too many terminals");
    serial = arena_text(feed->mem, serial);
    *out_index = (uint32_t)feed->plan->count;
    simulator_plan_add(feed->plan, serial);
    IGNORE(map_put(feed->terminals, serial, *out_index), "it is new");
    return RC_OK;
}

static void keep_fed_row(struct feed *feed, const struct fed_row *row)
{
    enum { FIRST_ROWS = 4096 };

    if (feed->count == feed->capacity) {
        feed->capacity = feed->capacity ? feed->capacity * 2 : FIRST_ROWS;
        feed->rows = mem_resize(feed->rows, feed->capacity, sizeof *feed->rows);
    }
    feed->rows[feed->count++] = *row;
}

static enum rc read_row(struct feed *feed, const struct csv_row *row)
{
    struct fed_row fed = {.order = (uint32_t)feed->count};
    struct text pin;

    for (size_t column = 0; column < COLUMNS; column++) {
        if (feed->place[column] >= row->count) return refuse_row(feed, row, "a cell is missing");
    }
    if (feed->count == SIMULATOR_ROWS_MAX) return refuse_row(feed, row, "too many rows");
    pin = text_trim(row->cells[feed->place[COLUMN_PIN]]);
    if (pin.bytes == 0 || pin.bytes > PIN_BYTES_MAX) return refuse_row(feed, row, "not a PIN");
    if (!moment_parse(text_trim(row->cells[feed->place[COLUMN_TIME]]), &fed.row.moment)) {
        return refuse_row(feed, row, "not a time like 2021-05-17 07:44:08");
    }
    if (!read_status(text_trim(row->cells[feed->place[COLUMN_DIRECTION]]), &fed.row.status)) {
        return refuse_row(feed, row, "the direction is in, out, a number or empty");
    }
    TRY(find_terminal(feed, row, text_trim(row->cells[feed->place[COLUMN_TERMINAL]]),
                      &fed.profile));
    memcpy(fed.row.pin, pin.at, pin.bytes);
    fed.row.verify = verify_of(text_trim(row->cells[feed->place[COLUMN_METHOD]]));
    if (fed.row.verify == VERIFY_IRIS) {
        feed->plan->profiles[fed.profile].model = TEXT("HADIR-IRIS");
    }
    keep_fed_row(feed, &fed);
    return RC_OK;
}

static int compare_fed_rows(const void *a, const void *b)
{
    const struct fed_row *left = a;
    const struct fed_row *right = b;

    if (left->profile != right->profile) return left->profile < right->profile ? -1 : 1;
    if (left->row.moment != right->row.moment) return left->row.moment < right->row.moment ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

/* Give each terminal its rows by time. */
static void deal(struct feed *feed)
{
    struct simulator_row *rows = arena_array(feed->mem, struct simulator_row, feed->count + 1);

    if (feed->count) qsort(feed->rows, feed->count, sizeof *feed->rows, compare_fed_rows);
    for (size_t i = 0; i < feed->count; i++) {
        struct simulator_profile *profile = &feed->plan->profiles[feed->rows[i].profile];

        rows[i] = feed->rows[i].row;
        if (profile->feed_count == 0) profile->feed = &rows[i];
        profile->feed_count++;
    }
    feed->plan->has_feed = true;
    feed->plan->feed_rows = feed->count;
}

/* A row nobody can read, as it was recorded, at the true time it came. */
static enum rc read_bad_row(struct feed *feed, const struct csv_row *row)
{
    struct fed_row fed = {.order = (uint32_t)feed->count, .row.damage = ROW_RECORDED};
    const struct simulator_profile *profile;

    if (row->count < BAD_COLUMNS) return refuse_row(feed, row, "a cell is missing");
    if (!moment_parse(text_trim(row->cells[BAD_AT]), &fed.row.moment)) {
        return refuse_row(feed, row, "not a time like 2021-05-17 07:44:08");
    }
    if (!base64_read(feed->mem, text_trim(row->cells[BAD_BYTES]), &fed.row.bytes)) {
        return refuse_row(feed, row, "not base64");
    }
    TRY(find_terminal(feed, row, text_trim(row->cells[BAD_TERMINAL]), &fed.profile));
    profile = &feed->plan->profiles[fed.profile];
    fed.row.moment += profile->clock_error_ms / MS_PER_SECOND;
    keep_fed_row(feed, &fed);
    return RC_OK;
}

static enum rc read_table(struct feed *feed,
                          struct csv *csv,
                          feed_row_reader *header,
                          feed_row_reader *read)
{
    struct csv_row row = {0};
    feed_row_reader *next = header;

    while (csv_next(csv, &row)) {
        TRY(next(feed, &row));
        next = read;
    }
    return csv_end(csv, feed->why);
}

enum rc simulator_feed_read(struct arena *mem,
                            struct csv *punches,
                            struct csv *bad_rows,
                            struct simulator_plan *plan,
                            struct problem *why)
{
    CLEANUP(feed_done) struct feed feed = {.mem = mem, .plan = plan, .why = why};

    feed.terminals = map_new();
    for (size_t i = 0; i < plan->count; i++) {
        IGNORE(map_put(feed.terminals, plan->profiles[i].serial, (uint32_t)i), "the last counts");
    }
    TRY(read_table(&feed, punches, read_header, read_row));
    if (bad_rows) TRY(read_table(&feed, bad_rows, read_bad_header, read_bad_row));
    deal(&feed);
    return RC_OK;
}
