#include "attendance/derived.h"

#include "attendance/derived_private.h"
#include "base/log.h"
#include "base/mem.h"

#include <stdio.h>
#include <unistd.h>

/* Bumped whenever the tables below or the meaning of a line change. */
enum { EDITION = 7, PATH_BYTES_MAX = 4096 };

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
    "CREATE TABLE doubtful_punch (" /* those with PUNCH_TIME; an index would cost every other one */
    "    government  INTEGER NOT NULL,"
    "    day         INTEGER NOT NULL,"
    "    pin         TEXT    NOT NULL,"
    "    moment      INTEGER NOT NULL,"
    "    terminal    TEXT    NOT NULL,"
    "    status      INTEGER NOT NULL,"
    "    verify      INTEGER NOT NULL,"
    "    PRIMARY KEY (government, day, pin, moment, terminal, status, verify)"
    ") STRICT, WITHOUT ROWID;"
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
    "    standing   INTEGER NOT NULL,"   /* enum derived_day */
    "    judged_at_ms INTEGER NOT NULL," /* as of which instant */
    "    PRIMARY KEY (government, day)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE watch (" /* struct derived_watch */
    "    government      INTEGER NOT NULL,"
    "    day             INTEGER NOT NULL,"
    "    agency          TEXT    NOT NULL,"
    "    time_at_ms      INTEGER NOT NULL,"
    "    delivery_at_ms  INTEGER NOT NULL,"
    "    delivered_by_ms INTEGER NOT NULL,"
    "    silent          INTEGER NOT NULL,"
    "    from_day        INTEGER NOT NULL,"
    "    PRIMARY KEY (government, day, agency)"
    ") STRICT, WITHOUT ROWID;";

static const char sql_edition[] = "SELECT number FROM edition";
static const char sql_note_edition[] = "INSERT INTO edition (number) VALUES ($1)";
static const char sql_table_count[] = "SELECT count(*) FROM sqlite_schema WHERE name = 'edition'";
static const char sql_position[] = "SELECT position FROM progress WHERE government = $1";
static const char sql_note_position[] =
    "INSERT INTO progress (government, position) VALUES ($1, $2)"
    " ON CONFLICT (government) DO UPDATE SET position = excluded.position";

static enum rc open_db(const char *path,
                       enum db_mode mode,
                       int government,
                       struct derived **out_derived)
{
    struct db *db = NULL;

    TRY(db_open(&(struct db_options){.path = path, .mode = mode}, &db));
    *out_derived = mem_alloc(1, sizeof **out_derived);
    **out_derived =
        (struct derived){.db = db, .government = government, .position = DERIVED_POSITION_UNKNOWN};
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
    if (position != derived->position) {
        TRY(db_exec(derived->db, NULL, sql_note_position, DB_INT(derived->government),
                    DB_INT(position)));
    }
    derived->position = DERIVED_POSITION_UNKNOWN;
    TRY(db_commit(&derived->tx));
    derived->position = position;
    return RC_OK;
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
