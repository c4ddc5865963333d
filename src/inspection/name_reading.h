/* name_reading.h - who read the names and reasons that an inspection holds.
 *
 * What is said about people in an inspection may become a matter of discipline, and
 * whoever may see it is asked to have a reason: that he saw it is a fact, recorded
 * before the names are given, and nobody can take it back.  One reading a day stands
 * for all of the same account, kind and agency, so that a screen which is
 * refreshed with every punch fills no log.  What the machine's own command line
 * reads is not here: it needs no account.
 *
 * Source    domain.md 1.3 (PerBKN 6/2022 article 57: discipline material is secret,
 *           reads are logged too); UU 27/2022 articles 35 and 39.
 * Memory    What is loaded lives in the caller's arena.
 * Threads   The command: the ledger's.  Reading: any, on its connection.
 * Errors    RC_UNAVAILABLE. */
#pragma once

#include "people/fact_record.h"

enum name_reading_kind {
#define NAME_READING(name, word, label) NAME_READING_##name,
#include "inspection/name_reading_kind.def"
#undef NAME_READING
};
extern const struct record_choice name_reading_choices[];

struct name_reading {
    struct text inspection;
    struct text account;
    struct text agency; /* code; empty: all that the account may see */
    int kind;           /* enum name_reading_kind */
    struct day day;
};
extern const struct fact_table name_reading_fact;

/* Record a `struct name_reading`, unless it is on record. */
extern const struct ledger_command name_reading_command;

enum rc name_reading_find(struct db *db,
                          int government,
                          const struct name_reading *reading,
                          bool *out_found) NODISCARD;

struct name_reading_row {
    struct name_reading reading;
    int64_t at_ms; /* of the first of the day */
};

/* Of one inspection, the latest first. */
enum rc name_reading_list(struct db *db,
                          int government,
                          struct text inspection,
                          struct arena *mem,
                          const struct name_reading_row **out_rows,
                          size_t *out_count) NODISCARD;
