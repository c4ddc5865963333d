/* directory_private.h - how a directory is put together; shared by directory*.c.
 *
 * Every table is read in the order of its key, oldest version first, so that a
 * version that follows one with the same key replaces it.  Rows are added to
 * growing arrays; texts that many rows share (posts, echelons, kinds) are kept
 * once. */
#pragma once

#include "base/arena.h"
#include "base/map.h"
#include "people/directory.h"
#include "people/rows.h"

struct directory_private {
    struct arena *mem; /* all text */
    struct map *agencies;
    struct map *people;
    struct map *pins; /* PIN -> its first enrolment */
    size_t text_bytes;
};

struct loader {
    struct db *db;
    const struct directory_options *options;
    struct directory *directory;
    struct map *words;       /* shared texts, to their place in word_texts */
    struct rows word_texts;  /* struct text */
    struct rows rows;        /* of the table being read */
    struct rows also;        /* beside it, one a row, where a reader needs it */
    struct rows withdrawals; /* struct directory_withdrawal, while leave is read */
    int32_t from;            /* leave and shifts outside of these are left out */
    int32_t to;
    struct day_text from_text;
    struct day_text to_text;
};

/* How many values a statement takes, in this order. */
enum loader_values {
    LOADER_AS_OF = 2, /* $1 government, $2 as of when */
    LOADER_UNTIL,     /* ... $3 the last day asked for */
    LOADER_WITHIN,    /* ... $4 the first day asked for */
};

/* Read a table: `read` is called for each version, in the order of the statement. */
typedef void loader_reader(struct loader *loader, const struct db_rows *row);
enum rc loader_read(struct loader *loader,
                    const char *sql_table,
                    enum loader_values values,
                    loader_reader *read) NODISCARD;

struct text loader_text(struct loader *loader, struct text text);   /* a copy */
struct text loader_shared(struct loader *loader, struct text text); /* the one copy */

/* A person while the directory is being filled in. */
struct directory_person *loader_person(struct loader *loader, int32_t index) RETURNS_NONNULL;

/* A day as a number; empty gives `otherwise`. */
int32_t loader_day(struct text text, int32_t otherwise);

enum rc loader_settings(struct loader *loader) NODISCARD;
enum rc loader_agencies(struct loader *loader) NODISCARD;
enum rc loader_people(struct loader *loader) NODISCARD;
enum rc loader_postings(struct loader *loader) NODISCARD;
enum rc loader_enrolments(struct loader *loader) NODISCARD;
enum rc loader_leaves(struct loader *loader) NODISCARD;
enum rc loader_shifts(struct loader *loader) NODISCARD;
enum rc loader_decrees(struct loader *loader) NODISCARD;
