/* export_log.c - punches and unreadable rows, in the order they were recorded. */
#include "base/base64.h"
#include "base/json_read.h"
#include "base/record.h"
#include "cmd/export_private.h"
#include "cmd/punch_words.h"
#include "people/fact.h"

enum { BYTES_MAX = 256 * 1024, FLAGS_BYTES_MAX = 64 };

static const struct listing_column punch_columns[] = {
    {"pin_or_number", LISTING_FREE}, {"terminal", LISTING_PLAIN},  {"local_time", LISTING_PLAIN},
    {"method", LISTING_PLAIN},       {"direction", LISTING_PLAIN}, {"number", LISTING_PLAIN},
    {"received_at", LISTING_PLAIN},  {"flags", LISTING_PLAIN},
};

static const struct listing_column quarantine_columns[] = {
    {"terminal", LISTING_PLAIN},
    {"received_at", LISTING_PLAIN},
    {"reason", LISTING_PLAIN},
    {"bytes", LISTING_PLAIN},
};

static enum rc follow(struct export *export, ledger_visitor *visit, void *visitor)
{
    const struct app *app = export->context->app;

    TRY(ledger_follow(export->view.facts, app->government, app->lane, 0, visit, visitor));
    return export->rc;
}

/* ---- punches ---- */

static void write_flags(struct listing *to, const struct punch *punch)
{
    static const struct {
        unsigned flag;
        struct text word;
    } flags[] = {{PUNCH_TIME, TEXT_INIT("time")}, {PUNCH_BACKLOG, TEXT_INIT("backlog")}};
    CLEANUP(buf_done) struct buf words = {0};

    buf_init(&words, FLAGS_BYTES_MAX);
    for (size_t i = 0; i < COUNT_OF(flags); i++) {
        if (!(punch->flags & flags[i].flag)) continue;
        if (words.bytes) buf_add_char(&words, ';');
        buf_add(&words, flags[i].word);
    }
    listing_text(to, buf_text(&words));
}

struct punches {
    struct export *export;
    struct verify_table verify;
};

static void write_punch(const struct punches *punches, const struct punch *punch)
{
    const struct export *export = punches->export;
    const struct picture *picture = export->view.picture;
    int32_t terminal = picture_find_terminal(picture, punch->terminal);
    int32_t person = picture_resolve(picture, punch);
    struct text model = terminal == NONE ? TEXT("") : picture->terminals[terminal].model;
    struct listing *to = export->listing;

    listing_text(to, punch->pin);
    listing_text(to, punch->terminal);
    listing_cstr(to, moment_text(punch->moment).s);
    listing_cstr(to, punch_verify_word(&punches->verify, model, punch->verify).s);
    listing_cstr(to, punch_status_word(punch->status).s);
    listing_text(to, person == NONE ? TEXT("") : picture->directory->people[person].number);
    listing_cstr(to, instant_text(punch->received_at_ms, punch->offset_minutes).s);
    write_flags(to, punch);
}

static bool visit_punch(void *visitor, const struct ledger_entry *entry)
{
    const struct punches *punches = visitor;
    const struct export *export = punches->export;
    struct punch punch;

    if (entry->kind != FACT_PUNCH || !punch_decode(entry->body, &punch)) return true;
    if (punch_day(&punch) >= export->from && punch_day(&punch) <= export->to) {
        write_punch(punches, &punch);
    }
    return !ferror(export->context->out);
}

static enum rc write_punches(struct export *export)
{
    const struct command_context *context = export->context;
    struct punches punches = {.export = export};

    TRY(verify_table_load(export->view.facts, context->app->government, context->mem,
                          &punches.verify));
    return follow(export, visit_punch, &punches);
}

/* ---- quarantine ---- */

struct refusal {
    struct text terminal, reason;
    int64_t received_at_ms;
};

/* The body names more; that is for the desk. */
static const struct record_field refusal_fields[] = {
    RECORD_TEXT(struct refusal, terminal, RECORD_REQUIRED, 0, SERIAL_BYTES_MAX),
    RECORD_TEXT(struct refusal, reason, RECORD_REQUIRED, 0, CODE_BYTES_MAX),
    RECORD_INT(struct refusal, received_at_ms, RECORD_REQUIRED, 0, INT64_MAX),
};
static const struct record refusal_record = {
    .name = "Refusal",
    .bytes = sizeof(struct refusal),
    .fields = refusal_fields,
    .field_count = COUNT_OF(refusal_fields),
    .open = true,
};

struct quarantine {
    struct export *export;
    struct arena *mem; /* of one row */
};

static int offset_of(const struct picture *picture, const struct refusal *refusal)
{
    int32_t day = picture_day_at(picture, refusal->received_at_ms);
    int32_t agency = picture_agency_of_terminal(picture, refusal->terminal, day);

    return agency == NONE ? picture->directory->offset_minutes
                          : picture->directory->agencies[agency].offset_minutes;
}

/* Bytes that were erased meanwhile leave an empty cell. */
static enum rc write_refusal(struct quarantine *quarantine, const struct ledger_entry *entry)
{
    struct export *export = quarantine->export;
    const struct app *app = export->context->app;
    CLEANUP(buf_done) struct buf encoded = {0};
    struct refusal refusal;
    struct text bytes = {NULL, 0};
    enum rc rc;

    TRY(json_read(&refusal_record, entry->body, quarantine->mem, &refusal, NULL));
    rc = ledger_content(export->view.facts, quarantine->mem, app->government, app->lane,
                        entry->position, &bytes);
    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    buf_init(&encoded, BYTES_MAX);
    base64_add(&encoded, bytes);
    listing_text(export->listing, refusal.terminal);
    listing_cstr(export->listing,
                 instant_text(refusal.received_at_ms, offset_of(export->view.picture, &refusal)).s);
    listing_text(export->listing, refusal.reason);
    listing_text(export->listing, buf_text(&encoded));
    return RC_OK;
}

static bool visit_refusal(void *visitor, const struct ledger_entry *entry)
{
    struct quarantine *quarantine = visitor;
    struct export *export = quarantine->export;

    if (entry->kind != FACT_QUARANTINE) return true;
    export->rc = write_refusal(quarantine, entry);
    arena_reset(quarantine->mem);
    return export->rc == RC_OK && !ferror(export->context->out);
}

static enum rc write_quarantine(struct export *export)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct quarantine quarantine = {export, mem};

    return follow(export, visit_refusal, &quarantine);
}

const struct export_table export_punches = {"punches", punch_columns, COUNT_OF(punch_columns),
                                            write_punches};
const struct export_table export_quarantine = {"quarantine", quarantine_columns,
                                               COUNT_OF(quarantine_columns), write_quarantine};
