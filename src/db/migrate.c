#include "db/migrate.h"

#include "base/hash.h"

static const char sql_create[] = "CREATE TABLE IF NOT EXISTS schema_version ("
                                 "    number    INTEGER PRIMARY KEY,"
                                 "    name      TEXT    NOT NULL,"
                                 "    hash      TEXT    NOT NULL,"
                                 "    run_at_ms INTEGER NOT NULL)";

static const char sql_ran[] = "SELECT number, name, hash FROM schema_version ORDER BY number";

static const char sql_note[] =
    "INSERT INTO schema_version (number, name, hash, run_at_ms) VALUES ($1, $2, $3, $4)";

static bool is_what_ran(const struct migration *migration, struct text hex)
{
    struct hash hash = hash_of(text_of(migration->sql));
    struct hash_text expected = hash_text(&hash);

    return text_equal(hex, text_of(expected.s));
}

/* How many of the list have run; refuses a store from another history. */
static enum rc count_ran(struct db *db,
                         const struct migration *list,
                         size_t count,
                         size_t *out_ran,
                         struct problem *why)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    size_t ran = 0;

    TRY(db_query(db, &rows, sql_ran));
    while (db_next(&rows)) {
        if (ran == count) {
            return problem_set(
                why, RC_CONFLICT,
                "this data was written by a newer version of hadir; install that one");
        }
        if (!is_what_ran(&list[ran], db_text(&rows, 2))) {
            return problem_set(why, RC_CONFLICT, "%s differs from what this data was made with",
                               list[ran].name);
        }
        ran++;
    }
    TRY(db_done(&rows));
    *out_ran = ran;
    return RC_OK;
}

static enum rc run_one(struct db *db,
                       const struct migration *migration,
                       size_t number,
                       int64_t now_ms)
{
    CLEANUP(db_rollback) struct db_tx tx = {0};
    struct hash hash = hash_of(text_of(migration->sql));
    struct hash_text hex = hash_text(&hash);

    TRY(db_begin(db, &tx));
    TRY(db_script(db, migration->sql));
    TRY(db_exec(db, NULL, sql_note, DB_INT((int64_t)number), DB_CSTR(migration->name),
                DB_CSTR(hex.s), DB_INT(now_ms)));
    return db_commit(&tx);
}

enum rc migrate(struct db *db,
                const struct migration *list,
                size_t count,
                int64_t now_ms,
                struct problem *why)
{
    size_t ran = 0;

    TRY(db_exec(db, NULL, sql_create));
    TRY(count_ran(db, list, count, &ran, why));
    for (size_t i = ran; i < count; i++) {
        TRY(run_one(db, &list[i], i + 1, now_ms));
    }
    return RC_OK;
}
