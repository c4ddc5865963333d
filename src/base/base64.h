/* base64.h - bytes as text, for exports that hold bytes nobody could read.
 *
 * The standard alphabet with padding (RFC 4648, section 4).
 *
 * Threads   All functions are pure.
 * Errors    false for a text that is not base64. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"

void base64_add(struct buf *buf, struct text bytes);

/* The bytes, in the arena; *out_bytes is untouched when it is no base64. */
bool base64_read(struct arena *mem, struct text encoded, struct text *out_bytes) NODISCARD;
