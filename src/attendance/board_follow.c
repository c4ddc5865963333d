#include "attendance/board_private.h"
#include "base/json_read.h"
#include "base/log.h"
#include "base/mem.h"
#include "ledger/ledger.h"
#include "people/fact.h"

#include <string.h>

/* What one chunk of the log asks for. */
struct touch {
    int32_t from, to; /* days */
    struct text number;
};

struct filed {
    struct punch punch;
    int64_t position;
};

struct chunk {
    struct board *board;
    struct arena *mem;
    struct filed *punches;
    size_t punch_count, punch_capacity;
    struct touch *touches;
    size_t touch_count, touch_capacity;
    size_t entries;
    int64_t last;
    bool picture_changed;
    enum rc rc;
};

/* ---- reading the chunk ---- */

/* Room for one more element. */
static void *grown(void *at, size_t count, size_t *capacity, size_t bytes)
{
    if (count < *capacity) return at;
    *capacity = *capacity ? *capacity * 2 : 64;
    return mem_resize(at, *capacity, bytes);
}

static struct text kept(struct chunk *chunk, struct text text)
{
    return arena_text(chunk->mem, text);
}

static void take_punch(struct chunk *chunk, const struct ledger_entry *entry)
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
    chunk->punches[chunk->punch_count++] = (struct filed){punch, entry->position};
}

static void take_touch(void *visitor, const struct fact_touch *touch)
{
    struct chunk *chunk = visitor;

    chunk->touches =
        grown(chunk->touches, chunk->touch_count, &chunk->touch_capacity, sizeof *chunk->touches);
    chunk->touches[chunk->touch_count++] =
        (struct touch){touch->from, touch->to, kept(chunk, touch->number)};
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

struct contact_body {
    struct text serial;
    int64_t from_ms, to_ms;
};

static const struct record_field contact_fields[] = {
    RECORD_TEXT(struct contact_body, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX),
    RECORD_INT(struct contact_body, from_ms, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_INT(struct contact_body, to_ms, RECORD_REQUIRED, 0, INT64_MAX),
};
static const struct record contact_record = RECORD("Contact", struct contact_body, contact_fields);

static void take_contact(struct chunk *chunk, const struct ledger_entry *entry)
{
    struct contact_body contact;

    if (json_read(&contact_record, entry->body, chunk->mem, &contact, NULL) != RC_OK) {
        log_error("a contact in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    note_contact(chunk->board, contact.serial, contact.to_ms);
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

static void take_refusal(struct chunk *chunk, const struct ledger_entry *entry)
{
    struct refusal_body body;
    struct derived_refusal refusal;

    if (json_read(&refusal_record, entry->body, chunk->mem, &body, NULL) != RC_OK) {
        log_error("a quarantined row in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    refusal = (struct derived_refusal){entry->position,     body.terminal,  body.reason,
                                       body.received_at_ms, body.mark_from, body.mark_to};
    chunk->rc = derived_add_refusal(chunk->board->derived, &refusal);
}

static bool take_entry(void *visitor, const struct ledger_entry *entry)
{
    struct chunk *chunk = visitor;

    if (entry->kind == FACT_PUNCH) take_punch(chunk, entry);
    if (entry->kind == FACT_CONTACT) take_contact(chunk, entry);
    if (entry->kind == FACT_QUARANTINE) take_refusal(chunk, entry);
    if (entry->kind == FACT_TERMINAL) chunk->picture_changed = true;
    if (fact_changes_directory(entry->kind)) {
        chunk->picture_changed = true;
        if (!fact_touches(entry->kind, entry->body, take_touch, chunk)) {
            take_touch(chunk,
                       &(struct fact_touch){.from = DAY_NUMBER_FIRST, .to = DAY_NUMBER_LAST});
        }
    }
    chunk->last = entry->position;
    chunk->entries++;
    return chunk->rc == RC_OK && chunk->entries < BOARD_CHUNK;
}

/* ---- the picture ---- */

int64_t board_contact(const void *owner, struct text serial)
{
    const struct board *board = owner;
    uint32_t index = 0;
    int64_t live_ms =
        board->options.terminals ? terminal_book_contact(board->options.terminals, serial) : 0;
    int64_t recorded_ms =
        map_find(board->contact_by_serial, serial, &index) ? board->contacts[index].to_ms : 0;

    return live_ms > recorded_ms ? live_ms : recorded_ms;
}

enum rc board_load_picture(struct board *board)
{
    struct picture *picture = NULL;

    TRY(picture_load(board->facts, board->options.government, AS_OF_NOW, &picture));
    picture_drop(&board->picture);
    judge_free(&board->judge);
    coverage_free(&board->coverage);
    board->picture = picture;
    board->judge = judge_new(picture);
    board->coverage = coverage_new(picture);
    mem_free(board->unmapped_pins);
    board->unmapped_pins =
        mem_alloc(picture->directory->agency_count, sizeof *board->unmapped_pins);
    board->unmapped_changed = board->figures_changed = true;
    if (board->options.terminals) terminal_book_follow(board->options.terminals, picture);
    return RC_OK;
}

/* ---- applying it ---- */

struct opened {
    int32_t *days;
    size_t count, capacity;
};

static void note_day(void *visitor, int32_t day, bool open)
{
    struct opened *opened = visitor;

    (void)open;
    opened->days = grown(opened->days, opened->count, &opened->capacity, sizeof *opened->days);
    opened->days[opened->count++] = day;
}

static void opened_done(struct opened *opened)
{
    mem_free(opened->days);
}

/* A touch reaches one day further on both sides: windows of neighbouring days
 * are cut by each other. */
static bool touches_day(const struct touch *touch, int32_t day)
{
    return (touch->from == DAY_NUMBER_FIRST || day >= touch->from - 1) &&
           (touch->to == DAY_NUMBER_LAST || day <= touch->to + 1);
}

static enum rc touch_day(struct board *board,
                         const struct chunk *chunk,
                         int32_t day,
                         int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    for (size_t i = 0; i < chunk->touch_count; i++) {
        if (chunk->touches[i].number.bytes == 0 && touches_day(&chunk->touches[i], day)) {
            return board_rebuild_sheet(board, day, now_ms);
        }
    }
    for (size_t i = 0; i < chunk->touch_count; i++) {
        int32_t person = directory_find_person(board->picture->directory, chunk->touches[i].number);
        struct sheet *sheet = NULL;

        if (person == NONE || !touches_day(&chunk->touches[i], day)) continue;
        TRY(board_sheet(board, day, true, now_ms, &sheet));
        TRY(sheet_judge_again(sheet, &context, person));
    }
    return RC_OK;
}

/* The register changed: take a new picture, then judge again what it touches.
 * A PIN that has an owner now may free its place of unmapped punches, so days
 * that have some are looked at again as a whole. */
static enum rc change_picture(struct board *board, const struct chunk *chunk, int64_t now_ms)
{
    CLEANUP(opened_done) struct opened opened = {0};

    TRY(board_write_sheets(board, now_ms));
    board_forget_sheets(board);
    TRY(board_load_picture(board));
    coverage_refresh(board->coverage, board_contact, board, now_ms);
    TRY(derived_days(board->derived, note_day, &opened));
    for (size_t i = 0; i < opened.count; i++) {
        TRY(touch_day(board, chunk, opened.days[i], now_ms));
    }
    return RC_OK;
}

static enum rc place_unmapped(struct board *board, const struct punch *punch, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    int32_t terminal = picture_find_terminal(board->picture, punch->terminal);
    struct sheet *sheet = NULL;

    board->unmapped_changed = true;
    if (terminal == NONE) return RC_OK;
    TRY(board_sheet(board, punch_day(punch), false, now_ms, &sheet));
    if (!sheet) return RC_OK;
    return sheet_add_unmapped(sheet, &context, board->picture->terminal_agency[terminal]);
}

static enum rc place_punch(struct board *board, const struct punch *punch, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    int32_t person = picture_resolve(board->picture, punch);
    int32_t day = punch_day(punch);
    struct sheet *sheet = NULL;

    if (person == NONE) return place_unmapped(board, punch, now_ms);
    if (!(punch->flags & PUNCH_TIME) && !judge_day_of(board->judge, person, punch->moment, &day)) {
        return RC_OK;
    }
    TRY(board_sheet(board, day, false, now_ms, &sheet));
    return sheet ? sheet_add_punch(sheet, &context, person, punch) : RC_OK;
}

/* The order matters: sheets that the register's changes rebuild read the index,
 * so this chunk's punches are filed after that, each just before it is placed;
 * a sheet that is loaded then holds only what was written before. */
static enum rc apply_chunk(struct board *board, struct chunk *chunk, int64_t now_ms)
{
    if (chunk->picture_changed) TRY(change_picture(board, chunk, now_ms));
    for (size_t i = 0; i < chunk->punch_count; i++) {
        const struct filed *filed = &chunk->punches[i];

        TRY(derived_add_punch(board->derived, &filed->punch, filed->position));
        TRY(place_punch(board, &filed->punch, now_ms));
    }
    if (chunk->entries > 0) board->figures_changed = true;
    return board_write_sheets(board, now_ms);
}

static void chunk_done(struct chunk *chunk)
{
    arena_free(&chunk->mem);
    mem_free(chunk->punches);
    mem_free(chunk->touches);
}

enum rc board_follow(struct board *board, int64_t now_ms, bool *out_more)
{
    CLEANUP(chunk_done)
    struct chunk chunk = {.board = board, .mem = arena_new(), .last = board->followed};
    enum rc rc;

    *out_more = false;
    TRY(derived_begin(board->derived));
    rc = ledger_follow(board->facts, board->options.government, board->options.lane,
                       board->followed, take_entry, &chunk);
    if (rc == RC_OK) rc = chunk.rc;
    if (rc == RC_OK) rc = apply_chunk(board, &chunk, now_ms);
    if (rc == RC_OK) rc = derived_commit(board->derived, chunk.last);
    if (rc != RC_OK) {
        derived_undo(board->derived);
        board_forget_sheets(board); /* they hold what was undone */
        return rc;
    }
    board->followed = chunk.last;
    *out_more = chunk.entries == BOARD_CHUNK;
    return RC_OK;
}
