/* change.h - what was changed of the register around an inspection, and by whom.
 *
 * Figures cannot be edited, but a roster can be changed, a permit be entered
 * afterwards, a punch be accepted by hand or come from a file.  So minutes list
 * every such entry from seven days before to the closing, with its author: an
 * import as one row with the number of its rows, everything else one by one.
 * Read from the log itself, which the chain covers, from one position to another:
 * from where the ticks of its batches reach seven days before (ledger_position_before)
 * to the closing.  So it does not matter what the clock said: an entry that was made
 * while it stood years back is among them, marked as misdated, and one that came
 * late (an import of the last minute, a permit for a day that is over) stands where
 * it was received, by when it was entered and not by the day it speaks of.
 *
 *   2021-05-17 08.05  operator.legok   enrolment   20417 -> 1987...
 *   2021-05-18 09.10  bkd              leave       1991..., izin 17 Mei: backdated
 *
 * Memory    What is found lives in the caller's arena.
 * Threads   Any, on its own connection.
 * Errors    RC_UNAVAILABLE. */
#pragma once

#include "base/arena.h"
#include "base/day.h"
#include "ledger/ledger.h"
#include "people/fact.h"

enum { CHANGE_DAYS_BEFORE = 7, CHANGES_MAX = 2000 };

struct change {
    int64_t at_ms; /* by the clock of the server */
    enum fact_kind kind;
    int rows;           /* of one kind, author and instant together */
    int backdated;      /* of them those entered after the day they speak of began */
    struct text author; /* account; empty: the command line */
    struct text number; /* of the person, when it is one row */
    struct text what;   /* the kind of leave, the decision ...; or empty */
    struct day from;    /* the days it speaks of, when it is one row */
    struct day to;
    bool misdated; /* the clock said a time before all that is listed: it had been set back */
};

/* Recorded since `from_ms` and not after `to_position` of the log, in their order; at
 * most CHANGES_MAX, *out_more says how many there were beyond. */
struct change_request {
    int government;
    int lane;
    int64_t from_ms;
    int64_t to_position;
    int offset_minutes;
};
enum rc change_list(struct db *db,
                    const struct change_request *request,
                    struct arena *mem,
                    const struct change **out_changes,
                    size_t *out_count,
                    size_t *out_more) NODISCARD;

/* "izin, cuti, sakit ..." of a kind of fact, for minutes. */
const char *change_label(enum fact_kind kind);
