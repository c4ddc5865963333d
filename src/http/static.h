/* static.h - the browser client, served from the program itself.
 *
 * A path is looked up among the embedded files under web/; names that carry a
 * hash of their contents (assets/…-1a2b3c4d.js) may be kept by browsers for a
 * year, everything else is asked for again with its ETag (304).  A path
 * without a dot that is no file is a page of the client: it gets index.html.
 * Compressed variants are sent as they are.
 *
 * Threads   Any.
 * Errors    RC_NOT_FOUND. */
#pragma once

#include "http/request.h"

/* Answer GET and HEAD; as `fallback`, or called by it. */
enum rc static_serve(struct http_request *request) NODISCARD;
