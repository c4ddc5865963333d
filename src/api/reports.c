#include "api/api_private.h"
#include "devices/adms_record.h"
#include "devices/adms_text.h"

enum { ROWS = 50 };

struct listing {
    struct http_request *request;
    const struct picture *picture;
    struct json_write *json;
};

/* What an operation log or an error says, in the reader's language. */
static void write_told(struct listing *listing, struct text row)
{
    struct json_write *json = listing->json;
    struct arena *mem = listing->request->mem;
    bool english = api_wants_english(listing->request);
    const struct adms_operation_kind *kind;
    struct adms_operation operation;
    struct adms_record record;
    struct adms_lines lines;
    struct text value = {NULL, 0};

    adms_lines_init(&lines, row);
    if (!adms_record_next(&lines, &record)) return;
    if (record.kind != ADMS_RECORD_OPLOG) {
        if (!adms_record_field(&record, "ErrMsg", &value) || value.bytes == 0) {
            IGNORE(adms_record_field(&record, "ErrCode", &value), "then nothing is said");
        }
        json_write_text(json, "text", adms_text_readable(mem, value));
        return;
    }
    operation = adms_record_operation(&record);
    kind = adms_operation_kind_of(operation.code);
    json_write_int(json, "code", operation.code);
    json_write_cstr(json, "text", !kind ? "" : english ? kind->english : kind->indonesian);
    json_write_text(json, "operator", adms_text_readable(mem, operation.operator_pin));
    if (operation.has_moment) {
        json_write_cstr(json, "local_time", moment_text(operation.moment).s);
    }
}

static void write_report(void *visitor, const struct terminal_report *report)
{
    struct listing *listing = visitor;
    const struct directory *directory = listing->picture->directory;
    int32_t terminal = picture_find_terminal(listing->picture, report->serial);
    int32_t agency = terminal == NONE ? NONE : listing->picture->terminal_agency[terminal];
    struct text name = terminal == NONE ? TEXT("") : listing->picture->terminals[terminal].name;
    struct json_write *json = listing->json;

    if (!identity_may_on(api_identity(listing->request), PERMISSION_TERMINAL_READ, directory,
                         agency)) {
        return;
    }
    if (name.bytes == 0 && agency != NONE) name = directory->agencies[agency].name;
    json_write_object(json, NULL);
    json_write_int(json, "id", report->position);
    json_write_text(json, "terminal", report->serial);
    json_write_text(json, "terminal_name", name);
    json_write_text(json, "kind", report->kind);
    json_write_bool(json, "audit", report->is_audit);
    json_write_instant(json, "received_at", report->received_at_ms,
                       agency == NONE ? directory->offset_minutes
                                      : directory->agencies[agency].offset_minutes);
    write_told(listing, report->row);
    json_write_text(json, "row", adms_text_readable(listing->request->mem, report->row));
    json_write_end(json);
}

enum rc list_reports(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct listing listing = {.request = request};
    struct text audit = http_query(request, "audit");
    struct text text = http_query(request, "before");
    int64_t before = INT64_MAX;

    if (text.bytes && !text_int(text, &before)) {
        return problem_at(&request->why, RC_INVALID, "before", "the id of a report");
    }
    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    listing.picture = snapshot->picture;
    listing.json = http_reply_json(request);
    json_write_object(listing.json, NULL);
    json_write_array(listing.json, "reports");
    TRY(derived_reports(reader->derived,
                        text_equal(audit, TEXT("1")) ? DERIVED_REPORTS_AUDIT : DERIVED_REPORTS_ALL,
                        before, ROWS, write_report, &listing));
    json_write_end(listing.json);
    json_write_end(listing.json);
    return RC_OK;
}
