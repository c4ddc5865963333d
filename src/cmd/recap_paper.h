/* recap_paper.h - a recap as a document: what stands on the paper, and what is published.
 *
 * Domain.md §11, "Rekap kehadiran": totals by state with their shares, and a
 * line an agency.  States that nobody is in are left out, so that the parts
 * still add up to their sum.  Published are the totals, never an agency by name.
 *
 * Memory    Everything lives in the arena.
 * Threads   All functions are pure. */
#pragma once

#include "attendance/recap.h"
#include "documents/document.h"

struct recap_paper_request {
    const struct recap *recap;
    const struct directory *directory;
    struct text number;
    struct text signer_name;
    struct text signer_position;
    int64_t noted_at_ms; /* what was known when it was counted */
    int64_t now_ms;
};

/* Fill a paper and its summary. */
void recap_paper_write(const struct recap_paper_request *request,
                       struct arena *mem,
                       struct paper *out_paper,
                       struct document_summary *out_summary);
