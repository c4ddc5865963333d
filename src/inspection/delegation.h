/* delegation.h - who may answer for an agency in its head's place, and when.
 *
 * A head names a deputy's account for some days, by a letter.  On these days the
 * account answers for the agency in an inspection, on others it does not; the
 * role of the account says nothing about it.
 *
 * Memory    What is loaded lives in the caller's arena.
 * Threads   The command: the ledger's.  Reading: any, on its connection.
 * Errors    RC_INVALID for days that end before they begin; RC_UNAVAILABLE. */
#pragma once

#include "people/fact_record.h"

struct delegation {
    struct text agency;
    struct text account;
    struct text name;
    struct text title;
    struct text authority;
    struct text author;
    struct day from;
    struct day to;
    bool withdrawn;
};
extern const struct fact_table delegation_fact;
extern const struct record delegation_body_record;

extern const struct ledger_command delegation_command; /* a `struct delegation` */

/* Those that have not ended before a day, by agency: in force, or still to come. */
enum rc delegation_list(struct db *db,
                        int government,
                        struct day day,
                        struct arena *mem,
                        const struct delegation **out_delegations,
                        size_t *out_count) NODISCARD;

/* The one of this account on a day; *out_found is false without one. */
enum rc delegation_of(struct db *db,
                      int government,
                      struct text account,
                      struct day day,
                      struct arena *mem,
                      struct delegation *out_delegation,
                      bool *out_found) NODISCARD;
