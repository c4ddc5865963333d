/* terminal_report.h - what a terminal tells besides punches, as the log keeps it.
 *
 * Terminals tell who opened their menu, who was enrolled, that their clock was
 * set, their records deleted, or that something broke.  Each row is a fact.
 * Most of them interest nobody; those that touch the evidence itself (is_audit)
 * and errors are *notable*: the board keeps an index of them, so that somebody
 * looks before a month of records is missed.
 *
 * Memory    What is read lives in the caller's arena.
 * Threads   All functions are pure. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"

struct terminal_report {
    int64_t position; /* in the log; not part of the body */
    struct text serial;
    struct text kind; /* keyword of the row: "OPLOG", "ERRORLOG", ... */
    int64_t received_at_ms;
    bool is_audit;
    struct text row; /* without passwords, templates and pictures */
};

/* The body of its fact, written and read; false when it cannot be one. */
void terminal_report_write(const struct terminal_report *report, struct buf *body);
bool terminal_report_read(struct text body,
                          struct arena *mem,
                          struct terminal_report *out_report) NODISCARD;

bool terminal_report_is_notable(const struct terminal_report *report);
