#include "api/api_private.h"
#include "base/base64.h"
#include "devices/adms_text.h"

enum { ROWS = 100, BYTES_SHOWN_MAX = 2000 };

struct listing {
    struct http_request *request;
    struct api_reader *reader;
    const struct board_snapshot *snapshot;
    struct json_write *json;
    enum rc rc;
};

static struct text name_of(const struct picture *picture, struct text serial, int32_t *out_agency)
{
    int32_t terminal = picture_find_terminal(picture, serial);

    *out_agency = terminal == NONE ? NONE : picture->terminal_agency[terminal];
    if (terminal != NONE && picture->terminals[terminal].name.bytes) {
        return picture->terminals[terminal].name;
    }
    return *out_agency == NONE ? TEXT("") : picture->directory->agencies[*out_agency].name;
}

/* The bytes as they came, and as text for people to look at. */
static enum rc write_bytes(struct listing *listing, int64_t position)
{
    struct api *api = api_of(listing->request);
    struct arena *mem = listing->request->mem;
    CLEANUP(buf_done) struct buf encoded = {0};
    struct text bytes = {NULL, 0};
    enum rc rc = ledger_content(listing->reader->facts, mem, api->options.government,
                                api->options.lane, position, &bytes);

    if (rc != RC_OK && rc != RC_NOT_FOUND) return rc;
    if (bytes.bytes > BYTES_SHOWN_MAX) bytes.bytes = BYTES_SHOWN_MAX;
    buf_init(&encoded, BYTES_SHOWN_MAX * 2);
    base64_add(&encoded, bytes);
    json_write_text(listing->json, "bytes", buf_text(&encoded));
    json_write_text(listing->json, "text", adms_text_readable(mem, bytes));
    return RC_OK;
}

static void write_row(void *visitor, const struct derived_refusal *refusal)
{
    struct listing *listing = visitor;
    const struct picture *picture = listing->snapshot->picture;
    int32_t agency = NONE;
    struct text name = name_of(picture, refusal->terminal, &agency);
    int offset = agency == NONE ? picture->directory->offset_minutes
                                : picture->directory->agencies[agency].offset_minutes;

    if (listing->rc != RC_OK) return;
    if (!identity_may_on(api_identity(listing->request), PERMISSION_TERMINAL_READ,
                         picture->directory, agency)) {
        return;
    }
    json_write_object(listing->json, NULL);
    json_write_int(listing->json, "id", refusal->position);
    json_write_text(listing->json, "terminal", refusal->terminal);
    json_write_text(listing->json, "terminal_name", name);
    json_write_instant(listing->json, "received_at", refusal->received_at_ms, offset);
    json_write_text(listing->json, "reason", refusal->reason);
    listing->rc = write_bytes(listing, refusal->position);
    json_write_int(listing->json, "mark_from", refusal->mark_from);
    json_write_int(listing->json, "mark_to", refusal->mark_to);
    json_write_end(listing->json);
}

enum rc list_quarantine(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct listing listing = {.request = request};
    int64_t before = INT64_MAX, total = 0;
    struct text after = http_query(request, "before");

    if (after.bytes && !text_int(after, &before)) {
        return problem_at(&request->why, RC_INVALID, "before", "the id of a row");
    }
    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    listing.reader = reader;
    listing.snapshot = snapshot;
    listing.json = http_reply_json(request);
    TRY(derived_refusal_count(reader->derived, &total));
    json_write_object(listing.json, NULL);
    json_write_array(listing.json, "rows");
    TRY(derived_refusals(reader->derived, before, ROWS, write_row, &listing));
    TRY(listing.rc);
    json_write_end(listing.json);
    json_write_int(listing.json, "total", total);
    json_write_end(listing.json);
    return RC_OK;
}
