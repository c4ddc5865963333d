#include "http/query.h"

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

/* The byte that an escape at `i` stands for, or -1 when it is none. */
static int escaped_byte(struct text text, size_t i)
{
    int high, low;

    if (text.bytes - i < 3 || text.at[i] != '%') return -1;
    high = hex_value(text.at[i + 1]);
    low = hex_value(text.at[i + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static struct text decode(struct text text, char blank, struct arena *mem)
{
    char *to = arena_alloc(mem, text.bytes + 1);
    size_t bytes = 0;

    for (size_t i = 0; i < text.bytes; i++) {
        int byte = escaped_byte(text, i);

        if (byte >= 0) {
            to[bytes++] = (char)byte;
            i += 2;
        } else {
            to[bytes++] = text.at[i] == blank ? ' ' : text.at[i];
        }
    }
    return (struct text){to, bytes};
}

struct text query_decode_segment(struct text segment, struct arena *mem)
{
    return decode(segment, ' ', mem);
}

struct text query_find(struct text query, struct text name, struct arena *mem)
{
    for (int i = 0; query.at && i < QUERY_PARAMETERS_MAX; i++) {
        struct text value = text_cut(&query, '&');
        struct text key = text_cut(&value, '=');

        /* Names are compared as they stand when they need no decoding. */
        if (text_find(key, '%') < key.bytes || text_find(key, '+') < key.bytes) {
            key = decode(key, '+', mem);
        }
        if (!text_equal(key, name)) continue;
        return value.at ? decode(value, '+', mem) : (struct text){"", 0};
    }
    return (struct text){NULL, 0};
}
