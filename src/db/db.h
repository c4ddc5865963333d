/* db.h - one small interface to a relational store.
 *
 * SQL is the same text for every store: placeholders $1, $2 ..., integers,
 * reals, text and blobs, the portable subset of STYLE 3.9.  A statement is a
 * `static const char sql_x[]`; it is prepared once a connection and found
 * again by its address.
 *
 *   CLEANUP(db_rows_end) struct db_rows rows = {0};
 *   TRY(db_query(db, &rows, sql_people, DB_INT(agency_id)));
 *   while (db_next(&rows)) use(db_text(&rows, 0));
 *   TRY(db_done(&rows));
 *
 * Memory    Text and blobs of a row live until the next db_next or db_done.
 * Threads   A connection belongs to one thread at a time.
 * Errors    RC_UNAVAILABLE when the store fails (the cause is logged once);
 *           RC_CONFLICT when a uniqueness or foreign key refuses a row. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct db;

enum db_mode {
    DB_FACTS,    /* written durably: a commit is on the disk */
    DB_DERIVED,  /* may lose the last commits in a power cut, never its consistency; all are
                  * on the disk once every connection is closed */
    DB_READ_ONLY /* refuses to write */
};

struct db_options {
    const char *path; /* a file, or ":memory:" */
    enum db_mode mode;
    const char *vfs; /* NULL for the system's own */
    int busy_ms;     /* how long to wait for another writer */
};

enum rc db_open(const struct db_options *options, struct db **out_db) NODISCARD;
enum rc db_open_memory(struct db **out_db) NODISCARD;
void db_close(struct db **db);

enum db_kind { DB_KIND_NULL, DB_KIND_INT, DB_KIND_REAL, DB_KIND_TEXT, DB_KIND_BLOB };

struct db_value {
    enum db_kind kind;
    int64_t number;
    double real;
    struct text text;
};

#define DB_NULL()      ((struct db_value){.kind = DB_KIND_NULL})
#define DB_INT(value)  ((struct db_value){.kind = DB_KIND_INT, .number = (value)})
#define DB_REAL(value) ((struct db_value){.kind = DB_KIND_REAL, .real = (value)})
#define DB_TEXT(value) ((struct db_value){.kind = DB_KIND_TEXT, .text = (value)})
#define DB_CSTR(value) ((struct db_value){.kind = DB_KIND_TEXT, .text = text_of(value)})
#define DB_BLOB(value) ((struct db_value){.kind = DB_KIND_BLOB, .text = (value)})
#define DB_VALUES(...) ((const struct db_value[]){{0}, ##__VA_ARGS__} + 1)
#define DB_COUNT(...) \
    (sizeof((const struct db_value[]){{0}, ##__VA_ARGS__}) / sizeof(struct db_value) - 1)

/* A result being read; {0} before db_query. */
struct db_rows {
    struct db *db;
    void *statement;
    enum rc rc; /* sticky */
};

enum rc db_query_values(struct db *db,
                        struct db_rows *rows,
                        const char *sql,
                        const struct db_value *values,
                        size_t count) NODISCARD;
#define db_query(db, rows, sql, ...) \
    db_query_values(db, rows, sql, DB_VALUES(__VA_ARGS__), DB_COUNT(__VA_ARGS__))

bool db_next(struct db_rows *rows);
enum rc db_done(struct db_rows *rows) NODISCARD;
void db_rows_end(struct db_rows *rows);

bool db_is_null(const struct db_rows *rows, int column);
int64_t db_int(const struct db_rows *rows, int column);
int64_t db_int_or(const struct db_rows *rows, int column, int64_t when_null);
double db_real(const struct db_rows *rows, int column);
struct text db_text(const struct db_rows *rows, int column); /* also blobs; NULL gives {NULL, 0} */

/* Run a statement to its end; *out_changed (may be NULL) counts the rows. */
enum rc db_exec_values(struct db *db,
                       int64_t *out_changed,
                       const char *sql,
                       const struct db_value *values,
                       size_t count) NODISCARD;
#define db_exec(db, out_changed, sql, ...) \
    db_exec_values(db, out_changed, sql, DB_VALUES(__VA_ARGS__), DB_COUNT(__VA_ARGS__))

/* Run an INSERT that ends with VALUES ($1, ..., $count) for each of the rows; a
 * store may take several at once.  All or none: only inside a transaction that
 * is undone when it fails. */
enum rc db_insert(struct db *db,
                  const char *sql,
                  const struct db_value *const *rows,
                  size_t row_count,
                  size_t count) NODISCARD;

/* The first column of the first row; RC_NOT_FOUND without a row. */
enum rc db_get_int_values(struct db *db,
                          int64_t *out_value,
                          const char *sql,
                          const struct db_value *values,
                          size_t count) NODISCARD;
#define db_get_int(db, out_value, sql, ...) \
    db_get_int_values(db, out_value, sql, DB_VALUES(__VA_ARGS__), DB_COUNT(__VA_ARGS__))

/* Several statements without values: schema and fixtures. */
enum rc db_script(struct db *db, const char *sql) NODISCARD;

/* A transaction; {0} before db_begin.  db_rollback is for CLEANUP and does
 * nothing after db_commit. */
struct db_tx {
    struct db *db;
};

enum rc db_begin(struct db *db, struct db_tx *tx) NODISCARD;
enum rc db_commit(struct db_tx *tx) NODISCARD;
void db_rollback(struct db_tx *tx);

/* A savepoint inside a transaction, one at a time: keep or undo. */
enum rc db_savepoint(struct db *db) NODISCARD;
enum rc db_savepoint_keep(struct db *db) NODISCARD;
enum rc db_savepoint_undo(struct db *db) NODISCARD;

/* A reader's view: everything read until db_rollback is of one moment.  Within
 * a view or transaction that is already open on the connection it joins that. */
enum rc db_begin_read(struct db *db, struct db_tx *tx) NODISCARD;

/* Move the write-ahead log into the file, without waiting for readers. */
enum rc db_checkpoint(struct db *db) NODISCARD;

/* Write a consistent copy of the store into a new file, while others go on
 * reading and writing; not inside a transaction, not on a DB_READ_ONLY
 * connection.  The caller syncs the file. */
enum rc db_copy(struct db *db, const char *path) NODISCARD;

/* For failure loops in tests: the call after the next `calls` calls fails, and
 * all that follow; a negative number switches this off. */
void db_fail_after(struct db *db, int calls);

/* For tests: the next commit is done, but reported as failed. */
void db_lose_commit(struct db *db);
