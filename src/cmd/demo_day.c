#include "cmd/demo_day.h"

#include "base/base64.h"
#include "base/csv.h"
#include "devices/adms_rows.h"
#include "devices/verify_code.h"
#include "rules/zone.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MAX = 10 };

struct reader {
    struct arena *mem;
    struct demo_day *day;
    struct demo_terminal *terminals;
    struct demo_refusal *refusals;
    struct enrolment *late;
};

/* What a row of a table becomes; false: a cell is not as it should be. */
typedef bool row_reader(struct reader *reader, const struct text *cells);

struct table {
    const char *file;
    const char *columns[COLUMNS_MAX];
    row_reader *read;
};

const struct embedded *demo_table(struct text name, const char *table)
{
    CLEANUP(buf_done) struct buf path = {0};

    buf_init(&path, REFERENCE_BYTES_MAX);
    buf_format(&path, "data/demo/" TEXT_FORMAT "/%s", TEXT_ARGUMENT(name), table);
    return buf_ok(&path) ? embedded_find(buf_text(&path)) : NULL;
}

/* ---- times ---- */

static bool read_instant(const struct demo_day *day, struct text cell, int64_t *out_at_ms)
{
    int64_t moment;

    if (!moment_parse(cell, &moment)) return false;
    *out_at_ms = instant_of_moment(moment, day->offset_minutes);
    return true;
}

static int by_serial(const void *left, const void *right)
{
    const struct demo_terminal *a = left, *b = right;

    return text_compare(a->row.serial, b->row.serial);
}

static const struct demo_terminal *find_terminal(const struct demo_day *day, struct text serial)
{
    struct demo_terminal wanted = {.row.serial = serial};

    return bsearch(&wanted, day->terminals, day->terminal_count, sizeof *day->terminals, by_serial);
}

/* True when it came with a backlog. */
static bool receive(const struct demo_terminal *terminal, int64_t *at_ms)
{
    *at_ms -= terminal->clock_error_ms;
    if (*at_ms < terminal->silent_from_ms || *at_ms >= terminal->silent_to_ms) return false;
    *at_ms = terminal->silent_to_ms;
    return true;
}

/* ---- words ---- */

/* The code by which a model tells a method, the first that is not "or". */
static bool read_verify(struct text model, struct text word, int *out_code)
{
    size_t own_count, count;
    const struct verify_override *own = verify_shipped(&own_count);
    const struct verify_code *codes = verify_codes(&count);
    enum method method;

    if (!method_parse(word, &method)) return false;
    for (size_t i = 0; i < own_count; i++) {
        if (own[i].method != method || !text_equal_ignoring_case(own[i].model, model)) continue;
        *out_code = own[i].code;
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        if (codes[i].method != method || codes[i].is_alternative) continue;
        *out_code = codes[i].code;
        return true;
    }
    return false;
}

static bool read_direction(struct text word, int *out_status)
{
    static const struct {
        struct text word;
        int status;
    } words[] = {
        {TEXT_INIT("in"), 0}, {TEXT_INIT("out"), 1}, {TEXT_INIT(""), PUNCH_STATUS_UNDEFINED}};

    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (!text_equal(words[i].word, word)) continue;
        *out_status = words[i].status;
        return true;
    }
    return false;
}

/* ---- rows ---- */

static bool read_government(struct reader *reader, const struct text *cells)
{
    struct demo_day *day = reader->day;
    enum zone zone;

    day->name = arena_text(reader->mem, cells[0]);
    day->short_name = arena_text(reader->mem, cells[1]);
    day->zone = arena_text(reader->mem, cells[2]);
    if (!zone_parse(cells[2], &zone)) return false;
    day->offset_minutes = zone_offset_minutes(zone);
    return true;
}

static bool read_terminal(struct reader *reader, const struct text *cells)
{
    struct demo_day *day = reader->day;
    struct demo_terminal *terminal = &reader->terminals[day->terminal_count++];
    double error;

    *terminal = (struct demo_terminal){.row = {.serial = arena_text(reader->mem, cells[0]),
                                               .agency = arena_text(reader->mem, cells[1]),
                                               .name = arena_text(reader->mem, cells[2]),
                                               .model = arena_text(reader->mem, cells[3]),
                                               .firmware = arena_text(reader->mem, cells[4]),
                                               .state = TERMINAL_APPROVED}};
    if (!text_real(cells[7], &error)) return false;
    terminal->clock_error_ms = (int64_t)(error * 1000);
    if (cells[8].bytes == 0) return cells[9].bytes == 0;
    return read_instant(day, cells[8], &terminal->silent_from_ms) &&
           read_instant(day, cells[9], &terminal->silent_to_ms);
}

static bool read_punch(struct reader *reader, const struct text *cells)
{
    struct demo_day *day = reader->day;
    struct punch *punch = &day->punches[day->punch_count++];
    const struct demo_terminal *terminal = find_terminal(day, cells[1]);

    *punch = (struct punch){.pin = arena_text(reader->mem, cells[0]),
                            .offset_minutes = day->offset_minutes,
                            .source = PUNCH_FROM_TERMINAL};
    if (!terminal || !moment_parse(cells[2], &punch->moment)) return false;
    punch->terminal = terminal->row.serial;
    punch->received_at_ms = instant_of_moment(punch->moment, day->offset_minutes);
    if (receive(terminal, &punch->received_at_ms)) punch->flags |= PUNCH_BACKLOG;
    return read_verify(terminal->row.model, cells[3], &punch->verify) &&
           read_direction(cells[4], &punch->status);
}

static bool read_late(struct reader *reader, const struct text *cells)
{
    struct demo_day *day = reader->day;
    struct enrolment *late = &reader->late[day->late_count++];

    *late = (struct enrolment){.pin = arena_text(reader->mem, cells[0]),
                               .terminal = arena_text(reader->mem, cells[1]),
                               .number = arena_text(reader->mem, cells[2])};
    return day_parse(cells[3], &late->valid_from);
}

static bool read_refusal(struct reader *reader, const struct text *cells)
{
    struct demo_day *day = reader->day;
    struct demo_refusal *row = &reader->refusals[day->refusal_count++];
    struct text bytes;
    struct adms_row parsed;

    if (!base64_read(reader->mem, cells[2], &bytes)) return false;
    parsed = adms_row_parse(bytes);
    if (parsed.kind != ADMS_ROW_REFUSAL) return false;
    row->refusal = (struct punch_refusal){
        .terminal = arena_text(reader->mem, cells[0]),
        .reason = text_of(adms_refusal_word(parsed.refusal.reason)),
        .bytes = bytes,
        .mark_from = parsed.refusal.mark_from,
        .mark_to = parsed.refusal.mark_to,
    };
    return read_instant(day, cells[1], &row->received_at_ms);
}

/* ---- tables ---- */

enum { GOVERNMENT, TERMINALS, PUNCHES, LATE, REFUSALS, TABLES };

static const struct table tables[TABLES] = {
    [GOVERNMENT] = {"government.csv", {"name", "short", "zone"}, read_government},
    [TERMINALS] = {"terminals.csv",
                   {"serial", "agency", "name", "model", "firmware", "methods", "address",
                    "clock_error_seconds", "offline_from", "offline_to"},
                   read_terminal},
    [PUNCHES] = {"punches.csv",
                 {"pin_or_number", "terminal", "local_time", "method", "direction"},
                 read_punch},
    [LATE] = {"late-enrolments.csv", {"pin", "terminal", "number", "valid_from"}, read_late},
    [REFUSALS] = {"bad-rows.csv", {"terminal", "at", "bytes"}, read_refusal},
};

static size_t column_count(const struct table *table)
{
    size_t count = 0;

    while (count < COLUMNS_MAX && table->columns[count]) {
        count++;
    }
    return count;
}

static bool is_header(const struct table *table, const struct csv_row *row)
{
    if (row->count != column_count(table)) return false;
    for (size_t i = 0; i < row->count; i++) {
        if (!text_equal(row->cells[i], text_of(table->columns[i]))) return false;
    }
    return true;
}

/* At most so many rows: one a line. */
static size_t line_count(struct text bytes)
{
    size_t count = 1;

    for (size_t i = 0; i < bytes.bytes; i++) {
        count += bytes.at[i] == '\n';
    }
    return count;
}

static enum rc read_table(struct reader *reader,
                          const struct table *table,
                          struct text bytes,
                          struct problem *why)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(bytes);
    size_t columns = column_count(table);
    struct csv_row row;

    if (!csv_next(csv, &row) || !is_header(table, &row)) {
        return problem_set(why, RC_INVALID, "%s has other columns", table->file);
    }
    while (csv_next(csv, &row)) {
        if (row.count == columns && table->read(reader, row.cells)) continue;
        return problem_set(why, RC_INVALID, "%s, line %zu, cannot be read", table->file, row.line);
    }
    return csv_end(csv, why);
}

static int by_receipt(const void *left, const void *right)
{
    const struct punch *a = left, *b = right;
    int order;

    if (a->received_at_ms != b->received_at_ms) {
        return a->received_at_ms < b->received_at_ms ? -1 : 1;
    }
    order = text_compare(a->terminal, b->terminal);
    if (order != 0) return order;
    return a->moment < b->moment ? -1 : a->moment > b->moment;
}

enum rc demo_day_read(struct arena *mem,
                      struct text name,
                      struct demo_day *out_day,
                      struct problem *why)
{
    struct demo_day day = {0};
    struct reader reader = {.mem = mem, .day = &day};
    const struct embedded *files[TABLES];

    for (size_t i = 0; i < TABLES; i++) {
        files[i] = demo_table(name, tables[i].file);
        if (files[i]) continue;
        return problem_at(why, RC_NOT_FOUND, "demo",
                          "there is no demo government \"" TEXT_FORMAT "\"", TEXT_ARGUMENT(name));
    }
    day.terminals = reader.terminals =
        arena_array(mem, struct demo_terminal, line_count(files[TERMINALS]->bytes));
    day.punches = arena_array(mem, struct punch, line_count(files[PUNCHES]->bytes));
    day.late = reader.late = arena_array(mem, struct enrolment, line_count(files[LATE]->bytes));
    day.refusals = reader.refusals =
        arena_array(mem, struct demo_refusal, line_count(files[REFUSALS]->bytes));
    for (size_t i = 0; i < TABLES; i++) {
        TRY(read_table(&reader, &tables[i], files[i]->bytes, why));
        if (i == TERMINALS) {
            qsort(reader.terminals, day.terminal_count, sizeof *reader.terminals, by_serial);
        }
    }
    if (day.punch_count == 0) return problem_set(why, RC_INVALID, "punches.csv is empty");
    qsort(day.punches, day.punch_count, sizeof *day.punches, by_receipt);
    day.day = moment_day(day.punches[0].moment);
    *out_day = day;
    return RC_OK;
}
