/* paper.h - a document as it will lie on a desk: A4, in the form of an official letter.
 *
 * A caller describes what the document says as data; paper sets it in type and
 * gives the bytes of a PDF.  It knows nothing of attendance.
 *
 *   struct paper paper = {.government = TEXT("Pemerintah Kota Jambi"), .title = ..., ...};
 *
 *   paper_init(&paper, mem);
 *   paper_add_section(&paper, TEXT("Hasil pelaksanaan"));
 *   paper_add_paragraph(&paper, text);
 *   paper_add_table(&paper, &table);
 *   paper_add_signer(&paper, &signer);
 *   TRY(paper_print(&paper, mem, &pdf, why));
 *
 * The form: a letterhead over a thick and a thin rule, the centred title with
 * subject and number, sections I, II, III, clauses 1, 2, 3, lists of facts,
 * tables, the signers.  At the foot of each page stand the page's number of how
 * many and, when there is a code, a QR code with the address that verifies the
 * document.  A row of a table is never split and its head stands on each page; a
 * sum row keeps a row before it; a heading keeps what follows; the signers
 * stay together.
 *
 * Permendagri 1/2023, as read in law.md §11: A4 (Pasal 28), Arial 12 (Pasal 32),
 * margins 2, 2.5, 3 and 2 cm (Pasal 34).  The face is Liberation Sans, which is
 * as wide as Arial letter by letter and may be given away.  It is read from
 * its own files, past the machine's font settings, so that all machines set the
 * same lines (docs/decisions/017).
 *
 * The same paper gives the same bytes: the date is the caller's and nothing in
 * the file is random.
 *
 * Memory    Blocks, and the PDF, live in the caller's arena; texts are not copied.
 * Threads   Any; a paper belongs to one at a time.
 * Errors    RC_TOO_LARGE when a named limit is passed (sticky while blocks are
 *           added, told by paper_print); RC_INVALID for text that is no UTF-8;
 *           RC_UNAVAILABLE when the face is not installed, and *why says what
 *           to install. */
#pragma once

#include "base/arena.h"
#include "base/problem.h"

enum {
    PAPER_BLOCKS_MAX = 2000,
    PAPER_ROWS_MAX = 5000, /* of all tables of a document */
    PAPER_COLUMNS_MAX = 12,
    PAPER_FACTS_MAX = 64, /* of one list */
    PAPER_SIGNERS_MAX = 12,
    PAPER_TEXT_BYTES_MAX = 8 * 1024, /* of one paragraph */
    PAPER_CELL_BYTES_MAX = 600,      /* of one cell, fact or line of a signer */
    PAPER_PAGES_MAX = 300,
    PAPER_PDF_BYTES_MAX = 12 * 1024 * 1024,
};

enum paper_align { PAPER_LEFT, PAPER_RIGHT, PAPER_CENTRE };

struct paper_column {
    struct text head;
    enum paper_align align; /* PAPER_RIGHT for figures */
    int width_mm;           /* 0: an equal part of what the others leave */
};

enum paper_row_kind {
    PAPER_ROW,       /* a line of the table */
    PAPER_ROW_PART,  /* a part of the row above: set back and smaller */
    PAPER_ROW_GROUP, /* a heading of the rows below; only its first cell counts */
    PAPER_ROW_SUM,   /* under the bookkeeper's double line */
};

struct paper_row {
    enum paper_row_kind kind;
    const struct text *cells; /* as many as the table has columns */
};

struct paper_table {
    const struct paper_column *columns;
    size_t column_count;
    const struct paper_row *rows;
    size_t row_count;
};

struct paper_fact {
    struct text key;
    struct text value;
};

/* Who signs.  What he signed with stands where ink would; empty leaves room for it. */
struct paper_signer {
    struct text position; /* "Wakil Wali Kota Jambi" */
    struct text name;
    struct text number; /* "NIP 19700101 199503 1 001", or empty */
    struct text sealed; /* "Disegel dengan akun wawali, 17 Mei 2021 11.48.20 WIB" */
};

enum paper_block_kind {
    PAPER_SECTION,
    PAPER_PARAGRAPH,
    PAPER_CLAUSE,
    PAPER_NOTE,
    PAPER_FACTS,
    PAPER_TABLE,
    PAPER_PAGE_END,
};

struct paper_block {
    enum paper_block_kind kind;
    struct text text;               /* section, paragraph, clause, note */
    const struct paper_fact *facts; /* with count */
    size_t count;
    struct paper_table table;
};

struct paper {
    /* the letterhead */
    struct text government; /* "Pemerintah Kota Jambi" */
    struct text agency;     /* second line, or empty */
    struct text address;    /* third line, small, or empty */

    /* the title; subject stands under TENTANG */
    struct text title;   /* "Berita acara" */
    struct text subject; /* or empty */
    struct text number;  /* "800/231/BKPSDMD/2021", or empty */

    /* in the file */
    struct text author;    /* the government, when empty */
    int64_t created_at_ms; /* of the file */
    int offset_minutes;

    /* at the foot of each page; without a code there is none */
    struct text code;           /* "7K4M-92QX-C1TD" */
    struct text verify_address; /* "https://hadir.jambikota.go.id/verify/7K4M-92QX-C1TD" */

    struct text place_and_date; /* over the signers: "Jambi, 17 Mei 2021" */

    /* filled by the functions below */
    struct arena *mem;
    struct paper_block *blocks;
    size_t block_count;
    struct paper_signer signers[PAPER_SIGNERS_MAX];
    size_t signer_count;
    bool overflow;
};

/* Ready to be added to; what stands in the members already stays. */
void paper_init(struct paper *paper, struct arena *mem);

void paper_add_section(struct paper *paper, struct text heading); /* I, II, III ... */
void paper_add_paragraph(struct paper *paper, struct text text);  /* justified */
void paper_add_clause(struct paper *paper, struct text text);     /* 1, 2, 3 in its section */
void paper_add_note(struct paper *paper, struct text text);       /* small */
void paper_add_facts(struct paper *paper, const struct paper_fact *facts, size_t count);
void paper_add_table(struct paper *paper, const struct paper_table *table);
void paper_add_page_end(struct paper *paper);
void paper_add_signer(struct paper *paper, const struct paper_signer *signer);

/* Set it in type. */
enum rc paper_print(const struct paper *paper,
                    struct arena *mem,
                    struct text *out_pdf,
                    struct problem *why) NODISCARD;
