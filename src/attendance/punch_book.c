#include "attendance/punch_book.h"

#include "attendance/derived.h"
#include "base/json_write.h"
#include "base/mem.h"
#include "people/fact.h"

enum { REFUSAL_BYTES_MAX = 64 * 1024 };

struct punch_book {
    struct derived *index; /* a reader */
    int32_t recent_from;
    struct set128 *known;
};

static void note_recent(void *visitor, const struct derived_punch *found)
{
    struct punch_book *book = visitor;

    set128_add(book->known, punch_key(&found->punch));
}

enum rc punch_book_open(const char *derived_path,
                        int government,
                        int32_t recent_from,
                        struct punch_book **out_book)
{
    CLEANUP(punch_book_close) struct punch_book *book = mem_alloc(1, sizeof *book);

    book->known = set128_new();
    book->recent_from = recent_from;
    TRY(derived_open_reader(derived_path, government, &book->index));
    TRY(derived_punches_between(book->index, recent_from, INT32_MAX, note_recent, book));
    *out_book = TAKE(book);
    return RC_OK;
}

void punch_book_close(struct punch_book **book)
{
    if (!*book) return;
    derived_close(&(*book)->index);
    set128_free(&(*book)->known);
    mem_free(*book);
    *book = NULL;
}

/* True when the punch is new; it is then in the set. */
static enum rc take(struct punch_book *book, const struct punch *punch, bool *out_new)
{
    struct set128_key key = punch_key(punch);
    bool indexed = false;

    *out_new = false;
    if (set128_has(book->known, key)) return RC_OK;
    if (punch_day(punch) < book->recent_from) TRY(derived_has_punch(book->index, punch, &indexed));
    if (indexed) return RC_OK;
    set128_add(book->known, key);
    *out_new = true;
    return RC_OK;
}

static enum rc append_punch(struct ledger_tx *tx, struct buf *body, const struct punch *punch)
{
    buf_clear(body);
    punch_encode(punch, body);
    return ledger_append(tx, FACT_PUNCH, buf_text(body), NULL);
}

/* The bytes lie beside the fact as erasable content: they may hold anything. */
static enum rc append_refusal(struct ledger_tx *tx,
                              struct buf *body,
                              const struct punch_refusal *refusal,
                              int64_t received_at_ms)
{
    struct text bytes = refusal->bytes;
    struct json_write json;

    if (bytes.bytes > REFUSAL_BYTES_MAX) bytes.bytes = REFUSAL_BYTES_MAX;
    buf_clear(body);
    json_write_init(&json, body);
    json_write_object(&json, NULL);
    json_write_text(&json, "terminal", refusal->terminal);
    json_write_int(&json, "received_at_ms", received_at_ms);
    json_write_text(&json, "reason", refusal->reason);
    json_write_int(&json, "bytes", (int64_t)refusal->bytes.bytes);
    json_write_int(&json, "mark_from", (int64_t)refusal->mark_from);
    json_write_int(&json, "mark_to", (int64_t)refusal->mark_to);
    json_write_end(&json);
    return ledger_append_with(tx, FACT_QUARANTINE, buf_text(body), bytes, NULL);
}

static enum rc apply(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct punch_batch *batch = request;
    CLEANUP(buf_done) struct buf body = {0};

    (void)why;
    buf_init(&body, ENTRY_BYTES_MAX);
    for (size_t i = 0; i < batch->count; i++) {
        struct punch *punch = &batch->punches[i];

        TRY(take(batch->book, punch, &punch->stored));
        batch->stored += punch->stored;
        batch->repeated += !punch->stored;
        if (punch->stored) TRY(append_punch(tx, &body, punch));
    }
    for (size_t i = 0; i < batch->refusal_count; i++) {
        TRY(append_refusal(tx, &body, &batch->refusals[i], batch->received_at_ms));
    }
    return RC_OK;
}

/* What was not stored must not be known, or it would be lost when it is sent
 * again; what an earlier batch stored stays known. */
static void forget(struct punch_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++) {
        if (batch->punches[i].stored)
            set128_remove(batch->book->known, punch_key(&batch->punches[i]));
        batch->punches[i].stored = false;
    }
    batch->stored = batch->repeated = 0;
}

static void settle(void *request, enum rc rc, const struct problem *why)
{
    struct punch_batch *batch = request;

    (void)why;
    if (rc != RC_OK) forget(batch);
    if (batch->settled) batch->settled(batch, rc);
}

const struct ledger_command punch_batch_command = {.name = "punches",
                                                   .whole = true,
                                                   .apply = apply,
                                                   .settle = settle};

size_t punch_book_count(const struct punch_book *book)
{
    return set128_count(book->known);
}

size_t punch_book_bytes(const struct punch_book *book)
{
    return set128_bytes(book->known);
}
