#include "ledger/entries.h"

#include "base/arena.h"
#include "base/mem.h"

enum { ENTRIES_MAX = 512, COLUMNS = 7 };

static const char sql_append[] =
    "INSERT INTO log (government, lane, position, kind, recorded_at_ms, body, content_hash)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";

struct entries {
    struct arena *mem;
    size_t count;
    struct db_value values[ENTRIES_MAX][COLUMNS];
    const struct db_value *rows[ENTRIES_MAX];
};

struct entries *entries_new(void)
{
    struct entries *entries = mem_alloc(1, sizeof *entries);

    entries->mem = arena_new();
    for (size_t i = 0; i < ENTRIES_MAX; i++) {
        entries->rows[i] = entries->values[i];
    }
    return entries;
}

void entries_free(struct entries **entries)
{
    if (!*entries) return;
    arena_free(&(*entries)->mem);
    mem_free(*entries);
    *entries = NULL;
}

void entries_drop(struct entries *entries)
{
    entries->count = 0;
    arena_reset(entries->mem);
}

enum rc entries_write(struct entries *entries, struct db *db)
{
    enum rc rc;

    if (entries->count == 0) return RC_OK;
    rc = db_insert(db, sql_append, entries->rows, entries->count, COLUMNS);
    entries_drop(entries);
    return rc;
}

enum rc entries_add(struct entries *entries, struct db *db, const struct entry *entry)
{
    struct db_value *row;
    struct text body = arena_text(entries->mem, entry->body);
    struct text hash = {0};

    if (entry->content) {
        hash =
            arena_text(entries->mem, (struct text){(const char *)entry->content->at, HASH_BYTES});
    }
    row = entries->values[entries->count++];
    row[0] = DB_INT(entry->government);
    row[1] = DB_INT(entry->lane);
    row[2] = DB_INT(entry->position);
    row[3] = DB_INT(entry->kind);
    row[4] = DB_INT(entry->recorded_at_ms);
    row[5] = DB_BLOB(body);
    row[6] = entry->content ? DB_BLOB(hash) : DB_NULL();
    return entries->count == ENTRIES_MAX ? entries_write(entries, db) : RC_OK;
}
