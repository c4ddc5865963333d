/* queue.h - letters to a thread: many write, one reads, never more than N.
 *
 * A full queue refuses at once; nobody waits to write.  The reader takes as
 * many as there are, up to its own maximum, in the order they came.
 *
 *   closed, not empty   the reader still gets what is there, then nothing
 *   closed and empty    queue_take returns 0 without waiting
 *
 * Memory    The queue owns its ring, not what the pointers point to.
 * Threads   push, close, wake, count: any.  take: one thread at a time.
 * Errors    queue_push: RC_TOO_MANY when full, RC_UNAVAILABLE when closed. */
#pragma once

#include "base/cc.h"

struct queue;

struct queue *queue_new(size_t count_max) RETURNS_NONNULL NODISCARD;
void queue_free(struct queue **queue);

enum rc queue_push(struct queue *queue, void *item) NODISCARD;

/* Wait up to `wait_ms` (negative: without end) for the first item, then take
 * what is there.  0 when the time passed, when queue_wake was called, or when
 * the queue is closed and empty. */
size_t queue_take(struct queue *queue, void **items, size_t count_max, int64_t wait_ms) NODISCARD;

/* Let the reader return from its wait, now or the next time it would wait. */
void queue_wake(struct queue *queue);

/* Refuse what comes from now on; the reader finishes what is there. */
void queue_close(struct queue *queue);

bool queue_is_drained(struct queue *queue); /* closed and empty */
size_t queue_count(struct queue *queue);
