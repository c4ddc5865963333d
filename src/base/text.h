/* text.h - a slice of bytes that somebody else owns.
 *
 * Input is read as slices, never copied to be cut.  A slice may hold any
 * bytes; text_utf8 says whether they are valid UTF-8.
 *
 * Memory    A slice owns nothing and lives as long as what it points into.
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"

#include <string.h>
#include <strings.h>

struct text {
    const char *at; /* not terminated; may be NULL when bytes is 0 */
    size_t bytes;
};

#define TEXT(literal)       ((struct text){"" literal, sizeof(literal) - 1})
#define TEXT_FORMAT         "%.*s"
#define TEXT_ARGUMENT(text) (int)(text).bytes, (text).at ? (text).at : ""

/* The same inside a constant table, where C wants an initialiser and no value. */
#define TEXT_INIT(literal)              \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

/* The slice over a C string; NULL gives the empty slice.  Here, with what is
 * asked most, so that a comparison with a literal costs no call. */
static inline struct text text_of(const char *string)
{
    return (struct text){string, string ? strlen(string) : 0};
}

static inline bool text_equal(struct text a, struct text b)
{
    return a.bytes == b.bytes && (a.bytes == 0 || memcmp(a.at, b.at, a.bytes) == 0);
}

/* ASCII letters only. */
static inline bool text_equal_ignoring_case(struct text a, struct text b)
{
    return a.bytes == b.bytes && (a.bytes == 0 || strncasecmp(a.at, b.at, a.bytes) == 0);
}

int text_compare(struct text a, struct text b); /* by bytes, as memcmp */
bool text_starts(struct text whole, struct text beginning);
bool text_ends(struct text whole, struct text ending);

/* Without blanks, tabs, CR and LF at both ends. */
struct text text_trim(struct text text);

/* Cut `*rest` at the first `separator`: returns what is before it and leaves
 * what is after it.  Without a separator the whole is returned and `*rest`
 * becomes {NULL, 0}; a loop ends when rest->at is NULL. */
struct text text_cut(struct text *rest, char separator);

/* Position of the first such byte, or text.bytes. */
size_t text_find(struct text text, char byte);

/* Only digits with an optional leading '-', the whole slice, no overflow. */
bool text_int(struct text text, int64_t *out_value);

/* A decimal number such as -1.61 ; the whole slice. */
bool text_real(struct text text, double *out_value);

/* True when every byte is an ASCII digit and there is at least one. */
bool text_digits(struct text text);

/* True when the bytes are valid UTF-8 without NUL and other control
 * characters; tabs and line ends count as control characters. */
bool text_plain(struct text text);

/* True when the bytes are valid UTF-8 (Unicode 15, table 3-7). */
bool text_utf8(struct text text);

/* True when it holds a character that turns the order of those beside it, so that a
 * reader sees other figures than were written: overrides, embeddings and isolates
 * (U+202A-202E, U+2066-2069), or a hidden line end (U+2028, U+2029). */
bool text_reorders(struct text text);

/* A 64-bit hash for tables in memory; not for anything that is stored. */
uint64_t text_hash(struct text text);
