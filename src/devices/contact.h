/* contact.h - when was a terminal there?
 *
 * Every request of a terminal is a contact.  Contacts are kept as intervals: a
 * contact extends the current interval, or begins a new one when the silence
 * before it was longer than the allowed gap.  Without these facts a rebuild
 * could not tell "the terminal was silent" (unknown) from "nobody came"
 * (unexplained).
 *
 *   contacts   x x  x x            x x
 *   intervals  [------]            [-]
 *                     '-- > gap --'
 *
 * The fold is pure: folding the same contacts in order gives the same intervals.
 *
 * Memory    A plain value.
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"

/* {0} is "never".  Invariant: from_at_ms <= to_at_ms. */
struct contact {
    int64_t from_at_ms;
    int64_t to_at_ms;
};

enum contact_change {
    CONTACT_KNOWN,    /* not later than what is known: nothing changed */
    CONTACT_EXTENDED, /* to_at_ms moved */
    CONTACT_OPENED,   /* a new interval; the earlier one is closed and final */
};

enum contact_change contact_note(struct contact *contact, int64_t at_ms, int64_t gap_ms);

/* Silent: no contact for longer than the gap, or never. */
bool contact_is_silent(const struct contact *contact, int64_t now_ms, int64_t gap_ms);
