#include "people/agency.h"

#include "base/limits.h"

static const char sql_insert[] =
    "INSERT INTO agency (government, recorded_at_ms, lane, log_position, tick,"
    "   code, parent, name, short, kind, zone, latitude, longitude, pattern, author, withdrawn)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       code, parent, name, short, kind, zone, latitude, longitude, pattern, author, withdrawn"
    "  FROM agency WHERE government = $1";

static const char sql_withdrawn[] =
    "SELECT withdrawn FROM agency WHERE government = $1 AND code = $2"
    " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

static const struct record_field fields[] = {
    RECORD_TEXT(struct agency,
                code,
                RECORD_REQUIRED,
                1,
                CODE_BYTES_MAX,
                .about = "The government's own code of the agency."),
    RECORD_TEXT(struct agency,
                parent,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "The agency above; none is the government itself."),
    RECORD_TEXT(struct agency, name, RECORD_REQUIRED, 1, NAME_BYTES_MAX, .about = "Its name."),
    RECORD_NAMED("short",
                 struct agency,
                 short_name,
                 RECORD_IS_TEXT,
                 .need = RECORD_OPTIONAL,
                 .maximum = CODE_BYTES_MAX,
                 .about = "The name on walls and buttons."),
    RECORD_TEXT(struct agency,
                kind,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "Dinas, Kecamatan, Puskesmas and so on."),
    RECORD_TEXT(struct agency,
                zone,
                RECORD_OPTIONAL,
                0,
                8,
                .about = "WIB, WITA or WIT; none is that of the agency above."),
    RECORD_REAL(struct agency, latitude, RECORD_OPTIONAL, -90, 90, .about = "Where it is."),
    RECORD_REAL(struct agency, longitude, RECORD_OPTIONAL, -180, 180, .about = "Where it is."),
    RECORD_TEXT(struct agency,
                pattern,
                RECORD_OPTIONAL,
                0,
                CODE_BYTES_MAX,
                .about = "Its working-time pattern; none is that of the agency above."),
    FACT_AUTHOR(struct agency, "The account that entered it."),
    FACT_WITHDRAWN(struct agency, "True once it was dissolved or found to be a mistake."),
};

const struct record agency_record = RECORD("Agency", struct agency, fields);

const struct fact_table agency_fact = {FACT_AGENCY, &agency_record, sql_insert, sql_every};

bool agency_kind_is_usual(struct text kind)
{
    static const char *const usual[] = {
#define AGENCY_KIND(word) word,
#include "people/agency_kind.def"
#undef AGENCY_KIND
    };

    for (size_t i = 0; i < COUNT_OF(usual); i++) {
        if (text_equal_ignoring_case(kind, text_of(usual[i]))) return true;
    }
    return false;
}

enum rc agency_require(struct db *db, int government, struct text code)
{
    int64_t withdrawn = 0;

    TRY(db_get_int(db, &withdrawn, sql_withdrawn, DB_INT(government), DB_TEXT(code)));
    return withdrawn ? RC_NOT_FOUND : RC_OK;
}
