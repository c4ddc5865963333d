#include "api/api_private.h"
#include "attendance/recap.h"
#include "people/person_kind.h"
#include "rules/zone.h"

#include <stdlib.h>
#include <string.h>

enum { ATTENTION_ROWS = 6, ARRIVALS_FROM_MINUTE = 360, EVENT_BYTES_MAX = 16 * 1024 * 1024 };

/* ---- what needs attention ---- */

enum cause { CAUSE_SILENT, CAUSE_UNMAPPED, CAUSE_UNEXPLAINED, CAUSE_WAITING };

static const char *const cause_words[] = {
    [CAUSE_SILENT] = "terminal_silent",
    [CAUSE_UNMAPPED] = "pin_unmapped",
    [CAUSE_UNEXPLAINED] = "unexplained",
    [CAUSE_WAITING] = "waiting",
};

struct attention {
    int32_t agency;
    enum cause cause;
    int32_t people;
    int32_t of;
    int64_t since_ms;
    uint32_t pins;
};

/* By cause, then by number of people; never by percentage. */
static int compare_attention(const void *a, const void *b)
{
    const struct attention *first = a, *second = b;

    if (first->cause != second->cause) return first->cause < second->cause ? -1 : 1;
    if (first->people != second->people) return first->people > second->people ? -1 : 1;
    return (first->agency > second->agency) - (first->agency < second->agency);
}

static bool look_at_place(const struct board_snapshot *snapshot,
                          int32_t agency,
                          struct attention *out)
{
    const struct board_place *place = &snapshot->places[agency];
    int32_t unknown = snapshot->below[agency].counts[STATE_UNKNOWN];

    if (unknown == 0 || (place->silent_since_ms == 0 && place->unmapped_pins == 0)) return false;
    *out = (struct attention){.agency = agency,
                              .cause = place->silent_since_ms ? CAUSE_SILENT : CAUSE_UNMAPPED,
                              .people = unknown,
                              .of = balance_strength(&snapshot->below[agency]),
                              .since_ms = place->silent_since_ms,
                              .pins = place->unmapped_pins};
    return true;
}

/* Agencies directly below the government whose people are not there. */
static bool look_at_waiting(const struct board_snapshot *snapshot,
                            int32_t agency,
                            struct attention *out)
{
    const struct balance *balance = &snapshot->below[agency];
    int32_t waiting = balance->counts[STATE_WAITING];
    int32_t unexplained = balance->counts[STATE_UNEXPLAINED];

    if (snapshot->picture->directory->agencies[agency].parent != NONE ||
        waiting + unexplained == 0) {
        return false;
    }
    *out = (struct attention){.agency = agency,
                              .cause = waiting ? CAUSE_WAITING : CAUSE_UNEXPLAINED,
                              .people = waiting ? waiting : unexplained,
                              .of = balance_strength(balance)};
    return true;
}

static struct attention *find_attention(const struct board_snapshot *snapshot,
                                        struct arena *mem,
                                        size_t *out_count)
{
    struct attention *rows = arena_array(mem, struct attention, snapshot->agency_count * 2 + 1);
    size_t count = 0;

    for (size_t i = 0; i < snapshot->agency_count; i++) {
        count += look_at_place(snapshot, (int32_t)i, &rows[count]);
        count += look_at_waiting(snapshot, (int32_t)i, &rows[count]);
    }
    qsort(rows, count, sizeof *rows, compare_attention);
    *out_count = count;
    return rows;
}

static void write_attention(const struct board_snapshot *snapshot,
                            const struct attention *row,
                            struct json_write *json)
{
    const struct directory_agency *agency = &snapshot->picture->directory->agencies[row->agency];

    json_write_object(json, NULL);
    json_write_text(json, "agency", agency->code);
    json_write_text(json, "name", agency->short_name);
    json_write_cstr(json, "cause", cause_words[row->cause]);
    if (row->since_ms) {
        json_write_time(json, "since",
                        moment_second_of_day(moment_at(row->since_ms, agency->offset_minutes)));
    }
    if (row->pins) json_write_int(json, "pins", row->pins);
    json_write_int(json, "people", row->people);
    json_write_int(json, "of", row->of);
    json_write_end(json);
}

static void write_attentions(const struct board_snapshot *snapshot, struct json_write *json)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    size_t count = 0;
    struct attention *rows = find_attention(snapshot, mem, &count);
    int64_t people = 0, agencies = 0;

    json_write_array(json, "attention");
    for (size_t i = 0; i < count && i < ATTENTION_ROWS; i++) {
        write_attention(snapshot, &rows[i], json);
    }
    json_write_end(json);
    for (size_t i = ATTENTION_ROWS; i < count; i++) {
        people += rows[i].people;
        agencies++;
    }
    json_write_object(json, "attention_rest");
    json_write_int(json, "people", people);
    json_write_int(json, "agencies", agencies);
    json_write_end(json);
}

/* ---- the members of a board ---- */

static void write_counts(const char *key, const struct balance *balance, struct json_write *json)
{
    json_write_object(json, key);
    recap_write_balance(balance, json);
    json_write_end(json);
}

static void write_clock(const char *key, int second, struct json_write *json)
{
    if (second == LINE_NONE) {
        json_write_null(json, key);
        return;
    }
    json_write_format(json, key, "%02d:%02d", second / 3600 % 24, second / 60 % 60);
}

static void write_head(const struct board_snapshot *snapshot, struct json_write *json)
{
    const struct directory *directory = snapshot->picture->directory;

    json_write_int(json, "event", snapshot->event);
    json_write_instant(json, "at", snapshot->at_ms, directory->offset_minutes);
    json_write_day(json, "day", day_from_number(snapshot->day));
}

static void write_frame(const struct board_snapshot *snapshot, struct json_write *json)
{
    json_write_text(json, "zone", snapshot->picture->directory->government_zone);
    write_clock("limit", snapshot->first_limit_second, json);
    write_clock("closing", snapshot->closing_second, json);
}

static void write_totals(const struct board_snapshot *snapshot, struct json_write *json)
{
    int32_t expected = balance_expected(&snapshot->total);

    write_counts("counts", &snapshot->total, json);
    json_write_int(json, "wfo", expected - snapshot->total.wfh);
    json_write_int(json, "wfh", snapshot->total.wfh);
}

static void write_kinds(const struct board_snapshot *snapshot, struct json_write *json)
{
    json_write_object(json, "kinds");
#define PERSON_KIND(name, word, also) \
    json_write_int(json, word, snapshot->kinds[PERSON_KIND_##name]);
#include "people/person_kind.def"
#undef PERSON_KIND
    json_write_end(json);
}

static void write_terminals(const struct board_snapshot *snapshot, struct json_write *json)
{
    json_write_object(json, "terminals");
    json_write_int(json, "total", (int64_t)snapshot->terminals.approved);
    json_write_int(json, "connected", (int64_t)snapshot->terminals.connected);
    json_write_int(json, "silent", (int64_t)snapshot->terminals.silent);
    json_write_int(json, "held", snapshot->terminals.held);
    json_write_end(json);
}

static void write_minute(const struct board_snapshot *snapshot, int minute, struct json_write *json)
{
    json_write_array(json, NULL);
    json_write_format(json, NULL, "%02d:%02d", minute / 60, minute % 60);
    json_write_int(json, NULL, snapshot->arrivals[minute][0]);
    json_write_int(json, NULL, snapshot->arrivals[minute][1]);
    json_write_end(json);
}

static bool minute_differs(const struct board_snapshot *before,
                           const struct board_snapshot *now,
                           int minute)
{
    if (!before) return now->arrivals[minute][0] || now->arrivals[minute][1];
    return memcmp(before->arrivals[minute], now->arrivals[minute], sizeof now->arrivals[minute]) !=
           0;
}

static void write_arrivals(const struct board_snapshot *before,
                           const struct board_snapshot *now,
                           struct json_write *json)
{
    json_write_object(json, "arrivals");
    json_write_format(json, "from", "%02d:%02d", ARRIVALS_FROM_MINUTE / 60,
                      ARRIVALS_FROM_MINUTE % 60);
    json_write_array(json, "minutes");
    for (int minute = 0; minute < MINUTES_PER_DAY; minute++) {
        if (minute_differs(before, now, minute)) write_minute(now, minute, json);
    }
    json_write_end(json);
    json_write_end(json);
}

static void write_agency(const struct board_snapshot *snapshot, size_t i, struct json_write *json)
{
    const struct directory_agency *agency = &snapshot->picture->directory->agencies[i];

    json_write_object(json, NULL);
    json_write_text(json, "code", agency->code);
    json_write_text(json, "name", agency->name);
    json_write_text(json, "short", agency->short_name);
    write_counts("counts", &snapshot->below[i], json);
    write_counts("own_counts", &snapshot->own[i], json);
    json_write_end(json);
}

void board_write_full(const struct board_snapshot *snapshot, struct json_write *json)
{
    json_write_object(json, NULL);
    write_head(snapshot, json);
    write_frame(snapshot, json);
    write_totals(snapshot, json);
    write_kinds(snapshot, json);
    write_arrivals(NULL, snapshot, json);
    write_terminals(snapshot, json);
    write_attentions(snapshot, json);
    json_write_array(json, "agencies");
    for (size_t i = 0; i < snapshot->agency_count; i++) {
        write_agency(snapshot, i, json);
    }
    json_write_end(json);
    json_write_end(json);
}

/* ---- changes ---- */

static bool arrivals_differ(const struct board_snapshot *before, const struct board_snapshot *now)
{
    return memcmp(before->arrivals, now->arrivals, MINUTES_PER_DAY * sizeof *now->arrivals) != 0;
}

static void write_changed_agencies(const struct board_snapshot *before,
                                   const struct board_snapshot *now,
                                   struct json_write *json)
{
    json_write_array(json, "agencies");
    for (size_t i = 0; i < now->agency_count; i++) {
        if (!balance_equal(&before->below[i], &now->below[i])) write_agency(now, i, json);
    }
    json_write_end(json);
}

void board_write_change(const struct board_snapshot *before,
                        const struct board_snapshot *now,
                        struct json_write *json)
{
    bool counts = !balance_equal(&before->total, &now->total);
    bool places = memcmp(before->places, now->places, now->agency_count * sizeof *now->places) != 0;

    json_write_object(json, NULL);
    write_head(now, json);
    if (before->first_limit_second != now->first_limit_second ||
        before->closing_second != now->closing_second) {
        write_frame(now, json);
    }
    if (counts) write_totals(now, json);
    if (arrivals_differ(before, now)) write_arrivals(before, now, json);
    if (memcmp(&before->terminals, &now->terminals, sizeof now->terminals) != 0) {
        write_terminals(now, json);
    }
    if (counts || places) write_attentions(now, json);
    if (counts) write_changed_agencies(before, now, json);
    json_write_end(json);
}

/* A change can be told only between pictures of the same shape and day. */
static bool is_comparable(const struct board_snapshot *before, const struct board_snapshot *now)
{
    return before && before->picture == now->picture && before->day == now->day;
}

void api_board_changed(void *owner,
                       const struct board_snapshot *before,
                       const struct board_snapshot *now)
{
    struct api *api = owner;
    CLEANUP(buf_done) struct buf data = {0};
    struct json_write json;

    if (!api || !api->hub) return;
    buf_init(&data, EVENT_BYTES_MAX);
    json_write_init(&json, &data);
    if (is_comparable(before, now)) {
        board_write_change(before, now, &json);
        http_stream_publish(api->hub, "change", (uint64_t)now->event, buf_text(&data));
    } else {
        board_write_full(now, &json);
        http_stream_publish(api->hub, "snapshot", (uint64_t)now->event, buf_text(&data));
    }
}

enum rc api_stream_snapshot(void *context, struct buf *to, uint64_t *out_number)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct json_write json;

    TRY(api_snapshot(context, &snapshot));
    json_write_init(&json, to);
    board_write_full(snapshot, &json);
    *out_number = (uint64_t)snapshot->event;
    return json_write_ok(&json) ? RC_OK : RC_TOO_LARGE;
}

/* ---- routes ---- */

enum rc show_board(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;

    TRY(api_snapshot(api_of(request), &snapshot));
    board_write_full(snapshot, http_reply_json(request));
    return RC_OK;
}

enum rc stream_board(struct http_request *request)
{
    return http_stream_open(api_of(request)->hub, request);
}
