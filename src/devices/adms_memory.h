/* adms_memory.h - what the protocol remembers of each terminal between requests.
 *
 * The last stamp of each table, which a handshake tells back (adms_reply.h says
 * what stamps are), and what its punches said about its clock.  The stamps are
 * in the store as well and are put in again at start; the drift begins anew.
 *
 * Memory    It owns copies of everything; a few hundred bytes a terminal.
 * Threads   Any: one lock, held briefly.
 * Errors    None. */
#pragma once

#include "base/buf.h"
#include "devices/adms_reply.h"

struct adms_memory;

struct adms_memory *adms_memory_new(void) RETURNS_NONNULL NODISCARD;
void adms_memory_free(struct adms_memory **memory);

/* The stamp of what is stored; an adms_stamp_visitor.  A table without stamps
 * is passed over. */
void adms_memory_note_stamp(void *memory,
                            struct text serial,
                            enum adms_table table,
                            struct text stamp);

/* Many models send the same stamp with every upload: is it the one in the store? */
bool adms_memory_has_stamp(struct adms_memory *memory,
                           struct text serial,
                           enum adms_table table,
                           struct text stamp);

/* Write the reply to its handshake.  The terminal sets its clock by it, so what
 * its clock was off is forgotten. */
void adms_memory_greet(struct adms_memory *memory,
                       struct text serial,
                       int offset_minutes,
                       struct buf *out);

/* A punch that was posted at once: as drift_note takes it. */
struct adms_live_punch {
    int64_t received_at_ms;
    int64_t local_at_ms;
    size_t rows;
};

/* Note what it says about the terminal's clock; false when it is not yet known
 * how far that is off. */
bool adms_memory_note_drift(struct adms_memory *memory,
                            struct text serial,
                            const struct adms_live_punch *punch,
                            int64_t *out_drift_ms);
