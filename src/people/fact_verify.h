/* fact_verify.h - do the tables of the register say what the log says?
 *
 * Facts stand twice in facts.db: as entries of the log, which the chain
 * covers, and as rows of tables, which are what programs read.  Whoever alters
 * a row by hand leaves the chain whole; so each row of a table is compared
 * with the entry it was recorded by, and each entry with its rows.
 *
 * Both sides are summed first: one random-keyed hash a row, added up, which
 * does not depend on order and needs no memory.  Only a table whose sums
 * differ is read a second time, to name the rows:
 *
 *   altered   person 19850101..., fact 3: kind is "PNS" but the log says "kontrak"
 *   gone      enrolment 101, fact 4: the log has it but the table does not
 *   added     leave 19850101..., fact 5: the table has it but the log does not
 *
 * Rows that grow (contacts of terminals) are compared with what all entries
 * make of them.  For the sums one row a name is held, its latest, because a row
 * that was left does not grow again; were one to, the second reading is exact.
 *
 * What is in no fact (passwords, sessions, keys of tokens, NIKs) cannot be
 * compared.
 *
 * Memory    Differences live in the caller's arena.  A table that differs is
 *           held whole, twice.
 * Threads   Any, on its own connection; inside db_begin_read when others write.
 * Errors    RC_UNAVAILABLE.  A difference is no error: the report has it. */
#pragma once

#include "base/arena.h"
#include "people/fact_record.h"

enum { FACT_DIFFERENCES_MAX = 20 };

struct fact_verification {
    int64_t rows;        /* of all tables */
    int64_t differences; /* how many there are ... */
    struct text told[FACT_DIFFERENCES_MAX];
    size_t told_count; /* ... and the first of them in words */
};

enum rc fact_verify(struct db *db,
                    int government,
                    int lane,
                    const struct fact_table *const *tables,
                    size_t count,
                    struct arena *mem,
                    struct fact_verification *out_verification) NODISCARD;
