#include "attendance/terminal_placement.h"

#include "base/json_read.h"
#include "base/limits.h"

static const char sql_insert[] =
    "INSERT INTO terminal_placement (government, recorded_at_ms, lane, log_position, tick,"
    "   serial, valid_from, agency, state, author)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick, serial, valid_from, agency, state, author"
    "  FROM terminal_placement WHERE government = $1";

/* Of one terminal ($3) or of all (''); of two for the same day the later comes
 * last.  A row of the table terminal that says where it stands is as old as the
 * days when placements had no day. */
static const char sql_placements[] =
    "SELECT serial, valid_from, agency, state, author, recorded_at_ms, count(*) OVER ()"
    "  FROM (SELECT serial, valid_from, agency, state, author, recorded_at_ms, tick, lane,"
    "               log_position"
    "          FROM terminal_placement"
    "         WHERE government = $1 AND recorded_at_ms <= $2 AND ($3 = '' OR serial = $3)"
    "         UNION ALL"
    "        SELECT serial, '', agency,"
    "               CASE state WHEN 0 THEN 'approved' WHEN 1 THEN 'retired' ELSE 'refused' END,"
    "               '', recorded_at_ms, tick, lane, position"
    "          FROM terminal"
    "         WHERE government = $1 AND recorded_at_ms <= $2 AND ($3 = '' OR serial = $3)"
    "           AND state < 3) AS placed"
    " ORDER BY serial, valid_from, tick, lane, log_position";

static_assert(TERMINAL_APPROVED == 0 && TERMINAL_RETIRED == 1 && TERMINAL_DESCRIBED == 3,
              "the numbers are stored");

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

const struct record_choice terminal_state_choices[] = {
#define TERMINAL_STATE(name, word) {(word), TERMINAL_##name},
#include "attendance/terminal_state.def"
#undef TERMINAL_STATE
    {NULL, 0},
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct terminal_placing, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX),
    RECORD_DAY(struct terminal_placing, valid_from, RECORD_OPTIONAL),
    RECORD_TEXT(struct terminal_placing, agency, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
    RECORD_CHOICE(struct terminal_placing, state, RECORD_REQUIRED, terminal_state_choices),
    RECORD_TEXT(struct terminal_placing, author, RECORD_OPTIONAL, 0, CODE_BYTES_MAX),
};

static const struct record placing_record =
    RECORD("TerminalPlacement", struct terminal_placing, fields);

const struct fact_table terminal_placement_fact = {FACT_TERMINAL_PLACEMENT, &placing_record,
                                                   sql_insert, sql_every};

int32_t terminal_placement_first_day(struct text body)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct record_list list = {0};
    const struct terminal_placing *rows;
    int32_t first = INT32_MAX;

    if (json_read_list(&placing_record, body, mem, &list, NULL) != RC_OK) {
        return TERMINAL_SINCE_EVER;
    }
    rows = list.items;
    for (size_t i = 0; i < list.count; i++) {
        int32_t from = terminal_placing_from(&rows[i]);

        if (from < first) first = from;
    }
    return first;
}

int32_t terminal_placing_from(const struct terminal_placing *placing)
{
    return day_is_none(placing->valid_from) ? TERMINAL_SINCE_EVER : day_number(placing->valid_from);
}

static struct terminal_placement read_row(const struct db_rows *rows, struct arena *mem)
{
    struct terminal_placing placing = {.valid_from = {0}};
    int state = TERMINAL_REFUSED;

    IGNORE(day_parse(db_text(rows, 1), &placing.valid_from), "then it is since ever");
    IGNORE(record_choice_value(terminal_state_choices, db_text(rows, 3), &state),
           "a word that is none lets nobody in");
    return (struct terminal_placement){.from = terminal_placing_from(&placing),
                                       .agency = arena_text(mem, db_text(rows, 2)),
                                       .state = (enum terminal_state)state,
                                       .author = arena_text(mem, db_text(rows, 4)),
                                       .recorded_at_ms = db_int(rows, 5)};
}

enum rc terminal_placements_load(struct db *db,
                                 const struct terminal_placements_request *request,
                                 struct arena *mem,
                                 struct terminal_placements *out_placements)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct terminal_placements all = {.rows = NULL};

    TRY(db_query(db, &rows, sql_placements, DB_INT(request->government), DB_INT(request->as_of_ms),
                 DB_TEXT(request->serial)));
    while (db_next(&rows)) {
        struct text of = db_text(&rows, 0);
        struct terminal_placement row = read_row(&rows, mem);

        if (!all.rows) {
            all.rows = arena_array(mem, struct terminal_placement, (size_t)db_int(&rows, 6));
            all.serials = arena_array(mem, struct text, (size_t)db_int(&rows, 6));
        }
        if (all.count > 0 && all.rows[all.count - 1].from == row.from &&
            text_equal(all.serials[all.count - 1], of)) {
            all.count--; /* said anew */
        }
        all.serials[all.count] = arena_text(mem, of);
        all.rows[all.count++] = row;
    }
    TRY(db_done(&rows));
    *out_placements = all;
    return RC_OK;
}

/* The last that begins on the day or before, or NULL. */
const struct terminal_placement *terminal_placement_on(const struct terminal_placement *rows,
                                                       size_t count,
                                                       int32_t day)
{
    while (count > 0 && rows[count - 1].from > day) {
        count--;
    }
    return count > 0 ? &rows[count - 1] : NULL;
}

enum rc terminal_placement_is_open(struct db *db,
                                   int government,
                                   struct text serial,
                                   int32_t today,
                                   bool *out_open)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct terminal_placements_request request = {government, INT64_MAX, serial};
    struct terminal_placements all;
    const struct terminal_placement *held;

    TRY(terminal_placements_load(db, &request, mem, &all));
    held = terminal_placement_on(all.rows, all.count, today);
    *out_open = held && held->state == TERMINAL_APPROVED;
    for (size_t i = 0; i < all.count; i++) {
        if (all.rows[i].from > today && all.rows[i].state == TERMINAL_APPROVED) *out_open = true;
    }
    return RC_OK;
}
