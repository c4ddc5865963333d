/* minutes_issue.h - reading an inspection for its minutes, and issuing them.
 *
 * Minutes are issued once: asked for again, the same file comes back.  After an
 * amendment they are issued anew and supersede the ones before
 * (documents/document.h), so that the code on an old paper says so.
 *
 * Memory    Everything lives in the caller's arena.
 * Threads   minutes_read: any, on its own connection.  minutes_issue: one that
 *           may wait for the ledger and for setting type; never a server's.
 * Errors    RC_NOT_FOUND without such an inspection; RC_CONFLICT for one that is
 *           not closed; what the document room says. */
#pragma once

#include "documents/document.h"
#include "inspection/minutes.h"

/* What a paper is made from. */
struct minutes_request {
    struct db *facts;
    const struct directory *directory; /* of now */
    int government;
    int lane;
    struct text inspection; /* code; empty: the latest that is closed */
};

enum rc minutes_read(const struct minutes_request *request,
                     struct arena *mem,
                     struct minutes *out_minutes,
                     struct problem *why) NODISCARD;

/* The issued file and its code: those on record, or new ones. */
enum rc minutes_issue(const struct minutes_request *request,
                      struct ledger *ledger,
                      const char *key_path,
                      int64_t now_ms,
                      struct arena *mem,
                      struct document_row *out_row,
                      struct text *out_file,
                      struct problem *why) NODISCARD;
