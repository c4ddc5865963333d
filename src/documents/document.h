/* document.h - the register of what a government has issued.
 *
 * A document is a paper with a code, sealed, whose bytes and published figures
 * are on record.  Issuing has two steps, because setting type takes longer than
 * the ledger should wait:
 *
 *   document_prepare   any thread: code, type, seal           -> struct document
 *   document_record    inside a ledger command: one fact      -> issued
 *
 *   struct document_issue issue = {.kind = TEXT("minutes"), .paper = &paper, ...};
 *   TRY(document_prepare(&issue, &key, mem, &document, why));
 *   TRY(ledger_perform(ledger, &document_command, &document, why));
 *
 * or, when other facts belong to the same decision, document_record(tx, &document,
 * why) inside the caller's own command.
 *
 * The fact (50) holds all but the bytes; those lie beside it as erasable content,
 * because minutes may hold names.  A document is never altered: it is superseded
 * by a later one, or withdrawn with a reason, and both are later versions of its
 * row.  The ways of wet ink and of a certified signature (BSrE) stay open: a
 * version says of what kind the signature is and what lies beside it
 * (document_copy.h).
 *
 * Memory    What is read lives in the caller's arena.
 * Threads   Reading: any, on its own connection.  document_record and the
 *           commands: the ledger's thread.
 * Errors    RC_CONFLICT for a number that is taken, or a document that is no
 *           longer valid; RC_NOT_FOUND; RC_INVALID and RC_TOO_LARGE from paper. */
#pragma once

#include "documents/document_code.h"
#include "documents/document_summary.h"
#include "documents/paper.h"
#include "documents/signing_key.h"

enum document_status {
#define STATUS(name, word) DOCUMENT_##name,
#include "documents/document_status.def"
#undef STATUS
};

enum signature_kind { SIGNATURE_OWN, SIGNATURE_WET_INK, SIGNATURE_CERTIFIED };

/* What lies beside a version as content. */
enum document_content { CONTENT_NONE, CONTENT_FILE, CONTENT_SCAN, CONTENT_CERTIFIED };

extern const struct record_choice document_status_choices[];
extern const struct record_choice signature_kind_choices[];

struct document_row {
    struct text code;
    struct text kind;    /* "minutes", "recap": who issued it knows */
    struct text title;   /* "Berita acara" */
    struct text about;   /* what stands under TENTANG */
    struct text number;  /* or empty */
    struct text subject; /* what it was made of: "inspection/12" */
    int64_t issued_at_ms;
    struct text signer_name;
    struct text signer_position;
    struct text signer_account;
    int signature_kind; /* enum signature_kind */
    int content;        /* enum document_content */
    struct text key;
    struct text digest;    /* BLAKE2b of the whole file, in hexadecimal */
    int64_t bytes;         /* of the file */
    struct text summary;   /* JSON, document_summary.h */
    int status;            /* enum document_status */
    struct text successor; /* code, when superseded */
    struct text reason;    /* why it was withdrawn */
    struct text author;
};
extern const struct fact_table document_fact;

/* ---- issuing ---- */

struct document_issue {
    struct text kind;
    struct text subject;
    struct paper *paper; /* code, verify_address and created_at_ms are written into it */
    const struct document_summary *summary;
    struct text signer_name;
    struct text signer_position;
    struct text signer_account;
    struct text supersedes; /* code of the document it replaces, or empty */
    struct text address;    /* of this program for the public, or empty */
    int64_t now_ms;
};

struct document {
    struct document_row row;
    struct text file; /* the sealed PDF */
    struct text supersedes;
    const struct signing_key *key;
};

enum rc document_prepare(const struct document_issue *issue,
                         const struct signing_key *key,
                         struct arena *mem,
                         struct document *out_document,
                         struct problem *why) NODISCARD;

/* Inside apply: the document, the key when it is new, and the end of the one it
 * supersedes. */
enum rc document_record(struct ledger_tx *tx,
                        const struct document *document,
                        struct problem *why) NODISCARD;

/* The same as a command of its own; the request is a struct document. */
extern const struct ledger_command document_command;

/* Take a document back. */
struct document_withdrawal {
    struct text code;
    struct text reason;
    struct text author;
};
extern const struct ledger_command document_withdraw_command;

/* Where the public verifies a document: "https://.../verify/7K4M-92QX-C1TD";
 * empty when the program's own address is not set. */
struct text document_address(struct text base, struct text code, struct arena *mem);

/* ---- asking ---- */

/* The last version of a document. */
enum rc document_find(struct db *db,
                      int government,
                      struct text code,
                      struct arena *mem,
                      struct document_row *out_row,
                      bool *out_found) NODISCARD;

/* The issued file; RC_NOT_FOUND when there is none or it was erased. */
enum rc document_file(struct db *db,
                      int government,
                      struct text code,
                      struct arena *mem,
                      struct text *out_file) NODISCARD;

/* All of a subject, or all (empty), the latest first, as they stand. */
enum rc document_list(struct db *db,
                      int government,
                      struct text subject,
                      struct arena *mem,
                      struct record_list *out_rows) NODISCARD;
