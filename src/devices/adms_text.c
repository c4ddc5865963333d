#include "devices/adms_text.h"

#include <iconv.h>

enum { UTF8_PER_GB18030_BYTE = 2 }; /* two bytes become three, four become at most four */

/* A valid sequence may still be a control character: no screen wants those. */
static void blank_controls(char *at, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        if ((unsigned char)at[i] < 0x20 || at[i] == 0x7f) at[i] = ' ';
    }
}

static bool convert(struct arena *mem, struct text bytes, struct text *out_text)
{
    iconv_t converter = iconv_open("UTF-8", "GB18030");
    size_t room = bytes.bytes * UTF8_PER_GB18030_BYTE;
    char *at = arena_alloc(mem, room + 1);
    char *to = at;
    char *from = arena_alloc(mem, bytes.bytes + 1);
    size_t left = bytes.bytes;
    bool done;

    if (converter == (iconv_t)-1) return false; /* this system lacks the table */
    for (size_t i = 0; i < bytes.bytes; i++) {
        from[i] = bytes.at[i];
    }
    done = iconv(converter, &from, &left, &to, &room) != (size_t)-1 && left == 0;
    IGNORE(iconv_close(converter), "a converter without state");
    if (done) *out_text = (struct text){at, (size_t)(to - at)};
    return done;
}

static struct text without_foreign(struct arena *mem, struct text bytes)
{
    char *at = arena_alloc(mem, bytes.bytes + 1);

    for (size_t i = 0; i < bytes.bytes; i++) {
        at[i] = bytes.at[i];
        if ((unsigned char)bytes.at[i] >= 0x80) at[i] = '?';
    }
    return (struct text){at, bytes.bytes};
}

struct text adms_text_readable(struct arena *mem, struct text bytes)
{
    struct text readable = {NULL, 0};

    if (text_plain(bytes)) return bytes;
    if (text_utf8(bytes)) {
        readable = arena_text(mem, bytes);
    } else if (!convert(mem, bytes, &readable)) {
        readable = without_foreign(mem, bytes);
    }
    blank_controls((char *)(uintptr_t)readable.at, readable.bytes);
    return readable;
}
