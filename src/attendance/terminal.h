/* terminal.h - which terminals there are, and where each stands from which day.
 *
 * A terminal is approved into an agency before anything it sends is stored;
 * later it may be moved, renamed or retired, and an unknown one may be refused.
 * Each is a fact.  What a terminal is called holds as it was recorded last.
 * Where it stands is said by *placements*: one holds from its day until the day
 * of the next one, and of two for the same day the one recorded later.  So a
 * past day is judged with the terminals that stood there on that day, and it
 * does not matter in which order the placements were entered.
 *
 *   approve at A ───────────▶ move to B from 1 May ─────▶ retire from 9 June
 *   since ever ... 30 April    1 May ... 8 June            9 June ...
 *
 * Without a day a change holds from today.  Only the first approval of a
 * terminal, where no terminal was ever heard, holds since ever: a government
 * that begins may bring in the weeks before.
 *
 * Memory    A list and its texts live in the arena it was loaded into.
 * Threads   terminal_put: a command of the ledger.  terminal_load: any, on its
 *           own connection.
 * Errors    RC_NOT_FOUND for an agency that does not exist, and for a terminal
 *           that is to be described and was never placed; RC_INVALID for a
 *           serial number or name that cannot be one. */
#pragma once

#include "attendance/terminal_placement.h"
#include "base/day.h"
#include "base/limits.h"

struct terminal {
    struct text serial;
    struct text agency; /* of the placement that begins last */
    struct text name;   /* "Kantor Lurah Legok, lobi"; empty: the agency's name */
    struct text model;  /* as it tells, or as an administrator corrected it */
    struct text firmware;
    enum terminal_state state; /* of the placement that begins last */
    int64_t recorded_at_ms;
    int64_t contact_from_ms; /* the latest interval; 0: never heard */
    int64_t contact_to_ms;
    const struct terminal_placement *placements; /* by their first day; at least one */
    size_t placement_count;
};

extern const struct fact_table terminal_fact; /* how they are called */

/* 1 to 64 of letters, digits, '-' and '_'. */
bool terminal_serial_is_valid(struct text serial);

/* What holds on a day; NULL before the first placement. */
const struct terminal_placement *terminal_placed_on(const struct terminal *terminal, int32_t day);

/* Record how a terminal is called and, unless it is only described, where it
 * stands.  `row` and its texts stay the sender's until the command is settled. */
enum terminal_put_kind { TERMINAL_IS_PLACED, TERMINAL_IS_DESCRIBED };
struct terminal_put {
    struct terminal row; /* without contacts and placements */
    enum terminal_put_kind kind;
    struct day from;    /* {0}: as above */
    struct day today;   /* on the government's wall; {0}: since ever is meant by no day */
    struct text author; /* account; empty is the command line */
    void (*settled)(struct terminal_put *put, enum rc rc, const struct problem *why); /* or NULL */
    void *owner;

    /* the outcome */
    bool placed; /* false: it stood there already */
    int32_t placed_from;
    int32_t placed_to; /* the day before its next placement; INT32_MAX: there is none */
};
extern const struct ledger_command terminal_put_command;

/* Every terminal as known at `as_of_ms` (INT64_MAX: now), by serial number. */
enum rc terminal_load(struct db *db,
                      int government,
                      int64_t as_of_ms,
                      struct arena *mem,
                      const struct terminal **out_terminals,
                      size_t *out_count) NODISCARD;
