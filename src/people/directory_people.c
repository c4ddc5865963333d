/* People, and which agency and PIN are whose. */
#include "base/mem.h"
#include "people/directory_private.h"

#include <stdlib.h>

static const char sql_people[] =
    "SELECT number, name, kind, position, echelon, roles, active_from, active_to, withdrawn,"
    "       log_position, tick, lane"
    "  FROM person WHERE government = $1 AND recorded_at_ms <= $2"
    " ORDER BY number, tick, lane, log_position";

static const char sql_postings[] = "SELECT number, valid_from, agency, valid_to, withdrawn"
                                   "  FROM posting WHERE government = $1 AND recorded_at_ms <= $2"
                                   " ORDER BY number, valid_from, tick, lane, log_position";

static const char sql_enrolments[] =
    "SELECT pin, terminal, valid_from, number, valid_to, withdrawn"
    "  FROM enrolment WHERE government = $1 AND recorded_at_ms <= $2"
    " ORDER BY pin, terminal, valid_from, tick, lane, log_position";

/* When a person was first heard of: the order of the directory. */
struct arrival {
    int64_t tick, log_position;
    int lane;
    uint32_t row;
    bool withdrawn;
};

static struct directory_person *last_person(struct loader *loader)
{
    struct directory_person *people = loader->rows.at;

    return loader->rows.count == 0 ? NULL : &people[loader->rows.count - 1];
}

static struct arrival *arrival_of_last(struct loader *loader)
{
    struct arrival *arrivals = loader->also.at;

    return &arrivals[loader->also.count - 1];
}

static struct directory_person *add_person(struct loader *loader, const struct db_rows *row)
{
    struct directory_person *person = rows_add(&loader->rows, sizeof *person);
    struct arrival *arrival = rows_add(&loader->also, sizeof *arrival);

    person->number = loader_text(loader, db_text(row, 0));
    *arrival = (struct arrival){
        .log_position = db_int(row, 9),
        .tick = db_int(row, 10),
        .lane = (int)db_int(row, 11),
        .row = (uint32_t)loader->rows.count - 1,
    };
    return person;
}

static void read_person(struct loader *loader, const struct db_rows *row)
{
    struct directory_person *person = last_person(loader);

    if (!person || !text_equal(person->number, db_text(row, 0))) person = add_person(loader, row);
    if (!text_equal(person->name, db_text(row, 1))) {
        person->name = loader_text(loader, db_text(row, 1));
    }
    if (!person_kind_parse(db_text(row, 2), &person->kind)) person->kind = PERSON_KIND_CONTRACT;
    person->position = loader_shared(loader, db_text(row, 3));
    person->echelon = loader_shared(loader, db_text(row, 4));
    person->roles = loader_shared(loader, db_text(row, 5));
    person->active_from = loader_day(db_text(row, 6), DAY_NUMBER_FIRST);
    person->active_to = loader_day(db_text(row, 7), DAY_NUMBER_LAST);
    arrival_of_last(loader)->withdrawn = db_int(row, 8) != 0;
}

static int by_arrival(const void *left, const void *right)
{
    const struct arrival *a = left;
    const struct arrival *b = right;

    if (a->tick != b->tick) return a->tick < b->tick ? -1 : 1;
    if (a->lane != b->lane) return a->lane < b->lane ? -1 : 1;
    if (a->log_position != b->log_position) return a->log_position < b->log_position ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row; /* rows come by number */
}

/* A person who was withdrawn keeps the place, so that no index moves, but is
 * never active and not found. */
static void place_people(struct loader *loader, struct directory_person *people)
{
    const struct directory_person *read = loader->rows.at;
    const struct arrival *arrivals = loader->also.at;

    loader->directory->people = people;
    for (size_t i = 0; i < loader->also.count; i++) {
        people[i] = read[arrivals[i].row];
        if (arrivals[i].withdrawn) {
            people[i].active_from = DAY_NUMBER_LAST;
            people[i].active_to = DAY_NUMBER_FIRST;
        } else {
            map_put(loader->directory->own->people, people[i].number, (uint32_t)i);
        }
    }
}

enum rc loader_people(struct loader *loader)
{
    struct directory_person *people;

    TRY(loader_read(loader, sql_people, LOADER_AS_OF, read_person));
    if (loader->rows.count > 0) {
        qsort(loader->also.at, loader->also.count, sizeof(struct arrival), by_arrival);
        people = mem_alloc(loader->rows.count, sizeof *people);
        map_reserve(loader->directory->own->people, loader->rows.count);
        place_people(loader, people);
        loader->directory->person_count = loader->rows.count;
    }
    rows_done(&loader->rows);
    rows_done(&loader->also);
    return RC_OK;
}

/* ---- postings ---- */

static void read_posting(struct loader *loader, const struct db_rows *row)
{
    int32_t whose = directory_find_person(loader->directory, db_text(row, 0));
    int32_t from = loader_day(db_text(row, 1), DAY_NUMBER_FIRST);
    struct directory_posting *postings = loader->rows.at;
    struct directory_posting *posting;
    struct directory_person *person;

    if (whose == NONE) return;
    person = loader_person(loader, whose);
    if (person->posting_count == 0) person->posting_first = (uint32_t)loader->rows.count;
    if (person->posting_count > 0 && postings[loader->rows.count - 1].from == from) {
        posting = &postings[loader->rows.count - 1];
    } else {
        posting = rows_add(&loader->rows, sizeof *posting);
        person->posting_count++;
    }
    posting->from = from;
    posting->to = loader_day(db_text(row, 3), DAY_NUMBER_LAST);
    posting->agency = directory_find_agency(loader->directory, db_text(row, 2));
    if (db_int(row, 4) != 0) posting->to = DAY_NUMBER_FIRST; /* withdrawn: covers no day */
}

enum rc loader_postings(struct loader *loader)
{
    TRY(loader_read(loader, sql_postings, LOADER_AS_OF, read_posting));
    loader->directory->posting_count = loader->rows.count;
    loader->directory->postings = rows_take(&loader->rows, sizeof(struct directory_posting));
    return RC_OK;
}

/* ---- enrolments ---- */

static void read_enrolment(struct loader *loader, const struct db_rows *row)
{
    struct directory_enrolment *last = loader->rows.at;
    struct directory_enrolment *enrolment;
    int32_t from = loader_day(db_text(row, 2), DAY_NUMBER_FIRST);

    last = loader->rows.count == 0 ? NULL : &last[loader->rows.count - 1];
    if (last && last->from == from && text_equal(last->pin, db_text(row, 0)) &&
        text_equal(last->terminal, db_text(row, 1))) {
        enrolment = last;
    } else {
        enrolment = rows_add(&loader->rows, sizeof *enrolment);
        enrolment->pin = loader_text(loader, db_text(row, 0));
        enrolment->terminal = loader_shared(loader, db_text(row, 1));
        enrolment->from = from;
    }
    enrolment->person = directory_find_person(loader->directory, db_text(row, 3));
    enrolment->to = loader_day(db_text(row, 4), DAY_NUMBER_LAST);
    if (db_int(row, 5) != 0) enrolment->person = NONE;
}

/* Drop what means nobody. */
static void drop_unowned(struct rows *rows)
{
    struct directory_enrolment *all = rows->at;
    size_t kept = 0;

    for (size_t i = 0; i < rows->count; i++) {
        if (all[i].person != NONE) all[kept++] = all[i];
    }
    rows->count = kept;
}

/* Find the first enrolment of each PIN, count those of a person. */
static void index_enrolments(struct loader *loader)
{
    const struct directory *directory = loader->directory;

    map_reserve(directory->own->pins, directory->enrolment_count);
    for (size_t i = 0; i < directory->enrolment_count; i++) {
        const struct directory_enrolment *enrolment = &directory->enrolments[i];

        loader_person(loader, enrolment->person)->pin_count++;
        if (i > 0 && text_equal(enrolment[-1].pin, enrolment->pin)) continue;
        map_put(directory->own->pins, enrolment->pin, (uint32_t)i);
    }
}

/* The enrolments of each person, in the order of their PINs. */
static void sort_by_person(struct loader *loader)
{
    struct directory *directory = loader->directory;
    uint32_t *sorted = mem_alloc(directory->enrolment_count, sizeof *sorted);
    uint32_t first = 0;

    directory->person_enrolments = sorted;
    for (size_t i = 0; i < directory->person_count; i++) {
        struct directory_person *person = loader_person(loader, (int32_t)i);

        person->pin_first = first;
        first += person->pin_count;
        person->pin_count = 0;
    }
    for (size_t i = 0; i < directory->enrolment_count; i++) {
        struct directory_person *person = loader_person(loader, directory->enrolments[i].person);

        sorted[person->pin_first + person->pin_count++] = (uint32_t)i;
    }
}

enum rc loader_enrolments(struct loader *loader)
{
    TRY(loader_read(loader, sql_enrolments, LOADER_AS_OF, read_enrolment));
    drop_unowned(&loader->rows);
    loader->directory->enrolment_count = loader->rows.count;
    loader->directory->enrolments = rows_take(&loader->rows, sizeof(struct directory_enrolment));
    index_enrolments(loader);
    sort_by_person(loader);
    return RC_OK;
}
