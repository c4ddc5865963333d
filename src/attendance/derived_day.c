#include "attendance/derived_private.h"

static const char sql_put_day[] =
    "INSERT INTO day (government, day, standing) VALUES ($1, $2, $3)"
    " ON CONFLICT (government, day) DO UPDATE SET standing = excluded.standing";

static const char sql_find_day[] = "SELECT standing FROM day WHERE government = $1 AND day = $2";

/* $4 is what they become, unless they are that already, or worse. */
static const char sql_worsen_days[] =
    "UPDATE day SET standing = $4"
    " WHERE government = $1 AND day BETWEEN $2 AND $3 AND standing < $4";

static const char sql_days[] = "SELECT day, standing FROM day WHERE government = $1 ORDER BY day";

enum rc derived_put_day(struct derived *derived, int32_t day, enum derived_day as)
{
    assert(as != DERIVED_DAY_NONE);
    return db_exec(derived->db, NULL, sql_put_day, DB_INT(derived->government), DB_INT(day),
                   DB_INT(as));
}

enum rc derived_find_day(struct derived *derived, int32_t day, enum derived_day *out_as)
{
    int64_t as = DERIVED_DAY_NONE;
    enum rc rc =
        db_get_int(derived->db, &as, sql_find_day, DB_INT(derived->government), DB_INT(day));

    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    *out_as = (enum derived_day)as;
    return RC_OK;
}

static enum rc worsen_days(struct derived *derived, int32_t from, int32_t to, enum derived_day as)
{
    return db_exec(derived->db, NULL, sql_worsen_days, DB_INT(derived->government), DB_INT(from),
                   DB_INT(to), DB_INT(as));
}

enum rc derived_reopen_days(struct derived *derived, int32_t from, int32_t to)
{
    return worsen_days(derived, from, to, DERIVED_DAY_OPEN);
}

enum rc derived_spoil_days(struct derived *derived, int32_t from, int32_t to)
{
    return worsen_days(derived, from, to, DERIVED_DAY_STALE);
}

enum rc derived_days(struct derived *derived, derived_day_visitor *visit, void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_days, DB_INT(derived->government)));
    while (db_next(&rows)) {
        visit(visitor, (int32_t)db_int(&rows, 0), (enum derived_day)db_int(&rows, 1));
    }
    return db_done(&rows);
}
