#include "inspection/delegation.h"

#include "base/limits.h"
#include "db/record_sql.h"

static const char sql_insert[] =
    "INSERT INTO delegation (government, recorded_at_ms, lane, log_position, tick,"
    "   agency, account, first_day, last_day, name, title, authority, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       agency, account, first_day, last_day, name, title, authority, author, withdrawn"
    "  FROM delegation WHERE government = $1";

/* Of one agency, account and first day the last comes last. */
static const char sql_list[] =
    "SELECT agency, account, first_day, last_day, name, title, authority, author, withdrawn,"
    "       count(*) OVER ()"
    "  FROM delegation WHERE government = $1"
    " ORDER BY agency, account, first_day, tick, lane, log_position";

#define DELEGATION                                                                                 \
    RECORD_TEXT(struct delegation, agency, RECORD_REQUIRED, 1, CODE_BYTES_MAX,                     \
                .about = "Code of the agency."),                                                   \
        RECORD_TEXT(struct delegation, account, RECORD_REQUIRED, 1, CODE_BYTES_MAX,                \
                    .about = "By which the deputy signs in."),                                     \
        RECORD_DAY(struct delegation, from, RECORD_REQUIRED, .about = "First day."),               \
        RECORD_DAY(struct delegation, to, RECORD_REQUIRED, .about = "Last day."),                  \
        RECORD_TEXT(struct delegation, name, RECORD_REQUIRED, 1, NAME_BYTES_MAX, .about = "Who."), \
        RECORD_TEXT(struct delegation, title, RECORD_OPTIONAL, 0, NAME_BYTES_MAX,                  \
                    .about = "As what: Sekretaris Dinas."),                                        \
        RECORD_TEXT(struct delegation, authority, RECORD_REQUIRED, 1, REFERENCE_BYTES_MAX,         \
                    .about = "The letter by which.")

static const struct record_field body_fields[] = {
    DELEGATION,
    FACT_WITHDRAWN(struct delegation, "True: not any more."),
};
const struct record delegation_body_record =
    RECORD("NewDelegation", struct delegation, body_fields);

static const struct record_field fields[] = {
    DELEGATION,
    FACT_AUTHOR(struct delegation, "The account that entered it."),
    FACT_WITHDRAWN(struct delegation, "True: not any more."),
};
static const struct record row_record = RECORD("DelegationRow", struct delegation, fields);

const struct fact_table delegation_fact = {FACT_DELEGATION, &row_record, sql_insert, sql_every};

static enum rc record(struct ledger_tx *tx, void *request, struct problem *why)
{
    const struct delegation *delegation = request;

    if (day_compare(delegation->to, delegation->from) < 0) {
        return problem_at(why, RC_INVALID, "to", "the range ends before it begins");
    }
    return fact_record(tx, &delegation_fact, delegation, 1, NULL);
}

const struct ledger_command delegation_command = {.name = "delegation", .apply = record};

static bool is_same(const struct delegation *a, const struct delegation *b)
{
    return text_equal(a->agency, b->agency) && text_equal(a->account, b->account) &&
           day_equal(a->from, b->from);
}

enum rc delegation_list(struct db *db,
                        int government,
                        struct day day,
                        struct arena *mem,
                        const struct delegation **out_delegations,
                        size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct delegation *list = NULL;
    size_t count = 0, kept = 0;

    TRY(db_query(db, &rows, sql_list, DB_INT(government)));
    while (db_next(&rows)) {
        struct delegation version;

        if (!list) list = arena_array(mem, struct delegation, (size_t)db_int(&rows, 9));
        record_sql_read(&rows, 0, &row_record, mem, &version);
        if (count > 0 && is_same(&list[count - 1], &version)) count--;
        list[count++] = version;
    }
    TRY(db_done(&rows));
    for (size_t i = 0; i < count; i++) {
        bool has_ended = list[i].withdrawn || day_compare(list[i].to, day) < 0;

        if (!has_ended) list[kept++] = list[i];
    }
    *out_delegations = list;
    *out_count = kept;
    return RC_OK;
}

enum rc delegation_of(struct db *db,
                      int government,
                      struct text account,
                      struct day day,
                      struct arena *mem,
                      struct delegation *out_delegation,
                      bool *out_found)
{
    const struct delegation *list = NULL;
    size_t count = 0;

    TRY(delegation_list(db, government, day, mem, &list, &count));
    *out_found = false;
    for (size_t i = 0; i < count && !*out_found; i++) {
        if (day_compare(list[i].from, day) > 0) continue;
        if (!text_equal(list[i].account, account)) continue;
        *out_delegation = list[i];
        *out_found = true;
    }
    return RC_OK;
}
