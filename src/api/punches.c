#include "api/reply.h"
#include "people/fact.h"

enum { LIMIT_DEFAULT = 1000, LIMIT_MAX = 20000 };

struct punch_query {
    int64_t after;
    int64_t limit;
};

static const struct record_field query_fields[] = {
    RECORD_INT(struct punch_query,
               after,
               RECORD_OPTIONAL,
               0,
               INT64_MAX,
               .about = "Position to go on from: `next` of the page before."),
    RECORD_INT(struct punch_query,
               limit,
               RECORD_OPTIONAL,
               0,
               LIMIT_MAX,
               .absent = LIMIT_DEFAULT,
               .about = "How many at most."),
};
const struct record punch_query_record = RECORD("PunchQuery", struct punch_query, query_fields);

struct punch_reply {
    int64_t position;
    struct text terminal;
    struct text pin;
    struct text local_time;
    int status;
    int verify;
    int64_t received_at_ms;
    int offset_minutes;
};

static const struct record_field punch_fields[] = {
    SAY_INT(struct punch_reply, position, "In the log."),
    SAY_TEXT(struct punch_reply, terminal, "Serial number."),
    SAY_TEXT(struct punch_reply, pin, "What the terminal calls the person."),
    SAY_TEXT(struct punch_reply, local_time, "The terminal's wall clock."),
    SAY_INT(struct punch_reply, status, "The direction key."),
    SAY_INT(struct punch_reply, verify, "The verify code."),
    SAY_INSTANT(struct punch_reply, received_at, "When it arrived."),
};
static const struct record punch_record =
    RECORD_ZONED("Punch", struct punch_reply, punch_fields, offset_minutes);

struct punch_page {
    struct record_list punches;
    int64_t next;
};

static const struct record_field page_fields[] = {
    SAY_LIST(struct punch_page, punches, &punch_record, "In the order they were recorded."),
    SAY_INT_OR_NULL(struct punch_page, next, -1, "Where the next page begins; null at the end."),
};
const struct record punch_page_record = RECORD_TOLD("PunchPage", struct punch_page, page_fields);

struct listing {
    struct reply_list punches;
    int64_t left;
    int64_t last;
};

static bool add_entry(void *visitor, const struct ledger_entry *entry)
{
    struct listing *listing = visitor;
    struct arena *mem = listing->punches.mem;
    struct punch punch;

    listing->last = entry->position;
    if (entry->kind != FACT_PUNCH || !punch_decode(entry->body, &punch)) return listing->left > 0;
    *(struct punch_reply *)reply_list_add(&listing->punches) = (struct punch_reply){
        .position = entry->position,
        .terminal = arena_text(mem, punch.terminal),
        .pin = arena_text(mem, punch.pin),
        .local_time = arena_text(mem, text_of(moment_text(punch.moment).s)),
        .status = punch.status,
        .verify = punch.verify,
        .received_at_ms = punch.received_at_ms,
        .offset_minutes = punch.offset_minutes,
    };
    listing->left--;
    return listing->left > 0;
}

enum rc list_punches(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct listing listing = {
        .punches = {.mem = request->mem, .item_bytes = sizeof(struct punch_reply)}};
    struct punch_query query;
    struct punch_page page;

    if (api_identity(request)->agency[0] != '\0') {
        return problem_set(&request->why, RC_FORBIDDEN, "only for the whole government");
    }
    TRY(api_query(request, &punch_query_record, &query));
    TRY(api_borrow(api, &reader));
    listing.left = query.limit;
    listing.last = query.after;
    TRY(ledger_follow(reader->facts, api->options.government, api->options.lane, query.after,
                      add_entry, &listing));
    page.punches = reply_list_done(&listing.punches);
    page.next = listing.left > 0 ? -1 : listing.last;
    api_reply(request, &punch_page_record, &page, 0);
    return RC_OK;
}
