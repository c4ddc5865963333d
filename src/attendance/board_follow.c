#include "attendance/board_private.h"
#include "attendance/punch_book.h"
#include "attendance/terminal_contact.h"
#include "base/log.h"
#include "base/mem.h"
#include "ledger/ledger.h"
#include "people/fact.h"

#include <stdlib.h>
#include <string.h>

/* More people than this on one day, and the day is built again as a whole. */
enum { TOUCHES_ONE_BY_ONE = 64 };

/* What one chunk of the log asks for. */
struct touch {
    int32_t from, to; /* days */
    struct text number;
};

struct filed {
    struct punch punch;
    int32_t day; /* it is filed under */
    int64_t position;
};

struct chunk {
    struct board *board;
    struct arena *mem;
    struct filed *punches;
    size_t punch_count, punch_capacity;
    struct review_row *reviews;
    size_t review_count, review_capacity;
    struct touch *touches;
    size_t touch_count, touch_capacity;
    size_t entries;
    int64_t last;
    bool picture_changed;
    int32_t placed_from; /* the first day on which a terminal stands somewhere else now */
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
    chunk->punches[chunk->punch_count++] =
        (struct filed){punch, punch_day(&punch), entry->position};
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

/* The terminal has been recording on this day, which may be earlier than was
 * known of its place. */
static enum rc note_reach(struct board *board, struct text terminal, int32_t day)
{
    bool earlier = false;

    if (coverage_reaches(board->coverage, terminal, day)) return RC_OK;
    TRY(derived_note_reader(board->derived, terminal, day, &earlier));
    board->reach_changed |= earlier;
    return RC_OK;
}

static void take_contact(struct chunk *chunk, const struct ledger_entry *entry)
{
    struct terminal_contact contact;

    if (!terminal_contact_read(entry->body, chunk->mem, &contact)) {
        log_error("a contact in the log cannot be read; ignoring it",
                  LOG_INT("position", entry->position));
        return;
    }
    note_contact(chunk->board, contact.serial, contact.to_ms);
    chunk->rc =
        note_reach(chunk->board, contact.serial, board_today(chunk->board, contact.from_ms));
}

/* Its bytes lie beside the fact, unless they were erased. */
static enum rc find_key(struct chunk *chunk, struct derived_refusal *refusal)
{
    const struct board_options *options = &chunk->board->options;
    struct text bytes = {NULL, 0};
    enum rc rc = ledger_content(chunk->board->facts, chunk->mem, options->government, options->lane,
                                refusal->position, &bytes);

    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    refusal->key = punch_refusal_key(refusal->terminal, bytes);
    return RC_OK;
}

static void take_refusal(struct chunk *chunk, const struct ledger_entry *entry)
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

static void take_report(struct chunk *chunk, const struct ledger_entry *entry)
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

static void take_placement(struct chunk *chunk, const struct ledger_entry *entry)
{
    int32_t from = terminal_placement_first_day(entry->body);

    chunk->picture_changed = true;
    if (from < chunk->placed_from) chunk->placed_from = from;
}

static void take_reviews(struct chunk *chunk, const struct ledger_entry *entry)
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
    struct chunk *chunk = visitor;

    if (entry->kind == FACT_PUNCH) take_punch(chunk, entry);
    if (entry->kind == FACT_CONTACT) take_contact(chunk, entry);
    if (entry->kind == FACT_QUARANTINE) take_refusal(chunk, entry);
    if (entry->kind == FACT_TERMINAL_REPORT) take_report(chunk, entry);
    if (entry->kind == FACT_TERMINAL) chunk->picture_changed = true;
    if (entry->kind == FACT_TERMINAL_PLACEMENT) take_placement(chunk, entry);
    if (entry->kind == FACT_REVIEW) take_reviews(chunk, entry);
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
    TRY(coverage_learn(board->coverage, board->derived));
    coverage_refresh(board->coverage, board_contact, board, clock_now_ms(board->options.clock));
    mem_free(board->unmapped_pins);
    board->unmapped_pins =
        mem_alloc(picture->directory->agency_count, sizeof *board->unmapped_pins);
    board->unmapped_changed = board->figures_changed = true;
    board_turn_page(board, board_today(board, clock_now_ms(board->options.clock)), true);
    return RC_OK;
}

void board_turn_page(struct board *board, int32_t today, bool new_picture)
{
    if (!board->options.terminals || (!new_picture && board->page == today)) return;
    board->page = today;
    terminal_book_follow(board->options.terminals, board->picture, today);
}

/* ---- what the register's changes touch ---- */

/* A touch reaches one day further on both sides: windows of neighbouring days
 * are cut by each other. */
static struct board_range days_of(const struct touch *touch)
{
    return (struct board_range){
        touch->from == DAY_NUMBER_FIRST ? DAY_NUMBER_FIRST : touch->from - 1,
        touch->to == DAY_NUMBER_LAST ? DAY_NUMBER_LAST : touch->to + 1,
    };
}

static bool touches_day(const struct touch *touch, int32_t day)
{
    struct board_range days = days_of(touch);

    return day >= days.from && day <= days.to;
}

static size_t count_touches(const struct chunk *chunk, int32_t day)
{
    size_t count = 0;

    for (size_t i = 0; i < chunk->touch_count; i++) {
        count += touches_day(&chunk->touches[i], day);
    }
    return count;
}

static struct board_range hull(struct board_range a, struct board_range b)
{
    return (struct board_range){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
}

/* Days that a change of some people touches are built again when somebody asks
 * for them, or one after the other in the background; today and yesterday are
 * corrected at once.  A change that concerns everybody spares no day. */
static enum rc spoil_days(struct board *board, const struct chunk *chunk, int32_t today)
{
    struct board_range of_people = {DAY_NUMBER_LAST, DAY_NUMBER_FIRST};

    for (size_t i = 0; i < chunk->touch_count; i++) {
        struct board_range days = days_of(&chunk->touches[i]);

        if (chunk->touches[i].number.bytes > 0) {
            of_people = hull(of_people, days);
        } else {
            TRY(derived_spoil_days(board->derived, days.from, days.to));
        }
    }
    TRY(derived_spoil_days(board->derived, of_people.from,
                           of_people.to < today - 2 ? of_people.to : today - 2));
    return derived_spoil_days(
        board->derived, of_people.from > today + 1 ? of_people.from : today + 1, of_people.to);
}

static int32_t day_before(int32_t day)
{
    return day == DAY_NUMBER_FIRST ? day : day - 1;
}

/* Since when agencies record, seen from one day. */
struct first_days {
    int32_t *at;
    size_t count;
};

static void first_days_done(struct first_days *days)
{
    mem_free(days->at);
}

static struct first_days first_days_on(const struct board *board, int32_t day)
{
    size_t count = board->picture->directory->agency_count;
    struct first_days days = {mem_alloc(count, sizeof *days.at), count};

    coverage_first_days(board->coverage, day, days.at);
    return days;
}

/* Places are others from a day on.  The days before are as they were, unless an
 * agency that had no place there has been waiting for another one. */
static enum rc spoil_places(struct board *board, int32_t from, const struct first_days *before)
{
    CLEANUP(first_days_done) struct first_days now = first_days_on(board, day_before(from));
    bool same =
        now.count == before->count && memcmp(now.at, before->at, now.count * sizeof *now.at) == 0;

    return derived_spoil_days(board->derived, same ? from : DAY_NUMBER_FIRST, DAY_NUMBER_LAST);
}

/* Correct a day person by person, unless there are so many that it is better
 * built again.  A PIN that found its owner may concern everybody of a place, so
 * all are judged again. */
static enum rc touch_people(struct board *board,
                            const struct chunk *chunk,
                            int32_t day,
                            int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    struct sheet *sheet = NULL;

    if (count_touches(chunk, day) > TOUCHES_ONE_BY_ONE) {
        return derived_spoil_days(board->derived, day, day);
    }
    TRY(derived_touch_days(board->derived, day, day));
    TRY(board_sheet(board, day, now_ms, &sheet));
    for (size_t i = 0; sheet && i < chunk->touch_count; i++) {
        int32_t person = directory_find_person(board->picture->directory, chunk->touches[i].number);

        if (person == NONE || !touches_day(&chunk->touches[i], day)) continue;
        TRY(sheet_judge_again(sheet, &context, person));
    }
    return RC_OK;
}

/* The day of a punch, and whose it is by the picture at hand; of everybody when
 * it is nobody's. */
static void touch_punch(struct chunk *chunk, const struct punch *punch)
{
    const struct picture *picture = chunk->board->picture;
    int32_t person = picture_resolve(picture, punch);
    struct fact_touch touch = {.from = punch_day(punch), .to = punch_day(punch)};

    if (person != NONE) touch.number = picture->directory->people[person].number;
    take_touch(chunk, &touch);
}

/* A decision touches the day a doubtful punch is filed under, and the day of its
 * true time: with the old picture the one that held before, with the new one
 * the one that holds now. */
static void touch_reviewed(struct chunk *chunk)
{
    const struct reviews *reviews = &chunk->board->picture->reviews;

    for (size_t i = 0; i < chunk->review_count; i++) {
        struct punch punch = chunk->reviews[i].punch;
        const struct review_row *held;

        punch.moment = chunk->reviews[i].moment;
        punch.flags = PUNCH_TIME;
        touch_punch(chunk, &punch);
        held = review_find(reviews, &punch);
        if (held && held->review.decision == REVIEW_ACCEPTED) touch_punch(chunk, &held->punch);
    }
}

/* The register changed: take a new picture, then judge again what it touches. */
static enum rc change_picture(struct board *board, struct chunk *chunk, int64_t now_ms)
{
    int32_t today = board_today(board, now_ms);
    bool had_today = board_sheet_in_memory(board, today) != NULL;
    CLEANUP(first_days_done)
    struct first_days before = first_days_on(board, day_before(chunk->placed_from));

    touch_reviewed(chunk);
    TRY(board_write_sheets(board, now_ms));
    board_forget_sheets(board);
    TRY(board_load_picture(board));
    touch_reviewed(chunk);
    coverage_refresh(board->coverage, board_contact, board, now_ms);
    if (chunk->placed_from != DAY_NUMBER_LAST) {
        TRY(spoil_places(board, chunk->placed_from, &before));
    }
    TRY(spoil_days(board, chunk, today));
    TRY(touch_people(board, chunk, today - 1, now_ms));
    TRY(touch_people(board, chunk, today, now_ms));
    return had_today ? board_hold_sheet(board, today, now_ms) : RC_OK;
}

/* ---- punches ---- */

/* Readers may have had a queue on the day a punch is filed under. */
static enum rc ask_queues(struct board *board, int32_t day)
{
    struct sheet *sheet = board_sheet_in_memory(board, day);

    if (!sheet) return derived_touch_days(board->derived, day, day);
    sheet_ask_queues(sheet);
    return RC_OK;
}

static enum rc place_unmapped(struct board *board,
                              struct sheet *sheet,
                              const struct punch *punch,
                              int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);

    board->unmapped_changed = true;
    if (!sheet) return RC_OK;
    return sheet_add_unmapped(
        sheet, &context, picture_agency_of_terminal(board->picture, punch->terminal, sheet->day));
}

/* The days on which some place turns out to have been recording after all;
 * `before` holds the first days of all agencies, era by era. */
static struct board_range gained_days(const struct board *board, const struct first_days *before)
{
    struct board_range gained = {DAY_NUMBER_LAST, DAY_NUMBER_FIRST};

    for (size_t era = 0; era < board->picture->places.count; era++) {
        CLEANUP(first_days_done)
        struct first_days now = first_days_on(board, board->picture->places.eras[era].from_day);

        for (size_t i = 0; i < now.count; i++) {
            if (now.at[i] >= before[era].at[i]) continue;
            gained = hull(gained, (struct board_range){now.at[i], before[era].at[i] - 1});
        }
    }
    return gained;
}

static enum rc judge_gained_days(struct board *board, struct board_range gained, int64_t now_ms)
{
    TRY(board_write_sheets(board, now_ms));
    board_forget_sheets(board);
    TRY(derived_spoil_days(board->derived, gained.from, gained.to));
    return board_hold_sheet(board, board_today(board, now_ms), now_ms);
}

static enum rc learn_reach(struct board *board, int64_t now_ms)
{
    size_t eras = board->picture->places.count;
    CLEANUP(mem_release) struct first_days *before = NULL;
    struct board_range gained;
    enum rc rc;

    if (!board->reach_changed) return RC_OK;
    board->reach_changed = false;
    before = mem_alloc(eras, sizeof *before);
    for (size_t i = 0; i < eras; i++) {
        before[i] = first_days_on(board, board->picture->places.eras[i].from_day);
    }
    rc = coverage_learn(board->coverage, board->derived);
    coverage_refresh(board->coverage, board_contact, board, now_ms);
    gained = gained_days(board, before);
    for (size_t i = 0; i < eras; i++) {
        first_days_done(&before[i]);
    }
    if (rc != RC_OK || gained.from > gained.to) return rc;
    return judge_gained_days(board, gained, now_ms);
}

/* File a punch and let it into the sheet it belongs to.  The sheet comes first:
 * one that is made reads the index, and must not find the punch there. */
static enum rc place_punch(struct board *board, const struct filed *filed, int64_t now_ms)
{
    struct sheet_context context = board_context(board, now_ms);
    const struct punch *punch = &filed->punch;
    int32_t person = picture_resolve(board->picture, punch);
    int32_t day = punch_day(punch);
    bool counts = person == NONE || punch->flags & PUNCH_TIME ||
                  judge_day_of(board->judge, person, punch->moment, &day);
    struct sheet *sheet = NULL;
    bool fresh = false;

    if (counts) TRY(board_sheet(board, day, now_ms, &sheet));
    TRY(derived_add_punch(board->derived, punch, filed->position, &fresh));
    if (!fresh) return RC_OK; /* the log has it twice: it counts once */
    if (review_find(&board->picture->reviews, punch)) return RC_OK; /* decided before it came */
    if (!(punch->flags & PUNCH_TIME)) TRY(note_reach(board, punch->terminal, punch_day(punch)));
    if (person == NONE) return place_unmapped(board, sheet, punch, now_ms);
    return sheet ? sheet_add_punch(sheet, &context, person, punch) : RC_OK;
}

/* A backlog from many terminals comes day by day, so that each sheet is
 * fetched once. */
static int compare_filed(const void *left, const void *right)
{
    const struct filed *a = left, *b = right;

    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->position > b->position) - (a->position < b->position);
}

static enum rc apply_chunk(struct board *board, void *work, int64_t now_ms)
{
    struct chunk *chunk = work;

    TRY(ledger_follow(board->facts, board->options.government, board->options.lane, board->followed,
                      take_entry, chunk));
    TRY(chunk->rc);
    if (chunk->picture_changed) TRY(change_picture(board, chunk, now_ms));
    if (chunk->punch_count > 1) {
        qsort(chunk->punches, chunk->punch_count, sizeof *chunk->punches, compare_filed);
    }
    for (size_t i = 0; i < chunk->punch_count; i++) {
        TRY(place_punch(board, &chunk->punches[i], now_ms));
        if (i + 1 == chunk->punch_count || chunk->punches[i + 1].day != chunk->punches[i].day) {
            TRY(ask_queues(board, chunk->punches[i].day));
        }
    }
    TRY(learn_reach(board, now_ms));
    if (chunk->entries > 0) board->figures_changed = true;
    board->followed = chunk->last;
    return RC_OK;
}

static void chunk_done(struct chunk *chunk)
{
    arena_free(&chunk->mem);
    mem_free(chunk->punches);
    mem_free(chunk->touches);
    mem_free(chunk->reviews);
}

enum rc board_follow(struct board *board, int64_t now_ms, bool *out_more)
{
    CLEANUP(chunk_done)
    struct chunk chunk = {.board = board,
                          .mem = arena_new(),
                          .last = board->followed,
                          .placed_from = DAY_NUMBER_LAST};

    TRY(board_transact(board, apply_chunk, &chunk, now_ms));
    *out_more = chunk.entries == BOARD_CHUNK;
    return RC_OK;
}
