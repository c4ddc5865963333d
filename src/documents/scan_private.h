/* scan_private.h - one file a format; included by src/documents/scan*.c alone. */
#pragma once

#include "documents/scan.h"

/* What is stored, while it is written: as long as what came, and a little. */
struct scan_out {
    char *at;
    size_t bytes;
    size_t bytes_max;
};

void scan_add(struct scan_out *out, struct text bytes);

/* False when it is not whole, or not what it says to be. */
bool scan_jpeg(struct text file, struct scan_out *out);
bool scan_png(struct text file, struct scan_out *out);
enum rc scan_pdf(struct text file, struct scan_out *out, struct problem *why) NODISCARD;

static inline uint32_t scan_u16(const char *at)
{
    const uint8_t *byte = (const uint8_t *)at;

    return (uint32_t)byte[0] << 8 | byte[1];
}

static inline uint32_t scan_u32(const char *at)
{
    return scan_u16(at) << 16 | scan_u16(at + 2);
}

/* Both sides of a picture, in points. */
static inline bool scan_fits(uint32_t width, uint32_t height)
{
    return width > 0 && height > 0 && width <= SCAN_SIDE_MAX && height <= SCAN_SIDE_MAX;
}
