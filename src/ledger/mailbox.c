#include "ledger/mailbox.h"

#include "base/mem.h"

#include <pthread.h>

struct mailbox {
    size_t capacity; /* set before start, then constant */

    pthread_mutex_t lock;
    pthread_cond_t arrived;
    /* guarded by lock */
    struct letter *letters; /* a ring */
    size_t first;
    size_t count;
    bool closed;
    bool receiver_sleeps;
};

struct mailbox *mailbox_new(size_t letters_max)
{
    struct mailbox *box = mem_alloc(1, sizeof *box);

    box->capacity = letters_max;
    box->letters = mem_alloc(letters_max, sizeof *box->letters);
    pthread_mutex_init(&box->lock, NULL);
    pthread_cond_init(&box->arrived, NULL);
    return box;
}

void mailbox_free(struct mailbox **box)
{
    if (!*box) return;
    pthread_cond_destroy(&(*box)->arrived);
    pthread_mutex_destroy(&(*box)->lock);
    mem_free((*box)->letters);
    mem_free(*box);
    *box = NULL;
}

enum rc mailbox_put(struct mailbox *box, struct letter letter)
{
    enum rc rc = RC_OK;
    bool wake = false;

    pthread_mutex_lock(&box->lock);
    if (box->closed) {
        rc = RC_UNAVAILABLE;
    } else if (box->count == box->capacity) {
        rc = RC_TOO_MANY;
    } else {
        box->letters[(box->first + box->count) % box->capacity] = letter;
        box->count++;
        wake = box->receiver_sleeps;
        box->receiver_sleeps = false;
    }
    pthread_mutex_unlock(&box->lock);
    if (wake) pthread_cond_signal(&box->arrived);
    return rc;
}

size_t mailbox_take(struct mailbox *box, struct letter *out_letters, size_t max)
{
    size_t taken = 0;

    pthread_mutex_lock(&box->lock);
    while (box->count == 0 && !box->closed) {
        box->receiver_sleeps = true;
        pthread_cond_wait(&box->arrived, &box->lock);
    }
    box->receiver_sleeps = false;
    while (taken < max && box->count > 0) {
        out_letters[taken++] = box->letters[box->first];
        box->first = (box->first + 1) % box->capacity;
        box->count--;
    }
    pthread_mutex_unlock(&box->lock);
    return taken;
}

void mailbox_close(struct mailbox *box)
{
    pthread_mutex_lock(&box->lock);
    box->closed = true;
    pthread_mutex_unlock(&box->lock);
    pthread_cond_signal(&box->arrived);
}

size_t mailbox_waiting(struct mailbox *box)
{
    size_t count;

    pthread_mutex_lock(&box->lock);
    count = box->count;
    pthread_mutex_unlock(&box->lock);
    return count;
}
