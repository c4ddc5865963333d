/* import_private.h - one import under way; shared by import*.c.
 *
 * Each kind of file is one constant table: its columns, how a row is checked
 * alone, and how all rows are compared with the register.  Rows are sorted by
 * their key before they are compared, so that a key that is there twice is
 * beside itself and the store is written in the order of its tables.
 *
 * `bad` is for good: the row cannot be read.  `refused` is said again by each
 * comparison, because the register may change in between. */
#pragma once

#include "base/map.h"
#include "base/record_csv.h"
#include "people/agency.h"
#include "people/decree.h"
#include "people/directory.h"
#include "people/enrolment.h"
#include "people/import.h"
#include "people/leave_period.h"
#include "people/person.h"
#include "people/roster.h"
#include "people/rows.h"

enum import_outcome { IMPORT_UNCHANGED, IMPORT_FRESH, IMPORT_CHANGED };

/* The first member of every row of a file. */
struct import_row {
    int64_t line;
    bool bad;
    bool refused;
    enum import_outcome outcome;
};

enum import_problem {
#define FINDING(name, severity, word, indonesian, english) IMPORT_##name,
#include "people/import_finding.def"
#undef FINDING
};

/* What one command will record. */
struct import_batch {
    int64_t edition;        /* of the directory it was compared with */
    bool stale;             /* out: the register has changed since */
    int64_t recorded_at_ms; /* out */
    struct rows agencies;
    struct rows people;
    struct rows postings;
    struct rows enrolments;
    struct rows leaves;
    struct rows lines;
    struct rows decrees;
    struct rows niks;
};

struct import_table;

struct import {
    const struct import_table *table;
    const struct import_options *options;
    struct arena *mem;      /* of the rows, freed with the import */
    struct arena *findings; /* of the caller */
    struct record_columns columns;
    struct rows rows; /* of the file: structs that begin with import_row */
    struct directory *directory;
    struct import_batch batch;
    struct rows found; /* struct import_finding */
    int64_t found_left;
    int64_t warnings;
};

struct import_table {
    const char *word;
    const struct record *record;
    void (*check)(struct import *import, void *row); /* alone; may be NULL */
    int (*order)(const void *a, const void *b);      /* by key, then line */
    enum rc (*compare)(struct import *import) NODISCARD;
};

/* The columns of a file: the name, and the Indonesian one that is understood
 * as well (or NULL).  A NAMED one must be given, a TEXT may be empty. */
#define IMPORT_NAMED(type, word, label_, member, most)                                      \
    RECORD_NAMED(word, type, member, RECORD_IS_TEXT, .need = RECORD_REQUIRED, .minimum = 1, \
                 .maximum = (most), .label = (label_))
#define IMPORT_TEXT(type, word, label_, member, most) \
    RECORD_NAMED(word, type, member, RECORD_IS_TEXT, .maximum = (most), .label = (label_))
#define IMPORT_DAY(type, word, label_, member, needed) \
    RECORD_NAMED(word, type, member, RECORD_IS_DAY, .need = (needed), .label = (label_))
#define IMPORT_WORD(type, word, label_, member, words)                          \
    RECORD_NAMED(word, type, member, RECORD_IS_CHOICE, .need = RECORD_REQUIRED, \
                 .choices = (words), .label = (label_))

extern const struct import_table import_agencies;
extern const struct import_table import_people;
extern const struct import_table import_leave;
extern const struct import_table import_calendar;
extern const struct import_table import_roster;

/* Note a finding; a refusal marks the row.  `detail` stands for {}. */
void import_find(struct import *import,
                 struct import_row *row,
                 const char *column,
                 enum import_problem problem,
                 struct text detail);

/* The same in both languages where {} differs between them. */
void import_find_words(struct import *import,
                       struct import_row *row,
                       const char *column,
                       enum import_problem problem,
                       const char *indonesian,
                       const char *english);

/* Whether the file says anything about a field. */
bool import_has(const struct import *import, const char *column);

size_t import_count(const struct import *import);
void *import_row_at(const struct import *import, size_t index);

/* Refused or unreadable: the others may not rely on it. */
bool import_is_out(const struct import_row *row);

/* For `order`: rows with the same key by their lines. */
int import_order_lines(const struct import_row *a, const struct import_row *b);

/* The row is not only as it was. */
void import_mark_changed(struct import_row *row);

/* A day number of the directory as a day; none for an open end. */
struct day import_day(int32_t number);
