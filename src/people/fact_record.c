#include "people/fact_record.h"

#include "base/limits.h"
#include "db/record_sql.h"

enum { ROWS_TOGETHER = 8 };

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

/* Rows that are handed to the store together. */
struct bound {
    struct record_sql rows[ROWS_TOGETHER];
    const struct db_value *values[ROWS_TOGETHER];
};

static void bind_row(const struct ledger_tx *tx,
                     const struct fact_table *table,
                     const void *row,
                     int64_t position,
                     struct record_sql *binding)
{
    binding->count = binding->day_count = 0;
    record_sql_add(binding, DB_INT(ledger_government(tx)));
    record_sql_add(binding, DB_INT(ledger_now_ms(tx)));
    record_sql_add(binding, DB_INT(ledger_lane(tx)));
    record_sql_add(binding, DB_INT(position));
    record_sql_add(binding, DB_INT(ledger_tick(tx)));
    record_sql_add_fields(binding, table->record, row);
}

static enum rc store_rows(struct ledger_tx *tx,
                          const struct fact_table *table,
                          const void *rows,
                          size_t count,
                          int64_t position)
{
    struct bound bound;

    for (size_t done = 0; done < count;) {
        size_t together = count - done < ROWS_TOGETHER ? count - done : ROWS_TOGETHER;

        for (size_t i = 0; i < together; i++) {
            bind_row(tx, table, row_at(table, rows, done + i), position, &bound.rows[i]);
            bound.values[i] = bound.rows[i].values;
        }
        TRY(db_insert(ledger_db(tx), table->sql_insert, bound.values, together,
                      bound.rows[0].count));
        done += together;
    }
    return RC_OK;
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
        TRY(store_rows(tx, table, row_at(table, rows, from), end - from, position));
    }
    if (fact_changes_directory((int)table->kind)) TRY(note_edition(tx, position));
    if (out_position) *out_position = first_position;
    return RC_OK;
}

enum rc fact_record_with(struct ledger_tx *tx,
                         const struct fact_table *table,
                         const void *row,
                         struct text content,
                         int64_t *out_position)
{
    CLEANUP(buf_done) struct buf body = {0};
    int64_t position = 0;

    assert(!fact_changes_directory((int)table->kind));
    buf_init(&body, ENTRY_BYTES_MAX);
    IGNORE(write_body(table, row, 0, 1, &body), "there is one");
    if (!buf_ok(&body)) return RC_TOO_LARGE;
    TRY(ledger_append_with(tx, (int)table->kind, buf_text(&body), content, &position));
    TRY(store_rows(tx, table, row, 1, position));
    if (out_position) *out_position = position;
    return RC_OK;
}
