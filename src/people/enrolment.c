#include "people/enrolment.h"

#include "base/arena.h"
#include "base/limits.h"
#include "db/record_sql.h"
#include "people/person.h"

enum { ENROLMENTS_OF_PIN_MAX = 1000 };

static const char sql_insert[] =
    "INSERT INTO enrolment (government, recorded_at_ms, lane, log_position, tick,"
    "   pin, terminal, valid_from, number, valid_to, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       pin, terminal, valid_from, number, valid_to, author, withdrawn"
    "  FROM enrolment WHERE government = $1";

static const char sql_of_pin[] =
    "SELECT pin, terminal, valid_from, number, valid_to, author, withdrawn"
    "  FROM enrolment WHERE government = $1 AND pin = $2 AND terminal = $3"
    " ORDER BY valid_from, tick, lane, log_position";

static const struct record_field fields[] = {
    RECORD_TEXT(struct enrolment,
                pin,
                RECORD_REQUIRED,
                1,
                PIN_BYTES_MAX,
                .about = "The PIN as the terminal sends it."),
    RECORD_TEXT(struct enrolment,
                terminal,
                RECORD_OPTIONAL,
                0,
                SERIAL_BYTES_MAX,
                .about = "The terminal it holds for; none is every terminal."),
    RECORD_DAY(struct enrolment,
               valid_from,
               RECORD_OPTIONAL,
               .about = "First day; none is always."),
    RECORD_TEXT(struct enrolment,
                number,
                RECORD_REQUIRED,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "The person it means."),
    RECORD_DAY(struct enrolment, valid_to, RECORD_OPTIONAL, .about = "Last day."),
    FACT_AUTHOR(struct enrolment, "The account that entered it."),
    FACT_WITHDRAWN(struct enrolment, "True when the entry was a mistake."),
};

const struct record enrolment_record = RECORD("Enrolment", struct enrolment, fields);

const struct fact_table enrolment_fact = {FACT_ENROLMENT, &enrolment_record, sql_insert, sql_every};

/* ---- the decision ---- */

static int32_t first_number(const struct enrolment *enrolment)
{
    return day_is_none(enrolment->valid_from) ? DAY_NUMBER_FIRST
                                              : day_number(enrolment->valid_from);
}

static int32_t last_number(const struct enrolment *enrolment)
{
    return day_is_none(enrolment->valid_to) ? DAY_NUMBER_LAST : day_number(enrolment->valid_to);
}

static bool overlap(const struct enrolment *a, const struct enrolment *b)
{
    return first_number(a) <= last_number(b) && first_number(b) <= last_number(a);
}

/* The day after the last enrolment that has an end; open ones will clash. */
static void begin_after_the_last(const struct enrolment *existing,
                                 size_t count,
                                 struct enrolment *wanted)
{
    wanted->valid_from = (struct day){0};
    for (size_t i = 0; i < count; i++) {
        if (text_equal(existing[i].number, wanted->number)) continue;
        if (day_is_none(existing[i].valid_to)) continue;
        if (last_number(&existing[i]) >= first_number(wanted)) {
            wanted->valid_from = day_add(existing[i].valid_to, 1);
        }
    }
}

enum enrolment_outcome enrolment_decide(const struct enrolment *existing,
                                        size_t count,
                                        bool from_is_given,
                                        struct enrolment *wanted,
                                        const struct enrolment **out_other)
{
    if (!from_is_given) begin_after_the_last(existing, count, wanted);
    for (size_t i = 0; i < count; i++) {
        const struct enrolment *other = &existing[i];

        if (!overlap(other, wanted)) continue;
        if (!text_equal(other->number, wanted->number)) {
            *out_other = other;
            return ENROLMENT_CLASHES;
        }
        if (first_number(other) <= first_number(wanted) &&
            last_number(other) >= last_number(wanted)) {
            return ENROLMENT_SAME;
        }
    }
    return ENROLMENT_NEW;
}

/* ---- commands ---- */

/* The latest version of each first day, without those withdrawn. */
static enum rc list_of_pin(struct ledger_tx *tx,
                           struct arena *mem,
                           struct text pin,
                           struct text terminal,
                           struct enrolment **out_list,
                           size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct enrolment *list = arena_array(mem, struct enrolment, ENROLMENTS_OF_PIN_MAX);
    size_t count = 0;
    size_t kept = 0;

    TRY(db_query(ledger_db(tx), &rows, sql_of_pin, DB_INT(ledger_government(tx)), DB_TEXT(pin),
                 DB_TEXT(terminal)));
    while (db_next(&rows)) {
        struct enrolment version;

        record_sql_read(&rows, 0, &enrolment_record, mem, &version);
        if (count > 0 && day_equal(list[count - 1].valid_from, version.valid_from)) count--;
        if (count == ENROLMENTS_OF_PIN_MAX) return RC_TOO_MANY;
        list[count++] = version;
    }
    TRY(db_done(&rows));
    for (size_t i = 0; i < count; i++) {
        if (!list[i].withdrawn) list[kept++] = list[i];
    }
    *out_list = list;
    *out_count = kept;
    return RC_OK;
}

static enum rc check_request(struct ledger_tx *tx,
                             const struct enrolment *wanted,
                             struct problem *why)
{
    enum rc rc;

    if (!day_is_none(wanted->valid_to) && first_number(wanted) > last_number(wanted)) {
        return problem_at(why, RC_INVALID, "valid_to", "ends before it begins");
    }
    rc = person_require(ledger_db(tx), ledger_government(tx), wanted->number);
    if (rc != RC_NOT_FOUND) return rc;
    return problem_at(why, RC_INVALID, "number", "no such person in the register");
}

static enum rc map(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct enrolment_request *request = argument;
    struct enrolment *wanted = &request->enrolment;
    const struct enrolment *other = NULL;
    struct enrolment *existing = NULL;
    size_t count = 0;

    request->position = 0;
    TRY(check_request(tx, wanted, why));
    TRY(list_of_pin(tx, mem, wanted->pin, wanted->terminal, &existing, &count));
    switch (enrolment_decide(existing, count, request->from_is_given, wanted, &other)) {
    case ENROLMENT_SAME:
        return RC_OK;
    case ENROLMENT_CLASHES:
        return problem_at(why, RC_CONFLICT, "pin", "the PIN belongs to " TEXT_FORMAT " since %s",
                          TEXT_ARGUMENT(other->number),
                          day_is_none(other->valid_from) ? "always"
                                                         : day_text(other->valid_from).s);
    case ENROLMENT_NEW:
        break;
    }
    return fact_record(tx, &enrolment_fact, wanted, 1, &request->position);
}

static enum rc end(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct enrolment_end *request = argument;
    struct enrolment *existing = NULL;
    size_t count = 0;
    int32_t last;

    assert(day_is_valid(request->last_day));
    last = day_number(request->last_day);
    TRY(list_of_pin(tx, mem, request->pin, request->terminal, &existing, &count));
    for (size_t i = 0; i < count; i++) {
        if (first_number(&existing[i]) > last || last_number(&existing[i]) < last) continue;
        existing[i].valid_to = request->last_day;
        existing[i].author = request->author;
        return fact_record(tx, &enrolment_fact, &existing[i], 1, &request->position);
    }
    return problem_at(why, RC_NOT_FOUND, "pin", "the PIN means nobody on that day");
}

const struct ledger_command enrolment_map_command = {.name = "enrolment_map", .apply = map};
const struct ledger_command enrolment_end_command = {.name = "enrolment_end", .apply = end};
