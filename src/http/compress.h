/* compress.h - gzip for replies (RFC 9110, 12.5.3 and RFC 1952).
 *
 * Level 1: on a village's link the bytes count, on the server the time does.
 *
 * Memory    The result is added to the caller's buffer.
 * Threads   All functions are pure.
 * Errors    None; what cannot be compressed is sent as it is. */
#pragma once

#include "base/buf.h"

/* Does an Accept-Encoding header take gzip? */
bool compress_accepts_gzip(struct text header);

/* Is a body of this type and size worth it? */
bool compress_is_worth_it(const char *content_type, size_t bytes);

/* False when it did not become smaller. */
bool compress_gzip(struct text body, struct buf *to);
