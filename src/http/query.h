/* query.h - the query string of a URL, and percent-encoding.
 *
 * A parameter is found in the raw string and decoded when asked for: `+` is a
 * blank, %XX a byte, an escape that is none stands for itself (terminals write
 * such).  The first of equal names counts.
 *
 * Memory    Decoded text lives in the caller's arena.
 * Threads   All functions are pure.
 * Errors    None: what is not there is {NULL, 0}.  Parameters beyond
 *           QUERY_PARAMETERS_MAX are not seen. */
#pragma once

#include "base/arena.h"

enum { QUERY_PARAMETERS_MAX = 64 };

/* The decoded value of a parameter; empty but not NULL for "a=" and "a". */
struct text query_find(struct text query, struct text name, struct arena *mem);

/* Percent-decoding of a path's segment: `+` stays. */
struct text query_decode_segment(struct text segment, struct arena *mem);
