/* Any bytes as a Cookie header: what is found is a slice of it. */
#include "http/cookie.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void check(struct text header, struct text name)
{
    struct text found = cookie_find(header, name);

    if (!found.at) return;
    if (found.at < header.at || found.at + found.bytes > header.at + header.bytes) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct text header = {(const char *)data, bytes};
    struct text name = text_cut(&header, '\n');

    check((struct text){(const char *)data, bytes}, TEXT("hadir_session"));
    if (header.at) check(header, name);
    return 0;
}
