#include "base/text.h"

#include <errno.h>
#include <stdlib.h>

enum { REAL_BYTES_MAX = 40 };

int text_compare(struct text a, struct text b)
{
    size_t shared = a.bytes < b.bytes ? a.bytes : b.bytes;
    int order = shared ? memcmp(a.at, b.at, shared) : 0;

    if (order != 0) return order;
    return (a.bytes > b.bytes) - (a.bytes < b.bytes);
}

bool text_starts(struct text whole, struct text beginning)
{
    if (beginning.bytes > whole.bytes) return false;
    return text_equal((struct text){whole.at, beginning.bytes}, beginning);
}

bool text_ends(struct text whole, struct text ending)
{
    if (ending.bytes > whole.bytes) return false;
    return text_equal((struct text){whole.at + whole.bytes - ending.bytes, ending.bytes}, ending);
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

struct text text_trim(struct text text)
{
    while (text.bytes && is_space(text.at[0])) {
        text.at++;
        text.bytes--;
    }
    while (text.bytes && is_space(text.at[text.bytes - 1])) {
        text.bytes--;
    }
    return text;
}

size_t text_find(struct text text, char byte)
{
    const char *found = text.bytes ? memchr(text.at, byte, text.bytes) : NULL;

    return found ? (size_t)(found - text.at) : text.bytes;
}

struct text text_cut(struct text *rest, char separator)
{
    size_t end = text_find(*rest, separator);
    struct text part = {rest->at, end};

    if (end == rest->bytes) {
        *rest = (struct text){NULL, 0};
    } else {
        *rest = (struct text){rest->at + end + 1, rest->bytes - end - 1};
    }
    return part;
}

bool text_int(struct text text, int64_t *out_value)
{
    bool negative = text.bytes && text.at[0] == '-';
    int64_t value = 0;

    if (negative) {
        text.at++;
        text.bytes--;
    }
    if (!text_digits(text)) return false;
    for (size_t i = 0; i < text.bytes; i++) {
        if (__builtin_mul_overflow(value, 10, &value)) return false;
        if (__builtin_sub_overflow(value, text.at[i] - '0', &value)) return false;
    }
    if (!negative && __builtin_sub_overflow(0, value, &value)) return false;
    *out_value = value;
    return true;
}

bool text_real(struct text text, double *out_value)
{
    char copy[REAL_BYTES_MAX + 1];
    char *end = NULL;
    double value;

    if (text.bytes == 0 || text.bytes > REAL_BYTES_MAX) return false;
    for (size_t i = 0; i < text.bytes; i++) {
        if (!memchr("0123456789.-", text.at[i], 12)) return false;
    }
    memcpy(copy, text.at, text.bytes);
    copy[text.bytes] = '\0';
    errno = 0;
    value = strtod(copy, &end);
    if (errno != 0 || *end != '\0') return false;
    *out_value = value;
    return true;
}

bool text_digits(struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return false;
    }
    return text.bytes > 0;
}

/* One row of the Unicode table of well-formed sequences: how many bytes follow
 * a lead byte, and which values the second may have. */
struct sequence {
    unsigned char from, to;
    unsigned char follow;
    unsigned char second_from, second_to;
};

static const struct sequence sequences[] = {
    {0x00, 0x7f, 0, 0, 0},       {0xc2, 0xdf, 1, 0x80, 0xbf}, {0xe0, 0xe0, 2, 0xa0, 0xbf},
    {0xe1, 0xec, 2, 0x80, 0xbf}, {0xed, 0xed, 2, 0x80, 0x9f}, {0xee, 0xef, 2, 0x80, 0xbf},
    {0xf0, 0xf0, 3, 0x90, 0xbf}, {0xf1, 0xf3, 3, 0x80, 0xbf}, {0xf4, 0xf4, 3, 0x80, 0x8f},
};

static const struct sequence *sequence_of(unsigned char lead)
{
    for (size_t i = 0; i < COUNT_OF(sequences); i++) {
        if (lead >= sequences[i].from && lead <= sequences[i].to) return &sequences[i];
    }
    return NULL;
}

/* Bytes of the character that begins here, or 0 when it is not well formed. */
static size_t character_bytes(const unsigned char *at, size_t bytes)
{
    const struct sequence *sequence = sequence_of(at[0]);

    if (!sequence || sequence->follow >= bytes) return 0;
    if (sequence->follow && (at[1] < sequence->second_from || at[1] > sequence->second_to)) {
        return 0;
    }
    for (size_t i = 2; i <= sequence->follow; i++) {
        if (at[i] < 0x80 || at[i] > 0xbf) return 0;
    }
    return (size_t)sequence->follow + 1;
}

bool text_utf8(struct text text)
{
    const unsigned char *at = (const unsigned char *)text.at;

    for (size_t i = 0; i < text.bytes;) {
        size_t step = character_bytes(at + i, text.bytes - i);

        if (step == 0) return false;
        i += step;
    }
    return true;
}

bool text_plain(struct text text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte < 0x20 || byte == 0x7f) return false;
    }
    return text_utf8(text);
}

bool text_reorders(struct text text)
{
    const unsigned char *at = (const unsigned char *)text.at;

    for (size_t i = 0; i + 2 < text.bytes; i++) {
        if (at[i] != 0xe2) continue;
        if (at[i + 1] == 0x80 && at[i + 2] >= 0xa8 && at[i + 2] <= 0xae) return true;
        if (at[i + 1] == 0x81 && at[i + 2] >= 0xa6 && at[i + 2] <= 0xa9) return true;
    }
    return false;
}

/* FNV-1a with a final mix, so that the low bits depend on every byte. */
uint64_t text_hash(struct text text)
{
    uint64_t hash = 0xcbf29ce484222325u;

    for (size_t i = 0; i < text.bytes; i++) {
        hash = (hash ^ (unsigned char)text.at[i]) * 0x100000001b3u;
    }
    hash ^= hash >> 32;
    hash *= 0x9fb21c651e98df25u;
    return hash ^ (hash >> 29);
}
