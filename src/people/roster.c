#include "people/roster.h"

#include "base/limits.h"

static const char sql_insert[] =
    "INSERT INTO roster_shift (government, recorded_at_ms, lane, log_position, tick,"
    "   number, day, shift, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

static const char sql_every[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                "       number, day, shift, author, withdrawn"
                                "  FROM roster_shift WHERE government = $1";

static const struct record_field fields[] = {
    RECORD_TEXT(struct roster_line,
                number,
                RECORD_REQUIRED,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "The person."),
    RECORD_DAY(struct roster_line, date, RECORD_REQUIRED, .about = "The day the shift begins."),
    RECORD_TEXT(struct roster_line,
                shift,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "A shift of the agency's pattern; none is off duty."),
    FACT_AUTHOR(struct roster_line, "The account that entered it."),
    FACT_WITHDRAWN(struct roster_line, "True when the entry was a mistake."),
};

const struct record roster_record = RECORD("RosterShift", struct roster_line, fields);

const struct fact_table roster_fact = {FACT_ROSTER_SHIFT, &roster_record, sql_insert, sql_every};
