/* adms_request.h - what a terminal asks for, from its request line.
 *
 * Terminals that push (PUSH 2.x, "iclock", "ADMS") speak plain HTTP, and each
 * firmware spells it a little differently.  This module reads method, path and
 * raw query string into one typed value, so that nobody else has to know that
 * `/iclock/cdata`, `/iclock/cdata.aspx`, `/iclock/iclock/cdata` and
 * `/any/secret/iclock/cdata` are the same door, that `Stamp` may be called
 * `OpStamp`, or that `table= ATTLOG` carries a blank.  The body is not read
 * here: it is raw bytes for adms_rows.h and its sisters, never a form.
 *
 * The serial number is the terminal's identity and comes from the query alone;
 * it can be forged, which is why unknown serials wait for approval and why
 * `prefix` lets a secret path be required.
 *
 * Sources: adms.md §1 (URL variants, query names), §2 (endpoints), §4.5 (INFO).
 *
 * Memory    Decoded values live in the caller's arena, raw ones in the input.
 * Threads   All functions are pure.
 * Errors    RC_NOT_FOUND when the path is no terminal's door, RC_INVALID when
 *           the serial is missing or malformed, RC_TOO_LARGE for a query
 *           longer than ADMS_QUERY_BYTES_MAX. */
#pragma once

#include "base/arena.h"
#include "base/cc.h"
#include "base/problem.h"
#include "base/text.h"

enum {
    ADMS_QUERY_BYTES_MAX = 4096, /* INFO with encoded function flags stays below 1 KB */
    ADMS_PATH_BYTES_MAX = 512,
    ADMS_STAMP_BYTES_MAX = 32,
    ADMS_NUMBER_NONE = -1, /* a number the terminal did not tell */
};

enum adms_endpoint {
    ADMS_HANDSHAKE,   /* GET cdata: options, stamps, zone (adms_reply_handshake) */
    ADMS_TIME,        /* GET cdata?type=time */
    ADMS_REMOTE_ATT,  /* GET cdata?table=RemoteAtt&PIN=: who is this visitor? */
    ADMS_UPLOAD,      /* POST cdata or fdata: rows of `table` */
    ADMS_POST_VERIFY, /* POST cdata?type=PostVerifyData: a remote verification */
    ADMS_POLL,        /* getrequest: INFO, and commands in the reply */
    ADMS_RESULT,      /* devicecmd: results of commands */
    ADMS_PING,        /* ping, test, service/control: only a sign of life */
    ADMS_EXCHANGE,    /* encryption, which is never offered */
    ADMS_ACCESS,      /* registry, push, ...: the access-control dialect, not spoken */
    ADMS_FILE,        /* GET file/...: a file named in a command */
    ADMS_ENDPOINTS
};

enum adms_table {
#define TABLE(name, word, acknowledgement) ADMS_TABLE_##name,
#include "devices/adms_table.def"
#undef TABLE
    ADMS_TABLE_OTHER, /* a word not in the list; `table_word` has it */
    ADMS_TABLE_NONE,  /* an upload without a table */
};

/* INFO of a poll: the terminal's own count of what it holds (9 to 13 fields,
 * by position).  Numbers are ADMS_NUMBER_NONE and texts empty when absent. */
struct adms_info {
    struct text firmware;
    int64_t users;
    int64_t fingers;
    int64_t records; /* attendance records in its memory */
    struct text address;
    struct text finger_version;
    struct text face_version;
    int64_t faces_needed;
    int64_t faces;
    struct text functions;
    int64_t cards;
    int64_t user_photos;
    int64_t photos;
};

struct adms_request {
    enum adms_endpoint endpoint;
    enum adms_table table;
    struct text serial;
    struct text prefix;       /* of the path before "/iclock", such as "/acme/secret"; or empty */
    struct text table_word;   /* as sent, trimmed */
    struct text stamp;        /* Stamp or OpStamp, letters and digits only; else empty */
    struct text push_version; /* pushver */
    struct text device_type;  /* att, pid, ins, acc */
    struct text language;     /* 69 English, 73 Indonesian, ... */
    struct text pin;          /* of RemoteAtt and of pictures */
    struct text file;         /* what follows "file" in the path */
    bool compressed;          /* ContentType=tgz: the body is a gzip archive */
    bool has_info;
    struct adms_info info; /* only when has_info */
};

/* Read a request line.  `path` is without the query, `query` without the '?';
 * both as they came.  Reasons are for the log: a terminal shows them to nobody. */
enum rc adms_request_parse(struct arena *mem,
                           struct text method,
                           struct text path,
                           struct text query,
                           struct adms_request *out_request,
                           struct problem *why) NODISCARD;

/* True when the path belongs to terminals at all, whatever the rest says. */
bool adms_request_is_terminal_path(struct text path);

/* 1 to SERIAL_BYTES_MAX of A-Z, a-z, 0-9, '_' and '-'. */
bool adms_serial_is_valid(struct text serial);

/* The stable name of an endpoint for the log and for metrics, e.g. "handshake". */
const char *adms_endpoint_word(enum adms_endpoint endpoint);

/* The table of a word in any case, with blanks around it. */
enum adms_table adms_table_of(struct text word);
const char *adms_table_word(enum adms_table table); /* "other", "none" for the two extra */

/* Percent-decoding; a stray '%' stays as it is and '+' is no blank. */
struct text adms_percent_decode(struct arena *mem, struct text raw);

/* INFO's fields by position; what is missing or no number is "absent". */
struct adms_info adms_info_parse(struct text info);
