/* Every parser of bytes from terminals, on the same bytes.  The first line is a
 * request target, the rest a body; each slice that comes back must lie inside
 * what went in. */
#include "devices/adms_rows.h"

#include "devices/adms_command.h"
#include "devices/adms_options.h"
#include "devices/adms_photo.h"
#include "devices/adms_record.h"
#include "devices/adms_reply.h"
#include "devices/adms_request.h"
#include "devices/adms_result.h"
#include "devices/adms_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t bytes);

static void check_inside(struct text part, struct text whole)
{
    assert(part.bytes == 0 ||
           (part.at >= whole.at && part.at + part.bytes <= whole.at + whole.bytes));
}

static void try_request(struct arena *mem, struct text target)
{
    struct text query = target;
    struct text path = text_cut(&query, '?');
    struct adms_request request;

    for (int post = 0; post <= 1; post++) {
        struct text method = post ? TEXT("POST") : TEXT("GET");

        if (adms_request_parse(mem, method, path, query, &request, NULL) != RC_OK) continue;
        assert(adms_serial_is_valid(request.serial));
        assert(request.stamp.bytes <= ADMS_STAMP_BYTES_MAX);
        check_inside(request.prefix, path);
    }
}

static void try_rows(struct text body)
{
    struct adms_lines lines;
    struct adms_row row;
    size_t count = adms_lines_count(body);

    adms_lines_init(&lines, body);
    while (adms_rows_next(&lines, &row)) {
        if (row.kind == ADMS_ROW_PUNCH) {
            check_inside(row.punch.extra, row.punch.raw);
            check_inside(row.punch.raw, body);
        } else {
            check_inside(row.refusal.raw, body);
            assert(row.refusal.mark_from <= row.refusal.mark_to);
            assert(row.refusal.mark_to <= row.refusal.raw.bytes);
        }
    }
    assert(lines.sent == count);
}

static void try_records(struct arena *mem, struct text body)
{
    CLEANUP(buf_done) struct buf kept = {0};
    struct adms_lines lines;
    struct adms_record record;

    buf_init(&kept, ADMS_REPLY_BYTES_MAX);
    adms_lines_init(&lines, body);
    while (adms_record_next(&lines, &record)) {
        check_inside(record.fields, body);
        adms_record_redact(&record, &kept);
        if (record.kind == ADMS_RECORD_OPLOG) (void)adms_record_operation(&record);
        if (record.kind == ADMS_RECORD_USER) {
            (void)adms_text_readable(mem, adms_record_user(&record).name);
        }
        if (record.kind >= ADMS_RECORD_FP && record.kind <= ADMS_RECORD_BIODATA) {
            (void)adms_record_template(&record);
        }
    }
}

static void try_results(struct text body)
{
    struct adms_results results;
    struct adms_result result;
    struct text value;

    adms_results_init(&results, body);
    while (adms_results_next(&results, &result)) {
        check_inside(result.details, body);
        check_inside(result.content, body);
        (void)adms_result_detail(&result, "AttlogSum", &value);
    }
}

static void try_options(struct text body)
{
    struct text rest = body;
    struct text key, value;
    size_t pairs = 0;

    while (adms_options_next(&rest, &key, &value)) {
        check_inside(value, body);
        pairs++;
    }
    assert(pairs <= body.bytes);
    (void)adms_options_device(body);
    (void)adms_info_parse(body);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t bytes)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text body = {(const char *)at, bytes};
    struct text target = text_cut(&body, '\n');
    int64_t at_ms;

    try_request(mem, target);
    try_rows(body);
    try_records(mem, body);
    try_results(body);
    try_options(body);
    (void)adms_photo_parse(body, target);
    (void)adms_command_is_safe(body);
    (void)adms_http_date_parse(target, &at_ms);
    return 0;
}
