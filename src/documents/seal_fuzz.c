/* Any bytes, as a file that somebody shows: it is read without harm, and never
 * taken for one that our key has signed. */
#include "documents/seal.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct seal_reading reading;

    seal_read((struct text){(const char *)data, bytes}, mem, &reading);
    if (reading.finding == SEAL_WHOLE && reading.seal.digest.bytes != HASH_HEX_BYTES) abort();
    return 0;
}
