#include "attendance/recap.h"

#include "attendance/counts.h"
#include "attendance/coverage.h"
#include "attendance/judge.h"
#include "attendance/sheet.h"
#include "base/csv.h"
#include "base/limits.h"

#include <stdio.h>
#include <string.h>

/* The columns between "expected" and "present", in the order of the contract. */
static const enum state columns[] = {
    STATE_NOT_DUE, STATE_WAITING, STATE_ON_TIME,     STATE_LATE,        STATE_MISSING_IN,
    STATE_LEAVE,   STATE_SICK,    STATE_PERMIT,      STATE_DUTY_TRAVEL, STATE_STUDY,
    STATE_OFF,     STATE_UNKNOWN, STATE_UNEXPLAINED,
};

/* ---- gathering ---- */

struct gathering {
    const struct picture *picture;
    struct recap_row *rows; /* of each agency in scope */
    int32_t first, end;     /* the scope: a range of the tree */
};

static enum rc begin(const struct picture *picture,
                     const struct recap_request *request,
                     struct arena *mem,
                     struct gathering *out_gathering,
                     struct problem *why)
{
    const struct directory *directory = picture->directory;
    struct gathering gathering = {.picture = picture, .end = (int32_t)directory->agency_count};

    if (request->to < request->from) {
        return problem_at(why, RC_INVALID, "to", "the range ends before it begins");
    }
    if (request->to - request->from >= RECAP_DAYS_MAX) {
        return problem_at(why, RC_INVALID, "to", "at most %d days at once", RECAP_DAYS_MAX);
    }
    if (request->agency.bytes > 0) {
        gathering.first = directory_find_agency(directory, request->agency);
        if (gathering.first == NONE) {
            return problem_at(why, RC_NOT_FOUND, "agency",
                              "there is no agency with the code \"" TEXT_FORMAT "\"",
                              TEXT_ARGUMENT(request->agency));
        }
        gathering.end = directory->agencies[gathering.first].end;
    }
    gathering.rows =
        arena_array(mem, struct recap_row, (size_t)(gathering.end - gathering.first) + 1);
    for (int32_t i = gathering.first; i < gathering.end; i++) {
        gathering.rows[i - gathering.first].agency = directory->agencies[i].code;
        gathering.rows[i - gathering.first].name = directory->agencies[i].name;
    }
    *out_gathering = gathering;
    return RC_OK;
}

static void add(struct gathering *gathering, int32_t agency, const struct balance *balance)
{
    if (agency < gathering->first || agency >= gathering->end) return;
    balance_add(&gathering->rows[agency - gathering->first].balance, balance);
}

static void finish(const struct gathering *gathering,
                   const struct recap_request *request,
                   struct recap *out_recap)
{
    const struct directory *directory = gathering->picture->directory;
    struct recap recap = {.from = request->from,
                          .to = request->to,
                          .rows = gathering->rows,
                          .row_count = (size_t)(gathering->end - gathering->first)};

    recap.total.name = directory->government_name;
    if (request->agency.bytes > 0) {
        recap.total.agency = directory->agencies[gathering->first].code;
        recap.total.name = directory->agencies[gathering->first].name;
    }
    for (size_t i = 0; i < recap.row_count; i++) {
        balance_add(&recap.total.balance, &recap.rows[i].balance);
    }
    *out_recap = recap;
}

static void add_tally(void *visitor, const struct tally *tally)
{
    struct gathering *gathering = visitor;

    add(gathering, directory_find_agency(gathering->picture->directory, tally->agency),
        &tally->balance);
}

enum rc recap_load(struct derived *derived,
                   const struct picture *picture,
                   const struct recap_request *request,
                   struct arena *mem,
                   struct recap *out_recap,
                   struct problem *why)
{
    struct gathering gathering;

    TRY(begin(picture, request, mem, &gathering, why));
    TRY(derived_tallies(derived, request->from, request->to, add_tally, &gathering));
    finish(&gathering, request, out_recap);
    return RC_OK;
}

enum rc recap_as_of(struct derived *derived,
                    const struct picture *picture,
                    const struct recap_request *request,
                    struct arena *mem,
                    struct recap *out_recap,
                    struct problem *why)
{
    CLEANUP(judge_free) struct judge *judge = judge_new(picture);
    CLEANUP(coverage_free) struct coverage_map *coverage = coverage_new(picture);
    struct sheet_context context = {.judge = judge,
                                    .picture = picture,
                                    .coverage = coverage,
                                    .derived = derived,
                                    .now_ms = picture->as_of_ms,
                                    .received_until_ms = picture->as_of_ms};
    struct gathering gathering;

    TRY(begin(picture, request, mem, &gathering, why));
    TRY(coverage_learn(coverage, derived));
    coverage_refresh(coverage, NULL, NULL, picture->as_of_ms);
    for (int32_t day = request->from; day <= request->to; day++) {
        CLEANUP(sheet_free) struct sheet *sheet = NULL;

        TRY(sheet_build(&context, day, &sheet));
        for (size_t i = 0; i < sheet->agency_count; i++) {
            add(&gathering, (int32_t)i, &sheet->balances[i]);
        }
    }
    finish(&gathering, request, out_recap);
    return RC_OK;
}

/* ---- printing ---- */

struct told_row {
    struct text agency;
    struct text name;
    struct counts counts;
};

static const struct record_field row_fields[] = {
    RECORD_TEXT(struct told_row, agency, RECORD_REQUIRED, 0, CODE_BYTES_MAX, .about = "Its code."),
    RECORD_TEXT(struct told_row, name, RECORD_REQUIRED, 0, NAME_BYTES_MAX, .about = "Full name."),
    RECORD_PART(struct told_row, counts, RECORD_REQUIRED, &counts_record),
};
static const struct record row_record = RECORD_TOLD("RecapLine", struct told_row, row_fields);

struct told {
    struct day date, to;
    struct text agency;
    struct counts counts;
    struct record_list agencies;
};

static const struct record_field fields[] = {
    RECORD_DAY(struct told, date, RECORD_REQUIRED, .about = "The day, or the first of several."),
    RECORD_DAY(struct told,
               to,
               RECORD_OPTIONAL,
               .about = "The last of several; counts are then of person-days."),
    RECORD_TEXT(struct told,
                agency,
                RECORD_REQUIRED,
                0,
                CODE_BYTES_MAX,
                .about = "Code; empty for the whole government."),
    RECORD_PART(struct told, counts, RECORD_REQUIRED, &counts_record),
    RECORD_LIST(struct told,
                agencies,
                RECORD_REQUIRED,
                &row_record,
                RECORD_ANY,
                .about = "Each with its own people only, so that they add up."),
};
const struct record recap_record = RECORD_TOLD("Recap", struct told, fields);

void recap_write_json(const struct recap *recap, struct json_write *json)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct told_row *rows = arena_array(mem, struct told_row, recap->row_count);
    struct told told = {.date = day_from_number(recap->from),
                        .agency = recap->total.agency,
                        .counts = counts_of(&recap->total.balance, mem),
                        .agencies = {rows, recap->row_count}};

    if (recap->to != recap->from) told.to = day_from_number(recap->to);
    for (size_t i = 0; i < recap->row_count; i++) {
        rows[i].agency = recap->rows[i].agency;
        rows[i].name = recap->rows[i].name;
        rows[i].counts = counts_of(&recap->rows[i].balance, mem);
    }
    record_write_json(&recap_record, &told, (struct record_view){0}, json, NULL);
}

static void write_csv_row(const struct recap *recap,
                          const struct recap_row *row,
                          struct csv_write *csv)
{
    const struct balance *balance = &row->balance;
    int32_t expected = balance_expected(balance);

    csv_write_cell(csv, text_of(day_text(day_from_number(recap->from)).s), CSV_PLAIN);
    csv_write_cell(csv, text_of(day_text(day_from_number(recap->to)).s), CSV_PLAIN);
    csv_write_cell(csv, row->agency, CSV_PLAIN);
    csv_write_cell(csv, row->name, CSV_FREE);
    csv_write_int(csv, balance_strength(balance));
    csv_write_int(csv, expected);
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        csv_write_int(csv, balance->counts[columns[i]]);
    }
    csv_write_int(csv, balance_present(balance));
    csv_write_int(csv, balance->wfh);
    csv_write_cell(csv, text_of(percent_text(balance_present(balance), expected).s), CSV_PLAIN);
    csv_write_cell(csv, text_of(percent_text(balance_present_max(balance), expected).s), CSV_PLAIN);
    csv_write_row_end(csv);
}

static void write_csv_head(struct csv_write *csv)
{
    static const char *const before[] = {"date", "to", "agency", "name", "strength", "expected"};
    static const char *const after[] = {"present", "wfh", "present_percent", "present_percent_max"};

    for (size_t i = 0; i < COUNT_OF(before); i++) {
        csv_write_cell(csv, text_of(before[i]), CSV_PLAIN);
    }
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        csv_write_cell(csv, text_of(state_word(columns[i])), CSV_PLAIN);
    }
    for (size_t i = 0; i < COUNT_OF(after); i++) {
        csv_write_cell(csv, text_of(after[i]), CSV_PLAIN);
    }
    csv_write_row_end(csv);
}

void recap_write_csv(const struct recap *recap, struct buf *to)
{
    struct csv_write csv;

    csv_write_init(&csv, to);
    write_csv_head(&csv);
    write_csv_row(recap, &recap->total, &csv);
    for (size_t i = 0; i < recap->row_count; i++) {
        write_csv_row(recap, &recap->rows[i], &csv);
    }
}

/* 5789 as "5.789", right-aligned. */
static void write_figure(struct buf *table, int32_t value, int width)
{
    char digits[24];
    char grouped[32];
    int bytes = snprintf(digits, sizeof digits, "%d", value);
    size_t out = 0;

    for (int i = 0; i < bytes; i++) {
        if (i > 0 && (bytes - i) % 3 == 0) grouped[out++] = '.';
        grouped[out++] = digits[i];
    }
    grouped[out] = '\0';
    buf_format(table, "%*s", width, grouped);
}

/* "82,79 %"; empty when nobody is expected. */
static void write_share(struct buf *table, int32_t part, int32_t whole, int width)
{
    struct percent_text percent = percent_text(part, whole);
    char *point = strchr(percent.s, '.');
    char with_sign[PERCENT_TEXT_BYTES + 4] = "";

    if (point) *point = ',';
    if (percent.s[0]) IGNORE(snprintf(with_sign, sizeof with_sign, "%s %%", percent.s), "fits");
    buf_format(table, "%*s", width, with_sign);
}

static void write_line(struct buf *table, const char *label, int32_t count, int32_t whole)
{
    buf_format(table, "  %-22s", label);
    write_figure(table, count, 10);
    write_share(table, count, whole, 12);
    buf_add_char(table, '\n');
}

static void write_total(const struct recap_row *total, struct buf *table)
{
    const struct balance *balance = &total->balance;
    int32_t expected = balance_expected(balance);

    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        enum state state = columns[i];

        if (balance->counts[state] == 0 && state != STATE_ON_TIME && state != STATE_LATE) continue;
        write_line(table, state_indonesian(state), balance->counts[state],
                   state == STATE_OFF ? 0 : expected);
    }
    write_line(table, "jumlah pegawai", balance_strength(balance), 0);
    write_line(table, "hadir", balance_present(balance), expected);
    if (balance_present_max(balance) != balance_present(balance)) {
        write_line(table, "paling banyak", balance_present_max(balance), expected);
    }
}

static void write_agency(const struct recap_row *row, struct buf *table)
{
    const struct balance *balance = &row->balance;
    int32_t away = balance->counts[STATE_LEAVE] + balance->counts[STATE_SICK] +
                   balance->counts[STATE_PERMIT] + balance->counts[STATE_DUTY_TRAVEL] +
                   balance->counts[STATE_STUDY];
    int32_t open = balance_present_max(balance) - balance_present(balance);

    if (balance_strength(balance) == 0) return;
    buf_format(table, "  %-40.*s", (int)(row->name.bytes > 40 ? 40 : row->name.bytes),
               row->name.at);
    write_figure(table, balance_strength(balance), 8);
    write_figure(table, balance_present(balance), 8);
    write_share(table, balance_present(balance), balance_expected(balance), 10);
    write_figure(table, balance->counts[STATE_LATE], 10);
    write_figure(table, away, 8);
    write_figure(table, open, 8);
    write_figure(table, balance->counts[STATE_UNEXPLAINED], 8);
    buf_add_char(table, '\n');
}

void recap_write_table(const struct recap *recap, struct buf *table)
{
    buf_format(table, TEXT_FORMAT ", %s", TEXT_ARGUMENT(recap->total.name),
               day_text(day_from_number(recap->from)).s);
    if (recap->to != recap->from) {
        buf_format(table, " s.d. %s", day_text(day_from_number(recap->to)).s);
    }
    buf_add(table, TEXT("\n\n"));
    write_total(&recap->total, table);
    buf_format(table, "\n  %-40s%8s%8s%10s%10s%8s%8s%8s\n", "unit kerja", "pegawai", "hadir", "",
               "terlambat", "izin dll", "terbuka", "t.k.");
    for (size_t i = 0; i < recap->row_count; i++) {
        write_agency(&recap->rows[i], table);
    }
}
