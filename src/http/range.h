/* range.h - which part of a file a request asks for (RFC 9110, 14).
 *
 * Players seek by asking for bytes from a place on.  One range is served;
 * several in one request, another unit, and what cannot be read are passed over,
 * as the RFC allows: then the whole is sent.
 *
 * Threads   Pure. */
#pragma once

#include "base/text.h"

enum range_kind {
    RANGE_WHOLE,
    RANGE_PART,
    RANGE_OUTSIDE, /* nothing of it is in the file */
};

struct range {
    enum range_kind kind;
    int64_t from; /* of a part */
    int64_t bytes;
};

/* `header` is the value of Range, or {NULL, 0}. */
struct range range_of(struct text header, int64_t total_bytes);
