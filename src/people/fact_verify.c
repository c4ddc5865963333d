#include "people/fact_verify.h"

#include "base/json_read.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/random.h"
#include "db/record_sql.h"
#include "people/fact_verify_private.h"

#include <string.h>

/* ---- one row, whichever side it comes from ---- */

/* JSON may hold "" where a table cannot tell it from nothing. */
static void drop_empty_texts(const struct record *record, void *object)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct record_field *field = &record->fields[i];
        const struct text *text = record_member(field, object);

        if (field->kind != RECORD_IS_TEXT && field->kind != RECORD_IS_PROSE) continue;
        if (text->bytes == 0) record_set_absent(field, object);
    }
}

/* Most bodies are lists; that of a terminal is one object. */
static enum rc read_body(const struct record *record,
                         struct text body,
                         struct arena *mem,
                         struct record_list *out_list)
{
    void *object;

    if (!text_starts(body, TEXT("{"))) return json_read_list(record, body, mem, out_list, NULL);
    object = arena_alloc(mem, record->bytes);
    TRY(json_read(record, body, mem, object, NULL));
    *out_list = (struct record_list){object, 1};
    return RC_OK;
}

/* A growing row is visited when another of its name begins, or at the end. */
static void visit_object(struct fact_reading *reading,
                         const struct ledger_entry *entry,
                         void *object)
{
    struct fact_version version = {entry->recorded_at_ms, entry->lane, entry->position, entry->tick,
                                   object};

    if (fact_table_grows(reading->table)) {
        if (!fact_growth_add(reading->growth, reading->table, object)) return;
        version = (struct fact_version){.object = object};
    }
    reading->visit(reading->owner, reading->table, &version);
}

static bool visit_entry(void *owner, const struct ledger_entry *entry)
{
    struct fact_reading *reading = owner;
    const struct record *record;
    struct record_list list = {0};
    const char *items;

    reading->table = reading->table_of(reading->owner, entry->kind);
    if (!reading->table) return true;
    record = reading->table->record;
    arena_reset(reading->mem);
    if (read_body(record, entry->body, reading->mem, &list) != RC_OK) {
        list = (struct record_list){NULL, 0}; /* its rows will not be found */
    }
    items = list.items;
    for (size_t i = 0; i < list.count; i++) {
        void *object = arena_alloc(reading->mem, record->bytes);

        memcpy(object, items + i * record->bytes, record->bytes);
        drop_empty_texts(record, object);
        visit_object(reading, entry, object);
    }
    return true;
}

static void visit_held(struct fact_reading *reading)
{
    const struct fact_table *table = NULL;
    const void *held;

    for (size_t i = 0; (held = fact_growth_held(reading->growth, i, &table)); i++) {
        struct fact_version version = {.object = held};

        reading->visit(reading->owner, table, &version);
    }
}

enum rc fact_read_log(struct db *db, int government, int lane, struct fact_reading *reading)
{
    CLEANUP(fact_growth_free) struct fact_growth *growth = fact_growth_new();

    reading->growth = growth;
    TRY(ledger_follow_ticks(db, government, lane, visit_entry, reading));
    visit_held(reading);
    reading->growth = NULL;
    return RC_OK;
}

enum rc fact_read_table(struct db *db,
                        int government,
                        const struct fact_table *table,
                        struct fact_reading *reading)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, table->sql_all, DB_INT(government)));
    while (db_next(&rows)) {
        struct fact_version version = {db_int(&rows, 0), (int)db_int(&rows, 1), db_int(&rows, 2),
                                       db_int(&rows, 3), NULL};
        void *object;

        arena_reset(reading->mem);
        object = arena_alloc(reading->mem, table->record->bytes);
        record_sql_read(&rows, 4, table->record, reading->mem, object);
        version.object = object;
        reading->visit(reading->owner, table, &version);
    }
    return db_done(&rows);
}

void fact_write_version(const struct record *record,
                        const struct fact_version *version,
                        struct buf *to)
{
    static const struct record_view all = {.sight = RECORD_PRIVATE};
    struct json_write json;

    json_write_init(&json, to);
    json_write_array(&json, NULL);
    json_write_int(&json, NULL, version->recorded_at_ms);
    json_write_int(&json, NULL, version->lane);
    json_write_int(&json, NULL, version->position);
    json_write_int(&json, NULL, version->tick);
    record_write_json(record, version->object, all, &json, NULL);
    json_write_end(&json);
}

/* ---- sums ---- */

enum { SUM_PARTS = HASH_BYTES / sizeof(uint64_t) };

struct sum {
    uint64_t parts[SUM_PARTS];
    int64_t count;
};

struct sums {
    const struct fact_table *const *tables;
    size_t count;
    struct sum *of_log;
    struct sum *of_tables;
    struct sum *adding; /* to which of both */
    struct hash key;    /* nobody can choose rows whose hashes cancel out */
    struct buf text;
};

static const struct fact_table *table_of(void *owner, int kind)
{
    const struct sums *sums = owner;

    for (size_t i = 0; i < sums->count; i++) {
        if ((int)sums->tables[i]->kind == kind) return sums->tables[i];
    }
    return NULL;
}

static size_t index_of(const struct sums *sums, const struct fact_table *table)
{
    for (size_t i = 0; i < sums->count; i++) {
        if (sums->tables[i] == table) return i;
    }
    assert(false && "only tables of the list are visited");
    return 0;
}

static void add_to_sum(void *owner,
                       const struct fact_table *table,
                       const struct fact_version *version)
{
    struct sums *sums = owner;
    struct sum *sum = &sums->adding[index_of(sums, table)];
    struct hasher hasher;
    struct hash hash;

    buf_clear(&sums->text);
    fact_write_version(table->record, version, &sums->text);
    hasher_init(&hasher);
    hasher_add(&hasher, (struct text){(const char *)sums->key.at, HASH_BYTES});
    hasher_add(&hasher, buf_text(&sums->text));
    hash = hasher_result(&hasher);
    for (size_t i = 0; i < SUM_PARTS; i++) {
        uint64_t part;

        memcpy(&part, hash.at + i * sizeof part, sizeof part);
        sum->parts[i] += part;
    }
    sum->count++;
}

static void sums_done(struct sums *sums)
{
    mem_free(sums->of_log);
    mem_free(sums->of_tables);
    buf_done(&sums->text);
}

static enum rc add_up(struct db *db, int government, int lane, struct sums *sums)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct fact_reading reading = {
        .mem = mem, .table_of = table_of, .visit = add_to_sum, .owner = sums};

    sums->adding = sums->of_log;
    TRY(fact_read_log(db, government, lane, &reading));
    sums->adding = sums->of_tables;
    for (size_t i = 0; i < sums->count; i++) {
        TRY(fact_read_table(db, government, sums->tables[i], &reading));
    }
    return RC_OK;
}

enum rc fact_verify(struct db *db,
                    int government,
                    int lane,
                    const struct fact_table *const *tables,
                    size_t count,
                    struct arena *mem,
                    struct fact_verification *out_verification)
{
    CLEANUP(sums_done)
    struct sums sums = {
        .tables = tables,
        .count = count,
        .of_log = mem_alloc(count, sizeof *sums.of_log),
        .of_tables = mem_alloc(count, sizeof *sums.of_tables),
    };

    *out_verification = (struct fact_verification){0};
    buf_init(&sums.text, ENTRY_BYTES_MAX);
    random_bytes(sums.key.at, sizeof sums.key.at);
    TRY(add_up(db, government, lane, &sums));
    for (size_t i = 0; i < count; i++) {
        out_verification->rows += sums.of_tables[i].count;
        if (memcmp(&sums.of_log[i], &sums.of_tables[i], sizeof(struct sum)) == 0) continue;
        TRY(fact_tell_differences(db, government, lane, tables[i], mem, out_verification));
    }
    return RC_OK;
}
