#include "people/own_pattern.h"

#include "base/limits.h"
#include "db/record_sql.h"
#include "people/rows.h"

#include <string.h>

static const char sql_insert[] =
    "INSERT INTO pattern (government, recorded_at_ms, lane, log_position, tick,"
    "   code, layer, valid_from, valid_to, duty, before_minutes, after_minutes,"
    "   tolerance_minutes, closing, in_until, pairing, rest, week_minutes, name, decree, note,"
    "   slots, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,"
    "         $20, $21, $22, $23, $24)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       code, layer, valid_from, valid_to, duty, before_minutes, after_minutes,"
    "       tolerance_minutes, closing, in_until, pairing, rest, week_minutes, name, decree, note,"
    "       slots, author, withdrawn"
    "  FROM pattern WHERE government = $1";

static const char sql_as_of[] =
    "SELECT code, layer, valid_from, valid_to, duty, before_minutes, after_minutes,"
    "       tolerance_minutes, closing, in_until, pairing, rest, week_minutes, name, decree, note,"
    "       slots, author, withdrawn"
    "  FROM pattern WHERE government = $1 AND recorded_at_ms <= $2"
    " ORDER BY code, layer, valid_from, tick, lane, log_position";

enum { SLOTS_BYTES_MAX = 4096 };

#define WORDS(member, need, least, what) \
    RECORD_TEXT(struct own_pattern, member, need, least, CODE_BYTES_MAX, .about = (what))
#define PROSE(member, need, least, what) \
    RECORD_TEXT(struct own_pattern, member, need, least, REFERENCE_BYTES_MAX, .about = (what))
#define MINUTES(member, what)                                                                 \
    RECORD_INT(struct own_pattern, member, RECORD_OPTIONAL, 0, PATTERN_DAYS *MINUTES_PER_DAY, \
               .absent = -1, .about = (what))

/* What a row and a file have in common, in the order of the table. */
#define COMMON                                                                                  \
    WORDS(code, RECORD_REQUIRED, 1, "What agencies name."),                                     \
        WORDS(layer, RECORD_OPTIONAL, 1, "base, or what lies over it for some days: ramadan."), \
        RECORD_DAY(struct own_pattern, valid_from, RECORD_REQUIRED, .about = "First day."),     \
        RECORD_DAY(struct own_pattern, valid_to, RECORD_OPTIONAL, .about = "Last day."),        \
        WORDS(duty, RECORD_OPTIONAL, 1, "calendar: weekdays; roster: as a roster says."),       \
        MINUTES(before_minutes, "The window opens so long before the start; usual: 90."),       \
        MINUTES(after_minutes, "It closes so long after the end; usual: 240."),                 \
        MINUTES(tolerance_minutes, "So long after the start is still on time; usual: 0."),      \
        WORDS(closing, RECORD_OPTIONAL, 1, "When nobody is waited for: window or a time."),     \
        WORDS(in_until, RECORD_OPTIONAL, 1, "Until when a punch arrives: middle or a time."),   \
        WORDS(pairing, RECORD_OPTIONAL, 1, "first-last or pairs."),                             \
        WORDS(rest, RECORD_OPTIONAL, 1, "deducted or worked."),                                 \
        MINUTES(week_minutes, "What the week must add up to."),                                 \
        PROSE(name, RECORD_REQUIRED, 1, "For people."),                                         \
        PROSE(decree, RECORD_REQUIRED, 1, "The decree it rests on."),                           \
        PROSE(note, RECORD_OPTIONAL, 0, "What has to be known before relying on it.")

static const struct record_field row_fields[] = {
    COMMON,
    RECORD_PROSE(struct own_pattern,
                 slots,
                 RECORD_REQUIRED,
                 1,
                 SLOTS_BYTES_MAX,
                 .about = "A line a slot: slot,start,end,rest_from,rest_to."),
    WORDS(author, RECORD_OPTIONAL, 0, "The account that entered it."),
    FACT_WITHDRAWN(struct own_pattern, "True when it is gone."),
};
static const struct record row_record = RECORD("PatternRow", struct own_pattern, row_fields);

const struct fact_table own_pattern_fact = {FACT_PATTERN, &row_record, sql_insert, sql_every};

#define HOURS(member, need, what) \
    RECORD_TEXT(struct own_pattern_hours, member, need, 1, CODE_BYTES_MAX, .about = (what))

static const struct record_field hours_fields[] = {
    HOURS(slot, RECORD_REQUIRED, "mon to sun, or the name of a shift."),
    HOURS(start, RECORD_REQUIRED, "07:30"),
    HOURS(end, RECORD_REQUIRED, "16:00, or 07:00+1 on the next day."),
    HOURS(rest_from, RECORD_OPTIONAL, "12:00"),
    HOURS(rest_to, RECORD_OPTIONAL, "13:00"),
};
static const struct record hours_record =
    RECORD("PatternHours", struct own_pattern_hours, hours_fields);

static const struct record_field file_fields[] = {
    COMMON,
    RECORD_LIST(struct own_pattern,
                hours,
                RECORD_REQUIRED,
                &hours_record,
                PATTERN_DAYS + PATTERN_SHIFTS_MAX,
                .about = "The hours of each weekday that is worked, or of each shift."),
};
const struct record own_pattern_record = RECORD("NewPattern", struct own_pattern, file_fields);

/* ---- from JSON ---- */

static void give(struct text *member, const char *usual)
{
    if (member->bytes == 0) *member = text_of(usual);
}

static void give_minutes(int *member, int usual)
{
    if (*member < 0) *member = usual;
}

/* A comma or line end inside would make other columns of it. */
static enum rc add_cell(struct buf *to, struct text cell, char after, struct problem *why)
{
    if (text_find(cell, ',') < cell.bytes || text_find(cell, '"') < cell.bytes) {
        return problem_at(why, RC_INVALID, "hours", "\"" TEXT_FORMAT "\" is no slot and no time",
                          TEXT_ARGUMENT(cell));
    }
    buf_add(to, cell);
    buf_add_char(to, after);
    return RC_OK;
}

enum rc own_pattern_complete(struct own_pattern *pattern, struct arena *mem, struct problem *why)
{
    CLEANUP(buf_done) struct buf slots = {0};
    const struct own_pattern_hours *hours = pattern->hours.items;

    give(&pattern->layer, "base");
    give(&pattern->duty, "calendar");
    give(&pattern->closing, "window");
    give(&pattern->in_until, "middle");
    give(&pattern->pairing, "first-last");
    give(&pattern->rest, "deducted");
    give_minutes(&pattern->before_minutes, 90);
    give_minutes(&pattern->after_minutes, 240);
    give_minutes(&pattern->tolerance_minutes, 0);
    give_minutes(&pattern->week_minutes, 0);
    buf_init(&slots, SLOTS_BYTES_MAX);
    for (size_t i = 0; i < pattern->hours.count; i++) {
        TRY(add_cell(&slots, hours[i].slot, ',', why));
        TRY(add_cell(&slots, hours[i].start, ',', why));
        TRY(add_cell(&slots, hours[i].end, ',', why));
        TRY(add_cell(&slots, hours[i].rest_from, ',', why));
        TRY(add_cell(&slots, hours[i].rest_to, '\n', why));
    }
    if (!buf_ok(&slots)) return problem_at(why, RC_TOO_LARGE, "hours", "the hours are too long");
    pattern->slots = arena_text(mem, buf_text(&slots));
    return RC_OK;
}

/* ---- reading versions ---- */

enum rc own_pattern_list(struct db *db,
                         int government,
                         int64_t as_of_ms,
                         struct arena *mem,
                         const struct own_pattern **out_patterns,
                         size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct own_pattern *list = arena_array(mem, struct own_pattern, PATTERN_ROWS_MAX);
    size_t count = 0, kept = 0;

    TRY(db_query(db, &rows, sql_as_of, DB_INT(government), DB_INT(as_of_ms)));
    while (db_next(&rows)) {
        struct own_pattern version = {.withdrawn = false};
        const struct own_pattern *last = count ? &list[count - 1] : NULL;

        record_sql_read(&rows, 0, &row_record, mem, &version);
        if (last && text_equal(last->code, version.code) &&
            text_equal(last->layer, version.layer) &&
            day_equal(last->valid_from, version.valid_from)) {
            count--;
        }
        if (count == PATTERN_ROWS_MAX) return RC_TOO_MANY;
        list[count++] = version;
    }
    TRY(db_done(&rows));
    for (size_t i = 0; i < count; i++) {
        if (!list[i].withdrawn) list[kept++] = list[i];
    }
    *out_patterns = list;
    *out_count = kept;
    return RC_OK;
}

/* ---- checking ---- */

static int32_t last_day(struct day valid_to)
{
    return day_is_none(valid_to) ? DAY_NUMBER_LAST : day_number(valid_to);
}

static bool is_of(const struct own_pattern *pattern, struct text code, struct text layer)
{
    return text_equal(pattern->code, code) && text_equal(pattern->layer, layer);
}

/* Two rows of one code and layer: the later may only end one without an end. */
static enum rc check_beside(const struct own_pattern *pattern,
                            const struct own_pattern *other,
                            struct problem *why)
{
    int32_t from = day_number(pattern->valid_from);
    int32_t begins = day_number(other->valid_from);

    if (from == begins) return RC_OK; /* it is corrected */
    if (from > begins) {
        if (day_is_none(other->valid_to) || last_day(other->valid_to) < from) return RC_OK;
        return problem_at(why, RC_CONFLICT, "valid_from",
                          "the row from %s (" TEXT_FORMAT
                          ") lasts until %s: begin after it, or add that one again with an "
                          "earlier valid_to",
                          day_text(other->valid_from).s, TEXT_ARGUMENT(other->decree),
                          day_text(other->valid_to).s);
    }
    if (!day_is_none(pattern->valid_to) && last_day(pattern->valid_to) < begins) return RC_OK;
    return problem_at(why, RC_CONFLICT, "valid_to",
                      "a row begins on %s (" TEXT_FORMAT "): end this one on %s at the latest",
                      day_text(other->valid_from).s, TEXT_ARGUMENT(other->decree),
                      day_text(day_add(other->valid_from, -1)).s);
}

enum rc own_pattern_check(const struct own_pattern *pattern,
                          const struct pattern_set *known,
                          const struct own_pattern *own,
                          size_t own_count,
                          struct problem *why)
{
    for (size_t i = 0; i < known->count; i++) {
        const struct pattern *shipped = &known->patterns[i];

        if (shipped->own || !is_of(pattern, shipped->code, shipped->layer)) continue;
        if (!day_equal(pattern->valid_from, shipped->valid_from)) continue;
        return problem_at(why, RC_CONFLICT, "valid_from",
                          "the program brings " TEXT_FORMAT
                          " from %s itself and that is not overwritten: give another first day, "
                          "from which yours holds in its place, or another code",
                          TEXT_ARGUMENT(shipped->code), day_text(shipped->valid_from).s);
    }
    for (size_t i = 0; i < own_count; i++) {
        if (!is_of(pattern, own[i].code, own[i].layer)) continue;
        TRY(check_beside(pattern, &own[i], why));
    }
    return RC_OK;
}

/* ---- recording ---- */

/* The row that is to be withdrawn, as it is. */
static enum rc find_row(const struct own_pattern *own,
                        size_t count,
                        struct own_pattern *pattern,
                        struct problem *why)
{
    for (size_t i = 0; i < count; i++) {
        struct text author = pattern->author;

        if (!is_of(pattern, own[i].code, own[i].layer)) continue;
        if (!day_equal(own[i].valid_from, pattern->valid_from)) continue;
        *pattern = own[i];
        pattern->author = author;
        pattern->withdrawn = true;
        return RC_OK;
    }
    return problem_at(why, RC_NOT_FOUND, "code",
                      "the government has no pattern " TEXT_FORMAT " from %s of its own",
                      TEXT_ARGUMENT(pattern->code), day_text(pattern->valid_from).s);
}

static enum rc change(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct own_pattern_change *request = argument;
    struct own_pattern *pattern = &request->pattern;
    const struct own_pattern *own = NULL;
    const struct pattern *read;
    struct own_pattern recorded;
    size_t count = 0;

    TRY(own_pattern_list(ledger_db(tx), ledger_government(tx), INT64_MAX, mem, &own, &count));
    recorded = *pattern;
    if (pattern->withdrawn) {
        TRY(find_row(own, count, &recorded, why));
    } else {
        TRY(own_pattern_read(pattern, mem, &read, why));
        TRY(own_pattern_check(pattern, request->known, own, count, why));
    }
    return fact_record(tx, &own_pattern_fact, &recorded, 1, NULL);
}

const struct ledger_command own_pattern_command = {.name = "own_pattern", .apply = change};
