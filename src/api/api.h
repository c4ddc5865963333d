/* api.h - the HTTP interface: what people, walls and terminals can ask.
 *
 * Puts the rooms below behind one table of routes (routes.c), each with its
 * permission, and starts the server, the event stream of the board and the
 * service of terminals.  A handler decodes, calls one function of a room and
 * encodes; it decides nothing.
 *
 *   api_start ──▶ serving ──api_refuse──▶ (the caller drains the ledger) ──api_stop──▶ gone
 *
 * Memory    api_stop frees everything; what the options point to outlives it.
 * Threads   api_start, api_refuse, api_stop: the main thread.
 * Errors    RC_UNAVAILABLE or RC_INVALID with the reason when an address
 *           cannot be used. */
#pragma once

#include "attendance/board.h"
#include "attendance/punch_book.h"
#include "attendance/terminal_book.h"
#include "base/clock.h"
#include "base/problem.h"
#include "devices/order_book.h"
#include "ledger/ledger.h"
#include "video/films.h"

struct api;
struct turn;

struct api_options {
    struct ledger *ledger;
    struct board *board;
    struct punch_book *punches;
    struct terminal_book *terminals;
    struct order_book *orders;
    const struct clock *clock;
    struct video *video;
    struct films *films;
    const char *stun;        /* for browsers: "host:3478", or NULL */
    const struct turn *turn; /* for browsers: relays, or NULL */
    const char *facts_path;
    const char *derived_path;
    const char *key_path; /* of the key that documents are sealed with */
    int government;
    int lane;
    const char *listen;           /* "127.0.0.1:8080", port 0: any */
    const char *terminals_listen; /* a plain listener for terminals, or NULL */
    const char *tls_cert;         /* PEM texts for the first listener, or NULL */
    const char *tls_key;
};

enum rc api_start(const struct api_options *options,
                  struct api **out_api,
                  struct problem *why) NODISCARD;

/* The port that a listener got: 0 the first, 1 that of terminals. */
unsigned api_port(const struct api *api, int listener);

/* Accept nothing new; what is under way is finished, but no password is hashed any more. */
void api_refuse(struct api *api);
void api_stop(struct api **api);

/* The board's listener: give it to board_options with the api as owner, once
 * api_start has returned; before that a NULL owner is ignored. */
void api_board_changed(void *api,
                       const struct board_snapshot *before,
                       const struct board_snapshot *now);

/* The ledger committed up to this position; to be told after every commit, by any
 * thread, once api_start has returned. */
void api_committed(void *api, int64_t position);

/* The OpenAPI 3.1 document of all routes. */
void api_write_openapi(struct buf *to);
