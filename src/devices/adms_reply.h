/* adms_reply.h - what is answered to a terminal, to the letter.
 *
 * A terminal repeats whatever was not acknowledged in exactly the form it
 * expects, so each form is written once, here.  Replies are text/plain with a
 * Content-Length and status 200; a body that could not be stored is answered
 * 503 and kept by the terminal.  The reply to handshake, poll and result must
 * carry a `Date:` header in GMT: the terminal sets its clock by it and then
 * applies TimeZone.
 *
 * Stamps.  `0` makes a terminal send everything it holds.  A terminal is told
 * 0 exactly as long as nothing of that table was ever stored; afterwards it is
 * told the stamp it sent last, and if that was 0, None or nothing, 9999, the
 * constant of current firmware.  It is never told 0 again by mistake.
 *
 * Templates.  Terminals are not asked for fingerprints, faces or pictures, nor
 * for user rows, which carry passwords in clear: docs/decisions/020 says why.
 *
 * Sources: adms.md §1-3, §5, §6.
 *
 * Memory    Text is added to the caller's buf; its overflow is the only error.
 * Threads   All functions are pure. */
#pragma once

#include "base/buf.h"
#include "base/cc.h"
#include "base/text.h"
#include "devices/adms_request.h"

enum {
    ADMS_POST_BYTES_MAX = 1024 * 1024, /* told to terminals as MaxPostSize */
    ADMS_COMMANDS_MAX = 200,           /* in one reply */
    ADMS_COMMANDS_BYTES_MAX = 40 * 1000,
    ADMS_REPLY_BYTES_MAX = 64 * 1024, /* enough for every reply of this page */
    ADMS_HTTP_DATE_BYTES = 29,
};

/* The tables that have a stamp, in the order of adms_table.def. */
enum { ADMS_STAMPS = ADMS_TABLE_ERRORLOG + 1 };

struct adms_stamps {
    bool stored[ADMS_STAMPS];      /* something of this table was stored */
    struct text sent[ADMS_STAMPS]; /* the stamp that came with it, or empty */
};

/* How a terminal wants its zone. */
enum adms_zone_form {
    ADMS_ZONE_HOURS,   /* TimeZone=7; a zone of broken hours is sent in minutes */
    ADMS_ZONE_MINUTES, /* TimeZone=420, for models that drift by hours otherwise */
};

/* What a terminal is asked to send besides punches and operations. */
enum adms_wanted {
    ADMS_WANTED_USERS = 1,     /* USER rows */
    ADMS_WANTED_PHOTOS = 2,    /* pictures of punches */
    ADMS_WANTED_TEMPLATES = 4, /* fingerprints, faces, veins */
};

struct adms_handshake {
    struct text serial;
    const struct adms_stamps *stamps;
    int offset_minutes; /* of the place, east of Greenwich */
    enum adms_zone_form zone_form;
    unsigned wanted;   /* of enum adms_wanted; 0 by default */
    int poll_seconds;  /* Delay, 2 to 60 */
    int error_seconds; /* ErrorDelay, 30 to 300 */
};

/* The settings every terminal gets unless its row says otherwise. */
struct adms_handshake adms_handshake_default(struct text serial,
                                             const struct adms_stamps *stamps,
                                             int offset_minutes);

void adms_reply_handshake(struct buf *out, const struct adms_handshake *handshake);

/* The stamp to tell for one table, as adms_reply_handshake does. */
struct text adms_reply_stamp(bool stored, struct text sent);

/* After the rows are durable: "OK: <n>" with n = max(1, lines) for ATTLOG,
 * OPERLOG, BIODATA and IDCARD, a bare "OK" for every other table. */
void adms_reply_stored(struct buf *out, enum adms_table table, size_t lines);

/* "OK": polls without commands, results, pings. */
void adms_reply_ok(struct buf *out);

/* "Time=2021-05-17T07:44:08+07:00" */
void adms_reply_time(struct buf *out, int64_t now_ms, int offset_minutes);

struct adms_command {
    int64_t id;        /* given out once, positive; old firmware needs integers */
    struct text words; /* from adms_command.h */
};

/* Lines `C:<id>:<words>` for the beginning of the list, or "OK" when none can
 * be sent; returns how many were taken.  At most ADMS_COMMANDS_MAX and
 * ADMS_COMMANDS_BYTES_MAX, nothing after a REBOOT; the rest waits for the next
 * poll.  Unsafe words (adms_command_is_safe) are taken and not
 * sent: whoever queued them has refused them already. */
size_t adms_reply_commands(struct buf *out, const struct adms_command *commands, size_t count);

struct adms_http_date {
    char s[ADMS_HTTP_DATE_BYTES + 3];
};

/* "Mon, 17 May 2021 00:44:08 GMT" (RFC 9110, 5.6.7); years 1900 to 2199. */
struct adms_http_date adms_http_date(int64_t at_ms);

/* Back again, for the simulator: only this form is read. */
bool adms_http_date_parse(struct text text, int64_t *out_at_ms);
