/* seal.h - who signed a PDF, inside the PDF.
 *
 * A sealed file is the document followed by one update (pdf.h) that holds a
 * stream which readers pass over:
 *
 *   %PDF-1.4 ...        the document, not a byte of it touched
 *   12 0 obj << /Type /HadirSeal /Length 612 >> stream
 *   {"seal":1,"code":"7K4M-92QX-C1TD","government":...,"digest":...,"key":...}
 *   3f0a...             Ed25519 over the line above, in hexadecimal
 *   endstream endobj xref ... %%EOF
 *
 * The digest is BLAKE2b over the document.  A seal is believed only when
 * putting the same words behind the same document gives the same file, so every
 * byte of it is accounted for: those of the document by the digest, those of
 * the seal by the signature, those of the update because they follow from both.
 *
 * Whether the key was ours, and what became of the document, is the register's
 * knowledge: document_verdict.h.
 *
 * Memory    What is read lives in the caller's arena.
 * Threads   All functions are pure. */
#pragma once

#include "documents/document_code.h"
#include "documents/paper.h"
#include "documents/signing_key.h"

enum { SEALED_PDF_BYTES_MAX = PAPER_PDF_BYTES_MAX + 64 * 1024 };

struct seal {
    int edition; /* 1 */
    struct text code;
    struct text government;
    struct text title;
    struct text number;
    struct text name;     /* of the signer */
    struct text position; /* as which he signed */
    struct text account;  /* with which he signed */
    int64_t signed_at_ms;
    struct text digest; /* of the document, in hexadecimal */
    struct text key;    /* id of the signing key */
};

/* The document with its seal; seal->digest, key and edition are filled in. */
enum rc seal_put(struct text document,
                 struct seal *seal,
                 const struct signing_key *key,
                 struct arena *mem,
                 struct text *out_file,
                 struct problem *why) NODISCARD;

enum seal_finding {
    SEAL_NONE,   /* the file bears no seal of Hadir */
    SEAL_BROKEN, /* it bears one, and is not as it was when that was put */
    SEAL_WHOLE,  /* it is as it was; whether the signature is ours is not said */
};

/* What a file bears.  For SEAL_WHOLE all outputs are written. */
struct seal_reading {
    enum seal_finding finding;
    struct seal seal;
    struct text signed_text;
    struct signature signature;
};
void seal_read(struct text file, struct arena *mem, struct seal_reading *out_reading);
