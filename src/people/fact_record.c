#include "people/fact_record.h"

#include "base/limits.h"
#include "db/record_sql.h"

static_assert(FACT_BODY_BYTES <= ENTRY_BYTES_MAX / 2, "the last row of an entry has room");

static const char sql_edition[] =
    "INSERT INTO register_edition (government, lane, log_position) VALUES ($1, $2, $3)"
    " ON CONFLICT (government, lane) DO UPDATE SET log_position = excluded.log_position";

static const void *row_at(const struct fact_table *table, const void *rows, size_t index)
{
    return (const char *)rows + index * table->record->bytes;
}

/* Rows from `first` on as one JSON array; returns one past the last that fitted. */
static size_t write_body(const struct fact_table *table,
                         const void *rows,
                         size_t first,
                         size_t count,
                         struct buf *body)
{
    static const struct record_view view = {.sight = RECORD_STAFF};
    struct json_write json;
    size_t index = first;

    buf_clear(body);
    json_write_init(&json, body);
    json_write_array(&json, NULL);
    while (index < count && body->bytes < FACT_BODY_BYTES) {
        record_write_json(table->record, row_at(table, rows, index++), view, &json, NULL);
    }
    json_write_end(&json);
    return index;
}

static enum rc store_row(struct ledger_tx *tx,
                         const struct fact_table *table,
                         const void *row,
                         int64_t position)
{
    struct record_sql binding = {.count = 0};

    record_sql_add(&binding, DB_INT(ledger_government(tx)));
    record_sql_add(&binding, DB_INT(ledger_now_ms(tx)));
    record_sql_add(&binding, DB_INT(ledger_lane(tx)));
    record_sql_add(&binding, DB_INT(position));
    record_sql_add_fields(&binding, table->record, row);
    return db_exec_values(ledger_db(tx), NULL, table->sql_insert, binding.values, binding.count);
}

static enum rc note_edition(struct ledger_tx *tx, int64_t position)
{
    return db_exec(ledger_db(tx), NULL, sql_edition, DB_INT(ledger_government(tx)),
                   DB_INT(ledger_lane(tx)), DB_INT(position));
}

enum rc fact_record(struct ledger_tx *tx,
                    const struct fact_table *table,
                    const void *rows,
                    size_t count,
                    int64_t *out_position)
{
    CLEANUP(buf_done) struct buf body = {0};
    int64_t position = 0;
    int64_t first_position = 0;

    if (count == 0) return RC_OK;
    buf_init(&body, ENTRY_BYTES_MAX);
    for (size_t from = 0, end = 0; from < count; from = end) {
        end = write_body(table, rows, from, count, &body);
        if (!buf_ok(&body)) return RC_TOO_LARGE;
        TRY(ledger_append(tx, (int)table->kind, buf_text(&body), &position));
        if (from == 0) first_position = position;
        for (size_t i = from; i < end; i++) {
            TRY(store_row(tx, table, row_at(table, rows, i), position));
        }
    }
    if (fact_changes_directory((int)table->kind)) TRY(note_edition(tx, position));
    if (out_position) *out_position = first_position;
    return RC_OK;
}
