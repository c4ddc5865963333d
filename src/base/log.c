#include "base/log.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/day.h"

#include <stdlib.h>
#include <unistd.h>

enum { LINE_BYTES_MAX = 2000 };

static enum log_level threshold = LOG_INFO; /* the log sink: set once at start */

void log_set_level(enum log_level level)
{
    threshold = level;
}

static const char *level_name(enum log_level level)
{
    switch (level) {
    case LOG_ERROR:
        return "error";
    case LOG_WARN:
        return "warn";
    case LOG_INFO:
        return "info";
    case LOG_DEBUG:
        return "debug";
    }
    return "?";
}

static void add_escaped(struct buf *line, struct text text)
{
    static const char hex[] = "0123456789abcdef";

    buf_add_char(line, '"');
    for (size_t i = 0; i < text.bytes; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte == '"' || byte == '\\') buf_add_char(line, '\\');
        if (byte >= 0x20 && byte != 0x7f) {
            buf_add_char(line, (char)byte);
        } else {
            buf_format(line, "\\x%c%c", hex[byte >> 4], hex[byte & 15]);
        }
    }
    buf_add_char(line, '"');
}

void log_write(enum log_level level,
               const char *message,
               const struct log_field *fields,
               size_t count)
{
    CLEANUP(buf_done) struct buf line = {0};
    struct clock clock;

    if (level > threshold) return;
    buf_init(&line, LINE_BYTES_MAX);
    if (getenv("JOURNAL_STREAM")) {
        buf_format(&line, "<%d>", (int)level);
    } else {
        clock_init(&clock);
        buf_format(&line, "%s %-5s ", instant_text(clock_now_ms(&clock), 0).s, level_name(level));
    }
    buf_format(&line, "%s", message);
    for (size_t i = 0; i < count && !line.overflow; i++) {
        buf_format(&line, " %s=", fields[i].name);
        if (fields[i].is_text) {
            add_escaped(&line, fields[i].text);
        } else {
            buf_add_int(&line, fields[i].number);
        }
    }
    line.overflow = false;
    if (line.bytes == LINE_BYTES_MAX) line.bytes--;
    buf_add_char(&line, '\n');
    IGNORE(write(STDERR_FILENO, line.at, line.bytes), "there is nowhere else to complain");
}
