/* simulator_plan.h - who the virtual terminals are and what happens to them.
 *
 * A plan is read once, from the options, a scenario file and punches.csv, and
 * is constant afterwards.  The form of the scenario is described in
 * docs/simulator.md.
 *
 * Memory    Everything lives in the caller's arena.
 * Threads   Any.
 * Errors    RC_INVALID naming the line, RC_NOT_FOUND, RC_TOO_LARGE. */
#pragma once

#include "base/arena.h"
#include "base/limits.h"
#include "base/problem.h"
#include "devices/simulator.h"
#include "devices/simulator_row.h"

enum {
    SIMULATOR_ROWS_MAX = 20 * 1000 * 1000,
    SIMULATOR_EVENTS_MAX = 64, /* periods or restarts of one terminal */
    SIMULATOR_SCENARIO_BYTES_MAX = 1024 * 1024,
};

struct simulator_period {
    int64_t from_at_ms;
    int64_t to_at_ms;
};

struct simulator_profile {
    struct text serial;
    struct text model;
    struct text firmware;
    int offset_minutes;     /* until the handshake tells another */
    int64_t clock_error_ms; /* shown minus true */
    int64_t pin;            /* the first of the made-up people */
    int people;
    int verify;
    int status;
    int duplicate_permille; /* posts that are sent again although acknowledged */
    int bad_permille;       /* punches followed by a row nobody can read */
    int torn_permille;      /* posts after which the line breaks before the reply */
    size_t offline_count;
    const struct simulator_period *offline;
    size_t reboot_count;
    const int64_t *reboots_at_ms;
    size_t feed_count; /* rows of punches.csv, by time */
    const struct simulator_row *feed;
};

struct simulator_plan {
    size_t count;
    struct simulator_profile *profiles;
    double rate; /* made-up punches a second; 0: as fast as possible */
    int seconds; /* 0: until the feed is over */
    bool has_feed;
    size_t feed_rows;
};

/* `start_at_ms` is what the server's clock shows now; times of day in the
 * scenario are of that day. */
enum rc simulator_plan_read(struct arena *mem,
                            const struct simulator_options *options,
                            int64_t start_at_ms,
                            struct simulator_plan *out_plan,
                            struct problem *why) NODISCARD;

/* The scenario alone, from its text. */
enum rc simulator_plan_parse(struct arena *mem,
                             struct text scenario,
                             int64_t start_at_ms,
                             struct simulator_plan *out_plan,
                             struct problem *why) NODISCARD;

/* Let a usual terminal join; fewer than TERMINALS_MAX must be there. */
struct simulator_profile *simulator_plan_add(struct simulator_plan *plan, struct text serial);
