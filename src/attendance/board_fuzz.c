/* Any bytes, read as the body of each kind of fact that the board follows:
 * what is taken keeps its limits. */
#include "attendance/board.h"

#include "attendance/punch_book.h"
#include "people/fact.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void read_contact(struct text body, struct arena *mem)
{
    struct terminal_contact contact;

    if (!terminal_contact_read(body, mem, &contact)) return;
    if (contact.serial.bytes == 0 || contact.serial.bytes > SERIAL_BYTES_MAX) abort();
    if (contact.from_ms < 0 || contact.from_ms > contact.to_ms) abort();
}

static void read_refusal(struct text body, struct arena *mem)
{
    struct derived_refusal refusal;

    if (!punch_refusal_read(body, mem, &refusal)) return;
    if (refusal.terminal.bytes > SERIAL_BYTES_MAX || refusal.reason.bytes > CODE_BYTES_MAX) abort();
    if (refusal.received_at_ms < 0 || refusal.mark_from < 0 || refusal.mark_to < 0) abort();
}

static void read_report(struct text body, struct arena *mem)
{
    struct terminal_report report;

    if (!terminal_report_read(body, mem, &report)) return;
    if (report.serial.bytes > SERIAL_BYTES_MAX || report.row.bytes > ENTRY_BYTES_MAX) abort();
    if (report.received_at_ms < 0) abort();
}

static void check_touch(void *visitor, const struct fact_touch *touch)
{
    const struct text *body = visitor;

    if (touch->number.bytes > body->bytes) abort();
    if (touch->from != DAY_NUMBER_FIRST && !day_is_valid(day_from_number(touch->from))) abort();
    if (touch->to != DAY_NUMBER_LAST && !day_is_valid(day_from_number(touch->to))) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text body = {(const char *)data, bytes};

    read_contact(body, mem);
    read_refusal(body, mem);
    read_report(body, mem);
    for (int kind = FACT_AGENCY; kind <= FACT_SETTING; kind++) {
        IGNORE(fact_touches(kind, body, check_touch, &body), "a body may be unreadable");
    }
    return 0;
}
