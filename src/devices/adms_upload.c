#include "devices/adms_upload.h"

#include "base/log.h"
#include "devices/adms_options.h"
#include "devices/adms_photo.h"
#include "devices/adms_record.h"
#include "devices/adms_rows.h"
#include "devices/adms_service_private.h"

static void note_options(struct adms_call *call)
{
    struct adms_device device = adms_options_device(call->body);
    struct terminal_note note = adms_note_nothing();

    note.model = device.model;
    note.firmware = device.firmware;
    note.protocol = device.protocol;
    adms_note_tell(call, &note);
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
            adms_memory_note_stamp(service->memory, upload->serial, upload->table, upload->stamp);
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
    const struct punch_batch *batch = &call->upload.batch;
    struct terminal_note note = adms_note_nothing();

    note.punches = (int64_t)batch->count;
    if (is_live(call, offset_minutes)) {
        struct adms_live_punch punch = {
            .received_at_ms = call->received_at_ms,
            .local_at_ms = instant_of_moment(batch->punches[0].moment, offset_minutes),
            .rows = call->lines,
        };
        int64_t drift_ms = 0;

        if (adms_memory_note_drift(call->service->memory, call->request.serial, &punch,
                                   &drift_ms)) {
            note.drift_ms = drift_ms;
        }
    }
    adms_note_tell(call, &note);
}

/* Read what the table holds; false when there is nothing to store. */
static bool read_table(struct adms_call *call, int offset_minutes)
{
    switch (call->request.table) {
    case ADMS_TABLE_ATTLOG:
        read_punches(call, offset_minutes);
        note_punches(call, offset_minutes);
        return true;
    case ADMS_TABLE_OPERLOG:
    case ADMS_TABLE_BIODATA:
    case ADMS_TABLE_IDCARD:
    case ADMS_TABLE_ERRORLOG:
        read_reports(call);
        return true;
    case ADMS_TABLE_ATTPHOTO:
        read_picture(call);
        return true;
    case ADMS_TABLE_OPTIONS:
        note_options(call);
        return false;
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
        break;
    }
    log_info("a table that is not kept was acknowledged", LOG_TEXT("serial", call->request.serial),
             LOG_TEXT("table", call->request.table_word), LOG_INT("bytes", call->body.bytes));
    return false;
}

void adms_upload_take(struct adms_call *call, int offset_minutes)
{
    struct adms_service *service = call->service;
    const struct adms_request *request = &call->request;

    atomic_fetch_add(&service->uploads, 1);
    call->upload = (struct adms_upload){
        .serial = request->serial,
        .table = request->table,
        .stamp = request->stamp,
        .stamp_is_stored =
            adms_memory_has_stamp(service->memory, request->serial, request->table, request->stamp),
        .batch = {.book = service->options.punches, .received_at_ms = call->received_at_ms},
        .settled = upload_settled,
        .owner = call,
    };
    if (!read_table(call, offset_minutes)) {
        adms_reply_ok(&call->reply);
        return;
    }
    call->command = &adms_upload_command;
    call->letter = &call->upload;
    call->waits = true;
}
