/* control_stream.h - a stream over somebody else's descriptor that can be let go.
 *
 * A command in the server writes to a pipe whose reader may sleep for ever.
 * This stream waits until the descriptor is ready or the server stops; then it
 * fails, and the handler comes to its end.
 *
 * Memory    The stream owns the descriptor; fclose closes it.
 * Threads   One at a time.
 * Errors    NULL when the system has no memory left for it. */
#pragma once

#include "base/cc.h"

#include <stdio.h>

/* `stop_fd` becomes readable when the stream is to be let go. */
FILE *control_stream_open(int fd, int stop_fd, const char *mode) NODISCARD;
