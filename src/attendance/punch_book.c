#include "attendance/punch_book.h"

#include "attendance/derived.h"
#include "base/day.h"
#include "base/json_read.h"
#include "base/json_write.h"
#include "base/mem.h"
#include "people/fact.h"

enum {
    REFUSAL_BYTES_MAX = 32 * 1024,
    RECENT_DAYS = 3, /* kept in memory as days pass */
};

/* Punches that are filed under one day. */
struct day_set {
    int32_t day;
    struct set128 *keys;
};

struct punch_book {
    struct derived *index; /* a reader */
    int32_t recent_from;
    struct day_set *days; /* from recent_from on, in no order */
    size_t day_count, day_capacity;
    struct set128 *older;    /* filed before recent_from, taken by this book */
    struct set128 *doubtful; /* PUNCH_TIME, all there are */
    struct set128 *refusals; /* rows that could not be read, all there are */
    struct buf body;         /* the fact being written */
    int64_t unsure_after;    /* the log has to be asked what follows it; NEVER: nothing */
};

enum { NEVER = -1 };

/* ---- the sets ---- */

static int32_t own_day(const struct punch *punch)
{
    return moment_day_number(punch->moment);
}

static struct set128 *find_day(const struct punch_book *book, int32_t day)
{
    for (size_t i = book->day_count; i-- > 0;) {
        if (book->days[i].day == day) return book->days[i].keys;
    }
    return NULL;
}

static struct set128 *add_day(struct punch_book *book, int32_t day)
{
    if (book->day_count == book->day_capacity) {
        book->day_capacity = book->day_capacity ? book->day_capacity * 2 : 8;
        book->days = mem_resize(book->days, book->day_capacity, sizeof *book->days);
    }
    book->days[book->day_count] = (struct day_set){day, set128_new()};
    return book->days[book->day_count++].keys;
}

/* Where a punch is noted when it is stored. */
static struct set128 *set_of(struct punch_book *book, const struct punch *punch)
{
    struct set128 *set;

    if (punch->flags & PUNCH_TIME) return book->doubtful;
    if (own_day(punch) < book->recent_from) return book->older;
    set = find_day(book, own_day(punch));
    return set ? set : add_day(book, own_day(punch));
}

static void note(struct punch_book *book, const struct punch *punch)
{
    set128_add(set_of(book, punch), punch_key(punch));
}

/* Whether a punch was doubtful depends on when it was received: sent again, it
 * may have been stored as one and come as the other. */
static bool is_noted(const struct punch_book *book, const struct punch *punch)
{
    struct set128_key key = punch_key(punch);
    const struct set128 *set =
        own_day(punch) < book->recent_from ? book->older : find_day(book, own_day(punch));

    return set128_has(book->doubtful, key) || (set && set128_has(set, key));
}

/* ---- life ---- */

static void note_indexed(void *visitor, const struct derived_punch *found)
{
    note(visitor, &found->punch);
}

static void note_refusal(void *visitor, const struct derived_refusal *refusal)
{
    set128_add(((struct punch_book *)visitor)->refusals, refusal->key);
}

enum rc punch_book_open(const char *derived_path,
                        int government,
                        int32_t recent_from,
                        struct punch_book **out_book)
{
    CLEANUP(punch_book_close) struct punch_book *book = mem_alloc(1, sizeof *book);

    book->older = set128_new();
    book->doubtful = set128_new();
    book->refusals = set128_new();
    book->recent_from = recent_from;
    book->unsure_after = NEVER;
    buf_init(&book->body, ENTRY_BYTES_MAX);
    TRY(derived_open_reader(derived_path, government, &book->index));
    TRY(derived_punches_between(book->index, recent_from, INT32_MAX, note_indexed, book));
    TRY(derived_doubtful_punches(book->index, note_indexed, book));
    TRY(derived_refusals(book->index, INT64_MAX, INT64_MAX, note_refusal, book));
    *out_book = TAKE(book);
    return RC_OK;
}

void punch_book_close(struct punch_book **book)
{
    struct punch_book *closed = *book;

    if (!closed) return;
    derived_close(&closed->index);
    buf_done(&closed->body);
    for (size_t i = 0; i < closed->day_count; i++) {
        set128_free(&closed->days[i].keys);
    }
    mem_free(closed->days);
    set128_free(&closed->older);
    set128_free(&closed->doubtful);
    set128_free(&closed->refusals);
    mem_free(closed);
    *book = NULL;
}

/* ---- forgetting what the index holds ---- */

static void drop_days_before(struct punch_book *book, int32_t first)
{
    size_t kept = 0;

    for (size_t i = 0; i < book->day_count; i++) {
        if (book->days[i].day >= first) {
            book->days[kept++] = book->days[i];
        } else {
            set128_free(&book->days[i].keys);
        }
    }
    book->day_count = kept;
    set128_clear(book->older);
    book->recent_from = first;
}

/* Once a day, when the index has everything that was stored. */
static enum rc let_days_go(struct punch_book *book, struct ledger_tx *tx)
{
    int32_t today = moment_day_number(moment_at(ledger_now_ms(tx), 0));
    int64_t indexed = 0;

    if (today - RECENT_DAYS <= book->recent_from) return RC_OK;
    TRY(derived_position(book->index, &indexed));
    if (indexed >= ledger_last(tx)) drop_days_before(book, today - RECENT_DAYS);
    return RC_OK;
}

/* ---- asking the log ---- */

static bool note_entry(void *visitor, const struct ledger_entry *entry)
{
    struct punch punch;

    if (entry->kind == FACT_PUNCH && punch_decode(entry->body, &punch)) note(visitor, &punch);
    return true;
}

/* A batch of unknown fate may have been stored after all. */
static enum rc make_sure(struct punch_book *book, struct ledger_tx *tx)
{
    if (book->unsure_after == NEVER) return RC_OK;
    TRY(ledger_follow(ledger_db(tx), ledger_government(tx), ledger_lane(tx), book->unsure_after,
                      note_entry, book));
    book->unsure_after = NEVER;
    return RC_OK;
}

/* ---- taking ---- */

static enum rc append_punch(struct ledger_tx *tx, struct buf *body, const struct punch *punch)
{
    buf_clear(body);
    punch_encode(punch, body);
    return ledger_append(tx, FACT_PUNCH, buf_text(body), NULL);
}

static enum rc take_punch(struct punch_batch *batch,
                          struct ledger_tx *tx,
                          struct buf *body,
                          struct punch *punch)
{
    struct punch_book *book = batch->book;
    bool known = is_noted(book, punch);

    punch->stored = false;
    if (!known && own_day(punch) < book->recent_from) {
        TRY(derived_has_punch(book->index, punch, &known));
    }
    batch->taken++;
    batch->repeated += known;
    if (known) return RC_OK;
    punch->stored = true;
    batch->stored++;
    note(book, punch);
    return append_punch(tx, body, punch);
}

struct set128_key punch_refusal_key(struct text terminal, struct text bytes)
{
    struct set128_key key = set128_key_of(bytes);
    struct set128_key of_terminal = set128_key_of(terminal);

    return (struct set128_key){key.high ^ of_terminal.low, key.low + of_terminal.high};
}

static struct text kept_bytes(const struct punch_refusal *refusal)
{
    struct text bytes = refusal->bytes;

    if (bytes.bytes > REFUSAL_BYTES_MAX) bytes.bytes = REFUSAL_BYTES_MAX;
    return bytes;
}

struct refusal_body {
    struct text terminal, reason;
    int64_t received_at_ms, bytes, mark_from, mark_to;
};

static const struct record_field refusal_fields[] = {
    RECORD_TEXT(struct refusal_body, terminal, RECORD_REQUIRED, 0, SERIAL_BYTES_MAX),
    RECORD_INT(struct refusal_body, received_at_ms, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_TEXT(struct refusal_body, reason, RECORD_REQUIRED, 0, CODE_BYTES_MAX),
    RECORD_INT(struct refusal_body, bytes, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_INT(struct refusal_body, mark_from, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_INT(struct refusal_body, mark_to, RECORD_REQUIRED, 0, INT64_MAX),
};
static const struct record refusal_record = RECORD("Refusal", struct refusal_body, refusal_fields);

bool punch_refusal_read(struct text body, struct arena *mem, struct derived_refusal *out_refusal)
{
    struct refusal_body read;

    if (json_read(&refusal_record, body, mem, &read, NULL) != RC_OK) return false;
    *out_refusal = (struct derived_refusal){.terminal = read.terminal,
                                            .reason = read.reason,
                                            .received_at_ms = read.received_at_ms,
                                            .mark_from = read.mark_from,
                                            .mark_to = read.mark_to};
    return true;
}

/* The bytes lie beside the fact as erasable content: they may hold anything. */
static enum rc append_refusal(struct ledger_tx *tx,
                              struct buf *body,
                              const struct punch_refusal *refusal,
                              int64_t received_at_ms)
{
    struct json_write json;

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
    assert(json_write_ok(&json));
    return ledger_append_with(tx, FACT_QUARANTINE, buf_text(body), kept_bytes(refusal), NULL);
}

static enum rc take_refusal(struct punch_batch *batch,
                            struct ledger_tx *tx,
                            struct buf *body,
                            struct punch_refusal *refusal)
{
    struct set128_key key = punch_refusal_key(refusal->terminal, kept_bytes(refusal));

    batch->refusal_taken++;
    refusal->stored = set128_add(batch->book->refusals, key);
    if (!refusal->stored) return RC_OK;
    return append_refusal(tx, body, refusal, batch->received_at_ms);
}

static enum rc apply(struct ledger_tx *tx, void *request, struct problem *why)
{
    struct punch_batch *batch = request;
    struct buf *body = &batch->book->body;

    (void)why;
    assert(batch->taken == 0 && batch->refusal_taken == 0);
    batch->before = ledger_last(tx);
    TRY(make_sure(batch->book, tx));
    TRY(let_days_go(batch->book, tx));
    for (size_t i = 0; i < batch->count; i++) {
        TRY(take_punch(batch, tx, body, &batch->punches[i]));
    }
    for (size_t i = 0; i < batch->refusal_count; i++) {
        TRY(take_refusal(batch, tx, body, &batch->refusals[i]));
    }
    return RC_OK;
}

/* ---- settling ---- */

/* What an earlier batch stored stays known. */
static void forget(struct punch_batch *batch)
{
    struct punch_book *book = batch->book;

    for (size_t i = 0; i < batch->taken; i++) {
        struct punch *punch = &batch->punches[i];

        if (punch->stored) set128_remove(set_of(book, punch), punch_key(punch));
        punch->stored = false;
    }
    for (size_t i = 0; i < batch->refusal_taken; i++) {
        struct punch_refusal *refusal = &batch->refusals[i];

        if (refusal->stored) {
            set128_remove(book->refusals,
                          punch_refusal_key(refusal->terminal, kept_bytes(refusal)));
        }
        refusal->stored = false;
    }
    batch->stored = batch->repeated = 0;
}

static void settle(void *request, enum rc rc, const struct problem *why)
{
    struct punch_batch *batch = request;
    struct punch_book *book = batch->book;

    (void)why;
    if (rc != RC_OK) forget(batch);
    if (rc == RC_UNCERTAIN && (book->unsure_after == NEVER || batch->before < book->unsure_after)) {
        book->unsure_after = batch->before;
    }
    batch->taken = batch->refusal_taken = 0;
    if (batch->settled) batch->settled(batch, rc);
}

const struct ledger_command punch_batch_command = {.name = "punches",
                                                   .whole = true,
                                                   .apply = apply,
                                                   .settle = settle};

/* ---- figures ---- */

size_t punch_book_count(const struct punch_book *book)
{
    size_t count = set128_count(book->older) + set128_count(book->doubtful);

    for (size_t i = 0; i < book->day_count; i++) {
        count += set128_count(book->days[i].keys);
    }
    return count;
}

size_t punch_book_bytes(const struct punch_book *book)
{
    size_t bytes =
        set128_bytes(book->older) + set128_bytes(book->doubtful) + set128_bytes(book->refusals);

    for (size_t i = 0; i < book->day_count; i++) {
        bytes += set128_bytes(book->days[i].keys);
    }
    return bytes;
}
