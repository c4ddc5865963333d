/* json_write.h - JSON written as a stream, no tree is built to be printed.
 *
 * A writer adds to a `struct buf` that somebody else owns.  Commas, quotes and
 * escapes are its business; the caller says what comes next.  Each call takes
 * the key of a member, or NULL for an element of an array and for the whole:
 *
 *   json_write_object(&json, NULL);
 *   json_write_text(&json, "name", name);
 *   json_write_array(&json, "flags");
 *   json_write_cstr(&json, NULL, "offline");
 *   json_write_end(&json);
 *   json_write_end(&json);
 *   if (!json_write_ok(&json)) ...
 *
 * Bytes that are no UTF-8 become U+FFFD.  Integers are JSON numbers; what may
 * exceed 2^53 is written as text by its owner.  A `struct secret` cannot be
 * written: no function takes it.
 *
 * Memory    The writer owns nothing.
 * Threads   One at a time.
 * Errors    Sticky: json_write_ok is false when the buffer overflowed.  A key
 *           inside an array, a missing key or an `end` too many is a
 *           programmer's error and asserts. */
#pragma once

#include "base/buf.h"
#include "base/day.h"

#include <stdbool.h>

enum { JSON_WRITE_DEPTH_MAX = 32 };

struct json_write {
    struct buf *to;
    int depth;
    bool comma;                           /* a comma comes before the next item */
    bool is_object[JSON_WRITE_DEPTH_MAX]; /* what each open level is */
};

void json_write_init(struct json_write *json, struct buf *to);

void json_write_object(struct json_write *json, const char *key);
void json_write_array(struct json_write *json, const char *key);
void json_write_end(struct json_write *json); /* closes the innermost of both */

void json_write_text(struct json_write *json, const char *key, struct text value);
void json_write_cstr(struct json_write *json, const char *key, const char *value); /* NULL: null */
void json_write_format(struct json_write *json, const char *key, const char *format, ...)
    PRINTF(3, 4);
void json_write_int(struct json_write *json, const char *key, int64_t value);
void json_write_real(struct json_write *json, const char *key, double value); /* NaN, inf: null */
void json_write_bool(struct json_write *json, const char *key, bool value);
void json_write_null(struct json_write *json, const char *key);

/* "2021-05-17", and null for no day. */
void json_write_day(struct json_write *json, const char *key, struct day value);

/* "2021-05-17T07:44:08+07:00", in the wall clock of the offset. */
void json_write_instant(struct json_write *json,
                        const char *key,
                        int64_t at_ms,
                        int offset_minutes);

/* "07:44:08", and null below zero. */
void json_write_time(struct json_write *json, const char *key, int second_of_day);

/* A value that is JSON already. */
void json_write_raw(struct json_write *json, const char *key, struct text value);

/* Everything fitted and every object and array is closed. */
bool json_write_ok(const struct json_write *json);
