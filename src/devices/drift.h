/* drift.h - how wrong is a terminal's clock?
 *
 * A punch posted at once arrives a moment after it was made, so received minus
 * local is the clock's error plus the way.  The way is never negative: the
 * smallest of the recent differences is the best estimate, and one slow network
 * does not disturb it.  A post with several rows may be a backlog hours old and
 * never counts.  Positive: the terminal's clock is behind.
 *
 * Memory    A plain value; a ring of DRIFT_SAMPLES differences.
 * Threads   One at a time. */
#pragma once

#include "base/cc.h"

enum {
    DRIFT_SAMPLES = 16,
    DRIFT_AGE_MS_MAX = 24 * 3600 * 1000, /* older posts say nothing about today's clock */
};

/* Invariants: 1. count <= DRIFT_SAMPLES; 2. next < DRIFT_SAMPLES. */
struct drift {
    int64_t received_at_ms[DRIFT_SAMPLES];
    int64_t difference_ms[DRIFT_SAMPLES];
    uint8_t count;
    uint8_t next;
};

/* Note a post of `rows` punches, the only one of which was made at
 * `local_at_ms`: the punch's moment in the place's zone, as an instant. */
void drift_note(struct drift *drift, int64_t received_at_ms, int64_t local_at_ms, size_t rows);

/* Forget everything: the terminal has just set its clock (a handshake). */
void drift_forget(struct drift *drift);

/* The drift as of now; false when no recent post tells. */
bool drift_measure(const struct drift *drift, int64_t now_ms, int64_t *out_drift_ms);
