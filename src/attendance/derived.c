#include "attendance/derived.h"

#include "base/log.h"
#include "base/mem.h"

#include <stdio.h>
#include <unistd.h>

/* Bumped whenever the tables below or the meaning of a line change. */
enum { EDITION = 5, PATH_BYTES_MAX = 4096 };

static const char sql_schema[] =
    "CREATE TABLE edition (number INTEGER NOT NULL) STRICT;"
    "CREATE TABLE progress ("
    "    government INTEGER PRIMARY KEY,"
    "    position   INTEGER NOT NULL" /* of the log, all before it is in here */
    ") STRICT;"
    "CREATE TABLE punch ("
    "    government  INTEGER NOT NULL,"
    "    day         INTEGER NOT NULL," /* it is filed under */
    "    pin         TEXT    NOT NULL,"
    "    moment      INTEGER NOT NULL,"
    "    terminal    TEXT    NOT NULL,"
    "    status      INTEGER NOT NULL,"
    "    verify      INTEGER NOT NULL,"
    "    source      INTEGER NOT NULL,"
    "    flags       INTEGER NOT NULL,"
    "    zone        INTEGER NOT NULL," /* minutes east */
    "    received_at_ms INTEGER NOT NULL,"
    "    position    INTEGER NOT NULL," /* in the log */
    "    PRIMARY KEY (government, day, pin, moment, terminal, status, verify)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE INDEX doubtful_punch ON punch (government) WHERE flags % 2 = 1;" /* PUNCH_TIME */
    "CREATE TABLE reader ("
    "    government INTEGER NOT NULL,"
    "    terminal   TEXT    NOT NULL,"
    "    first_day  INTEGER NOT NULL," /* on which it was recording */
    "    PRIMARY KEY (government, terminal)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE refusal ("
    "    government     INTEGER NOT NULL,"
    "    position       INTEGER NOT NULL," /* in the log */
    "    terminal       TEXT    NOT NULL,"
    "    reason         TEXT    NOT NULL,"
    "    received_at_ms INTEGER NOT NULL,"
    "    mark_from      INTEGER NOT NULL,"
    "    mark_to        INTEGER NOT NULL,"
    "    key_high       INTEGER NOT NULL,"
    "    key_low        INTEGER NOT NULL,"
    "    PRIMARY KEY (government, position)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE report ("
    "    government     INTEGER NOT NULL,"
    "    position       INTEGER NOT NULL," /* in the log */
    "    serial         TEXT    NOT NULL,"
    "    kind           TEXT    NOT NULL,"
    "    received_at_ms INTEGER NOT NULL,"
    "    is_audit       INTEGER NOT NULL,"
    "    row            TEXT    NOT NULL,"
    "    PRIMARY KEY (government, position)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE line ("
    "    government    INTEGER NOT NULL,"
    "    day           INTEGER NOT NULL,"
    "    person        INTEGER NOT NULL," /* index in the directory */
    "    state         INTEGER NOT NULL,"
    "    mode          INTEGER NOT NULL,"
    "    because       INTEGER NOT NULL,"
    "    flags         INTEGER NOT NULL,"
    "    earliest      INTEGER NOT NULL,"
    "    latest        INTEGER NOT NULL,"
    "    first_in      INTEGER NOT NULL,"
    "    last_out      INTEGER NOT NULL,"
    "    punch_count   INTEGER NOT NULL,"
    "    punch_flags   INTEGER NOT NULL,"
    "    late_minutes  INTEGER NOT NULL,"
    "    early_minutes INTEGER NOT NULL,"
    "    PRIMARY KEY (government, day, person)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE tally ("
    "    government  INTEGER NOT NULL,"
    "    day         INTEGER NOT NULL,"
    "    agency      TEXT    NOT NULL,"
    "    kind        INTEGER NOT NULL," /* of person */
    "    not_due INTEGER NOT NULL, waiting INTEGER NOT NULL, on_time INTEGER NOT NULL,"
    "    late INTEGER NOT NULL, missing_in INTEGER NOT NULL, leave INTEGER NOT NULL,"
    "    sick INTEGER NOT NULL, permit INTEGER NOT NULL, duty_travel INTEGER NOT NULL,"
    "    study INTEGER NOT NULL, off INTEGER NOT NULL, unknown INTEGER NOT NULL,"
    "    unexplained INTEGER NOT NULL, wfh INTEGER NOT NULL,"
    "    PRIMARY KEY (government, day, agency, kind)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE day ("
    "    government INTEGER NOT NULL,"
    "    day        INTEGER NOT NULL,"
    "    standing   INTEGER NOT NULL," /* enum derived_day */
    "    PRIMARY KEY (government, day)"
    ") STRICT, WITHOUT ROWID;";

static const char sql_edition[] = "SELECT number FROM edition";
static const char sql_note_edition[] = "INSERT INTO edition (number) VALUES ($1)";
static const char sql_table_count[] = "SELECT count(*) FROM sqlite_schema WHERE name = 'edition'";
static const char sql_position[] = "SELECT position FROM progress WHERE government = $1";
static const char sql_note_position[] =
    "INSERT INTO progress (government, position) VALUES ($1, $2)"
    " ON CONFLICT (government) DO UPDATE SET position = excluded.position";

static const char sql_add_punch[] =
    "INSERT INTO punch (government, day, pin, moment, terminal, status, verify,"
    "                   source, flags, zone, received_at_ms, position)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    " ON CONFLICT DO NOTHING";

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

static_assert(PUNCH_TIME == 1, "doubtful punches have odd flags");
static const char sql_doubtful[] =
    "SELECT pin, moment, terminal, status, verify, source, flags, zone, received_at_ms, position"
    "  FROM punch"
    " WHERE government = $1 AND flags % 2 = 1";

static const char sql_punches_between[] =
    "SELECT pin, moment, terminal, status, verify, source, flags, zone, received_at_ms, position"
    "  FROM punch"
    " WHERE government = $1 AND day BETWEEN $2 AND $3"
    " ORDER BY day, pin, moment, terminal, status, verify";

static const char sql_count_punches[] =
    "SELECT count(*) FROM punch"
    " WHERE government = $1 AND day BETWEEN $2 AND $3 AND terminal = $4"
    "   AND moment BETWEEN $5 AND $6";

static const char sql_add_refusal[] =
    "INSERT INTO refusal (government, position, terminal, reason, received_at_ms,"
    "                     mark_from, mark_to, key_high, key_low)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    " ON CONFLICT DO NOTHING";

static const char sql_refusals[] =
    "SELECT position, terminal, reason, received_at_ms, mark_from, mark_to, key_high, key_low"
    "  FROM refusal WHERE government = $1 AND position < $2"
    " ORDER BY position DESC LIMIT $3";

static const char sql_refusal_count[] = "SELECT count(*) FROM refusal WHERE government = $1";

static const char sql_add_report[] =
    "INSERT INTO report (government, position, serial, kind, received_at_ms, is_audit, row)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
    " ON CONFLICT DO NOTHING";

static const char sql_reports[] =
    "SELECT position, serial, kind, received_at_ms, is_audit, row"
    "  FROM report WHERE government = $1 AND position < $2 AND is_audit >= $3"
    " ORDER BY position DESC LIMIT $4";

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

static const char sql_put_day[] =
    "INSERT INTO day (government, day, standing) VALUES ($1, $2, $3)"
    " ON CONFLICT (government, day) DO UPDATE SET standing = excluded.standing";

static const char sql_find_day[] = "SELECT standing FROM day WHERE government = $1 AND day = $2";

/* $4 is what they become, unless they are that already, or worse. */
static const char sql_worsen_days[] =
    "UPDATE day SET standing = $4"
    " WHERE government = $1 AND day BETWEEN $2 AND $3 AND standing < $4";

static const char sql_days[] = "SELECT day, standing FROM day WHERE government = $1 ORDER BY day";

struct derived {
    struct db *db;
    struct db_tx tx;
    int government;
};

static enum rc open_db(const char *path,
                       enum db_mode mode,
                       int government,
                       struct derived **out_derived)
{
    struct db *db = NULL;

    TRY(db_open(&(struct db_options){.path = path, .mode = mode}, &db));
    *out_derived = mem_alloc(1, sizeof **out_derived);
    **out_derived = (struct derived){.db = db, .government = government};
    return RC_OK;
}

/* The store was made by this edition of the program and is not ahead of the log. */
static enum rc is_usable(struct derived *derived,
                         int64_t log_position,
                         bool *out_usable,
                         int64_t *out_position)
{
    int64_t tables = 0, edition = 0, position = 0;

    *out_usable = false;
    TRY(db_get_int(derived->db, &tables, sql_table_count));
    if (tables == 0) return RC_OK;
    TRY(db_get_int(derived->db, &edition, sql_edition));
    if (edition != EDITION) return RC_OK;
    TRY(derived_position(derived, &position));
    *out_usable = position <= log_position;
    *out_position = position;
    return RC_OK;
}

static enum rc make(struct derived *derived)
{
    CLEANUP(db_rollback) struct db_tx tx = {0};

    TRY(db_begin(derived->db, &tx));
    TRY(db_script(derived->db, sql_schema));
    TRY(db_exec(derived->db, NULL, sql_note_edition, DB_INT(EDITION)));
    return db_commit(&tx);
}

static enum rc remove_files(const char *path)
{
    static const char *const endings[] = {"", "-wal", "-shm"};
    char name[PATH_BYTES_MAX];

    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        int bytes = snprintf(name, sizeof name, "%s%s", path, endings[i]);

        if (bytes < 0 || (size_t)bytes >= sizeof name) return RC_UNAVAILABLE;
        if (unlink(name) != 0 && access(name, F_OK) == 0) return RC_UNAVAILABLE;
    }
    return RC_OK;
}

/* Open what is there; RC_CONFLICT when it has to be made again. */
static enum rc open_usable(const char *path,
                           int government,
                           int64_t log_position,
                           struct derived **out_derived,
                           int64_t *out_position)
{
    CLEANUP(derived_close) struct derived *derived = NULL;
    bool usable = false;

    TRY(open_db(path, DB_DERIVED, government, &derived));
    TRY(is_usable(derived, log_position, &usable, out_position));
    if (!usable) return RC_CONFLICT;
    *out_derived = TAKE(derived);
    return RC_OK;
}

enum rc derived_open(const char *path,
                     int government,
                     int64_t log_position,
                     struct derived **out_derived,
                     int64_t *out_position)
{
    CLEANUP(derived_close) struct derived *derived = NULL;

    if (open_usable(path, government, log_position, out_derived, out_position) == RC_OK) {
        return RC_OK;
    }
    log_info("making the derived store again");
    TRY(remove_files(path));
    TRY(open_db(path, DB_DERIVED, government, &derived));
    TRY(make(derived));
    *out_derived = TAKE(derived);
    *out_position = 0;
    return RC_OK;
}

enum rc derived_open_reader(const char *path, int government, struct derived **out_derived)
{
    return open_db(path, DB_READ_ONLY, government, out_derived);
}

void derived_close(struct derived **derived)
{
    if (!*derived) return;
    db_rollback(&(*derived)->tx);
    db_close(&(*derived)->db);
    mem_free(*derived);
    *derived = NULL;
}

enum rc derived_begin(struct derived *derived)
{
    return db_begin(derived->db, &derived->tx);
}

enum rc derived_commit(struct derived *derived, int64_t position)
{
    TRY(db_exec(derived->db, NULL, sql_note_position, DB_INT(derived->government),
                DB_INT(position)));
    return db_commit(&derived->tx);
}

void derived_undo(struct derived *derived)
{
    db_rollback(&derived->tx);
}

enum rc derived_position(struct derived *derived, int64_t *out_position)
{
    enum rc rc = db_get_int(derived->db, out_position, sql_position, DB_INT(derived->government));

    if (rc != RC_NOT_FOUND) return rc;
    *out_position = 0;
    return RC_OK;
}

void derived_fail_after(struct derived *derived, int calls)
{
    db_fail_after(derived->db, calls);
}

/* ---- punches ---- */

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
    return RC_OK;
}

enum rc derived_has_punch(struct derived *derived, const struct punch *punch, bool *out_found)
{
    int64_t count = 0;

    TRY(db_get_int(derived->db, &count, sql_has_punch, DB_INT(derived->government),
                   DB_INT(day_number(moment_day(punch->moment))), DB_TEXT(punch->pin),
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

/* ---- rows that could not be read ---- */

enum rc derived_count_punches(struct derived *derived,
                              struct text terminal,
                              int64_t from_moment,
                              int64_t to_moment,
                              int64_t *out_count)
{
    return db_get_int(derived->db, out_count, sql_count_punches, DB_INT(derived->government),
                      DB_INT(day_number(moment_day(from_moment))),
                      DB_INT(day_number(moment_day(to_moment))), DB_TEXT(terminal),
                      DB_INT(from_moment), DB_INT(to_moment));
}

enum rc derived_add_refusal(struct derived *derived, const struct derived_refusal *refusal)
{
    return db_exec(derived->db, NULL, sql_add_refusal, DB_INT(derived->government),
                   DB_INT(refusal->position), DB_TEXT(refusal->terminal), DB_TEXT(refusal->reason),
                   DB_INT(refusal->received_at_ms), DB_INT(refusal->mark_from),
                   DB_INT(refusal->mark_to), DB_INT((int64_t)refusal->key.high),
                   DB_INT((int64_t)refusal->key.low));
}

enum rc derived_refusals(struct derived *derived,
                         int64_t before,
                         int64_t limit,
                         derived_refusal_visitor *visit,
                         void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_refusals, DB_INT(derived->government), DB_INT(before),
                 DB_INT(limit)));
    while (db_next(&rows)) {
        struct derived_refusal refusal = {
            .position = db_int(&rows, 0),
            .terminal = db_text(&rows, 1),
            .reason = db_text(&rows, 2),
            .received_at_ms = db_int(&rows, 3),
            .mark_from = db_int(&rows, 4),
            .mark_to = db_int(&rows, 5),
            .key = {(uint64_t)db_int(&rows, 6), (uint64_t)db_int(&rows, 7)},
        };

        visit(visitor, &refusal);
    }
    return db_done(&rows);
}

enum rc derived_refusal_count(struct derived *derived, int64_t *out_count)
{
    return db_get_int(derived->db, out_count, sql_refusal_count, DB_INT(derived->government));
}

enum rc derived_add_report(struct derived *derived, const struct terminal_report *report)
{
    return db_exec(derived->db, NULL, sql_add_report, DB_INT(derived->government),
                   DB_INT(report->position), DB_TEXT(report->serial), DB_TEXT(report->kind),
                   DB_INT(report->received_at_ms), DB_INT(report->is_audit), DB_TEXT(report->row));
}

enum rc derived_reports(struct derived *derived,
                        enum derived_reports which,
                        int64_t before,
                        int64_t limit,
                        derived_report_visitor *visit,
                        void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(derived->db, &rows, sql_reports, DB_INT(derived->government), DB_INT(before),
                 DB_INT(which == DERIVED_REPORTS_AUDIT), DB_INT(limit)));
    while (db_next(&rows)) {
        struct terminal_report report = {
            .position = db_int(&rows, 0),
            .serial = db_text(&rows, 1),
            .kind = db_text(&rows, 2),
            .received_at_ms = db_int(&rows, 3),
            .is_audit = db_int(&rows, 4) != 0,
            .row = db_text(&rows, 5),
        };

        visit(visitor, &report);
    }
    return db_done(&rows);
}

/* ---- sheets ---- */

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

/* ---- days ---- */

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
