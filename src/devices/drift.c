#include "devices/drift.h"

void drift_note(struct drift *drift, int64_t received_at_ms, int64_t local_at_ms, size_t rows)
{
    assert(drift->next < DRIFT_SAMPLES && drift->count <= DRIFT_SAMPLES);

    if (rows != 1) return;
    drift->received_at_ms[drift->next] = received_at_ms;
    drift->difference_ms[drift->next] = received_at_ms - local_at_ms;
    drift->next = (uint8_t)((drift->next + 1) % DRIFT_SAMPLES);
    if (drift->count < DRIFT_SAMPLES) drift->count++;
}

void drift_forget(struct drift *drift)
{
    *drift = (struct drift){0};
}

bool drift_measure(const struct drift *drift, int64_t now_ms, int64_t *out_drift_ms)
{
    int64_t smallest = 0;
    bool found = false;

    assert(drift->next < DRIFT_SAMPLES && drift->count <= DRIFT_SAMPLES);
    for (size_t i = 0; i < drift->count; i++) {
        if (now_ms - drift->received_at_ms[i] > DRIFT_AGE_MS_MAX) continue;
        if (found && drift->difference_ms[i] >= smallest) continue;
        smallest = drift->difference_ms[i];
        found = true;
    }
    if (found) *out_drift_ms = smallest;
    return found;
}
