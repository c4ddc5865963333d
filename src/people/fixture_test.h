/* fixture_test.h - a small government on a real store, for this room's tests.
 *
 * A ledger on a temporary folder, a reader, and commands that record rows as
 * they are.  `fail_after` makes the store fail after so many calls of the next
 * command, for failure loops. */
#pragma once

#include "base/mem.h"
#include "base/test.h"
#include "base/test_folder.h"
#include "people/agency.h"
#include "people/directory.h"
#include "people/enrolment.h"
#include "people/person.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

static const int64_t monday_morning_ms = 1621209600000; /* 2021-05-17T00:00:00Z */
static const struct day monday = {2021, 5, 17};

struct fixture {
    struct test_folder folder;
    char path[sizeof(struct test_folder) + 16];
    struct clock clock;
    struct ledger *ledger;
    struct db *reader;
};

static inline int fixture_make(void **state)
{
    struct fixture *f = mem_alloc(1, sizeof *f);
    struct ledger_options options = {
        .path = f->path, .clock = &f->clock, .government = 1, .lane = 1};

    if (test_folder_make(&f->folder) != 0) return -1;
    snprintf(f->path, sizeof f->path, "%s/facts.db", f->folder.path);
    clock_init_simulated(&f->clock, monday_morning_ms, 1);
    if (ledger_start(&options, &f->ledger, NULL) != RC_OK) return -1;
    *state = f;
    return db_open(&(struct db_options){.path = f->path, .mode = DB_READ_ONLY}, &f->reader) == RC_OK
               ? 0
               : -1;
}

static inline int fixture_clear(void **state)
{
    struct fixture *f = *state;
    int rest;

    ledger_stop(&f->ledger);
    db_close(&f->reader);
    rest = test_folder_remove(&f->folder);
    mem_free(f);
    return rest;
}

/* The clock shows another moment from now on. */
static inline void fixture_at(struct fixture *f, int64_t now_ms)
{
    clock_init_simulated(&f->clock, now_ms, 1);
}

/* ---- recording rows as they are ---- */

struct fixture_rows {
    const struct fact_table *table;
    const void *rows;
    size_t count;
    int fail_after; /* calls; negative: never */
};

static inline enum rc fixture_apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    const struct fixture_rows *request = argument;
    enum rc rc;

    (void)why;
    db_fail_after(ledger_db(tx), request->fail_after);
    rc = fact_record(tx, request->table, request->rows, request->count, NULL);
    db_fail_after(ledger_db(tx), -1);
    return rc;
}

static const struct ledger_command fixture_command = {.name = "fixture", .apply = fixture_apply};

static inline void fixture_record(struct fixture *f,
                                  const struct fact_table *table,
                                  const void *rows,
                                  size_t count)
{
    struct fixture_rows request = {table, rows, count, -1};

    assert_rc(RC_OK, ledger_perform(f->ledger, &fixture_command, &request, NULL));
}

/* ---- a command of this room whose store fails after so many calls ---- */

struct fixture_failing {
    const struct ledger_command *command;
    void *request;
    int fail_after;
};

static inline enum rc fixture_fail(struct ledger_tx *tx, void *argument, struct problem *why)
{
    const struct fixture_failing *failing = argument;
    enum rc rc;

    db_fail_after(ledger_db(tx), failing->fail_after);
    rc = failing->command->apply(tx, failing->request, why);
    db_fail_after(ledger_db(tx), -1);
    return rc;
}

static const struct ledger_command fixture_failing_command = {.name = "failing",
                                                              .apply = fixture_fail};

static inline enum rc fixture_perform_failing(struct fixture *f,
                                              const struct ledger_command *command,
                                              void *request,
                                              int fail_after)
{
    struct fixture_failing failing = {command, request, fail_after};
    struct problem why = {0};

    return ledger_perform(f->ledger, &fixture_failing_command, &failing, &why);
}

/* ---- a government in miniature ---- */

/* A text in a constant table, where a compound literal may not stand. */
#define WORD(literal)                   \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

#define AGENCY(code_, parent_, ...)                                                \
    {                                                                              \
        .code = WORD(code_), .parent = WORD(parent_), .name = WORD("Nama " code_), \
        .latitude = NAN, .longitude = NAN, __VA_ARGS__                             \
    }
#define PERSON(number_, ...)                                                                     \
    {                                                                                            \
        .number = WORD(number_), .name = WORD("Pegawai " number_), .kind = PERSON_KIND_CONTRACT, \
        __VA_ARGS__                                                                              \
    }
#define POSTING(number_, agency_, ...)                                \
    {                                                                 \
        .number = WORD(number_), .agency = WORD(agency_), __VA_ARGS__ \
    }
#define ENROLMENT(pin_, number_, ...)                           \
    {                                                           \
        .pin = WORD(pin_), .number = WORD(number_), __VA_ARGS__ \
    }

/* A health office with two health centres, a roads office; three people. */
static inline void fixture_small_government(struct fixture *f)
{
    static const struct agency agencies[] = {
        AGENCY("PU", ""),
        AGENCY("DINKES", "", .zone = WORD("WITA"), .pattern = WORD("6-hari")),
        AGENCY("PKM-2", "DINKES", .zone = WORD("WIT")),
        AGENCY("PKM-1", "DINKES"),
        AGENCY("POLINDES", "PKM-1"),
    };
    static const struct person people[] = {PERSON("ani"), PERSON("budi"), PERSON("cici")};
    static const struct posting postings[] = {
        POSTING("ani", "PKM-1"),
        POSTING("budi", "PU"),
        POSTING("cici", "POLINDES"),
    };
    static const struct enrolment enrolments[] = {ENROLMENT("1", "ani"), ENROLMENT("2", "budi")};

    fixture_record(f, &agency_fact, agencies, COUNT_OF(agencies));
    fixture_record(f, &person_fact, people, COUNT_OF(people));
    fixture_record(f, &posting_fact, postings, COUNT_OF(postings));
    fixture_record(f, &enrolment_fact, enrolments, COUNT_OF(enrolments));
}

static inline struct directory *fixture_load(const struct fixture *f, int64_t as_of_ms)
{
    struct directory_options options = {.government = 1, .as_of_ms = as_of_ms};
    struct directory *directory = NULL;

    assert_rc(RC_OK, directory_load(f->reader, &options, &directory));
    return directory;
}

static inline int64_t fixture_count(const struct fixture *f, const char *sql)
{
    int64_t count = -1;

    assert_rc(RC_OK, db_get_int(f->reader, &count, sql));
    return count;
}
