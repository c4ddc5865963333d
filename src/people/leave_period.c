#include "people/leave_period.h"

#include "base/limits.h"

static const char sql_insert[] =
    "INSERT INTO leave_period (government, recorded_at_ms, lane, log_position, tick,"
    "   number, kind, first_day, last_day, reference, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       number, kind, first_day, last_day, reference, author, withdrawn"
    "  FROM leave_period WHERE government = $1";

const struct record_choice leave_choices[] = {
#define LEAVE(name, word, state) {word, LEAVE_##name},
#include "rules/leave.def"
#undef LEAVE
    {NULL, 0},
};

static const struct record_field fields[] = {
    RECORD_TEXT(struct leave_period,
                number,
                RECORD_REQUIRED,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "The person."),
    RECORD_CHOICE(struct leave_period,
                  kind,
                  RECORD_REQUIRED,
                  leave_choices,
                  .about = "What excuses the days."),
    RECORD_DAY(struct leave_period, from, RECORD_REQUIRED, .about = "First day."),
    RECORD_DAY(struct leave_period, to, RECORD_REQUIRED, .about = "Last day."),
    RECORD_TEXT(struct leave_period,
                reference,
                RECORD_OPTIONAL,
                0,
                REFERENCE_BYTES_MAX,
                .about = "Number of the letter."),
    FACT_AUTHOR(struct leave_period, "The account that entered it."),
    FACT_WITHDRAWN(struct leave_period, "True when the entry was a mistake."),
};

const struct record leave_period_record = RECORD("Leave", struct leave_period, fields);

const struct fact_table leave_period_fact = {FACT_LEAVE, &leave_period_record, sql_insert,
                                             sql_every};
