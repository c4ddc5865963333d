/* db_private.h - what a store's driver provides; included by drivers and db.c.
 *
 * A driver is one constant table.  db.c does what all stores share: counting
 * calls for failure loops, sticky rows, logging the cause of a failure once. */
#pragma once

#include "db/db.h"

/* A statement for several rows costs two thirds of as many statements; more
 * rows gain little. */
enum { DB_ROWS_TOGETHER = 8 };

struct db_driver {
    const char *name;
    enum rc (*open)(const struct db_options *options, void **out_connection) NODISCARD;
    void (*close)(void *connection);
    /* Prepare (or find again) and bind; the statement is then stepped. */
    enum rc (*start)(void *connection,
                     const char *sql,
                     const struct db_value *values,
                     size_t count,
                     void **out_statement) NODISCARD;
    /* The same for DB_ROWS_TOGETHER rows of an INSERT: `count` values each. */
    enum rc (*start_rows)(void *connection,
                          const char *sql,
                          const struct db_value *const *rows,
                          size_t count,
                          void **out_statement) NODISCARD;
    /* RC_OK with *out_row: a row or the end. */
    enum rc (*step)(void *connection, void *statement, bool *out_row) NODISCARD;
    void (*finish)(void *connection, void *statement);
    enum rc (*script)(void *connection, const char *sql) NODISCARD;
    enum rc (*checkpoint)(void *connection) NODISCARD;
    int64_t (*changed)(void *connection);
    bool (*is_null)(void *statement, int column);
    int64_t (*integer)(void *statement, int column);
    double (*real)(void *statement, int column);
    struct text (*text)(void *statement, int column);
};

extern const struct db_driver db_sqlite;
