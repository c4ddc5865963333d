/* Any bytes as a query string: what is found lies within its size, and a value
 * without escapes is found as it stands. */
#include "http/query.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text query = {(const char *)data, bytes};
    struct text rest = query;
    struct text found = query_find(query, TEXT("SN"), mem);

    if (found.bytes > bytes) abort();
    if (query_decode_segment(query, mem).bytes > bytes) abort();
    while (rest.at) {
        struct text value = text_cut(&rest, '&');
        struct text key = text_cut(&value, '=');

        found = query_find(query, key, mem);
        if (found.bytes > bytes) abort();
    }
    return 0;
}
