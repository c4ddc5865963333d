#include "attendance/terminal_report.h"

#include "base/json_read.h"
#include "base/json_write.h"
#include "base/limits.h"

static const struct record_field fields[] = {
    RECORD_TEXT(struct terminal_report, serial, RECORD_REQUIRED, 1, SERIAL_BYTES_MAX),
    RECORD_TEXT(struct terminal_report, kind, RECORD_REQUIRED, 0, CODE_BYTES_MAX),
    RECORD_INT(struct terminal_report, received_at_ms, RECORD_REQUIRED, 0, INT64_MAX),
    RECORD_NAMED("audit",
                 struct terminal_report,
                 is_audit,
                 RECORD_IS_BOOL,
                 .need = RECORD_REQUIRED),
    RECORD_PROSE(struct terminal_report, row, RECORD_REQUIRED, 0, ENTRY_BYTES_MAX),
};
static const struct record report_record = RECORD("TerminalReport", struct terminal_report, fields);

void terminal_report_write(const struct terminal_report *report, struct buf *body)
{
    struct json_write json;

    json_write_init(&json, body);
    json_write_object(&json, NULL);
    json_write_text(&json, "serial", report->serial);
    json_write_text(&json, "kind", report->kind);
    json_write_int(&json, "received_at_ms", report->received_at_ms);
    json_write_bool(&json, "audit", report->is_audit);
    json_write_text(&json, "row", report->row);
    json_write_end(&json);
}

bool terminal_report_read(struct text body, struct arena *mem, struct terminal_report *out_report)
{
    struct terminal_report report = {.position = 0};

    if (json_read(&report_record, body, mem, &report, NULL) != RC_OK) return false;
    *out_report = report;
    return true;
}

bool terminal_report_is_notable(const struct terminal_report *report)
{
    return report->is_audit || text_equal(report->kind, TEXT("ERRORLOG"));
}
