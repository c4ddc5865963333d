#include "ledger/ledger.h"

#include "base/limits.h"
#include "base/lock.h"
#include "base/mem.h"
#include "base/thread.h"
#include "db/migrate.h"
#include "ledger/ledger_private.h"

#include <sodium.h>

static const char sql_epoch[] =
    "INSERT INTO lane (government, lane, epoch) VALUES ($1, $2, 1)"
    " ON CONFLICT (government, lane) DO UPDATE SET epoch = lane.epoch + 1"
    " RETURNING epoch";

static const char sql_last_entry[] =
    "SELECT max(position) FROM log WHERE government = $1 AND lane = $2";

/* ---- life ---- */

static void ledger_main(void *argument)
{
    struct ledger *ledger = argument;
    size_t count;

    while ((count = mailbox_take(ledger->box, ledger->letters, LEDGER_BATCH_MAX)) > 0) {
        ledger_run_batch(ledger, count);
    }
}

static enum rc take_lane(struct ledger *ledger)
{
    CLEANUP(db_rollback) struct db_tx tx = {0};

    TRY(db_begin(ledger->db, &tx));
    TRY(db_get_int(ledger->db, &ledger->epoch, sql_epoch, DB_INT(ledger->options.government),
                   DB_INT(ledger->options.lane)));
    return db_commit(&tx);
}

static enum rc check_end(struct ledger *ledger, struct problem *why)
{
    int64_t last = 0;

    TRY(ledger_read_head(ledger));
    TRY(db_get_int(ledger->db, &last, sql_last_entry, DB_INT(ledger->options.government),
                   DB_INT(ledger->options.lane)));
    if (last == ledger->last) return RC_OK;
    return problem_set(why, RC_CONFLICT,
                       "the log ends at fact %lld but the chain at %lld: run hadir verify",
                       (long long)last, (long long)ledger->last);
}

static enum rc open_store(struct ledger *ledger, struct problem *why)
{
    const struct ledger_options *options = &ledger->options;

    enum db_mode mode = options->making ? DB_DERIVED : DB_FACTS;

    TRY(db_open(&(struct db_options){.path = options->path, .mode = mode, .vfs = options->vfs},
                &ledger->db));
    TRY(migrate(ledger->db, migrations, migration_count, clock_now_ms(options->clock), why));
    TRY(take_lane(ledger));
    return check_end(ledger, why);
}

static void ledger_free(struct ledger **ledger)
{
    if (!*ledger) return;
    db_close(&(*ledger)->db);
    mailbox_free(&(*ledger)->box);
    mem_free((*ledger)->letters);
    mem_free((*ledger)->outcomes);
    entries_free(&(*ledger)->entries);
    mem_free(*ledger);
    *ledger = NULL;
}

enum rc ledger_start(const struct ledger_options *options,
                     struct ledger **out_ledger,
                     struct problem *why)
{
    CLEANUP(ledger_free) struct ledger *ledger = mem_alloc(1, sizeof *ledger);

    if (sodium_init() < 0) return RC_UNAVAILABLE;
    ledger->options = *options;
    ledger->box = mailbox_new(LEDGER_QUEUE_MAX);
    ledger->letters = mem_alloc(LEDGER_BATCH_MAX, sizeof *ledger->letters);
    ledger->outcomes = mem_alloc(LEDGER_BATCH_MAX, sizeof *ledger->outcomes);
    ledger->entries = entries_new();
    TRY(open_store(ledger, why));
    atomic_store(&ledger->position, ledger->last);
    TRY(thread_start(&ledger->thread, "ledger", ledger_main, ledger));
    *out_ledger = TAKE(ledger);
    return RC_OK;
}

void ledger_stop(struct ledger **ledger)
{
    if (!*ledger) return;
    mailbox_close((*ledger)->box);
    thread_join(&(*ledger)->thread);
    ledger_free(ledger);
}

enum rc ledger_submit(struct ledger *ledger, const struct ledger_command *command, void *request)
{
    return mailbox_put(ledger->box, (struct letter){command, request});
}

/* A command that wraps another one and lets its sender wait. */
struct waiter {
    const struct ledger_command *command;
    void *request;
    struct lock lock;
    struct lock_signal settled;
    /* guarded by lock */
    struct problem *why;
    enum rc rc;
    bool done;
};

static enum rc apply_waiter(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct waiter *waiter = request;

    return waiter->command->apply(tx, waiter->request, why);
}

static void settle_waiter(void *request, enum rc rc, const struct problem *why)
{
    struct waiter *waiter = request;
    CLEANUP(lock_release) struct lock *held = NULL;

    if (waiter->command->settle) waiter->command->settle(waiter->request, rc, why);
    held = lock_take(&waiter->lock);
    waiter->rc = rc;
    if (waiter->why && rc != RC_OK) *waiter->why = *why;
    waiter->done = true;
    lock_signal_one(&waiter->settled);
}

static enum rc await(struct waiter *waiter)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&waiter->lock);

    while (!waiter->done) {
        IGNORE(lock_wait(held, &waiter->settled, -1), "asked again in the loop");
    }
    return waiter->rc;
}

enum rc ledger_perform(struct ledger *ledger,
                       const struct ledger_command *command,
                       void *request,
                       struct problem *why)
{
    static const struct ledger_command waiting = {
        .name = "waiting", .apply = apply_waiter, .settle = settle_waiter};
    static const struct ledger_command waiting_whole = {
        .name = "waiting", .whole = true, .apply = apply_waiter, .settle = settle_waiter};
    struct waiter waiter = {.command = command, .request = request, .why = why};
    enum rc rc;

    lock_init(&waiter.lock, LOCK_LEAF);
    lock_signal_init(&waiter.settled);
    rc = ledger_submit(ledger, command->whole ? &waiting_whole : &waiting, &waiter);
    if (rc == RC_OK) rc = await(&waiter);
    lock_signal_done(&waiter.settled);
    lock_done(&waiter.lock);
    return rc;
}

int64_t ledger_position(const struct ledger *ledger)
{
    return atomic_load(&ledger->position);
}

void ledger_figures(const struct ledger *ledger, struct ledger_figures *out_figures)
{
    *out_figures = (struct ledger_figures){
        .waiting = (int64_t)mailbox_waiting(ledger->box),
        .commands = atomic_load(&ledger->commands),
        .batches = atomic_load(&ledger->batches),
        .facts = atomic_load(&ledger->facts),
        .refused = atomic_load(&ledger->refused),
        .failures = atomic_load(&ledger->failures),
    };
}
