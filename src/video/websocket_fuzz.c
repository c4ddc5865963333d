/* Any bytes as frames of a server: each lies within them, none is larger than
 * may be, and reading goes on until the bytes end. */
#include "video/websocket.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    struct text rest = {(const char *)data, bytes};
    struct websocket_frame frame = {0};

    while (websocket_frame_read(rest, &frame) == WEBSOCKET_FRAME) {
        if (frame.bytes < 2 || frame.bytes > rest.bytes) abort();
        if (frame.payload.bytes > WEBSOCKET_BYTES_MAX) abort();
        if (frame.payload.at + frame.payload.bytes != rest.at + frame.bytes) abort();
        rest = (struct text){rest.at + frame.bytes, rest.bytes - frame.bytes};
    }
    return 0;
}
