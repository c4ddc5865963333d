#include "base/base64.h"

#include <sodium.h>

void base64_add(struct buf *buf, struct text bytes)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *at = (const unsigned char *)bytes.at;

    for (size_t i = 0; i < bytes.bytes; i += 3) {
        size_t left = bytes.bytes - i;
        unsigned group = (unsigned)at[i] << 16;

        if (left > 1) group |= (unsigned)at[i + 1] << 8;
        if (left > 2) group |= at[i + 2];
        buf_add_char(buf, digits[group >> 18]);
        buf_add_char(buf, digits[group >> 12 & 63]);
        buf_add_char(buf, left > 1 ? digits[group >> 6 & 63] : '=');
        buf_add_char(buf, left > 2 ? digits[group & 63] : '=');
    }
}

bool base64_read(struct arena *mem, struct text encoded, struct text *out_bytes)
{
    size_t bytes_max = encoded.bytes / 4 * 3 + 1, bytes = 0;
    unsigned char *at = arena_alloc(mem, bytes_max);

    if (encoded.bytes > 0 && sodium_base642bin(at, bytes_max, encoded.at, encoded.bytes, NULL,
                                               &bytes, NULL, sodium_base64_VARIANT_ORIGINAL) != 0) {
        return false;
    }
    *out_bytes = (struct text){(const char *)at, bytes};
    return true;
}
