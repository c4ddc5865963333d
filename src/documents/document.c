#include "documents/document.h"

#include "base/limits.h"
#include "db/record_sql.h"
#include "documents/seal.h"
#include "people/rows.h"

#include <string.h>

static const char sql_insert[] =
    "INSERT INTO document (government, recorded_at_ms, lane, log_position, tick,"
    "   code, kind, title, about, number, subject, issued_at_ms, signer_name, signer_position,"
    "   signer_account, signature_kind, content, key, digest, bytes, summary, status, successor,"
    "   reason, author)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,"
    "         $20, $21, $22, $23, $24, $25)";

static const char sql_every[] =
    "SELECT recorded_at_ms, lane, log_position, tick,"
    "       code, kind, title, about, number, subject, issued_at_ms, signer_name, signer_position,"
    "       signer_account, signature_kind, content, key, digest, bytes, summary, status, successor,"
    "       reason, author"
    "  FROM document WHERE government = $1";

static const char sql_find[] =
    "SELECT code, kind, title, about, number, subject, issued_at_ms, signer_name, signer_position,"
    "       signer_account, signature_kind, content, key, digest, bytes, summary, status, successor,"
    "       reason, author"
    "  FROM document WHERE government = $1 AND code = $2"
    " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

static const char sql_file_at[] = "SELECT lane, log_position FROM document"
                                  " WHERE government = $1 AND code = $2 AND content = 'file'";

/* The last version of each: none of its code comes after it. */
static const char sql_list[] =
    "SELECT code, kind, title, about, number, subject, issued_at_ms, signer_name, signer_position,"
    "       signer_account, signature_kind, content, key, digest, bytes, summary, status, successor,"
    "       reason, author"
    "  FROM document d"
    " WHERE government = $1 AND ($2 = '' OR subject = $2)"
    "   AND NOT EXISTS (SELECT 1 FROM document l"
    "                    WHERE l.government = d.government AND l.code = d.code"
    "                      AND (l.tick > d.tick OR (l.tick = d.tick AND (l.lane > d.lane"
    "                           OR (l.lane = d.lane AND l.log_position > d.log_position)))))"
    " ORDER BY issued_at_ms DESC, code";

/* A document that ended is never valid again, so any such version says it. */
static const char sql_number_taken[] =
    "SELECT count(*) FROM document d"
    " WHERE government = $1 AND number = $2 AND code <> $3"
    "   AND NOT EXISTS (SELECT 1 FROM document l"
    "                    WHERE l.government = d.government AND l.code = d.code"
    "                      AND l.status <> 'valid')";

const struct record_choice document_status_choices[] = {
#define STATUS(name, word) {word, DOCUMENT_##name},
#include "documents/document_status.def"
#undef STATUS
    {NULL, 0},
};

const struct record_choice signature_kind_choices[] = {
    {"own", SIGNATURE_OWN},
    {"wet_ink", SIGNATURE_WET_INK},
    {"certified", SIGNATURE_CERTIFIED},
    {NULL, 0},
};

static const struct record_choice content_choices[] = {
    {"none", CONTENT_NONE},
    {"file", CONTENT_FILE},
    {"scan", CONTENT_SCAN},
    {"certified", CONTENT_CERTIFIED},
    {NULL, 0},
};

#define WORDS(member, need, least, most, what) \
    RECORD_TEXT(struct document_row, member, need, least, most, .about = (what))

static const struct record_field fields[] = {
    WORDS(code, RECORD_REQUIRED, DOCUMENT_CODE_BYTES, DOCUMENT_CODE_BYTES, "On each page."),
    WORDS(kind, RECORD_REQUIRED, 1, CODE_BYTES_MAX, "minutes, recap."),
    WORDS(title, RECORD_REQUIRED, 1, PAPER_CELL_BYTES_MAX, "What it is."),
    WORDS(about, RECORD_OPTIONAL, 0, PAPER_CELL_BYTES_MAX, "What it is about."),
    WORDS(number, RECORD_OPTIONAL, 0, REFERENCE_BYTES_MAX, "Its number."),
    WORDS(subject, RECORD_OPTIONAL, 0, REFERENCE_BYTES_MAX, "What it was made of."),
    RECORD_INSTANT(struct document_row, issued_at, RECORD_REQUIRED, .about = "When."),
    WORDS(signer_name, RECORD_OPTIONAL, 0, NAME_BYTES_MAX, "Who signed."),
    WORDS(signer_position, RECORD_OPTIONAL, 0, REFERENCE_BYTES_MAX, "As which."),
    WORDS(signer_account, RECORD_OPTIONAL, 0, CODE_BYTES_MAX, "With which account."),
    RECORD_CHOICE(struct document_row,
                  signature_kind,
                  RECORD_REQUIRED,
                  signature_kind_choices,
                  .about = "Our own seal, wet ink, or a certified signature."),
    RECORD_CHOICE(struct document_row,
                  content,
                  RECORD_REQUIRED,
                  content_choices,
                  .about = "What lies beside this version."),
    WORDS(key, RECORD_OPTIONAL, 0, CODE_BYTES_MAX, "The key of the seal."),
    WORDS(digest, RECORD_REQUIRED, HASH_HEX_BYTES, HASH_HEX_BYTES, "BLAKE2b of the file."),
    RECORD_INT(struct document_row,
               bytes,
               RECORD_REQUIRED,
               1,
               SEALED_PDF_BYTES_MAX,
               .about = "Of the file."),
    WORDS(summary, RECORD_REQUIRED, 2, SUMMARY_BYTES_MAX, "What is published, as JSON."),
    RECORD_CHOICE(struct document_row,
                  status,
                  RECORD_REQUIRED,
                  document_status_choices,
                  .about = "How it stands."),
    WORDS(successor, RECORD_OPTIONAL, 0, DOCUMENT_CODE_BYTES, "What superseded it."),
    WORDS(reason, RECORD_OPTIONAL, 0, REFERENCE_BYTES_MAX, "Why it was withdrawn."),
    FACT_AUTHOR(struct document_row, "The account that entered this version."),
};
static const struct record row_record = RECORD("DocumentRow", struct document_row, fields);

const struct fact_table document_fact = {FACT_DOCUMENT, &row_record, sql_insert, sql_every};

/* ---- preparing ---- */

struct text document_address(struct text base, struct text code, struct arena *mem)
{
    while (text_ends(base, TEXT("/"))) {
        base.bytes--;
    }
    if (base.bytes == 0) return (struct text){NULL, 0};
    return arena_format(mem, TEXT_FORMAT "/verify/" TEXT_FORMAT, TEXT_ARGUMENT(base),
                        TEXT_ARGUMENT(code));
}

static enum rc seal_paper(const struct document_issue *issue,
                          const struct signing_key *key,
                          struct arena *mem,
                          struct text *out_file,
                          struct problem *why)
{
    const struct paper *paper = issue->paper;
    struct seal seal = {
        .code = paper->code,
        .government = paper->government,
        .title = paper->title,
        .number = paper->number,
        .name = issue->signer_name,
        .position = issue->signer_position,
        .account = issue->signer_account,
        .signed_at_ms = issue->now_ms,
    };
    struct text pdf;

    TRY(paper_print(paper, mem, &pdf, why));
    return seal_put(pdf, &seal, key, mem, out_file, why);
}

enum rc document_prepare(const struct document_issue *issue,
                         const struct signing_key *key,
                         struct arena *mem,
                         struct document *out_document,
                         struct problem *why)
{
    struct document_code code = document_code_random();
    struct paper *paper = issue->paper;
    struct document document = {.supersedes = issue->supersedes, .key = key};
    struct hash digest;

    paper->code = arena_text(mem, text_of(code.s));
    paper->verify_address = document_address(issue->address, paper->code, mem);
    paper->created_at_ms = issue->now_ms;
    TRY(seal_paper(issue, key, mem, &document.file, why));
    digest = hash_of(document.file);
    document.row = (struct document_row){
        .code = paper->code,
        .kind = issue->kind,
        .title = paper->title,
        .about = paper->subject,
        .number = paper->number,
        .subject = issue->subject,
        .issued_at_ms = issue->now_ms,
        .signer_name = issue->signer_name,
        .signer_position = issue->signer_position,
        .signer_account = issue->signer_account,
        .signature_kind = SIGNATURE_OWN,
        .content = CONTENT_FILE,
        .key = arena_text(mem, text_of(key->id)),
        .digest = arena_text(mem, text_of(hash_text(&digest).s)),
        .bytes = (int64_t)document.file.bytes,
        .status = DOCUMENT_VALID,
        .author = issue->signer_account,
    };
    TRY(document_summary_write(issue->summary, mem, &document.row.summary, why));
    *out_document = document;
    return RC_OK;
}

/* ---- recording ---- */

static enum rc check_number(struct ledger_tx *tx,
                            const struct document *document,
                            struct problem *why)
{
    int64_t taken = 0;

    if (document->row.number.bytes == 0) return RC_OK;
    TRY(db_get_int(ledger_db(tx), &taken, sql_number_taken, DB_INT(ledger_government(tx)),
                   DB_TEXT(document->row.number),
                   DB_TEXT(document->supersedes.bytes ? document->supersedes : TEXT(""))));
    if (taken == 0) return RC_OK;
    return problem_at(why, RC_CONFLICT, "number", "another document has this number");
}

/* The version that is in force, to be ended. */
static enum rc find_valid(struct ledger_tx *tx,
                          struct text code,
                          struct arena *mem,
                          struct document_row *out_row,
                          struct problem *why)
{
    bool found = false;

    TRY(document_find(ledger_db(tx), ledger_government(tx), code, mem, out_row, &found));
    if (!found) return problem_at(why, RC_NOT_FOUND, "code", "there is no such document");
    if (out_row->status != DOCUMENT_VALID) {
        return problem_at(why, RC_CONFLICT, "code", "this document is not valid any more");
    }
    out_row->content = CONTENT_NONE;
    return RC_OK;
}

static enum rc end_superseded(struct ledger_tx *tx,
                              const struct document *document,
                              struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct document_row row;

    if (document->supersedes.bytes == 0) return RC_OK;
    TRY(find_valid(tx, document->supersedes, mem, &row, why));
    row.status = DOCUMENT_SUPERSEDED;
    row.successor = document->row.code;
    row.author = document->row.author;
    return fact_record(tx, &document_fact, &row, 1, NULL);
}

enum rc document_record(struct ledger_tx *tx, const struct document *document, struct problem *why)
{
    TRY(check_number(tx, document, why));
    TRY(signing_key_note(tx, document->key, document->row.author));
    TRY(end_superseded(tx, document, why));
    return fact_record_with(tx, &document_fact, &document->row, document->file, NULL);
}

static enum rc issue_apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    return document_record(tx, argument, why);
}

const struct ledger_command document_command = {.name = "document", .apply = issue_apply};

static enum rc withdraw_apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct document_withdrawal *withdrawal = argument;
    struct document_row row;

    if (withdrawal->reason.bytes == 0 || withdrawal->reason.bytes > REFERENCE_BYTES_MAX ||
        !text_plain(withdrawal->reason)) {
        return problem_at(why, RC_INVALID, "reason", "say why, in 1 to %d bytes on one line",
                          REFERENCE_BYTES_MAX);
    }
    TRY(find_valid(tx, withdrawal->code, mem, &row, why));
    row.status = DOCUMENT_WITHDRAWN;
    row.reason = withdrawal->reason;
    row.author = withdrawal->author;
    return fact_record(tx, &document_fact, &row, 1, NULL);
}

const struct ledger_command document_withdraw_command = {.name = "document_withdraw",
                                                         .apply = withdraw_apply};

/* ---- asking ---- */

enum rc document_find(struct db *db,
                      int government,
                      struct text code,
                      struct arena *mem,
                      struct document_row *out_row,
                      bool *out_found)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    *out_found = false;
    TRY(db_query(db, &rows, sql_find, DB_INT(government), DB_TEXT(code)));
    while (db_next(&rows)) {
        record_sql_read(&rows, 0, &row_record, mem, out_row);
        *out_found = true;
    }
    return db_done(&rows);
}

enum rc document_file(struct db *db,
                      int government,
                      struct text code,
                      struct arena *mem,
                      struct text *out_file)
{
    int64_t position = 0;
    int lane = 0;
    {
        CLEANUP(db_rows_end) struct db_rows rows = {0};

        TRY(db_query(db, &rows, sql_file_at, DB_INT(government), DB_TEXT(code)));
        while (db_next(&rows)) {
            lane = (int)db_int(&rows, 0);
            position = db_int(&rows, 1);
        }
        TRY(db_done(&rows));
    }
    if (position == 0) return RC_NOT_FOUND;
    return ledger_content(db, mem, government, lane, position, out_file);
}

enum rc document_list(struct db *db,
                      int government,
                      struct text subject,
                      struct arena *mem,
                      struct record_list *out_rows)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    CLEANUP(rows_done) struct rows found = {0};
    struct document_row *list;

    TRY(db_query(db, &rows, sql_list, DB_INT(government),
                 DB_TEXT(subject.bytes ? subject : TEXT(""))));
    while (db_next(&rows)) {
        record_sql_read(&rows, 0, &row_record, mem, rows_add(&found, sizeof(struct document_row)));
    }
    TRY(db_done(&rows));
    list = arena_array(mem, struct document_row, found.count + 1);
    if (found.count > 0) memcpy(list, found.at, found.count * sizeof *list);
    *out_rows = (struct record_list){list, found.count};
    return RC_OK;
}
