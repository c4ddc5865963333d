#include "inspection/figure.h"

#include "base/limits.h"
#include "db/record_sql.h"

static const char sql_insert[] =
    "INSERT INTO inspection_figure (government, recorded_at_ms, lane, log_position, tick,"
    "   inspection, moment, agency, kind, name, agency_kind, place, position, judged_at,"
    "   not_due, waiting, on_time, late, missing_in, leave, sick, permit, duty_travel, study, off,"
    "   unknown, unexplained, wfh)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,"
    "         $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       inspection, moment, agency, kind, name, agency_kind, place, position, judged_at,"
    "       not_due, waiting, on_time, late, missing_in, leave, sick, permit, duty_travel, study,"
    "       off, unknown, unexplained, wfh"
    "  FROM inspection_figure WHERE government = $1";

static const char sql_list[] =
    "SELECT inspection, moment, agency, kind, name, agency_kind, place, position, judged_at,"
    "       not_due, waiting, on_time, late, missing_in, leave, sick, permit, duty_travel, study,"
    "       off, unknown, unexplained, wfh, count(*) OVER ()"
    "  FROM inspection_figure WHERE government = $1 AND inspection = $2"
    " ORDER BY tick, lane, log_position, place, kind";

enum { COLUMN_TOTAL = 23 };

static const struct record_choice moment_choices[] = {
#define FIGURE_MOMENT(name, word) {(word), FIGURE_##name},
#include "inspection/figure_moment.def"
#undef FIGURE_MOMENT
    {NULL, 0},
};

#define PEOPLE(word, member) \
    RECORD_NAMED(word, struct figure, balance.member, RECORD_IS_INT, .need = RECORD_REQUIRED)

static const struct record_field fields[] = {
    RECORD_TEXT(struct figure, inspection, RECORD_REQUIRED, 1, CODE_BYTES_MAX),
    RECORD_CHOICE(struct figure, moment, RECORD_REQUIRED, moment_choices, .about = "When."),
    RECORD_TEXT(struct figure, agency, RECORD_REQUIRED, 1, CODE_BYTES_MAX),
    RECORD_CHOICE(struct figure, kind, RECORD_REQUIRED, person_kind_choices, .about = "Whom."),
    RECORD_TEXT(struct figure, name, RECORD_REQUIRED, 1, NAME_BYTES_MAX),
    RECORD_TEXT(struct figure, agency_kind, RECORD_OPTIONAL, 0, NAME_BYTES_MAX),
    RECORD_INT(struct figure, place, RECORD_REQUIRED, 0, AGENCIES_MAX),
    RECORD_INT(struct figure, position, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_INT(struct figure, judged_at_ms, RECORD_REQUIRED, 0, INT64_MAX),
#define STATE(name, word, indonesian, english, class) PEOPLE(word, counts[STATE_##name]),
#include "rules/state.def"
#undef STATE
    PEOPLE("wfh", wfh),
};
static const struct record figure_record = RECORD("InspectionFigure", struct figure, fields);

const struct fact_table figure_fact = {FACT_INSPECTION_FIGURE, &figure_record, sql_insert,
                                       sql_every};

/* ---- counting ---- */

struct counting {
    const struct picture *picture;
    const struct figure_request *request;
    struct balance (*sums)[PERSON_KINDS]; /* of each agency of the request */
};

static size_t place_of(const struct counting *counting, int32_t agency)
{
    const struct figure_request *request = counting->request;
    const struct directory *directory = counting->picture->directory;

    for (size_t i = 0; i < request->agency_count && agency != NONE; i++) {
        if (request->agencies[i] == NONE) continue; /* gone since the opening */
        if (directory_is_below(directory, agency, request->agencies[i])) return i;
    }
    return request->agency_count;
}

static void add_tally(void *visitor, const struct tally *tally)
{
    struct counting *counting = visitor;
    size_t place;

    if (!group_has(counting->request->groups, tally->kind)) return;
    place = place_of(counting, directory_find_agency(counting->picture->directory, tally->agency));
    if (place == counting->request->agency_count) return;
    balance_add(&counting->sums[place][tally->kind], &tally->balance);
}

static struct figure figure_at(const struct counting *counting,
                               size_t place,
                               int kind,
                               struct arena *mem)
{
    const struct figure_request *request = counting->request;
    const struct directory_agency *agency =
        &counting->picture->directory->agencies[request->agencies[place]];

    return (struct figure){.inspection = request->inspection,
                           .agency = arena_text(mem, agency->code),
                           .name = arena_text(mem, agency->name),
                           .agency_kind = arena_text(mem, agency->kind),
                           .position = request->position,
                           .judged_at_ms = request->judged_at_ms,
                           .place = (int)place,
                           .moment = (int)request->moment,
                           .kind = kind,
                           .balance = counting->sums[place][kind]};
}

enum rc figure_count(struct derived *derived,
                     const struct picture *picture,
                     const struct figure_request *request,
                     struct arena *mem,
                     const struct figure **out_figures,
                     size_t *out_count)
{
    struct counting counting = {
        .picture = picture,
        .request = request,
        .sums = arena_alloc_many(mem, request->agency_count + 1, sizeof *counting.sums),
    };
    struct figure *figures =
        arena_array(mem, struct figure, request->agency_count * PERSON_KINDS + 1);
    size_t count = 0;

    TRY(derived_tallies(derived, request->day, request->day, add_tally, &counting));
    for (size_t place = 0; place < request->agency_count; place++) {
        for (int kind = 0; kind < PERSON_KINDS; kind++) {
            if (balance_strength(&counting.sums[place][kind]) == 0) continue;
            figures[count++] = figure_at(&counting, place, kind, mem);
        }
    }
    *out_figures = figures;
    *out_count = count;
    return RC_OK;
}

/* ---- reading ---- */

enum rc figure_list(struct db *db,
                    int government,
                    struct text inspection,
                    struct arena *mem,
                    const struct figure **out_figures,
                    size_t *out_count)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct figure *figures = NULL;
    size_t count = 0;

    TRY(db_query(db, &rows, sql_list, DB_INT(government), DB_TEXT(inspection)));
    while (db_next(&rows)) {
        if (!figures) {
            figures = arena_array(mem, struct figure, (size_t)db_int(&rows, COLUMN_TOTAL));
        }
        record_sql_read(&rows, 0, &figure_record, mem, &figures[count++]);
    }
    TRY(db_done(&rows));
    *out_figures = figures;
    *out_count = count;
    return RC_OK;
}

/* ---- scope ---- */

int32_t figure_agency_above(const struct directory *directory,
                            const int32_t *agencies,
                            size_t count,
                            int32_t agency)
{
    for (size_t i = 0; i < count && agency != NONE; i++) {
        if (directory_is_below(directory, agency, agencies[i])) return agencies[i];
    }
    return NONE;
}

/* Named twice, or one below the other: its people would be counted twice. */
static enum rc check_apart(const struct directory *directory,
                           const int32_t *agencies,
                           size_t count,
                           int32_t agency,
                           struct problem *why)
{
    for (size_t i = 0; i < count; i++) {
        if (!directory_is_below(directory, agency, agencies[i]) &&
            !directory_is_below(directory, agencies[i], agency)) {
            continue;
        }
        return problem_at(why, RC_INVALID, "scope",
                          TEXT_FORMAT " and " TEXT_FORMAT " hold the same people",
                          TEXT_ARGUMENT(directory->agencies[agencies[i]].code),
                          TEXT_ARGUMENT(directory->agencies[agency].code));
    }
    return RC_OK;
}

static enum rc read_scope(const struct directory *directory,
                          struct text scope,
                          int32_t *agencies,
                          size_t *out_count,
                          struct problem *why)
{
    size_t count = 0;

    while (scope.at) {
        struct text code = text_trim(text_cut(&scope, ';'));
        int32_t agency;

        if (code.bytes == 0) continue;
        agency = directory_find_agency(directory, code);
        if (agency == NONE) {
            return problem_at(why, RC_NOT_FOUND, "scope",
                              "there is no agency with the code \"" TEXT_FORMAT "\"",
                              TEXT_ARGUMENT(code));
        }
        TRY(check_apart(directory, agencies, count, agency, why));
        agencies[count++] = agency;
    }
    *out_count = count;
    return RC_OK;
}

enum rc figure_scope(const struct directory *directory,
                     struct text scope,
                     struct arena *mem,
                     const int32_t **out_agencies,
                     size_t *out_count,
                     struct problem *why)
{
    int32_t *agencies = arena_array(mem, int32_t, directory->agency_count + 1);
    size_t count = 0;

    if (scope.bytes > 0) {
        TRY(read_scope(directory, scope, agencies, &count, why));
    } else {
        for (size_t i = 0; i < directory->agency_count; i++) {
            if (directory->agencies[i].parent == NONE) agencies[count++] = (int32_t)i;
        }
    }
    if (count == 0) {
        return problem_at(why, RC_INVALID, "scope", "there is no agency to be called");
    }
    *out_agencies = agencies;
    *out_count = count;
    return RC_OK;
}
