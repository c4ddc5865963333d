/* ledger_private.h - the ledger itself; shared by ledger*.c.
 *
 *   ledger.c         its life, its thread, its senders
 *   ledger_batch.c   one batch: apply, chain, commit, settle
 *   ledger_follow.c  reading the log; needs no ledger */
#pragma once

#include "base/hash.h"
#include "ledger/entries.h"
#include "ledger/ledger.h"
#include "ledger/mailbox.h"

#include <stdatomic.h>

/* A letter while its batch is under way. */
struct outcome {
    enum rc rc;
    struct problem why;
};

struct ledger {
    /* set before start, then constant */
    struct ledger_options options;
    struct mailbox *box;
    struct thread *thread;
    int64_t epoch;

    /* owned by the ledger thread */
    struct db *db;
    struct hash head;
    int64_t last; /* the last committed position */
    int64_t tick; /* of the last committed batch */
    bool head_known;
    struct letter *letters;
    struct outcome *outcomes;
    struct entries *entries; /* of the batch, not yet in its log table */

    /* written by the ledger thread, read by any */
    _Atomic int64_t position;
    _Atomic int64_t commands, batches, facts, refused, failures;
};

/* Where the chain ends, as the store has it. */
enum rc ledger_read_head(struct ledger *ledger) NODISCARD;

/* Apply, commit and settle the first `count` letters, then wake the follower. */
void ledger_run_batch(struct ledger *ledger, size_t count);
