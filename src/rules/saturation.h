/* saturation.h - was somebody late because of the queue at the reader?
 *
 * One reader takes one person at a time.  When hundreds come at 07:25 the last
 * of them is recorded after 07:30 although they stood in line in time (Mataram
 * 2023: people counted late because the server could not take everybody).
 * Such a late arrival is flagged, and a person decides.
 *
 * A terminal is saturated at a punch when the punches up to it followed each
 * other at its pace, at least eight times without a pause, and that run began
 * before the start of work:
 *
 *   07:24                07:30        07:33:10
 *     | | | | | | | | | | |: | | | | | |x       each gap <= 1.5 x pace
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"

enum {
    SATURATION_GAPS_MIN = 8,
    SATURATION_PACE_SECONDS = 15, /* until a terminal has shown its own */
    SATURATION_PACE_SECONDS_MIN = 3,
    SATURATION_PACE_SECONDS_MAX = 30,
};

struct saturation {
    bool saturated;
    int gap_count;    /* of the run that ends at the punch */
    int64_t since;    /* the first punch of that run */
    int pace_seconds; /* by which it was judged */
};

/* Seconds per person at a busy terminal, from its punch moments in ascending
 * order: the lower quartile of the gaps of at most a minute, within the limits
 * above; SATURATION_PACE_SECONDS when there are fewer than eight such gaps. */
int saturation_pace(const int64_t *moments, size_t count);

/* Judge the punch at moments[at], of all people at one terminal in ascending
 * order, against the start of work. */
struct saturation saturation_of(const int64_t *moments,
                                size_t count,
                                size_t at,
                                int64_t start,
                                int pace_seconds);
