/* Any bytes, as the picture of a paper: they are read without harm; what is taken
 * is hardly longer than what came, says nothing of where it was made, and taking
 * it once more changes nothing. */
#include "documents/scan.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text file = {(const char *)data, bytes};
    struct scan once, twice;

    if (scan_take(file, mem, &once, NULL) != RC_OK) return 0;
    if (once.bytes.bytes > bytes + SCAN_ADDED_BYTES_MAX) abort();
    if (scan_take(once.bytes, mem, &twice, NULL) != RC_OK) abort();
    if (twice.kind != once.kind || !text_equal(once.bytes, twice.bytes)) abort();
    return 0;
}
