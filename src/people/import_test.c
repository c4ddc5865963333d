#include "people/import.h"

#include "base/clock.h"
#include "people/import_fixture_test.h"

#include <string.h>
#include <time.h>

static void the_same_file_again_changes_nothing(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(outcome_done) struct outcome again_people = {0};
    int64_t before;

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    before = ledger_position(f->ledger);
    import(f, IMPORT_KIND_AGENCIES, agencies, &again);
    import(f, IMPORT_KIND_PEOPLE, people, &again_people);
    expect(&again, 0, 0, 3, 0);
    expect(&again_people, 0, 0, 3, 0);
    assert_int_equal(ledger_position(f->ledger), before);
}

static void a_changed_row_becomes_a_new_version(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_AGENCIES,
           "name,code,zone\nDinas Pekerjaan Umum,PU,Asia/Jayapura\nDinas Kesehatan,DINKES,WIB\n",
           &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 0, 1, 1, 0);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM agency WHERE code = 'PU'"), 2);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM agency WHERE zone = 'WIT'"), 1);
}

static void a_bad_row_is_named_by_row_column_and_reason(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_PEOPLE,
           "number,name,kind,agency,active_from,active_to\n"
           "198613262015051001,Satu,PNS,PKM,,\n"
           "K-1,Dua,pegawai,PKM,,\n"
           "K-2,Tiga,kontrak,LOST,,\n"
           "K-3,,kontrak,PKM,2021-02-30,\n"
           "K-4,Lima,kontrak,PKM,2021-02-02,2021-02-01\n"
           "K-5,Enam,kontrak,PKM,,\n"
           "K-5,Tujuh,kontrak,PU,,\n"
           "K-6,Delapan,kontrak,PKM,,,more\n",
           &out);
    assert_rc(RC_INVALID, out.rc);
    expect(&out, 1, 0, 0, 7);
    expect_finding(&out, 0, 2, "number", "identifier");
    expect_finding(&out, 1, 3, "kind", "value");
    expect_finding(&out, 2, 4, "agency", "agency_unknown");
    assert_text("there is no agency LOST", out.report.findings[2].english);
    assert_text("unit kerja LOST tidak ada", out.report.findings[2].indonesian);
    expect_finding(&out, 3, 5, "active_from", "value");
    expect_finding(&out, 4, 5, "name", "value");
    expect_finding(&out, 5, 6, "active_to", "ends_before");
    expect_finding(&out, 6, 8, "number", "twice");
    expect_finding(&out, 7, 9, "", "cells");
    assert_string_equal(out.why.text, "7 of 8 rows were refused; nothing was written");
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person"), 0);
}

static void bad_rows_are_skipped_when_asked(void **state)
{
    struct fixture *f = *state;
    struct import_options options = plain(f, IMPORT_KIND_PEOPLE);
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    options.choice = IMPORT_SKIP_BAD;
    run(&options, TEXT("number,name,kind,agency\nK-1,Ada,kontrak,PU\nK-2,Tidak,kontrak,LOST\n"),
        &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 1, 0, 0, 1);
    assert_true(out.report.written);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person"), 1);
}

static void a_dry_run_writes_nothing(void **state)
{
    struct fixture *f = *state;
    struct import_options options = plain(f, IMPORT_KIND_AGENCIES);
    CLEANUP(outcome_done) struct outcome out = {0};

    options.dry_run = true;
    options.ledger = NULL;
    run(&options, text_of(agencies), &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    assert_false(out.report.written);
    assert_int_equal(ledger_position(f->ledger), 0);
}

static void an_unknown_column_is_refused_by_its_name(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome empty = {0};
    CLEANUP(outcome_done) struct outcome missing = {0};

    import(f, IMPORT_KIND_AGENCIES, "code,name,colour\nA,Satu,merah\n", &out);
    assert_rc(RC_INVALID, out.rc);
    assert_non_null(strstr(out.why.text, "colour"));
    import(f, IMPORT_KIND_AGENCIES, "", &empty);
    assert_rc(RC_INVALID, empty.rc);
    import(f, IMPORT_KIND_PEOPLE, "number,name\n1,Satu\n", &missing);
    assert_rc(RC_INVALID, missing.rc);
    assert_non_null(strstr(missing.why.text, "kind"));
}

static void the_list_of_findings_is_bounded(void **state)
{
    CLEANUP(buf_done) struct buf file = {0};
    struct fixture *f = *state;
    struct import_options options = plain(f, IMPORT_KIND_LEAVE);
    CLEANUP(outcome_done) struct outcome out = {0};

    buf_init(&file, 1024 * 1024);
    buf_add(&file, TEXT("number,kind,from,to\n"));
    for (int i = 0; i < IMPORT_FINDINGS_MAX + 7; i++) {
        buf_format(&file, "n%d,sick,2021-05-17,2021-05-17\n", i);
    }
    run(&options, buf_text(&file), &out);
    assert_rc(RC_INVALID, out.rc);
    assert_int_equal(out.report.finding_count, IMPORT_FINDINGS_MAX);
    assert_int_equal(out.report.findings_left, 7);
}

/* Fail the first reading call, then the second ...: nothing is written before
 * the whole was compared, and then it is one transaction (fact_test). */
static void an_import_that_cannot_compare_writes_nothing(void **state)
{
    struct fixture *f = *state;
    enum rc rc = RC_UNAVAILABLE;

    done(f, IMPORT_KIND_AGENCIES, agencies);
    for (int calls = 0; rc != RC_OK; calls++) {
        CLEANUP(outcome_done) struct outcome out = {0};

        assert_true(calls < 60);
        db_fail_after(f->reader, calls);
        import(f, IMPORT_KIND_PEOPLE, people, &out);
        db_fail_after(f->reader, -1);
        rc = out.rc;
        assert_int_equal(fixture_count(f, "SELECT count(*) FROM person"), rc == RC_OK ? 3 : 0);
    }
}

static void fifty_thousand_people_a_second(void **state)
{
    enum { COUNT = 20000 };
    CLEANUP(buf_done) struct buf file = {0};
    struct fixture *f = *state;
    struct import_options options = plain(f, IMPORT_KIND_PEOPLE);
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};
    int64_t begun, wrote;
    clock_t begun_cpu, spent_cpu;

    done(f, IMPORT_KIND_AGENCIES, agencies);
    buf_init(&file, 16 * 1024 * 1024);
    buf_add(&file,
            TEXT("number,name,kind,agency,position,echelon,roles,pin,active_from,active_to\n"));
    for (int i = 0; i < COUNT; i++) {
        buf_format(&file, "1986%02d%02d201505%d%03d,Pegawai Nomor %d,PNS,PKM,Pengelola %d,,,%d,,\n",
                   1 + i % 12, 1 + i / 12 % 28, 1 + i % 2, 1 + i / 336, i, i % 50, 5000 + i);
    }
    begun = clock_mono_ms();
    begun_cpu = clock();
    run(&options, buf_text(&file), &out);
    wrote = clock_mono_ms() - begun;
    spent_cpu = (clock() - begun_cpu) * 1000 / CLOCKS_PER_SEC;
    assert_rc(RC_OK, out.rc);
    expect(&out, COUNT, 0, 0, 0);
    run(&options, buf_text(&file), &again);
    expect(&again, 0, 0, COUNT, 0);
    print_message("imported %d people in %d ms: %d a second; of a processor %d ms\n", COUNT,
                  (int)wrote, (int)(COUNT * 1000 / (wrote + 1)), (int)spent_cpu);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_clear)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_same_file_again_changes_nothing),
        TEST(a_changed_row_becomes_a_new_version),
        TEST(a_bad_row_is_named_by_row_column_and_reason),
        TEST(bad_rows_are_skipped_when_asked),
        TEST(a_dry_run_writes_nothing),
        TEST(an_unknown_column_is_refused_by_its_name),
        TEST(the_list_of_findings_is_bounded),
        TEST(an_import_that_cannot_compare_writes_nothing),
        TEST(fifty_thousand_people_a_second),
    };

    return cmocka_run_group_tests_name("import", tests, NULL, NULL);
}
