/* import_fixture_test.h - files to import and what came of them, for the tests of
 * imports. */
#pragma once

#include "people/fixture_test.h"
#include "people/import.h"

struct outcome {
    struct arena *mem;
    struct import_report report;
    struct problem why;
    enum rc rc;
};

static inline void outcome_done(struct outcome *outcome)
{
    arena_free(&outcome->mem);
}

static inline bool only_five_days(const void *owner, struct text code)
{
    (void)owner;
    return text_equal(code, TEXT("5-hari"));
}

static inline struct import_options plain(struct fixture *f, enum import_kind kind)
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

static inline void run(const struct import_options *options, struct text file, struct outcome *out)
{
    CLEANUP(csv_close) struct csv *csv = csv_open_text(file);

    *out = (struct outcome){.mem = arena_new()};
    out->rc = import_file(options, csv, out->mem, &out->report, &out->why);
}

static inline void import(struct fixture *f,
                          enum import_kind kind,
                          const char *file,
                          struct outcome *out)
{
    struct import_options options = plain(f, kind);

    run(&options, text_of(file), out);
}

static inline void expect(const struct outcome *out,
                          int fresh,
                          int changed,
                          int unchanged,
                          int refused)
{
    assert_int_equal(out->report.fresh, fresh);
    assert_int_equal(out->report.changed, changed);
    assert_int_equal(out->report.unchanged, unchanged);
    assert_int_equal(out->report.refused, refused);
    assert_int_equal(out->report.read, fresh + changed + unchanged + refused);
}

static inline void expect_finding(const struct outcome *out,
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

static inline void done(struct fixture *f, enum import_kind kind, const char *file)
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
