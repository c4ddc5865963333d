#include "inspection/act.h"

#include "base/limits.h"
#include "db/record_sql.h"

static const char sql_insert[] =
    "INSERT INTO inspection_act (government, recorded_at_ms, lane, log_position, tick,"
    "   inspection, act, agency, person, item, people_group, name, post, word, said, day,"
    "   present, sick, permit, leave, duty_travel, other, missing, done, total, reference, author)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,"
    "         $19, $20, $21, $22, $23, $24, $25, $26, $27)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       inspection, act, agency, person, item, people_group, name, post, word, said, day,"
    "       present, sick, permit, leave, duty_travel, other, missing, done, total, reference,"
    "       author"
    "  FROM inspection_act WHERE government = $1";

static const char sql_list[] =
    "SELECT inspection, act, agency, person, item, people_group, name, post, word, said, day,"
    "       present, sick, permit, leave, duty_travel, other, missing, done, total, reference,"
    "       author, recorded_at_ms, log_position, lane, count(*) OVER ()"
    "  FROM inspection_act WHERE government = $1 AND inspection = $2"
    " ORDER BY tick, lane, log_position";

static const char sql_was_done[] =
    "SELECT count(*) FROM inspection_act WHERE government = $1 AND inspection = $2 AND act = $3";

/* ---- words ---- */

enum naming { NO, MAY, NEEDS };
enum { PLANNED = ACT_WHEN_PLANNED, OPEN = ACT_WHEN_OPEN, CLOSED = ACT_WHEN_CLOSED };

static const struct {
    unsigned when;
    enum naming agency;
    enum naming person;
    const char *label;
} acts[] = {
#define ACT(name, word, when, agency, person, label) {(when), agency, person, (label)},
#include "inspection/act.def"
#undef ACT
};

const struct record_choice act_choices[] = {
#define ACT(name, word, when, agency, person, label) {(word), ACT_##name},
#include "inspection/act.def"
#undef ACT
    {NULL, 0},
};

const struct record_choice claim_choices[] = {
#define CLAIM(name, word, label) {(word), CLAIM_##name},
#include "inspection/claim.def"
#undef CLAIM
    {NULL, 0},
};

static const char *const claim_labels[] = {
#define CLAIM(name, word, label) [CLAIM_##name] = (label),
#include "inspection/claim.def"
#undef CLAIM
};

const struct record_choice statement_source_choices[] = {
#define STATEMENT_SOURCE(name, word, label) {(word), SOURCE_##name},
#include "inspection/statement_source.def"
#undef STATEMENT_SOURCE
    {NULL, 0},
};

const struct record_choice recap_source_choices[] = {
#define RECAP_SOURCE(name, word, label) {(word), RECAP_OF_##name},
#include "inspection/recap_source.def"
#undef RECAP_SOURCE
    {NULL, 0},
};

const struct record_choice order_rule_choices[] = {
#define ORDER_RULE(name, word, label) {(word), ORDER_##name},
#include "inspection/order_rule.def"
#undef ORDER_RULE
    {NULL, 0},
};

static const char *const source_labels[] = {
#define STATEMENT_SOURCE(name, word, label) [SOURCE_##name] = (label),
#include "inspection/statement_source.def"
#undef STATEMENT_SOURCE
};

const char *statement_source_label(enum statement_source source)
{
    assert((size_t)source < COUNT_OF(source_labels));
    return source_labels[source];
}

const char *recap_source_label(enum recap_source source)
{
    static const char *const labels[] = {
#define RECAP_SOURCE(name, word, label) [RECAP_OF_##name] = (label),
#include "inspection/recap_source.def"
#undef RECAP_SOURCE
    };

    assert((size_t)source < COUNT_OF(labels));
    return labels[source];
}

const char *act_label(enum act_kind act)
{
    assert((size_t)act < COUNT_OF(acts));
    return acts[act].label;
}

const char *claim_label(enum claim claim)
{
    assert((size_t)claim < COUNT_OF(claim_labels));
    return claim_labels[claim];
}

/* ---- the record ---- */

#define TEXT_OF(member, most, what) \
    RECORD_TEXT(struct act, member, RECORD_OPTIONAL, 0, most, .about = (what))
#define COUNT(member, what)                                                                   \
    RECORD_INT(struct act, member, RECORD_OPTIONAL, 0, ACT_COUNT_MAX, .absent = ACT_NOT_SAID, \
               .about = (what))

static const struct record_field fields[] = {
    RECORD_TEXT(struct act, inspection, RECORD_REQUIRED, 1, CODE_BYTES_MAX),
    RECORD_CHOICE(struct act, act, RECORD_REQUIRED, act_choices, .about = "What was done."),
    TEXT_OF(agency, CODE_BYTES_MAX, "Code of the agency it is about."),
    TEXT_OF(person, PERSON_NUMBER_BYTES_MAX, "Number of the person it is about."),
    RECORD_INT(struct act, item, RECORD_OPTIONAL, 0, INT32_MAX, .about = "Of a list; or a place."),
    RECORD_CHOICE(struct act,
                  people_group,
                  RECORD_OPTIONAL,
                  people_group_choices,
                  .about = "Of whom the counts are."),
    TEXT_OF(name, NAME_BYTES_MAX, "Who spoke, owns, decides or signed."),
    TEXT_OF(post, NAME_BYTES_MAX, "As what."),
    TEXT_OF(word, CODE_BYTES_MAX, "What was chosen."),
    RECORD_PROSE(struct act, said, RECORD_OPTIONAL, 0, ACT_SAID_BYTES_MAX, .about = "In words."),
    RECORD_DAY(struct act, day, RECORD_OPTIONAL, .about = "A deadline, target or date."),
    COUNT(present, "Present."),
    COUNT(sick, "Sick."),
    COUNT(permit, "On permit."),
    COUNT(leave, "On leave."),
    COUNT(duty_travel, "On duty elsewhere."),
    COUNT(other, "On study or off."),
    COUNT(missing, "Missing."),
    COUNT(done, "Done so far."),
    COUNT(total, "Of how many."),
    TEXT_OF(reference, NAME_BYTES_MAX, "A letter, or what holds it up."),
    FACT_AUTHOR(struct act, "The account that did it."),
};
const struct record act_record = RECORD("InspectionAct", struct act, fields);

const struct fact_table act_fact = {FACT_INSPECTION_ACT, &act_record, sql_insert, sql_every};

struct act act_of(struct text inspection, enum act_kind kind, struct text agency)
{
    struct act act;

    record_clear(&act_record, &act);
    act.inspection = inspection;
    act.act = (int)kind;
    act.agency = agency;
    return act;
}

static int counted(int count)
{
    return count == ACT_NOT_SAID ? 0 : count;
}

struct headcount act_headcount(const struct act *act)
{
    struct headcount said = {
        .present = counted(act->present),
        .sick = counted(act->sick),
        .permit = counted(act->permit),
        .leave = counted(act->leave),
        .duty_travel = counted(act->duty_travel),
        .other = counted(act->other),
        .missing = counted(act->missing),
    };

    said.strength = said.present + said.sick + said.permit + said.leave + said.duty_travel +
                    said.other + said.missing;
    return said;
}

void act_say(struct act *act, const struct headcount *said)
{
    act->present = said->present;
    act->sick = said->sick;
    act->permit = said->permit;
    act->leave = said->leave;
    act->duty_travel = said->duty_travel;
    act->other = said->other;
    act->missing = said->missing;
}

/* ---- reading ---- */

enum { COLUMN_AT = 22, COLUMN_POSITION, COLUMN_LANE, COLUMN_TOTAL };

enum rc act_list(struct db *db,
                 int government,
                 struct text inspection,
                 struct arena *mem,
                 const struct act_row **out_rows,
                 size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct act_row *list = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_list, DB_INT(government), DB_TEXT(inspection)));
    while (db_next(&rows)) {
        struct act_row *row;

        if (!list) list = arena_array(mem, struct act_row, (size_t)db_int(&rows, COLUMN_TOTAL));
        row = &list[count++];
        record_sql_read(&rows, 0, &act_record, mem, &row->act);
        row->at_ms = db_int(&rows, COLUMN_AT);
        row->position = db_int(&rows, COLUMN_POSITION);
        row->lane = (int)db_int(&rows, COLUMN_LANE);
    }
    TRY(db_done(&rows));
    *out_rows = list;
    *out_count = count;
    return RC_OK;
}

enum rc act_was_done(struct db *db,
                     int government,
                     struct text inspection,
                     enum act_kind kind,
                     bool *out_done)
{
    int64_t count = 0;

    TRY(db_get_int(db, &count, sql_was_done, DB_INT(government), DB_TEXT(inspection),
                   DB_CSTR(record_choice_word(act_choices, (int)kind))));
    *out_done = count > 0;
    return RC_OK;
}

/* ---- checking ---- */

static enum rc check_naming(enum naming naming,
                            struct text given,
                            const char *field,
                            struct problem *why)
{
    if (naming == NEEDS && given.bytes == 0) {
        return problem_at(why, RC_INVALID, field, "say which %s is meant", field);
    }
    if (naming == NO && given.bytes > 0) {
        return problem_at(why, RC_INVALID, field, "this is not about one %s", field);
    }
    return RC_OK;
}

enum rc act_check(const struct act *act, enum act_when now, struct problem *why)
{
    assert((size_t)act->act < COUNT_OF(acts));
    if (!(acts[act->act].when & (unsigned)now)) {
        if (now == ACT_WHEN_PLANNED) {
            return problem_set(why, RC_CONFLICT, "the session is not open yet");
        }
        return now == ACT_WHEN_OPEN ? problem_set(why, RC_CONFLICT, "the session is open")
                                    : problem_set(why, RC_CONFLICT, "the session is closed");
    }
    TRY(check_naming(acts[act->act].agency, act->agency, "agency", why));
    return check_naming(acts[act->act].person, act->person, "person", why);
}
