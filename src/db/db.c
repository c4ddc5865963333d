#include "db/db.h"

#include "base/mem.h"
#include "db/db_private.h"

enum { BUSY_MS_DEFAULT = 5000 };

struct db {
    const struct db_driver *driver;
    void *connection;
    int fail_after; /* calls until everything fails; negative: never */
    bool in_transaction;
    bool lose_commit;
};

static const char sql_begin[] = "BEGIN IMMEDIATE";
static const char sql_begin_read[] = "BEGIN";
static const char sql_copy[] = "VACUUM INTO $1";
static const char sql_commit[] = "COMMIT";
static const char sql_rollback[] = "ROLLBACK";
static const char sql_savepoint[] = "SAVEPOINT command";
static const char sql_release[] = "RELEASE command";
static const char sql_undo[] = "ROLLBACK TO command";

enum rc db_open(const struct db_options *options, struct db **out_db)
{
    struct db_options chosen = *options;
    void *connection = NULL;
    struct db *db;

    if (chosen.busy_ms == 0) chosen.busy_ms = BUSY_MS_DEFAULT;
    TRY(db_sqlite.open(&chosen, &connection));
    db = mem_alloc(1, sizeof *db);
    *db = (struct db){.driver = &db_sqlite, .connection = connection, .fail_after = -1};
    *out_db = db;
    return RC_OK;
}

enum rc db_open_memory(struct db **out_db)
{
    return db_open(&(struct db_options){.path = ":memory:", .mode = DB_FACTS}, out_db);
}

void db_close(struct db **db)
{
    if (!*db) return;
    (*db)->driver->close((*db)->connection);
    mem_free(*db);
    *db = NULL;
}

void db_fail_after(struct db *db, int calls)
{
    db->fail_after = calls;
}

void db_lose_commit(struct db *db)
{
    db->lose_commit = true;
}

static bool fails_now(struct db *db)
{
    if (db->fail_after < 0) return false;
    if (db->fail_after == 0) return true;
    db->fail_after--;
    return false;
}

enum rc db_query_values(struct db *db,
                        struct db_rows *rows,
                        const char *sql,
                        const struct db_value *values,
                        size_t count)
{
    assert(!rows->statement);
    if (fails_now(db)) return RC_UNAVAILABLE;
    TRY(db->driver->start(db->connection, sql, values, count, &rows->statement));
    rows->db = db;
    rows->rc = RC_OK;
    return RC_OK;
}

bool db_next(struct db_rows *rows)
{
    bool row = false;

    assert(rows->statement);
    if (rows->rc != RC_OK) return false;
    rows->rc = rows->db->driver->step(rows->db->connection, rows->statement, &row);
    return rows->rc == RC_OK && row;
}

enum rc db_done(struct db_rows *rows)
{
    enum rc rc = rows->rc;

    db_rows_end(rows);
    return rc;
}

void db_rows_end(struct db_rows *rows)
{
    if (rows->statement) rows->db->driver->finish(rows->db->connection, rows->statement);
    *rows = (struct db_rows){0};
}

bool db_is_null(const struct db_rows *rows, int column)
{
    return rows->db->driver->is_null(rows->statement, column);
}

int64_t db_int(const struct db_rows *rows, int column)
{
    return rows->db->driver->integer(rows->statement, column);
}

int64_t db_int_or(const struct db_rows *rows, int column, int64_t when_null)
{
    return db_is_null(rows, column) ? when_null : db_int(rows, column);
}

double db_real(const struct db_rows *rows, int column)
{
    return rows->db->driver->real(rows->statement, column);
}

struct text db_text(const struct db_rows *rows, int column)
{
    return rows->db->driver->text(rows->statement, column);
}

enum rc db_exec_values(struct db *db,
                       int64_t *out_changed,
                       const char *sql,
                       const struct db_value *values,
                       size_t count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query_values(db, &rows, sql, values, count));
    while (db_next(&rows)) {
    }
    TRY(rows.rc);
    if (out_changed) *out_changed = db->driver->changed(db->connection);
    return RC_OK;
}

/* As many rows as the driver takes together. */
static enum rc insert_together(struct db *db,
                               const char *sql,
                               const struct db_value *const *rows,
                               size_t count)
{
    CLEANUP(db_rows_end) struct db_rows inserted = {0};

    if (fails_now(db)) return RC_UNAVAILABLE;
    TRY(db->driver->start_rows(db->connection, sql, rows, count, &inserted.statement));
    inserted.db = db;
    while (db_next(&inserted)) {
    }
    return db_done(&inserted);
}

enum rc db_insert(struct db *db,
                  const char *sql,
                  const struct db_value *const *rows,
                  size_t row_count,
                  size_t count)
{
    size_t i = 0;

    assert(db->in_transaction);
    for (; row_count - i >= DB_ROWS_TOGETHER; i += DB_ROWS_TOGETHER) {
        TRY(insert_together(db, sql, rows + i, count));
    }
    for (; i < row_count; i++) {
        TRY(db_exec_values(db, NULL, sql, rows[i], count));
    }
    return RC_OK;
}

enum rc db_get_int_values(struct db *db,
                          int64_t *out_value,
                          const char *sql,
                          const struct db_value *values,
                          size_t count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    int64_t value;

    TRY(db_query_values(db, &rows, sql, values, count));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_NOT_FOUND : rows.rc;
    value = db_int(&rows, 0);
    TRY(db_done(&rows));
    *out_value = value;
    return RC_OK;
}

enum rc db_script(struct db *db, const char *sql)
{
    if (fails_now(db)) return RC_UNAVAILABLE;
    return db->driver->script(db->connection, sql);
}

enum rc db_begin(struct db *db, struct db_tx *tx)
{
    assert(!tx->db);
    TRY(db_exec(db, NULL, sql_begin));
    db->in_transaction = true;
    tx->db = db;
    return RC_OK;
}

enum rc db_begin_read(struct db *db, struct db_tx *tx)
{
    assert(!tx->db);
    if (db->in_transaction) return RC_OK;
    TRY(db_exec(db, NULL, sql_begin_read));
    db->in_transaction = true;
    tx->db = db;
    return RC_OK;
}

enum rc db_commit(struct db_tx *tx)
{
    struct db *db = tx->db;
    bool lost = db->lose_commit;

    TRY(db_exec(db, NULL, sql_commit));
    tx->db = NULL;
    db->in_transaction = false;
    db->lose_commit = false;
    return lost ? RC_UNAVAILABLE : RC_OK;
}

void db_rollback(struct db_tx *tx)
{
    struct db *db = tx->db;

    if (!db) return;
    tx->db = NULL;
    db->in_transaction = false;
    /* Not through fails_now: undoing must work while a test makes calls fail. */
    IGNORE(db->driver->script(db->connection, sql_rollback), "a failed store undoes by itself");
}

enum rc db_savepoint(struct db *db)
{
    return db_exec(db, NULL, sql_savepoint);
}

enum rc db_savepoint_keep(struct db *db)
{
    return db_exec(db, NULL, sql_release);
}

enum rc db_savepoint_undo(struct db *db)
{
    TRY(db->driver->script(db->connection, sql_undo));
    return db->driver->script(db->connection, sql_release);
}

enum rc db_checkpoint(struct db *db)
{
    return db->driver->checkpoint(db->connection);
}

enum rc db_copy(struct db *db, const char *path)
{
    return db_exec(db, NULL, sql_copy, DB_CSTR(path));
}
