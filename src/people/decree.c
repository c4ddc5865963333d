#include "people/decree.h"

#include "base/limits.h"

static const char sql_insert[] =
    "INSERT INTO calendar_entry (government, recorded_at_ms, lane, log_position, tick,"
    "   day, kind, decree, decided_on, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

static const char sql_every[] = "SELECT recorded_at_ms, lane, log_position, tick,"
                                "       day, kind, decree, decided_on, author, withdrawn"
                                "  FROM calendar_entry WHERE government = $1";

const struct record_choice decree_choices[] = {
    {"holiday", CALENDAR_HOLIDAY},
    {"joint_leave", CALENDAR_JOINT_LEAVE},
    {"workday", CALENDAR_WORKDAY},
    {NULL, 0},
};

static const struct record_field fields[] = {
    RECORD_DAY(struct decree, date, RECORD_REQUIRED, .about = "The date it speaks about."),
    RECORD_CHOICE(struct decree,
                  kind,
                  RECORD_REQUIRED,
                  decree_choices,
                  .about = "What it makes of the date."),
    RECORD_TEXT(struct decree,
                decree,
                RECORD_REQUIRED,
                1,
                REFERENCE_BYTES_MAX,
                .about = "Its number, beginning with SKB, Keppres or the regional kind."),
    RECORD_DAY(struct decree, decided_on, RECORD_REQUIRED, .about = "When it was decided."),
    FACT_AUTHOR(struct decree, "The account that entered it."),
    FACT_WITHDRAWN(struct decree, "True when the entry was a mistake."),
};

const struct record decree_record = RECORD("CalendarEntry", struct decree, fields);

const struct fact_table decree_fact = {FACT_CALENDAR_ENTRY, &decree_record, sql_insert, sql_every};
