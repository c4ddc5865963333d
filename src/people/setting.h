/* setting.h - values of the government, with the regulation they rest on.
 *
 * The table setting.def lists the keys with their defaults; a government's own
 * value is a version like any other of the register, so a past day is judged
 * with the value known then.  Name, short name and zone of the government are
 * settings too.
 *
 * Memory    A row owns nothing.
 * Threads   The command: the ledger's thread.
 * Errors    RC_INVALID for a key that is not in the table. */
#pragma once

#include "people/fact_record.h"

enum { SETTING_DAYS_MAX = 3650 };

struct setting {
    struct text key;
    struct text value;
    struct text regulation;
    struct text note;
    bool unverified;
    struct text author;
    bool withdrawn;
};

enum setting_key {
#define SETTING(name, key, otherwise, regulation, note, unverified) SETTING_##name,
#include "people/setting.def"
#undef SETTING
    SETTING_COUNT,
};

extern const struct record setting_record;
extern const struct fact_table setting_fact;

/* The key and its default, regulation and note, as the table has them. */
const struct setting *setting_default(enum setting_key key);

/* Record values; the request is a `struct setting_request`. */
struct setting_request {
    const struct setting *settings;
    size_t count;
};
extern const struct ledger_command setting_command;
