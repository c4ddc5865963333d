#include "base/json_write.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

enum { FORMAT_BYTES_MAX = 256 };

void json_write_init(struct json_write *json, struct buf *to)
{
    *json = (struct json_write){.to = to};
}

/* What bytes below 0x20 and the two special ones are written as; 0 means \u. */
static char short_escape(unsigned char byte)
{
    switch (byte) {
    case '"':
        return '"';
    case '\\':
        return '\\';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

static void add_escape(struct buf *to, unsigned char byte)
{
    static const char hex[] = "0123456789abcdef";
    char letter = short_escape(byte);
    char escape[6] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};

    if (letter) {
        escape[1] = letter;
        buf_add_bytes(to, escape, 2);
    } else {
        buf_add_bytes(to, escape, sizeof escape);
    }
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\';
}

/* Write what begins at `i` and is not plain ASCII; returns how many bytes. */
static size_t add_special(struct buf *to, struct text value, size_t i)
{
    unsigned char byte = (unsigned char)value.at[i];
    size_t most = value.bytes - i < 4 ? value.bytes - i : 4;

    if (byte < 0x80) {
        add_escape(to, byte);
        return 1;
    }
    for (size_t bytes = 2; bytes <= most; bytes++) {
        struct text character = {value.at + i, bytes};

        if (!text_utf8(character)) continue;
        buf_add(to, character);
        return bytes;
    }
    buf_add(to, TEXT("\xef\xbf\xbd"));
    return 1;
}

static void add_quoted(struct buf *to, struct text value)
{
    size_t i = 0;

    buf_add_char(to, '"');
    while (i < value.bytes) {
        size_t start = i;

        while (i < value.bytes && is_plain((unsigned char)value.at[i])) {
            i++;
        }
        buf_add_bytes(to, value.at + start, i - start);
        if (i < value.bytes) i += add_special(to, value, i);
    }
    buf_add_char(to, '"');
}

/* What comes before any value: the comma and the key. */
static void begin(struct json_write *json, const char *key)
{
    bool in_object = json->depth > 0 && json->is_object[json->depth - 1];

    assert(in_object == (key != NULL));
    if (json->comma) buf_add_char(json->to, ',');
    json->comma = true;
    if (!key) return;
    add_quoted(json->to, text_of(key));
    buf_add_char(json->to, ':');
}

static void open_level(struct json_write *json, const char *key, bool is_object)
{
    assert(json->depth < JSON_WRITE_DEPTH_MAX);
    begin(json, key);
    buf_add_char(json->to, is_object ? '{' : '[');
    json->is_object[json->depth++] = is_object;
    json->comma = false;
}

void json_write_object(struct json_write *json, const char *key)
{
    open_level(json, key, true);
}

void json_write_array(struct json_write *json, const char *key)
{
    open_level(json, key, false);
}

void json_write_end(struct json_write *json)
{
    assert(json->depth > 0);
    json->depth--;
    buf_add_char(json->to, json->is_object[json->depth] ? '}' : ']');
    json->comma = true;
}

void json_write_text(struct json_write *json, const char *key, struct text value)
{
    begin(json, key);
    add_quoted(json->to, value);
}

void json_write_cstr(struct json_write *json, const char *key, const char *value)
{
    if (value) {
        json_write_text(json, key, text_of(value));
    } else {
        json_write_null(json, key);
    }
}

void json_write_format(struct json_write *json, const char *key, const char *format, ...)
{
    char value[FORMAT_BYTES_MAX];
    va_list args;

    va_start(args, format);
    IGNORE(vsnprintf(value, sizeof value, format, args), "meant for short texts; longer are cut");
    va_end(args);
    json_write_text(json, key, text_of(value));
}

void json_write_int(struct json_write *json, const char *key, int64_t value)
{
    begin(json, key);
    buf_add_int(json->to, value);
}

/* The shortest of 15 to 17 digits that reads back as the same number. */
static void add_real(struct buf *to, double value)
{
    char digits[32];
    double again = 0;

    for (int precision = 15; precision <= 17; precision++) {
        IGNORE(snprintf(digits, sizeof digits, "%.*g", precision, value), "always fits");
        if (sscanf(digits, "%lf", &again) == 1 && again == value) break;
    }
    buf_add(to, text_of(digits));
}

void json_write_real(struct json_write *json, const char *key, double value)
{
    if (!isfinite(value)) {
        json_write_null(json, key);
        return;
    }
    begin(json, key);
    add_real(json->to, value);
}

void json_write_bool(struct json_write *json, const char *key, bool value)
{
    json_write_raw(json, key, value ? TEXT("true") : TEXT("false"));
}

void json_write_null(struct json_write *json, const char *key)
{
    json_write_raw(json, key, TEXT("null"));
}

void json_write_day(struct json_write *json, const char *key, struct day value)
{
    json_write_cstr(json, key, day_is_none(value) ? NULL : day_text(value).s);
}

void json_write_instant(struct json_write *json, const char *key, int64_t at_ms, int offset_minutes)
{
    json_write_cstr(json, key, instant_text(at_ms, offset_minutes).s);
}

void json_write_time(struct json_write *json, const char *key, int second_of_day)
{
    if (second_of_day < 0) {
        json_write_null(json, key);
        return;
    }
    json_write_format(json, key, "%02d:%02d:%02d", second_of_day / 3600, second_of_day / 60 % 60,
                      second_of_day % 60);
}

void json_write_raw(struct json_write *json, const char *key, struct text value)
{
    begin(json, key);
    buf_add(json->to, value);
}

bool json_write_ok(const struct json_write *json)
{
    return json->depth == 0 && buf_ok(json->to);
}
