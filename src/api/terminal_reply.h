/* terminal_reply.h - a terminal as the desk is told it.
 *
 * Memory    What is told points into the view, the directory and the table of
 *           verify codes, which live in the request's arena or the snapshot.
 * Threads   The request's.
 * Errors    RC_UNAVAILABLE when the table cannot be read. */
#pragma once

#include "api/api_private.h"
#include "base/record.h"
#include "devices/verify_table.h"

struct terminal_told {
    struct text serial;
    struct text name;
    struct text agency;
    struct text agency_name;
    struct day since;
    struct text model;
    struct text firmware;
    unsigned methods;
    int state;
    int64_t last_contact_at_ms;
    int64_t silent_since_ms;
    int offset_minutes;
    int64_t drift_ms;
    int64_t held;
    int64_t punches_today;
    struct record_list activity;
    struct text address;
    struct text protocol;
};

/* What a terminal is shown by. */
struct terminal_light {
    struct arena *mem;
    const struct directory *directory;
    struct verify_table verify;
};

enum rc terminal_light_take(struct http_request *request,
                            const struct directory *directory,
                            struct terminal_light *out_light) NODISCARD;

struct terminal_told terminal_tell(const struct terminal_light *light,
                                   const struct terminal_view *view);
