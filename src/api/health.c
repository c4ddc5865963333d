#include "api/inspection_feed.h"
#include "api/reply.h"
#include "api/rooms.h"

struct health {
    struct text status;
    int64_t recorded;
    int64_t shown;
    struct told_video video;
};

static const struct record_field health_fields[] = {
    SAY_TEXT(struct health, status, "ok"),
    SAY_INT(struct health, recorded, "Last durable position of the log."),
    SAY_INT(struct health, shown, "The position that the board has judged."),
    SAY_RECORD(struct health,
               video,
               &video_reply_record,
               "The video server; without it everything else is well all the same."),
};
const struct record health_reply_record = RECORD_TOLD("Health", struct health, health_fields);

enum rc show_health(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    struct board_progress board;
    struct health reply = {.status = TEXT("ok")};

    TRY(api_snapshot(api, &snapshot));
    board_progress(api->options.board, &board);
    reply.recorded = ledger_position(api->options.ledger);
    reply.shown = board.judged;
    reply.video = room_tell_video(api);
    api_reply(request, &health_reply_record, &reply, 0);
    return RC_OK;
}

/* name, type, help, value: a row a figure. */
struct figure {
    const char *name;
    const char *type;
    const char *help;
    int64_t value;
};

static void write_figure(struct buf *to, const struct figure *figure)
{
    buf_format(to, "# HELP hadir_%s %s\n# TYPE hadir_%s %s\nhadir_%s %lld\n", figure->name,
               figure->help, figure->name, figure->type, figure->name, (long long)figure->value);
}

/* The board may have read a batch before the ledger says that it is written. */
static int64_t entries_between(int64_t judged, int64_t recorded)
{
    return recorded > judged ? recorded - judged : 0;
}

enum rc show_metrics(struct http_request *request)
{
    struct api *api = api_of(request);
    struct http_counts http = http_server_counts(api->server);
    struct ledger_figures ledger;
    struct adms_figures adms;
    struct terminal_totals terminals;
    struct video_figures video;
    struct board_progress board;
    struct feed_tally feed;
    struct buf *to = http_reply_buf(request, "text/plain; version=0.0.4; charset=utf-8");

    ledger_figures(api->options.ledger, &ledger);
    adms_service_figures(api->adms, &adms);
    board_progress(api->options.board, &board);
    video_figures(api->options.video, &video);
    feed_count(api->feed, &feed);
    terminal_book_totals(api->options.terminals, api_now_ms(api), &terminals);
    const struct figure figures[] = {
        {"ledger_position", "gauge", "Last durable position of the log",
         ledger_position(api->options.ledger)},
        {"board_position", "gauge", "Log position that the board has judged", board.judged},
        {"board_written_position", "gauge", "Log position that the board has written",
         board.written},
        {"board_lag_entries", "gauge", "Facts that the board has not judged yet",
         entries_between(board.judged, ledger_position(api->options.ledger))},
        {"board_lag_seconds", "gauge", "For how long there have been such facts",
         board.behind_ms / 1000},
        {"ledger_waiting", "gauge", "Commands waiting for the ledger", ledger.waiting},
        {"ledger_commands_total", "counter", "Commands settled", ledger.commands},
        {"ledger_batches_total", "counter", "Transactions", ledger.batches},
        {"ledger_facts_total", "counter", "Facts recorded since the start", ledger.facts},
        {"ledger_failures_total", "counter", "Transactions that failed", ledger.failures},
        {"terminal_requests_total", "counter", "Requests of terminals", adms.requests},
        {"terminal_uploads_total", "counter", "Uploads of terminals", adms.uploads},
        {"punches_stored_total", "counter", "New punches stored", adms.punches},
        {"punches_repeated_total", "counter", "Punches that were known already", adms.repeated},
        {"rows_refused_total", "counter", "Rows that could not be read", adms.refused_rows},
        {"terminals", "gauge", "Approved terminals", (int64_t)terminals.approved},
        {"terminals_silent", "gauge", "Terminals out of contact", (int64_t)terminals.silent},
        {"terminals_pending", "gauge", "Terminals that wait for approval",
         (int64_t)terminals.pending},
        {"video_ready", "gauge", "The video server answers", video.state == JANUS_READY},
        {"video_starts_total", "counter", "Starts of the video server", video.starts},
        {"video_rooms", "gauge", "Rooms of video", (int64_t)video.rooms},
        {"video_members", "gauge", "Members of rooms", (int64_t)video.members},
        {"video_senders", "gauge", "Members who send", (int64_t)video.feeds},
        {"http_requests_total", "counter", "HTTP requests", (int64_t)http.requests},
        {"http_refused_total", "counter", "HTTP replies of 4xx and 5xx", (int64_t)http.refused},
        {"http_connections", "gauge", "Open connections", (int64_t)http.connections},
        {"stream_watchers", "gauge", "Watchers of the board",
         (int64_t)http_stream_watchers(api->hub)},
        {"inspection_watchers", "gauge", "Watchers of inspections", (int64_t)feed.watchers},
        {"inspection_folds_total", "counter", "How often a watched inspection was read anew",
         feed.folds},
    };
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        write_figure(to, &figures[i]);
    }
    return RC_OK;
}
