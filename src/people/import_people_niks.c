/* The column `nik` of people.csv.
 *
 * A NIK never changes but registers hold mistakes, so a second person with the
 * same one is a warning. */
#include "people/import_people_private.h"

struct niks {
    struct import *import;
    struct map *of_person; /* number -> stored: index in `stored` */
    struct map *of_nik;    /* NIK -> index in `stored` */
    struct rows stored;    /* struct person_nik */
};

static void niks_done(struct niks *niks)
{
    map_free(&niks->of_person);
    map_free(&niks->of_nik);
    rows_done(&niks->stored);
}

static void add(struct niks *niks, struct text number, struct text nik)
{
    struct person_nik *stored;
    uint32_t index = 0;

    if (map_find(niks->of_person, number, &index)) {
        stored = (struct person_nik *)niks->stored.at + index;
    } else {
        index = (uint32_t)niks->stored.count;
        stored = rows_add(&niks->stored, sizeof *stored);
        map_put(niks->of_person, number, index);
    }
    *stored = (struct person_nik){number, nik};
    if (nik.bytes > 0) map_put(niks->of_nik, nik, index);
}

static void add_stored(void *visitor, const struct person_nik *nik)
{
    struct niks *niks = visitor;
    struct arena *mem = niks->import->mem;

    add(niks, arena_text(mem, nik->number), arena_text(mem, nik->nik));
}

static const struct person_nik *stored_at(const struct niks *niks, uint32_t index)
{
    return (const struct person_nik *)niks->stored.at + index;
}

static struct text nik_of(const struct niks *niks, struct text number)
{
    uint32_t index = 0;

    if (!map_find(niks->of_person, number, &index)) return (struct text){NULL, 0};
    return stored_at(niks, index)->nik;
}

static void warn_of_twin(struct niks *niks, struct people_row *row)
{
    uint32_t index = 0;
    struct text other;

    if (row->nik.bytes == 0 || !map_find(niks->of_nik, row->nik, &index)) return;
    other = stored_at(niks, index)->number;
    if (text_equal(other, row->person.number)) return;
    if (!text_equal(stored_at(niks, index)->nik, row->nik)) return; /* replaced since */
    import_find(niks->import, &row->head, "nik", IMPORT_NIK_TWICE, other);
}

static void plan(struct niks *niks, struct people_row *row)
{
    struct person_nik *planned;

    warn_of_twin(niks, row);
    if (text_equal(nik_of(niks, row->person.number), row->nik)) return;
    planned = rows_add(&niks->import->batch.niks, sizeof *planned);
    *planned = (struct person_nik){row->person.number, row->nik};
    add(niks, row->person.number, row->nik);
    import_mark_changed(&row->head);
}

enum rc import_people_plan_niks(struct import *import)
{
    CLEANUP(niks_done)
    struct niks niks = {
        .import = import,
        .of_person = map_new(),
        .of_nik = map_new(),
    };
    struct people_row *rows = import->rows.at;

    TRY(person_visit_niks(import->options->reader, import->options->government, add_stored, &niks));
    for (size_t i = 0; i < import_count(import); i++) {
        if (!import_is_out(&rows[i].head)) plan(&niks, &rows[i]);
    }
    return RC_OK;
}
