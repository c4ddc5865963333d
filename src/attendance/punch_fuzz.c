/* Any bytes, read as a punch of the log: what is taken for one was written by
 * punch_encode, byte for byte, and everything behind may compute with it. */
#include "attendance/punch.h"

#include "attendance/judge.h"
#include "base/day.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(buf_done) struct buf again = {0};
    struct text body = {(const char *)data, bytes};
    struct punch punch;

    if (!punch_decode(body, &punch)) return 0;
    buf_init(&again, ENTRY_BYTES_MAX);
    punch_encode(&punch, &again);
    if (!text_equal(buf_text(&again), body)) abort();
    if (!day_is_valid(day_from_number(punch_day(&punch)))) abort();
    IGNORE(punch_key(&punch), "it only has to be made");
    IGNORE(judge_punch_flags(&punch), "it only has to be made");
    IGNORE(punch_time_flags(punch.moment, punch.received_at_ms, punch.offset_minutes),
           "it only has to be made");
    return 0;
}
