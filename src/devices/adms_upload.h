/* adms_upload.h - an upload of a terminal, read into what is to be stored.
 *
 * Rows become punches, refusals and reports, a picture is cut out of its body,
 * and what a live punch says about the terminal's clock is noted.  An upload that
 * holds nothing to store (options, tables that are not kept) is acknowledged
 * at once; every other waits until adms_store.h has stored it as a whole.
 *
 * Memory    Everything lives in the call's arena.
 * Threads   Any; what is settled runs on the ledger's thread. */
#pragma once

#include "devices/adms_service.h"

/* Read the call's body: after it the call waits, or has its reply. */
void adms_upload_take(struct adms_call *call, int offset_minutes);
