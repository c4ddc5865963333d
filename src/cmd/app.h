/* app.h - the parts of the program that work on one data folder.
 *
 *   lock ─▶ ledger ─▶ terminal book, order book ─▶ board, caught up ─▶ punch book
 *
 * The caller has locked the folder, so there is one app on it.  A server
 * goes on with app_go_live: then the board follows by itself.  Without it the
 * same work is done on the caller's thread whenever app_catch_up asks for it.
 *
 * Closing writes the terminals' last contacts, lets the ledger finish what
 * waits, and then goes the way back.
 *
 * Memory    The app owns its parts.
 * Threads   Open, go live, close: one thread.  The parts say themselves who
 *           may call them; app_catch_up and app_open_facts: any thread once the
 *           app is live, before that the one that opened it.
 * Errors    What the parts return, with the reason in *why. */
#pragma once

#include "attendance/board.h"
#include "attendance/punch_book.h"
#include "attendance/terminal_book.h"
#include "base/clock.h"
#include "cmd/folder.h"
#include "devices/order_book.h"
#include "ledger/ledger.h"
#include "video/video.h"

#include <stdatomic.h>

/* Told on the ledger's thread; must not block. */
typedef void app_committed(void *owner, int64_t position);

struct app_options {
    const char *path; /* of the data folder */
    int lock_fd;      /* what folder_lock gave; the app's own from now on, whatever happens */
    const struct clock *clock;
    const char *vfs;          /* of facts.db: NULL, or a test's */
    board_listener *listener; /* of the board; may be NULL */
    app_committed *committed; /* after each commit, with the listener's owner; may be NULL */
    bool making;              /* the folder is thrown away when what is done fails: see ledger.h */
};

struct app {
    /* set before start, then constant */
    struct arena *mem;
    struct folder folder;
    int lock_fd;
    struct clock clock;
    int government;
    int lane;
    struct ledger *ledger;
    struct terminal_book *terminals;
    struct order_book *orders;
    struct board *board;
    struct punch_book *punches;
    struct video *video; /* of a server, which starts and ends it; else NULL */
    board_listener *listener;
    app_committed *committed;
    bool live;

    /* written by the one that opens and closes, read by the ledger and the board */
    _Atomic(struct board *) follower;
    _Atomic(void *) listener_owner; /* NULL: nobody listens yet */
};

enum rc app_open(const struct app_options *options,
                 struct app **out_app,
                 struct problem *why) NODISCARD;
enum rc app_go_live(struct app *app) NODISCARD;

/* From now on listener and committed of the options are told, as this owner;
 * NULL ends it. */
void app_listen(struct app *app, void *owner);

/* Record the terminals' contacts that are due, `all` at the end. */
enum rc app_record_contacts(struct app *app, bool all) NODISCARD;

/* Put this derived store, which nobody has open, in the place of the app's own
 * and go on with it; not while the app is live. */
enum rc app_replace_derived(struct app *app, const char *path, struct problem *why) NODISCARD;

/* Stop following: everything that was asked of the ledger before is settled,
 * the board's thread has ended and nobody is told of anything any more.  The
 * parts stay open. */
void app_drain(struct app *app);

void app_close(struct app **app_pointer);

/* Return when everything the ledger acknowledged so far is judged and the days
 * [from, to] (from > to: none) are open. */
enum rc app_catch_up(struct app *app, int32_t from, int32_t to, struct problem *why) NODISCARD;

/* Only follow the log to what was acknowledged so far: nothing to do when that
 * was done before.  Time may have passed since. */
enum rc app_follow(struct app *app, struct problem *why) NODISCARD;

/* A connection of the caller's own, for reading. */
enum rc app_open_facts(const struct app *app, struct db **out_db) NODISCARD;

/* What a reading command looks at: connections of its own and a picture, of now
 * or as of an instant, at least as new as the last app_catch_up. */
struct app_view {
    struct db *facts;
    struct derived *derived;
    struct picture *picture;
};
enum rc app_view_open(const struct app *app,
                      int64_t as_of_ms,
                      struct app_view *out_view,
                      struct problem *why) NODISCARD;
void app_view_close(struct app_view *view); /* for CLEANUP */

int64_t app_now_ms(const struct app *app);
