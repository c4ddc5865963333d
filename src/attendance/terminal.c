#include "attendance/terminal.h"

#include "base/json_write.h"
#include "people/fact_record.h"

enum { BODY_BYTES_MAX = 4096 };

static const char sql_put[] =
    "INSERT INTO terminal (government, serial, lane, position, recorded_at_ms, agency, name, model,"
    "                      firmware, state)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/* Of the latest version. */
static const char sql_agency_is_withdrawn[] =
    "SELECT withdrawn FROM agency WHERE government = $1 AND code = $2"
    " ORDER BY recorded_at_ms DESC, log_position DESC LIMIT 1";

/* The state as the log writes it; another number is no state. */
static const char sql_every[] =
    "SELECT recorded_at_ms, lane, position, serial, agency, name, model, firmware,"
    "       CASE state WHEN 0 THEN 'approved' WHEN 1 THEN 'retired' WHEN 2 THEN 'refused'"
    "                  ELSE '' END"
    "  FROM terminal WHERE government = $1";

static_assert(TERMINAL_APPROVED == 0 && TERMINAL_RETIRED == 1 && TERMINAL_REFUSED == 2,
              "the numbers are stored");

/* The latest version of each terminal, with its latest contact as of then.  Later
 * is what stands later in the log: a clock may have been put back. */
static const char sql_load[] =
    "SELECT t.serial, t.agency, t.name, t.model, t.firmware, t.state, t.recorded_at_ms,"
    "       (SELECT max(c.from_ms) FROM terminal_contact AS c"
    "         WHERE c.government = t.government AND c.serial = t.serial AND c.from_ms <= $2),"
    "       (SELECT max(c.to_ms) FROM terminal_contact AS c"
    "         WHERE c.government = t.government AND c.serial = t.serial AND c.from_ms <= $2),"
    "       count(*) OVER ()"
    "  FROM terminal AS t"
    " WHERE t.government = $1 AND t.recorded_at_ms <= $2"
    "   AND NOT EXISTS (SELECT 1 FROM terminal AS later"
    "                    WHERE later.government = t.government AND later.serial = t.serial"
    "                      AND later.recorded_at_ms <= $2 AND later.position > t.position)"
    " ORDER BY t.serial";

static const char *const state_words[] = {
#define TERMINAL_STATE(name, word) [TERMINAL_##name] = (word),
#include "attendance/terminal_state.def"
#undef TERMINAL_STATE
};

const char *terminal_state_word(enum terminal_state state)
{
    assert(state < COUNT_OF(state_words));
    return state_words[state];
}

bool terminal_serial_is_valid(struct text serial)
{
    if (serial.bytes == 0 || serial.bytes > SERIAL_BYTES_MAX) return false;
    for (size_t i = 0; i < serial.bytes; i++) {
        char c = serial.at[i];

        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
              c == '-' || c == '_')) {
            return false;
        }
    }
    return true;
}

static const struct record_choice state_choices[] = {
#define TERMINAL_STATE(name, word) {(word), TERMINAL_##name},
#include "attendance/terminal_state.def"
#undef TERMINAL_STATE
    {NULL, 0},
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct terminal, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX),
    RECORD_TEXT(struct terminal, agency, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_TEXT(struct terminal, name, RECORD_OPTIONAL, 0, NAME_BYTES_MAX),
    RECORD_TEXT(struct terminal, model, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_TEXT(struct terminal, firmware, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_CHOICE(struct terminal, state, RECORD_REQUIRED, state_choices),
};

static const struct record terminal_fact_record = RECORD("TerminalFact", struct terminal, fields);

const struct fact_table terminal_fact = {FACT_TERMINAL, &terminal_fact_record, NULL, sql_every};

static void write_body(const struct terminal *row, struct buf *body)
{
    struct json_write json;

    json_write_init(&json, body);
    json_write_object(&json, NULL);
    json_write_text(&json, "serial", row->serial);
    json_write_text(&json, "agency", row->agency);
    json_write_text(&json, "name", row->name);
    json_write_text(&json, "model", row->model);
    json_write_text(&json, "firmware", row->firmware);
    json_write_cstr(&json, "state", terminal_state_word(row->state));
    json_write_end(&json);
    assert(json_write_ok(&json));
}

static enum rc check_texts(const struct terminal *row, struct problem *why)
{
    if (!terminal_serial_is_valid(row->serial)) {
        return problem_at(why, RC_INVALID, "serial",
                          "a serial number has 1 to %d letters, digits, '-' or '_'",
                          SERIAL_BYTES_MAX);
    }
    if (row->name.bytes > NAME_BYTES_MAX || !text_plain(row->name)) {
        return problem_at(why, RC_INVALID, "name", "a name has at most %d bytes on one line",
                          NAME_BYTES_MAX);
    }
    if (row->model.bytes > CODE_BYTES_MAX || row->firmware.bytes > CODE_BYTES_MAX) {
        return problem_at(why, RC_INVALID, "model", "at most %d bytes", CODE_BYTES_MAX);
    }
    if (row->agency.bytes > CODE_BYTES_MAX) {
        return problem_at(why, RC_INVALID, "agency", "at most %d bytes", CODE_BYTES_MAX);
    }
    return RC_OK;
}

/* Only where a terminal is to stand must there be an agency: one can be retired
 * after its agency was dissolved. */
static enum rc check_agency(struct ledger_tx *tx, const struct terminal *row, struct problem *why)
{
    int64_t withdrawn = 0;
    enum rc rc;

    if (row->state != TERMINAL_APPROVED) return RC_OK;
    rc = db_get_int(ledger_db(tx), &withdrawn, sql_agency_is_withdrawn,
                    DB_INT(ledger_government(tx)), DB_TEXT(row->agency));
    if (rc != RC_NOT_FOUND && (rc != RC_OK || !withdrawn)) return rc;
    return problem_at(why, RC_NOT_FOUND, "agency",
                      "there is no agency with the code \"" TEXT_FORMAT "\"",
                      TEXT_ARGUMENT(row->agency));
}

static enum rc apply_put(struct ledger_tx *tx, void *request, struct problem *why)
{
    const struct terminal *row = &((struct terminal_put *)request)->row;
    CLEANUP(buf_done) struct buf body = {0};
    int64_t position = 0;

    TRY(check_texts(row, why));
    TRY(check_agency(tx, row, why));
    buf_init(&body, BODY_BYTES_MAX);
    write_body(row, &body);
    TRY(ledger_append(tx, FACT_TERMINAL, buf_text(&body), &position));
    return db_exec(ledger_db(tx), NULL, sql_put, DB_INT(ledger_government(tx)),
                   DB_TEXT(row->serial), DB_INT(ledger_lane(tx)), DB_INT(position),
                   DB_INT(ledger_now_ms(tx)), DB_TEXT(row->agency), DB_TEXT(row->name),
                   DB_TEXT(row->model), DB_TEXT(row->firmware), DB_INT(row->state));
}

static void settle_put(void *request, enum rc rc, const struct problem *why)
{
    struct terminal_put *put = request;

    if (put->settled) put->settled(put, rc, why);
}

const struct ledger_command terminal_put_command = {.name = "terminal_put",
                                                    .apply = apply_put,
                                                    .settle = settle_put};

static struct terminal read_row(const struct db_rows *rows, struct arena *mem)
{
    return (struct terminal){
        .serial = arena_text(mem, db_text(rows, 0)),
        .agency = arena_text(mem, db_text(rows, 1)),
        .name = arena_text(mem, db_text(rows, 2)),
        .model = arena_text(mem, db_text(rows, 3)),
        .firmware = arena_text(mem, db_text(rows, 4)),
        .state = (enum terminal_state)db_int(rows, 5),
        .recorded_at_ms = db_int(rows, 6),
        .contact_from_ms = db_int_or(rows, 7, 0),
        .contact_to_ms = db_int_or(rows, 8, 0),
    };
}

enum rc terminal_load(struct db *db,
                      int government,
                      int64_t as_of_ms,
                      struct arena *mem,
                      const struct terminal **out_terminals,
                      size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct terminal *terminals = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_load, DB_INT(government), DB_INT(as_of_ms)));
    while (db_next(&rows)) {
        if (!terminals) terminals = arena_array(mem, struct terminal, (size_t)db_int(&rows, 9));
        terminals[count] = read_row(&rows, mem);
        if (terminals[count].contact_to_ms > as_of_ms) terminals[count].contact_to_ms = as_of_ms;
        count++;
    }
    TRY(db_done(&rows));
    *out_terminals = terminals;
    *out_count = count;
    return RC_OK;
}
