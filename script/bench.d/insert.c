/* insert FILE ROWS BATCH: the bare thing below our ledger.  SQLite with WAL and
 * synchronous=FULL appends ROWS punches, BATCH in each durable transaction, to
 * a table with nothing but a key.  Prints rows a second. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void must(int ok, const char *what)
{
    if (ok) return;
    fprintf(stderr, "insert: %s\n", what);
    exit(1);
}

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void run(sqlite3 *db, const char *sql)
{
    must(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, sql);
}

int main(int argc, char **argv)
{
    sqlite3 *db;
    sqlite3_stmt *insert;
    char body[96];
    double started;
    long rows, batch;

    must(argc == 4, "usage: insert FILE ROWS BATCH");
    rows = strtol(argv[2], NULL, 10);
    batch = strtol(argv[3], NULL, 10);
    must(sqlite3_open(argv[1], &db) == SQLITE_OK, "open");
    run(db, "PRAGMA journal_mode=WAL");
    run(db, "PRAGMA synchronous=FULL");
    run(db, "CREATE TABLE log (government INTEGER, lane INTEGER, position INTEGER, kind INTEGER,"
            " recorded_at_ms INTEGER, body BLOB, PRIMARY KEY (government, lane, position))"
            " STRICT, WITHOUT ROWID");
    must(sqlite3_prepare_v2(db, "INSERT INTO log VALUES (1, 1, ?1, 1, ?2, ?3)", -1, &insert, NULL) ==
             SQLITE_OK,
         "prepare");
    started = now();
    for (long row = 0; row < rows; row++) {
        int bytes = snprintf(body, sizeof body, "SN-%ld\t%ld\t2021-05-17 07:%02ld:%02ld\t0\t15\t0\t0\t0",
                             row % 40, 100000 + row % 10000, row / 60 % 60, row % 60);

        if (row % batch == 0) run(db, "BEGIN IMMEDIATE");
        sqlite3_bind_int64(insert, 1, row + 1);
        sqlite3_bind_int64(insert, 2, 1621209600000 + row);
        sqlite3_bind_blob(insert, 3, body, bytes, SQLITE_STATIC);
        must(sqlite3_step(insert) == SQLITE_DONE, "insert");
        sqlite3_reset(insert);
        if (row % batch == batch - 1 || row == rows - 1) run(db, "COMMIT");
    }
    printf("%.0f\n", (double)rows / (now() - started));
    return 0;
}
