/* adms_command.h - the orders Hadir gives to terminals.
 *
 * A command waits in the registry of terminals until the terminal polls, and
 * is then sent as `C:<id>:<words>`; adms_reply_commands writes those lines.
 * This module builds the words.  A TAB, CR or LF inside a value would begin a
 * field or a command of its own, so control characters are taken out of every
 * value.  `DATA DELETE USERINFO` without a PIN deletes everybody: it is not
 * built.  SHELL, PutFile, UPGRADE and the CLEAR family are not offered.
 *
 * Sources: adms.md §6, §5 (recovery tools).
 *
 * Memory    Results live in the caller's arena.
 * Threads   All functions are pure.
 * Errors    RC_INVALID with the reason in *why when a person's value cannot be
 *           sent. */
#pragma once

#include "base/arena.h"
#include "base/cc.h"
#include "base/problem.h"
#include "base/text.h"

enum { ADMS_COMMAND_BYTES_MAX = 4096 }; /* no template is ever sent, so lines are short */

/* Commands without parameters. */
enum adms_order {
    ADMS_CHECK,          /* read the options again, upload by stamp */
    ADMS_LOG,            /* send what is new, now */
    ADMS_INFO,           /* tell about yourself (answered in devicecmd) */
    ADMS_RELOAD_OPTIONS, /* use changed options without a restart */
    ADMS_REBOOT,
};
struct text adms_command_order(enum adms_order order);

/* Send every punch from one moment to another again; arrives as ATTLOG. */
struct text adms_command_query_punches(struct arena *mem, int64_t from_moment, int64_t to_moment);

/* How many punches are there between two moments (AttlogSum= in the result):
 * the proof that nothing is missing. */
struct text adms_command_sum_punches(struct arena *mem, int64_t from_moment, int64_t to_moment);

/* Set one option.  The key has letters, digits, '~' and '_' only. */
enum rc adms_command_set_option(struct arena *mem,
                                struct text key,
                                struct text value,
                                struct text *out_words,
                                struct problem *why) NODISCARD;

/* What the terminal should know about a person: never a password. */
struct adms_person {
    struct text pin;
    struct text name; /* may be empty */
    struct text card; /* decimal, or empty */
    int privilege;    /* 0 user, 14 super */
};
enum rc adms_command_update_person(struct arena *mem,
                                   const struct adms_person *person,
                                   struct text *out_words,
                                   struct problem *why) NODISCARD;

/* Ask for a person, or for everybody with an empty pin; arrives as OPERLOG. */
enum rc adms_command_query_person(struct arena *mem,
                                  struct text pin,
                                  struct text *out_words,
                                  struct problem *why) NODISCARD;

/* Delete one person.  RC_INVALID without a PIN, see above. */
enum rc adms_command_delete_person(struct arena *mem,
                                   struct text pin,
                                   struct text *out_words,
                                   struct problem *why) NODISCARD;

/* True for words that may be sent: no control character but TAB, one line,
 * and no DATA DELETE USERINFO without a PIN.  The last check before the wire. */
bool adms_command_is_safe(struct text words);
