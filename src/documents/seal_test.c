#include "documents/seal.h"

#include "base/buf.h"
#include "base/test.h"
#include "documents/pdf.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct signing_key make_key(void)
{
    static const char path[] = "seal-test.key";
    struct signing_key key = {0};

    assert_rc(RC_OK, signing_key_replace(path, &key, NULL));
    unlink(path);
    return key;
}

static struct seal words(void)
{
    return (struct seal){
        .code = TEXT("7K4M-92QX-C1TD"),
        .government = TEXT("Pemerintah Kota Jambi"),
        .title = TEXT("Berita acara"),
        .name = TEXT("Nama \"Pejabat\""),
        .position = TEXT("Wakil Wali Kota Jambi"),
        .account = TEXT("wawali"),
        .signed_at_ms = 1621226900123,
    };
}

static struct text document(struct arena *mem)
{
    struct paper paper = {.government = TEXT("Pemerintah Kota Jambi"), .title = TEXT("Rekap")};
    struct problem why = {0};
    struct text pdf = {NULL, 0};

    paper_init(&paper, mem);
    paper_add_paragraph(&paper, TEXT("Isi."));
    if (paper_print(&paper, mem, &pdf, &why) != RC_OK) fail_msg("%s", why.text);
    return pdf;
}

static struct text sealed(struct arena *mem, const struct signing_key *key)
{
    struct seal seal = words();
    struct text file = {NULL, 0};

    assert_rc(RC_OK, seal_put(document(mem), &seal, key, mem, &file, NULL));
    return file;
}

/* A key row as the register would hold it. */
static struct signing_key_row row_of(const struct signing_key *key, struct arena *mem)
{
    CLEANUP(buf_done) struct buf hex = {0};

    buf_init(&hex, 200);
    signing_hex_add(&hex, key->public_half, SIGNING_PUBLIC_BYTES);
    return (struct signing_key_row){.public_half = arena_text(mem, buf_text(&hex))};
}

static void a_seal_says_who_signed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(signing_key_done) struct signing_key key = make_key();
    struct signing_key_row row = row_of(&key, mem);
    struct seal_reading reading;

    (void)state;
    seal_read(sealed(mem, &key), mem, &reading);
    assert_int_equal(reading.finding, SEAL_WHOLE);
    assert_text("7K4M-92QX-C1TD", reading.seal.code);
    assert_text("Nama \"Pejabat\"", reading.seal.name);
    assert_text("Wakil Wali Kota Jambi", reading.seal.position);
    assert_text("", reading.seal.number);
    assert_int_equal(reading.seal.signed_at_ms, 1621226900123);
    assert_true(signing_key_verifies(&row, reading.signed_text, &reading.signature));
}

static void the_seal_of_another_key_does_not_verify(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(signing_key_done) struct signing_key key = make_key();
    CLEANUP(signing_key_done) struct signing_key other = make_key();
    struct signing_key_row row = row_of(&other, mem);
    struct seal_reading reading;

    (void)state;
    seal_read(sealed(mem, &key), mem, &reading);
    assert_string_not_equal(key.id, other.id);
    assert_false(signing_key_verifies(&row, reading.signed_text, &reading.signature));
}

static void no_byte_of_a_sealed_file_can_be_changed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(signing_key_done) struct signing_key key = make_key();
    struct signing_key_row row = row_of(&key, mem);
    struct text file = sealed(mem, &key);
    char *bytes = arena_alloc(mem, file.bytes);

    (void)state;
    for (size_t i = 0; i<file.bytes; i += i + 1500> file.bytes ? 1 : 53) {
        CLEANUP(arena_free) struct arena *own = arena_new();
        struct seal_reading reading;

        memcpy(bytes, file.at, file.bytes);
        bytes[i] = (char)(bytes[i] ^ 1);
        seal_read((struct text){bytes, file.bytes}, own, &reading);
        if (reading.finding != SEAL_WHOLE) continue;
        /* What still agrees with itself was not signed like this. */
        assert_false(signing_key_verifies(&row, reading.signed_text, &reading.signature));
    }
}

static void what_was_cut_or_added_to_is_broken(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(signing_key_done) struct signing_key key = make_key();
    struct text file = sealed(mem, &key);
    struct text more;
    char *bytes = arena_alloc(mem, file.bytes + 1);
    struct seal_reading reading;

    (void)state;
    memcpy(bytes, file.at, file.bytes);
    bytes[file.bytes] = '\n';
    more = (struct text){bytes, file.bytes + 1};
    seal_read(more, mem, &reading);
    assert_int_equal(reading.finding, SEAL_BROKEN);
    seal_read((struct text){file.at, file.bytes - 1}, mem, &reading);
    assert_int_equal(reading.finding, SEAL_BROKEN);
    seal_read(document(mem), mem, &reading);
    assert_int_equal(reading.finding, SEAL_NONE);
    seal_read((struct text){NULL, 0}, mem, &reading);
    assert_int_equal(reading.finding, SEAL_NONE);
}

/* As programs do that write a remark into a PDF. */
static void a_remark_behind_the_seal_is_a_change(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(signing_key_done) struct signing_key key = make_key();
    CLEANUP(buf_done) struct buf remarked = {0};
    struct text file = sealed(mem, &key);
    struct seal_reading reading;
    struct pdf_end end;

    (void)state;
    assert_rc(RC_OK, pdf_read_end(file, &end, NULL));
    buf_init(&remarked, file.bytes + 4096);
    buf_add(&remarked, file);
    pdf_add_update(&remarked, file.bytes, &end, end.object_count, TEXT("(setuju)"));
    seal_read(buf_text(&remarked), mem, &reading);
    assert_int_equal(reading.finding, SEAL_BROKEN);
}

static void the_key_is_made_once_and_nobody_else_may_read_it(void **state)
{
    static const char path[] = "seal-test-once.key";
    CLEANUP(signing_key_done) struct signing_key first = {0};
    CLEANUP(signing_key_done) struct signing_key again = {0};
    struct stat file;

    (void)state;
    unlink(path);
    assert_rc(RC_OK, signing_key_open(path, &first, NULL));
    assert_int_equal(stat(path, &file), 0);
    assert_int_equal(file.st_mode & 0777, 0600);
    assert_rc(RC_OK, signing_key_open(path, &again, NULL));
    assert_string_equal(first.id, again.id);
    assert_int_equal(truncate(path, 40), 0);
    assert_rc(RC_INVALID, signing_key_open(path, &again, NULL));
    unlink(path);
}

static void a_code_is_read_as_people_type_it(void **state)
{
    static const struct {
        const char *typed, *code;
    } cases[] = {
        {"7K4M-92QX-C1TD", "7K4M-92QX-C1TD"},
        {"7k4m92qxc1td", "7K4M-92QX-C1TD"},
        {" 7k4m 92qx citd ", "7K4M-92QX-C1TD"},
        {"OOOO-llll-iiii", "0000-1111-1111"},
        {"7K4M-92QX-C1T", NULL},
        {"7K4M-92QX-C1TDD", NULL},
        {"7K4M-92QX-C1TU", NULL},
        {"", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct document_code code;
        bool good = document_code_read(text_of(cases[i].typed), &code);

        assert_int_equal(good, cases[i].code != NULL);
        if (good) assert_string_equal(code.s, cases[i].code);
    }
}

static void codes_are_of_the_alphabet_and_differ(void **state)
{
    struct document_code last = document_code_random();

    (void)state;
    for (int i = 0; i < 1000; i++) {
        struct document_code code = document_code_random();
        struct document_code read;

        assert_true(document_code_read(text_of(code.s), &read));
        assert_string_equal(read.s, code.s);
        assert_string_not_equal(code.s, last.s);
        last = code;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_seal_says_who_signed),
        cmocka_unit_test(the_seal_of_another_key_does_not_verify),
        cmocka_unit_test(no_byte_of_a_sealed_file_can_be_changed),
        cmocka_unit_test(what_was_cut_or_added_to_is_broken),
        cmocka_unit_test(a_remark_behind_the_seal_is_a_change),
        cmocka_unit_test(the_key_is_made_once_and_nobody_else_may_read_it),
        cmocka_unit_test(a_code_is_read_as_people_type_it),
        cmocka_unit_test(codes_are_of_the_alphabet_and_differ),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
