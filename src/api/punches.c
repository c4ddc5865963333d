#include "api/api_private.h"
#include "people/fact.h"

enum { LIMIT_DEFAULT = 1000, LIMIT_MAX = 20000 };

struct listing {
    struct json_write *json;
    int64_t left;
    int64_t last;
};

static bool write_entry(void *visitor, const struct ledger_entry *entry)
{
    struct listing *listing = visitor;
    struct punch punch;

    listing->last = entry->position;
    if (entry->kind != FACT_PUNCH || !punch_decode(entry->body, &punch)) return listing->left > 0;
    json_write_object(listing->json, NULL);
    json_write_int(listing->json, "position", entry->position);
    json_write_text(listing->json, "terminal", punch.terminal);
    json_write_text(listing->json, "pin", punch.pin);
    json_write_cstr(listing->json, "local_time", moment_text(punch.moment).s);
    json_write_int(listing->json, "status", punch.status);
    json_write_int(listing->json, "verify", punch.verify);
    json_write_instant(listing->json, "received_at", punch.received_at_ms, punch.offset_minutes);
    json_write_end(listing->json);
    listing->left--;
    return listing->left > 0;
}

static enum rc read_number(struct http_request *request,
                           const char *name,
                           int64_t most,
                           int64_t *inout)
{
    struct text text = http_query(request, name);

    if (text.bytes == 0) return RC_OK;
    if (!text_int(text, inout) || *inout < 0 || *inout > most) {
        return problem_at(&request->why, RC_INVALID, name, "a number from 0 to %lld",
                          (long long)most);
    }
    return RC_OK;
}

enum rc list_punches(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    int64_t after = 0, limit = LIMIT_DEFAULT;
    struct listing listing;

    if (api_identity(request)->agency[0] != '\0') {
        return problem_set(&request->why, RC_FORBIDDEN, "only for the whole government");
    }
    TRY(read_number(request, "after", INT64_MAX, &after));
    TRY(read_number(request, "limit", LIMIT_MAX, &limit));
    TRY(api_borrow(api, &reader));
    listing = (struct listing){http_reply_json(request), limit, after};
    json_write_object(listing.json, NULL);
    json_write_array(listing.json, "punches");
    TRY(ledger_follow(reader->facts, api->options.government, api->options.lane, after, write_entry,
                      &listing));
    json_write_end(listing.json);
    if (listing.left > 0) {
        json_write_null(listing.json, "next");
    } else {
        json_write_int(listing.json, "next", listing.last);
    }
    json_write_end(listing.json);
    return RC_OK;
}
