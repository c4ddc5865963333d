/* adms_service_private.h - the service itself; included by adms_service.c and
 * adms_upload.c. */
#pragma once

#include "devices/adms_memory.h"
#include "devices/adms_service.h"

#include <stdatomic.h>

struct adms_service {
    /* set before start, then constant */
    struct adms_service_options options;
    struct adms_memory *memory;
    /* any thread */
    _Atomic int64_t requests, uploads, punches, repeated, refused_rows;
};

/* For what a terminal tells about itself, to be filled in. */
static inline struct terminal_note adms_note_nothing(void)
{
    return (struct terminal_note){.held = TERMINAL_NOTHING, .drift_ms = TERMINAL_NOTHING};
}

/* Tell the terminal book. */
static inline void adms_note_tell(const struct adms_call *call, const struct terminal_note *note)
{
    terminal_book_note(call->service->options.terminals, call->request.serial, note,
                       call->received_at_ms);
}
