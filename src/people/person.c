#include "people/person.h"

#include "base/limits.h"

static const char sql_insert[] =
    "INSERT INTO person (government, recorded_at_ms, lane, log_position, tick,"
    "   number, name, kind, position, echelon, roles, active_from, active_to, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       number, name, kind, position, echelon, roles, active_from, active_to, author, withdrawn"
    "  FROM person WHERE government = $1";

static const char sql_insert_posting[] =
    "INSERT INTO posting (government, recorded_at_ms, lane, log_position, tick,"
    "   number, valid_from, agency, valid_to, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

static const char sql_every_posting[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       number, valid_from, agency, valid_to, author, withdrawn"
    "  FROM posting WHERE government = $1";

static const char sql_keep_nik[] =
    "INSERT INTO person_nik (government, number, nik, recorded_at_ms) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (government, number) DO UPDATE"
    "   SET nik = excluded.nik, recorded_at_ms = excluded.recorded_at_ms";

static const char sql_erase_nik[] = "DELETE FROM person_nik WHERE government = $1 AND number = $2";

static const char sql_niks[] =
    "SELECT number, nik FROM person_nik WHERE government = $1 ORDER BY number";

static const char sql_withdrawn[] =
    "SELECT withdrawn FROM person WHERE government = $1 AND number = $2"
    " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

static const struct record_field person_fields[] = {
    RECORD_TEXT(struct person,
                number,
                RECORD_REQUIRED,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "NIP, NI PPPK, or the office's own number."),
    RECORD_TEXT(struct person, name, RECORD_REQUIRED, 1, NAME_BYTES_MAX, .about = "Full name."),
    RECORD_CHOICE(struct person,
                  kind,
                  RECORD_REQUIRED,
                  person_kind_choices,
                  .about = "The kind of employment."),
    RECORD_TEXT(struct person,
                position,
                RECORD_OPTIONAL,
                0,
                NAME_BYTES_MAX,
                .about = "The post held."),
    RECORD_TEXT(struct person,
                echelon,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "II.a to IV.b, or none."),
    RECORD_TEXT(struct person,
                roles,
                RECORD_OPTIONAL,
                0,
                NAME_BYTES_MAX,
                .about = "Extra roles such as bendahara, separated by semicolons."),
    RECORD_DAY(struct person, active_from, RECORD_OPTIONAL, .about = "First day of service."),
    RECORD_DAY(struct person, active_to, RECORD_OPTIONAL, .about = "Last day of service."),
    FACT_AUTHOR(struct person, "The account that entered it."),
    FACT_WITHDRAWN(struct person, "True when the entry was a mistake."),
};

static const struct record_field posting_fields[] = {
    RECORD_TEXT(struct posting,
                number,
                RECORD_REQUIRED,
                1,
                PERSON_NUMBER_BYTES_MAX,
                .about = "The person."),
    RECORD_DAY(struct posting, valid_from, RECORD_OPTIONAL, .about = "First day; none is always."),
    RECORD_TEXT(struct posting,
                agency,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "The agency's code."),
    RECORD_DAY(struct posting,
               valid_to,
               RECORD_OPTIONAL,
               .about = "Last day; none is until the next posting."),
    FACT_AUTHOR(struct posting, "The account that entered it."),
    FACT_WITHDRAWN(struct posting, "True when the entry was a mistake."),
};

const struct record person_record = RECORD("Person", struct person, person_fields);
const struct record posting_record = RECORD("Posting", struct posting, posting_fields);

const struct fact_table person_fact = {FACT_PERSON, &person_record, sql_insert, sql_every};
const struct fact_table posting_fact = {FACT_POSTING, &posting_record, sql_insert_posting,
                                        sql_every_posting};

enum rc person_record_nik(struct ledger_tx *tx, struct text number, struct text nik)
{
    if (nik.bytes == 0) {
        return db_exec(ledger_db(tx), NULL, sql_erase_nik, DB_INT(ledger_government(tx)),
                       DB_TEXT(number));
    }
    return db_exec(ledger_db(tx), NULL, sql_keep_nik, DB_INT(ledger_government(tx)),
                   DB_TEXT(number), DB_TEXT(nik), DB_INT(ledger_now_ms(tx)));
}

enum rc person_require(struct db *db, int government, struct text number)
{
    int64_t withdrawn = 0;

    TRY(db_get_int(db, &withdrawn, sql_withdrawn, DB_INT(government), DB_TEXT(number)));
    return withdrawn ? RC_NOT_FOUND : RC_OK;
}

enum rc person_visit_niks(struct db *db, int government, person_nik_visitor *visit, void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_niks, DB_INT(government)));
    while (db_next(&rows)) {
        struct person_nik nik = {db_text(&rows, 0), db_text(&rows, 1)};

        visit(visitor, &nik);
    }
    return db_done(&rows);
}
