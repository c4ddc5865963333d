#include "documents/scan.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/test.h"

#include <zlib.h>

/* ---- files, made piece by piece ---- */

/* An EXIF of a phone: orientation, then where it was. */
#define EXIF(orientation)                           \
    "\xFF\xE1\0\x4E"                                \
    "Exif\0\0II*\0\x08\0\0\0\x02\0"                 \
    "\x12\x01\x03\0\x01\0\0\0" orientation "\0\0\0" \
    "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0\0\0\0\0"    \
    "GPS 1.6101S 103.6131E 2021-05-17"
#define JFIF    "\xFF\xE0\0\x10JFIF\0\1\1\0\0H\0H\0\0"
#define COMMENT "\xFF\xFE\0\x0Ataken by"
#define TABLE   "\xFF\xDB\0\x05\0\1\2"
#define FRAME   "\xFF\xC0\0\x0B\x08\0\x10\0\x20\1\1\x11\0"
#define CODED                      \
    "\xFF\xDA\0\x08\1\1\0\0\x3F\0" \
    "\x12\xFF\0\x34\xFF\xD0\x56"
#define END     "\xFF\xD9"
#define START   "\xFF\xD8"
#define PICTURE TABLE FRAME CODED END
#define SIDEWAYS     \
    "\xFF\xE1\0\x22" \
    "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"

static bool holds(struct text whole, const char *part)
{
    return memmem(whole.at, whole.bytes, part, strlen(part)) != NULL;
}

static struct text taken(struct text file, enum scan_kind kind, struct arena *mem)
{
    struct problem why = {0};
    struct scan scan = {0};

    if (scan_take(file, mem, &scan, &why) != RC_OK) fail_msg("%s", why.text);
    assert_int_equal(scan.kind, kind);
    return scan.bytes;
}

static void refused(struct text file, const char *with)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct problem why = {0};
    struct scan scan = {0};

    assert_rc(RC_INVALID, scan_take(file, mem, &scan, &why));
    assert_string_equal(why.field, "file");
    assert_true(holds(text_of(why.text), with));
    assert_true(why.indonesian[0] != '\0');
}

/* ---- JPEG ---- */

static void of_a_photograph_only_the_picture_is_left(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text photograph = TEXT(START JFIF EXIF("\1") COMMENT PICTURE "and a film with a place");

    (void)state;
    assert_text(START PICTURE, taken(photograph, SCAN_JPEG, mem));
}

static void a_page_that_was_held_sideways_stands_upright(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text once = taken(TEXT(START EXIF("\6") COMMENT PICTURE), SCAN_JPEG, mem);

    (void)state;
    assert_text(START SIDEWAYS PICTURE, once);
    assert_false(holds(once, "GPS"));
    assert_text(START SIDEWAYS PICTURE, taken(once, SCAN_JPEG, mem));
}

static void an_orientation_that_is_none_is_left_out(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    assert_text(START PICTURE, taken(TEXT(START EXIF("\x63") PICTURE), SCAN_JPEG, mem));
    assert_text(START PICTURE, taken(TEXT(START "\xFF\xE1\0\x10"
                                                "Exif\0\0II*\0\xFF\xFF\xFF\xFF" PICTURE),
                                     SCAN_JPEG, mem));
}

/* Wherever the line is cut, half a picture is not taken for a whole one. */
static void a_picture_that_was_cut_is_refused_wherever_it_was_cut(void **state)
{
    static const char file[] = START EXIF("\6") PICTURE;

    (void)state;
    for (size_t bytes = 4; bytes < sizeof file - 1; bytes++) {
        CLEANUP(mem_release) char *exact = mem_alloc(1, bytes); /* so that a read beyond is seen */

        memcpy(exact, file, bytes);
        refused((struct text){exact, bytes}, "cut off");
    }
}

static void a_picture_of_no_size_or_of_too_many_points_is_refused(void **state)
{
    (void)state;
    refused(TEXT(START TABLE "\xFF\xC0\0\x0B\x08\0\0\0\x20\1\1\x11\0" CODED END), "damaged");
    refused(TEXT(START TABLE "\xFF\xC0\0\x0B\x08\xFF\xFF\0\x20\1\1\x11\0" CODED END), "damaged");
    refused(TEXT(START TABLE CODED END), "damaged");
    refused(TEXT(START TABLE FRAME END), "damaged");
}

/* ---- PNG ---- */

static void add_chunk(struct buf *file, const char *type, struct text body)
{
    uint32_t sum = (uint32_t)crc32(0, (const Bytef *)type, 4);
    uint32_t words[] = {__builtin_bswap32((uint32_t)body.bytes), 0};

    if (body.bytes > 0) sum = (uint32_t)crc32(sum, (const Bytef *)body.at, (uInt)body.bytes);
    words[1] = __builtin_bswap32(sum);
    buf_add_bytes(file, &words[0], sizeof words[0]);
    buf_add(file, text_of(type));
    buf_add(file, body);
    buf_add_bytes(file, &words[1], sizeof words[1]);
}

static struct text png(struct arena *mem, bool with_words)
{
    CLEANUP(buf_done) struct buf file = {0};

    buf_init(&file, 4096);
    buf_add(&file, TEXT("\x89PNG\r\n\x1A\n"));
    add_chunk(&file, "IHDR", TEXT("\0\0\0\x20\0\0\0\x10\x08\0\0\0\0"));
    if (with_words) {
        add_chunk(&file, "tEXt", TEXT("GPS\0001.6101S"));
        add_chunk(&file, "eXIf", TEXT("MM\0*GPS"));
        add_chunk(&file, "zTXt", TEXT("GPS\0\0packed"));
        add_chunk(&file, "iTXt", TEXT("GPS"));
    }
    add_chunk(&file, "IDAT", TEXT("coded"));
    add_chunk(&file, "IEND", TEXT(""));
    if (with_words) buf_add(&file, TEXT("GPS behind the end"));
    return arena_text(mem, buf_text(&file));
}

static void of_a_png_the_words_are_left_out(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text bare = png(mem, false);
    struct text once = taken(png(mem, true), SCAN_PNG, mem);

    (void)state;
    assert_true(text_equal(once, bare));
    assert_true(text_equal(taken(bare, SCAN_PNG, mem), bare));
}

static void a_png_whose_sums_do_not_agree_is_refused(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text whole = png(mem, false);

    (void)state;
    for (size_t at = 8; at < whole.bytes; at++) {
        CLEANUP(mem_release) char *bad = mem_alloc(1, whole.bytes);

        memcpy(bad, whole.at, whole.bytes);
        bad[at] ^= 0x20;
        refused((struct text){bad, whole.bytes}, "damaged");
        refused((struct text){bad, at}, "damaged");
    }
}

/* ---- PDF ---- */

#define PDF_HEAD "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
#define PDF_TAIL "trailer<</Root 1 0 R>>\n%%EOF\n"
#define XMP      "<x:xmpmeta>GPS 1.6101S</x:xmpmeta>"

static void of_a_pdf_the_places_are_overwritten_and_nothing_moves(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text file =
        TEXT(PDF_HEAD XMP "stream\n" START EXIF("\6") PICTURE "\nendstream" PDF_TAIL);
    struct text once = taken(file, SCAN_PDF, mem);

    (void)state;
    assert_int_equal(once.bytes, file.bytes);
    assert_false(holds(once, "GPS"));
    assert_true(text_starts(once, TEXT(PDF_HEAD)));
    assert_true(text_ends(once, TEXT(PICTURE "\nendstream" PDF_TAIL)));
    assert_true(text_equal(taken(once, SCAN_PDF, mem), once));
}

/* What looks like a mark runs beyond the end mark: it is no segment. */
static void a_pdf_is_as_whole_afterwards_as_before(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text file = TEXT(PDF_HEAD "\xFF\xE1\x01\0Exif\0\0 short " PDF_TAIL);

    (void)state;
    assert_true(text_equal(taken(file, SCAN_PDF, mem), file));
}

static void a_pdf_that_is_signed_is_kept_byte_by_byte(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text file = TEXT(PDF_HEAD XMP "<</Type/Sig/ByteRange[0 1 2 3]>>" PDF_TAIL);

    (void)state;
    assert_true(text_equal(taken(file, SCAN_PDF, mem), file));
}

static void a_pdf_with_programs_files_or_a_password_is_refused(void **state)
{
    static const struct {
        struct text file;
        const char *with;
    } cases[] = {
        {TEXT_INIT(PDF_HEAD "<</S/JavaScript/JS(app.alert)>>" PDF_TAIL), "programs"},
        {TEXT_INIT(PDF_HEAD "<</S/Java#53cript>>" PDF_TAIL), "programs"},
        {TEXT_INIT(PDF_HEAD "<</Names<</EmbeddedFiles 3 0 R>>>>" PDF_TAIL), "programs"},
        {TEXT_INIT(PDF_HEAD "<</S/Launch/F(cmd.exe)>>" PDF_TAIL), "programs"},
        {TEXT_INIT(PDF_HEAD "trailer<</Encrypt 9 0 R>>" PDF_TAIL), "locked"},
        {TEXT_INIT(PDF_HEAD "<</Type/ObjStm>>stream\nnot packed" PDF_TAIL), "locked"},
        {TEXT_INIT(PDF_HEAD "<</Type/ObjStm>>" PDF_TAIL), "locked"},
        {TEXT_INIT(PDF_HEAD), "cut off"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        refused(cases[i].file, cases[i].with);
    }
}

static struct text packed_pdf(const char *objects, struct arena *mem)
{
    CLEANUP(buf_done) struct buf file = {0};
    Bytef packed[200];
    uLongf bytes = sizeof packed;

    assert_int_equal(compress(packed, &bytes, (const Bytef *)objects, strlen(objects)), Z_OK);
    buf_init(&file, 4096);
    buf_add(&file, TEXT(PDF_HEAD "<</Type/ObjStm/Filter/FlateDecode>>stream\r\n"));
    buf_add_bytes(&file, packed, bytes);
    buf_add(&file, TEXT("\nendstream " PDF_TAIL));
    return arena_text(mem, buf_text(&file));
}

static void objects_that_are_packed_are_looked_through_too(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text plain = packed_pdf("<</Type/Page>>", mem);

    (void)state;
    assert_true(text_equal(taken(plain, SCAN_PDF, mem), plain));
    refused(packed_pdf("<</S/JavaScript>>", mem), "programs");
}

/* ---- what is none of the three ---- */

static void what_is_no_paper_is_refused_with_words_that_help(void **state)
{
    (void)state;
    refused(TEXT(""), "empty");
    refused(TEXT("\0\0\0\x18"
                 "ftypheic\0\0\0\0mif1heic"),
            "HEIC");
    refused(TEXT("GIF89a"), "only PDF");
    refused(TEXT("<html>%PDF-1.4"), "only PDF");
    refused(TEXT("MZ\x90"), "only PDF");
    refused(TEXT("\xFF\xD8"), "only PDF");
}

static void what_is_too_large_is_refused_before_it_is_read(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text large = {START, SCAN_BYTES_MAX + SCAN_ADDED_BYTES_MAX + 1};
    struct problem why = {0};
    struct scan scan;

    (void)state;
    assert_rc(RC_TOO_LARGE, scan_take(large, mem, &scan, &why));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_photograph_only_the_picture_is_left),
        cmocka_unit_test(a_page_that_was_held_sideways_stands_upright),
        cmocka_unit_test(an_orientation_that_is_none_is_left_out),
        cmocka_unit_test(a_picture_that_was_cut_is_refused_wherever_it_was_cut),
        cmocka_unit_test(a_picture_of_no_size_or_of_too_many_points_is_refused),
        cmocka_unit_test(of_a_png_the_words_are_left_out),
        cmocka_unit_test(a_png_whose_sums_do_not_agree_is_refused),
        cmocka_unit_test(of_a_pdf_the_places_are_overwritten_and_nothing_moves),
        cmocka_unit_test(a_pdf_is_as_whole_afterwards_as_before),
        cmocka_unit_test(a_pdf_that_is_signed_is_kept_byte_by_byte),
        cmocka_unit_test(a_pdf_with_programs_files_or_a_password_is_refused),
        cmocka_unit_test(objects_that_are_packed_are_looked_through_too),
        cmocka_unit_test(what_is_no_paper_is_refused_with_words_that_help),
        cmocka_unit_test(what_is_too_large_is_refused_before_it_is_read),
    };

    return cmocka_run_group_tests_name("scan", tests, NULL, NULL);
}
