/* inspection_readings.h - that somebody reads names is on record before he gets them.
 *
 *   TRY(names_to_note(request, &seat, NAME_READING_ACTS, TEXT(""), &reading));
 *   if (reading) return api_perform(request, &name_reading_command, reading, give);
 *   return tell(request, &seat);
 *
 * `give` takes the seat again and tells; it asks nothing here, because a request
 * waits for the ledger once.
 *
 * Memory    The reading lives in the request's arena.
 * Threads   The request's.
 * Errors    RC_UNAVAILABLE: then no name is given. */
#pragma once

#include "api/inspection_seat.h"
#include "inspection/name_reading.h"

/* The caller may see the names.  *out_reading: what is to be recorded first; NULL
 * when it is on record for today. */
enum rc names_to_note(struct http_request *request,
                      const struct seat *seat,
                      enum name_reading_kind kind,
                      struct text agency,
                      struct name_reading **out_reading) NODISCARD;
