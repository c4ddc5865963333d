/* simulator_wire.h - many HTTP/1.1 requests at once over few connections.
 *
 * A pool of non-blocking sockets on one epoll, each with one request at a time
 * and kept open between requests.  The caller hands in complete requests and is
 * told the reply, or that there was none; which terminal it belongs to travels
 * along as `owner`.
 *
 * Memory    simulator_wire_close.  A reply's body is valid during the call.
 * Threads   One at a time.
 * Errors    RC_UNAVAILABLE when the host has no address. */
#pragma once

#include "base/cc.h"
#include "base/problem.h"
#include "base/text.h"

enum { SIMULATOR_REPLY_BYTES_MAX = 256 * 1024, SIMULATOR_REPLY_MS_MAX = 30 * 1000 };

struct simulator_wire;

/* `status` is 0 and the body empty when there was no reply. */
typedef void simulator_heard(void *context, size_t owner, int status, struct text body);

enum rc simulator_wire_open(const char *host,
                            const char *port,
                            int connections,
                            struct simulator_wire **out_wire,
                            struct problem *why) NODISCARD;
void simulator_wire_close(struct simulator_wire **wire_pointer);

/* Another request can be sent. */
bool simulator_wire_is_free(const struct simulator_wire *wire);

enum simulator_line { SIMULATOR_LINE_GOOD, SIMULATOR_LINE_TORN };

/* Send a request; TORN closes the line when it is sent. */
void simulator_wire_send(struct simulator_wire *wire,
                         size_t owner,
                         struct text request,
                         enum simulator_line fate,
                         int64_t mono_ms);

/* Wait up to `wait_ms` for replies and report them. */
void simulator_wire_wait(struct simulator_wire *wire,
                         int wait_ms,
                         int64_t mono_ms,
                         simulator_heard *heard,
                         void *context);

size_t simulator_wire_busy(const struct simulator_wire *wire);
