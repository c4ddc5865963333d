#include "base/buf.h"
#include "base/log.h"
#include "base/mem.h"
#include "db/db_private.h"

#include <sqlite3.h>

#include <pthread.h>
#include <string.h>

enum { STATEMENT_SLOTS = 256, WAL_PAGES_MAX = 4000, VALUES_MAX = 255, SQL_BYTES_MAX = 8192 };

struct prepared {
    const char *sql; /* by address: a statement is a static constant */
    size_t rows;     /* 1, or how many it inserts together */
    sqlite3_stmt *statement;
    bool busy;
    bool temporary;                   /* not in the cache: finalise when done */
    uint8_t position[VALUES_MAX + 1]; /* of $1, $2 ...; 0: not in the statement */
};

struct connection {
    sqlite3 *sqlite;
    struct prepared slots[STATEMENT_SLOTS];
};

static enum rc rc_of(const struct connection *c, int code)
{
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return RC_OK;
    case SQLITE_CONSTRAINT:
        return RC_CONFLICT;
    default:
        log_error("the store failed", LOG_CSTR("cause", sqlite3_errmsg(c->sqlite)),
                  LOG_INT("code", sqlite3_extended_errcode(c->sqlite)));
        return RC_UNAVAILABLE;
    }
}

static enum rc run(struct connection *c, const char *sql)
{
    return rc_of(c, sqlite3_exec(c->sqlite, sql, NULL, NULL, NULL));
}

static enum rc script(void *connection, const char *sql)
{
    return run(connection, sql);
}

/* Settings of a connection.  facts: every commit is synced; derived: a power
 * cut may forget the last commits but never tears one. */
static enum rc configure(struct connection *c, enum db_mode mode)
{
    static const char writer[] = "PRAGMA journal_mode = WAL;"
                                 "PRAGMA wal_autocheckpoint = 4000;"
                                 "PRAGMA foreign_keys = ON;"
                                 "PRAGMA temp_store = MEMORY;"
                                 "PRAGMA cache_size = -16000;";
    static const char reader[] = "PRAGMA query_only = ON;"
                                 "PRAGMA temp_store = MEMORY;";

    if (mode == DB_READ_ONLY) return run(c, reader);
    TRY(run(c, writer));
    return run(c, mode == DB_FACTS ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

static void close_connection(void *connection)
{
    struct connection *c = connection;

    for (size_t i = 0; i < STATEMENT_SLOTS; i++) {
        sqlite3_finalize(c->slots[i].statement);
    }
    sqlite3_close(c->sqlite);
    mem_free(c);
}

/* SQLite counts the memory of all connections under one lock, at which ledger
 * and board met twenty thousand times a second; nobody reads the count. */
static void set_up_library(void)
{
    if (sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK) return;
    log_debug("SQLite was in use before: it goes on counting its memory");
}

static enum rc open_connection(const struct db_options *options, void **out_connection)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct connection *c = mem_alloc(1, sizeof *c);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                (options->mode == DB_READ_ONLY ? SQLITE_OPEN_READWRITE
                                               : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    enum rc rc;

    IGNORE(pthread_once(&once, set_up_library), "it knows no error");
    rc = rc_of(c, sqlite3_open_v2(options->path, &c->sqlite, flags, options->vfs));
    if (rc == RC_OK) rc = rc_of(c, sqlite3_busy_timeout(c->sqlite, options->busy_ms));
    if (rc == RC_OK) rc = configure(c, options->mode);
    if (rc != RC_OK) {
        close_connection(c);
        return rc;
    }
    *out_connection = c;
    return RC_OK;
}

/* SQLite numbers $1, $2 by first appearance: note where each is, so that the
 * same text means the same in every store. */
static void note_positions(struct prepared *prepared)
{
    int count = sqlite3_bind_parameter_count(prepared->statement);

    assert(count <= VALUES_MAX);
    for (int at = 1; at <= count; at++) {
        const char *name = sqlite3_bind_parameter_name(prepared->statement, at);
        int64_t number = 0;

        if (!name || name[0] != '$' || !text_int(text_of(name + 1), &number)) continue;
        assert(number > 0 && number <= VALUES_MAX);
        prepared->position[number] = (uint8_t)at;
    }
}

/* ($1, $2) once more for a later row: ($3, $4). */
static void add_row(struct buf *to, struct text values, size_t before)
{
    while (values.bytes > 0) {
        size_t bytes = 1;
        int64_t number = 0;

        while (bytes < values.bytes && text_digits((struct text){values.at + bytes, 1})) {
            bytes++;
        }
        if (text_int((struct text){values.at + 1, bytes - 1}, &number)) {
            buf_format(to, "$%lld", (long long)number + (long long)before);
        } else {
            buf_add(to, (struct text){values.at, bytes});
        }
        values = (struct text){values.at + bytes, values.bytes - bytes};
    }
}

/* An INSERT for one row, as one for several: only what stands behind VALUES is
 * repeated. */
static void repeat_values(const char *sql, size_t rows, size_t count, struct buf *out_sql)
{
    const char *values = strstr(sql, " VALUES (");

    assert(values && text_ends(text_of(sql), TEXT(")")));
    buf_add(out_sql, text_of(sql));
    for (size_t row = 1; row < rows; row++) {
        buf_add_char(out_sql, ',');
        add_row(out_sql, text_of(values + strlen(" VALUES ")), row * count);
    }
    assert(buf_ok(out_sql));
}

static enum rc prepare(struct connection *c,
                       const char *sql,
                       size_t rows,
                       size_t count,
                       struct prepared *prepared)
{
    CLEANUP(buf_done) struct buf repeated = {0};
    const char *text = sql;

    if (rows > 1) {
        buf_init(&repeated, SQL_BYTES_MAX);
        repeat_values(sql, rows, count, &repeated);
        text = repeated.at;
    }
    TRY(rc_of(c, sqlite3_prepare_v3(c->sqlite, text, -1, SQLITE_PREPARE_PERSISTENT,
                                    &prepared->statement, NULL)));
    prepared->sql = sql;
    prepared->rows = rows;
    note_positions(prepared);
    return RC_OK;
}

/* The slot of this statement: found again by address, else a free one near
 * it, else a temporary one. */
static enum rc find_prepared(struct connection *c,
                             const char *sql,
                             size_t rows,
                             size_t count,
                             struct prepared **out_prepared)
{
    size_t start = ((uintptr_t)sql >> 3) % STATEMENT_SLOTS;
    struct prepared *temporary;

    for (size_t probe = 0; probe < STATEMENT_SLOTS; probe++) {
        struct prepared *slot = &c->slots[(start + probe) % STATEMENT_SLOTS];

        if (slot->sql && (slot->sql != sql || slot->rows != rows || slot->busy)) continue;
        if (!slot->sql) TRY(prepare(c, sql, rows, count, slot));
        *out_prepared = slot;
        return RC_OK;
    }
    temporary = mem_alloc(1, sizeof *temporary);
    temporary->temporary = true;
    if (prepare(c, sql, rows, count, temporary) != RC_OK) {
        mem_free(temporary);
        return RC_UNAVAILABLE;
    }
    *out_prepared = temporary;
    return RC_OK;
}

static int bind(sqlite3_stmt *statement, int at, const struct db_value *value)
{
    const char *bytes = value->text.at ? value->text.at : "";

    switch (value->kind) {
    case DB_KIND_NULL:
        return sqlite3_bind_null(statement, at);
    case DB_KIND_INT:
        return sqlite3_bind_int64(statement, at, value->number);
    case DB_KIND_REAL:
        return sqlite3_bind_double(statement, at, value->real);
    case DB_KIND_TEXT:
        return sqlite3_bind_text64(statement, at, bytes, value->text.bytes, SQLITE_STATIC,
                                   SQLITE_UTF8);
    case DB_KIND_BLOB:
        return sqlite3_bind_blob64(statement, at, bytes, value->text.bytes, SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

static void finish(void *connection, void *statement)
{
    struct prepared *prepared = statement;

    (void)connection;
    sqlite3_reset(prepared->statement);
    sqlite3_clear_bindings(prepared->statement);
    prepared->busy = false;
    if (!prepared->temporary) return;
    sqlite3_finalize(prepared->statement);
    mem_free(prepared);
}

/* Values take the places from $first on. */
static enum rc bind_all(struct connection *c,
                        struct prepared *prepared,
                        size_t first,
                        const struct db_value *values,
                        size_t count)
{
    assert(first + count <= VALUES_MAX + 1);
    for (size_t i = 0; i < count; i++) {
        int at = prepared->position[first + i];

        assert(at > 0); /* every value has its place in the statement */
        if (bind(prepared->statement, at, &values[i]) != SQLITE_OK) {
            finish(c, prepared);
            return RC_UNAVAILABLE;
        }
    }
    return RC_OK;
}

static enum rc start(void *connection,
                     const char *sql,
                     const struct db_value *values,
                     size_t count,
                     void **out_statement)
{
    struct connection *c = connection;
    struct prepared *prepared = NULL;

    TRY(find_prepared(c, sql, 1, count, &prepared));
    prepared->busy = true;
    TRY(bind_all(c, prepared, 1, values, count));
    *out_statement = prepared;
    return RC_OK;
}

static enum rc start_rows(void *connection,
                          const char *sql,
                          const struct db_value *const *rows,
                          size_t count,
                          void **out_statement)
{
    struct connection *c = connection;
    struct prepared *prepared = NULL;

    TRY(find_prepared(c, sql, DB_ROWS_TOGETHER, count, &prepared));
    prepared->busy = true;
    for (size_t i = 0; i < DB_ROWS_TOGETHER; i++) {
        TRY(bind_all(c, prepared, 1 + i * count, rows[i], count));
    }
    *out_statement = prepared;
    return RC_OK;
}

static enum rc step(void *connection, void *statement, bool *out_row)
{
    struct prepared *prepared = statement;
    int code = sqlite3_step(prepared->statement);

    TRY(rc_of(connection, code));
    *out_row = code == SQLITE_ROW;
    return RC_OK;
}

static enum rc checkpoint(void *connection)
{
    struct connection *c = connection;

    return rc_of(c,
                 sqlite3_wal_checkpoint_v2(c->sqlite, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL));
}

static int64_t changed(void *connection)
{
    return sqlite3_changes64(((struct connection *)connection)->sqlite);
}

static sqlite3_stmt *raw(void *statement)
{
    return ((struct prepared *)statement)->statement;
}

static bool is_null(void *statement, int column)
{
    return sqlite3_column_type(raw(statement), column) == SQLITE_NULL;
}

static int64_t integer(void *statement, int column)
{
    return sqlite3_column_int64(raw(statement), column);
}

static double real(void *statement, int column)
{
    return sqlite3_column_double(raw(statement), column);
}

static struct text text(void *statement, int column)
{
    const char *at = sqlite3_column_blob(raw(statement), column);

    return (struct text){at, (size_t)sqlite3_column_bytes(raw(statement), column)};
}

const struct db_driver db_sqlite = {
    .name = "sqlite",
    .open = open_connection,
    .close = close_connection,
    .start = start,
    .start_rows = start_rows,
    .step = step,
    .finish = finish,
    .script = script,
    .checkpoint = checkpoint,
    .changed = changed,
    .is_null = is_null,
    .integer = integer,
    .real = real,
    .text = text,
};
