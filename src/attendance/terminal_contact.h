/* terminal_contact.h - from when to when a terminal was heard.
 *
 * Contacts are facts, kept as intervals, because without them a rebuild would
 * turn "the terminal was silent" into "nobody came".  The last interval grows.
 *
 * Memory    A contact that was read lives in the caller's arena.
 * Threads   terminal_contact_command: the ledger's.  terminal_contact_read: any.
 * Errors    RC_UNAVAILABLE when the store fails. */
#pragma once

#include "base/arena.h"
#include "base/limits.h"
#include "people/fact_record.h"

/* Record contacts; each extends the interval that began at from_ms, or begins one. */
struct terminal_contact {
    struct text serial;
    int64_t from_ms;
    int64_t to_ms;
};
struct terminal_contacts {
    const struct terminal_contact *contacts;
    size_t count;
    void (*settled)(struct terminal_contacts *contacts, enum rc rc); /* or NULL */
    void *owner;
};
extern const struct ledger_command terminal_contact_command;
extern const struct fact_table terminal_contact_fact; /* its rows grow */

/* Read the body of a contact in the log; false when it cannot be one. */
bool terminal_contact_read(struct text body,
                           struct arena *mem,
                           struct terminal_contact *out_contact) NODISCARD;
