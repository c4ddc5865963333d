/* A JPEG is a chain of segments, FF marker length bytes, and coded data after each
 * scan's header, in which FF is followed by 00 or a restart marker. */
#include "documents/scan_private.h"

enum marker {
    MARKER_FILL = 0xFF,
    MARKER_STUFFED = 0x00,
    MARKER_SOF_FIRST = 0xC0,
    MARKER_DHT = 0xC4,
    MARKER_JPG = 0xC8,
    MARKER_DAC = 0xCC,
    MARKER_SOF_LAST = 0xCF,
    MARKER_RST_FIRST = 0xD0,
    MARKER_RST_LAST = 0xD7,
    MARKER_SOI = 0xD8,
    MARKER_EOI = 0xD9,
    MARKER_SOS = 0xDA,
    MARKER_DQT = 0xDB,
    MARKER_DNL = 0xDC,
    MARKER_DRI = 0xDD,
    MARKER_EXIF = 0xE1,  /* APP1 */
    MARKER_ADOBE = 0xEE, /* APP14: how colours are meant */
};
enum { MARKER_BYTES = 2, LENGTH_BYTES = 2, ORIENTATION_UPRIGHT = 1, ORIENTATION_LAST = 8 };

/* ---- segments ---- */

struct segment {
    int marker;
    struct text whole; /* from FF to its end */
    struct text body;  /* after the length */
};

static int byte_at(struct text file, size_t at)
{
    return (uint8_t)file.at[at];
}

/* The segment at `at`, or false where there is none. */
static bool read_segment(struct text file, size_t at, struct segment *out_segment)
{
    size_t length;
    int marker;

    if (at >= file.bytes || byte_at(file, at) != MARKER_FILL) return false;
    while (at + 1 < file.bytes && byte_at(file, at + 1) == MARKER_FILL) {
        at++;
    }
    if (file.bytes - at < MARKER_BYTES) return false;
    marker = byte_at(file, at + 1);
    *out_segment = (struct segment){.marker = marker, .whole = {file.at + at, MARKER_BYTES}};
    if (marker == MARKER_EOI) return true;
    if (marker < MARKER_SOF_FIRST || (marker >= MARKER_RST_FIRST && marker <= MARKER_SOI)) {
        return false;
    }
    if (file.bytes - at < MARKER_BYTES + LENGTH_BYTES) return false;
    length = scan_u16(file.at + at + MARKER_BYTES);
    if (length < LENGTH_BYTES || length > file.bytes - at - MARKER_BYTES) return false;
    out_segment->whole.bytes = MARKER_BYTES + length;
    out_segment->body =
        (struct text){file.at + at + MARKER_BYTES + LENGTH_BYTES, length - LENGTH_BYTES};
    return true;
}

static bool is_frame(int marker)
{
    return marker >= MARKER_SOF_FIRST && marker <= MARKER_SOF_LAST && marker != MARKER_DHT &&
           marker != MARKER_JPG && marker != MARKER_DAC;
}

/* What a reader needs in order to draw the picture. */
static bool is_needed(int marker)
{
    return is_frame(marker) || marker == MARKER_DHT || marker == MARKER_DAC ||
           marker == MARKER_DQT || marker == MARKER_DNL || marker == MARKER_DRI ||
           marker == MARKER_SOS || marker == MARKER_EOI || marker == MARKER_ADOBE;
}

/* ---- the way it is held ---- */

static uint32_t number(const char *at, size_t bytes, bool is_little)
{
    uint32_t value = 0;

    for (size_t i = 0; i < bytes; i++) {
        value = value << 8 | (uint8_t)at[is_little ? bytes - 1 - i : i];
    }
    return value;
}

/* The orientation in the first directory of an EXIF, 1 without one. */
static int read_orientation(struct text body)
{
    enum { NAME = 6, HEAD = 8, COUNT = 2, ENTRY = 12, VALUE_AT = 8, TAG = 0x0112, SHORT = 3 };
    struct text tiff = {body.at + NAME, body.bytes - NAME};
    size_t at, count;
    bool is_little;

    if (tiff.bytes < HEAD) return ORIENTATION_UPRIGHT;
    is_little = tiff.at[0] == 'I';
    at = number(tiff.at + 4, 4, is_little);
    if (at > tiff.bytes || tiff.bytes - at < COUNT) return ORIENTATION_UPRIGHT;
    count = number(tiff.at + at, COUNT, is_little);
    for (at += COUNT; count > 0 && tiff.bytes - at >= ENTRY; count--, at += ENTRY) {
        int value = (int)number(tiff.at + at + VALUE_AT, 2, is_little);

        if (number(tiff.at + at, 2, is_little) != TAG) continue;
        if (number(tiff.at + at + 2, 2, is_little) != SHORT) break;
        return value >= 1 && value <= ORIENTATION_LAST ? value : ORIENTATION_UPRIGHT;
    }
    return ORIENTATION_UPRIGHT;
}

/* An EXIF that says nothing else. */
static void add_orientation(struct scan_out *out, int orientation)
{
    static const struct text before =
        TEXT_INIT("\xFF\xE1\0\x22"
                  "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    char value = (char)orientation;

    scan_add(out, before);
    scan_add(out, (struct text){&value, 1});
    scan_add(out, (struct text){"\0\0\0\0\0\0", 6});
}

/* ---- the whole ---- */

struct walk {
    struct text file;
    size_t at;
    struct scan_out *out;
    bool has_frame;
    bool has_scan;
    bool has_orientation;
    bool is_done;
};

/* Coded data goes to the next marker that is none of its own. */
static size_t coded_bytes(struct text file, size_t at)
{
    size_t begin = at;

    for (; at + 1 < file.bytes; at++) {
        int next = byte_at(file, at + 1);

        if (byte_at(file, at) != MARKER_FILL || next == MARKER_STUFFED || next == MARKER_FILL) {
            continue;
        }
        if (next < MARKER_RST_FIRST || next > MARKER_RST_LAST) break;
    }
    return at - begin;
}

static bool check_frame(struct walk *walk, struct text body)
{
    enum { HEIGHT_AT = 1, WIDTH_AT = 3, FRAME_BYTES_MIN = 6 };

    if (walk->has_frame || body.bytes < FRAME_BYTES_MIN) return false;
    walk->has_frame = true;
    return scan_fits(scan_u16(body.at + WIDTH_AT), scan_u16(body.at + HEIGHT_AT));
}

static void keep_orientation(struct walk *walk, const struct segment *segment)
{
    int orientation;

    if (segment->marker != MARKER_EXIF || walk->has_orientation || walk->has_frame) return;
    if (!text_starts(segment->body, TEXT("Exif\0\0"))) return;
    orientation = read_orientation(segment->body);
    if (orientation == ORIENTATION_UPRIGHT) return;
    add_orientation(walk->out, orientation);
    walk->has_orientation = true;
}

static bool take_segment(struct walk *walk)
{
    struct segment segment;

    if (!read_segment(walk->file, walk->at, &segment)) return false;
    walk->at = (size_t)(segment.whole.at - walk->file.at) + segment.whole.bytes;
    if (is_frame(segment.marker) && !check_frame(walk, segment.body)) return false;
    keep_orientation(walk, &segment);
    if (is_needed(segment.marker)) scan_add(walk->out, segment.whole);
    if (segment.marker == MARKER_SOS) {
        size_t bytes = coded_bytes(walk->file, walk->at);

        if (!walk->has_frame || bytes == 0) return false;
        walk->has_scan = true;
        scan_add(walk->out, (struct text){walk->file.at + walk->at, bytes});
        walk->at += bytes;
    }
    walk->is_done = segment.marker == MARKER_EOI;
    return true;
}

bool scan_jpeg(struct text file, struct scan_out *out)
{
    struct walk walk = {.file = file, .at = MARKER_BYTES, .out = out};

    scan_add(out, (struct text){file.at, MARKER_BYTES});
    while (!walk.is_done) {
        if (!take_segment(&walk)) return false;
    }
    return walk.has_frame && walk.has_scan;
}
