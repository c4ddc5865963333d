/* ledger.h - the one writer of facts.
 *
 * Whoever wants a change hands the ledger a command and a request.  The
 * ledger's thread takes what is waiting, applies it all in one transaction,
 * closes the batch with one link of the chain, makes it durable, and only then
 * settles each command.  So "settled with RC_OK" and "it is on the disk" are
 * the same event (but see `making`), and a thousand small writes share one sync.
 *
 *   submit ──▶ queue ──▶ [ BEGIN  apply apply ... chain  COMMIT ] ──▶ settle settle ...
 *                                                                └──▶ wake the followers
 *
 * The ledger knows no domain word.  A command's `apply` runs inside the
 * transaction: it reads and writes its own tables through ledger_db, and
 * appends facts to the log with ledger_append.  A refusal (any rc but RC_OK)
 * undoes that command alone, unless the command is `whole`: then it promises
 * to have written nothing when it refuses and needs no savepoint.  When the
 * store itself fails, the whole batch is undone and every command in it is
 * settled with RC_UNAVAILABLE.  When the commit fails, the store is asked where
 * the chain ends, and the commands are settled by that; only when it cannot even
 * say that, they are settled with RC_UNCERTAIN, and asking goes before the next
 * batch.
 *
 * A fact is (kind, body, optional content).  Content is what must be erasable
 * one day (photo, place, raw bytes): it lies beside the log, and the chain
 * covers its salted hash only.
 *
 * Memory    A request belongs to its sender until submitted, to the ledger
 *           until settled, and to its sender again in `settle`.
 * Threads   ledger_submit and ledger_perform: any.  apply and settle: the
 *           ledger's thread.  settle must not block.
 * Errors    ledger_submit: RC_TOO_MANY when the queue is full, RC_UNAVAILABLE
 *           once it stops; the request stays with the sender. */
#pragma once

#include "base/clock.h"
#include "base/hash.h"
#include "base/problem.h"
#include "db/db.h"

struct arena;
struct ledger;
struct ledger_tx;

struct ledger_command {
    const char *name; /* for the log and the metrics */
    bool whole;       /* writes nothing when it refuses: no savepoint needed */
    enum rc (*apply)(struct ledger_tx *tx, void *request, struct problem *why) NODISCARD;
    void (*settle)(void *request, enum rc rc, const struct problem *why); /* may be NULL */
};

struct ledger_options {
    const char *path;          /* facts.db */
    const char *vfs;           /* NULL, or a test's */
    const struct clock *clock; /* outlives the ledger */
    int government;            /* the tenant, 1 in a data folder of one's own */
    int lane;
    /* Called after each commit with the last position; must not block. */
    void (*wake)(void *follower, int64_t position);
    void *follower;
    /* The store is being made, and whoever makes it throws it away when that fails:
     * a batch is settled in its order but before it is on the disk.  All of it is
     * there when the last connection has closed; a power cut before leaves a log
     * that ends earlier, with its chain whole. */
    bool making;
};

/* Open the store, bring it to the program's schema, take the lane (fencing
 * any earlier writer by a new epoch), check the chain's end, start the thread. */
enum rc ledger_start(const struct ledger_options *options,
                     struct ledger **out_ledger,
                     struct problem *why) NODISCARD;

/* Refuse new commands, finish those that wait, join.  Accepts NULL. */
void ledger_stop(struct ledger **ledger);

enum rc ledger_submit(struct ledger *ledger,
                      const struct ledger_command *command,
                      void *request) NODISCARD;

/* Submit and wait until it is settled; `settle` is called before it returns. */
enum rc ledger_perform(struct ledger *ledger,
                       const struct ledger_command *command,
                       void *request,
                       struct problem *why) NODISCARD;

/* The last durable position of the lane. */
int64_t ledger_position(const struct ledger *ledger);

/* Commands waiting now, and totals since start; for /metrics. */
struct ledger_figures {
    int64_t waiting, commands, batches, facts, refused, failures;
};
void ledger_figures(const struct ledger *ledger, struct ledger_figures *out_figures);

/* ---- inside apply ---- */

struct db *ledger_db(struct ledger_tx *tx);
int ledger_government(const struct ledger_tx *tx);
int ledger_lane(const struct ledger_tx *tx);

/* The position of the last fact so far, those of this batch included. */
int64_t ledger_last(const struct ledger_tx *tx);

/* When this batch is recorded; the same for all its facts. */
int64_t ledger_now_ms(const struct ledger_tx *tx);

/* Where this batch stands among those of all lanes: later than every batch that
 * was there to be seen, whatever the clocks say.  Of two versions the one with
 * the greater (tick, lane, position) holds, for every reader. */
int64_t ledger_tick(const struct ledger_tx *tx);

/* Append one fact; *out_position (may be NULL) is its place in the lane.  It
 * stands in the log at the end of the batch, not always before. */
enum rc ledger_append(struct ledger_tx *tx,
                      int kind,
                      struct text body,
                      int64_t *out_position) NODISCARD;

/* The same with erasable content beside it. */
enum rc ledger_append_with(struct ledger_tx *tx,
                           int kind,
                           struct text body,
                           struct text content,
                           int64_t *out_position) NODISCARD;

/* ---- following the log ---- */

struct ledger_entry {
    int lane;
    int64_t position;
    int kind;
    int64_t recorded_at_ms;
    struct text body; /* valid until the next call */
    int64_t tick;     /* by ledger_follow_ticks; else 0 */
};

/* Read entries of a lane after `position`, in order, until `visit` answers
 * false; on any connection to the store. */
typedef bool ledger_visitor(void *visitor, const struct ledger_entry *entry);
enum rc ledger_follow(struct db *db,
                      int government,
                      int lane,
                      int64_t position,
                      ledger_visitor *visit,
                      void *visitor) NODISCARD;

/* A position such that everything recorded at an instant or later comes after it:
 * where one begins to follow who wants that.  It is the end of the last batch before
 * the instant whose clock was right, that is not behind what its writer had seen.
 * So nothing is hidden by a clock that was set back, for a moment or for weeks;
 * where it had run ahead or back, more than was asked for comes after, never less. */
struct ledger_since {
    int government;
    int lane;
    int64_t at_ms;
};
enum rc ledger_position_before(struct db *db,
                               const struct ledger_since *since,
                               int64_t *out_position) NODISCARD;

/* All entries of a lane, each with the tick of its batch; slower. */
enum rc ledger_follow_ticks(struct db *db,
                            int government,
                            int lane,
                            ledger_visitor *visit,
                            void *visitor) NODISCARD;

/* The content beside a fact, in the arena of the caller; RC_NOT_FOUND when
 * there is none or it was erased. */
struct arena;
enum rc ledger_content(struct db *db,
                       struct arena *mem,
                       int government,
                       int lane,
                       int64_t position,
                       struct text *out_content) NODISCARD;
