/* chain.h - the proof that no recorded fact was altered.
 *
 * Each committed batch of a lane carries one BLAKE2b hash:
 *
 *   hash = H( previous hash | lane | first | recorded_at_ms | tick | entries | last )
 *   entry =   position | kind | length | body | content hash or nothing
 *
 * numbers as 8 bytes, little endian; a batch from before there were ticks has none.  The first batch of a lane follows 32
 * zero bytes.  Content beside a fact enters as H( salt | content ), so that
 * content and salt can be erased and the chain still holds.
 *
 * Threads   chain_verify: any, on its own connection.
 * Errors    RC_CONFLICT from chain_verify when something was altered; *why
 *           names the lane and position. */
#pragma once

#include "base/hash.h"
#include "base/problem.h"
#include "db/db.h"

enum { CHAIN_SALT_BYTES = 16 };

/* What one batch adds up to while it is written or read again. */
struct chain {
    struct hasher hasher;
};

void chain_begin(struct chain *chain,
                 const struct hash *previous,
                 int lane,
                 int64_t first_position,
                 int64_t recorded_at_ms);
/* Right after the beginning; 0 adds nothing. */
void chain_add_tick(struct chain *chain, int64_t tick);
void chain_add(struct chain *chain,
               int64_t position,
               int kind,
               struct text body,
               const struct hash *content); /* NULL without content */
struct hash chain_end(struct chain *chain, int64_t last_position);

struct hash chain_content_hash(struct text salt, struct text content);

struct chain_report {
    int64_t lanes, batches, facts, contents, erased;
    struct hash head; /* of the last lane */
};

/* Read everything again and compare.  `progress` (may be NULL) is told the
 * number of facts read so far. */
enum rc chain_verify(struct db *db,
                     int government,
                     void (*progress)(void *owner, int64_t facts),
                     void *owner,
                     struct chain_report *out_report,
                     struct problem *why) NODISCARD;
