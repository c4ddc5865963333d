#include "cmd/demo_fill.h"

#include "attendance/terminal_contact.h"
#include "cmd/founding.h"
#include "people/directory.h"
#include "people/government.h"
#include "people/import.h"

enum {
    REGISTER_DAYS_BEFORE = 7,
    REGISTER_SECOND = 9 * 3600,
    HEARD_FROM_SECOND = 5 * 3600 + 50 * 60,
    HEARD_TO_SECOND = 20 * 3600 + 10 * 60,
    MAPPED_SECOND = 8 * 3600 + 5 * 60,
    REPLAY_AFTER_SECOND = 12,
    REPLAY_FROM_SECOND = HEARD_FROM_SECOND + REPLAY_AFTER_SECOND,
    REPLAY_TO_SECOND = HEARD_TO_SECOND + REPLAY_AFTER_SECOND,
};

struct filling {
    const struct demo_options *options;
    const struct demo_day *day;
    struct arena *mem;
    size_t next_punch;
    size_t next_refusal;
    bool mapped;
};

static int64_t instant(const struct demo_day *day, int days, int second)
{
    return instant_of_moment(moment_of(day_add(day->day, days), second), day->offset_minutes);
}

/* The ledger is idle: every command before was performed, not submitted. */
static void set_clock(const struct filling *filling, int64_t at_ms)
{
    clock_init_standing(filling->options->clock, at_ms);
}

/* ---- the register ---- */

static enum rc require_empty(const struct demo_options *options, struct problem *why)
{
    CLEANUP(directory_free) struct directory *directory = NULL;
    struct directory_options wanted = {.government = options->government, .as_of_ms = AS_OF_NOW};

    TRY(directory_load(options->reader, &wanted, &directory));
    if (directory->agency_count == 0 && directory->person_count == 0) return RC_OK;
    return problem_set(why, RC_CONFLICT, "this folder already has a register");
}

static enum rc found_government(const struct filling *filling, struct problem *why)
{
    const struct demo_day *day = filling->day;
    struct government_founding founding = {.name = day->name,
                                           .short_name = day->short_name,
                                           .zone = day->zone,
                                           .admin = TEXT(FOUNDING_ACCOUNT)};

    return government_found(filling->options->ledger, &founding, filling->options->password, why);
}

static enum rc import_table(const struct filling *filling,
                            enum import_kind kind,
                            const char *table,
                            struct problem *why)
{
    const struct demo_options *options = filling->options;
    const struct embedded *file = demo_table(options->name, table);
    CLEANUP(csv_close) struct csv *csv = NULL;
    struct import_report report;
    struct import_options import = {
        .kind = kind,
        .government = options->government,
        .ledger = options->ledger,
        .reader = options->reader,
        .effective_from = day_add(filling->day->day, -REGISTER_DAYS_BEFORE),
    };

    if (!file) return problem_set(why, RC_NOT_FOUND, "%s is not in the program", table);
    csv = csv_open_text(file->bytes);
    return import_file(&import, csv, filling->mem, &report, why);
}

/* All terminals in one transaction. */
static enum rc approve(struct ledger_tx *tx, void *request, struct problem *why)
{
    const struct demo_day *day = ((const struct filling *)request)->day;

    for (size_t i = 0; i < day->terminal_count; i++) {
        struct terminal_put put = {.row = day->terminals[i].row};

        TRY(terminal_put_command.apply(tx, &put, why));
    }
    return RC_OK;
}

static const struct ledger_command approve_command = {.name = "demo_terminals", .apply = approve};

static enum rc fill_register(struct filling *filling, struct problem *why)
{
    set_clock(filling, instant(filling->day, -REGISTER_DAYS_BEFORE, REGISTER_SECOND));
    TRY(found_government(filling, why));
    TRY(import_table(filling, IMPORT_KIND_AGENCIES, "agencies.csv", why));
    TRY(import_table(filling, IMPORT_KIND_PEOPLE, "people.csv", why));
    TRY(import_table(filling, IMPORT_KIND_LEAVE, "leave.csv", why));
    return ledger_perform(filling->options->ledger, &approve_command, filling, why);
}

/* ---- the day ---- */

static enum rc record(const struct filling *filling, struct punch_batch *batch, struct problem *why)
{
    batch->book = filling->options->book;
    return ledger_perform(filling->options->ledger, &punch_batch_command, batch, why);
}

static enum rc replay_refusals(struct filling *filling, int64_t until_ms, struct problem *why)
{
    const struct demo_day *day = filling->day;

    while (filling->next_refusal < day->refusal_count &&
           day->refusals[filling->next_refusal].received_at_ms <= until_ms) {
        const struct demo_refusal *row = &day->refusals[filling->next_refusal++];
        struct punch_refusal refusal = row->refusal;
        struct punch_batch batch = {
            .refusals = &refusal, .refusal_count = 1, .received_at_ms = row->received_at_ms};

        set_clock(filling, row->received_at_ms);
        TRY(record(filling, &batch, why));
    }
    return RC_OK;
}

static enum rc replay_punches(struct filling *filling, int64_t until_ms, struct problem *why)
{
    const struct demo_day *day = filling->day;
    struct punch_batch batch = {.punches = &day->punches[filling->next_punch],
                                .received_at_ms = until_ms};

    while (filling->next_punch < day->punch_count &&
           day->punches[filling->next_punch].received_at_ms <= until_ms) {
        filling->next_punch++;
        batch.count++;
    }
    set_clock(filling, until_ms);
    return batch.count > 0 ? record(filling, &batch, why) : RC_OK;
}

static enum rc map_late(struct filling *filling, struct problem *why)
{
    const struct demo_day *day = filling->day;

    for (size_t i = 0; i < day->late_count; i++) {
        struct enrolment_request request = {.enrolment = day->late[i], .from_is_given = true};

        TRY(ledger_perform(filling->options->ledger, &enrolment_map_command, &request, why));
    }
    filling->mapped = true;
    return RC_OK;
}

/* Terminals were heard all day, but for their silences. */
static enum rc note_contacts(const struct filling *filling,
                             int heard_to_second,
                             struct problem *why)
{
    const struct demo_day *day = filling->day;
    int64_t from_ms = instant(day, 0, HEARD_FROM_SECOND);
    int64_t to_ms = instant(day, 0, heard_to_second);
    struct terminal_contact *contacts =
        arena_array(filling->mem, struct terminal_contact, 2 * day->terminal_count);
    struct terminal_contacts request = {.contacts = contacts};

    for (size_t i = 0; i < day->terminal_count; i++) {
        const struct demo_terminal *terminal = &day->terminals[i];
        struct text serial = terminal->row.serial;
        int64_t heard_from_ms = from_ms;

        if (terminal->silent_to_ms > terminal->silent_from_ms) {
            contacts[request.count++] =
                (struct terminal_contact){serial, from_ms, terminal->silent_from_ms};
            heard_from_ms = terminal->silent_to_ms;
        }
        contacts[request.count++] = (struct terminal_contact){serial, heard_from_ms, to_ms};
    }
    return ledger_perform(filling->options->ledger, &terminal_contact_command, &request, why);
}

/* What the board has to know of the terminals when an inspection is opened, and
 * when it is closed: a minute before, they were heard. */
static bool is_heard_at(int second)
{
    return second == DEMO_UNTIL_FROM_SECOND - 60 + REPLAY_AFTER_SECOND ||
           second == DEMO_UNTIL_TO_SECOND - 60 + REPLAY_AFTER_SECOND;
}

/* What was received by a full minute is there before what is done at it. */
static enum rc do_until(struct filling *filling, int second, struct problem *why)
{
    const struct demo_options *options = filling->options;
    int64_t until_ms = instant(filling->day, 0, second);

    if (!options->until) return RC_OK;
    if (second < DEMO_UNTIL_FROM_SECOND || second > DEMO_UNTIL_TO_SECOND) return RC_OK;
    TRY(replay_punches(filling, until_ms, why));
    return options->until(options->until_owner, until_ms, why);
}

static enum rc replay_day(struct filling *filling, struct problem *why)
{
    const struct demo_options *options = filling->options;
    const struct demo_day *day = filling->day;

    for (int second = REPLAY_FROM_SECOND; second <= REPLAY_TO_SECOND; second += 60) {
        TRY(do_until(filling, second - REPLAY_AFTER_SECOND, why));
        TRY(replay_refusals(filling, instant(day, 0, second), why));
        TRY(replay_punches(filling, instant(day, 0, second), why));
        if (!filling->mapped && second >= MAPPED_SECOND) TRY(map_late(filling, why));
        if (is_heard_at(second)) TRY(note_contacts(filling, second, why));
        if (options->progress) {
            options->progress(options->progress_owner, second - REPLAY_FROM_SECOND,
                              REPLAY_TO_SECOND - REPLAY_FROM_SECOND);
        }
    }
    if (filling->next_punch < day->punch_count) {
        return problem_set(why, RC_INVALID, "punches.csv goes on after the closing");
    }
    return note_contacts(filling, HEARD_TO_SECOND, why);
}

enum rc demo_fill(const struct demo_options *options,
                  struct arena *mem,
                  struct demo_day *out_day,
                  struct problem *why)
{
    struct demo_day day;
    struct filling filling = {.options = options, .day = &day, .mem = mem};

    assert(options->book || options->part == DEMO_REGISTER);

    TRY(require_empty(options, why));
    TRY(demo_day_read(mem, options->name, &day, why));
    TRY(fill_register(&filling, why));
    if (options->part == DEMO_WHOLE_DAY) TRY(replay_day(&filling, why));
    *out_day = day;
    return RC_OK;
}
