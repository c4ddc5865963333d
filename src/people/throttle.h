/* throttle.h - slow down whoever guesses passwords.
 *
 * Two things must not happen: a guesser locks the owner out of his account,
 * and one careless colleague locks out the whole office behind one address.
 * So nothing is ever locked; a wrong password makes the next try of the same
 * account from the same address wait, twice as long each time, up to a minute.
 * Against guesses from many addresses, and against one address trying many
 * accounts, tries are also rationed by account and by address; but an address
 * from which the account signed in before is outside of these rations.
 *
 *   account + address   5 free, then 1 s, 2 s, 4 s ... 60 s
 *   account             30 wrong ones, then one try in 10 s \  not for an address
 *   address             200 wrong ones, then one a second   /  it signed in from
 *
 * An hour without a wrong try forgets.  Kept in memory: a restart forgets too.
 *
 * Memory    At most THROTTLE_ENTRIES_MAX of each.
 * Threads   Any.
 * Errors    None. */
#pragma once

#include "base/text.h"

enum { THROTTLE_ENTRIES_MAX = 20 * 1000 };

struct throttle;

struct throttle *throttle_new(void) RETURNS_NONNULL NODISCARD;
void throttle_free(struct throttle **throttle);

/* How long this try has to wait; 0: go ahead. */
int64_t throttle_wait_ms(struct throttle *throttle,
                         struct text account,
                         struct text address,
                         int64_t now_ms);

/* How a try that went ahead ended. */
void throttle_failed(struct throttle *throttle,
                     struct text account,
                     struct text address,
                     int64_t now_ms);
void throttle_passed(struct throttle *throttle,
                     struct text account,
                     struct text address,
                     int64_t now_ms);
