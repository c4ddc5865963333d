/* record_sql.h - the fields of a record as values of a statement.
 *
 * The third use of a record's table (record.h), beside JSON and CSV: its
 * fields, in order, are bound to consecutive placeholders.
 *
 *   TEXT      text, '' when not given       DAY      'YYYY-MM-DD', '' when not given
 *   CHOICE    its word, '' when not given   REAL     a number, NULL when not given
 *   INT, BOOL, TIME, INSTANT   a number, with the field's own "not given"
 *
 * Secrets, lists and records inside records are not bound: what holds them
 * says in SQL how they are stored.
 *
 * Memory    The values point into the object and into the binding itself.
 * Threads   All functions are pure. */
#pragma once

#include "base/day.h"
#include "base/record.h"
#include "db/db.h"

enum { RECORD_SQL_VALUES_MAX = 32, RECORD_SQL_DAYS_MAX = 8 };

struct record_sql {
    struct db_value values[RECORD_SQL_VALUES_MAX];
    size_t count;
    struct day_text days[RECORD_SQL_DAYS_MAX];
    size_t day_count;
};

/* Add a value before, between or after those of a record. */
void record_sql_add(struct record_sql *binding, struct db_value value);

/* Add one value a field, in the order of the table. */
void record_sql_add_fields(struct record_sql *binding,
                           const struct record *record,
                           const void *object);

/* Read the fields back from consecutive columns; texts are copied into the
 * arena, '' becomes "not given".  A word that no choice knows is "not given". */
void record_sql_read(const struct db_rows *rows,
                     int first_column,
                     const struct record *record,
                     struct arena *mem,
                     void *out_object);
