/* clerk.h - work for a request that takes longer than a request may.
 *
 * Setting minutes in type takes tenths of a second and then waits for the
 * ledger; a thread of http must not.  So the request is suspended and its work
 * is done by a thread of its own, the clerk, one piece at a time, in the order
 * in which they came:
 *
 *   return clerk_give(request, make_minutes, show_minutes);
 *
 * `make_minutes` runs on the clerk's thread and may wait for the ledger; with RC_OK
 * `show_minutes` then writes the reply on the server's.  What both need stays in
 * request->work.
 *
 * Memory    clerk_stop frees everything.
 * Threads   clerk_give: http's.  start, stop: the main thread; stop before the
 *           server, so that nobody gives a request back that is gone.
 * Errors    clerk_give: RC_TOO_MANY when CLERK_ERRANDS_MAX wait already,
 *           RC_UNAVAILABLE once it stops. */
#pragma once

#include "http/request.h"

/* At some tenths of a second each, the last waits for a few seconds. */
enum { CLERK_ERRANDS_MAX = 16 };

struct clerk;

enum rc clerk_start(struct clerk **out_clerk) NODISCARD;
void clerk_stop(struct clerk **clerk); /* finishes what waits */

enum rc clerk_give(struct clerk *clerk,
                   struct http_request *request,
                   http_handler *work,
                   http_handler *finish) NODISCARD;
