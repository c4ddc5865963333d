#include "base/arena.h"
#include "ledger/ledger.h"

static const char sql_follow[] = "SELECT position, kind, recorded_at_ms, body FROM log"
                                 " WHERE government = $1 AND lane = $2 AND position > $3"
                                 " ORDER BY position";

static const char sql_follow_ticks[] =
    "SELECT l.position, l.kind, l.recorded_at_ms, l.body,"
    "       (SELECT b.tick FROM batch AS b"
    "         WHERE b.government = l.government AND b.lane = l.lane"
    "           AND b.last_position >= l.position ORDER BY b.last_position LIMIT 1)"
    "  FROM log AS l WHERE l.government = $1 AND l.lane = $2 AND l.position > $3"
    " ORDER BY l.position";

/* Of the batch that holds the first fact after a position.  Batches from before
 * there were ticks have their instant. */
static const char sql_tick_after[] =
    "SELECT CASE WHEN tick > 0 THEN tick ELSE recorded_at_ms END FROM batch"
    " WHERE government = $1 AND lane = $2 AND last_position > $3 ORDER BY last_position LIMIT 1";

/* The last batch up to a position whose clock was not behind what was seen before. */
static const char sql_last_right[] =
    "SELECT last_position FROM batch"
    " WHERE government = $1 AND lane = $2 AND last_position <= $3 AND tick <= recorded_at_ms"
    " ORDER BY last_position DESC LIMIT 1";

static const char sql_content_of[] =
    "SELECT bytes FROM content WHERE government = $1 AND lane = $2 AND position = $3";

static enum rc visit_entries(struct db_rows *rows,
                             int lane,
                             bool ticks,
                             ledger_visitor *visit,
                             void *visitor)
{
    bool more = true;

    while (more && db_next(rows)) {
        struct ledger_entry entry = {
            .lane = lane,
            .position = db_int(rows, 0),
            .kind = (int)db_int(rows, 1),
            .recorded_at_ms = db_int(rows, 2),
            .body = db_text(rows, 3),
            .tick = ticks ? db_int_or(rows, 4, 0) : 0,
        };

        more = visit(visitor, &entry);
    }
    return db_done(rows);
}

enum rc ledger_follow(struct db *db,
                      int government,
                      int lane,
                      int64_t position,
                      ledger_visitor *visit,
                      void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_follow, DB_INT(government), DB_INT(lane), DB_INT(position)));
    return visit_entries(&rows, lane, false, visit, visitor);
}

enum rc ledger_follow_ticks(struct db *db,
                            int government,
                            int lane,
                            ledger_visitor *visit,
                            void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_follow_ticks, DB_INT(government), DB_INT(lane), DB_INT(0)));
    return visit_entries(&rows, lane, true, visit, visitor);
}

/* ---- where a time begins ---- */

/* Was everything after a position recorded at the instant or later? */
static enum rc begins_after(struct db *db,
                            const struct ledger_since *since,
                            int64_t position,
                            bool *out_begins)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    int64_t tick = INT64_MAX; /* nothing is after it */

    TRY(db_query(db, &rows, sql_tick_after, DB_INT(since->government), DB_INT(since->lane),
                 DB_INT(position)));
    if (db_next(&rows)) tick = db_int(&rows, 0);
    TRY(db_done(&rows));
    *out_begins = tick >= since->at_ms;
    return RC_OK;
}

/* By halves, so that a log of years is not read from its beginning: what is recorded
 * since begins after `high` and not after `low`, by its ticks.  While a clock stands
 * behind, ticks do not show how the time goes on: such batches go along. */
enum rc ledger_position_before(struct db *db,
                               const struct ledger_since *since,
                               int64_t *out_position)
{
    int64_t low = -1, high = 0;
    bool begins = false;
    enum rc rc;

    TRY(begins_after(db, since, high, &begins));
    while (!begins) {
        low = high;
        high = 2 * high + 1;
        TRY(begins_after(db, since, high, &begins));
    }
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;

        TRY(begins_after(db, since, middle, &begins));
        if (begins) {
            high = middle;
        } else {
            low = middle;
        }
    }
    rc = db_get_int(db, out_position, sql_last_right, DB_INT(since->government),
                    DB_INT(since->lane), DB_INT(high));
    if (rc == RC_NOT_FOUND) *out_position = 0;
    return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* ---- content ---- */

enum rc ledger_content(struct db *db,
                       struct arena *mem,
                       int government,
                       int lane,
                       int64_t position,
                       struct text *out_content)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_content_of, DB_INT(government), DB_INT(lane), DB_INT(position)));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_NOT_FOUND : rows.rc;
    if (db_is_null(&rows, 0)) return RC_NOT_FOUND;
    *out_content = arena_text(mem, db_text(&rows, 0));
    return db_done(&rows);
}
