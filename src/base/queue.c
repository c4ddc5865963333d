#include "base/queue.h"

#include "base/lock.h"
#include "base/mem.h"

struct queue {
    /* set before start, then constant */
    size_t count_max;
    void **items; /* a ring */
    /* guarded by lock */
    struct lock lock;
    struct lock_signal filled;
    size_t first;
    size_t count;
    bool closed;
    bool woken;
    bool waiting; /* the reader sleeps: a signal is worth its price */
};

struct queue *queue_new(size_t count_max)
{
    struct queue *queue = mem_alloc(1, sizeof *queue);

    assert(count_max > 0);
    queue->count_max = count_max;
    queue->items = mem_alloc(count_max, sizeof *queue->items);
    lock_init(&queue->lock, LOCK_QUEUE);
    lock_signal_init(&queue->filled);
    return queue;
}

void queue_free(struct queue **queue)
{
    if (!*queue) return;
    lock_signal_done(&(*queue)->filled);
    lock_done(&(*queue)->lock);
    mem_free((*queue)->items);
    mem_free(*queue);
    *queue = NULL;
}

static void wake_reader(struct queue *queue)
{
    lock_assert_held(&queue->lock);
    if (!queue->waiting) return;
    queue->waiting = false;
    lock_signal_one(&queue->filled);
}

enum rc queue_push(struct queue *queue, void *item)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&queue->lock);

    if (queue->closed) return RC_UNAVAILABLE;
    if (queue->count == queue->count_max) return RC_TOO_MANY;
    queue->items[(queue->first + queue->count) % queue->count_max] = item;
    queue->count++;
    wake_reader(queue);
    return RC_OK;
}

static size_t take_some(struct queue *queue, void **items, size_t count_max)
{
    size_t count = queue->count < count_max ? queue->count : count_max;

    lock_assert_held(&queue->lock);
    for (size_t i = 0; i < count; i++) {
        items[i] = queue->items[(queue->first + i) % queue->count_max];
    }
    queue->first = (queue->first + count) % queue->count_max;
    queue->count -= count;
    return count;
}

/* Waiting again after a wake for no reason may last longer than asked, by
 * less than what was asked: the reader's timeout is a rhythm, not a deadline. */
size_t queue_take(struct queue *queue, void **items, size_t count_max, int64_t wait_ms)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&queue->lock);

    assert(count_max > 0);
    while (queue->count == 0 && !queue->closed && !queue->woken) {
        queue->waiting = true;
        if (!lock_wait(held, &queue->filled, wait_ms)) break;
    }
    queue->waiting = false;
    queue->woken = false;
    return take_some(queue, items, count_max);
}

void queue_wake(struct queue *queue)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&queue->lock);

    queue->woken = true;
    wake_reader(queue);
}

void queue_close(struct queue *queue)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&queue->lock);

    queue->closed = true;
    wake_reader(queue);
}

bool queue_is_drained(struct queue *queue)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&queue->lock);

    return queue->closed && queue->count == 0;
}

size_t queue_count(struct queue *queue)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&queue->lock);

    return queue->count;
}
