#include "base/buf.h"

#include "base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_BYTES = 256 };

void buf_init(struct buf *buf, size_t bytes_max)
{
    assert(bytes_max > 0);
    *buf = (struct buf){.bytes_max = bytes_max};
}

void buf_done(struct buf *buf)
{
    mem_free(buf->at);
    *buf = (struct buf){.bytes_max = buf->bytes_max};
}

void buf_clear(struct buf *buf)
{
    buf->bytes = 0;
    buf->overflow = false;
}

/* Make room for `more` bytes and the NUL where there is none yet; false and
 * sticky when they are too many. */
static bool grow(struct buf *buf, size_t more)
{
    size_t needed;
    size_t capacity = buf->capacity ? buf->capacity : FIRST_BYTES;

    if (more > buf->bytes_max - buf->bytes) {
        buf->overflow = true;
        return false;
    }
    needed = buf->bytes + more + 1;
    while (capacity < needed) {
        capacity *= 2;
    }
    if (capacity == buf->capacity) return true;
    buf->at = mem_resize(buf->at, capacity, 1);
    buf->capacity = capacity;
    return true;
}

/* Most of what is added is a few bytes that have room. */
static inline bool reserve(struct buf *buf, size_t more)
{
    if (buf->overflow) return false;
    if (more < buf->capacity - buf->bytes && more <= buf->bytes_max - buf->bytes) return true;
    return grow(buf, more);
}

void buf_add_bytes(struct buf *buf, const void *at, size_t bytes)
{
    if (!reserve(buf, bytes)) return;
    if (bytes) memcpy(buf->at + buf->bytes, at, bytes);
    buf->bytes += bytes;
    buf->at[buf->bytes] = '\0';
}

void buf_add(struct buf *buf, struct text text)
{
    buf_add_bytes(buf, text.at, text.bytes);
}

void buf_add_char(struct buf *buf, char byte)
{
    if (!reserve(buf, 1)) return;
    buf->at[buf->bytes++] = byte;
    buf->at[buf->bytes] = '\0';
}

void buf_add_int(struct buf *buf, int64_t value)
{
    char digits[24];
    int bytes = snprintf(digits, sizeof digits, "%lld", (long long)value);

    buf_add_bytes(buf, digits, (size_t)bytes);
}

void buf_format(struct buf *buf, const char *format, ...)
{
    va_list args;
    va_list again;
    int bytes;

    va_start(args, format);
    va_copy(again, args);
    bytes = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(bytes >= 0);
    if (reserve(buf, (size_t)bytes)) {
        IGNORE(vsnprintf(buf->at + buf->bytes, (size_t)bytes + 1, format, again), "measured");
        buf->bytes += (size_t)bytes;
    }
    va_end(again);
}

bool buf_ok(const struct buf *buf)
{
    return !buf->overflow;
}

struct text buf_text(const struct buf *buf)
{
    return (struct text){buf->at ? buf->at : "", buf->bytes};
}
