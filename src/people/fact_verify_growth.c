/* Rows of the log that grow, while it is read. */
#include "base/map.h"
#include "base/mem.h"
#include "people/fact_verify_private.h"
#include "people/rows.h"

#include <string.h>

struct held_row {
    const struct fact_table *table;
    void *object;
};

struct fact_growth {
    struct arena *mem;   /* of objects and their names */
    struct map *by_name; /* the kind and the first field: index of rows */
    struct rows rows;    /* struct held_row */
    struct buf key;
};

struct fact_growth *fact_growth_new(void)
{
    struct fact_growth *growth = mem_alloc(1, sizeof *growth);

    growth->mem = arena_new();
    growth->by_name = map_new();
    buf_init(&growth->key, ENTRY_BYTES_MAX);
    return growth;
}

void fact_growth_free(struct fact_growth **growth)
{
    if (!*growth) return;
    arena_free(&(*growth)->mem);
    map_free(&(*growth)->by_name);
    rows_done(&(*growth)->rows);
    buf_done(&(*growth)->key);
    mem_free(*growth);
    *growth = NULL;
}

static struct text *name_of(const struct fact_table *table, void *object)
{
    assert(table->record->fields[0].kind == RECORD_IS_TEXT);
    return record_place(&table->record->fields[0], object);
}

static struct held_row *find(struct fact_growth *growth,
                             const struct fact_table *table,
                             struct text name)
{
    struct held_row *rows = growth->rows.at;
    uint32_t index = 0;

    buf_clear(&growth->key);
    buf_format(&growth->key, "%d " TEXT_FORMAT, (int)table->kind, TEXT_ARGUMENT(name));
    return map_find(growth->by_name, buf_text(&growth->key), &index) ? &rows[index] : NULL;
}

static void hold(struct fact_growth *growth, const struct fact_table *table, void *object)
{
    struct held_row *row = rows_add(&growth->rows, sizeof *row);
    struct text *name;

    row->table = table;
    row->object = arena_alloc(growth->mem, table->record->bytes);
    memcpy(row->object, object, table->record->bytes);
    name = name_of(table, row->object);
    *name = arena_text(growth->mem, *name);
    map_put(growth->by_name, buf_text(&growth->key), (uint32_t)(growth->rows.count - 1));
}

/* It is the same row, apart from how far it has grown. */
static bool is_same(const struct record *record, const void *a, const void *b)
{
    for (size_t i = 1; i + 1 < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];

        if (record_int(field, a) != record_int(field, b)) return false;
    }
    return true;
}

/* Both have the same name; each keeps its own copy of it. */
static void exchange(const struct fact_table *table, void *held, void *object)
{
    const struct record *record = table->record;

    for (size_t i = 1; i < record->field_count; i++) {
        int64_t value = record_int(&record->fields[i], held);

        record_set_int(&record->fields[i], held, record_int(&record->fields[i], object));
        record_set_int(&record->fields[i], object, value);
    }
}

bool fact_growth_add(struct fact_growth *growth, const struct fact_table *table, void *object)
{
    const struct record *record = table->record;
    const struct record_field *last = &record->fields[record->field_count - 1];
    struct held_row *row = find(growth, table, *name_of(table, object));

    if (!row) {
        hold(growth, table, object);
        return false;
    }
    if (!is_same(record, row->object, object)) {
        exchange(table, row->object, object);
        return true;
    }
    if (record_int(last, object) > record_int(last, row->object)) {
        exchange(table, row->object, object);
    }
    return false;
}

const void *fact_growth_held(const struct fact_growth *growth,
                             size_t index,
                             const struct fact_table **out_table)
{
    const struct held_row *rows = growth->rows.at;

    if (index >= growth->rows.count) return NULL;
    *out_table = rows[index].table;
    return rows[index].object;
}
