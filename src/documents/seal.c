#include "documents/seal.h"

#include "base/json_read.h"
#include "base/limits.h"
#include "documents/pdf.h"

#include <string.h>

enum { SEAL_BYTES_MAX = 8 * 1024, UPDATE_ROOM = 16 * 1024, EDITION = 1 };

#define TYPE "/Type /HadirSeal"

#define PLAIN(member, least, most, what) \
    RECORD_TEXT(struct seal, member, RECORD_REQUIRED, least, most, .about = (what))

static const struct record_field fields[] = {
    RECORD_NAMED("seal",
                 struct seal,
                 edition,
                 RECORD_IS_INT,
                 .need = RECORD_REQUIRED,
                 .minimum = EDITION,
                 .maximum = EDITION,
                 .about = "Edition of this form."),
    PLAIN(code, DOCUMENT_CODE_BYTES, DOCUMENT_CODE_BYTES, "By which it is looked up."),
    PLAIN(government, 0, PAPER_CELL_BYTES_MAX, "Whose document it is."),
    PLAIN(title, 0, PAPER_CELL_BYTES_MAX, "What it is."),
    PLAIN(number, 0, PAPER_CELL_BYTES_MAX, "Its number."),
    PLAIN(name, 0, PAPER_CELL_BYTES_MAX, "Who signed."),
    PLAIN(position, 0, PAPER_CELL_BYTES_MAX, "As which."),
    PLAIN(account, 0, CODE_BYTES_MAX, "With which account."),
    RECORD_INSTANT(struct seal, signed_at, RECORD_REQUIRED, .about = "When."),
    PLAIN(digest, HASH_HEX_BYTES, HASH_HEX_BYTES, "BLAKE2b of the document."),
    PLAIN(key, SIGNING_KEY_ID_BYTES, SIGNING_KEY_ID_BYTES, "The signing key."),
};
static const struct record seal_record = RECORD("Seal", struct seal, fields);

/* ---- writing ---- */

static void write_line(const struct seal *seal, struct buf *to)
{
    static const struct record_view view = {.sight = RECORD_STAFF};
    struct json_write json;

    json_write_init(&json, to);
    record_write_json(&seal_record, seal, view, &json, NULL);
}

/* What stands behind the document; the same for the same words, always. */
static void write_update(struct buf *to,
                         size_t document_bytes,
                         const struct pdf_end *end,
                         struct text line,
                         const struct signature *signature)
{
    CLEANUP(buf_done) struct buf object = {0};
    size_t bytes = line.bytes + 2 * SIGNATURE_BYTES + 2;

    buf_init(&object, 2 * SEAL_BYTES_MAX);
    buf_format(&object, "<< " TYPE " /Length %zu >>\nstream\n", bytes);
    buf_add(&object, line);
    buf_add_char(&object, '\n');
    signing_hex_add(&object, signature->at, SIGNATURE_BYTES);
    buf_add(&object, TEXT("\nendstream"));
    if (!buf_ok(&object)) to->overflow = true;
    pdf_add_update(to, document_bytes, end, end->object_count, buf_text(&object));
}

/* Nothing is written as "", so that it is read back the same. */
static void give_texts(struct seal *seal)
{
    struct text *const texts[] = {&seal->government, &seal->title,    &seal->number,
                                  &seal->name,       &seal->position, &seal->account};

    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        if (texts[i]->bytes == 0) *texts[i] = TEXT("");
    }
}

enum rc seal_put(struct text document,
                 struct seal *seal,
                 const struct signing_key *key,
                 struct arena *mem,
                 struct text *out_file,
                 struct problem *why)
{
    CLEANUP(buf_done) struct buf file = {0};
    CLEANUP(buf_done) struct buf line = {0};
    struct hash digest = hash_of(document);
    struct signature signature;
    struct pdf_end end;

    TRY(pdf_read_end(document, &end, why));
    give_texts(seal);
    seal->edition = EDITION;
    seal->digest = arena_text(mem, text_of(hash_text(&digest).s));
    seal->key = arena_text(mem, text_of(key->id));
    buf_init(&line, SEAL_BYTES_MAX);
    write_line(seal, &line);
    signature = signing_key_sign(key, buf_text(&line));
    buf_init(&file, document.bytes + UPDATE_ROOM);
    buf_add(&file, document);
    write_update(&file, document.bytes, &end, buf_text(&line), &signature);
    if (!buf_ok(&line) || !buf_ok(&file)) {
        return problem_set(why, RC_TOO_LARGE, "the seal of a document is too large");
    }
    *out_file = arena_text(mem, buf_text(&file));
    return RC_OK;
}

/* ---- reading ---- */

/* Cut off what ends with `end`; false without it. */
static bool cut_at(struct text *rest, struct text end, struct text *out_before)
{
    const char *at = rest->bytes ? memmem(rest->at, rest->bytes, end.at, end.bytes) : NULL;

    if (!at) return false;
    *out_before = (struct text){rest->at, (size_t)(at - rest->at)};
    *rest = (struct text){at + end.bytes, rest->bytes - out_before->bytes - end.bytes};
    return true;
}

/* Where the last object begins, by the last table: "xref\n12 1\n0000012345". */
static bool find_object(struct text file, const struct pdf_end *end, size_t *out_at)
{
    struct text table, line;
    int64_t at;

    if ((size_t)end->table_at >= file.bytes) return false;
    table = (struct text){file.at + end->table_at, file.bytes - (size_t)end->table_at};
    if (!cut_at(&table, TEXT("xref\n"), &line) || line.bytes > 0) return false;
    if (!cut_at(&table, TEXT("\n"), &line) || table.bytes < 10) return false;
    if (!text_digits((struct text){table.at, 10})) return false;
    if (!text_int((struct text){table.at, 10}, &at)) return false;
    if (at >= end->table_at) return false;
    *out_at = (size_t)at;
    return true;
}

static bool read_stream(struct text update, struct seal_reading *reading, struct text *out_line)
{
    struct text before, hex;

    return cut_at(&update, TEXT("stream\n"), &before) && cut_at(&update, TEXT("\n"), out_line) &&
           cut_at(&update, TEXT("\nendstream"), &hex) && out_line->bytes <= SEAL_BYTES_MAX &&
           signing_hex_read(hex, reading->signature.at, SIGNATURE_BYTES);
}

/* The same words behind the same document give the same file. */
static bool is_the_same(struct text file, struct text document, const struct seal_reading *reading)
{
    CLEANUP(buf_done) struct buf line = {0};
    CLEANUP(buf_done) struct buf update = {0};
    struct text written = {file.at + document.bytes, file.bytes - document.bytes};
    struct pdf_end end;

    if (pdf_read_end(document, &end, NULL) != RC_OK) return false;
    buf_init(&line, SEAL_BYTES_MAX);
    write_line(&reading->seal, &line);
    if (!buf_ok(&line) || !text_equal(buf_text(&line), reading->signed_text)) return false;
    buf_init(&update, UPDATE_ROOM);
    write_update(&update, document.bytes, &end, reading->signed_text, &reading->signature);
    return buf_ok(&update) && text_equal(buf_text(&update), written);
}

static bool is_whole(struct text file, struct arena *mem, struct seal_reading *reading)
{
    struct text document, update, line;
    struct pdf_end end;
    struct hash digest;
    size_t at = 0;

    if (pdf_read_end(file, &end, NULL) != RC_OK || !find_object(file, &end, &at)) return false;
    document = (struct text){file.at, at};
    update = (struct text){file.at + at, file.bytes - at};
    if (!read_stream(update, reading, &line)) return false;
    if (json_read(&seal_record, line, mem, &reading->seal, NULL) != RC_OK) return false;
    reading->signed_text = arena_text(mem, line);
    digest = hash_of(document);
    return text_equal(text_of(hash_text(&digest).s), reading->seal.digest) &&
           is_the_same(file, document, reading);
}

void seal_read(struct text file, struct arena *mem, struct seal_reading *out_reading)
{
    *out_reading = (struct seal_reading){.finding = SEAL_NONE};
    if (file.bytes == 0 || !memmem(file.at, file.bytes, TYPE, strlen(TYPE))) return;
    out_reading->finding = is_whole(file, mem, out_reading) ? SEAL_WHOLE : SEAL_BROKEN;
}
