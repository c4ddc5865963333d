/* A PNG is a chain of chunks: length, type, bytes, sum. */
#include "documents/scan_private.h"

#include <zlib.h>

enum { SIGNATURE_BYTES = 8, TYPE_AT = 4, BODY_AT = 8, SUM_BYTES = 4, CHUNK_BYTES_MIN = 12 };

/* What a reader needs in order to draw it; the rest says other things, except
 * for a critical chunk (a capital first), which nobody knows how to leave out. */
static const struct text needed[] = {
    TEXT_INIT("IHDR"), TEXT_INIT("PLTE"), TEXT_INIT("IDAT"), TEXT_INIT("IEND"), TEXT_INIT("tRNS"),
    TEXT_INIT("gAMA"), TEXT_INIT("sRGB"), TEXT_INIT("cHRM"), TEXT_INIT("sBIT"), TEXT_INIT("pHYs"),
};

struct chunk {
    struct text whole;
    struct text type;
    struct text body;
};

static bool read_chunk(struct text file, size_t at, struct chunk *out_chunk)
{
    const char *begin = file.at + at;
    size_t left = file.bytes - at;
    size_t length;

    if (left < CHUNK_BYTES_MIN) return false;
    length = scan_u32(begin);
    if (length > left - CHUNK_BYTES_MIN) return false;
    *out_chunk = (struct chunk){.whole = {begin, CHUNK_BYTES_MIN + length},
                                .type = {begin + TYPE_AT, BODY_AT - TYPE_AT},
                                .body = {begin + BODY_AT, length}};
    return crc32(crc32(0, NULL, 0), (const Bytef *)begin + TYPE_AT,
                 (uInt)(BODY_AT - TYPE_AT + length)) == scan_u32(begin + BODY_AT + length);
}

static bool is_needed(struct text type)
{
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        if (text_equal(type, needed[i])) return true;
    }
    return false;
}

static bool is_critical(struct text type)
{
    return type.at[0] >= 'A' && type.at[0] <= 'Z';
}

/* The first one says how large the picture is. */
static bool check_head(const struct chunk *chunk)
{
    enum { HEAD_BYTES = 13, HEIGHT_AT = 4 };

    return text_equal(chunk->type, TEXT("IHDR")) && chunk->body.bytes == HEAD_BYTES &&
           scan_fits(scan_u32(chunk->body.at), scan_u32(chunk->body.at + HEIGHT_AT));
}

bool scan_png(struct text file, struct scan_out *out)
{
    struct chunk chunk = {.type = {"", 0}};
    bool has_picture = false;

    scan_add(out, (struct text){file.at, SIGNATURE_BYTES});
    for (size_t at = SIGNATURE_BYTES; !text_equal(chunk.type, TEXT("IEND"));
         at += chunk.whole.bytes) {
        if (!read_chunk(file, at, &chunk)) return false;
        if (at == SIGNATURE_BYTES && !check_head(&chunk)) return false;
        if (!is_needed(chunk.type) && is_critical(chunk.type)) return false;
        if (is_needed(chunk.type)) scan_add(out, chunk.whole);
        has_picture = has_picture || text_equal(chunk.type, TEXT("IDAT"));
    }
    return has_picture;
}
