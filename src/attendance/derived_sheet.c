#include "attendance/derived_private.h"

static const char sql_put_line[] =
    "INSERT INTO line (government, day, person, state, mode, because, flags, earliest, latest,"
    "                  first_in, last_out, punch_count, punch_flags, late_minutes, early_minutes)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
    " ON CONFLICT (government, day, person) DO UPDATE SET"
    "  state = excluded.state, mode = excluded.mode, because = excluded.because,"
    "  flags = excluded.flags, earliest = excluded.earliest, latest = excluded.latest,"
    "  first_in = excluded.first_in, last_out = excluded.last_out,"
    "  punch_count = excluded.punch_count, punch_flags = excluded.punch_flags,"
    "  late_minutes = excluded.late_minutes, early_minutes = excluded.early_minutes";

static const char sql_drop_line[] =
    "DELETE FROM line WHERE government = $1 AND day = $2 AND person = $3";

static const char sql_clear_lines[] = "DELETE FROM line WHERE government = $1 AND day = $2";

static const char sql_lines[] =
    "SELECT person, state, mode, because, flags, earliest, latest, first_in, last_out,"
    "       punch_count, punch_flags, late_minutes, early_minutes"
    "  FROM line WHERE government = $1 AND day = $2 ORDER BY person";

static const char sql_put_tally[] =
    "INSERT INTO tally (government, day, agency, kind, not_due, waiting, on_time, late, missing_in,"
    "                   leave, sick, permit, duty_travel, study, off, unknown, unexplained, wfh)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)";

static const char sql_clear_tally[] =
    "DELETE FROM tally WHERE government = $1 AND day = $2 AND agency = $3";

static const char sql_clear_tallies[] = "DELETE FROM tally WHERE government = $1 AND day = $2";

static const char sql_tallies[] =
    "SELECT agency, kind, sum(not_due), sum(waiting), sum(on_time), sum(late), sum(missing_in),"
    "       sum(leave), sum(sick), sum(permit), sum(duty_travel), sum(study), sum(off),"
    "       sum(unknown), sum(unexplained), sum(wfh)"
    "  FROM tally"
    " WHERE government = $1 AND day BETWEEN $2 AND $3"
    " GROUP BY agency, kind"
    " ORDER BY agency, kind";

enum rc derived_put_line(struct derived *derived,
                         int32_t day,
                         int32_t person,
                         const struct line *line)
{
    if (!(line->set & LINE_ON_ROSTER)) {
        return db_exec(derived->db, NULL, sql_drop_line, DB_INT(derived->government), DB_INT(day),
                       DB_INT(person));
    }
    return db_exec(derived->db, NULL, sql_put_line, DB_INT(derived->government), DB_INT(day),
                   DB_INT(person), DB_INT(line->state), DB_INT(line->mode), DB_INT(line->because),
                   DB_INT(line->flags), DB_INT(line->earliest), DB_INT(line->latest),
                   DB_INT(line->first_in), DB_INT(line->last_out), DB_INT(line->punch_count),
                   DB_INT(line->punch_flags), DB_INT(line->late_minutes),
                   DB_INT(line->early_minutes));
}

enum rc derived_clear_lines(struct derived *derived, int32_t day)
{
    return db_exec(derived->db, NULL, sql_clear_lines, DB_INT(derived->government), DB_INT(day));
}

enum rc derived_lines(struct derived *derived,
                      int32_t day,
                      derived_line_visitor *visit,
                      void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_lines, DB_INT(derived->government), DB_INT(day)));
    while (db_next(&rows)) {
        struct line line = {
            .state = (uint8_t)db_int(&rows, 1),
            .mode = (uint8_t)db_int(&rows, 2),
            .because = (uint8_t)db_int(&rows, 3),
            .flags = (uint16_t)db_int(&rows, 4),
            .earliest = (int32_t)db_int(&rows, 5),
            .latest = (int32_t)db_int(&rows, 6),
            .first_in = (int32_t)db_int(&rows, 7),
            .last_out = (int32_t)db_int(&rows, 8),
            .punch_count = (uint16_t)db_int(&rows, 9),
            .punch_flags = (uint16_t)db_int(&rows, 10),
            .late_minutes = (uint16_t)db_int(&rows, 11),
            .early_minutes = (uint16_t)db_int(&rows, 12),
            .set = LINE_ON_ROSTER,
        };

        visit(visitor, (int32_t)db_int(&rows, 0), &line);
    }
    return db_done(&rows);
}

enum rc derived_clear_tally(struct derived *derived, int32_t day, struct text agency)
{
    return db_exec(derived->db, NULL, sql_clear_tally, DB_INT(derived->government), DB_INT(day),
                   DB_TEXT(agency));
}

enum rc derived_clear_tallies(struct derived *derived, int32_t day)
{
    return db_exec(derived->db, NULL, sql_clear_tallies, DB_INT(derived->government), DB_INT(day));
}

enum rc derived_put_tally(struct derived *derived, int32_t day, const struct tally *tally)
{
    const int32_t *n = tally->balance.counts;

    static_assert(STATE_COUNT == 13, "a column for each state");
    return db_exec(derived->db, NULL, sql_put_tally, DB_INT(derived->government), DB_INT(day),
                   DB_TEXT(tally->agency), DB_INT(tally->kind), DB_INT(n[STATE_NOT_DUE]),
                   DB_INT(n[STATE_WAITING]), DB_INT(n[STATE_ON_TIME]), DB_INT(n[STATE_LATE]),
                   DB_INT(n[STATE_MISSING_IN]), DB_INT(n[STATE_LEAVE]), DB_INT(n[STATE_SICK]),
                   DB_INT(n[STATE_PERMIT]), DB_INT(n[STATE_DUTY_TRAVEL]), DB_INT(n[STATE_STUDY]),
                   DB_INT(n[STATE_OFF]), DB_INT(n[STATE_UNKNOWN]), DB_INT(n[STATE_UNEXPLAINED]),
                   DB_INT(tally->balance.wfh));
}

enum rc derived_tallies(struct derived *derived,
                        int32_t from_day,
                        int32_t to_day,
                        derived_tally_visitor *visit,
                        void *visitor)
{
    static const enum state columns[] = {
        STATE_NOT_DUE, STATE_WAITING, STATE_ON_TIME,     STATE_LATE,        STATE_MISSING_IN,
        STATE_LEAVE,   STATE_SICK,    STATE_PERMIT,      STATE_DUTY_TRAVEL, STATE_STUDY,
        STATE_OFF,     STATE_UNKNOWN, STATE_UNEXPLAINED,
    };
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    static_assert(COUNT_OF(columns) == STATE_COUNT, "each state once");
    TRY(db_query(derived->db, &rows, sql_tallies, DB_INT(derived->government), DB_INT(from_day),
                 DB_INT(to_day)));
    while (db_next(&rows)) {
        struct tally tally = {.agency = db_text(&rows, 0),
                              .kind = (enum person_kind)db_int(&rows, 1),
                              .balance = {.wfh = (int32_t)db_int(&rows, 15)}};

        for (size_t i = 0; i < COUNT_OF(columns); i++) {
            tally.balance.counts[columns[i]] = (int32_t)db_int(&rows, (int)i + 2);
        }
        visit(visitor, &tally);
    }
    return db_done(&rows);
}
