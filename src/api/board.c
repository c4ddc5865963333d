#include "api/board_reply.h"
#include "api/inspection_feed.h"
#include "api/reply.h"

enum { EVENT_BYTES_MAX = 16 * 1024 * 1024 };

/* ---- events ---- */

static struct record_view view_of(const struct board_snapshot *snapshot)
{
    return (struct record_view){.sight = RECORD_STAFF,
                                .offset_minutes = snapshot->picture->directory->offset_minutes};
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
    CLEANUP(arena_free) struct arena *mem = NULL;
    CLEANUP(buf_done) struct buf data = {0};
    bool comparable = is_comparable(before, now);
    struct board_told told;
    struct json_write json;

    if (!api || !api->hub) return;
    if (api->feed) feed_figures(api->feed);
    mem = arena_new();
    buf_init(&data, EVENT_BYTES_MAX);
    json_write_init(&json, &data);
    if (comparable) {
        board_tell_change(before, now, mem, &told);
    } else {
        board_tell(now, mem, &told);
    }
    record_write_json(comparable ? &board_change_record : &board_reply_record, &told, view_of(now),
                      &json, NULL);
    http_stream_publish(api->hub, comparable ? "change" : "snapshot", (uint64_t)now->event,
                        buf_text(&data));
}

enum rc api_stream_snapshot(void *context, uint64_t group, struct buf *to, uint64_t *out_number)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct board_told told;
    struct json_write json;

    (void)group;
    TRY(api_snapshot(context, &snapshot));
    board_tell(snapshot, mem, &told);
    json_write_init(&json, to);
    record_write_json(&board_reply_record, &told, view_of(snapshot), &json, NULL);
    *out_number = (uint64_t)snapshot->event;
    return json_write_ok(&json) ? RC_OK : RC_TOO_LARGE;
}

/* ---- routes ---- */

enum rc show_board(struct http_request *request)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct board_told told;

    TRY(api_snapshot(api_of(request), &snapshot));
    board_tell(snapshot, request->mem, &told);
    api_reply(request, &board_reply_record, &told, snapshot->picture->directory->offset_minutes);
    return RC_OK;
}

enum rc stream_board(struct http_request *request)
{
    return http_stream_open(api_of(request)->hub, request);
}
