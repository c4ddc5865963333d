/* adms_rows.h - the punches in an ATTLOG upload, row by row.
 *
 * Answers: what did people do at this terminal, and which rows cannot be read?
 * Every row becomes either a punch or a refusal with its reason and the bytes
 * at fault; no row ever fails its batch, because a terminal repeats a refused
 * batch for ever (NCD8251400238: one batch 220 times).
 *
 *   PIN \t YYYY-MM-DD HH:MM:SS \t status \t verify \t workcode \t anything ...
 *
 * Four columns are needed; from the sixth on models differ (mask, temperature,
 * record number, job codes, offset), so the rest is kept raw and not read.  A
 * trailing TAB, CRLF and a missing last line end are all normal.  An empty
 * status is 255 (undefined) and an empty verify code 0 (any), as clocks without
 * function keys send them.  A year long ago or in the future is a readable
 * time: whoever judges it flags it.  24:10, 1971--10--29 and 30 February are
 * not readable.
 *
 * `sent` counts the rows the terminal sent, the unreadable ones included: the
 * number its acknowledgement must carry.  Blank lines and a closing NUL are
 * not rows.
 *
 * Sources: adms.md §4.1 (columns), §2 (acknowledgement rule), §9 (1, 2, 4).
 *
 * Memory    Slices into the body.
 * Threads   A `struct adms_rows` belongs to one thread.
 * Errors    None: a refusal is a value. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

enum {
    ADMS_ROW_BYTES_MAX = 4096,      /* ExtendData of the 5.x firmware is the longest part */
    ADMS_REFUSAL_BYTES_MAX = 16384, /* a longer unreadable row is kept up to here */
    ADMS_CODE_MAX = 65535,          /* status and verify; 255 and 200 are the largest seen */
    ADMS_STATUS_UNDEFINED = 255,    /* in or out is for the pattern to say */
    ADMS_VERIFY_ANY = 0,
};

/* One line after the other of an upload; shared with adms_record.h. */
struct adms_lines {
    struct text rest;
    size_t sent; /* lines given out so far */
};

void adms_lines_init(struct adms_lines *lines, struct text body);

/* The next line without its line end; blank ones are passed over. */
bool adms_lines_next(struct adms_lines *lines, struct text *out_line);

/* How many lines a body has: `n` of the acknowledgement, at most 1 + newlines. */
size_t adms_lines_count(struct text body);

struct adms_punch {
    struct text pin;      /* plain UTF-8, 1 to PIN_BYTES_MAX bytes, "0042" stays "0042" */
    int64_t moment;       /* the terminal's wall clock, see base/day.h */
    int status;           /* 0 in, 1 out, 2 break out, 3 break in, 4/5 overtime, 255 undefined */
    int verify;           /* raw code, see verify_code.h */
    struct text workcode; /* any bytes without TAB, often empty */
    struct text extra;    /* the sixth column to the end of the row, any bytes */
    struct text raw;      /* the row as sent, without its line end */
};

enum adms_refusal_reason {
#define REFUSAL(name, word, indonesian, english) ADMS_REFUSED_##name,
#include "devices/adms_refusal.def"
#undef REFUSAL
};

struct adms_refusal {
    enum adms_refusal_reason reason;
    struct text raw;  /* at most ADMS_REFUSAL_BYTES_MAX */
    size_t mark_from; /* the bytes of raw at fault: [mark_from, mark_to) */
    size_t mark_to;
};

/* The stable word of a reason ("time"), and the sentence for people. */
const char *adms_refusal_word(enum adms_refusal_reason reason);
const char *adms_refusal_indonesian(enum adms_refusal_reason reason);
const char *adms_refusal_english(enum adms_refusal_reason reason);

enum adms_row_kind { ADMS_ROW_PUNCH, ADMS_ROW_REFUSAL };

struct adms_row {
    enum adms_row_kind kind;
    union {
        struct adms_punch punch;
        struct adms_refusal refusal;
    };
};

/* The next row of an ATTLOG body; false at its end.  Afterwards lines->sent is
 * the number for adms_reply_stored. */
bool adms_rows_next(struct adms_lines *lines, struct adms_row *out_row);

/* One row by itself, for imports and tests. */
struct adms_row adms_row_parse(struct text line);
