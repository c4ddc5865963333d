/* own_pattern.h - working patterns of the government's own.
 *
 * A regent decides other hours than the law's example; such a pattern is
 * recorded with its decree and validity and stands beside those that ship with
 * the program (rules/pattern).  A shipped row cannot be overwritten.  An own row
 * of the same code and layer holds in its place for the days of its validity.
 *
 * A pattern comes as JSON, with the words of data/patterns/patterns.csv and its
 * hours as a list; what is not given is the usual:
 *
 *   {"code": "camat", "valid_from": "2026-07-01", "name": "Lima hari kecamatan",
 *    "decree": "Perbup 12/2026", "tolerance_minutes": 15,
 *    "hours": [{"slot": "mon", "start": "08:00", "end": "16:00",
 *               "rest_from": "12:00", "rest_to": "13:00"}, ...]}
 *
 * Own and shipped rows go through one reader: pattern_read.
 *
 * A row is known by code, layer and first day: added again it is corrected.
 * Rows of one code and layer may not reach into each other's days, except that
 * a later one ends one that had no end.
 *
 * Memory    What is read lives in the caller's arena.
 * Threads   Reading: any, on its own connection.  Commands: the ledger's thread.
 * Errors    RC_INVALID and RC_CONFLICT name the field and what to do. */
#pragma once

#include "people/fact_record.h"
#include "rules/pattern.h"

struct own_pattern {
    struct text code;
    struct text layer;
    struct day valid_from;
    struct day valid_to;
    struct text duty;
    int before_minutes;
    int after_minutes;
    int tolerance_minutes;
    struct text closing;
    struct text in_until;
    struct text pairing;
    struct text rest;
    int week_minutes; /* 0: not said */
    struct text name;
    struct text decree;
    struct text note;
    struct text slots; /* lines of hours.csv without the first column */
    struct text author;
    bool withdrawn;
    struct record_list hours; /* struct own_pattern_hours, as a file has them */
};

struct own_pattern_hours {
    struct text slot;
    struct text start;
    struct text end;
    struct text rest_from;
    struct text rest_to;
};

extern const struct fact_table own_pattern_fact;
extern const struct record own_pattern_record; /* as a file or request has it */

/* Make a pattern that was read from JSON complete: what is usual, and slots. */
enum rc own_pattern_complete(struct own_pattern *pattern,
                             struct arena *mem,
                             struct problem *why) NODISCARD;

/* The same from the bytes of a file. */
enum rc own_pattern_parse(struct text json,
                          struct arena *mem,
                          struct own_pattern *out_pattern,
                          struct problem *why) NODISCARD;

/* What it means, alone; refuses what cannot be. */
enum rc own_pattern_read(const struct own_pattern *pattern,
                         struct arena *mem,
                         const struct pattern **out_read,
                         struct problem *why) NODISCARD;

/* All patterns as of an instant: the shipped tables and own rows in one set. */
enum rc own_pattern_load(struct db *db,
                         int government,
                         int64_t as_of_ms,
                         struct text shipped_patterns,
                         struct text shipped_hours,
                         struct arena *mem,
                         struct pattern_set *out_set) NODISCARD;

/* Can it stand beside the others?  `own` are the last versions in force. */
enum rc own_pattern_check(const struct own_pattern *pattern,
                          const struct pattern_set *known,
                          const struct own_pattern *own,
                          size_t own_count,
                          struct problem *why) NODISCARD;

/* The own rows as of an instant, without withdrawn ones, by code, layer, day. */
enum rc own_pattern_list(struct db *db,
                         int government,
                         int64_t as_of_ms,
                         struct arena *mem,
                         const struct own_pattern **out_patterns,
                         size_t *out_count) NODISCARD;

/* Record a row, or withdraw it (pattern.withdrawn: code, layer and first day
 * say which). */
struct own_pattern_change {
    struct own_pattern pattern;
    const struct pattern_set *known; /* with the shipped ones */
};
extern const struct ledger_command own_pattern_command;
