#include "attendance/terminal.h"

static const char sql_insert[] =
    "INSERT INTO terminal (government, recorded_at_ms, lane, position, tick, serial, agency, name,"
    "                      model, firmware, state)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,"
    "         CASE $11 WHEN 'approved' THEN 0 WHEN 'retired' THEN 1 WHEN 'refused' THEN 2"
    "                  ELSE 3 END)";

/* The state as the log writes it; another number is no state. */
static const char sql_every[] =
    "SELECT recorded_at_ms, lane, position, tick, serial, agency, name, model, firmware,"
    "       CASE state WHEN 0 THEN 'approved' WHEN 1 THEN 'retired' WHEN 2 THEN 'refused'"
    "                  WHEN 3 THEN 'described' ELSE '' END"
    "  FROM terminal WHERE government = $1";

static_assert(TERMINAL_APPROVED == 0 && TERMINAL_RETIRED == 1 && TERMINAL_REFUSED == 2 &&
                  TERMINAL_DESCRIBED == 3,
              "the numbers are stored");

static const char sql_is_any_heard[] =
    "SELECT count(*) FROM (SELECT 1 FROM terminal_contact WHERE government = $1 LIMIT 1) AS heard";

/* Of the latest version. */
static const char sql_agency_is_withdrawn[] =
    "SELECT withdrawn FROM agency WHERE government = $1 AND code = $2"
    " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

/* The latest version of each terminal, with its latest contact as of then.  Later
 * is what has the greater tick: a clock may have been put back. */
static const char sql_load[] =
    "SELECT t.serial, t.name, t.model, t.firmware, t.recorded_at_ms,"
    "       (SELECT max(c.from_ms) FROM terminal_contact AS c"
    "         WHERE c.government = t.government AND c.serial = t.serial AND c.from_ms <= $2),"
    "       (SELECT max(c.to_ms) FROM terminal_contact AS c"
    "         WHERE c.government = t.government AND c.serial = t.serial AND c.from_ms <= $2),"
    "       count(*) OVER ()"
    "  FROM terminal AS t"
    " WHERE t.government = $1 AND t.recorded_at_ms <= $2 AND ($3 = '' OR t.serial = $3)"
    "   AND NOT EXISTS (SELECT 1 FROM terminal AS later"
    "                    WHERE later.government = t.government AND later.serial = t.serial"
    "                      AND later.recorded_at_ms <= $2"
    "                      AND (later.tick, later.lane, later.position)"
    "                        > (t.tick, t.lane, t.position))"
    " ORDER BY t.serial";

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

/* Where it stands is said by its placements; before these had days it was said
 * here. */
static const struct record_field fields[] = {
    RECORD_TEXT(struct terminal, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX),
    RECORD_TEXT(struct terminal, agency, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_TEXT(struct terminal, name, RECORD_OPTIONAL, 0, NAME_BYTES_MAX),
    RECORD_TEXT(struct terminal, model, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_TEXT(struct terminal, firmware, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_CHOICE(struct terminal, state, RECORD_REQUIRED, terminal_state_choices),
};

static const struct record terminal_fact_record = RECORD("TerminalFact", struct terminal, fields);

const struct fact_table terminal_fact = {FACT_TERMINAL, &terminal_fact_record, sql_insert,
                                         sql_every};

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

/* ---- reading ---- */

static struct terminal read_row(const struct db_rows *rows, struct arena *mem)
{
    return (struct terminal){
        .serial = arena_text(mem, db_text(rows, 0)),
        .name = arena_text(mem, db_text(rows, 1)),
        .model = arena_text(mem, db_text(rows, 2)),
        .firmware = arena_text(mem, db_text(rows, 3)),
        .recorded_at_ms = db_int(rows, 4),
        .contact_from_ms = db_int_or(rows, 5, 0),
        .contact_to_ms = db_int_or(rows, 6, 0),
    };
}

/* Both are in the order of serial numbers.  One that is about to be described for
 * the first time is in no row yet. */
static void hand_out(const struct terminal_placements *all,
                     struct terminal *terminals,
                     size_t count)
{
    size_t next = 0;

    for (size_t i = 0; i < count; i++) {
        struct terminal *terminal = &terminals[i];

        terminal->placements = all->rows + next;
        while (next < all->count && text_equal(all->serials[next], terminal->serial)) {
            terminal->placement_count++;
            next++;
        }
        assert(terminal->placement_count > 0);
        terminal->agency = all->rows[next - 1].agency;
        terminal->state = all->rows[next - 1].state;
    }
}

static enum rc load(struct db *db,
                    const struct terminal_placements_request *request,
                    struct arena *mem,
                    const struct terminal **out_terminals,
                    size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct terminal_placements placements = {.rows = NULL};
    struct terminal *terminals = NULL;
    int64_t as_of_ms = request->as_of_ms;
    size_t count = 0;

    TRY(terminal_placements_load(db, request, mem, &placements));
    TRY(db_query(db, &rows, sql_load, DB_INT(request->government), DB_INT(as_of_ms),
                 DB_TEXT(request->serial)));
    while (db_next(&rows)) {
        if (!terminals) terminals = arena_array(mem, struct terminal, (size_t)db_int(&rows, 7));
        terminals[count] = read_row(&rows, mem);
        if (terminals[count].contact_to_ms > as_of_ms) terminals[count].contact_to_ms = as_of_ms;
        count++;
    }
    TRY(db_done(&rows));
    hand_out(&placements, terminals, count);
    *out_terminals = terminals;
    *out_count = count;
    return RC_OK;
}

/* ---- what a change means ---- */

const struct terminal_placement *terminal_placed_on(const struct terminal *terminal, int32_t day)
{
    return terminal_placement_on(terminal->placements, terminal->placement_count, day);
}

static bool was_approved(const struct terminal_placements *known)
{
    for (size_t i = 0; i < known->count; i++) {
        if (known->rows[i].state == TERMINAL_APPROVED) return true;
    }
    return false;
}

/* From when a change holds that names no day. */
static int32_t first_day_of(const struct terminal_put *put,
                            const struct terminal_placements *known,
                            bool any_heard)
{
    bool may_be_old = put->row.state != TERMINAL_APPROVED || !any_heard;

    if (!day_is_none(put->from)) return day_number(put->from);
    if (day_is_none(put->today)) return TERMINAL_SINCE_EVER;
    if (may_be_old && !was_approved(known)) return TERMINAL_SINCE_EVER;
    return day_number(put->today);
}

static bool says_the_same(const struct terminal_placement *known, const struct terminal *row)
{
    return known && known->state == row->state && text_equal(known->agency, row->agency);
}

/* ---- recording ---- */

/* Until when what is said of a day holds. */
static int32_t last_day_of(const struct terminal_placements *known, int32_t from)
{
    for (size_t i = 0; i < known->count; i++) {
        if (known->rows[i].from > from) return known->rows[i].from - 1;
    }
    return INT32_MAX;
}

static bool has_been_heard(struct ledger_tx *tx, enum rc *out_rc)
{
    int64_t heard = 0;

    *out_rc = db_get_int(ledger_db(tx), &heard, sql_is_any_heard, DB_INT(ledger_government(tx)));
    return heard > 0;
}

/* Where it stands from the day on.  Told the day of the only thing that was
 * said of it, a terminal did not stand there before. */
static enum rc place(struct ledger_tx *tx,
                     struct terminal_put *put,
                     const struct terminal_placements *known)
{
    struct terminal_placing rows[2] = {{.serial = put->row.serial,
                                        .agency = put->row.agency,
                                        .state = put->row.state,
                                        .author = put->author}};
    bool named = !day_is_none(put->from) || day_is_none(put->today);
    const struct terminal_placement *held;
    enum rc rc;
    int32_t from = first_day_of(put, known, has_been_heard(tx, &rc));
    bool same;

    TRY(rc);
    held = terminal_placement_on(known->rows, known->count, named ? from : day_number(put->today));
    same = says_the_same(held, &put->row);
    put->placed = !same || (held->from != from && named);
    put->placed_from = put->placed ? from : held->from;
    put->placed_to = last_day_of(known, put->placed_from);
    if (!put->placed) return RC_OK;
    if (from != TERMINAL_SINCE_EVER) rows[0].valid_from = day_from_number(from);
    rows[1] = rows[0];
    rows[1].valid_from = (struct day){0};
    rows[1].state = TERMINAL_RETIRED;
    return fact_record(tx, &terminal_placement_fact, rows, same && known->count == 1 ? 2 : 1, NULL);
}

static bool describes_the_same(const struct terminal *known, const struct terminal *row)
{
    return text_equal(known->name, row->name) && text_equal(known->model, row->model) &&
           text_equal(known->firmware, row->firmware);
}

/* How it is called, unless it is called so already. */
static enum rc describe(struct ledger_tx *tx, const struct terminal *row)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct terminal *all = NULL;
    size_t count = 0;
    struct terminal described = *row;

    TRY(load(ledger_db(tx),
             &(struct terminal_placements_request){ledger_government(tx), INT64_MAX, row->serial},
             mem, &all, &count));
    if (count > 0 && describes_the_same(&all[0], row)) return RC_OK;
    described.agency = (struct text){NULL, 0};
    described.state = TERMINAL_DESCRIBED;
    return fact_record(tx, &terminal_fact, &described, 1, NULL);
}

static enum rc apply_put(struct ledger_tx *tx, void *request, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct terminal_put *put = request;
    struct terminal_placements known = {.rows = NULL};
    struct terminal_placements_request all = {ledger_government(tx), INT64_MAX, put->row.serial};

    TRY(check_texts(&put->row, why));
    TRY(terminal_placements_load(ledger_db(tx), &all, mem, &known));
    if (put->kind == TERMINAL_IS_PLACED) {
        TRY(check_agency(tx, &put->row, why));
        TRY(place(tx, put, &known));
    } else if (known.count == 0) {
        return problem_at(why, RC_NOT_FOUND, "serial",
                          "there is no terminal with this serial number");
    }
    return describe(tx, &put->row);
}

static void settle_put(void *request, enum rc rc, const struct problem *why)
{
    struct terminal_put *put = request;

    if (put->settled) put->settled(put, rc, why);
}

const struct ledger_command terminal_put_command = {.name = "terminal_put",
                                                    .apply = apply_put,
                                                    .settle = settle_put};

enum rc terminal_load(struct db *db,
                      int government,
                      int64_t as_of_ms,
                      struct arena *mem,
                      const struct terminal **out_terminals,
                      size_t *out_count)
{
    struct terminal_placements_request all = {government, as_of_ms, TEXT("")};

    return load(db, &all, mem, out_terminals, out_count);
}
