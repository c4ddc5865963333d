/* pdf.h - adding to the end of a PDF without touching a byte of it.
 *
 * A PDF may be followed by an update: more objects, a table of where they begin,
 * and a trailer that names the table before it.  All readers know this; it is
 * how PDFs have been signed and commented since 1996.
 *
 *   file     %PDF-1.5 ... xref trailer startxref 1234 %%EOF
 *   update   12 0 obj ... endobj  xref 12 1  trailer << /Prev 1234 ... >> startxref ... %%EOF
 *
 * This is no reader of other people's PDFs: it understands the end of a file with
 * a plain table and trailer, as cairo writes it and as updates of our own leave
 * it, and says so of every other.
 *
 * Memory    Results live in the caller's arena.
 * Threads   All functions are pure.
 * Errors    RC_INVALID for a file whose end is not understood. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "base/problem.h"

/* What the last trailer of a file says. */
struct pdf_end {
    int64_t object_count; /* the number of the next object */
    int64_t root;
    int64_t info;
    int64_t table_at; /* byte offset of its table */
};

enum rc pdf_read_end(struct text file, struct pdf_end *out_end, struct problem *why) NODISCARD;

/* Append an update with one object: `number`, and what stands between "obj" and
 * "endobj".  `base_bytes` is the size of the file before it. */
void pdf_add_update(struct buf *to,
                    size_t base_bytes,
                    const struct pdf_end *end,
                    int64_t number,
                    struct text object);

/* The file with its language noted in an update of its catalog ("id-ID"), so
 * that a voice reads it well. */
enum rc pdf_say_language(struct text file,
                         struct text language,
                         struct arena *mem,
                         struct text *out_file,
                         struct problem *why) NODISCARD;
