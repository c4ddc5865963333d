/* verify_table.h - which methods a government's own terminals mean by their codes.
 *
 * verify_code.h has the vendor's table and the rows that ship with the program.
 * An administrator who knows better records a row for a model and a code: a
 * fact, whose latest version holds.  A punch keeps its raw code, so a corrected
 * row shows in the past as well; days are not judged by methods and are not
 * judged again.
 *
 *   asked for (model, code)   own row ──▶ shipped row ──▶ vendor's table ──▶ "other"
 *
 * A shipped row is nobody's decision: it counts as unverified until a row for
 * the same model and code is recorded, be it with the same method.
 *
 * Memory    A table lives in the arena it was loaded into.
 * Threads   The command: the ledger's thread.  verify_table_load: any, on its
 *           own connection.  The rest is pure.
 * Errors    RC_INVALID for a model or code that cannot be one, RC_CONFLICT
 *           beyond VERIFY_ROWS_MAX rows; *why names the field. */
#pragma once

#include "base/arena.h"
#include "devices/verify_code.h"
#include "people/fact_record.h"

enum { VERIFY_ROWS_MAX = 2000 }; /* rows of one's own */

/* By model and code; each pair once, models compared in any case. */
struct verify_table {
    const struct verify_override *rows; /* one's own, then the shipped ones still unverified */
    size_t count;
    size_t own_count;
};

enum rc verify_table_load(struct db *facts,
                          int government,
                          struct arena *mem,
                          struct verify_table *out_table) NODISCARD;

/* The method of a code on a model. */
enum method verify_table_method(const struct verify_table *table, struct text model, int code);

/* The code by which a model says a method, for files that spell methods as
 * words: a row of the model, else the vendor's first that means this method
 * alone and is not another one on the model, else a row of any model. */
bool verify_table_code(const struct verify_table *table,
                       struct text model,
                       enum method method,
                       int *out_code);

/* ---- recording ---- */

struct verify_row {
    struct text model;
    int64_t code;
    enum method method;
    struct text author;
};

extern const struct record_choice method_choices[];
extern const struct record verify_row_record;
extern const struct fact_table verify_row_fact;

/* Record what a code means.  What is recorded so already changes nothing. */
struct verify_request {
    struct verify_row row;
    int64_t position; /* out: the log entry; 0 when nothing changed */
};
extern const struct ledger_command verify_row_command;
