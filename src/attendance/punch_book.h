/* punch_book.h - take punches into the ledger, each exactly once, at any age.
 *
 * Terminals send again what was not acknowledged, and after a reboot months of
 * what was.  A repeated punch is acknowledged and stored no second time.
 *
 * The book holds 128-bit hashes in memory: of every punch filed under a recent
 * day, a set a day; of every older one it took itself; and of all punches with
 * a doubtful clock, because these are filed under the day of their receipt.
 * Anything else is looked up in the derived index.  So a live punch costs no
 * look-up, and a backlog is exact.  As days pass, what the index holds by then
 * is let go.
 *
 *   1. A stored punch is in a set, or in the index under its own day.
 *   2. A punch in a set is stored, or is in the batch that is being applied.
 *
 * When a batch fails, its punches leave the sets, or they would be lost when
 * they are sent again.  When nobody knows whether it was stored, the log says
 * so before the next batch is looked at.
 *
 * Rows that cannot be read are recognised in the same way, by terminal and bytes.
 *
 * Memory    About 20 bytes a punch taken or recent.
 * Threads   Opened before the ledger gets punches; then the ledger's thread.
 * Errors    RC_UNAVAILABLE when the index cannot be read: nothing is stored
 *           and the terminal sends again. */
#pragma once

#include "attendance/punch.h"
#include "ledger/ledger.h"

struct punch_book;

/* `derived_path` must be caught up with the log.  Punches filed under
 * `recent_from` or later are held in memory. */
enum rc punch_book_open(const char *derived_path,
                        int government,
                        int32_t recent_from,
                        struct punch_book **out_book) NODISCARD;
void punch_book_close(struct punch_book **book);

/* A row that could not be read: kept with its bytes, for a person to see. */
struct punch_refusal {
    struct text terminal;
    struct text reason; /* stable word */
    struct text bytes;
    size_t mark_from; /* the part that could not be read */
    size_t mark_to;
    bool stored; /* outcome: it was new */
};

/* What came in one request; everything stays the sender's until `settled`. */
struct punch_batch {
    struct punch_book *book;
    struct punch *punches; /* `stored` says which of them were new */
    size_t count;
    struct punch_refusal *refusals;
    size_t refusal_count;
    int64_t received_at_ms;
    /* Called on the ledger's thread. */
    void (*settled)(struct punch_batch *batch, enum rc rc);
    void *owner;

    /* the outcome, of punches */
    size_t stored;
    size_t repeated;

    /* the book's own; {0} before the batch is sent */
    size_t taken; /* punches and refusals that were looked at */
    size_t refusal_taken;
    int64_t before; /* the position of the log before it */
};

/* One transaction with its neighbours; never refuses. */
extern const struct ledger_command punch_batch_command;

/* What makes an unreadable row the same as another; of its bytes as they are kept. */
struct set128_key punch_refusal_key(struct text terminal, struct text bytes);

/* Read the body of a quarantined row in the log, without position and key;
 * false when it cannot be one. */
struct derived_refusal;
bool punch_refusal_read(struct text body,
                        struct arena *mem,
                        struct derived_refusal *out_refusal) NODISCARD;

/* Figures for /metrics: hashes held and their bytes. */
size_t punch_book_count(const struct punch_book *book);
size_t punch_book_bytes(const struct punch_book *book);
