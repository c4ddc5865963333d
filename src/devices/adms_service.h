/* adms_service.h - what is done with a request of a terminal.
 *
 * Knows no HTTP library: whoever received the request fills an adms_call,
 * asks adms_service_read what it means, and sends the reply.  What must be
 * stored first makes the call wait:
 *
 *   read ──▶ reply                                  (handshake, poll, ping ...)
 *   read ──▶ waits ──▶ submit ──▶ answered ──▶ reply   (uploads, orders, their results)
 *   read ──▶ 503                     (unknown, refused: the terminal keeps it)
 *
 * Memory    A call, its arena and everything in it belong to the sender and
 *           stay until `answered`.
 * Threads   adms_service_read, _submit: any.  `answered`: the ledger's thread.
 * Errors    RC_NOT_FOUND: the path is none of a terminal's. */
#pragma once

#include "attendance/punch_book.h"
#include "attendance/terminal_book.h"
#include "base/arena.h"
#include "base/clock.h"
#include "devices/adms_request.h"
#include "devices/adms_store.h"
#include "devices/order_book.h"

struct adms_service;

struct adms_service_options {
    struct ledger *ledger;
    struct punch_book *punches;
    struct terminal_book *terminals;
    struct order_book *orders;
    const char *facts_path;
    int government;
};

enum rc adms_service_start(const struct adms_service_options *options,
                           struct adms_service **out_service) NODISCARD;
void adms_service_stop(struct adms_service **service);

struct adms_call {
    /* what came */
    struct text method, path, query, body, address;
    int64_t received_at_ms;
    struct arena *mem;
    void (*answered)(struct adms_call *call, enum rc rc);
    void *owner;

    /* what is to be sent: status 200 and a text, or a status alone */
    int status;
    struct buf reply;
    bool waits;

    /* the service's own */
    struct adms_service *service;
    struct adms_request request;
    struct adms_upload upload;
    struct order_sending sending;
    struct order_answers answers;
    const struct ledger_command *command; /* with its letter: what the call waits for */
    void *letter;
    int64_t contact_from_ms; /* since when the terminal is in contact without a gap */
    size_t lines;
};

enum rc adms_service_read(struct adms_service *service, struct adms_call *call) NODISCARD;

/* Hand a waiting call to the ledger; another code than RC_OK means that
 * nobody took it, and the terminal is to send again. */
enum rc adms_service_submit(struct adms_call *call) NODISCARD;

/* Uploads and rows since the start, for /metrics. */
struct adms_figures {
    int64_t requests, uploads, punches, repeated, refused_rows;
};
void adms_service_figures(const struct adms_service *service, struct adms_figures *out_figures);
