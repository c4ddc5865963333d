/* buf.h - text that grows while it is built, up to a named maximum.
 *
 * The first excess makes the buffer `overflow` for good; later calls do
 * nothing, so a whole sequence is written first and checked once.
 *
 * Memory    The buffer owns its bytes until buf_done or buf_take.
 * Threads   One at a time.
 * Errors    Sticky: buf_ok. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct buf {
    char *at; /* always followed by a NUL once something was added */
    size_t bytes;
    size_t capacity;
    size_t bytes_max;
    bool overflow;
};

void buf_init(struct buf *buf, size_t bytes_max);
void buf_done(struct buf *buf);
void buf_clear(struct buf *buf); /* empty again, memory kept */

void buf_add(struct buf *buf, struct text text);
void buf_add_bytes(struct buf *buf, const void *at, size_t bytes);
void buf_add_char(struct buf *buf, char byte);
void buf_add_int(struct buf *buf, int64_t value);
void buf_format(struct buf *buf, const char *format, ...) PRINTF(2, 3);

/* Everything that was added fitted. */
bool buf_ok(const struct buf *buf);

/* The bytes so far; valid until the next call that changes the buffer. */
struct text buf_text(const struct buf *buf);
