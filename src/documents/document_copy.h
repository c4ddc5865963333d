/* document_copy.h - what was signed otherwise, beside a document that bears our seal.
 *
 * Two ways stay open beside our own: the page that somebody signed in ink, scanned,
 * and the PDF that a certified provider (BSrE) signed.  Either is kept beside a
 * later version of the document (document.h), which says of what kind the signature
 * is; that it is there, since when, and its hash stand among what is published.
 *
 *   scan        PDF, JPEG or PNG (scan.h); what it says of where it was made is left out
 *   certified   a PDF that carries a digital signature, byte by byte as it came
 *
 * What was filed is never taken out or replaced: another copy is filed beside it, up
 * to DOCUMENT_COPIES_MAX.
 *
 * Hadir does not check a certified signature, and says so: for that the provider has
 * a service of its own.  Our seal goes on being what verifies the document.
 *
 * Memory    What is read lives in the caller's arena.
 * Threads   The command: the ledger's.  All else: any.
 * Errors    RC_INVALID at "file" for a file that is none of these; RC_NOT_FOUND;
 *           RC_CONFLICT for a document that is no longer valid, a file that is there
 *           already, or one too many; RC_TOO_LARGE. */
#pragma once

#include "base/day.h"
#include "documents/document.h"
#include "documents/scan.h"

enum copy_kind { COPY_SCAN, COPY_CERTIFIED };

extern const struct record_choice copy_kind_choices[];

struct document_copy {
    struct text code; /* of the document */
    struct text file; /* as it is stored */
    struct text author;
    enum copy_kind kind;
    struct day day; /* on which it is filed, where the government is */
};

/* Look at the bytes; copy->file is what is stored. */
enum rc document_copy_prepare(struct document_copy *copy,
                              struct arena *mem,
                              struct problem *why) NODISCARD;

/* File it; the request is a struct document_copy that was prepared. */
extern const struct ledger_command document_copy_command;

/* One that was filed, as it is on record. */
struct document_copy_row {
    struct text author; /* account; empty: the command line */
    struct text digest; /* BLAKE2b of the file, in hexadecimal; empty: it was erased */
    int64_t at_ms;
    int64_t bytes;
    int64_t position;
    int lane;
    int number; /* of the document's copies, from 1 */
    enum copy_kind kind;
};

/* All that were filed beside a document, the first one first. */
enum rc document_copy_list(struct db *db,
                           int government,
                           struct text code,
                           struct arena *mem,
                           struct record_list *out_rows) NODISCARD;

/* The file of one of them; number 0: the last.  RC_NOT_FOUND without one. */
enum rc document_copy_load(struct db *db,
                           int government,
                           struct text code,
                           int number,
                           struct arena *mem,
                           struct scan *out_copy) NODISCARD;
