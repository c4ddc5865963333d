#include "inspection/name_reading.h"

#include "base/limits.h"
#include "db/record_sql.h"

static const char sql_insert[] =
    "INSERT INTO name_reading (government, recorded_at_ms, lane, log_position, tick,"
    "   inspection, account, kind, agency, day)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

static const char sql_every[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                "       inspection, account, kind, agency, day"
                                "  FROM name_reading WHERE government = $1";

static const char sql_find[] =
    "SELECT count(*) FROM name_reading"
    " WHERE government = $1 AND inspection = $2 AND account = $3 AND kind = $4 AND agency = $5"
    "   AND day = $6";

static const char sql_list[] =
    "SELECT inspection, account, kind, agency, day, recorded_at_ms, count(*) OVER ()"
    "  FROM name_reading WHERE government = $1 AND inspection = $2"
    " ORDER BY tick DESC, lane, log_position DESC";

enum { COLUMN_AT = 5, COLUMN_TOTAL };

const struct record_choice name_reading_choices[] = {
#define NAME_READING(name, word, label) {(word), NAME_READING_##name},
#include "inspection/name_reading_kind.def"
#undef NAME_READING
    {NULL, 0},
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct name_reading, inspection, RECORD_REQUIRED, 1, CODE_BYTES_MAX),
    RECORD_TEXT(struct name_reading, account, RECORD_REQUIRED, 1, NAME_BYTES_MAX),
    RECORD_CHOICE(struct name_reading, kind, RECORD_REQUIRED, name_reading_choices),
    RECORD_TEXT(struct name_reading, agency, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_DAY(struct name_reading, day, RECORD_REQUIRED),
};
static const struct record row_record = RECORD("NameReadingRow", struct name_reading, fields);

const struct fact_table name_reading_fact = {FACT_NAME_READING, &row_record, sql_insert, sql_every};

enum rc name_reading_find(struct db *db,
                          int government,
                          const struct name_reading *reading,
                          bool *out_found)
{
    int64_t count = 0;

    TRY(db_get_int(db, &count, sql_find, DB_INT(government), DB_TEXT(reading->inspection),
                   DB_TEXT(reading->account),
                   DB_CSTR(record_choice_word(name_reading_choices, reading->kind)),
                   DB_TEXT(reading->agency), DB_CSTR(day_text(reading->day).s)));
    *out_found = count > 0;
    return RC_OK;
}

/* Asked again here: two requests of the same page come together. */
static enum rc note(struct ledger_tx *tx, void *request, struct problem *why)
{
    const struct name_reading *reading = request;
    bool found = false;

    (void)why;
    TRY(name_reading_find(ledger_db(tx), ledger_government(tx), reading, &found));
    return found ? RC_OK : fact_record(tx, &name_reading_fact, reading, 1, NULL);
}

const struct ledger_command name_reading_command = {.name = "name_reading", .apply = note};

enum rc name_reading_list(struct db *db,
                          int government,
                          struct text inspection,
                          struct arena *mem,
                          const struct name_reading_row **out_rows,
                          size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct name_reading_row *list = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_list, DB_INT(government), DB_TEXT(inspection)));
    while (db_next(&rows)) {
        struct name_reading_row *row;

        if (!list) {
            list = arena_array(mem, struct name_reading_row, (size_t)db_int(&rows, COLUMN_TOTAL));
        }
        row = &list[count++];
        record_sql_read(&rows, 0, &row_record, mem, &row->reading);
        row->at_ms = db_int(&rows, COLUMN_AT);
    }
    TRY(db_done(&rows));
    *out_rows = list;
    *out_count = count;
    return RC_OK;
}
