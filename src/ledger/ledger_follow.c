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
