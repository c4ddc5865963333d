/* fixture_test.h - an office on a real data folder, for this room's tests.
 *
 * A ledger, a punch book and a board over a temporary folder, and short names
 * for what happens in an office: a terminal is approved and heard, people
 * punch, time passes.  Moments are written as on a wall: "2021-05-17 07:21:09".
 *
 * `office_dump` tells everything that is derived about some days, person by
 * person and agency by agency, so that two ways to the same facts compare. */
#pragma once

#include "attendance/board.h"
#include "attendance/punch_book.h"
#include "attendance/sheet.h"
#include "attendance/terminal.h"
#include "attendance/terminal_contact.h"
#include "base/buf.h"
#include "db/db_test_vfs.h"
#include "people/fixture_test.h"
#include "people/leave_period.h"
#include "people/roster.h"
#include "people/setting.h"

#include <string.h>

enum { WIB = 420, DUMP_BYTES_MAX = 1 << 22 };

struct office {
    struct db_test_vfs *disk; /* its power can be cut; nothing waits for the real one */
    struct fixture *people;
    char derived[sizeof(struct test_folder) + 16];
    struct board *board;
    struct punch_book *book;
};

static inline int64_t at(const char *wall)
{
    int64_t moment = 0;

    assert_true(moment_parse(text_of(wall), &moment));
    return moment;
}

/* The instant at which clocks in Western Indonesia show this. */
static inline int64_t wib_ms(const char *wall)
{
    return instant_of_moment(at(wall), WIB);
}

static inline int32_t day_at(const char *date)
{
    struct day day = {0};

    assert_true(day_parse(text_of(date), &day));
    return day_number(day);
}

/* ---- its parts ---- */

static inline void office_remove_derived(const struct office *o)
{
    static const char *const ends[] = {"", "-wal", "-shm"};

    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        char path[sizeof o->derived + 8];

        snprintf(path, sizeof path, "%s%s", o->derived, ends[i]);
        unlink(path);
    }
}

static inline void office_open_board(struct office *o)
{
    struct board_options options = {.facts_path = o->people->path,
                                    .derived_path = o->derived,
                                    .government = 1,
                                    .lane = 1,
                                    .clock = &o->people->clock};

    assert_rc(RC_OK, board_open(&options, &o->board));
}

static inline void office_follow(struct office *o, const char *now)
{
    assert_rc(RC_OK, board_catch_up(o->board, wib_ms(now), 1, 0));
}

static inline void office_open_days(struct office *o,
                                    const char *now,
                                    const char *from,
                                    const char *to)
{
    assert_rc(RC_OK, board_catch_up(o->board, wib_ms(now), day_at(from), day_at(to)));
}

static inline void office_open_book(struct office *o)
{
    assert_rc(RC_OK, punch_book_open(o->derived, 1, day_at("2021-05-16"), &o->book));
}

/* As when the program ends and begins again. */
static inline void office_restart(struct office *o)
{
    punch_book_close(&o->book);
    board_close(&o->board);
    office_open_board(o);
    office_follow(o, "2021-05-17 05:00:00");
    office_open_book(o);
}

static inline int office_make(void **state)
{
    struct office *o = mem_alloc(1, sizeof *o);
    void *people = NULL;

    o->disk = db_test_vfs_new();
    if (fixture_make(&people) != 0) return -1;
    o->people = people;
    snprintf(o->derived, sizeof o->derived, "%s/derived.db", o->people->folder.path);
    office_open_board(o);
    office_open_book(o);
    *state = o;
    return 0;
}

static inline int office_clear(void **state)
{
    struct office *o = *state;
    void *people = o->people;

    punch_book_close(&o->book);
    board_close(&o->board);
    office_remove_derived(o);
    fixture_clear(&people);
    db_test_vfs_free(&o->disk);
    mem_free(o);
    return 0;
}

/* ---- what happens there ---- */

static inline enum rc office_try_terminal(struct office *o, struct terminal row)
{
    struct terminal_put put = {.row = row};
    struct problem why = {0};

    return ledger_perform(o->people->ledger, &terminal_put_command, &put, &why);
}

static inline void office_approve(struct office *o, const char *serial, const char *agency)
{
    assert_rc(RC_OK, office_try_terminal(o, (struct terminal){.serial = text_of(serial),
                                                              .agency = text_of(agency)}));
}

/* From a day on, "2021-05-17". */
static inline void office_place(struct office *o,
                                const char *serial,
                                const char *agency,
                                enum terminal_state state,
                                const char *from)
{
    struct terminal_put put = {
        .row = {.serial = text_of(serial), .agency = text_of(agency), .state = state}};
    struct problem why = {0};

    assert_true(day_parse(text_of(from), &put.from));
    assert_rc(RC_OK, ledger_perform(o->people->ledger, &terminal_put_command, &put, &why));
    assert_true(put.placed);
}

static inline void office_contact(struct office *o,
                                  const char *serial,
                                  const char *from,
                                  const char *to)
{
    struct terminal_contact contact = {text_of(serial), wib_ms(from), wib_ms(to)};
    struct terminal_contacts contacts = {.contacts = &contact, .count = 1};

    assert_rc(RC_OK, ledger_perform(o->people->ledger, &terminal_contact_command, &contacts, NULL));
}

/* A punch that is received half a second after it was made. */
static inline struct punch office_punch_of(const char *serial, const char *pin, const char *wall)
{
    int64_t received_at_ms = wib_ms(wall) + 500;

    return (struct punch){.terminal = text_of(serial),
                          .pin = text_of(pin),
                          .moment = at(wall),
                          .received_at_ms = received_at_ms,
                          .offset_minutes = WIB,
                          .verify = 15};
}

static inline enum rc office_try_batch(struct office *o, struct punch_batch *batch)
{
    batch->book = o->book;
    return ledger_perform(o->people->ledger, &punch_batch_command, batch, NULL);
}

/* Send them as one batch; answers how many were new. */
static inline size_t office_send(struct office *o, struct punch *punches, size_t count)
{
    struct punch_batch batch = {.punches = punches, .count = count};

    assert_rc(RC_OK, office_try_batch(o, &batch));
    assert_int_equal(batch.stored + batch.repeated, count);
    return batch.stored;
}

static inline size_t office_punch(struct office *o,
                                  const char *serial,
                                  const char *pin,
                                  const char *wall)
{
    struct punch punch = office_punch_of(serial, pin, wall);

    return office_send(o, &punch, 1);
}

/* ---- what follows from it ---- */

static inline struct picture *office_picture(const struct office *o)
{
    struct picture *picture = NULL;

    assert_rc(RC_OK, picture_load(o->people->reader, 1, AS_OF_NOW, &picture));
    return picture;
}

static inline struct derived *office_derived(const struct office *o)
{
    struct derived *derived = NULL;

    assert_rc(RC_OK, derived_open_reader(o->derived, 1, &derived));
    return derived;
}

struct office_search {
    int32_t person;
    struct line line;
    bool found;
};

static inline void office_note_line(void *visitor, int32_t person, const struct line *line)
{
    struct office_search *search = visitor;

    if (person != search->person) return;
    search->line = *line;
    search->found = true;
}

/* A person's line as written; fails when there is none. */
static inline struct line office_line(const struct office *o, const char *number, const char *date)
{
    CLEANUP(picture_drop) struct picture *picture = office_picture(o);
    CLEANUP(derived_close) struct derived *derived = office_derived(o);
    struct office_search search = {.person =
                                       directory_find_person(picture->directory, text_of(number))};

    assert_rc(RC_OK, derived_lines(derived, day_at(date), office_note_line, &search));
    assert_true(search.found);
    return search.line;
}

#define assert_state(expected, o, number, date) \
    assert_string_equal(state_word(expected),   \
                        state_word((enum state)office_line((o), (number), (date)).state))

/* ---- everything, as text ---- */

struct office_dump {
    struct picture *picture;
    struct buf *to;
    char **rows;
    size_t count, capacity;
};

static inline void office_dump_row(struct office_dump *dump, const char *row)
{
    if (dump->count == dump->capacity) {
        dump->capacity = dump->capacity ? dump->capacity * 2 : 256;
        dump->rows = mem_resize(dump->rows, dump->capacity, sizeof *dump->rows);
    }
    dump->rows[dump->count++] = mem_copy_text(row);
}

static inline void office_dump_line(void *visitor, int32_t person, const struct line *line)
{
    struct office_dump *dump = visitor;
    struct text number = dump->picture->directory->people[person].number;
    char row[400];

    snprintf(row, sizeof row,
             "  " TEXT_FORMAT " %s mode %d because %s flags %d punches %d (flags %d) %d..%d"
             " in %d out %d late %d early %d\n",
             TEXT_ARGUMENT(number), state_word((enum state)line->state), line->mode,
             because_word((enum because)line->because), line->flags, line->punch_count,
             line->punch_flags, line->earliest, line->latest, line->first_in, line->last_out,
             line->late_minutes, line->early_minutes);
    office_dump_row(dump, row);
}

static inline void office_dump_tally(void *visitor, const struct tally *tally)
{
    struct office_dump *dump = visitor;
    char row[400];
    int bytes = snprintf(row, sizeof row,
                         "  = " TEXT_FORMAT " kind %d wfh %d:", TEXT_ARGUMENT(tally->agency),
                         tally->kind, tally->balance.wfh);

    for (size_t i = 0; i < STATE_COUNT; i++) {
        bytes += snprintf(row + bytes, sizeof row - (size_t)bytes, " %d", tally->balance.counts[i]);
    }
    snprintf(row + bytes, sizeof row - (size_t)bytes, "\n");
    office_dump_row(dump, row);
}

static inline int office_compare_rows(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static inline void office_dump_sorted(struct office_dump *dump)
{
    if (dump->count > 0) qsort(dump->rows, dump->count, sizeof *dump->rows, office_compare_rows);
    for (size_t i = 0; i < dump->count; i++) {
        buf_add(dump->to, text_of(dump->rows[i]));
        mem_free(dump->rows[i]);
    }
    dump->count = 0;
}

static inline void office_dump(const struct office *o,
                               const char *from,
                               const char *to,
                               struct buf *text)
{
    CLEANUP(picture_drop) struct picture *picture = office_picture(o);
    CLEANUP(derived_close) struct derived *derived = office_derived(o);
    struct office_dump dump = {.picture = picture, .to = text};

    for (int32_t day = day_at(from); day <= day_at(to); day++) {
        buf_format(text, "%s\n", day_text(day_from_number(day)).s);
        assert_rc(RC_OK, derived_lines(derived, day, office_dump_line, &dump));
        assert_rc(RC_OK, derived_tallies(derived, day, day, office_dump_tally, &dump));
        office_dump_sorted(&dump);
    }
    mem_free(dump.rows);
    assert_true(buf_ok(text));
}

static inline void assert_dumps_equal(const struct buf *expected, const struct buf *found)
{
    if (text_equal(buf_text(expected), buf_text(found))) return;
    print_message("expected:\n%s\nfound:\n%s\n", expected->at, found->at);
    fail();
}

/* What is written is what a store made from nothing says. */
static inline void office_check_rebuild(struct office *o,
                                        const char *now,
                                        const char *from,
                                        const char *to)
{
    CLEANUP(buf_done) struct buf before = {0};
    CLEANUP(buf_done) struct buf after = {0};

    buf_init(&before, DUMP_BYTES_MAX);
    buf_init(&after, DUMP_BYTES_MAX);
    office_open_days(o, now, from, to);
    office_dump(o, from, to, &before);
    punch_book_close(&o->book);
    board_close(&o->board);
    office_remove_derived(o);
    office_open_board(o);
    office_open_days(o, now, from, to);
    office_dump(o, from, to, &after);
    office_open_book(o);
    assert_dumps_equal(&after, &before);
}

/* ---- an office in miniature ---- */

/* An office of the city with one terminal, and two people enrolled there. */
static inline void office_small(struct office *o)
{
    static const struct agency agencies[] = {AGENCY("PU", ""), AGENCY("DINKES", "")};
    static const struct person people[] = {PERSON("ani"), PERSON("budi"), PERSON("cici")};
    static const struct posting postings[] = {
        POSTING("ani", "PU"),
        POSTING("budi", "PU"),
        POSTING("cici", "DINKES"),
    };
    static const struct enrolment enrolments[] = {ENROLMENT("1", "ani"), ENROLMENT("2", "budi"),
                                                  ENROLMENT("3", "cici")};

    fixture_record(o->people, &agency_fact, agencies, COUNT_OF(agencies));
    fixture_record(o->people, &person_fact, people, COUNT_OF(people));
    fixture_record(o->people, &posting_fact, postings, COUNT_OF(postings));
    fixture_record(o->people, &enrolment_fact, enrolments, COUNT_OF(enrolments));
    office_approve(o, "PU1", "PU");
    office_approve(o, "DK1", "DINKES");
}
