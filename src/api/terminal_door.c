#include "api/api_private.h"
#include "http/static.h"

/* A terminal's request on its way through the ledger. */
struct visit {
    struct adms_call call;
    struct http_request *request;
    struct text reply; /* in the request's arena */
};

/* Move the reply into the request, which ends well also when the line is cut
 * before anybody comes for it. */
static void keep_reply(struct visit *visit)
{
    visit->reply = arena_text(visit->request->mem, buf_text(&visit->call.reply));
    buf_done(&visit->call.reply);
}

static enum rc finish(struct http_request *request)
{
    const struct visit *visit = request->work;

    request->reply.plain = true; /* old terminals have small buffers for headers */
    if (visit->call.status != 200) {
        http_reply_empty(request, visit->call.status);
        return RC_OK;
    }
    http_reply_text(request, "text/plain", visit->reply);
    return RC_OK;
}

/* On the ledger's thread. */
static void answered(struct adms_call *call, enum rc rc)
{
    struct visit *visit = call->owner;

    /* A terminal gets the status, not a problem document. */
    if (rc != RC_OK) call->status = rc_status(RC_UNAVAILABLE);
    keep_reply(visit);
    http_resume(visit->request, RC_OK);
}

static enum rc visit_terminal_door(struct http_request *request)
{
    struct visit *visit = arena_one(request->mem, struct visit);
    enum rc rc;

    visit->request = request;
    visit->call = (struct adms_call){.method = text_of(http_method_word(request->method)),
                                     .path = request->path,
                                     .query = request->query,
                                     .body = request->body,
                                     .address = text_of(request->address),
                                     .received_at_ms = request->received_at_ms,
                                     .mem = request->mem,
                                     .answered = answered,
                                     .owner = visit};
    request->work = visit;
    rc = adms_service_read(api_of(request)->adms, &visit->call);
    if (rc != RC_OK) {
        buf_done(&visit->call.reply);
        http_reply_empty(request, 400);
        return RC_OK;
    }
    if (!visit->call.waits) {
        keep_reply(visit);
        return finish(request);
    }
    http_suspend(request, finish);
    rc = adms_service_submit(&visit->call);
    if (rc != RC_OK) buf_done(&visit->call.reply);
    return rc == RC_OK ? RC_OK
                       : RC_UNAVAILABLE; /* never 429: whole offices sit behind one address */
}

enum rc api_fallback(struct http_request *request)
{
    if (adms_request_is_terminal_path(request->path)) return visit_terminal_door(request);
    return static_serve(request);
}
