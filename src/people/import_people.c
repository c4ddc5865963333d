/* people.csv: persons, their postings and their PINs on every terminal. */
#include "base/limits.h"
#include "people/import_people_private.h"
#include "people/import_private.h"
#include "rules/identifier.h"

static const struct record_choice kinds[] = {
#define PERSON_KIND(name, word, also) {word, PERSON_KIND_##name}, {also, PERSON_KIND_##name},
#include "people/person_kind.def"
#undef PERSON_KIND
    {NULL, 0},
};

static const struct record_field fields[] = {
    IMPORT_NAMED(struct people_row, "number", "nomor", person.number, PERSON_NUMBER_BYTES_MAX),
    IMPORT_NAMED(struct people_row, "name", "nama", person.name, NAME_BYTES_MAX),
    IMPORT_WORD(struct people_row, "kind", "jenis", person.kind, kinds),
    IMPORT_NAMED(struct people_row, "agency", "unit", agency, CODE_BYTES_MAX),
    IMPORT_TEXT(struct people_row, "position", "jabatan", person.position, NAME_BYTES_MAX),
    IMPORT_TEXT(struct people_row, "echelon", "eselon", person.echelon, CODE_BYTES_MAX),
    IMPORT_TEXT(struct people_row, "roles", "peran", person.roles, NAME_BYTES_MAX),
    IMPORT_TEXT(struct people_row, "pin", NULL, pin, PIN_BYTES_MAX),
    IMPORT_DAY(struct people_row, "active_from", "aktif_dari", person.active_from, RECORD_OPTIONAL),
    IMPORT_DAY(struct people_row, "active_to", "aktif_sampai", person.active_to, RECORD_OPTIONAL),
    RECORD_NAMED("nik",
                 struct people_row,
                 nik,
                 RECORD_IS_TEXT,
                 .sight = RECORD_PRIVATE,
                 .maximum = PERSON_NUMBER_BYTES_MAX),
};

static const struct record record = RECORD("PeopleRow", struct people_row, fields);

/* ---- alone ---- */

static enum identifier_kind identifier_kind_of(enum person_kind kind)
{
    switch (kind) {
    case PERSON_KIND_PNS:
    case PERSON_KIND_CPNS:
        return IDENTIFIER_PNS;
    case PERSON_KIND_PPPK:
    case PERSON_KIND_PPPK_PART_TIME:
        return IDENTIFIER_PPPK;
    case PERSON_KIND_CONTRACT:
        break;
    }
    return IDENTIFIER_OTHER;
}

static void check_identifiers(struct import *import, struct people_row *row)
{
    struct identifier_report report;

    identifier_check(identifier_kind_of((enum person_kind)row->person.kind), row->person.number,
                     row->nik, &report);
    for (size_t i = 0; i < report.count; i++) {
        enum identifier_problem problem = report.findings[i].problem;
        bool is_nik = report.findings[i].field == IDENTIFIER_FIELD_NIK;
        bool is_refused = identifier_severity_of(problem) == IDENTIFIER_REFUSED;

        import_find_words(import, &row->head, is_nik ? "nik" : "number",
                          is_refused ? IMPORT_IDENTIFIER : IMPORT_DOUBTFUL,
                          identifier_indonesian(problem), identifier_english(problem));
    }
}

/* "a; b;;c" as "a;b;c" */
static struct text tidy_roles(struct arena *mem, struct text roles)
{
    CLEANUP(buf_done) struct buf tidy = {0};

    buf_init(&tidy, NAME_BYTES_MAX);
    while (roles.at) {
        struct text role = text_trim(text_cut(&roles, ';'));

        if (role.bytes == 0) continue;
        if (tidy.bytes > 0) buf_add_char(&tidy, ';');
        buf_add(&tidy, role);
    }
    if (tidy.bytes == 0) return (struct text){NULL, 0};
    return arena_text(mem, buf_text(&tidy));
}

static void check(struct import *import, void *object)
{
    struct people_row *row = object;
    const struct person *person = &row->person;

    check_identifiers(import, row);
    if (!day_is_none(person->active_from) && !day_is_none(person->active_to) &&
        day_compare(person->active_from, person->active_to) > 0) {
        import_find(import, &row->head, "active_to", IMPORT_ENDS_BEFORE, TEXT(""));
    }
    row->person.roles = tidy_roles(import->mem, person->roles);
}

static int order(const void *left, const void *right)
{
    const struct people_row *a = left;
    const struct people_row *b = right;
    int numbers = text_compare(a->person.number, b->person.number);

    return numbers != 0 ? numbers : import_order_lines(&a->head, &b->head);
}

/* ---- together ---- */

static void refuse_twins(struct import *import)
{
    struct people_row *rows = import->rows.at;
    const struct people_row *first = NULL;

    for (size_t i = 0; i < import_count(import); i++) {
        if (import_is_out(&rows[i].head)) continue;
        if (first && text_equal(first->person.number, rows[i].person.number)) {
            import_find(import, &rows[i].head, "number", IMPORT_TWICE, rows[i].person.number);
        } else {
            first = &rows[i];
        }
    }
}

static void resolve(struct import *import)
{
    struct people_row *rows = import->rows.at;

    for (size_t i = 0; i < import_count(import); i++) {
        rows[i].known = directory_find_person(import->directory, rows[i].person.number);
        if (import_is_out(&rows[i].head)) continue;
        rows[i].agency_index = directory_find_agency(import->directory, rows[i].agency);
        if (rows[i].agency_index != NONE) continue;
        import_find(import, &rows[i].head, "agency", IMPORT_AGENCY_UNKNOWN, rows[i].agency);
    }
}

static void keep_unsaid(const struct import *import,
                        const struct directory_person *known,
                        struct person *person)
{
    if (!import_has(import, "position")) person->position = known->position;
    if (!import_has(import, "echelon")) person->echelon = known->echelon;
    if (!import_has(import, "roles")) person->roles = known->roles;
    if (!import_has(import, "active_from")) person->active_from = import_day(known->active_from);
    if (!import_has(import, "active_to")) person->active_to = import_day(known->active_to);
}

static bool is_same(const struct directory_person *known, const struct person *person)
{
    return text_equal(known->name, person->name) && (int)known->kind == person->kind &&
           text_equal(known->position, person->position) &&
           text_equal(known->echelon, person->echelon) && text_equal(known->roles, person->roles) &&
           day_equal(import_day(known->active_from), person->active_from) &&
           day_equal(import_day(known->active_to), person->active_to);
}

static void plan_person(struct import *import, struct people_row *row)
{
    struct person person = row->person;
    struct person *planned;

    if (row->known == NONE) {
        row->head.outcome = IMPORT_FRESH;
    } else {
        const struct directory_person *known = &import->directory->people[row->known];

        keep_unsaid(import, known, &person);
        if (is_same(known, &person)) return;
        import_mark_changed(&row->head);
    }
    planned = rows_add(&import->batch.people, sizeof *planned);
    *planned = person;
    planned->author = import->options->author;
}

/* The day on which a change of agency shows: today, but within the service. */
static int32_t effective_day(const struct import *import, const struct people_row *row)
{
    const struct directory_person *known = &import->directory->people[row->known];
    int32_t day = day_number(import->options->effective_from);

    if (day < known->active_from) day = known->active_from;
    if (day > known->active_to) day = known->active_to;
    return day;
}

/* The first posting has no first day: the days of service limit it already. */
static void plan_posting(struct import *import, struct people_row *row)
{
    struct posting posting = {
        .number = row->person.number,
        .agency = row->agency,
        .author = import->options->author,
    };
    struct posting *planned;

    if (row->known != NONE) {
        int32_t day = effective_day(import, row);

        if (directory_agency_of(import->directory, row->known, day) == row->agency_index) return;
        if (import->directory->people[row->known].posting_count > 0) {
            posting.valid_from = day_from_number(day);
        }
        import_mark_changed(&row->head);
    }
    planned = rows_add(&import->batch.postings, sizeof *planned);
    *planned = posting;
}

static enum rc compare(struct import *import)
{
    struct people_row *rows = import->rows.at;

    refuse_twins(import);
    resolve(import);
    import_people_refuse_pins(import);
    for (size_t i = 0; i < import_count(import); i++) {
        if (import_is_out(&rows[i].head)) continue;
        plan_person(import, &rows[i]);
        plan_posting(import, &rows[i]);
    }
    import_people_plan_pins(import);
    return import_has(import, "nik") ? import_people_plan_niks(import) : RC_OK;
}

const struct import_table import_people = {"people", &record, check, order, compare};
