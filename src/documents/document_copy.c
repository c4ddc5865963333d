#include "documents/document_copy.h"

#include "base/limits.h"

#include <string.h>

static const char sql_copies[] =
    "SELECT recorded_at_ms, lane, log_position, content, author FROM document"
    " WHERE government = $1 AND code = $2 AND content IN ('scan', 'certified')"
    " ORDER BY tick, lane, log_position";

const struct record_choice copy_kind_choices[] = {
    {"scan", COPY_SCAN},
    {"certified", COPY_CERTIFIED},
    {NULL, 0},
};

static const struct {
    enum signature_kind signature;
    enum document_content content;
    const char *indonesian, *english;
} kinds[] = {
    [COPY_SCAN] = {SIGNATURE_WET_INK, CONTENT_SCAN,
                   "Pindaian yang ditandatangani dengan tinta disimpan pada",
                   "A scan signed in ink was filed on"},
    [COPY_CERTIFIED] = {SIGNATURE_CERTIFIED, CONTENT_CERTIFIED,
                        "Berkas bertanda tangan elektronik tersertifikasi (tidak diperiksa oleh "
                        "Hadir; periksa pada penyelenggara sertifikatnya) disimpan pada",
                        "A file with a certified electronic signature (not checked by Hadir; "
                        "check it with the provider of its certificate) was filed on"},
};

/* ---- looking at it ---- */

/* scan_take keeps a PDF byte by byte exactly when it carries a signature. */
static bool is_signed(const struct scan *scan, struct text file)
{
    static const char name[] = "ByteRange";

    return scan->kind == SCAN_PDF && text_equal(scan->bytes, file) &&
           memmem(file.at, file.bytes, name, strlen(name)) != NULL;
}

enum rc document_copy_prepare(struct document_copy *copy, struct arena *mem, struct problem *why)
{
    struct scan scan;

    TRY(scan_take(copy->file, mem, &scan, why));
    if (copy->kind == COPY_CERTIFIED && !is_signed(&scan, copy->file)) {
        return problem_at(why, RC_INVALID, "file", "this is no PDF with a digital signature");
    }
    copy->file = scan.bytes;
    return RC_OK;
}

/* ---- what is there ---- */

/* What lies beside a version: RC_NOT_FOUND once it was erased. */
static enum rc read_file(struct db *db,
                         int government,
                         const struct document_copy_row *row,
                         struct arena *mem,
                         struct text *out_file)
{
    return ledger_content(db, mem, government, row->lane, row->position, out_file);
}

static enum rc list_rows(struct db *db,
                         int government,
                         struct text code,
                         struct arena *mem,
                         struct record_list *out_rows)
{
    struct document_copy_row *copies =
        arena_array(mem, struct document_copy_row, DOCUMENT_COPIES_MAX);
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    size_t count = 0;

    TRY(db_query(db, &rows, sql_copies, DB_INT(government), DB_TEXT(code)));
    while (count < DOCUMENT_COPIES_MAX && db_next(&rows)) {
        copies[count] = (struct document_copy_row){
            .author = arena_text(mem, db_text(&rows, 4)),
            .digest = TEXT(""),
            .at_ms = db_int(&rows, 0),
            .position = db_int(&rows, 2),
            .lane = (int)db_int(&rows, 1),
            .number = (int)count + 1,
            .kind = text_equal(db_text(&rows, 3), TEXT("scan")) ? COPY_SCAN : COPY_CERTIFIED,
        };
        count++;
    }
    TRY(db_done(&rows));
    *out_rows = (struct record_list){copies, count};
    return RC_OK;
}

enum rc document_copy_list(struct db *db,
                           int government,
                           struct text code,
                           struct arena *mem,
                           struct record_list *out_rows)
{
    CLEANUP(arena_free) struct arena *files = arena_new();
    struct document_copy_row *copies;
    struct record_list rows = {0};

    TRY(list_rows(db, government, code, mem, &rows));
    copies = (struct document_copy_row *)rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        struct hash digest;
        struct text file;
        enum rc rc = read_file(db, government, &copies[i], files, &file);

        if (rc == RC_NOT_FOUND) continue;
        TRY(rc);
        digest = hash_of(file);
        copies[i].digest = arena_text(mem, text_of(hash_text(&digest).s));
        copies[i].bytes = (int64_t)file.bytes;
    }
    *out_rows = rows;
    return RC_OK;
}

enum rc document_copy_load(struct db *db,
                           int government,
                           struct text code,
                           int number,
                           struct arena *mem,
                           struct scan *out_copy)
{
    const struct document_copy_row *copies;
    struct record_list rows = {0};
    struct text file;

    TRY(list_rows(db, government, code, mem, &rows));
    copies = rows.items;
    if (number == 0) number = (int)rows.count;
    if (number < 1 || number > (int)rows.count) return RC_NOT_FOUND;
    TRY(read_file(db, government, &copies[number - 1], mem, &file));
    return scan_take(file, mem, out_copy, NULL); /* again: it changes nothing, and says the kind */
}

/* ---- filing it ---- */

/* Sent again because its answer was lost, or by a second hand. */
static bool is_published(const struct summary_note *note, enum copy_kind kind, struct text digest)
{
    return text_starts(note->text, text_of(kinds[kind].indonesian)) &&
           memmem(note->text.at, note->text.bytes, digest.at, digest.bytes) != NULL;
}

/* Among the published figures; the oldest goes when there is no room. */
static enum rc publish(const struct document_copy *copy,
                       struct document_row *row,
                       struct arena *mem,
                       struct problem *why)
{
    struct summary_note *notes = arena_array(mem, struct summary_note, SUMMARY_NOTES_MAX);
    struct hash hash = hash_of(copy->file);
    struct hash_text digest = hash_text(&hash);
    struct document_summary summary;
    size_t count;

    TRY(document_summary_read(row->summary, mem, &summary));
    count = summary.notes.count < SUMMARY_NOTES_MAX ? summary.notes.count : SUMMARY_NOTES_MAX - 1;
    if (count > 0) memcpy(notes, summary.notes.items, count * sizeof *notes);
    for (size_t i = 0; i < count; i++) {
        if (!is_published(&notes[i], copy->kind, text_of(digest.s))) continue;
        return problem_at(why, RC_CONFLICT, "file", "this file was filed before");
    }
    notes[count].text = arena_format(mem, "%s %s; sidik b2:%s.", kinds[copy->kind].indonesian,
                                     day_text(copy->day).s, digest.s);
    notes[count].text_en = arena_format(mem, "%s %s; fingerprint b2:%s.", kinds[copy->kind].english,
                                        day_text(copy->day).s, digest.s);
    summary.notes = (struct record_list){notes, count + 1};
    return document_summary_write(&summary, mem, &row->summary, why);
}

static enum rc check_room(struct ledger_tx *tx,
                          const struct document_copy *copy,
                          struct arena *mem,
                          struct problem *why)
{
    struct record_list rows = {0};

    TRY(list_rows(ledger_db(tx), ledger_government(tx), copy->code, mem, &rows));
    if (rows.count < DOCUMENT_COPIES_MAX) return RC_OK;
    return problem_set(why, RC_CONFLICT, "at most %d copies are filed beside a document",
                       DOCUMENT_COPIES_MAX);
}

static enum rc copy_apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct document_copy *copy = argument;
    struct document_row row;
    bool found = false;

    TRY(document_find(ledger_db(tx), ledger_government(tx), copy->code, mem, &row, &found));
    if (!found) return problem_at(why, RC_NOT_FOUND, "code", "there is no such document");
    if (row.status != DOCUMENT_VALID) {
        return problem_at(why, RC_CONFLICT, "code", "this document is not valid any more");
    }
    TRY(check_room(tx, copy, mem, why));
    TRY(publish(copy, &row, mem, why));
    row.signature_kind = (int)kinds[copy->kind].signature;
    row.content = (int)kinds[copy->kind].content;
    row.author = copy->author;
    return fact_record_with(tx, &document_fact, &row, copy->file, NULL);
}

const struct ledger_command document_copy_command = {.name = "document_copy", .apply = copy_apply};
