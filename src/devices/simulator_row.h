/* simulator_row.h - one punch of a virtual terminal, whole or spoiled.
 *
 * Real terminals spoil rows in a few ways of their own (adms.md §9); a damaged
 * row is written the same way, so that the server must set it aside.
 *
 * Threads   All functions are pure. */
#pragma once

#include "base/buf.h"
#include "base/cc.h"
#include "base/limits.h"

enum row_damage {
    ROW_WHOLE,
    ROW_HOUR_24,        /* 24:10, a simulator's midnight */
    ROW_NEGATIVE_CLOCK, /* 1971--10--29 -23:-27:-54, a clock without power */
    ROW_NO_PIN,
    ROW_NOISE,
    ROW_DAMAGES,
    ROW_RECORDED = ROW_DAMAGES, /* bytes somebody recorded: `bytes` */
};

struct simulator_row {
    int64_t moment; /* as the terminal's screen shows it */
    int status;
    int verify;
    uint8_t damage; /* enum row_damage */
    char pin[PIN_BYTES_MAX + 1];
    struct text bytes; /* of ROW_RECORDED, without line end */
};

/* Write the row as ATTLOG with its line end. */
void simulator_row_add(const struct simulator_row *row, struct buf *out);

/* What the receipts know it by. */
uint64_t simulator_row_key(const struct simulator_row *row, struct text serial);
