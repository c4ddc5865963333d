#include "ledger/mailbox.h"

#include "base/lock.h"
#include "base/mem.h"

struct mailbox {
    size_t capacity; /* set before start, then constant */

    struct lock lock;
    struct lock_signal arrived;
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
    lock_init(&box->lock, LOCK_QUEUE);
    lock_signal_init(&box->arrived);
    return box;
}

void mailbox_free(struct mailbox **box)
{
    if (!*box) return;
    lock_signal_done(&(*box)->arrived);
    lock_done(&(*box)->lock);
    mem_free((*box)->letters);
    mem_free(*box);
    *box = NULL;
}

static void wake_receiver(struct mailbox *box)
{
    lock_assert_held(&box->lock);
    if (!box->receiver_sleeps) return;
    box->receiver_sleeps = false;
    lock_signal_one(&box->arrived);
}

enum rc mailbox_put(struct mailbox *box, struct letter letter)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&box->lock);

    if (box->closed) return RC_UNAVAILABLE;
    if (box->count == box->capacity) return RC_TOO_MANY;
    box->letters[(box->first + box->count) % box->capacity] = letter;
    box->count++;
    wake_receiver(box);
    return RC_OK;
}

size_t mailbox_take(struct mailbox *box, struct letter *out_letters, size_t max)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&box->lock);
    size_t taken = 0;

    while (box->count == 0 && !box->closed) {
        box->receiver_sleeps = true;
        IGNORE(lock_wait(held, &box->arrived, -1), "asked again in the loop");
    }
    box->receiver_sleeps = false;
    while (taken < max && box->count > 0) {
        out_letters[taken++] = box->letters[box->first];
        box->first = (box->first + 1) % box->capacity;
        box->count--;
    }
    return taken;
}

void mailbox_close(struct mailbox *box)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&box->lock);

    box->closed = true;
    wake_receiver(box);
}

size_t mailbox_waiting(struct mailbox *box)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&box->lock);

    return box->count;
}
