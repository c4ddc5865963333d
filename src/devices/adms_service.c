#include "devices/adms_service.h"

#include "base/log.h"
#include "base/mem.h"
#include "devices/adms_orders.h"
#include "devices/adms_result.h"
#include "devices/adms_service_private.h"
#include "devices/adms_upload.h"

enum { STATUS_OK = 200, STATUS_NOT_FOUND = 404, STATUS_KEEP = 503 };

enum rc adms_service_start(const struct adms_service_options *options,
                           struct adms_service **out_service)
{
    CLEANUP(adms_service_stop) struct adms_service *service = mem_alloc(1, sizeof *service);
    CLEANUP(db_close) struct db *facts = NULL;

    service->options = *options;
    service->memory = adms_memory_new();
    TRY(db_open(&(struct db_options){.path = options->facts_path, .mode = DB_READ_ONLY}, &facts));
    TRY(adms_store_stamps(facts, options->government, adms_memory_note_stamp, service->memory));
    *out_service = TAKE(service);
    return RC_OK;
}

void adms_service_stop(struct adms_service **service)
{
    if (!*service) return;
    adms_memory_free(&(*service)->memory);
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

static void answer_handshake(struct adms_call *call, int offset_minutes)
{
    adms_memory_greet(call->service->memory, call->request.serial, offset_minutes, &call->reply);
}

static void answer_poll(struct adms_call *call, int offset_minutes)
{
    struct terminal_note note = adms_note_nothing();

    (void)offset_minutes;
    if (call->request.has_info) {
        note.firmware = call->request.info.firmware;
        adms_note_tell(call, &note);
    }
    if (!adms_orders_give(call, call->service->options.orders)) adms_reply_ok(&call->reply);
}

static void answer_time(struct adms_call *call, int offset_minutes)
{
    adms_reply_time(&call->reply, call->received_at_ms, offset_minutes);
}

static void answer_ok(struct adms_call *call, int offset_minutes)
{
    (void)offset_minutes;
    adms_reply_ok(&call->reply);
}

/* The order "info" is answered with options, as the upload of the same name is. */
static void note_answers(struct adms_call *call)
{
    struct terminal_note note = adms_note_nothing();
    struct adms_results results;
    struct adms_result result;

    adms_results_init(&results, call->body);
    while (adms_results_next(&results, &result)) {
        IGNORE(adms_result_detail(&result, "~DeviceName", &note.model), "it may not say");
        IGNORE(adms_result_detail(&result, "FWVersion", &note.firmware), "it may not say");
    }
    adms_note_tell(call, &note);
}

static void take_result(struct adms_call *call, int offset_minutes)
{
    (void)offset_minutes;
    note_answers(call);
    adms_reply_ok(&call->reply);
    if (!adms_orders_hear(call, call->service->options.orders)) {
        log_info("a result that cannot be read was acknowledged",
                 LOG_TEXT("serial", call->request.serial), LOG_INT("bytes", call->body.bytes));
    }
}

static void answer_not_spoken(struct adms_call *call, int offset_minutes)
{
    (void)offset_minutes;
    call->status = STATUS_NOT_FOUND;
}

typedef void endpoint_handler(struct adms_call *call, int offset_minutes);

static endpoint_handler *const handlers[ADMS_ENDPOINTS] = {
    [ADMS_HANDSHAKE] = answer_handshake, [ADMS_TIME] = answer_time,
    [ADMS_REMOTE_ATT] = answer_ok,       [ADMS_UPLOAD] = adms_upload_take,
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
    handlers[call->request.endpoint](call, meeting.offset_minutes);
    return RC_OK;
}

enum rc adms_service_submit(struct adms_call *call)
{
    enum rc rc;

    assert(call->waits);
    rc = ledger_submit(call->service->options.ledger, call->command, call->letter);
    if (rc != RC_OK) adms_orders_keep(call);
    return rc;
}
