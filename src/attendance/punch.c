#include "attendance/punch.h"

#include "base/day.h"
#include "base/hash.h"

#include <string.h>

enum { VERSION = 1, FIXED_BYTES = 1 + 1 + 1 + 2 + 8 + 8 + 2 + 2 };

static void add_number(struct buf *body, uint64_t value, size_t bytes)
{
    char at[8];

    assert(bytes <= sizeof at);
    for (size_t i = 0; i < bytes; i++) {
        at[i] = (char)(unsigned char)(value >> (8 * i));
    }
    buf_add_bytes(body, at, bytes);
}

static void add_text(struct buf *body, struct text text, size_t length_bytes)
{
    add_number(body, text.bytes, length_bytes);
    buf_add(body, text);
}

void punch_encode(const struct punch *punch, struct buf *body)
{
    assert(punch->terminal.bytes <= SERIAL_BYTES_MAX);
    assert(punch->pin.bytes <= PIN_BYTES_MAX);
    assert(punch->extra.bytes <= PUNCH_EXTRA_BYTES_MAX);
    assert(punch->status >= 0 && punch->status <= UINT16_MAX);
    assert(punch->verify >= 0 && punch->verify <= UINT16_MAX);
    assert(punch->flags <= UINT8_MAX);
    add_number(body, VERSION, 1);
    add_number(body, punch->source, 1);
    add_number(body, punch->flags, 1);
    add_number(body, (uint64_t)(int64_t)punch->offset_minutes, 2);
    add_number(body, (uint64_t)punch->moment, 8);
    add_number(body, (uint64_t)punch->received_at_ms, 8);
    add_number(body, (uint64_t)punch->status, 2);
    add_number(body, (uint64_t)punch->verify, 2);
    add_text(body, punch->terminal, 1);
    add_text(body, punch->pin, 1);
    add_text(body, punch->extra, 2);
}

/* Reading, with a sticky failure. */
struct reader {
    struct text rest;
    bool failed;
};

static uint64_t read_number(struct reader *reader, size_t bytes)
{
    uint64_t value = 0;

    if (reader->failed || reader->rest.bytes < bytes) {
        reader->failed = true;
        return 0;
    }
    for (size_t i = 0; i < bytes; i++) {
        value |= (uint64_t)(unsigned char)reader->rest.at[i] << (8 * i);
    }
    reader->rest = (struct text){reader->rest.at + bytes, reader->rest.bytes - bytes};
    return value;
}

static struct text read_text(struct reader *reader, size_t length_bytes)
{
    size_t bytes = (size_t)read_number(reader, length_bytes);
    struct text text = {reader->rest.at, bytes};

    if (reader->failed || reader->rest.bytes < bytes) {
        reader->failed = true;
        return (struct text){NULL, 0};
    }
    reader->rest = (struct text){reader->rest.at + bytes, reader->rest.bytes - bytes};
    return text;
}

/* Within the calendar of day.h, so that what is computed from it is defined. */
static bool is_within_calendar(int64_t moment)
{
    return moment >= moment_of((struct day){1900, 1, 1}, 0) &&
           moment < moment_of((struct day){2199, 12, 31}, SECONDS_PER_DAY);
}

static bool is_possible(const struct punch *punch)
{
    return punch->source <= PUNCH_FROM_FILE && is_within_calendar(punch->moment) &&
           punch->received_at_ms >= 0 && is_within_calendar(punch->received_at_ms / 1000) &&
           punch->offset_minutes > -MINUTES_PER_DAY && punch->offset_minutes < MINUTES_PER_DAY &&
           punch->terminal.bytes <= SERIAL_BYTES_MAX && punch->pin.bytes <= PIN_BYTES_MAX &&
           punch->extra.bytes <= PUNCH_EXTRA_BYTES_MAX;
}

bool punch_decode(struct text body, struct punch *out_punch)
{
    struct reader reader = {body, body.bytes < FIXED_BYTES};
    uint64_t version = read_number(&reader, 1);
    struct punch punch = {0};

    punch.source = (enum punch_source)read_number(&reader, 1);
    punch.flags = (unsigned)read_number(&reader, 1);
    punch.offset_minutes = (int16_t)read_number(&reader, 2);
    punch.moment = (int64_t)read_number(&reader, 8);
    punch.received_at_ms = (int64_t)read_number(&reader, 8);
    punch.status = (int)read_number(&reader, 2);
    punch.verify = (int)read_number(&reader, 2);
    punch.terminal = read_text(&reader, 1);
    punch.pin = read_text(&reader, 1);
    punch.extra = read_text(&reader, 2);
    if (reader.failed || reader.rest.bytes > 0 || version != VERSION) return false;
    if (!is_possible(&punch)) return false;
    *out_punch = punch;
    return true;
}

static size_t put_text(char *to, struct text text)
{
    to[0] = (char)(unsigned char)text.bytes;
    if (text.bytes > 0) memcpy(to + 1, text.at, text.bytes);
    return 1 + text.bytes;
}

static size_t put_number(char *to, int64_t number)
{
    memcpy(to, &number, sizeof number);
    return sizeof number;
}

/* On the stack, because every punch of a busy morning passes here.  The texts
 * come with their lengths, so that no two punches spell the same. */
struct set128_key punch_key(const struct punch *punch)
{
    char bytes[1 + SERIAL_BYTES_MAX + 1 + PIN_BYTES_MAX + 2 * sizeof(int64_t)];
    size_t count = 0;

    assert(punch->terminal.bytes <= SERIAL_BYTES_MAX);
    assert(punch->pin.bytes <= PIN_BYTES_MAX);
    count += put_text(bytes + count, punch->terminal);
    count += put_text(bytes + count, punch->pin);
    count += put_number(bytes + count, punch->moment);
    count += put_number(bytes + count, (int64_t)punch->status << 16 | punch->verify);
    return set128_key_of((struct text){bytes, count});
}

unsigned punch_time_flags(int64_t moment, int64_t received_at_ms, int offset_minutes)
{
    int64_t received = moment_at(received_at_ms, offset_minutes);

    if (moment > received + PUNCH_AHEAD_SECONDS_MAX) return PUNCH_TIME;
    return moment < PUNCH_MOMENT_FIRST ? PUNCH_TIME : 0;
}

int32_t punch_day(const struct punch *punch)
{
    int64_t moment = punch->flags & PUNCH_TIME
                         ? moment_at(punch->received_at_ms, punch->offset_minutes)
                         : punch->moment;

    return moment_day_number(moment);
}
