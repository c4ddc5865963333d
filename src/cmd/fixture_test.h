/* fixture_test.h - a data folder with a government, for the tests of this room. */
#pragma once

#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/test.h"
#include "base/test_folder.h"
#include "cmd/app.h"
#include "people/government.h"
#include "people/import.h"

/* Monday 17 May 2021, 07:30 WIB. */
#define FIXTURE_AT_MS INT64_C(1621211400000)

struct fixture {
    struct arena *mem;
    struct test_folder place;
    const char *path; /* of the place */
    struct folder folder;
    struct clock clock;
};

static inline enum rc fixture_found(struct fixture *f)
{
    CLEANUP(ledger_stop) struct ledger *ledger = NULL;
    CLEANUP(secret_done) struct secret password = {0};
    struct government_founding founding = {
        .name = TEXT("Kota Uji"), .zone = TEXT("WIB"), .admin = TEXT("admin")};

    TRY(ledger_start(
        &(struct ledger_options){
            .path = f->folder.facts, .clock = &f->clock, .government = 1, .lane = 1},
        &ledger, NULL));
    return government_found(ledger, &founding, &password, NULL);
}

static inline int fixture_make(void **state)
{
    struct fixture *f = mem_alloc(1, sizeof *f);

    *f = (struct fixture){.mem = arena_new(), .path = f->place.path};
    *state = f;
    log_set_level(LOG_ERROR);
    if (test_folder_make(&f->place) != 0) return -1;
    f->folder = folder_at(f->path, f->mem);
    clock_init_simulated(&f->clock, FIXTURE_AT_MS, 1);
    return fixture_found(f) == RC_OK ? 0 : -1;
}

static inline int fixture_remove(void **state)
{
    struct fixture *f = *state;
    int rest;

    arena_free(&f->mem);
    rest = test_folder_remove(&f->place);
    mem_free(f);
    return rest;
}

static inline struct app *fixture_open(struct fixture *f)
{
    struct app *app = NULL;
    int lock_fd = -1;

    assert_rc(RC_OK, folder_lock(&f->folder, &lock_fd, NULL));
    assert_rc(
        RC_OK,
        app_open(&(struct app_options){.path = f->path, .lock_fd = lock_fd, .clock = &f->clock},
                 &app, NULL));
    return app;
}

/* One agency, D1. */
static inline void fixture_add_agency(struct app *app)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(db_close) struct db *facts = NULL;
    CLEANUP(csv_close)
    struct csv *csv = csv_open_text(TEXT("code,parent,name,kind,zone,latitude,longitude,pattern\n"
                                         "D1,,Dinas Satu,Dinas,,,,\n"));
    struct import_report report;

    assert_rc(RC_OK, app_open_facts(app, &facts));
    assert_rc(RC_OK, import_file(&(struct import_options){.kind = IMPORT_KIND_AGENCIES,
                                                          .government = 1,
                                                          .ledger = app->ledger,
                                                          .reader = facts,
                                                          .effective_from = {2021, 5, 17}},
                                 csv, mem, &report, NULL));
}

/* Record `count` punches, one a second; says how many of them were new. */
static inline size_t fixture_punch(struct app *app, size_t count)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct punch *punches = arena_array(mem, struct punch, count);
    struct punch_batch batch = {
        .book = app->punches, .punches = punches, .count = count, .received_at_ms = FIXTURE_AT_MS};

    for (size_t i = 0; i < count; i++) {
        punches[i] = (struct punch){.terminal = TEXT("SN1"),
                                    .pin = TEXT("101"),
                                    .moment = moment_at(FIXTURE_AT_MS, 420) - (int64_t)i,
                                    .received_at_ms = FIXTURE_AT_MS,
                                    .offset_minutes = 420};
    }
    assert_rc(RC_OK, ledger_perform(app->ledger, &punch_batch_command, &batch, NULL));
    return batch.stored;
}

#define FIXTURE_TEST(fn) cmocka_unit_test_setup_teardown(fn, fixture_make, fixture_remove)
