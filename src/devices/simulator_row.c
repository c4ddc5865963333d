#include "devices/simulator_row.h"

#include "base/day.h"
#include "devices/simulator_receipts.h"

void simulator_row_add(const struct simulator_row *row, struct buf *out)
{
    if (row->damage == ROW_RECORDED) {
        buf_add(out, row->bytes);
        buf_add_char(out, '\n');
        return;
    }
    if (row->damage == ROW_NOISE) {
        buf_add(out, TEXT("GARBAGE\n"));
        return;
    }
    if (row->damage != ROW_NO_PIN) buf_add(out, text_of(row->pin));
    buf_add_char(out, '\t');
    if (row->damage == ROW_HOUR_24) {
        buf_add(out, TEXT("2021-05-17 24:10:00"));
    } else if (row->damage == ROW_NEGATIVE_CLOCK) {
        buf_add(out, TEXT("1971--10--29 -23:-27:-54"));
    } else {
        buf_add(out, text_of(moment_text(row->moment).s));
    }
    buf_add_char(out, '\t');
    buf_add_int(out, row->status);
    buf_add_char(out, '\t');
    buf_add_int(out, row->verify);
    buf_add(out, TEXT("\t0\t0\t0\t\n"));
}

uint64_t simulator_row_key(const struct simulator_row *row, struct text serial)
{
    return simulator_receipt_key(serial, text_of(row->pin), row->moment, row->status, row->verify);
}
