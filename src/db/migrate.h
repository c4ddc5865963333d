/* migrate.h - bring a store to the schema that this program knows.
 *
 * Migrations are the files sql/NNNN_name.sql, embedded in the program.  They
 * go forward only and each runs once, in its own transaction; the table
 * `schema_version` records which have run, when, and the hash of their text.
 *
 * Threads   The one that owns the connection.
 * Errors    RC_CONFLICT, with the reason in *why, when the store was written
 *           by a newer program or a migration that ran was changed since. */
#pragma once

#include "base/problem.h"
#include "db/db.h"

struct migration {
    const char *name;
    const char *sql;
};

/* What is embedded, in order (made by sql/embed.py). */
extern const struct migration migrations[];
extern const size_t migration_count;

enum rc migrate(struct db *db,
                const struct migration *list,
                size_t count,
                int64_t now_ms,
                struct problem *why) NODISCARD;
