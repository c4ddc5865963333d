#include "devices/verify_table.h"

#include "base/limits.h"
#include "devices/adms_rows.h"
#include "people/rows.h"

#include <stdlib.h>
#include <string.h>

static const char sql_insert[] =
    "INSERT INTO verify_code (government, recorded_at_ms, lane, log_position, tick,"
    "   model, code, method, author)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

static const char sql_every[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                "       model, code, method, author"
                                "  FROM verify_code WHERE government = $1";

/* Oldest first, so that a later version replaces an earlier one. */
static const char sql_rows[] = "SELECT model, code, method FROM verify_code WHERE government = $1"
                               " ORDER BY tick, lane, log_position";

const struct record_choice method_choices[] = {
#define METHOD(name, word, indonesian, english) {word, METHOD_##name},
#include "devices/method.def"
#undef METHOD
    {NULL, 0},
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct verify_row,
                model,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "The model as the terminal tells it."),
    RECORD_INT(struct verify_row,
               code,
               RECORD_REQUIRED,
               0,
               ADMS_CODE_MAX,
               .about = "The verify code of its punches."),
    RECORD_CHOICE(struct verify_row,
                  method,
                  RECORD_REQUIRED,
                  method_choices,
                  .about = "The method it stands for."),
    RECORD_TEXT(struct verify_row,
                author,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "The account that decided it."),
};

const struct record verify_row_record = RECORD("VerifyRow", struct verify_row, fields);

const struct fact_table verify_row_fact = {FACT_VERIFY_CODE, &verify_row_record, sql_insert,
                                           sql_every};

/* ---- loading ---- */

static struct verify_override *find_row(struct verify_override *rows,
                                        size_t count,
                                        struct text model,
                                        int code)
{
    for (size_t i = 0; i < count; i++) {
        if (rows[i].code == code && text_equal_ignoring_case(rows[i].model, model)) return &rows[i];
    }
    return NULL;
}

static void put_row(struct rows *rows,
                    struct arena *mem,
                    struct text model,
                    int code,
                    enum method method)
{
    struct verify_override *row = find_row(rows->at, rows->count, model, code);

    if (!row) row = rows_add(rows, sizeof *row);
    *row = (struct verify_override){arena_text(mem, model), code, method};
}

static enum rc load_own(struct db *facts, int government, struct arena *mem, struct rows *own)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(facts, &rows, sql_rows, DB_INT(government)));
    while (db_next(&rows)) {
        enum method method = METHOD_OTHER;

        if (method_parse(db_text(&rows, 2), &method)) {
            put_row(own, mem, db_text(&rows, 0), (int)db_int(&rows, 1), method);
        }
    }
    return db_done(&rows);
}

static int compare_rows(const void *left, const void *right)
{
    const struct verify_override *a = left, *b = right;
    int models = text_compare(a->model, b->model);

    return models ? models : (a->code > b->code) - (a->code < b->code);
}

enum rc verify_table_load(struct db *facts,
                          int government,
                          struct arena *mem,
                          struct verify_table *out_table)
{
    CLEANUP(rows_done) struct rows own = {0};
    size_t shipped_count = 0, count;
    const struct verify_override *shipped = verify_shipped(&shipped_count);
    struct verify_override *rows;

    TRY(load_own(facts, government, mem, &own));
    rows = arena_array(mem, struct verify_override, own.count + shipped_count);
    if (own.count) {
        memcpy(rows, own.at, own.count * sizeof *rows);
        qsort(rows, own.count, sizeof *rows, compare_rows);
    }
    count = own.count;
    for (size_t i = 0; i < shipped_count; i++) {
        if (!find_row(rows, own.count, shipped[i].model, shipped[i].code)) {
            rows[count++] = shipped[i];
        }
    }
    *out_table = (struct verify_table){rows, count, own.count};
    return RC_OK;
}

/* ---- asking ---- */

enum method verify_table_method(const struct verify_table *table, struct text model, int code)
{
    return verify_method(table->rows, table->count, model, code);
}

/* A row of this method: of this model, or (NULL) of any. */
static bool find_method(const struct verify_table *table,
                        const struct text *model,
                        enum method method,
                        int *out_code)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct verify_override *row = &table->rows[i];

        if (row->method != method) continue;
        if (model && !text_equal_ignoring_case(row->model, *model)) continue;
        *out_code = row->code;
        return true;
    }
    return false;
}

static bool find_vendor(const struct verify_table *table,
                        struct text model,
                        enum method method,
                        int *out_code)
{
    size_t count = 0;
    const struct verify_code *codes = verify_codes(&count);

    for (size_t i = 0; i < count; i++) {
        if (codes[i].method != method || codes[i].is_alternative) continue;
        if (verify_table_method(table, model, codes[i].code) != method) continue;
        *out_code = codes[i].code;
        return true;
    }
    return false;
}

bool verify_table_code(const struct verify_table *table,
                       struct text model,
                       enum method method,
                       int *out_code)
{
    return find_method(table, &model, method, out_code) ||
           find_vendor(table, model, method, out_code) ||
           find_method(table, NULL, method, out_code);
}

/* ---- recording ---- */

static enum rc check_row(const struct verify_row *row, struct problem *why)
{
    if (row->model.bytes == 0 || row->model.bytes > CODE_BYTES_MAX || !text_plain(row->model)) {
        return problem_at(why, RC_INVALID, "model", "a model has 1 to %d bytes on one line",
                          CODE_BYTES_MAX);
    }
    if (row->code < 0 || row->code > ADMS_CODE_MAX) {
        return problem_at(why, RC_INVALID, "code", "a verify code is a number from 0 to %d",
                          ADMS_CODE_MAX);
    }
    return RC_OK;
}

static enum rc apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(rows_done) struct rows own = {0};
    struct verify_request *request = argument;
    struct verify_row *row = &request->row;
    const struct verify_override *known;

    request->position = 0;
    row->model = text_trim(row->model);
    TRY(check_row(row, why));
    TRY(load_own(ledger_db(tx), ledger_government(tx), mem, &own));
    known = find_row(own.at, own.count, row->model, (int)row->code);
    if (known && known->method == row->method) return RC_OK;
    if (!known && own.count >= VERIFY_ROWS_MAX) {
        return problem_at(why, RC_CONFLICT, "model", "there are %d rows already", VERIFY_ROWS_MAX);
    }
    return fact_record(tx, &verify_row_fact, row, 1, &request->position);
}

const struct ledger_command verify_row_command = {.name = "verify_row", .apply = apply};
