/* log.h - one line an event, for the journal.
 *
 * A line is a level, a constant message and fields.  Text from outside is
 * always a field, never part of the message, and is escaped.  Never logged:
 * names of people, templates, tokens, passwords.
 *
 *   log_warn("device refused", LOG_TEXT("serial", serial), LOG_INT("status", 503));
 *
 * Lines go to standard error with the journal's <n> prefix when it listens
 * there (JOURNAL_STREAM is set), else with a time and the level's name.
 *
 * Threads   Any. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

enum log_level { LOG_ERROR = 3, LOG_WARN = 4, LOG_INFO = 6, LOG_DEBUG = 7 };

struct log_field {
    const char *name;
    bool is_text;
    int64_t number;
    struct text text;
};

#define LOG_INT(name, value)  ((struct log_field){name, false, (int64_t)(value), {NULL, 0}})
#define LOG_TEXT(name, value) ((struct log_field){name, true, 0, (value)})
#define LOG_CSTR(name, value) ((struct log_field){name, true, 0, text_of(value)})

/* What is below the level is not written; the default is LOG_INFO. */
void log_set_level(enum log_level level);

void log_write(enum log_level level,
               const char *message,
               const struct log_field *fields,
               size_t count);

#define LOG_AT(level, message, ...)                                                               \
    log_write(level, message, (const struct log_field[]){{0}, ##__VA_ARGS__} + 1,                 \
              sizeof((const struct log_field[]){{0}, ##__VA_ARGS__}) / sizeof(struct log_field) - \
                  1)

#define log_error(message, ...) LOG_AT(LOG_ERROR, message, ##__VA_ARGS__)
#define log_warn(message, ...)  LOG_AT(LOG_WARN, message, ##__VA_ARGS__)
#define log_info(message, ...)  LOG_AT(LOG_INFO, message, ##__VA_ARGS__)
#define log_debug(message, ...) LOG_AT(LOG_DEBUG, message, ##__VA_ARGS__)
