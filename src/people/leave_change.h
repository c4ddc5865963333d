/* leave_change.h - leave on record, and taking it back.
 *
 * A period is known by person, kind and first day; of its versions the last
 * one holds.  Taking it back is a version too: nothing is erased, and what was
 * believed at an earlier moment can still be asked.
 *
 *   withdraw   the periods excuse no day any more
 *   take back  what one import recorded: periods that it brought are withdrawn,
 *              periods that it changed are again what they were before
 *
 * An import is known by the instant at which it was recorded, because its rows
 * are recorded in one transaction, which has one instant, and because a letter's
 * number does not tell a file from the right one that came later.
 *
 * Memory    Lists live in the caller's arena.
 * Threads   leave_list: any, on its own connection.  The command: the ledger's.
 * Errors    RC_CONFLICT when a period changed since it was listed: list again. */
#pragma once

#include "base/arena.h"
#include "people/leave_period.h"

/* Which periods; what is not given limits nothing. */
struct leave_selection {
    struct text number;
    struct text reference;
    struct day from; /* days: periods that reach into them */
    struct day to;
    int64_t recorded_at_ms; /* 0: whenever */
    bool withdrawn;         /* those that were taken back, instead of those that hold */
};

struct leave_version {
    struct leave_period period;
    int64_t recorded_at_ms;
    int64_t position; /* of its fact */
    int lane;
    bool had_before;            /* it changed a period that held */
    struct leave_period before; /* which was this */
};

/* The last versions that match, by person, kind and first day. */
enum rc leave_list(struct db *db,
                   int government,
                   const struct leave_selection *selection,
                   struct arena *mem,
                   const struct leave_version **out_versions,
                   size_t *out_count) NODISCARD;

enum leave_change_kind { LEAVE_WITHDRAW, LEAVE_TAKE_BACK };

struct leave_change {
    enum leave_change_kind kind;
    const struct leave_version *versions; /* as they were listed */
    size_t count;
    struct text author;
    int64_t recorded_at_ms; /* out */
};
extern const struct ledger_command leave_change_command;

/* What becomes of a period by it. */
struct leave_period leave_changed(const struct leave_change *change,
                                  const struct leave_version *version);
