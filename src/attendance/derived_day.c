#include "attendance/derived_private.h"

static const char sql_put_day[] =
    "INSERT INTO day (government, day, standing, judged_at_ms) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (government, day) DO UPDATE SET"
    "  standing = excluded.standing, judged_at_ms = excluded.judged_at_ms";

static const char sql_find_day[] =
    "SELECT standing, judged_at_ms FROM day WHERE government = $1 AND day = $2";

/* $4 is what they become, unless they are that already, or worse. */
static const char sql_worsen_days[] =
    "UPDATE day SET standing = $4"
    " WHERE government = $1 AND day BETWEEN $2 AND $3 AND standing < $4";

static const char sql_days[] = "SELECT day, standing FROM day WHERE government = $1 ORDER BY day";

static const char sql_put_watch[] =
    "INSERT INTO watch (government, day, agency, time_at_ms, delivery_at_ms, delivered_by_ms,"
    "                   silent, from_day)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

static const char sql_clear_watches[] = "DELETE FROM watch WHERE government = $1 AND day = $2";

static const char sql_watches[] =
    "SELECT agency, time_at_ms, delivery_at_ms, delivered_by_ms, silent, from_day"
    "  FROM watch WHERE government = $1 AND day = $2";

enum rc derived_put_day(struct derived *derived,
                        int32_t day,
                        const struct derived_standing *standing)
{
    assert(standing->as != DERIVED_DAY_NONE);
    return db_exec(derived->db, NULL, sql_put_day, DB_INT(derived->government), DB_INT(day),
                   DB_INT(standing->as), DB_INT(standing->judged_at_ms));
}

enum rc derived_find_day(struct derived *derived,
                         int32_t day,
                         struct derived_standing *out_standing)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct derived_standing standing = {.as = DERIVED_DAY_NONE};

    TRY(db_query(derived->db, &rows, sql_find_day, DB_INT(derived->government), DB_INT(day)));
    if (db_next(&rows)) {
        standing.as = (enum derived_day)db_int(&rows, 0);
        standing.judged_at_ms = db_int(&rows, 1);
    }
    TRY(db_done(&rows));
    *out_standing = standing;
    return RC_OK;
}

static enum rc worsen_days(struct derived *derived, int32_t from, int32_t to, enum derived_day as)
{
    return db_exec(derived->db, NULL, sql_worsen_days, DB_INT(derived->government), DB_INT(from),
                   DB_INT(to), DB_INT(as));
}

enum rc derived_touch_days(struct derived *derived, int32_t from, int32_t to)
{
    return worsen_days(derived, from, to, DERIVED_DAY_TOUCHED);
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

/* ---- watches ---- */

enum rc derived_put_watch(struct derived *derived, int32_t day, const struct derived_watch *watch)
{
    return db_exec(derived->db, NULL, sql_put_watch, DB_INT(derived->government), DB_INT(day),
                   DB_TEXT(watch->agency), DB_INT(watch->time_at_ms), DB_INT(watch->delivery_at_ms),
                   DB_INT(watch->delivered_by_ms), DB_INT(watch->silent), DB_INT(watch->from_day));
}

enum rc derived_clear_watches(struct derived *derived, int32_t day)
{
    return db_exec(derived->db, NULL, sql_clear_watches, DB_INT(derived->government), DB_INT(day));
}

enum rc derived_watches(struct derived *derived,
                        int32_t day,
                        derived_watch_visitor *visit,
                        void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_watches, DB_INT(derived->government), DB_INT(day)));
    while (db_next(&rows)) {
        struct derived_watch watch = {
            .agency = db_text(&rows, 0),
            .time_at_ms = db_int(&rows, 1),
            .delivery_at_ms = db_int(&rows, 2),
            .delivered_by_ms = db_int(&rows, 3),
            .silent = db_int(&rows, 4) != 0,
            .from_day = (int32_t)db_int(&rows, 5),
        };

        visit(visitor, &watch);
    }
    return db_done(&rows);
}
