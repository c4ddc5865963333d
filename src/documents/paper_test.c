#include "documents/paper.h"

#include "base/buf.h"
#include "base/test.h"

#include <string.h>

static const struct paper_column columns[] = {
    {TEXT_INIT("Keadaan"), PAPER_LEFT, 0},   {TEXT_INIT("Mesin"), PAPER_RIGHT, 22},
    {TEXT_INIT("Bagian"), PAPER_RIGHT, 22},  {TEXT_INIT("Laporan"), PAPER_RIGHT, 22},
    {TEXT_INIT("Selisih"), PAPER_RIGHT, 22},
};

static const struct text present[] = {TEXT_INIT("Hadir"), TEXT_INIT("5.593"), TEXT_INIT("96,61 %"),
                                      TEXT_INIT("5.611"), TEXT_INIT("+18")};
static const struct text late[] = {TEXT_INIT("terlambat"), TEXT_INIT("800"), TEXT_INIT("13,82 %"),
                                   TEXT_INIT(""), TEXT_INIT("")};
static const struct text sum[] = {TEXT_INIT("Jumlah"), TEXT_INIT("5.789"), TEXT_INIT(""),
                                  TEXT_INIT("5.789"), TEXT_INIT("0")};

static struct paper letter(struct arena *mem)
{
    struct paper paper = {
        .government = TEXT("Pemerintah Kota Jambi"),
        .title = TEXT("Berita acara"),
        .subject = TEXT("Sidak virtual kehadiran pegawai"),
        .number = TEXT("800/231/BKPSDMD/2021"),
        .created_at_ms = 1621226900000,
        .offset_minutes = 420,
        .code = TEXT("7K4M-92QX-C1TD"),
        .verify_address = TEXT("https://hadir.example.go.id/verify/7K4M-92QX-C1TD"),
        .place_and_date = TEXT("Jambi, 17 Mei 2021"),
    };

    paper_init(&paper, mem);
    return paper;
}

static void add_table(struct paper *paper, struct arena *mem, size_t rows)
{
    struct paper_row *all = arena_array(mem, struct paper_row, rows + 1);

    for (size_t i = 0; i < rows; i++) {
        all[i] = (struct paper_row){i % 2 ? PAPER_ROW_PART : PAPER_ROW, i % 2 ? late : present};
    }
    all[rows] = (struct paper_row){PAPER_ROW_SUM, sum};
    paper_add_table(paper, &(struct paper_table){columns, COUNT_OF(columns), all, rows + 1});
}

static bool holds(struct text whole, const char *word)
{
    return memmem(whole.at, whole.bytes, word, strlen(word)) != NULL;
}

/* Pages as the page tree counts them. */
static int pages_of(struct text pdf)
{
    const char *count = memmem(pdf.at, pdf.bytes, "/Count ", 7);

    assert_non_null(count);
    count += 7;
    return (count[0] - '0') * (count[1] >= '0' ? 10 : 1) + (count[1] >= '0' ? count[1] - '0' : 0);
}

static struct text print(const struct paper *paper, struct arena *mem)
{
    struct problem why = {0};
    struct text pdf = {NULL, 0};
    enum rc rc = paper_print(paper, mem, &pdf, &why);

    if (rc != RC_OK) fail_msg("%s", why.text);
    return pdf;
}

static void a_letter_is_a_pdf_of_one_page(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct paper paper = letter(mem);
    struct text pdf;

    (void)state;
    paper_add_section(&paper, TEXT("Hasil pelaksanaan"));
    paper_add_paragraph(&paper, TEXT("Pada hari Senin, 17 Mei 2021 telah dilaksanakan sidak."));
    add_table(&paper, mem, 4);
    paper_add_signer(&paper, &(struct paper_signer){.position = TEXT("Wakil Wali Kota Jambi"),
                                                    .name = TEXT("Nama Pejabat")});
    pdf = print(&paper, mem);
    assert_true(text_starts(pdf, TEXT("%PDF-1.4")));
    assert_true(text_ends(pdf, TEXT("%%EOF\n")));
    assert_int_equal(pages_of(pdf), 1);
    assert_true(holds(pdf, "/Title (Berita acara 800/231/BKPSDMD/2021)"));
    assert_true(holds(pdf, "/Author (Pemerintah Kota Jambi)"));
    assert_true(holds(pdf, "20210517114820+07'00"));
    assert_true(holds(pdf, "/Lang (id-ID)"));
    assert_true(holds(pdf, "LiberationSans"));
}

/* The bytes are signed, so nothing in them may depend on when or where. */
static void the_same_paper_gives_the_same_bytes(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text first = {NULL, 0};

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct paper paper = letter(mem);
        struct text pdf;

        add_table(&paper, mem, 80);
        pdf = print(&paper, mem);
        if (i == 0) first = pdf;
        assert_true(text_equal(first, pdf));
    }
}

static void a_long_table_goes_on_over_pages(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t rows = 20; rows <= 60; rows += 10) {
        struct paper paper = letter(mem);

        add_table(&paper, mem, rows);
        assert_int_equal(pages_of(print(&paper, mem)), rows <= 30 ? 1 : 2);
    }
}

/* So many notes, and after them a table of a heading and its only row. */
static struct text print_after(int notes, bool on_new_page, struct arena *mem)
{
    static const struct paper_row rows[] = {{PAPER_ROW_GROUP, present}, {PAPER_ROW, late}};
    struct paper paper = letter(mem);

    for (int i = 0; i < notes; i++) {
        paper_add_note(&paper, TEXT("Catatan."));
    }
    if (on_new_page) paper_add_page_end(&paper);
    paper_add_table(&paper, &(struct paper_table){columns, COUNT_OF(columns), rows, 2});
    return print(&paper, mem);
}

/* Whenever the row has no room, heads and heading go to the next page with it. */
static void no_head_of_a_table_is_left_alone_at_the_foot_of_a_page(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    int moved = 0;

    (void)state;
    for (int notes = 18; notes < 60 && moved < 2; notes++) {
        struct text pdf = print_after(notes, false, mem);

        if (pages_of(pdf) == 1) continue;
        assert_true(text_equal(pdf, print_after(notes, true, mem)));
        moved++;
    }
    assert_int_equal(moved, 2);
}

static void a_long_paragraph_goes_on_over_pages(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct paper paper = letter(mem);
    CLEANUP(buf_done) struct buf words = {0};

    (void)state;
    buf_init(&words, PAPER_TEXT_BYTES_MAX);
    while (words.bytes + 20 < PAPER_TEXT_BYTES_MAX) {
        buf_add(&words, TEXT("kehadiran pegawai "));
    }
    paper_add_paragraph(&paper, buf_text(&words));
    assert_int_equal(pages_of(print(&paper, mem)), 3);
}

static void what_is_too_much_is_refused_by_name(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct paper paper = letter(mem);
    struct problem why = {0};
    struct text pdf;

    (void)state;
    add_table(&paper, mem, PAPER_ROWS_MAX);
    assert_rc(RC_TOO_LARGE, paper_print(&paper, mem, &pdf, &why));
    assert_string_equal(why.text, "a document has 5000 rows at most");

    paper = letter(mem);
    for (int i = 0; i <= PAPER_BLOCKS_MAX; i++) {
        paper_add_page_end(&paper);
    }
    assert_rc(RC_TOO_LARGE, paper_print(&paper, mem, &pdf, &why));

    paper = letter(mem);
    for (int i = 0; i <= PAPER_PAGES_MAX; i++) {
        paper_add_page_end(&paper);
    }
    assert_rc(RC_TOO_LARGE, paper_print(&paper, mem, &pdf, &why));
    assert_string_equal(why.text, "a document has 300 pages at most");

    paper = letter(mem);
    paper_add_note(&paper, TEXT("\xff\xfe"));
    assert_rc(RC_INVALID, paper_print(&paper, mem, &pdf, &why));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_is_a_pdf_of_one_page),
        cmocka_unit_test(the_same_paper_gives_the_same_bytes),
        cmocka_unit_test(a_long_table_goes_on_over_pages),
        cmocka_unit_test(no_head_of_a_table_is_left_alone_at_the_foot_of_a_page),
        cmocka_unit_test(a_long_paragraph_goes_on_over_pages),
        cmocka_unit_test(what_is_too_much_is_refused_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
