/* terminal.h - which terminals stand where, as recorded.
 *
 * A terminal is approved into an agency before anything it sends is stored;
 * later it may be moved, renamed or retired, and an unknown one may be refused.
 * Each is a fact: a version of the terminal's row, the latest one holds.
 *
 * Memory    A list and its texts live in the arena it was loaded into.
 * Threads   terminal_put: a command of the ledger.  terminal_load: any, on its own connection.
 * Errors    RC_NOT_FOUND for an agency that does not exist; RC_INVALID for a
 *           serial number or name that cannot be one. */
#pragma once

#include "base/arena.h"
#include "base/limits.h"
#include "ledger/ledger.h"

enum terminal_state {
#define TERMINAL_STATE(name, word) TERMINAL_##name,
#include "attendance/terminal_state.def"
#undef TERMINAL_STATE
};

struct terminal {
    struct text serial;
    struct text agency; /* code; where it stands */
    struct text name;   /* "Kantor Lurah Legok, lobi"; empty: the agency's name */
    struct text model;  /* as it tells, or as an administrator corrected it */
    struct text firmware;
    enum terminal_state state;
    int64_t recorded_at_ms;
    int64_t contact_from_ms; /* the latest interval; 0: never heard */
    int64_t contact_to_ms;
};

struct fact_table;
extern const struct fact_table terminal_fact; /* to compare the table with the log */

const char *terminal_state_word(enum terminal_state state);

/* 1 to 64 of letters, digits, '-' and '_'. */
bool terminal_serial_is_valid(struct text serial);

/* Record a version of a terminal.  `row` and its texts stay the sender's until
 * the command is settled. */
struct terminal_put {
    struct terminal row;
    void (*settled)(struct terminal_put *put, enum rc rc, const struct problem *why); /* or NULL */
    void *owner;
};
extern const struct ledger_command terminal_put_command;

/* Every terminal as known at `as_of_ms` (INT64_MAX: now), by serial number. */
enum rc terminal_load(struct db *db,
                      int government,
                      int64_t as_of_ms,
                      struct arena *mem,
                      const struct terminal **out_terminals,
                      size_t *out_count) NODISCARD;
