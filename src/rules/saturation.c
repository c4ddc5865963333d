#include "rules/saturation.h"

enum { BUSY_GAP_SECONDS_MAX = 60 };

int saturation_pace(const int64_t *moments, size_t count)
{
    int gaps_of[BUSY_GAP_SECONDS_MAX + 1] = {0};
    int gap_count = 0;
    int below = 0;

    for (size_t i = 1; i < count; i++) {
        int64_t gap = moments[i] - moments[i - 1];

        assert(gap >= 0);
        /* Two rows in one second are one person pressing twice. */
        if (gap == 0 || gap > BUSY_GAP_SECONDS_MAX) continue;
        gaps_of[gap]++;
        gap_count++;
    }
    if (gap_count < SATURATION_GAPS_MIN) return SATURATION_PACE_SECONDS;

    for (int seconds = 1; seconds <= SATURATION_PACE_SECONDS_MAX; seconds++) {
        below += gaps_of[seconds];
        if (below * 4 < gap_count) continue;
        return seconds < SATURATION_PACE_SECONDS_MIN ? SATURATION_PACE_SECONDS_MIN : seconds;
    }
    return SATURATION_PACE_SECONDS_MAX;
}

struct saturation saturation_of(const int64_t *moments,
                                size_t count,
                                size_t at,
                                int64_t start,
                                int pace_seconds)
{
    struct saturation found = {.pace_seconds = pace_seconds};

    assert(at < count);
    assert(pace_seconds > 0);

    found.since = moments[at];
    for (size_t i = at; i > 0; i--) {
        int64_t gap = moments[i] - moments[i - 1];

        assert(gap >= 0);
        if (gap * 2 > (int64_t)pace_seconds * 3) break;
        found.gap_count++;
        found.since = moments[i - 1];
    }
    found.saturated =
        moments[at] >= start && found.since < start && found.gap_count >= SATURATION_GAPS_MIN;
    return found;
}
