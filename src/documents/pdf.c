#include "documents/pdf.h"

#include "base/limits.h"

#include <string.h>

enum { END_BYTES = 1024, UPDATE_BYTES_MAX = 64 * 1024, NUMBER_MAX = 10 * 1000 * 1000 };

/* ---- the end of a file ---- */

/* Behind the last `word`, or an empty slice without a place. */
static struct text after_last(struct text whole, struct text word)
{
    for (size_t i = whole.bytes; i >= word.bytes && i > 0; i--) {
        const char *at = whole.at + i - word.bytes;

        if (memcmp(at, word.at, word.bytes) != 0) continue;
        return (struct text){whole.at + i, whole.bytes - i};
    }
    return (struct text){NULL, 0};
}

static struct text after_first(struct text whole, struct text word)
{
    for (size_t i = 0; i + word.bytes <= whole.bytes; i++) {
        if (memcmp(whole.at + i, word.at, word.bytes) != 0) continue;
        return (struct text){whole.at + i + word.bytes, whole.bytes - i - word.bytes};
    }
    return (struct text){NULL, 0};
}

/* The number at the beginning, after blanks. */
static bool read_number(struct text at, int64_t maximum, int64_t *out_number)
{
    struct text rest = text_trim(at);
    size_t digits = 0;

    while (digits < rest.bytes && digits < 12 && rest.at[digits] >= '0' && rest.at[digits] <= '9') {
        digits++;
    }
    rest.bytes = digits;
    return digits > 0 && text_int(rest, out_number) && *out_number <= maximum;
}

static bool read_entry(struct text trailer, struct text key, int64_t *out_number)
{
    return read_number(after_first(trailer, key), NUMBER_MAX, out_number);
}

enum rc pdf_read_end(struct text file, struct pdf_end *out_end, struct problem *why)
{
    size_t bytes = file.bytes < END_BYTES ? file.bytes : END_BYTES;
    struct text end = {file.at + (file.bytes - bytes), bytes};
    struct text trailer = after_last(end, TEXT("trailer"));
    struct pdf_end found;

    if (text_starts(file, TEXT("%PDF-")) && trailer.at &&
        text_ends(text_trim(end), TEXT("%%EOF")) &&
        read_entry(trailer, TEXT("/Size"), &found.object_count) &&
        read_entry(trailer, TEXT("/Root"), &found.root) &&
        read_entry(trailer, TEXT("/Info"), &found.info) &&
        read_number(after_last(end, TEXT("startxref")), (int64_t)file.bytes, &found.table_at)) {
        *out_end = found;
        return RC_OK;
    }
    return problem_set(why, RC_INVALID, "the end of this file is not that of a PDF of ours");
}

/* ---- updates ---- */

void pdf_add_update(struct buf *to,
                    size_t base_bytes,
                    const struct pdf_end *end,
                    int64_t number,
                    struct text object)
{
    CLEANUP(buf_done) struct buf update = {0};
    int64_t next = number < end->object_count ? end->object_count : number + 1;
    size_t table_at;

    buf_init(&update, UPDATE_BYTES_MAX);
    buf_format(&update, "%lld 0 obj\n", (long long)number);
    buf_add(&update, object);
    buf_add(&update, TEXT("\nendobj\n"));
    table_at = base_bytes + update.bytes;
    buf_format(&update, "xref\n%lld 1\n%010zu 00000 n \n", (long long)number, base_bytes);
    buf_format(&update,
               "trailer\n<< /Size %lld /Root %lld 0 R /Info %lld 0 R /Prev %lld >>\n"
               "startxref\n%zu\n%%%%EOF\n",
               (long long)next, (long long)end->root, (long long)end->info,
               (long long)end->table_at, table_at);
    if (!buf_ok(&update)) to->overflow = true;
    buf_add(to, buf_text(&update));
}

/* The inside of the catalog's dictionary, in a file of cairo's: "/Type /Catalog ...". */
static bool find_catalog(struct text file, int64_t root, struct text *out_entries)
{
    CLEANUP(buf_done) struct buf head = {0};
    struct text object, end;

    buf_init(&head, CODE_BYTES_MAX);
    buf_format(&head, "\n%lld 0 obj\n<<", (long long)root);
    object = after_last(file, buf_text(&head));
    if (!object.at) return false;
    end = after_first(object, TEXT("endobj"));
    if (!end.at) return false;
    object.bytes = (size_t)(end.at - object.at) - strlen("endobj");
    object = text_trim(object);
    if (!text_ends(object, TEXT(">>"))) return false;
    object.bytes -= 2;
    *out_entries = text_trim(object);
    return true;
}

enum rc pdf_say_language(struct text file,
                         struct text language,
                         struct arena *mem,
                         struct text *out_file,
                         struct problem *why)
{
    CLEANUP(buf_done) struct buf whole = {0};
    CLEANUP(buf_done) struct buf catalog = {0};
    struct pdf_end end;
    struct text entries;

    TRY(pdf_read_end(file, &end, why));
    if (!find_catalog(file, end.root, &entries)) {
        return problem_set(why, RC_INVALID, "the catalog of this PDF is not understood");
    }
    buf_init(&catalog, UPDATE_BYTES_MAX / 2);
    buf_format(&catalog,
               "<< " TEXT_FORMAT " /Lang (" TEXT_FORMAT
               ") /ViewerPreferences << /DisplayDocTitle true >> >>",
               TEXT_ARGUMENT(entries), TEXT_ARGUMENT(language));
    buf_init(&whole, file.bytes + UPDATE_BYTES_MAX);
    buf_add(&whole, file);
    pdf_add_update(&whole, file.bytes, &end, end.root, buf_text(&catalog));
    if (!buf_ok(&catalog) || !buf_ok(&whole)) {
        return problem_set(why, RC_TOO_LARGE, "the catalog of this PDF is too large");
    }
    *out_file = arena_text(mem, buf_text(&whole));
    return RC_OK;
}
