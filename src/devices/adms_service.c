#include "devices/adms_service.h"

#include "base/lock.h"
#include "base/log.h"
#include "base/map.h"
#include "base/mem.h"
#include "devices/adms_options.h"
#include "devices/adms_orders.h"
#include "devices/adms_photo.h"
#include "devices/adms_record.h"
#include "devices/adms_result.h"
#include "devices/adms_rows.h"
#include "devices/drift.h"

#include <stdatomic.h>
#include <string.h>

enum { STATUS_OK = 200, STATUS_NOT_FOUND = 404, STATUS_KEEP = 503 };

/* What the protocol remembers of one terminal. */
struct memory {
    char serial[SERIAL_BYTES_MAX];
    size_t serial_bytes;
    bool stored[ADMS_STAMPS];
    char stamps[ADMS_STAMPS][ADMS_STAMP_BYTES_MAX];
    size_t stamp_bytes[ADMS_STAMPS];
    struct drift drift;
};

struct adms_service {
    /* set before start, then constant */
    struct adms_service_options options;

    struct lock lock;
    /* guarded by lock */
    struct memory **memories;
    size_t count, capacity;
    struct map *by_serial;

    _Atomic int64_t requests, uploads, punches, repeated, refused_rows;
};

/* ---- memory ---- */

static struct memory *remember(struct adms_service *service, struct text serial)
{
    struct memory *memory;
    uint32_t index = 0;

    lock_assert_held(&service->lock);
    if (map_find(service->by_serial, serial, &index)) return service->memories[index];
    if (service->count == service->capacity) {
        service->capacity = service->capacity ? service->capacity * 2 : 64;
        service->memories =
            mem_resize(service->memories, service->capacity, sizeof(struct memory *));
    }
    memory = mem_alloc(1, sizeof *memory);
    memory->serial_bytes =
        serial.bytes < sizeof memory->serial ? serial.bytes : sizeof memory->serial;
    if (memory->serial_bytes) memcpy(memory->serial, serial.at, memory->serial_bytes);
    map_put(service->by_serial, serial, (uint32_t)service->count);
    service->memories[service->count++] = memory;
    return memory;
}

static void note_stamp(void *visitor, struct text serial, enum adms_table table, struct text stamp)
{
    struct adms_service *service = visitor;
    CLEANUP(lock_release) struct lock *held = lock_take(&service->lock);
    struct memory *memory = remember(service, serial);

    if ((int)table >= ADMS_STAMPS) return;
    memory->stored[table] = true;
    memory->stamp_bytes[table] =
        stamp.bytes < ADMS_STAMP_BYTES_MAX ? stamp.bytes : ADMS_STAMP_BYTES_MAX;
    if (memory->stamp_bytes[table]) {
        memcpy(memory->stamps[table], stamp.at, memory->stamp_bytes[table]);
    }
}

/* Many models send the same stamp with every upload: that is written once. */
static bool is_stamp_stored(struct adms_service *service, const struct adms_request *request)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&service->lock);
    const struct memory *memory = remember(service, request->serial);
    struct text known;

    if ((int)request->table >= ADMS_STAMPS) return false;
    known = (struct text){memory->stamps[request->table], memory->stamp_bytes[request->table]};
    return memory->stored[request->table] && text_equal(known, request->stamp);
}

enum rc adms_service_start(const struct adms_service_options *options,
                           struct adms_service **out_service)
{
    CLEANUP(adms_service_stop) struct adms_service *service = mem_alloc(1, sizeof *service);
    CLEANUP(db_close) struct db *facts = NULL;

    service->options = *options;
    lock_init(&service->lock, LOCK_ADMS);
    service->by_serial = map_new();
    TRY(db_open(&(struct db_options){.path = options->facts_path, .mode = DB_READ_ONLY}, &facts));
    TRY(adms_store_stamps(facts, options->government, note_stamp, service));
    *out_service = TAKE(service);
    return RC_OK;
}

void adms_service_stop(struct adms_service **service)
{
    if (!*service) return;
    for (size_t i = 0; i < (*service)->count; i++) {
        mem_free((*service)->memories[i]);
    }
    mem_free((*service)->memories);
    map_free(&(*service)->by_serial);
    lock_done(&(*service)->lock);
    mem_free(*service);
    *service = NULL;
}

void adms_service_figures(const struct adms_service *service, struct adms_figures *out_figures)
{
    *out_figures = (struct adms_figures){
        .requests = atomic_load(&service->requests),
        .uploads = atomic_load(&service->uploads),
        .punches = atomic_load(&service->punches),
        .repeated = atomic_load(&service->repeated),
        .refused_rows = atomic_load(&service->refused_rows),
    };
}

/* ---- answers that need no storing ---- */

static enum rc answer_handshake(struct adms_call *call, int offset_minutes)
{
    struct adms_service *service = call->service;
    struct adms_stamps stamps = {0};
    struct adms_handshake handshake;
    CLEANUP(lock_release) struct lock *held = lock_take(&service->lock);
    struct memory *memory = remember(service, call->request.serial);

    for (int i = 0; i < ADMS_STAMPS; i++) {
        stamps.stored[i] = memory->stored[i];
        stamps.sent[i] = (struct text){memory->stamps[i], memory->stamp_bytes[i]};
    }
    drift_forget(&memory->drift); /* it sets its clock by our answer */
    handshake = adms_handshake_default(call->request.serial, &stamps, offset_minutes);
    adms_reply_handshake(&call->reply, &handshake);
    return RC_OK;
}

static struct terminal_note nothing_new(void)
{
    return (struct terminal_note){.held = TERMINAL_NOTHING, .drift_ms = TERMINAL_NOTHING};
}

static enum rc answer_poll(struct adms_call *call, int offset_minutes)
{
    struct terminal_note note = nothing_new();

    (void)offset_minutes;
    if (call->request.has_info) {
        note.firmware = call->request.info.firmware;
        terminal_book_note(call->service->options.terminals, call->request.serial, &note,
                           call->received_at_ms);
    }
    if (!adms_orders_give(call, call->service->options.orders)) adms_reply_ok(&call->reply);
    return RC_OK;
}

static enum rc answer_time(struct adms_call *call, int offset_minutes)
{
    adms_reply_time(&call->reply, call->received_at_ms, offset_minutes);
    return RC_OK;
}

static enum rc answer_ok(struct adms_call *call, int offset_minutes)
{
    (void)offset_minutes;
    adms_reply_ok(&call->reply);
    return RC_OK;
}

/* The order "info" is answered with options, as the upload of the same name is. */
static void note_answers(struct adms_call *call)
{
    struct terminal_note note = nothing_new();
    struct adms_results results;
    struct adms_result result;

    adms_results_init(&results, call->body);
    while (adms_results_next(&results, &result)) {
        IGNORE(adms_result_detail(&result, "~DeviceName", &note.model), "it may not say");
        IGNORE(adms_result_detail(&result, "FWVersion", &note.firmware), "it may not say");
    }
    terminal_book_note(call->service->options.terminals, call->request.serial, &note,
                       call->received_at_ms);
}

static enum rc take_result(struct adms_call *call, int offset_minutes)
{
    (void)offset_minutes;
    note_answers(call);
    adms_reply_ok(&call->reply);
    if (!adms_orders_hear(call, call->service->options.orders)) {
        log_info("a result that cannot be read was acknowledged",
                 LOG_TEXT("serial", call->request.serial), LOG_INT("bytes", call->body.bytes));
    }
    return RC_OK;
}

static enum rc answer_not_spoken(struct adms_call *call, int offset_minutes)
{
    (void)offset_minutes;
    call->status = STATUS_NOT_FOUND;
    return RC_OK;
}

/* ---- uploads ---- */

static void note_options(struct adms_call *call)
{
    struct adms_device device = adms_options_device(call->body);
    struct terminal_note note = nothing_new();

    note.model = device.model;
    note.firmware = device.firmware;
    note.protocol = device.protocol;
    terminal_book_note(call->service->options.terminals, call->request.serial, &note,
                       call->received_at_ms);
}

static struct punch punch_of(const struct adms_call *call,
                             const struct adms_punch *row,
                             int offset_minutes)
{
    struct text extra = row->extra;

    if (extra.bytes > PUNCH_EXTRA_BYTES_MAX) extra.bytes = PUNCH_EXTRA_BYTES_MAX;
    return (struct punch){
        .terminal = call->request.serial,
        .pin = row->pin,
        .extra = extra,
        .moment = row->moment,
        .received_at_ms = call->received_at_ms,
        .offset_minutes = offset_minutes,
        .status = row->status,
        .verify = row->verify,
        .source = PUNCH_FROM_TERMINAL,
        .flags = punch_time_flags(row->moment, call->received_at_ms, offset_minutes),
    };
}

static void read_punches(struct adms_call *call, int offset_minutes)
{
    size_t lines = adms_lines_count(call->body);
    struct punch *punches = arena_array(call->mem, struct punch, lines);
    struct punch_refusal *refusals = arena_array(call->mem, struct punch_refusal, lines);
    struct punch_batch *batch = &call->upload.batch;
    struct adms_lines rows;
    struct adms_row row;

    adms_lines_init(&rows, call->body);
    while (adms_rows_next(&rows, &row)) {
        if (row.kind == ADMS_ROW_PUNCH) {
            punches[batch->count++] = punch_of(call, &row.punch, offset_minutes);
        } else {
            refusals[batch->refusal_count++] =
                (struct punch_refusal){.terminal = call->request.serial,
                                       .reason = text_of(adms_refusal_word(row.refusal.reason)),
                                       .bytes = row.refusal.raw,
                                       .mark_from = row.refusal.mark_from,
                                       .mark_to = row.refusal.mark_to};
        }
    }
    call->lines = rows.sent;
    if (batch->count > 1) {
        for (size_t i = 0; i < batch->count; i++) {
            punches[i].flags |= PUNCH_BACKLOG;
        }
    }
    batch->punches = punches;
    batch->refusals = refusals;
}

static bool is_audit(const struct adms_record *record)
{
    const struct adms_operation_kind *kind;

    if (record->kind != ADMS_RECORD_OPLOG) return false;
    kind = adms_operation_kind_of(adms_record_operation(record).code);
    return kind && kind->is_audit;
}

/* Some firmware leaves out the keyword that its table says already. */
static bool is_bare_error(enum adms_table table, const struct adms_record *record)
{
    return table == ADMS_TABLE_ERRORLOG && record->kind == ADMS_RECORD_UNKNOWN &&
           text_starts(record->fields, TEXT("ErrCode="));
}

static void read_reports(struct adms_call *call)
{
    size_t lines = adms_lines_count(call->body);
    struct adms_report *reports = arena_array(call->mem, struct adms_report, lines);
    struct adms_record record;
    struct adms_lines rows;

    adms_lines_init(&rows, call->body);
    while (adms_record_next(&rows, &record)) {
        struct adms_report *report = &reports[call->upload.report_count++];
        CLEANUP(buf_done) struct buf row = {0};

        if (is_bare_error(call->request.table, &record)) record.kind = ADMS_RECORD_ERRORLOG;
        buf_init(&row, ADMS_ROW_BYTES_MAX);
        adms_record_redact(&record, &row);
        report->kind = adms_record_word(record.kind);
        report->row = arena_text(call->mem, buf_text(&row));
        report->hash = hash_of(record.fields);
        report->is_audit = is_audit(&record);
    }
    call->upload.reports = reports;
    call->lines = rows.sent;
}

static void read_picture(struct adms_call *call)
{
    struct adms_photo photo = adms_photo_parse(call->body, call->request.pin);

    call->upload.picture = (struct adms_picture){
        .name = photo.name,
        .pin = photo.pin,
        .bytes = {photo.picture.at, photo.picture.bytes},
    };
}

static void upload_settled(struct adms_upload *upload, enum rc rc)
{
    struct adms_call *call = upload->owner;
    struct adms_service *service = call->service;

    if (rc == RC_OK) {
        if (!upload->stamp_is_stored) {
            note_stamp(service, upload->serial, upload->table, upload->stamp);
        }
        adms_reply_stored(&call->reply, upload->table, call->lines);
        atomic_fetch_add(&service->punches, (int64_t)upload->batch.stored);
        atomic_fetch_add(&service->repeated, (int64_t)upload->batch.repeated);
        atomic_fetch_add(&service->refused_rows, (int64_t)upload->batch.refusal_count);
    }
    call->answered(call, rc);
}

/* A single punch that is older than the present contact was recorded while the
 * terminal was away: a backlog of one, which says nothing about its clock. */
static bool is_live(const struct adms_call *call, int offset_minutes)
{
    const struct punch_batch *batch = &call->upload.batch;
    int64_t late_ms;

    if (batch->count != 1 || (batch->punches[0].flags & PUNCH_TIME)) return false;
    late_ms = call->received_at_ms - instant_of_moment(batch->punches[0].moment, offset_minutes);
    return late_ms <= call->received_at_ms - call->contact_from_ms;
}

/* What a live punch says about the terminal's clock, and how many came. */
static void note_punches(struct adms_call *call, int offset_minutes)
{
    struct adms_service *service = call->service;
    const struct punch_batch *batch = &call->upload.batch;
    struct terminal_note note = nothing_new();

    note.punches = (int64_t)batch->count;
    if (is_live(call, offset_minutes)) {
        CLEANUP(lock_release) struct lock *held = lock_take(&service->lock);
        struct memory *memory = remember(service, call->request.serial);
        int64_t drift_ms = 0;

        drift_note(&memory->drift, call->received_at_ms,
                   instant_of_moment(batch->punches[0].moment, offset_minutes), call->lines);
        if (drift_measure(&memory->drift, call->received_at_ms, &drift_ms)) {
            note.drift_ms = drift_ms;
        }
    }
    terminal_book_note(service->options.terminals, call->request.serial, &note,
                       call->received_at_ms);
}

static enum rc take_upload(struct adms_call *call, int offset_minutes)
{
    enum adms_table table = call->request.table;

    atomic_fetch_add(&call->service->uploads, 1);
    call->upload = (struct adms_upload){
        .serial = call->request.serial,
        .table = table,
        .stamp = call->request.stamp,
        .stamp_is_stored = is_stamp_stored(call->service, &call->request),
        .batch = {.book = call->service->options.punches, .received_at_ms = call->received_at_ms},
        .settled = upload_settled,
        .owner = call,
    };
    switch (table) {
    case ADMS_TABLE_ATTLOG:
        read_punches(call, offset_minutes);
        break;
    case ADMS_TABLE_OPERLOG:
    case ADMS_TABLE_BIODATA:
    case ADMS_TABLE_IDCARD:
    case ADMS_TABLE_ERRORLOG:
        read_reports(call);
        break;
    case ADMS_TABLE_ATTPHOTO:
        read_picture(call);
        break;
    case ADMS_TABLE_OPTIONS:
        note_options(call);
        return answer_ok(call, offset_minutes);
    case ADMS_TABLE_USERINFO:
    case ADMS_TABLE_FINGERTMP:
    case ADMS_TABLE_TEMPLATE:
    case ADMS_TABLE_FACE:
    case ADMS_TABLE_PHOTO:
    case ADMS_TABLE_RTLOG:
    case ADMS_TABLE_RTSTATE:
    case ADMS_TABLE_TABLEDATA:
    case ADMS_TABLE_OTHER:
    case ADMS_TABLE_NONE:
        log_info("a table that is not kept was acknowledged",
                 LOG_TEXT("serial", call->request.serial),
                 LOG_TEXT("table", call->request.table_word), LOG_INT("bytes", call->body.bytes));
        return answer_ok(call, offset_minutes);
    }
    if (table == ADMS_TABLE_ATTLOG) note_punches(call, offset_minutes);
    call->command = &adms_upload_command;
    call->letter = &call->upload;
    call->waits = true;
    return RC_OK;
}

/* ---- the table of endpoints ---- */

typedef enum rc endpoint_handler(struct adms_call *call, int offset_minutes);

static endpoint_handler *const handlers[ADMS_ENDPOINTS] = {
    [ADMS_HANDSHAKE] = answer_handshake, [ADMS_TIME] = answer_time,
    [ADMS_REMOTE_ATT] = answer_ok,       [ADMS_UPLOAD] = take_upload,
    [ADMS_POST_VERIFY] = answer_ok,      [ADMS_POLL] = answer_poll,
    [ADMS_RESULT] = take_result,         [ADMS_PING] = answer_ok,
    [ADMS_EXCHANGE] = answer_not_spoken, [ADMS_ACCESS] = answer_not_spoken,
    [ADMS_FILE] = answer_not_spoken,
};

enum rc adms_service_read(struct adms_service *service, struct adms_call *call)
{
    struct terminal_meeting meeting;
    struct problem why = {0};

    if (!adms_request_is_terminal_path(call->path)) return RC_NOT_FOUND;
    call->service = service;
    call->status = STATUS_OK;
    call->waits = false;
    buf_init(&call->reply, ADMS_REPLY_BYTES_MAX);
    atomic_fetch_add(&service->requests, 1);
    TRY(adms_request_parse(call->mem, call->method, call->path, call->query, &call->request, &why));
    terminal_book_meet(service->options.terminals, call->request.serial, call->address,
                       call->received_at_ms, &meeting);
    call->contact_from_ms = meeting.from_ms;
    if (meeting.standing != TERMINAL_STANDS_APPROVED) {
        call->status = STATUS_KEEP;
        return RC_OK;
    }
    return handlers[call->request.endpoint](call, meeting.offset_minutes);
}

enum rc adms_service_submit(struct adms_call *call)
{
    enum rc rc;

    assert(call->waits);
    rc = ledger_submit(call->service->options.ledger, call->command, call->letter);
    if (rc != RC_OK) adms_orders_keep(call);
    return rc;
}
