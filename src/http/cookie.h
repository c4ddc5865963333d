/* cookie.h - one cookie of a Cookie header (RFC 6265, 4.2).
 *
 * Memory    The value is a slice of the header.
 * Threads   Pure.
 * Errors    None: what is not there is {NULL, 0}.  When a name occurs twice the
 *           first counts, as browsers send the more specific path first. */
#pragma once

#include "base/text.h"

struct text cookie_find(struct text header, struct text name);
