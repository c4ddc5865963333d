#include "base/limits.h"
#include "base/log.h"
#include "ledger/chain.h"
#include "ledger/ledger_private.h"

#include <sodium.h>

#include <string.h>

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

static const char sql_content[] =
    "INSERT INTO content (government, lane, position, salt, bytes) VALUES ($1, $2, $3, $4, $5)";

static const char sql_batch[] =
    "INSERT INTO batch"
    " (government, lane, last_position, first_position, epoch, recorded_at_ms, hash, tick)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

struct ledger_tx {
    struct ledger *ledger;
    int64_t now_ms;
    int64_t tick;
    int64_t first; /* position of the batch's first fact */
    int64_t next;  /* position of the next fact */
    struct chain chain;
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

enum rc ledger_read_head(struct ledger *ledger)
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
    if (ledger_read_head(ledger) != RC_OK || tx->next == tx->first) return RC_UNCERTAIN;
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

    if (!ledger->head_known) TRY(ledger_read_head(ledger));
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

void ledger_run_batch(struct ledger *ledger, size_t count)
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
