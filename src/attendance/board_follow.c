#include "attendance/board_private.h"
#include "attendance/punch_book.h"
#include "attendance/terminal_contact.h"
#include "base/log.h"
#include "base/mem.h"
#include "ledger/ledger.h"
#include "people/fact.h"

#include <string.h>

static const char sql_last[] = "SELECT max(position) FROM log WHERE government = $1 AND lane = $2";

/* ---- reading the chunk ---- */

/* Room for one more element. */
static void *grown(void *at, size_t count, size_t *capacity, size_t bytes)
{
    if (count < *capacity) return at;
    *capacity = *capacity ? *capacity * 2 : 64;
    return mem_resize(at, *capacity, bytes);
}

static struct text kept(struct board_chunk *chunk, struct text text)
{
    return arena_text(chunk->mem, text);
}

static void take_punch(struct board_chunk *chunk, const struct ledger_entry *entry)
{
    struct punch punch;

    if (!punch_decode(entry->body, &punch)) {
        log_error("a punch in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    punch.pin = kept(chunk, punch.pin);
    punch.terminal = kept(chunk, punch.terminal);
    punch.extra = (struct text){NULL, 0}; /* not part of the index */
    chunk->punches =
        grown(chunk->punches, chunk->punch_count, &chunk->punch_capacity, sizeof *chunk->punches);
    chunk->punches[chunk->punch_count++] =
        (struct board_filed){punch, punch_day(&punch), entry->position};
}

void board_take_touch(void *visitor, const struct fact_touch *touch)
{
    struct board_chunk *chunk = visitor;

    chunk->touches =
        grown(chunk->touches, chunk->touch_count, &chunk->touch_capacity, sizeof *chunk->touches);
    chunk->touches[chunk->touch_count++] =
        (struct board_touch){touch->from, touch->to, kept(chunk, touch->number)};
}

static void note_contact(struct board *board, struct text serial, int64_t to_ms)
{
    uint32_t index = 0;

    if (serial.bytes > SERIAL_BYTES_MAX) return;
    if (!map_find(board->contact_by_serial, serial, &index)) {
        board->contacts = grown(board->contacts, board->contact_count, &board->contact_capacity,
                                sizeof *board->contacts);
        index = (uint32_t)board->contact_count++;
        board->contacts[index] = (struct board_contact){.serial_bytes = serial.bytes};
        memcpy(board->contacts[index].serial, serial.at, serial.bytes);
        map_put(board->contact_by_serial, serial, index);
    }
    if (to_ms > board->contacts[index].to_ms) board->contacts[index].to_ms = to_ms;
}

static void take_contact(struct board_chunk *chunk, const struct ledger_entry *entry)
{
    struct terminal_contact contact;

    if (!terminal_contact_read(entry->body, chunk->mem, &contact)) {
        log_error("a contact in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    note_contact(chunk->board, contact.serial, contact.to_ms);
    chunk->rc =
        board_note_reach(chunk->board, contact.serial, board_today(chunk->board, contact.from_ms));
}

/* Its bytes lie beside the fact, unless they were erased. */
static enum rc find_key(struct board_chunk *chunk, struct derived_refusal *refusal)
{
    const struct board_options *options = &chunk->board->options;
    struct text bytes = {NULL, 0};
    enum rc rc = ledger_content(chunk->board->facts, chunk->mem, options->government, options->lane,
                                refusal->position, &bytes);

    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    refusal->key = punch_refusal_key(refusal->terminal, bytes);
    return RC_OK;
}

static void take_refusal(struct board_chunk *chunk, const struct ledger_entry *entry)
{
    struct derived_refusal refusal;

    if (!punch_refusal_read(entry->body, chunk->mem, &refusal)) {
        log_error("a quarantined row in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    refusal.position = entry->position;
    chunk->rc = find_key(chunk, &refusal);
    if (chunk->rc == RC_OK) chunk->rc = derived_add_refusal(chunk->board->derived, &refusal);
}

static void take_report(struct board_chunk *chunk, const struct ledger_entry *entry)
{
    struct terminal_report report;

    if (!terminal_report_read(entry->body, chunk->mem, &report)) {
        log_error("a terminal's report in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    report.position = entry->position;
    if (terminal_report_is_notable(&report)) {
        chunk->rc = derived_add_report(chunk->board->derived, &report);
    }
}

static void take_placement(struct board_chunk *chunk, const struct ledger_entry *entry)
{
    int32_t from = terminal_placement_first_day(entry->body);

    chunk->picture_changed = true;
    if (from < chunk->placed_from) chunk->placed_from = from;
}

static void take_reviews(struct board_chunk *chunk, const struct ledger_entry *entry)
{
    struct review_row *rows = NULL;
    size_t count = 0;

    chunk->picture_changed = true;
    if (!review_read(kept(chunk, entry->body), chunk->mem, &rows, &count)) {
        log_error("a review in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        chunk->reviews = grown(chunk->reviews, chunk->review_count, &chunk->review_capacity,
                               sizeof *chunk->reviews);
        chunk->reviews[chunk->review_count++] = rows[i];
    }
}

static bool take_entry(void *visitor, const struct ledger_entry *entry)
{
    struct board_chunk *chunk = visitor;

    if (entry->kind == FACT_PUNCH) take_punch(chunk, entry);
    if (entry->kind == FACT_CONTACT) take_contact(chunk, entry);
    if (entry->kind == FACT_QUARANTINE) take_refusal(chunk, entry);
    if (entry->kind == FACT_TERMINAL_REPORT) take_report(chunk, entry);
    if (entry->kind == FACT_TERMINAL) chunk->picture_changed = true;
    if (entry->kind == FACT_TERMINAL_PLACEMENT) take_placement(chunk, entry);
    if (entry->kind == FACT_REVIEW) take_reviews(chunk, entry);
    if (fact_changes_directory(entry->kind)) {
        chunk->picture_changed = true;
        if (!fact_touches(entry->kind, entry->body, board_take_touch, chunk)) {
            board_take_touch(chunk,
                             &(struct fact_touch){.from = DAY_NUMBER_FIRST, .to = DAY_NUMBER_LAST});
        }
    }
    chunk->last = entry->position;
    chunk->entries++;
    return chunk->rc == RC_OK && chunk->entries < BOARD_CHUNK;
}

/* ---- together ---- */

static enum rc apply_chunk(struct board *board, void *work, int64_t now_ms)
{
    struct board_chunk *chunk = work;

    TRY(ledger_follow(board->facts, board->options.government, board->options.lane, board->followed,
                      take_entry, chunk));
    TRY(chunk->rc);
    if (chunk->picture_changed) TRY(board_change_picture(board, chunk, now_ms));
    TRY(board_place_punches(board, chunk, now_ms));
    board->figures_changed = true;
    board->followed = chunk->last;
    return RC_OK;
}

static void chunk_done(struct board_chunk *chunk)
{
    arena_free(&chunk->mem);
    mem_free(chunk->punches);
    mem_free(chunk->touches);
    mem_free(chunk->reviews);
}

enum rc board_find_log_end(struct board *board, int64_t *out_position)
{
    return db_get_int(board->facts, out_position, sql_last, DB_INT(board->options.government),
                      DB_INT(board->options.lane));
}

enum rc board_follow(struct board *board, int64_t now_ms, bool *out_more)
{
    CLEANUP(chunk_done)
    struct board_chunk chunk = {.board = board, .placed_from = DAY_NUMBER_LAST};
    int64_t last = 0;

    *out_more = false;
    TRY(board_find_log_end(board, &last));
    if (last <= board->followed) return RC_OK; /* no transaction for nothing */
    chunk.mem = arena_new();
    chunk.last = board->followed;
    TRY(board_transact(board, apply_chunk, &chunk, now_ms));
    board->uncommitted += chunk.entries;
    board->arrived_mono_ms = clock_mono_ms();
    *out_more = chunk.entries == BOARD_CHUNK;
    return RC_OK;
}
