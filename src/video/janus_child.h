/* janus_child.h - Janus, or one of its tools, run as a child of ours.
 *
 * The child works in a folder of its own and dies with the thread that started it
 * (PR_SET_PDEATHSIG), whatever ends that.  What it says goes to a pipe, line by
 * line, for the log.
 *
 *   janus_child_start ──▶ running ──▶ janus_child_has_ended ──▶ janus_child_stop
 *                              └───────────────────────────────▶    (TERM, KILL)
 *
 * Memory    janus_child_stop frees it.
 * Threads   One: the one that started it, which must live as long.
 * Errors    RC_NOT_FOUND when there is no such program, RC_UNAVAILABLE when the
 *           system has no process left. */
#pragma once

#include "base/arena.h"
#include "base/cc.h"
#include "base/text.h"

enum { JANUS_LINE_BYTES_MAX = 240 };

struct janus_child;

/* The program's path: `given` when it is one that can be run, else the first
 * of this name in PATH; NULL when there is none. */
const char *janus_find(const char *name, const char *given, struct arena *mem);

struct janus_start {
    const char *program;
    const char *folder;       /* in which it works */
    const char *const *words; /* its own name first, NULL last */
    int niceness;             /* 0: as we ourselves; 19: when nobody else wants to */
};
enum rc janus_child_start(const struct janus_start *start,
                          struct janus_child **out_child) NODISCARD;

/* Ask it to end, wait a second, then make it; NULL is accepted. */
void janus_child_stop(struct janus_child **stopped);

/* Wait for its end; true when it says that all went well.  Frees it. */
bool janus_child_went_well(struct janus_child **ended);

/* Readable once the child has ended. */
int janus_child_fd(const struct janus_child *child);
bool janus_child_has_ended(const struct janus_child *child);
int janus_child_pid(const struct janus_child *child);

/* Readable when it has said something. */
int janus_child_said_fd(const struct janus_child *child);

/* The next whole line of what it said; false when there is none now. */
bool janus_child_said(struct janus_child *child, struct text *out_line);

/* How long to wait before the next start, after so many ends in a row: at once
 * after the first, never more than half a minute. */
int64_t janus_retry_ms(int ends_in_a_row);
