/* ledger_fixture_test.h - a ledger on a temporary folder and a command that
 * appends facts to it. */
#pragma once

#include "base/mem.h"
#include "base/test.h"
#include "base/test_folder.h"
#include "ledger/chain.h"
#include "ledger/ledger.h"

#include <stdio.h>

enum { KIND = 7 };

struct fixture {
    struct test_folder folder;
    char path[sizeof(struct test_folder) + 16];
    struct clock clock;
    struct ledger *ledger;
};

static inline void start(struct fixture *f)
{
    struct ledger_options options = {
        .path = f->path, .clock = &f->clock, .government = 1, .lane = 1};
    struct problem why = {0};

    assert_rc(RC_OK, ledger_start(&options, &f->ledger, &why));
}

static inline int make(void **state)
{
    struct fixture *f = mem_alloc(1, sizeof *f);

    if (test_folder_make(&f->folder) != 0) return -1;
    snprintf(f->path, sizeof f->path, "%s/facts.db", f->folder.path);
    clock_init_simulated(&f->clock, 1621209600000, 1);
    start(f);
    *state = f;
    return 0;
}

static inline int clear(void **state)
{
    struct fixture *f = *state;
    int rest;

    ledger_stop(&f->ledger);
    rest = test_folder_remove(&f->folder);
    mem_free(f);
    return rest;
}

/* A command that appends `count` facts and then ends with `rc`. */
struct request {
    int count;
    enum rc rc;
    struct text content;
    int64_t position;
    enum rc settled;
};

static inline enum rc apply(struct ledger_tx *tx, void *argument, struct problem *why)
{
    struct request *request = argument;

    for (int i = 0; i < request->count; i++) {
        if (request->content.at) {
            TRY(ledger_append_with(tx, KIND, TEXT("with"), request->content, &request->position));
        } else {
            TRY(ledger_append(tx, KIND, TEXT("fact"), &request->position));
        }
    }
    if (request->rc != RC_OK) return problem_set(why, request->rc, "refused for a reason");
    return RC_OK;
}

static inline void settle(void *argument, enum rc rc, const struct problem *why)
{
    (void)why;
    ((struct request *)argument)->settled = rc;
}

static const struct ledger_command command = {.name = "test", .apply = apply, .settle = settle};

static inline struct db *reader(const struct fixture *f)
{
    struct db *db = NULL;

    assert_rc(RC_OK, db_open(&(struct db_options){.path = f->path, .mode = DB_READ_ONLY}, &db));
    return db;
}

static inline struct chain_report verified(const struct fixture *f)
{
    CLEANUP(db_close) struct db *db = reader(f);
    struct chain_report report = {0};
    struct problem why = {0};

    assert_rc(RC_OK, chain_verify(db, 1, NULL, NULL, &report, &why));
    return report;
}
