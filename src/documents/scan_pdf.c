/* A PDF is looked through for names, wherever they stand: a file that names a
 * program is refused also when nothing runs it.  Objects may be packed together
 * (object streams); those are unpacked to be looked through as well. */
#include "base/mem.h"
#include "documents/scan_private.h"

#include <zlib.h>

enum {
    TAIL_BYTES = 1024,            /* in which the end is looked for, as readers do */
    NAME_BYTES = 32,              /* longer than every name that is looked for */
    STREAM_AFTER = 1024,          /* a packed stream begins so soon after its name */
    PACKED_BYTES_MAX = 4 << 20,   /* of one packed stream, unpacked */
    UNPACKED_BYTES_MAX = 16 << 20 /* of all together */
};

struct finding {
    bool is_active;
    bool is_locked;
    bool is_signed;
};

/* Long names only: a short one stands in packed pictures by chance. */
static const struct {
    struct text name;
    struct finding means;
} names[] = {
    {TEXT_INIT("JavaScript"), {.is_active = true}},
    {TEXT_INIT("EmbeddedFile"), {.is_active = true}},
    {TEXT_INIT("EmbeddedFiles"), {.is_active = true}},
    {TEXT_INIT("RichMedia"), {.is_active = true}},
    {TEXT_INIT("Launch"), {.is_active = true}},
    {TEXT_INIT("SubmitForm"), {.is_active = true}},
    {TEXT_INIT("ImportData"), {.is_active = true}},
    {TEXT_INIT("Encrypt"), {.is_locked = true}},
    {TEXT_INIT("ByteRange"), {.is_signed = true}},
};

/* ---- names ---- */

static bool ends_name(char byte)
{
    return (uint8_t)byte <= ' ' || strchr("()<>[]{}/%", byte) != NULL;
}

static int hex_of(char byte)
{
    static const char digits[] = "0123456789abcdef";
    const char *at =
        memchr(digits, byte >= 'A' && byte <= 'F' ? byte + ('a' - 'A') : byte, sizeof digits - 1);

    return at ? (int)(at - digits) : -1;
}

/* The name after a '/', with its #xx as the letters that they mean; cut when it
 * is longer than any that matters. */
static struct text read_name(struct text file, size_t at, char *space)
{
    struct text name = {space, 0};

    while (at < file.bytes && !ends_name(file.at[at]) && name.bytes < NAME_BYTES) {
        char byte = file.at[at++];

        if (byte == '#' && file.bytes - at >= 2 && hex_of(file.at[at]) >= 0 &&
            hex_of(file.at[at + 1]) >= 0) {
            byte = (char)(hex_of(file.at[at]) << 4 | hex_of(file.at[at + 1]));
            at += 2;
        }
        space[name.bytes++] = byte;
    }
    return name;
}

static void weigh(struct text name, struct finding *finding)
{
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (!text_equal(name, names[i].name)) continue;
        finding->is_active |= names[i].means.is_active;
        finding->is_locked |= names[i].means.is_locked;
        finding->is_signed |= names[i].means.is_signed;
    }
}

/* The next '/', from `at` on. */
static size_t next_name(struct text file, size_t at)
{
    return at + text_find((struct text){file.at + at, file.bytes - at}, '/');
}

static void look_through(struct text file, struct finding *finding)
{
    char space[NAME_BYTES];

    for (size_t at = next_name(file, 0); at < file.bytes; at = next_name(file, at + 1)) {
        weigh(read_name(file, at + 1, space), finding);
    }
}

/* ---- packed objects ---- */

/* Where the bytes of a stream begin, soon after `at`; 0: nowhere. */
static size_t find_stream(struct text file, size_t at)
{
    static const char word[] = "stream";
    size_t left = file.bytes - at < STREAM_AFTER ? file.bytes - at : STREAM_AFTER;
    const char *found = memmem(file.at + at, left, word, sizeof word - 1);
    size_t begin;

    if (!found) return 0;
    begin = (size_t)(found - file.at) + sizeof word - 1;
    if (begin < file.bytes && file.at[begin] == '\r') begin++;
    if (begin < file.bytes && file.at[begin] == '\n') begin++;
    return begin;
}

/* Unpack into `space`; 0 when it cannot be unpacked, or is too much. */
static size_t unpack(struct text packed, char *space, size_t space_bytes)
{
    z_stream stream = {.avail_in = (uInt)packed.bytes, .avail_out = (uInt)space_bytes};
    union {
        const char *read;
        Bytef *given;
    } input = {packed.at}; /* zlib does not write there, but its type says so */
    int ended;

    stream.next_in = input.given;
    stream.next_out = (Bytef *)space;
    if (inflateInit(&stream) != Z_OK) return 0;
    ended = inflate(&stream, Z_FINISH);
    IGNORE(inflateEnd(&stream), "it only frees");
    return ended == Z_STREAM_END ? stream.total_out : 0;
}

/* False when there are packed objects that cannot be looked through. */
static bool look_through_packed(struct text file, struct finding *finding)
{
    CLEANUP(mem_release) char *unpacked = NULL;
    char space[NAME_BYTES];
    size_t total = 0;

    for (size_t at = next_name(file, 0); at < file.bytes; at = next_name(file, at + 1)) {
        size_t begin, bytes;

        if (!text_equal(read_name(file, at + 1, space), TEXT("ObjStm"))) continue;
        begin = find_stream(file, at);
        if (begin == 0 || total > UNPACKED_BYTES_MAX) return false;
        if (!unpacked) unpacked = mem_alloc(1, PACKED_BYTES_MAX);
        bytes =
            unpack((struct text){file.at + begin, file.bytes - begin}, unpacked, PACKED_BYTES_MAX);
        if (bytes == 0) return false;
        total += bytes;
        look_through((struct text){unpacked, bytes}, finding);
    }
    return true;
}

/* ---- what it says besides the paper ---- */

static void blank_xmp(char *at, size_t bytes)
{
    static const char begin[] = "<x:xmpmeta", end[] = "</x:xmpmeta>";
    char *stop = at + bytes;

    for (;;) {
        char *from = memmem(at, (size_t)(stop - at), begin, sizeof begin - 1);
        char *to = from ? memmem(from, (size_t)(stop - from), end, sizeof end - 1) : NULL;

        if (!to) return;
        at = to + sizeof end - 1;
        memset(from, ' ', (size_t)(at - from));
    }
}

/* Of pictures inside: a segment of an application says at its beginning whose it
 * is; FF, its marker and its length stand before.  The length stays. */
static void blank_mark(char *at, size_t bytes, struct text mark)
{
    enum { BEFORE = 4, LENGTH_BYTES = 2, MARKER_FILL = 0xFF, APPLICATION = 0xE0 };
    char *stop = at + bytes;

    for (char *found = at; (found = memmem(found, (size_t)(stop - found), mark.at, mark.bytes));
         found++) {
        size_t length, left = (size_t)(stop - found);

        if (found - at < BEFORE || (uint8_t)found[-4] != MARKER_FILL ||
            ((uint8_t)found[-3] & 0xF0) != APPLICATION) {
            continue;
        }
        length = scan_u16(found - LENGTH_BYTES);
        if (length < LENGTH_BYTES + mark.bytes || length - LENGTH_BYTES > left) continue;
        memset(found, 0, length - LENGTH_BYTES);
    }
}

static void blank_pictures(char *at, size_t bytes)
{
    static const struct text marks[] = {
        TEXT_INIT("Exif\0\0"),
        TEXT_INIT("http://ns.adobe.com/xap/1.0/"),
        TEXT_INIT("http://ns.adobe.com/xmp/extension/"),
        TEXT_INIT("Photoshop 3.0"),
    };

    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        blank_mark(at, bytes, marks[i]);
    }
}

/* ---- the whole ---- */

/* Where its last end mark begins, which readers look for in the tail; or NULL. */
static const char *find_end(struct text file)
{
    static const char mark[] = "%%EOF";
    size_t tail = file.bytes < TAIL_BYTES ? file.bytes : TAIL_BYTES;
    const char *end = NULL, *stop = file.at + file.bytes;

    for (const char *at = stop - tail; at; at = at ? at + 1 : NULL) {
        at = memmem(at, (size_t)(stop - at), mark, sizeof mark - 1);
        if (at) end = at;
    }
    return end;
}

static enum rc check(struct text file, struct finding *finding, struct problem *why)
{
    bool is_open;

    look_through(file, finding);
    is_open = look_through_packed(file, finding);
    if (finding->is_locked || !is_open) {
        return problem_at(why, RC_INVALID, "file",
                          "this PDF is locked: save it without a password, "
                          "or photograph the paper");
    }
    if (!finding->is_active) return RC_OK;
    return problem_at(why, RC_INVALID, "file",
                      "this PDF holds programs or other files: print it as a plain PDF, "
                      "or photograph the paper");
}

enum rc scan_pdf(struct text file, struct scan_out *out, struct problem *why)
{
    struct finding finding = {.is_active = false};
    const char *end = find_end(file);

    if (!end) {
        return problem_at(why, RC_INVALID, "file",
                          "the PDF is cut off or damaged: make or choose it again");
    }
    TRY(check(file, &finding, why));
    scan_add(out, file);
    if (finding.is_signed) return RC_OK;
    blank_xmp(out->at, (size_t)(end - file.at));
    blank_pictures(out->at, (size_t)(end - file.at));
    if (check((struct text){out->at, out->bytes}, &finding, NULL) == RC_OK) return RC_OK;
    memcpy(out->at, file.at, file.bytes); /* what looked like a mark was part of something packed */
    return RC_OK;
}
