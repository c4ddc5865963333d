/* simulator_check.h - asking the server itself: its clock, and its punches.
 *
 * Threads   One at a time; blocks.
 * Errors    RC_UNAVAILABLE when the server does not answer, RC_UNAUTHENTICATED
 *           or RC_FORBIDDEN when it refuses the token. */
#pragma once

#include "base/cc.h"
#include "base/problem.h"
#include "devices/simulator_receipts.h"

/* What the server's clock shows and how fast it runs, from GET /api/government
 * or, where that is not answered, from the Date header at speed 1. */
enum rc simulator_check_clock(const char *api,
                              int64_t *out_now_ms,
                              double *out_speed,
                              struct problem *why) NODISCARD;

/* Walk through GET /api/punches from the beginning and look each one up. */
enum rc simulator_check_punches(const char *api,
                                const char *token,
                                struct simulator_receipts *receipts,
                                struct problem *why) NODISCARD;
