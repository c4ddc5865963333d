/* simulator_summary.h - what the fleet did, in figures for people and programs.
 *
 * Latencies are kept in buckets of an eighth of a power of two of microseconds,
 * so that a percentile is at most 12 % too high and nothing is sorted.
 *
 * Threads   One at a time. */
#pragma once

#include "base/buf.h"
#include "base/cc.h"
#include "devices/simulator_terminal.h"

enum { LATENCY_EIGHTHS = 8, LATENCY_BUCKETS = 40 * LATENCY_EIGHTHS };

struct simulator_latency {
    uint64_t count;
    uint64_t buckets[LATENCY_BUCKETS];
};

void simulator_latency_note(struct simulator_latency *latency, int64_t microseconds);

/* The upper edge of the bucket in which the share (0 to 1) is reached. */
int64_t simulator_latency_at(const struct simulator_latency *latency, double share);

struct simulator_summary {
    struct simulator_figures figures;
    struct simulator_latency latency;
    size_t terminals;
    int64_t elapsed_ms; /* real time */
    size_t waiting;     /* rows that were never acknowledged */
    bool is_checked;    /* the server's list was compared */
    struct simulator_verdict verdict;
};

/* Nothing missing, nothing double, nothing against the protocol. */
bool simulator_summary_is_good(const struct simulator_summary *summary);

void simulator_summary_text(const struct simulator_summary *summary, struct buf *out);
void simulator_summary_json(const struct simulator_summary *summary, struct buf *out);

/* One line without end: bar, figures so far.  `share` is 0 to 1. */
void simulator_summary_progress(const struct simulator_summary *summary,
                                double share,
                                struct buf *out);
