/* qr.h - a text as a QR code: for the foot of a paper, and for a screen.
 *
 *   struct qr qr;
 *   if (qr_of(address, mem, &qr)) ... qr_is_dark(&qr, row, column) ...
 *
 * Error correction is M (15 %), so that a crease or a stamp does not hide it.
 *
 * Memory    The modules live in the caller's arena.
 * Threads   All functions are pure. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"

enum { QR_TEXT_BYTES_MAX = 600, QR_QUIET_MODULES = 4 };

struct qr {
    int side; /* modules in a row, without the quiet zone */
    const unsigned char *modules;
};

/* False for a text that is too long. */
bool qr_of(struct text content, struct arena *mem, struct qr *out_qr) NODISCARD;
bool qr_is_dark(const struct qr *qr, int row, int column);

/* As an SVG picture, dark on white with its quiet zone, so that it is read on
 * dark pages as well. */
void qr_write_svg(const struct qr *qr, struct buf *to);
