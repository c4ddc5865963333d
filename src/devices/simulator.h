/* simulator.h - a fleet of virtual terminals, and the load generator.
 *
 * Each virtual terminal is a protocol client as real ones are: it shakes hands,
 * posts its options, pushes punches as they are made, polls for commands and
 * obeys them, keeps what was not acknowledged, and comes back after a silence
 * with its backlog.  At the end the simulator asks the server whether every
 * punch that was acknowledged is there exactly once.
 *
 *   plan ──▶ terminals (state machines without sockets) ──▶ wire (epoll)
 *                 │ every punch sent or acknowledged
 *                 ▼
 *             receipts ◀── check: the server's own list of punches
 *
 * What the fleet does comes from one of three sources: a scenario file
 * (docs/simulator.md), punches.csv replayed at the server's clock, or a plain
 * rate, where no rate means as fast as the server answers.
 *
 * Threads   One; it is the caller's.
 * Errors    The result is the exit code of `hadir simulate`. */
#pragma once

#include "base/cc.h"

#include <stdio.h>

struct simulator_options {
    const char *target;   /* http://host:port[/prefix] of the terminals' listener */
    const char *api;      /* the same for people's listener; NULL: target */
    const char *token;    /* bearer token of the API; NULL: no check at the end */
    const char *scenario; /* file, or NULL */
    const char *from;     /* punches.csv, or a demo government such as jambi; or NULL */
    int terminals;        /* without scenario and file; 0: 1 */
    double rate;          /* punches a second of the whole fleet; 0: as fast as possible */
    double speed;         /* of the server's clock; 0: as the server says */
    int connections;      /* at most at the same time; 0: 256 */
    int seconds;          /* how long punches are made, real time; 0: 10, or all of the file */
    int batch;            /* rows a post; 0: one when made, 128 of a backlog */
    int retry_seconds;    /* after a failure; 0: as the server's ErrorDelay says */
    int drain_seconds;    /* how long to wait for the last acknowledgements; 0: 60 */
    bool json;            /* the summary as one JSON object */
    bool shows_progress;  /* err is a terminal */
    FILE *out;            /* for the summary */
    FILE *err;            /* for reasons and the progress bar */
};

/* 0 done, 1 the server lost, doubled or wrongly acknowledged something,
 * 2 usage, 3 scenario or file refused, 4 server not reached. */
int simulator_run(const struct simulator_options *options);
