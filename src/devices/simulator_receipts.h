/* simulator_receipts.h - which punches did the server promise to keep?
 *
 * A punch is known by terminal, PIN, local time, status and verify code.  A
 * receipt says that it was sent, or that it was acknowledged.  Afterwards each
 * punch of the server's list is looked up: an acknowledged one must be found
 * once, one only sent may be found or not, none may be found twice.
 *
 * Memory    About 16 bytes a punch, simulator_receipts_free.
 * Threads   One at a time. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct simulator_receipts;

struct simulator_receipts *simulator_receipts_new(void) RETURNS_NONNULL NODISCARD;
void simulator_receipts_free(struct simulator_receipts **receipts);

uint64_t simulator_receipt_key(struct text serial,
                               struct text pin,
                               int64_t moment,
                               int status,
                               int verify);

void simulator_receipts_sent(struct simulator_receipts *receipts, uint64_t key);
void simulator_receipts_acknowledged(struct simulator_receipts *receipts, uint64_t key);

/* A punch of the server's list; punches of others are passed over. */
void simulator_receipts_found(struct simulator_receipts *receipts, uint64_t key);

struct simulator_verdict {
    size_t acknowledged;
    size_t kept;    /* of those: found once */
    size_t missing; /* of those: not found */
    size_t doubled; /* found more than once, acknowledged or not */
};
struct simulator_verdict simulator_receipts_judge(const struct simulator_receipts *receipts);
