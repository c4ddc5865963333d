#include "http/compress.h"

#include "base/limits.h"

#include <string.h>
#include <zlib.h>

enum { GZIP_WINDOW = 15 + 16, GZIP_LEVEL = 1, GZIP_MEMORY = 8, CHUNK_BYTES = 16 * 1024 };

/* "gzip;q=0" and "*;q=0" refuse; a weight with any digit above 0 accepts. */
static bool is_refused(struct text parameters)
{
    struct text weight = text_trim(parameters);

    if (!text_starts(weight, TEXT("q="))) return false;
    for (size_t i = 2; i < weight.bytes; i++) {
        if (weight.at[i] >= '1' && weight.at[i] <= '9') return false;
    }
    return true;
}

bool compress_accepts_gzip(struct text header)
{
    while (header.at) {
        struct text parameters = text_cut(&header, ',');
        struct text coding = text_trim(text_cut(&parameters, ';'));

        if (!text_equal_ignoring_case(coding, TEXT("gzip")) && !text_equal(coding, TEXT("*"))) {
            continue;
        }
        return !is_refused(parameters);
    }
    return false;
}

bool compress_is_worth_it(const char *content_type, size_t bytes)
{
    static const char *const types[] = {"text/", "application/json", "application/problem+json"};

    if (bytes < HTTP_COMPRESS_BYTES_MIN || bytes > HTTP_COMPRESS_BYTES_MAX) return false;
    for (size_t i = 0; i < COUNT_OF(types); i++) {
        if (text_starts(text_of(content_type), text_of(types[i]))) return true;
    }
    return false;
}

static void end_stream(z_stream *stream)
{
    IGNORE(deflateEnd(stream), "it may tell that the stream was not finished");
}

bool compress_gzip(struct text body, struct buf *to)
{
    CLEANUP(end_stream) z_stream stream = {0};
    unsigned char chunk[CHUNK_BYTES];
    union {
        const char *constant;
        unsigned char *bytes;
    } input = {body.at}; /* zlib does not write there, but its type says so */
    int state = Z_OK;

    if (deflateInit2(&stream, GZIP_LEVEL, Z_DEFLATED, GZIP_WINDOW, GZIP_MEMORY,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
        return false;
    }
    stream.next_in = input.bytes;
    stream.avail_in = (unsigned)body.bytes;
    while (state == Z_OK && buf_ok(to)) {
        stream.next_out = chunk;
        stream.avail_out = sizeof chunk;
        state = deflate(&stream, Z_FINISH);
        buf_add_bytes(to, chunk, sizeof chunk - stream.avail_out);
    }
    return state == Z_STREAM_END && buf_ok(to) && to->bytes < body.bytes;
}
