#include "documents/qr.h"

#include <qrencode.h>
#include <string.h>

static void drop_code(QRcode **code)
{
    if (*code) QRcode_free(*code);
}

bool qr_of(struct text content, struct arena *mem, struct qr *out_qr)
{
    CLEANUP(drop_code) QRcode *code = NULL;
    unsigned char *modules;
    size_t count;

    if (content.bytes == 0 || content.bytes > QR_TEXT_BYTES_MAX) return false;
    code =
        QRcode_encodeData((int)content.bytes, (const unsigned char *)content.at, 0, QR_ECLEVEL_M);
    if (!code) return false;
    count = (size_t)code->width * (size_t)code->width;
    modules = arena_array(mem, unsigned char, count);
    memcpy(modules, code->data, count);
    *out_qr = (struct qr){.side = code->width, .modules = modules};
    return true;
}

bool qr_is_dark(const struct qr *qr, int row, int column)
{
    assert(row >= 0 && row < qr->side && column >= 0 && column < qr->side);
    return (qr->modules[row * qr->side + column] & 1) != 0;
}

/* The dark modules of a row as runs: "M4 7h3v1h-3z". */
static void write_row(const struct qr *qr, int row, struct buf *to)
{
    for (int column = 0; column < qr->side; column++) {
        int from = column;

        while (column < qr->side && qr_is_dark(qr, row, column)) {
            column++;
        }
        if (column == from) continue;
        buf_format(to, "M%d %dh%dv1h-%dz", from + QR_QUIET_MODULES, row + QR_QUIET_MODULES,
                   column - from, column - from);
    }
}

void qr_write_svg(const struct qr *qr, struct buf *to)
{
    int side = qr->side + 2 * QR_QUIET_MODULES;

    buf_format(to,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
               "shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
               "<path d=\"",
               side, side, side, side);
    for (int row = 0; row < qr->side; row++) {
        write_row(qr, row, to);
    }
    buf_add(to, TEXT("\"/></svg>\n"));
}
