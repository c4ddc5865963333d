/* simulator_request.h - the bytes of a terminal's request.
 *
 * Written as the firmware does: the serial in the query, a plain body with its
 * length, no cookies.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/buf.h"
#include "devices/simulator_terminal.h"

/* `door` such as "/iclock/cdata"; `query` is what follows the serial, "" or
 * "&key=value...". */
void simulator_request_get(const struct simulator_world *world,
                           struct text serial,
                           struct buf *out,
                           const char *door,
                           const char *query);
void simulator_request_post(const struct simulator_world *world,
                            struct text serial,
                            struct buf *out,
                            const char *door,
                            const char *query,
                            struct text body);
