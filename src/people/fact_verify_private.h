/* fact_verify_private.h - rows of both sides; shared by fact_verify*.c. */
#pragma once

#include "people/fact_verify.h"

struct fact_version {
    int64_t recorded_at_ms;
    int lane;
    int64_t position;
    int64_t tick;
    void *object; /* of the table's record; gone after the visit */
};

/* A walk over one side. */
struct fact_reading {
    struct arena *mem;                                           /* of one row or entry */
    const struct fact_table *(*table_of)(void *owner, int kind); /* NULL: pass it over */
    void (*visit)(void *owner, const struct fact_table *table, const struct fact_version *version);
    void *owner;
    const struct fact_table *table; /* of the entry being read */
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
