/* document_verdict.h - is this file the document that was issued?
 *
 * Asked of a file by `hadir verify-document` and the public page.  First its
 * own bytes must agree with its seal, then the key must be the government's, then
 * the register must hold the document with the same digest; what can be said is
 * listed in document_finding.def.
 *
 * Memory    The verdict lives in the caller's arena.
 * Threads   Any, on its own connection.
 * Errors    RC_UNAVAILABLE from the store.  A bad file is no error. */
#pragma once

#include "documents/document.h"
#include "documents/seal.h"

enum document_finding {
#define FINDING(name, word, english, indonesian) FINDING_##name,
#include "documents/document_finding.def"
#undef FINDING
};

extern const struct record_choice document_finding_choices[];
const char *document_finding_sentence(enum document_finding finding,
                                      const char *language) RETURNS_NONNULL;

struct document_verdict {
    enum document_finding finding;
    bool has_seal; /* the seal below was put by a key of ours */
    bool has_row;  /* the register knows its code */
    struct seal seal;
    struct document_row row;
};

enum rc document_judge(struct db *db,
                       int government,
                       struct text file,
                       struct arena *mem,
                       struct document_verdict *out_verdict) NODISCARD;

/* The document as it was issued, whatever has become of it since. */
static inline bool document_is_unchanged(const struct document_verdict *verdict)
{
    return verdict->finding == FINDING_GENUINE || verdict->finding == FINDING_SUPERSEDED ||
           verdict->finding == FINDING_WITHDRAWN;
}
