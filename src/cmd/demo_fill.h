/* demo_fill.h - fill an empty government with a demo government and its day.
 *
 * Everything goes the ordinary way: the founding, agencies, people and leave
 * through their imports, terminals through their approval, punches and
 * unreadable rows through the punch command, PINs that nobody knew through
 * the mapping.  The clock of the ledger is set to each step, so the log says
 * when each fact would have been recorded and --as-of shows the morning:
 *
 *   a week before, 09:00   the register, the terminals
 *   the day, minute by minute   punches and unreadable rows as received
 *   08:05                  the late enrolments: now they map to somebody
 *   08:32, 10:19           contacts of the terminals, as a server records them
 *   after the closing      contacts again, so the day closes with nobody unknown
 *
 * The minutes of the replay end at second 12, because the picture of the
 * morning is known at 07:46:12.
 *
 * Memory    A few megabytes in the caller's arena.
 * Threads   The caller's, and the ledger's; nobody else may ask the clock.
 * Errors    RC_NOT_FOUND for an unknown demo government; RC_CONFLICT when the
 *           folder already has a register; otherwise what the ledger answers. */
#pragma once

#include "attendance/punch_book.h"
#include "base/clock.h"
#include "base/secret.h"
#include "cmd/demo_day.h"

/* How far the replay has come. */
typedef void demo_progress(void *owner, int64_t done, int64_t total);

/* Asked at each full minute between these two, when all that was received by then
 * is recorded: to do what is due, with the ledger's clock at its own instants. */
enum {
    DEMO_UNTIL_FROM_SECOND = 8 * 3600 + 33 * 60,
    DEMO_UNTIL_TO_SECOND = 10 * 3600 + 20 * 60,
};
typedef enum rc demo_until(void *owner, int64_t until_ms, struct problem *why);

enum demo_part {
    DEMO_REGISTER, /* agencies, people, leave and terminals */
    DEMO_WHOLE_DAY,
};

struct demo_options {
    struct text name; /* "jambi" */
    enum demo_part part;
    int government;
    struct ledger *ledger;
    struct db *reader;       /* of the facts, the caller's thread's */
    struct punch_book *book; /* may be NULL for DEMO_REGISTER */
    struct clock *clock;     /* the ledger's; left at the last step */
    struct secret *password; /* out: of the first account, which is "admin" */
    demo_until *until;       /* of the day; may be NULL */
    void *until_owner;
    demo_progress *progress; /* may be NULL */
    void *progress_owner;
};

/* *out_day, in the arena, is what was filled in. */
enum rc demo_fill(const struct demo_options *options,
                  struct arena *mem,
                  struct demo_day *out_day,
                  struct problem *why) NODISCARD;
