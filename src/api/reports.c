#include "api/reply.h"
#include "devices/adms_record.h"
#include "devices/adms_text.h"

enum { ROWS = 50 };

/* ---- what is asked and said ---- */

struct report_query {
    bool audit;
    int64_t before;
};

static const struct record_field query_fields[] = {
    RECORD_BOOL(struct report_query,
                audit,
                RECORD_OPTIONAL,
                .about = "Only what touches the evidence."),
    RECORD_INT(struct report_query,
               before,
               RECORD_OPTIONAL,
               0,
               0,
               .absent = INT64_MAX,
               .about = "The id of a report; those before it."),
};
const struct record report_query_record = RECORD("ReportQuery", struct report_query, query_fields);

struct report_reply {
    int64_t id;
    struct text terminal;
    struct text terminal_name;
    struct text kind;
    bool audit;
    int64_t received_at_ms;
    int offset_minutes;
    int64_t code;
    struct text text;
    struct text operator_pin;
    struct text local_time;
    struct text row;
};

enum { NO_CODE = -1 };

static const struct record_field report_fields[] = {
    SAY_INT(struct report_reply, id, "To page by."),
    SAY_TEXT(struct report_reply, terminal, "Serial number."),
    SAY_TEXT(struct report_reply, terminal_name, "Where it stands."),
    SAY_TEXT(struct report_reply, kind, "Keyword of the row: OPLOG, ERRORLOG, ..."),
    SAY_BOOL(struct report_reply, audit, "It touches the evidence."),
    SAY_INSTANT(struct report_reply, received_at, "When it was told."),
    SAY_INT_IF(struct report_reply, code, NO_CODE, "Of an operation."),
    SAY_TEXT_IF(struct report_reply, text, "What it says, in the reader's language."),
    RECORD_NAMED("operator",
                 struct report_reply,
                 operator_pin,
                 RECORD_IS_TEXT,
                 .maximum = RECORD_ANY,
                 .about = "Who did it: a PIN."),
    SAY_TEXT_IF(struct report_reply, local_time, "The terminal's wall clock."),
    SAY_TEXT(struct report_reply, row, "As it came, without passwords and templates."),
};
static const struct record report_record =
    RECORD_ZONED("TerminalReport", struct report_reply, report_fields, offset_minutes);

struct report_page {
    struct record_list reports;
};

static const struct record_field page_fields[] = {
    SAY_LIST(struct report_page, reports, &report_record, "The newest first."),
};
const struct record report_page_record =
    RECORD_TOLD("TerminalReportPage", struct report_page, page_fields);

/* ---- filling ---- */

struct listing {
    struct http_request *request;
    const struct picture *picture;
    struct reply_list reports;
};

static void tell_operation(struct listing *listing,
                           const struct adms_record *record,
                           struct report_reply *reply)
{
    struct arena *mem = listing->request->mem;
    struct adms_operation operation = adms_record_operation(record);
    const struct adms_operation_kind *kind = adms_operation_kind_of(operation.code);
    bool english = api_wants_english(listing->request);

    reply->code = operation.code;
    reply->text = text_of(!kind ? "" : english ? kind->english : kind->indonesian);
    reply->operator_pin = arena_text(mem, adms_text_readable(mem, operation.operator_pin));
    if (operation.has_moment) {
        reply->local_time = arena_text(mem, text_of(moment_text(operation.moment).s));
    }
}

/* What an operation log or an error says. */
static void tell_row(struct listing *listing, struct text row, struct report_reply *reply)
{
    struct arena *mem = listing->request->mem;
    struct adms_record record;
    struct adms_lines lines;
    struct text value = {NULL, 0};

    adms_lines_init(&lines, row);
    if (!adms_record_next(&lines, &record)) return;
    if (record.kind == ADMS_RECORD_OPLOG) {
        tell_operation(listing, &record, reply);
        return;
    }
    if (!adms_record_field(&record, "ErrMsg", &value) || value.bytes == 0) {
        IGNORE(adms_record_field(&record, "ErrCode", &value), "then nothing is said");
    }
    reply->text = arena_text(mem, adms_text_readable(mem, value));
}

static void add_report(void *visitor, const struct terminal_report *report)
{
    struct listing *listing = visitor;
    struct arena *mem = listing->request->mem;
    const struct directory *directory = listing->picture->directory;
    int32_t terminal = picture_find_terminal(listing->picture, report->serial);
    int32_t day = picture_day_at(listing->picture, report->received_at_ms);
    int32_t agency = picture_agency_of_terminal(listing->picture, report->serial, day);
    struct text name = terminal == NONE ? TEXT("") : listing->picture->terminals[terminal].name;
    struct report_reply *reply;

    if (!identity_may_on(api_identity(listing->request), PERMISSION_TERMINAL_READ, directory,
                         agency)) {
        return;
    }
    if (name.bytes == 0 && agency != NONE) name = directory->agencies[agency].name;
    reply = reply_list_add(&listing->reports);
    *reply = (struct report_reply){
        .id = report->position,
        .terminal = arena_text(mem, report->serial),
        .terminal_name = name,
        .kind = arena_text(mem, report->kind),
        .audit = report->is_audit,
        .received_at_ms = report->received_at_ms,
        .offset_minutes = reply_offset(directory, agency),
        .code = NO_CODE,
        .row = arena_text(mem, adms_text_readable(mem, report->row)),
    };
    tell_row(listing, report->row, reply);
}

enum rc list_reports(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct listing listing = {
        .request = request,
        .reports = {.mem = request->mem, .item_bytes = sizeof(struct report_reply)}};
    struct report_query query;

    TRY(api_query(request, &report_query_record, &query));
    TRY(api_snapshot(api, &snapshot));
    TRY(api_wait_for_board(api, 1, 0));
    TRY(api_borrow(api, &reader));
    listing.picture = snapshot->picture;
    TRY(derived_reports(reader->derived, query.audit ? DERIVED_REPORTS_AUDIT : DERIVED_REPORTS_ALL,
                        query.before, ROWS, add_report, &listing));
    api_reply(request, &report_page_record,
              &(struct report_page){reply_list_done(&listing.reports)}, 0);
    return RC_OK;
}
