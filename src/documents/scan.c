#include "documents/scan_private.h"

static const struct {
    const char *type;
    const char *ending;
} kinds[] = {
#define SCAN(name, word, type, ending) {(type), (ending)},
#include "documents/scan_kind.def"
#undef SCAN
};

const struct record_choice scan_kind_choices[] = {
#define SCAN(name, word, type, ending) {(word), SCAN_##name},
#include "documents/scan_kind.def"
#undef SCAN
    {NULL, 0},
};

const char *scan_type(enum scan_kind kind)
{
    assert((size_t)kind < COUNT_OF(kinds));
    return kinds[kind].type;
}

const char *scan_ending(enum scan_kind kind)
{
    assert((size_t)kind < COUNT_OF(kinds));
    return kinds[kind].ending;
}

void scan_add(struct scan_out *out, struct text bytes)
{
    assert(bytes.bytes <= out->bytes_max - out->bytes);
    if (bytes.bytes > 0) memcpy(out->at + out->bytes, bytes.at, bytes.bytes);
    out->bytes += bytes.bytes;
}

/* ---- what it is, by its first bytes ---- */

static const struct {
    struct text beginning;
    enum scan_kind kind;
} beginnings[] = {
    {TEXT_INIT("%PDF-"), SCAN_PDF},
    {TEXT_INIT("\xFF\xD8\xFF"), SCAN_JPEG},
    {TEXT_INIT("\x89PNG\r\n\x1A\n"), SCAN_PNG},
};

static bool find_kind(struct text file, enum scan_kind *out_kind)
{
    for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
        if (!text_starts(file, beginnings[i].beginning)) continue;
        *out_kind = beginnings[i].kind;
        return true;
    }
    return false;
}

/* What newer phones write: a box "ftyp" and the brand of the pictures inside. */
static bool is_heic(struct text file)
{
    static const struct text brands[] = {TEXT_INIT("heic"), TEXT_INIT("heix"), TEXT_INIT("hevc"),
                                         TEXT_INIT("mif1"), TEXT_INIT("msf1"), TEXT_INIT("avif")};
    enum { BOX_AT = 4, BRAND_AT = 8, BRAND_BYTES = 4 };

    if (file.bytes < BRAND_AT + BRAND_BYTES || memcmp(file.at + BOX_AT, "ftyp", BRAND_BYTES) != 0) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(brands); i++) {
        if (memcmp(file.at + BRAND_AT, brands[i].at, BRAND_BYTES) == 0) return true;
    }
    return false;
}

static enum rc refuse_kind(struct text file, struct problem *why)
{
    if (file.bytes == 0) return problem_at(why, RC_INVALID, "file", "the file is empty");
    if (is_heic(file)) {
        return problem_at(why, RC_INVALID, "file",
                          "HEIC pictures are not taken: set the camera to JPEG (most compatible) "
                          "and photograph the paper again");
    }
    return problem_at(why, RC_INVALID, "file", "only PDF, JPEG and PNG are taken");
}

static bool take_picture(enum scan_kind kind, struct text file, struct scan_out *out)
{
    return kind == SCAN_JPEG ? scan_jpeg(file, out) : scan_png(file, out);
}

enum rc scan_take(struct text file, struct arena *mem, struct scan *out_scan, struct problem *why)
{
    struct scan_out out = {.bytes_max = file.bytes + SCAN_ADDED_BYTES_MAX};
    enum scan_kind kind = SCAN_PDF;

    if (file.bytes > SCAN_BYTES_MAX + SCAN_ADDED_BYTES_MAX) {
        return problem_at(why, RC_TOO_LARGE, "file", "the file has more than %d bytes",
                          SCAN_BYTES_MAX);
    }
    if (!find_kind(file, &kind)) return refuse_kind(file, why);
    out.at = arena_alloc(mem, out.bytes_max);
    if (kind == SCAN_PDF) {
        TRY(scan_pdf(file, &out, why));
    } else if (!take_picture(kind, file, &out)) {
        return problem_at(why, RC_INVALID, "file",
                          "the picture is cut off or damaged: take or choose it again");
    }
    *out_scan = (struct scan){kind, {out.at, out.bytes}};
    return RC_OK;
}
