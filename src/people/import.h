/* import.h - the register from files.
 *
 * Offices keep their agencies, people, leave, holidays and shifts in
 * spreadsheets.  An import compares such a file with the register and records
 * what differs, as new versions; importing the same file again changes nothing.
 *
 *   file -> rows -> checked alone -> checked together -> compared -> one command
 *
 * The whole file is checked in memory against one picture of the register
 * before anything is written, and written in one transaction.  If the register
 * changed in between, the comparison is made again.  Parents may come after
 * their children.  A column that is not there says nothing; an empty cell says
 * that there is none, except for `pin`, where it says nothing, because PINs are
 * also mapped at the desk.
 *
 *   agencies.csv  code,parent,name,kind,zone,latitude,longitude,pattern[,short]
 *   people.csv    number,name,kind,agency,position,echelon,roles,pin,
 *                 active_from,active_to[,nik]
 *   leave.csv     number,kind,from,to,reference
 *   calendar.csv  date,kind,decree,decided_on
 *   roster.csv    number,date,shift
 *
 * A person who comes with another agency than before is posted there from
 * `effective_from` on; days before it keep the old agency.  The same holds for
 * a PIN that moves to another person.  A PIN that nobody had before is valid
 * for all days, so that punches which waited for it find their owner.
 *
 * Memory    Findings live in the caller's arena; everything else is freed.
 * Threads   Any; writing happens on the ledger's thread.
 * Errors    RC_INVALID when rows were refused and nothing was written (the
 *           report is filled in) or the file is no such table; RC_CONFLICT when
 *           the register kept changing; RC_UNAVAILABLE. */
#pragma once

#include "base/arena.h"
#include "base/csv.h"
#include "base/day.h"
#include "base/problem.h"
#include "db/db.h"
#include "ledger/ledger.h"

enum import_kind {
    IMPORT_KIND_AGENCIES,
    IMPORT_KIND_PEOPLE,
    IMPORT_KIND_LEAVE,
    IMPORT_KIND_CALENDAR,
    IMPORT_KIND_ROSTER,
};

enum import_choice {
    IMPORT_ALL_OR_NOTHING,
    IMPORT_SKIP_BAD, /* refused rows are left out, the others recorded */
};

enum { IMPORT_FINDINGS_MAX = 1000 };

struct import_finding {
    int64_t row;        /* line of the file, from 1; 0: the file as a whole */
    const char *column; /* "" when it is the row */
    bool refused;       /* else a warning: the row is taken */
    const char *word;   /* stable: "pin_taken" */
    struct text indonesian;
    struct text english;
};

struct import_report {
    int64_t read; /* rows */
    int64_t fresh;
    int64_t changed;
    int64_t unchanged;
    int64_t refused;
    int64_t warnings;
    int64_t recorded_at_ms;                /* 0: nothing was */
    bool written;                          /* false: dry run, or refused as a whole */
    const struct import_finding *findings; /* the first of them, in the order of rows */
    size_t finding_count;
    int64_t findings_left; /* that did not fit */
};

/* Tell how far it has come, now and then. */
typedef void import_progress(void *owner, size_t done, size_t total);

/* Whether a pattern code exists; rules/pattern knows. */
typedef bool import_pattern_known(const void *owner, struct text code);

struct import_options {
    enum import_kind kind;
    int government;
    struct ledger *ledger; /* NULL in a dry run */
    struct db *reader;     /* a connection to the facts, of the calling thread */
    enum import_choice choice;
    bool dry_run;
    struct day effective_from; /* the place's today */
    struct text author;        /* the account; empty: the command line */
    import_progress *progress; /* may be NULL */
    void *progress_owner;
    import_pattern_known *pattern_known; /* NULL: not checked */
    const void *pattern_owner;
};

/* The kind's word on the command line: "people". */
const char *import_kind_word(enum import_kind kind);
bool import_kind_parse(struct text word, enum import_kind *out_kind);

/* Compare a file with the register and record what differs. */
enum rc import_file(const struct import_options *options,
                    struct csv *csv,
                    struct arena *mem,
                    struct import_report *out_report,
                    struct problem *why) NODISCARD;
