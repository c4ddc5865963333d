#include "documents/document_copy.h"

#include <string.h>

static const char sql_last[] = "SELECT lane, log_position FROM document"
                               " WHERE government = $1 AND code = $2"
                               "   AND content IN ('scan', 'certified')"
                               " ORDER BY tick DESC, lane DESC, log_position DESC LIMIT 1";

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

/* ---- filing it ---- */

/* Among the published figures; the oldest goes when there is no room. */
static enum rc publish(const struct document_copy *copy,
                       struct document_row *row,
                       struct arena *mem,
                       struct problem *why)
{
    struct summary_note *notes = arena_array(mem, struct summary_note, SUMMARY_NOTES_MAX);
    struct hash digest = hash_of(copy->file);
    struct document_summary summary;
    size_t count;

    TRY(document_summary_read(row->summary, mem, &summary));
    count = summary.notes.count < SUMMARY_NOTES_MAX ? summary.notes.count : SUMMARY_NOTES_MAX - 1;
    if (count > 0) memcpy(notes, summary.notes.items, count * sizeof *notes);
    notes[count].text = arena_format(mem, "%s %s; sidik b2:%s.", kinds[copy->kind].indonesian,
                                     day_text(copy->day).s, hash_text(&digest).s);
    notes[count].text_en = arena_format(mem, "%s %s; fingerprint b2:%s.", kinds[copy->kind].english,
                                        day_text(copy->day).s, hash_text(&digest).s);
    summary.notes = (struct record_list){notes, count + 1};
    return document_summary_write(&summary, mem, &row->summary, why);
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
    TRY(publish(copy, &row, mem, why));
    row.signature_kind = (int)kinds[copy->kind].signature;
    row.content = (int)kinds[copy->kind].content;
    row.author = copy->author;
    return fact_record_with(tx, &document_fact, &row, copy->file, NULL);
}

const struct ledger_command document_copy_command = {.name = "document_copy", .apply = copy_apply};

/* ---- asking ---- */

enum rc document_copy_load(struct db *db,
                           int government,
                           struct text code,
                           struct arena *mem,
                           struct scan *out_copy)
{
    int64_t position = 0;
    struct text file;
    int lane = 0;
    {
        CLEANUP(db_rows_end) struct db_rows rows = {0};

        TRY(db_query(db, &rows, sql_last, DB_INT(government), DB_TEXT(code)));
        while (db_next(&rows)) {
            lane = (int)db_int(&rows, 0);
            position = db_int(&rows, 1);
        }
        TRY(db_done(&rows));
    }
    if (position == 0) return RC_NOT_FOUND;
    TRY(ledger_content(db, mem, government, lane, position, &file));
    return scan_take(file, mem, out_copy, NULL); /* again: it changes nothing, and says the kind */
}
