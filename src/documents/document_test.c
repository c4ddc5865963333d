/* Issuing on a real store, and what can be said of a file afterwards. */
#include "documents/document_copy.h"
#include "documents/document_verdict.h"
#include "people/fixture_test.h"

#include <string.h>

static const char key_path[] = "document-test.key";

struct office {
    struct fixture *people;
    struct arena *mem;
    struct signing_key key;
};

static int open_office(void **state)
{
    struct office *o = mem_alloc(1, sizeof *o);
    void *people = NULL;

    if (fixture_make(&people) != 0) return -1;
    o->people = people;
    o->mem = arena_new();
    if (signing_key_replace(key_path, &o->key, NULL) != RC_OK) return -1;
    *state = o;
    return 0;
}

static int close_office(void **state)
{
    struct office *o = *state;
    void *people = o->people;

    signing_key_done(&o->key);
    arena_free(&o->mem);
    unlink(key_path);
    mem_free(o);
    return fixture_clear(&people);
}

static const struct summary_fact facts[] = {
    {.label = TEXT_INIT("Pelaksanaan"), .label_en = TEXT_INIT("Held"), .value = TEXT_INIT("Senin")},
};

static struct document prepare(struct office *o, const char *number, const char *supersedes)
{
    static const struct document_summary summary = {.facts = {facts, 1}};
    struct paper *paper = arena_one(o->mem, struct paper);
    struct document document = {0};
    struct problem why = {0};
    struct document_issue issue = {
        .kind = TEXT("minutes"),
        .subject = TEXT("inspection/1"),
        .paper = paper,
        .summary = &summary,
        .signer_name = TEXT("Nama Pejabat"),
        .signer_position = TEXT("Wakil Wali Kota"),
        .signer_account = TEXT("wawali"),
        .supersedes = text_of(supersedes),
        .address = TEXT("https://hadir.example.go.id/"),
        .now_ms = monday_morning_ms,
    };

    paper->government = TEXT("Pemerintah Kota Jambi");
    paper->title = TEXT("Berita acara");
    paper->number = text_of(number);
    paper_init(paper, o->mem);
    paper_add_paragraph(paper, TEXT("Isi."));
    if (document_prepare(&issue, &o->key, o->mem, &document, &why) != RC_OK) {
        fail_msg("%s", why.text);
    }
    return document;
}

static struct document issue(struct office *o, const char *number, const char *supersedes)
{
    struct document document = prepare(o, number, supersedes);
    struct problem why = {0};

    if (ledger_perform(o->people->ledger, &document_command, &document, &why) != RC_OK) {
        fail_msg("%s", why.text);
    }
    return document;
}

static struct document_verdict judge(struct office *o, struct text file)
{
    struct document_verdict verdict;

    assert_rc(RC_OK, document_judge(o->people->reader, 1, file, o->mem, &verdict));
    return verdict;
}

static void an_issued_document_is_found_by_its_code(void **state)
{
    struct office *o = *state;
    struct document document = issue(o, "800/1", "");
    struct document_summary summary;
    struct document_row row;
    struct text file;
    bool found = false;

    assert_rc(RC_OK, document_find(o->people->reader, 1, document.row.code, o->mem, &row, &found));
    assert_true(found);
    assert_text("800/1", row.number);
    assert_text("Wakil Wali Kota", row.signer_position);
    assert_int_equal(row.status, DOCUMENT_VALID);
    assert_int_equal(row.signature_kind, SIGNATURE_OWN);
    assert_rc(RC_OK, document_summary_read(row.summary, o->mem, &summary));
    assert_int_equal(summary.facts.count, 1);
    assert_rc(RC_OK, document_file(o->people->reader, 1, row.code, o->mem, &file));
    assert_true(text_equal(file, document.file));
    assert_rc(RC_OK,
              document_find(o->people->reader, 1, TEXT("0000-0000-0000"), o->mem, &row, &found));
    assert_false(found);
}

static void the_issued_file_is_genuine_and_a_changed_one_is_not(void **state)
{
    struct office *o = *state;
    struct document document = issue(o, "800/1", "");
    struct document_verdict verdict = judge(o, document.file);
    char *bytes = arena_alloc(o->mem, document.file.bytes);

    assert_int_equal(verdict.finding, FINDING_GENUINE);
    assert_text("Nama Pejabat", verdict.seal.name);
    assert_text("wawali", verdict.seal.account);
    memcpy(bytes, document.file.at, document.file.bytes);
    bytes[document.file.bytes / 2] = (char)(bytes[document.file.bytes / 2] ^ 1);
    assert_int_equal(judge(o, (struct text){bytes, document.file.bytes}).finding, FINDING_CHANGED);
    assert_int_equal(judge(o, TEXT("%PDF-1.4 ...")).finding, FINDING_NOT_SEALED);
}

static void a_seal_of_ours_without_a_row_is_told_apart_from_a_strange_key(void **state)
{
    struct office *o = *state;
    CLEANUP(signing_key_done) struct signing_key own = o->key;
    struct document draft = prepare(o, "800/2", "");

    assert_int_equal(judge(o, draft.file).finding, FINDING_UNKNOWN_KEY);
    IGNORE(issue(o, "800/1", ""), "the key is on record from here");
    assert_int_equal(judge(o, draft.file).finding, FINDING_UNKNOWN_CODE);
    assert_rc(RC_OK, signing_key_replace(key_path, &o->key, NULL));
    assert_int_equal(judge(o, prepare(o, "800/3", "").file).finding, FINDING_UNKNOWN_KEY);
}

/* A new key does not touch what the old one has sealed. */
static void old_documents_stay_valid_when_the_key_changes(void **state)
{
    struct office *o = *state;
    struct document first = issue(o, "800/1", "");
    struct document second;

    assert_rc(RC_OK, signing_key_replace(key_path, &o->key, NULL));
    second = issue(o, "800/2", "");
    assert_false(text_equal(first.row.key, second.row.key));
    assert_int_equal(judge(o, first.file).finding, FINDING_GENUINE);
    assert_int_equal(judge(o, second.file).finding, FINDING_GENUINE);
}

static void a_superseded_document_names_its_successor(void **state)
{
    struct office *o = *state;
    struct document first = issue(o, "800/1", "");
    struct document second = issue(o, "800/1", first.row.code.at);
    struct document_verdict verdict = judge(o, first.file);
    struct document third = prepare(o, "800/3", first.row.code.at);
    struct problem why = {0};

    assert_int_equal(verdict.finding, FINDING_SUPERSEDED);
    assert_true(text_equal(verdict.row.successor, second.row.code));
    assert_int_equal(judge(o, second.file).finding, FINDING_GENUINE);
    assert_rc(RC_CONFLICT, ledger_perform(o->people->ledger, &document_command, &third, &why));
    assert_string_equal(why.text, "this document is not valid any more");
}

static void a_withdrawn_document_says_why(void **state)
{
    struct office *o = *state;
    struct document document = issue(o, "800/1", "");
    struct document_withdrawal withdrawal = {.code = document.row.code,
                                             .reason = TEXT("angka keliru")};
    struct problem why = {0};

    assert_rc(RC_OK,
              ledger_perform(o->people->ledger, &document_withdraw_command, &withdrawal, &why));
    assert_int_equal(judge(o, document.file).finding, FINDING_WITHDRAWN);
    assert_text("angka keliru", judge(o, document.file).row.reason);
    assert_rc(RC_CONFLICT,
              ledger_perform(o->people->ledger, &document_withdraw_command, &withdrawal, &why));
}

static void a_number_is_given_once(void **state)
{
    struct office *o = *state;
    struct document document;
    struct record_list list;
    struct problem why = {0};

    IGNORE(issue(o, "800/1", ""), "the first");
    document = prepare(o, "800/1", "");
    assert_rc(RC_CONFLICT, ledger_perform(o->people->ledger, &document_command, &document, &why));
    assert_string_equal(why.field, "number");
    IGNORE(issue(o, "", ""), "a document without a number");
    IGNORE(issue(o, "", ""), "and another");
    assert_rc(RC_OK, document_list(o->people->reader, 1, TEXT("inspection/1"), o->mem, &list));
    assert_int_equal(list.count, 3);
    assert_rc(RC_OK, document_list(o->people->reader, 1, TEXT("inspection/2"), o->mem, &list));
    assert_int_equal(list.count, 0);
}

/* Fail the first call of the store, then the second ...: the document that was
 * to be superseded is so exactly when its successor is there. */
#define PAGE "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
#define END  "trailer<</Root 1 0 R>>\n%%EOF\n"

static enum rc file_copy(struct office *o, struct text code, enum copy_kind kind, struct text file)
{
    struct document_copy copy = {
        .code = code, .file = file, .author = TEXT("bkd"), .kind = kind, .day = {2021, 5, 18}};
    struct problem why = {0};

    TRY(document_copy_prepare(&copy, o->mem, &why));
    return ledger_perform(o->people->ledger, &document_copy_command, &copy, &why);
}

static void a_certified_file_stands_beside_the_seal_byte_by_byte(void **state)
{
    struct office *o = *state;
    struct document document = issue(o, "", "");
    struct text file = TEXT(PAGE "<</Type/Sig/ByteRange[0 1 2 3]>>" END);
    struct document_summary summary;
    struct document_verdict verdict;
    struct scan copy;

    assert_rc(RC_OK, file_copy(o, document.row.code, COPY_CERTIFIED, file));
    assert_rc(RC_OK, document_copy_load(o->people->reader, 1, document.row.code, 0, o->mem, &copy));
    assert_true(text_equal(copy.bytes, file));
    verdict = judge(o, document.file);
    assert_int_equal(verdict.finding, FINDING_GENUINE);
    assert_int_equal(verdict.row.signature_kind, SIGNATURE_CERTIFIED);
    assert_rc(RC_OK, document_summary_read(verdict.row.summary, o->mem, &summary));
    assert_int_equal(summary.notes.count, 1);
    assert_non_null(
        strstr(((const struct summary_note *)summary.notes.items)->text_en.at, "not checked"));
}

static void what_is_no_signed_pdf_is_not_filed_as_certified(void **state)
{
    struct office *o = *state;
    struct document document = issue(o, "", "");

    assert_rc(RC_INVALID, file_copy(o, document.row.code, COPY_CERTIFIED, TEXT(PAGE END)));
    assert_rc(RC_INVALID, file_copy(o, document.row.code, COPY_SCAN, TEXT("MZ not a paper")));
    assert_rc(RC_NOT_FOUND, file_copy(o, TEXT("0000-0000-0000"), COPY_SCAN, TEXT(PAGE END)));
}

static void copies_stand_beside_each_other_and_the_same_file_is_filed_once(void **state)
{
    struct office *o = *state;
    struct text code = issue(o, "", "").row.code;
    struct text file = TEXT(PAGE "<</Type/Sig/ByteRange[0 1 2 3]>>" END);
    const struct document_copy_row *copies;
    struct record_list rows;
    struct scan copy;

    assert_rc(RC_OK, file_copy(o, code, COPY_SCAN, file));
    assert_rc(RC_CONFLICT, file_copy(o, code, COPY_SCAN, file));
    assert_rc(RC_OK, file_copy(o, code, COPY_CERTIFIED, file));
    for (int i = 2; i < DOCUMENT_COPIES_MAX; i++) {
        struct text other = arena_format(o->mem, "%s%%%d\n%s", PAGE, i, END);

        assert_rc(RC_OK, file_copy(o, code, COPY_SCAN, other));
    }
    assert_rc(RC_CONFLICT, file_copy(o, code, COPY_SCAN, TEXT(PAGE END)));
    assert_rc(RC_OK, document_copy_list(o->people->reader, 1, code, o->mem, &rows));
    copies = rows.items;
    assert_int_equal(rows.count, DOCUMENT_COPIES_MAX);
    assert_int_equal(copies[1].number, 2);
    assert_int_equal(copies[1].kind, COPY_CERTIFIED);
    assert_text("bkd", copies[1].author);
    assert_int_equal(copies[1].bytes, file.bytes);
    assert_true(text_equal(copies[0].digest, copies[1].digest));
    assert_rc(RC_OK, document_copy_load(o->people->reader, 1, code, 2, o->mem, &copy));
    assert_true(text_equal(copy.bytes, file));
    assert_rc(RC_NOT_FOUND, document_copy_load(o->people->reader, 1, code, DOCUMENT_COPIES_MAX + 1,
                                               o->mem, &copy));
}

static void a_key_that_is_distrusted_is_believed_for_what_the_register_holds_alone(void **state)
{
    struct office *o = *state;
    struct document known = issue(o, "", "");
    struct document stray = prepare(o, "800/9", "");
    struct signing_key_distrust distrust = {.id = text_of(o->key.id), .author = TEXT("admin")};
    struct problem why = {0};

    assert_rc(RC_OK,
              ledger_perform(o->people->ledger, &signing_key_distrust_command, &distrust, &why));
    assert_int_equal(judge(o, known.file).finding, FINDING_GENUINE);
    assert_int_equal(judge(o, stray.file).finding, FINDING_DISTRUSTED_KEY);
    distrust.id = TEXT("0000000000000000");
    assert_rc(RC_NOT_FOUND,
              ledger_perform(o->people->ledger, &signing_key_distrust_command, &distrust, &why));
}

static void filing_is_all_or_nothing_wherever_the_store_fails(void **state)
{
    struct office *o = *state;
    struct document document = issue(o, "", "");
    struct document_copy filing = {
        .code = document.row.code, .file = TEXT(PAGE END), .day = {2021, 5, 18}};
    struct scan copy;
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        assert_true(calls < 40);
        rc = fixture_perform_failing(o->people, &document_copy_command, &filing, calls);
        assert_rc(rc == RC_OK ? RC_OK : RC_NOT_FOUND,
                  document_copy_load(o->people->reader, 1, document.row.code, 0, o->mem, &copy));
    }
}

static void issuing_is_all_or_nothing_wherever_the_store_fails(void **state)
{
    struct office *o = *state;
    struct document first = issue(o, "800/1", "");
    struct document second = prepare(o, "800/2", first.row.code.at);
    enum rc rc = RC_UNAVAILABLE;

    for (int calls = 0; rc != RC_OK; calls++) {
        assert_int_equal(judge(o, first.file).finding, FINDING_GENUINE);
        assert_int_equal(judge(o, second.file).finding, FINDING_UNKNOWN_CODE);
        assert_true(calls < 50);
        rc = fixture_perform_failing(o->people, &document_command, &second, calls);
    }
    assert_int_equal(judge(o, first.file).finding, FINDING_SUPERSEDED);
    assert_int_equal(judge(o, second.file).finding, FINDING_GENUINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_issued_document_is_found_by_its_code, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(the_issued_file_is_genuine_and_a_changed_one_is_not,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(
            a_seal_of_ours_without_a_row_is_told_apart_from_a_strange_key, open_office,
            close_office),
        cmocka_unit_test_setup_teardown(old_documents_stay_valid_when_the_key_changes, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_superseded_document_names_its_successor, open_office,
                                        close_office),
        cmocka_unit_test_setup_teardown(a_withdrawn_document_says_why, open_office, close_office),
        cmocka_unit_test_setup_teardown(a_number_is_given_once, open_office, close_office),
        cmocka_unit_test_setup_teardown(a_certified_file_stands_beside_the_seal_byte_by_byte,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(what_is_no_signed_pdf_is_not_filed_as_certified,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(
            copies_stand_beside_each_other_and_the_same_file_is_filed_once, open_office,
            close_office),
        cmocka_unit_test_setup_teardown(
            a_key_that_is_distrusted_is_believed_for_what_the_register_holds_alone, open_office,
            close_office),
        cmocka_unit_test_setup_teardown(filing_is_all_or_nothing_wherever_the_store_fails,
                                        open_office, close_office),
        cmocka_unit_test_setup_teardown(issuing_is_all_or_nothing_wherever_the_store_fails,
                                        open_office, close_office),
    };

    return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
