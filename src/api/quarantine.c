#include "api/reply.h"
#include "base/base64.h"
#include "devices/adms_text.h"

enum { ROWS = 100, BYTES_SHOWN_MAX = 2000 };

struct quarantine_query {
    int64_t before;
};

static const struct record_field query_fields[] = {
    RECORD_INT(struct quarantine_query,
               before,
               RECORD_OPTIONAL,
               0,
               0,
               .absent = INT64_MAX,
               .about = "The id of a row; those before it."),
};
const struct record quarantine_query_record =
    RECORD("QuarantineQuery", struct quarantine_query, query_fields);

struct quarantine_row {
    int64_t id;
    struct text terminal;
    struct text terminal_name;
    int64_t received_at_ms;
    int offset_minutes;
    struct text reason;
    struct text bytes;
    struct text text;
    int64_t mark_from;
    int64_t mark_to;
};

static const struct record_field row_fields[] = {
    SAY_INT(struct quarantine_row, id, "To page by."),
    SAY_TEXT(struct quarantine_row, terminal, "Serial number."),
    SAY_TEXT(struct quarantine_row, terminal_name, "Where it stands."),
    SAY_INSTANT(struct quarantine_row, received_at, "When the row came."),
    SAY_TEXT(struct quarantine_row, reason, "A word: why it could not be read."),
    SAY_TEXT(struct quarantine_row, bytes, "The row as it came, in base64."),
    SAY_TEXT(struct quarantine_row, text, "The same for people to look at."),
    SAY_INT(struct quarantine_row, mark_from, "Where in the bytes the fault begins"),
    SAY_INT(struct quarantine_row, mark_to, "... and ends."),
};
static const struct record row_record =
    RECORD_ZONED("QuarantineRow", struct quarantine_row, row_fields, offset_minutes);

struct quarantine_page {
    struct record_list rows;
    int64_t total;
};

static const struct record_field page_fields[] = {
    SAY_LIST(struct quarantine_page, rows, &row_record, "The newest first."),
    SAY_INT(struct quarantine_page, total, "All rows in quarantine."),
};
const struct record quarantine_page_record =
    RECORD_TOLD("QuarantinePage", struct quarantine_page, page_fields);

struct listing {
    struct http_request *request;
    struct api_reader *reader;
    const struct board_snapshot *snapshot;
    struct reply_list rows;
    enum rc rc;
};

/* Where the terminal stood when the row was received. */
static struct text name_of(const struct picture *picture,
                           struct text serial,
                           int64_t received_at_ms,
                           int32_t *out_agency)
{
    int32_t terminal = picture_find_terminal(picture, serial);
    int32_t day = picture_day_at(picture, received_at_ms);

    *out_agency = picture_agency_of_terminal(picture, serial, day);
    if (terminal != NONE && picture->terminals[terminal].name.bytes) {
        return picture->terminals[terminal].name;
    }
    return *out_agency == NONE ? TEXT("") : picture->directory->agencies[*out_agency].name;
}

/* The bytes as they came, and as text for people to look at. */
static enum rc take_bytes(struct listing *listing, struct quarantine_row *row)
{
    struct api *api = api_of(listing->request);
    struct arena *mem = listing->request->mem;
    CLEANUP(buf_done) struct buf encoded = {0};
    struct text bytes = {NULL, 0};
    enum rc rc = ledger_content(listing->reader->facts, mem, api->options.government,
                                api->options.lane, row->id, &bytes);

    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    if (bytes.bytes > BYTES_SHOWN_MAX) bytes.bytes = BYTES_SHOWN_MAX;
    buf_init(&encoded, BYTES_SHOWN_MAX * 2);
    base64_add(&encoded, bytes);
    row->bytes = arena_text(mem, buf_text(&encoded));
    row->text = adms_text_readable(mem, bytes);
    return RC_OK;
}

static void add_row(void *visitor, const struct derived_refusal *refusal)
{
    struct listing *listing = visitor;
    struct arena *mem = listing->request->mem;
    const struct picture *picture = listing->snapshot->picture;
    int32_t agency = NONE;
    struct text name = name_of(picture, refusal->terminal, refusal->received_at_ms, &agency);
    struct quarantine_row *row;

    if (listing->rc != RC_OK) return;
    if (!identity_may_on(api_identity(listing->request), PERMISSION_TERMINAL_READ,
                         picture->directory, agency)) {
        return;
    }
    row = reply_list_add(&listing->rows);
    *row = (struct quarantine_row){
        .id = refusal->position,
        .terminal = arena_text(mem, refusal->terminal),
        .terminal_name = name,
        .received_at_ms = refusal->received_at_ms,
        .offset_minutes = reply_offset(picture->directory, agency),
        .reason = arena_text(mem, refusal->reason),
        .mark_from = refusal->mark_from,
        .mark_to = refusal->mark_to,
    };
    listing->rc = take_bytes(listing, row);
}

enum rc list_quarantine(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct listing listing = {
        .request = request,
        .rows = {.mem = request->mem, .item_bytes = sizeof(struct quarantine_row)}};
    struct quarantine_query query;
    struct quarantine_page page;

    TRY(api_query(request, &quarantine_query_record, &query));
    TRY(api_snapshot(api, &snapshot));
    TRY(api_wait_for_board(api, 1, 0));
    TRY(api_borrow(api, &reader));
    listing.reader = reader;
    listing.snapshot = snapshot;
    TRY(derived_refusal_count(reader->derived, &page.total));
    TRY(derived_refusals(reader->derived, query.before, ROWS, add_row, &listing));
    TRY(listing.rc);
    page.rows = reply_list_done(&listing.rows);
    api_reply(request, &quarantine_page_record, &page, 0);
    return RC_OK;
}
