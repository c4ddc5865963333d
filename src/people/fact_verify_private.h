/* fact_verify_private.h - rows of both sides; shared by fact_verify*.c. */
#pragma once

#include "people/fact_verify.h"

struct fact_version {
    int64_t recorded_at_ms;
    int lane;
    int64_t position;
    int64_t tick;
    const void *object; /* of the table's record; gone after the visit */
};

/* Rows of the log that may still grow, the latest of each name. */
struct fact_growth;
struct fact_growth *fact_growth_new(void) RETURNS_NONNULL NODISCARD;
void fact_growth_free(struct fact_growth **growth);

/* An entry said so.  True when that begins a row where another of its name was
 * held, which will not grow any more: it is now in `object`. */
bool fact_growth_add(struct fact_growth *growth, const struct fact_table *table, void *object);

/* The rows that are still held, one after the other; NULL after the last. */
const void *fact_growth_held(const struct fact_growth *growth,
                             size_t index,
                             const struct fact_table **out_table);

/* A walk over one side. */
struct fact_reading {
    struct arena *mem;                                           /* of one row or entry */
    const struct fact_table *(*table_of)(void *owner, int kind); /* NULL: pass it over */
    void (*visit)(void *owner, const struct fact_table *table, const struct fact_version *version);
    void *owner;
    const struct fact_table *table; /* of the entry being read */
    struct fact_growth *growth;     /* of the log being read */
};

enum rc fact_read_log(struct db *db,
                      int government,
                      int lane,
                      struct fact_reading *reading) NODISCARD;
enum rc fact_read_table(struct db *db,
                        int government,
                        const struct fact_table *table,
                        struct fact_reading *reading) NODISCARD;

/* All of a version as text: the same text, the same version. */
void fact_write_version(const struct record *record,
                        const struct fact_version *version,
                        struct buf *to);

/* Compare one table row by row and tell what differs. */
enum rc fact_tell_differences(struct db *db,
                              int government,
                              int lane,
                              const struct fact_table *table,
                              struct arena *mem,
                              struct fact_verification *verification) NODISCARD;
