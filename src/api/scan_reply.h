/* scan_reply.h - show the picture of a signed paper (documents/scan.h).
 *
 * What somebody sent in is shown to somebody else: with the type that its bytes
 * have and no other (nosniff), with a policy under which nothing in it runs, in
 * no cache, and named by us.  Pictures open in the page; a PDF is saved, because
 * the readers built into browsers do not work in a sandbox.
 *
 * Memory    `bytes` is static or lives in the request's arena.
 * Errors    RC_INVALID for a name that is no header. */
#pragma once

#include "documents/scan.h"
#include "http/request.h"

/* `name` is the name of the saved file without its ending: letters, digits, '-'. */
enum rc scan_reply(struct http_request *request,
                   enum scan_kind kind,
                   struct text bytes,
                   struct text name) NODISCARD;
