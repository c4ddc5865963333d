#include "people/import.h"

#include "base/clock.h"
#include "base/thread.h"
#include "people/decree.h"
#include "people/fixture_test.h"

#include <string.h>
#include <time.h>

/* ---- helpers ---- */

struct outcome {
    struct arena *mem;
    struct import_report report;
    struct problem why;
    enum rc rc;
};

static void outcome_done(struct outcome *outcome)
{
    arena_free(&outcome->mem);
}

static bool only_five_days(const void *owner, struct text code)
{
    (void)owner;
    return text_equal(code, TEXT("5-hari"));
}

static struct import_options plain(struct fixture *f, enum import_kind kind)
{
    return (struct import_options){
        .kind = kind,
        .government = 1,
        .ledger = f->ledger,
        .reader = f->reader,
        .effective_from = monday,
        .pattern_known = only_five_days,
    };
}

static void run(const struct import_options *options, struct text file, struct outcome *out)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(file);

    *out = (struct outcome){.mem = arena_new()};
    out->rc = import_file(options, csv, out->mem, &out->report, &out->why);
}

static void import(struct fixture *f, enum import_kind kind, const char *file, struct outcome *out)
{
    struct import_options options = plain(f, kind);

    run(&options, text_of(file), out);
}

static void expect(const struct outcome *out, int fresh, int changed, int unchanged, int refused)
{
    assert_int_equal(out->report.fresh, fresh);
    assert_int_equal(out->report.changed, changed);
    assert_int_equal(out->report.unchanged, unchanged);
    assert_int_equal(out->report.refused, refused);
    assert_int_equal(out->report.read, fresh + changed + unchanged + refused);
}

static void expect_finding(const struct outcome *out,
                           size_t at,
                           int row,
                           const char *column,
                           const char *word)
{
    assert_true(at < out->report.finding_count);
    assert_int_equal(out->report.findings[at].row, row);
    assert_string_equal(out->report.findings[at].column, column);
    assert_string_equal(out->report.findings[at].word, word);
}

static void done(struct fixture *f, enum import_kind kind, const char *file)
{
    CLEANUP(outcome_done) struct outcome out = {0};

    import(f, kind, file, &out);
    if (out.rc != RC_OK) print_message("%s\n", out.why.text);
    assert_rc(RC_OK, out.rc);
}

static const char agencies[] = "code,parent,name,kind,zone,latitude,longitude,pattern,short\n"
                               "PKM,DINKES,Puskesmas Kenali,Puskesmas,,-1.6,103.6,,\n"
                               "DINKES,,Dinas Kesehatan,Dinas,WIB,-1.61,103.61,5-hari,Dinkes\n"
                               "PU,,Dinas PUPR,Dinas,WITA,,,,\n";

static const char people[] =
    "number,name,kind,agency,position,echelon,roles,pin,active_from,active_to\n"
    "198609262015051001,Andi Saputra,PNS,PKM,Perawat,,bendahara; juru bayar,17,2015-05-01,\n"
    "K-01,Budi,honorer,PU,Sopir,,,18,,\n"
    "199009132025242014,Cici,PPPK paruh waktu,DINKES,Bidan,,,,,\n";

/* ---- agencies ---- */

static void a_parent_may_come_after_its_child(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;

    import(f, IMPORT_KIND_AGENCIES, agencies, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    assert_true(out.report.written);
    directory = fixture_load(f, AS_OF_NOW);
    assert_text("DINKES", directory->agencies[0].code);
    assert_text("PKM", directory->agencies[1].code);
    assert_int_equal(directory->agencies[1].parent, 0);
    assert_text("Dinkes", directory->agencies[0].short_name);
    assert_text("Puskesmas Kenali", directory->agencies[1].short_name);
}

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

static void a_tree_that_cannot_stand_is_refused(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    import(f, IMPORT_KIND_AGENCIES,
           "code,parent,name,zone,latitude,longitude,pattern\n"
           "A,B,Satu,,,,\n"
           "B,A,Dua,,,,\n"
           "C,nowhere,Tiga,,,,\n"
           "D,C,Empat,,,,\n"
           "E,,Lima,WIX,,,\n"
           "F,,Enam,,-1.5,,\n"
           "G,,Tujuh,,,,7-hari\n"
           "H,,Delapan,,,,\n"
           "H,,Sembilan,,,,\n",
           &out);
    assert_rc(RC_INVALID, out.rc);
    expect(&out, 1, 0, 0, 8);
    assert_false(out.report.written);
    expect_finding(&out, 0, 2, "parent", "cycle");
    expect_finding(&out, 2, 4, "parent", "parent_unknown");
    expect_finding(&out, 3, 5, "parent", "parent_refused");
    expect_finding(&out, 4, 6, "zone", "zone");
    expect_finding(&out, 5, 7, "longitude", "half_a_place");
    expect_finding(&out, 6, 8, "pattern", "pattern_unknown");
    expect_finding(&out, 7, 10, "code", "twice");
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM agency"), 0);
}

static void an_agency_cannot_be_hung_below_its_own_child(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_AGENCIES, "code,parent,name\nDINKES,PKM,Dinas Kesehatan\n", &out);
    assert_rc(RC_INVALID, out.rc);
    expect_finding(&out, 0, 2, "parent", "cycle");
}

/* ---- people ---- */

static void people_come_with_agency_and_pin(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;
    const struct directory_person *person;
    int32_t andi;

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_PEOPLE, people, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    directory = fixture_load(f, AS_OF_NOW);
    andi = directory_find_person(directory, TEXT("198609262015051001"));
    person = &directory->people[andi];
    assert_text("bendahara;juru bayar", person->roles);
    assert_int_equal(person->kind, PERSON_KIND_PNS);
    assert_int_equal(directory_agency_of(directory, andi, 0),
                     directory_find_agency(directory, TEXT("PKM")));
    assert_int_equal(directory_resolve(directory, TEXT("17"), TEXT("OGX1"), 0), andi);
    assert_int_equal(directory_resolve(directory, TEXT("017"), TEXT("OGX1"), 0), NONE);
    assert_int_equal(directory->people[directory_find_person(directory, TEXT("K-01"))].kind,
                     PERSON_KIND_CONTRACT);
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

static void a_new_agency_counts_from_today(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;
    int32_t budi, today = day_number(monday);

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    import(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency\nK-01,Budi,kontrak,PKM\n", &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 0, 1, 0, 0);
    directory = fixture_load(f, AS_OF_NOW);
    budi = directory_find_person(directory, TEXT("K-01"));
    assert_text("Sopir", directory->people[budi].position);
    assert_int_equal(directory_agency_of(directory, budi, today - 1),
                     directory_find_agency(directory, TEXT("PU")));
    assert_int_equal(directory_agency_of(directory, budi, today),
                     directory_find_agency(directory, TEXT("PKM")));
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person WHERE number = 'K-01'"), 1);
}

static void a_pin_of_somebody_else_is_refused(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome twice = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    import(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency,pin\nK-9,Dodi,kontrak,PU,17\n", &out);
    assert_rc(RC_INVALID, out.rc);
    expect_finding(&out, 0, 2, "pin", "pin_taken");
    import(f, IMPORT_KIND_PEOPLE,
           "number,name,kind,agency,pin\nK-8,A,kontrak,PU,88\nK-9,B,kontrak,PU,88\n", &twice);
    assert_rc(RC_INVALID, twice.rc);
    expect_finding(&twice, 0, 3, "pin", "twice");
}

static void two_people_may_swap_their_pins(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;
    static const char swap[] = "number,name,kind,agency,pin\n"
                               "198609262015051001,Andi Saputra,PNS,PKM,18\n"
                               "K-01,Budi,kontrak,PU,17\n";
    int32_t andi, budi, today = day_number(monday);

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    import(f, IMPORT_KIND_PEOPLE, swap, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 0, 2, 0, 0);
    directory = fixture_load(f, AS_OF_NOW);
    andi = directory_find_person(directory, TEXT("198609262015051001"));
    budi = directory_find_person(directory, TEXT("K-01"));
    assert_int_equal(directory_resolve(directory, TEXT("17"), TEXT(""), today - 1), andi);
    assert_int_equal(directory_resolve(directory, TEXT("17"), TEXT(""), today), budi);
    assert_int_equal(directory_resolve(directory, TEXT("18"), TEXT(""), today - 1), budi);
    assert_int_equal(directory_resolve(directory, TEXT("18"), TEXT(""), today), andi);
    import(f, IMPORT_KIND_PEOPLE, swap, &again);
    expect(&again, 0, 0, 2, 0);
}

/* A refused row keeps its PIN, so the row that hoped for it is refused too. */
static void a_chain_of_pins_breaks_as_a_whole(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    done(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency,pin\nK-02,Eka,kontrak,PU,19\n");
    import(f, IMPORT_KIND_PEOPLE,
           "number,name,kind,agency,pin\n"
           "198609262015051001,Andi Saputra,PNS,PKM,18\n"
           "K-01,Budi,kontrak,PU,19\n"
           "K-03,Fani,kontrak,PU,17\n",
           &out);
    assert_rc(RC_INVALID, out.rc);
    expect(&out, 0, 0, 0, 3);
}

static void a_pin_mapped_at_the_desk_survives_the_old_file(void **state)
{
    static const struct enrolment mapped = ENROLMENT("99", "199009132025242014");
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, people);
    fixture_record(f, &enrolment_fact, &mapped, 1);
    import(f, IMPORT_KIND_PEOPLE, people, &out);
    expect(&out, 0, 0, 3, 0);
}

static void old_mistakes_in_numbers_only_warn(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    import(f, IMPORT_KIND_PEOPLE,
           "number,name,kind,agency,nik\n"
           "198609262015051001,Andi,PNS,PU,1571022609870001\n"
           "K-01,Budi,kontrak,PU,1571022609870001\n",
           &out);
    assert_rc(RC_OK, out.rc);
    assert_true(out.report.warnings >= 2);
    expect(&out, 2, 0, 0, 0);
}

static bool holds_no_nik(void *visitor, const struct ledger_entry *entry)
{
    char body[4096];

    (void)visitor;
    snprintf(body, sizeof body, TEXT_FORMAT, TEXT_ARGUMENT(entry->body));
    assert_null(strstr(body, "1571022609860001"));
    return true;
}

static void a_nik_is_kept_but_in_no_fact(void **state)
{
    static const char file[] = "number,name,kind,agency,nik\n"
                               "198609262015051001,Andi,PNS,PU,1571022609860001\n";
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(outcome_done) struct outcome erased = {0};

    done(f, IMPORT_KIND_AGENCIES, agencies);
    done(f, IMPORT_KIND_PEOPLE, file);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person_nik"), 1);
    assert_rc(RC_OK, ledger_follow(f->reader, 1, 1, 0, holds_no_nik, NULL));
    import(f, IMPORT_KIND_PEOPLE, file, &again);
    expect(&again, 0, 0, 1, 0);
    import(f, IMPORT_KIND_PEOPLE, "number,name,kind,agency,nik\n198609262015051001,Andi,PNS,PU,\n",
           &erased);
    expect(&erased, 0, 1, 0, 0);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person_nik"), 0);
}

/* ---- leave, calendar, roster ---- */

static void leave_is_known_by_person_kind_and_first_day(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};

    fixture_small_government(f);
    import(f, IMPORT_KIND_LEAVE,
           "number,kind,from,to,reference\n"
           "ani,sick,2021-05-17,2021-05-18,440/1\n"
           "budi,izin,2021-05-17,2021-05-17,\n"
           "budi,permit,2021-05-17,2021-05-17,\n"
           "ani,duty_travel,2021-05-18,2021-05-19,090/2\n",
           &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 1, 0);
    assert_int_equal(out.report.warnings, 1);
    import(f, IMPORT_KIND_LEAVE,
           "number,kind,from,to,reference\nani,sick,2021-05-17,2021-05-21,440/1\n", &again);
    expect(&again, 0, 1, 0, 0);
    assert_int_equal(again.report.warnings, 1); /* reaches into the duty travel */
}

static void leave_of_nobody_or_backwards_is_refused(void **state)
{
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};

    fixture_small_government(f);
    import(f, IMPORT_KIND_LEAVE,
           "number,kind,from,to,reference\n"
           "nobody,sick,2021-05-17,2021-05-18,\n"
           "ani,sick,2021-05-18,2021-05-17,\n"
           "ani,holiday,2021-05-18,2021-05-18,\n"
           "budi,sick,2021-05-17,2021-05-18,\n"
           "budi,sick,2021-05-17,2021-05-19,\n",
           &out);
    assert_rc(RC_INVALID, out.rc);
    expect(&out, 1, 0, 0, 4);
    expect_finding(&out, 0, 2, "number", "person_unknown");
    expect_finding(&out, 1, 3, "to", "ends_before");
    expect_finding(&out, 2, 4, "kind", "value");
    expect_finding(&out, 3, 6, "from", "twice");
}

static void a_calendar_keeps_every_word_about_a_date(void **state)
{
    static const char file[] = "date,kind,decree,decided_on\n"
                               "2021-05-17,joint_leave,SKB 642/4/4-2020,2020-09-10\n"
                               "2021-05-17,workday,SKB 281/1/1-2021,2021-02-22\n"
                               "2020-12-09,holiday,Keppres 22/2020,2020-12-10\n";
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(directory_free) struct directory *directory = NULL;

    import(f, IMPORT_KIND_CALENDAR, file, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    expect_finding(&out, 0, 4, "decided_on", "decided_later");
    import(f, IMPORT_KIND_CALENDAR, file, &again);
    expect(&again, 0, 0, 3, 0);
    directory = fixture_load(f, AS_OF_NOW);
    assert_int_equal(directory->decree_count, 3);
}

static void a_roster_has_one_line_a_person_and_day(void **state)
{
    static const char file[] = "number,date,shift\n"
                               "ani,2021-05-17,pagi\nani,2021-05-18,\ncici,2021-05-17,malam\n";
    struct fixture *f = *state;
    CLEANUP(outcome_done) struct outcome out = {0};
    CLEANUP(outcome_done) struct outcome again = {0};
    CLEANUP(outcome_done) struct outcome changed = {0};

    fixture_small_government(f);
    import(f, IMPORT_KIND_ROSTER, file, &out);
    assert_rc(RC_OK, out.rc);
    expect(&out, 3, 0, 0, 0);
    import(f, IMPORT_KIND_ROSTER, file, &again);
    expect(&again, 0, 0, 3, 0);
    import(f, IMPORT_KIND_ROSTER,
           "number,date,shift\nani,2021-05-18,pagi\nani,2021-05-18,malam\nbobo,2021-05-18,\n",
           &changed);
    assert_rc(RC_INVALID, changed.rc);
    expect_finding(&changed, 0, 3, "date", "twice");
    expect_finding(&changed, 1, 4, "number", "person_unknown");
}

/* ---- size and failure ---- */

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

/* Several desks import at once: each is compared again when another was
 * faster, and none loses a row or takes the PIN of another. */
struct desk {
    struct fixture *f;
    struct thread *thread;
    int number;
    int imported;
};

static void import_often(void *context)
{
    struct desk *desk = context;
    CLEANUP(db_close) struct db *reader = NULL;
    struct import_options options = plain(desk->f, IMPORT_KIND_PEOPLE);

    if (db_open(&(struct db_options){.path = desk->f->path, .mode = DB_READ_ONLY}, &reader) !=
        RC_OK) {
        return;
    }
    options.reader = reader;
    for (int i = 0; i < 10; i++) {
        char file[256];
        CLEANUP(outcome_done) struct outcome out = {0};

        snprintf(file, sizeof file, "number,name,kind,agency,pin\nK-%d-%d,Orang,kontrak,PU,%d\n",
                 desk->number, i, 9000 + i);
        run(&options, text_of(file), &out);
        if (out.rc == RC_OK) desk->imported++;
    }
}

static void desks_that_import_at_once_never_share_a_pin(void **state)
{
    struct desk desks[4];
    struct fixture *f = *state;
    int imported = 0;

    done(f, IMPORT_KIND_AGENCIES, agencies);
    for (int i = 0; i < (int)COUNT_OF(desks); i++) {
        desks[i] = (struct desk){.f = f, .number = i};
        assert_rc(RC_OK, thread_start(&desks[i].thread, "desk", import_often, &desks[i]));
    }
    for (size_t i = 0; i < COUNT_OF(desks); i++) {
        thread_join(&desks[i].thread);
        imported += desks[i].imported;
    }
    assert_int_equal(imported, 10);
    assert_int_equal(fixture_count(f, "SELECT count(*) FROM person"), 10);
    assert_int_equal(fixture_count(f, "SELECT count(DISTINCT pin) FROM enrolment"), 10);
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
        TEST(a_parent_may_come_after_its_child),
        TEST(the_same_file_again_changes_nothing),
        TEST(a_changed_row_becomes_a_new_version),
        TEST(a_tree_that_cannot_stand_is_refused),
        TEST(an_agency_cannot_be_hung_below_its_own_child),
        TEST(people_come_with_agency_and_pin),
        TEST(a_bad_row_is_named_by_row_column_and_reason),
        TEST(bad_rows_are_skipped_when_asked),
        TEST(a_dry_run_writes_nothing),
        TEST(an_unknown_column_is_refused_by_its_name),
        TEST(a_new_agency_counts_from_today),
        TEST(a_pin_of_somebody_else_is_refused),
        TEST(two_people_may_swap_their_pins),
        TEST(a_chain_of_pins_breaks_as_a_whole),
        TEST(a_pin_mapped_at_the_desk_survives_the_old_file),
        TEST(old_mistakes_in_numbers_only_warn),
        TEST(a_nik_is_kept_but_in_no_fact),
        TEST(leave_is_known_by_person_kind_and_first_day),
        TEST(leave_of_nobody_or_backwards_is_refused),
        TEST(a_calendar_keeps_every_word_about_a_date),
        TEST(a_roster_has_one_line_a_person_and_day),
        TEST(the_list_of_findings_is_bounded),
        TEST(an_import_that_cannot_compare_writes_nothing),
        TEST(desks_that_import_at_once_never_share_a_pin),
        TEST(fifty_thousand_people_a_second),
    };

    return cmocka_run_group_tests_name("import", tests, NULL, NULL);
}
