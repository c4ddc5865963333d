/* Any bytes as a Range header: what is served lies in the file. */
#include "http/range.h"

#include <stdlib.h>

enum { TOTAL_BYTES = 1000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct range range = range_of((struct text){(const char *)data, bytes}, TOTAL_BYTES);

    if (range.kind != RANGE_PART) return 0;
    if (range.from < 0 || range.bytes < 1 || range.from > TOTAL_BYTES - range.bytes) abort();
    return 0;
}
