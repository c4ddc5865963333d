/* entries.h - facts of a batch on their way into the log.
 *
 * One INSERT a fact costs more in SQLite's statement than in its pages, so the
 * ledger collects facts here and writes them together: when the table is full,
 * before anything that may be undone alone, and at the end of the batch.
 *
 * Memory    Bodies are copied until they are written.
 * Threads   The ledger's.
 * Errors    Those of the store; then the batch is lost and everything dropped. */
#pragma once

#include "base/hash.h"
#include "db/db.h"

struct entries;

struct entry {
    int government, lane;
    int64_t position;
    int kind;
    int64_t recorded_at_ms;
    struct text body;
    const struct hash *content; /* NULL without content beside it */
};

struct entries *entries_new(void) RETURNS_NONNULL NODISCARD;
void entries_free(struct entries **entries);

/* Take a fact; writes what is there first when the table is full. */
enum rc entries_add(struct entries *entries, struct db *db, const struct entry *entry) NODISCARD;

/* Write all there are. */
enum rc entries_write(struct entries *entries, struct db *db) NODISCARD;

/* Forget all there are. */
void entries_drop(struct entries *entries);
