/* fact_record.h - record versions of the register.
 *
 * Each kind of the register is one constant table: the number of the fact, the
 * record that describes a row, and the statement that stores a version.  To
 * record rows is to write them as JSON into log entries and to store each with
 * the position of its entry, in one transaction (fact.h).  Rows of one call are
 * packed into entries of up to FACT_BODY_BYTES, because ten thousand rows of
 * an import are one decision and need not be ten thousand links.
 *
 * sql_insert takes $1 government, $2 recorded_at_ms, $3 lane, $4 log_position,
 * $5 tick (ledger.h) and then the record's fields, in the order of its table.
 * sql_all takes $1 government and gives recorded_at_ms, lane, log_position, tick
 * and the fields; what it is for is in fact_verify.h.
 *
 * A table without sql_insert is stored by its module and its rows grow: entries
 * of one object each, of which the first field is a text and all others are
 * numbers.  An entry that agrees with a row in all fields but the last extends
 * it to that last one, when it is greater.  No version stands in the row, so
 * sql_all gives 0 for the first four.
 *
 * Threads   The ledger's thread, inside apply.
 * Errors    RC_CONFLICT when one call holds a key twice; RC_TOO_LARGE;
 *           RC_UNAVAILABLE. */
#pragma once

#include "base/limits.h"
#include "base/record.h"
#include "ledger/ledger.h"
#include "people/fact.h"

enum { FACT_BODY_BYTES = 32 * 1024 };

struct fact_table {
    enum fact_kind kind;
    const struct record *record;
    const char *sql_insert; /* NULL: its rows grow */
    const char *sql_all;    /* every version, to be compared with the log */
};

static inline bool fact_table_grows(const struct fact_table *table)
{
    return table->sql_insert == NULL;
}

/* The last two fields of most records: who entered the version, and whether it
 * takes back what it names. */
#define FACT_AUTHOR(type, what) \
    RECORD_TEXT(type, author, RECORD_OPTIONAL, 0, CODE_BYTES_MAX, .about = (what))
#define FACT_WITHDRAWN(type, what) RECORD_BOOL(type, withdrawn, RECORD_OPTIONAL, .about = (what))

/* Record `count` rows (structs of the record's size) as new versions.
 * *out_position (may be NULL) is the entry of the first. */
enum rc fact_record(struct ledger_tx *tx,
                    const struct fact_table *table,
                    const void *rows,
                    size_t count,
                    int64_t *out_position) NODISCARD;

/* Record one row, with erasable content beside its entry (ledger.h); of a kind
 * that no directory is loaded from. */
enum rc fact_record_with(struct ledger_tx *tx,
                         const struct fact_table *table,
                         const void *row,
                         struct text content,
                         int64_t *out_position) NODISCARD;
