/* doubtful.h - punches whose clock cannot be right, for a person to decide.
 *
 * Lists them with whom they may belong to, what was decided, and a proposal:
 * when was it truly made?  A terminal that lost its clock counts on from its
 * factory date, so what it is off by, once known, corrects everything it
 * recorded since:
 *
 *   live    it came alone, as it was made: its true time is that of its receipt
 *   drift   it came in a backlog; the terminal is off by what its nearest live
 *           punch of that day shows
 *   upload  there is no live one: the last of its upload is taken as just made
 *
 * A proposal is never later than the receipt.  A person may enter another.
 *
 * Memory    In the caller's arena.
 * Threads   Any, on its own connection.
 * Errors    RC_UNAVAILABLE. */
#pragma once

#include "attendance/picture.h"

enum doubtful_basis {
#define DOUBTFUL(name, word) DOUBTFUL_##name,
#include "attendance/doubtful_basis.def"
#undef DOUBTFUL
};

extern const struct record_choice doubtful_basis_choices[];

enum { DOUBTFUL_MAX = 5000 };

struct doubtful_punch {
    struct punch punch;
    int64_t position;                /* in the log */
    int32_t day;                     /* it is filed under: that of its receipt */
    int32_t agency;                  /* where the terminal stood then, or NONE */
    int32_t person;                  /* whom the PIN meant then, or NONE */
    const struct review_row *review; /* of the picture; NULL: nobody decided yet */
    int64_t proposed_moment;
    enum doubtful_basis basis;
};

/* All of them, by terminal and receipt; beyond DOUBTFUL_MAX the rest is left out. */
enum rc doubtful_list(struct derived *derived,
                      const struct picture *picture,
                      struct arena *mem,
                      struct doubtful_punch **out_punches,
                      size_t *out_count) NODISCARD;

/* The one at a position of the log, or NULL. */
const struct doubtful_punch *doubtful_find(const struct doubtful_punch *punches,
                                           size_t count,
                                           int64_t position);
