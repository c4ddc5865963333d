/* adms_options.h - what a terminal tells about itself: `key=value,key=value`.
 *
 * Answers: which model, firmware and capacities does the terminal have?  Keys
 * may begin with '~'.  A value may contain a comma (`~OEMVendor=ZKTECO CO.,
 * LTD.`): a token without '=' belongs to the value before it.  The reply to
 * the INFO command uses the same pairs, one a line (adms.md §4.5, §7).
 *
 * Memory    Slices into the body.
 * Threads   All functions are pure. */
#pragma once

#include "base/cc.h"
#include "base/text.h"

/* Cut the next pair off `*rest`; false at the end.  Pairs are parted by commas
 * and line ends, the key comes without '~', the value without CR. */
bool adms_options_next(struct text *rest, struct text *out_key, struct text *out_value);

/* The value of a key, in any case and with or without '~'. */
bool adms_options_find(struct text body, const char *key, struct text *out_value);

/* What the registry of terminals keeps.  Absent: empty, ADMS_NUMBER_NONE. */
struct adms_device {
    struct text model;     /* ~DeviceName */
    struct text firmware;  /* FWVersion */
    struct text platform;  /* ~Platform */
    struct text vendor;    /* ~OEMVendor */
    struct text address;   /* IPAddress */
    struct text protocol;  /* PushVersion */
    struct text pin_width; /* ~PIN2Width */
    int64_t users;         /* UserCount */
    int64_t records;       /* TransactionCount */
    int64_t records_max;   /* ~MaxAttLogCount x 10,000 */
};
struct adms_device adms_options_device(struct text body);
