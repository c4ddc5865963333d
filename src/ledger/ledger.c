#include "ledger/ledger.h"

#include "base/arena.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "db/migrate.h"
#include "ledger/chain.h"
#include "ledger/entries.h"
#include "ledger/mailbox.h"

#include <sodium.h>

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

static const char sql_epoch[] =
    "INSERT INTO lane (government, lane, epoch) VALUES ($1, $2, 1)"
    " ON CONFLICT (government, lane) DO UPDATE SET epoch = lane.epoch + 1"
    " RETURNING epoch";

/* With the greatest tick of the other lanes: what their writers let us see. */
static const char sql_my_epoch[] =
    "SELECT mine.epoch,"
    "       (SELECT max((SELECT b.tick FROM batch AS b"
    "                     WHERE b.government = other.government AND b.lane = other.lane"
    "                     ORDER BY b.last_position DESC LIMIT 1))"
    "          FROM lane AS other"
    "         WHERE other.government = mine.government AND other.lane <> mine.lane)"
    "  FROM lane AS mine WHERE mine.government = $1 AND mine.lane = $2";

static const char sql_head[] = "SELECT last_position, hash, tick FROM batch"
                               " WHERE government = $1 AND lane = $2"
                               " ORDER BY last_position DESC LIMIT 1";

static const char sql_last_entry[] =
    "SELECT max(position) FROM log WHERE government = $1 AND lane = $2";

static const char sql_content[] =
    "INSERT INTO content (government, lane, position, salt, bytes) VALUES ($1, $2, $3, $4, $5)";

static const char sql_batch[] =
    "INSERT INTO batch"
    " (government, lane, last_position, first_position, epoch, recorded_at_ms, hash, tick)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

static const char sql_follow[] = "SELECT position, kind, recorded_at_ms, body FROM log"
                                 " WHERE government = $1 AND lane = $2 AND position > $3"
                                 " ORDER BY position";

static const char sql_follow_ticks[] =
    "SELECT l.position, l.kind, l.recorded_at_ms, l.body,"
    "       (SELECT b.tick FROM batch AS b"
    "         WHERE b.government = l.government AND b.lane = l.lane"
    "           AND b.last_position >= l.position ORDER BY b.last_position LIMIT 1)"
    "  FROM log AS l WHERE l.government = $1 AND l.lane = $2 AND l.position > $3"
    " ORDER BY l.position";

static const char sql_content_of[] =
    "SELECT bytes FROM content WHERE government = $1 AND lane = $2 AND position = $3";

struct ledger_tx {
    struct ledger *ledger;
    int64_t now_ms;
    int64_t tick;
    int64_t first; /* position of the batch's first fact */
    int64_t next;  /* position of the next fact */
    struct chain chain;
};

/* A letter while its batch is under way. */
struct outcome {
    enum rc rc;
    struct problem why;
};

struct ledger {
    /* set before start, then constant */
    struct ledger_options options;
    struct mailbox *box;
    pthread_t thread;
    int64_t epoch;

    /* owned by the ledger thread */
    struct db *db;
    struct hash head;
    int64_t last; /* the last committed position */
    int64_t tick; /* of the last committed batch */
    bool head_known;
    struct letter *letters;
    struct outcome *outcomes;
    struct entries *entries; /* of the batch, not yet in its log table */

    /* written by the ledger thread, read by any */
    _Atomic int64_t position;
    _Atomic int64_t commands, batches, facts, refused, failures;
};

/* ---- inside apply ---- */

struct db *ledger_db(struct ledger_tx *tx)
{
    return tx->ledger->db;
}

int ledger_government(const struct ledger_tx *tx)
{
    return tx->ledger->options.government;
}

int ledger_lane(const struct ledger_tx *tx)
{
    return tx->ledger->options.lane;
}

int64_t ledger_last(const struct ledger_tx *tx)
{
    return tx->next - 1;
}

int64_t ledger_tick(const struct ledger_tx *tx)
{
    return tx->tick;
}

int64_t ledger_now_ms(const struct ledger_tx *tx)
{
    return tx->now_ms;
}

/* The chain is fed at once, the table when the entries are written.  A command
 * that is undone after it appended leaves the chain ahead of the log: its
 * savepoint restores the copy (see run_command). */
static enum rc append(struct ledger_tx *tx,
                      int kind,
                      struct text body,
                      const struct hash *content,
                      int64_t *out_position)
{
    const struct ledger_options *options = &tx->ledger->options;
    const struct entry entry = {.government = options->government,
                                .lane = options->lane,
                                .position = tx->next,
                                .kind = kind,
                                .recorded_at_ms = tx->now_ms,
                                .body = body,
                                .content = content};

    if (body.bytes > ENTRY_BYTES_MAX) return RC_TOO_LARGE;
    TRY(entries_add(tx->ledger->entries, tx->ledger->db, &entry));
    chain_add(&tx->chain, tx->next, kind, body, content);
    if (out_position) *out_position = tx->next;
    tx->next++;
    return RC_OK;
}

enum rc ledger_append(struct ledger_tx *tx, int kind, struct text body, int64_t *out_position)
{
    return append(tx, kind, body, NULL, out_position);
}

enum rc ledger_append_with(struct ledger_tx *tx,
                           int kind,
                           struct text body,
                           struct text content,
                           int64_t *out_position)
{
    const struct ledger_options *options = &tx->ledger->options;
    char salt_bytes[CHAIN_SALT_BYTES];
    struct text salt = {salt_bytes, sizeof salt_bytes};
    struct hash hash;
    int64_t position = 0;

    randombytes_buf(salt_bytes, sizeof salt_bytes);
    hash = chain_content_hash(salt, content);
    TRY(append(tx, kind, body, &hash, &position));
    TRY(db_exec(tx->ledger->db, NULL, sql_content, DB_INT(options->government),
                DB_INT(options->lane), DB_INT(position), DB_BLOB(salt), DB_BLOB(content)));
    if (out_position) *out_position = position;
    return RC_OK;
}

/* ---- one batch ---- */

/* What other commands appended stands in the table before one that may be
 * undone begins: all entries there are then, are its own. */
static enum rc begin_alone(struct ledger_tx *tx)
{
    TRY(entries_write(tx->ledger->entries, tx->ledger->db));
    return db_savepoint(tx->ledger->db);
}

/* Run one command; a refusal is undone alone.  Returns RC_OK, also for a
 * refusal, unless the store failed and the batch is lost. */
static enum rc run_command(struct ledger_tx *tx,
                           const struct letter *letter,
                           struct outcome *outcome)
{
    struct ledger_tx before = *tx;

    if (!letter->command->whole) TRY(begin_alone(tx));
    outcome->why = (struct problem){0};
    outcome->rc = letter->command->apply(tx, letter->request, &outcome->why);
    if (outcome->rc == RC_UNAVAILABLE) return RC_UNAVAILABLE;
    if (letter->command->whole) {
        assert(outcome->rc == RC_OK || tx->next == before.next); /* it promised */
        return RC_OK;
    }
    if (outcome->rc == RC_OK) return db_savepoint_keep(tx->ledger->db);
    entries_drop(tx->ledger->entries);
    *tx = before;
    return db_savepoint_undo(tx->ledger->db);
}

/* After everything that can be seen, and not before the clock. */
static int64_t next_tick(int64_t now_ms, int64_t own, int64_t others)
{
    int64_t seen = own > others ? own : others;

    return now_ms > seen ? now_ms : seen + 1;
}

/* When somebody else has taken the lane, this process may not write any more. */
static enum rc begin_lane(struct ledger_tx *tx)
{
    struct ledger *ledger = tx->ledger;
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    int64_t epoch = 0, others = 0;

    TRY(db_query(ledger->db, &rows, sql_my_epoch, DB_INT(ledger->options.government),
                 DB_INT(ledger->options.lane)));
    if (db_next(&rows)) {
        epoch = db_int(&rows, 0);
        others = db_int_or(&rows, 1, 0);
    }
    TRY(db_done(&rows));
    tx->tick = next_tick(tx->now_ms, ledger->tick, others);
    return epoch == ledger->epoch ? RC_OK : RC_UNAVAILABLE;
}

static enum rc close_batch(struct ledger_tx *tx, struct hash *out_head)
{
    const struct ledger_options *options = &tx->ledger->options;
    struct hash hash;

    *out_head = tx->ledger->head;
    if (tx->next == tx->first) return RC_OK;
    TRY(entries_write(tx->ledger->entries, tx->ledger->db));
    hash = chain_end(&tx->chain, tx->next - 1);
    TRY(db_exec(tx->ledger->db, NULL, sql_batch, DB_INT(options->government), DB_INT(options->lane),
                DB_INT(tx->next - 1), DB_INT(tx->first), DB_INT(tx->ledger->epoch),
                DB_INT(tx->now_ms), DB_BLOB(((struct text){(const char *)hash.at, HASH_BYTES})),
                DB_INT(tx->tick)));
    *out_head = hash;
    return RC_OK;
}

/* Where the chain ends, as the store has it. */
static enum rc read_head(struct ledger *ledger)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};
    struct hash head = {{0}};
    int64_t last = 0, tick = 0;

    ledger->head_known = false;
    TRY(db_query(ledger->db, &rows, sql_head, DB_INT(ledger->options.government),
                 DB_INT(ledger->options.lane)));
    if (db_next(&rows)) {
        struct text hash = db_text(&rows, 1);

        if (hash.bytes != HASH_BYTES) return RC_CONFLICT;
        last = db_int(&rows, 0);
        tick = db_int(&rows, 2);
        memcpy(head.at, hash.at, HASH_BYTES);
    }
    TRY(db_done(&rows));
    ledger->head = head;
    ledger->last = last;
    ledger->tick = tick;
    ledger->head_known = true;
    return RC_OK;
}

/* After a commit that failed the store says whether it happened; of a batch
 * without facts it cannot. */
static enum rc ask_store(struct ledger *ledger, const struct ledger_tx *tx, const struct hash *head)
{
    if (read_head(ledger) != RC_OK || tx->next == tx->first) return RC_UNCERTAIN;
    if (ledger->last < tx->first) return RC_UNAVAILABLE;
    return hash_equal(&ledger->head, head) ? RC_OK : RC_UNCERTAIN;
}

/* Apply everything inside one transaction, up to its last link. */
static enum rc apply_batch(struct ledger_tx *tx, size_t count, struct hash *out_head)
{
    struct ledger *ledger = tx->ledger;

    entries_drop(ledger->entries); /* of a batch that was lost */
    TRY(begin_lane(tx));
    chain_begin(&tx->chain, &ledger->head, ledger->options.lane, tx->first, tx->now_ms);
    chain_add_tick(&tx->chain, tx->tick);
    for (size_t i = 0; i < count; i++) {
        TRY(run_command(tx, &ledger->letters[i], &ledger->outcomes[i]));
    }
    return close_batch(tx, out_head);
}

static enum rc commit_batch(struct ledger *ledger, size_t count)
{
    CLEANUP(db_rollback) struct db_tx transaction = {0};
    struct ledger_tx tx = {.ledger = ledger, .now_ms = clock_now_ms(ledger->options.clock)};
    struct hash head;

    if (!ledger->head_known) TRY(read_head(ledger));
    tx.first = tx.next = ledger->last + 1;
    TRY(db_begin(ledger->db, &transaction));
    TRY(apply_batch(&tx, count, &head));
    if (db_commit(&transaction) != RC_OK) {
        db_rollback(&transaction);
        TRY(ask_store(ledger, &tx, &head));
    }
    atomic_fetch_add(&ledger->facts, tx.next - tx.first);
    ledger->head = head;
    if (tx.next > tx.first) ledger->tick = tx.tick;
    ledger->last = tx.next - 1;
    return RC_OK;
}

static void settle_batch(struct ledger *ledger, size_t count, enum rc batch)
{
    for (size_t i = 0; i < count; i++) {
        const struct letter *letter = &ledger->letters[i];
        struct outcome *outcome = &ledger->outcomes[i];

        if (batch != RC_OK) *outcome = (struct outcome){.rc = batch};
        if (outcome->rc != RC_OK) atomic_fetch_add(&ledger->refused, 1);
        if (letter->command->settle) {
            letter->command->settle(letter->request, outcome->rc, &outcome->why);
        }
    }
}

static void run_batch(struct ledger *ledger, size_t count)
{
    enum rc rc = commit_batch(ledger, count);

    if (rc != RC_OK && rc != RC_UNCERTAIN) rc = RC_UNAVAILABLE; /* whatever broke: send again */
    if (rc == RC_OK) {
        atomic_store(&ledger->position, ledger->last);
    } else {
        atomic_fetch_add(&ledger->failures, 1);
        log_error("a batch could not be stored; its senders are told to send again",
                  LOG_INT("commands", count), LOG_CSTR("outcome", rc_word(rc)));
    }
    atomic_fetch_add(&ledger->commands, (int64_t)count);
    atomic_fetch_add(&ledger->batches, 1);
    settle_batch(ledger, count, rc);
    if (rc == RC_OK && ledger->options.wake) {
        ledger->options.wake(ledger->options.follower, ledger->last);
    }
}

static void *ledger_main(void *argument)
{
    struct ledger *ledger = argument;
    size_t count;

    pthread_setname_np(pthread_self(), "ledger");
    while ((count = mailbox_take(ledger->box, ledger->letters, LEDGER_BATCH_MAX)) > 0) {
        run_batch(ledger, count);
    }
    return NULL;
}

/* ---- life ---- */

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

    TRY(read_head(ledger));
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

    TRY(db_open(&(struct db_options){.path = options->path, .mode = DB_FACTS, .vfs = options->vfs},
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
    if (pthread_create(&ledger->thread, NULL, ledger_main, ledger) != 0) return RC_UNAVAILABLE;
    *out_ledger = TAKE(ledger);
    return RC_OK;
}

void ledger_stop(struct ledger **ledger)
{
    if (!*ledger) return;
    mailbox_close((*ledger)->box);
    pthread_join((*ledger)->thread, NULL);
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
    struct problem *why;
    enum rc rc;
    bool done;
    pthread_mutex_t lock;
    pthread_cond_t settled;
};

static enum rc apply_waiter(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct waiter *waiter = request;

    return waiter->command->apply(tx, waiter->request, why);
}

static void settle_waiter(void *request, enum rc rc, const struct problem *why)
{
    struct waiter *waiter = request;

    if (waiter->command->settle) waiter->command->settle(waiter->request, rc, why);
    pthread_mutex_lock(&waiter->lock);
    waiter->rc = rc;
    if (waiter->why && rc != RC_OK) *waiter->why = *why;
    waiter->done = true;
    pthread_cond_signal(&waiter->settled);
    pthread_mutex_unlock(&waiter->lock);
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

    pthread_mutex_init(&waiter.lock, NULL);
    pthread_cond_init(&waiter.settled, NULL);
    rc = ledger_submit(ledger, command->whole ? &waiting_whole : &waiting, &waiter);
    if (rc == RC_OK) {
        pthread_mutex_lock(&waiter.lock);
        while (!waiter.done) {
            pthread_cond_wait(&waiter.settled, &waiter.lock);
        }
        pthread_mutex_unlock(&waiter.lock);
        rc = waiter.rc;
    }
    pthread_cond_destroy(&waiter.settled);
    pthread_mutex_destroy(&waiter.lock);
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

/* ---- following ---- */

static enum rc visit_entries(struct db_rows *rows,
                             int lane,
                             bool ticks,
                             ledger_visitor *visit,
                             void *visitor)
{
    bool more = true;

    while (more && db_next(rows)) {
        struct ledger_entry entry = {
            .lane = lane,
            .position = db_int(rows, 0),
            .kind = (int)db_int(rows, 1),
            .recorded_at_ms = db_int(rows, 2),
            .body = db_text(rows, 3),
            .tick = ticks ? db_int_or(rows, 4, 0) : 0,
        };

        more = visit(visitor, &entry);
    }
    return db_done(rows);
}

enum rc ledger_follow(struct db *db,
                      int government,
                      int lane,
                      int64_t position,
                      ledger_visitor *visit,
                      void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_follow, DB_INT(government), DB_INT(lane), DB_INT(position)));
    return visit_entries(&rows, lane, false, visit, visitor);
}

enum rc ledger_follow_ticks(struct db *db,
                            int government,
                            int lane,
                            ledger_visitor *visit,
                            void *visitor)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_follow_ticks, DB_INT(government), DB_INT(lane), DB_INT(0)));
    return visit_entries(&rows, lane, true, visit, visitor);
}

enum rc ledger_content(struct db *db,
                       struct arena *mem,
                       int government,
                       int lane,
                       int64_t position,
                       struct text *out_content)
{
    CLEANUP(db_rows_end) struct db_rows rows = {0};

    TRY(db_query(db, &rows, sql_content_of, DB_INT(government), DB_INT(lane), DB_INT(position)));
    if (!db_next(&rows)) return rows.rc == RC_OK ? RC_NOT_FOUND : rows.rc;
    if (db_is_null(&rows, 0)) return RC_NOT_FOUND;
    *out_content = arena_text(mem, db_text(&rows, 0));
    return db_done(&rows);
}
