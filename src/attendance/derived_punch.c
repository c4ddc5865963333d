#include "attendance/derived_private.h"

static const char sql_add_punch[] =
    "INSERT INTO punch (government, day, pin, moment, terminal, status, verify,"
    "                   source, flags, zone, received_at_ms, position)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    " ON CONFLICT DO NOTHING";

static const char sql_add_doubtful[] =
    "INSERT INTO doubtful_punch (government, day, pin, moment, terminal, status, verify)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";

static const char sql_note_reader[] =
    "INSERT INTO reader (government, terminal, first_day) VALUES ($1, $2, $3)"
    " ON CONFLICT (government, terminal) DO UPDATE SET first_day = excluded.first_day"
    "  WHERE excluded.first_day < reader.first_day";

static const char sql_readers[] =
    "SELECT terminal, first_day FROM reader WHERE government = $1 ORDER BY terminal";

static const char sql_has_punch[] =
    "SELECT count(*) FROM punch"
    " WHERE government = $1 AND day = $2 AND pin = $3 AND moment = $4 AND terminal = $5"
    "   AND status = $6 AND verify = $7";

/* One day at a time: with a range of days the store could not seek the PIN. */
static const char sql_punches_of[] =
    "SELECT pin, moment, terminal, status, verify, source, flags, zone, received_at_ms, position"
    "  FROM punch"
    " WHERE government = $1 AND day = $2 AND pin = $3"
    " ORDER BY moment, terminal, status, verify";

static const char sql_doubtful[] =
    "SELECT pin, moment, terminal, status, verify, source, flags, zone, received_at_ms, position"
    "  FROM doubtful_punch NATURAL JOIN punch"
    " WHERE government = $1";

static const char sql_punches_between[] =
    "SELECT pin, moment, terminal, status, verify, source, flags, zone, received_at_ms, position"
    "  FROM punch"
    " WHERE government = $1 AND day BETWEEN $2 AND $3"
    " ORDER BY day, pin, moment, terminal, status, verify";

static const char sql_count_punches[] =
    "SELECT count(*) FROM punch"
    " WHERE government = $1 AND day BETWEEN $2 AND $3 AND terminal = $4"
    "   AND moment BETWEEN $5 AND $6";

static enum rc add_doubtful(struct derived *derived, const struct punch *punch)
{
    return db_exec(derived->db, NULL, sql_add_doubtful, DB_INT(derived->government),
                   DB_INT(punch_day(punch)), DB_TEXT(punch->pin), DB_INT(punch->moment),
                   DB_TEXT(punch->terminal), DB_INT(punch->status), DB_INT(punch->verify));
}

enum rc derived_add_punch(struct derived *derived,
                          const struct punch *punch,
                          int64_t position,
                          bool *out_new)
{
    int64_t added = 0;

    TRY(db_exec(derived->db, &added, sql_add_punch, DB_INT(derived->government),
                DB_INT(punch_day(punch)), DB_TEXT(punch->pin), DB_INT(punch->moment),
                DB_TEXT(punch->terminal), DB_INT(punch->status), DB_INT(punch->verify),
                DB_INT(punch->source), DB_INT(punch->flags), DB_INT(punch->offset_minutes),
                DB_INT(punch->received_at_ms), DB_INT(position)));
    *out_new = added > 0;
    return *out_new && punch->flags & PUNCH_TIME ? add_doubtful(derived, punch) : RC_OK;
}

enum rc derived_has_punch(struct derived *derived, const struct punch *punch, bool *out_found)
{
    int64_t count = 0;

    TRY(db_get_int(derived->db, &count, sql_has_punch, DB_INT(derived->government),
                   DB_INT(moment_day_number(punch->moment)), DB_TEXT(punch->pin),
                   DB_INT(punch->moment), DB_TEXT(punch->terminal), DB_INT(punch->status),
                   DB_INT(punch->verify)));
    *out_found = count > 0;
    return RC_OK;
}

static enum rc visit_punches(struct db_rows *rows, derived_punch_visitor *visit, void *visitor)
{
    while (db_next(rows)) {
        struct derived_punch found = {
            .punch = {.pin = db_text(rows, 0),
                      .moment = db_int(rows, 1),
                      .terminal = db_text(rows, 2),
                      .status = (int)db_int(rows, 3),
                      .verify = (int)db_int(rows, 4),
                      .source = (enum punch_source)db_int(rows, 5),
                      .flags = (unsigned)db_int(rows, 6),
                      .offset_minutes = (int)db_int(rows, 7),
                      .received_at_ms = db_int(rows, 8)},
            .position = db_int(rows, 9),
        };

        visit(visitor, &found);
    }
    return db_done(rows);
}

enum rc derived_doubtful_punches(struct derived *derived,
                                 derived_punch_visitor *visit,
                                 void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_doubtful, DB_INT(derived->government)));
    return visit_punches(&rows, visit, visitor);
}

enum rc derived_punches_of(struct derived *derived,
                           struct text pin,
                           int32_t from_day,
                           int32_t to_day,
                           derived_punch_visitor *visit,
                           void *visitor)
{
    for (int32_t day = from_day; day <= to_day; day++) {
        CLEANUP(db_rows_end) struct db_rows rows = {0};

        TRY(db_query(derived->db, &rows, sql_punches_of, DB_INT(derived->government), DB_INT(day),
                     DB_TEXT(pin)));
        TRY(visit_punches(&rows, visit, visitor));
    }
    return RC_OK;
}

enum rc derived_punches_between(struct derived *derived,
                                int32_t from_day,
                                int32_t to_day,
                                derived_punch_visitor *visit,
                                void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_punches_between, DB_INT(derived->government),
                 DB_INT(from_day), DB_INT(to_day)));
    return visit_punches(&rows, visit, visitor);
}

enum rc derived_count_punches(struct derived *derived,
                              struct text terminal,
                              int64_t from_moment,
                              int64_t to_moment,
                              int64_t *out_count)
{
    return db_get_int(derived->db, out_count, sql_count_punches, DB_INT(derived->government),
                      DB_INT(moment_day_number(from_moment)), DB_INT(moment_day_number(to_moment)),
                      DB_TEXT(terminal), DB_INT(from_moment), DB_INT(to_moment));
}

/* ---- readers ---- */

enum rc derived_note_reader(struct derived *derived,
                            struct text terminal,
                            int32_t day,
                            bool *out_earlier)
{
    int64_t changed = 0;

    TRY(db_exec(derived->db, &changed, sql_note_reader, DB_INT(derived->government),
                DB_TEXT(terminal), DB_INT(day)));
    *out_earlier = changed > 0;
    return RC_OK;
}

enum rc derived_readers(struct derived *derived, derived_reader_visitor *visit, void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_readers, DB_INT(derived->government)));
    while (db_next(&rows)) {
        visit(visitor, db_text(&rows, 0), (int32_t)db_int(&rows, 1));
    }
    return db_done(&rows);
}
