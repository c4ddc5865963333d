/* mailbox.h - the bounded queue of letters to the ledger's thread.
 *
 * Senders never wait: a full box refuses.  The receiver takes everything that
 * is there, up to a batch, and sleeps only when the box is empty.
 *
 * Memory    A letter is copied in and out; its request is not touched.
 * Threads   mailbox_put: any.  mailbox_take: one receiver. */
#pragma once

#include "base/cc.h"

struct ledger_command;
struct mailbox;

struct letter {
    const struct ledger_command *command;
    void *request;
};

struct mailbox *mailbox_new(size_t letters_max) RETURNS_NONNULL NODISCARD;
void mailbox_free(struct mailbox **box);

/* RC_TOO_MANY when full, RC_UNAVAILABLE once closed. */
enum rc mailbox_put(struct mailbox *box, struct letter letter) NODISCARD;

/* Wait for letters and take up to `max`; 0 means closed and empty. */
size_t mailbox_take(struct mailbox *box, struct letter *out_letters, size_t max);

/* Refuse what comes from now on; what is inside can still be taken. */
void mailbox_close(struct mailbox *box);

size_t mailbox_waiting(struct mailbox *box);
