#include "api/inspection_feed.h"

#include "api/inspection_reply.h"
#include "api/inspection_seat.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/thread.h"

/* One inspection that is watched. */
struct channel {
    struct feed *feed;
    struct http_stream_hub *hub;
    /* guarded by feed->lock */
    struct arena *mem; /* of what was told last */
    struct inspection_told told;
    int64_t tick;    /* of what was recorded when it was read */
    uint64_t number; /* of the last event */
};

struct feed {
    /* set before start, then constant */
    struct api *api;
    struct thread *thread;
    /* guarded by lock */
    struct lock lock;
    struct lock_signal news;
    struct channel *channels[FEED_CHANNELS_MAX];
    size_t channel_count;
    int64_t folds;
    bool committed;
    bool figures;
    bool closing;
};

/* ---- one channel ---- */

static void free_channel(struct channel **channel)
{
    struct channel *freed = *channel;

    *channel = NULL;
    if (!freed) return;
    http_stream_free(&freed->hub);
    arena_free(&freed->mem);
    mem_free(freed);
}

static bool is_watched(const struct channel *channel)
{
    return http_stream_watchers(channel->hub) > 0;
}

/* The room as it is now, and the tick of what it was recorded with, read first:
 * what comes in between is told again.  Everything told lives in the arena. */
static enum rc tell(struct api *api,
                    struct text code,
                    struct arena *mem,
                    struct inspection_told *told,
                    int64_t *out_tick)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = NULL;
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct room *room = arena_one(mem, struct room);

    TRY(api_snapshot(api, &snapshot));
    TRY(api_borrow(api, &reader));
    TRY(room_tick(reader->facts, api->options.government, code, out_tick));
    TRY(seat_load_room(api, reader->facts, snapshot, code, mem, room));
    inspection_tell(room, snapshot, api_now_ms(api), mem, told);
    return RC_OK;
}

static struct record_view view_of(const struct api *api)
{
    CLEANUP(board_drop) struct board_snapshot *snapshot = board_take_snapshot(api->options.board);

    return (struct record_view){.sight = RECORD_STAFF,
                                .offset_minutes =
                                    snapshot ? snapshot->picture->directory->offset_minutes : 0};
}

/* Everybody sees the same: there are no groups. */
static enum rc write_snapshot(void *context, uint64_t group, struct buf *to, uint64_t *out_number)
{
    struct channel *channel = context;
    struct record_view view = view_of(channel->feed->api);
    CLEANUP(lock_release) struct lock *held = lock_take(&channel->feed->lock);
    struct inspection_told now = channel->told;
    struct json_write json;

    (void)group;
    now.at_ms = api_now_ms(channel->feed->api);
    json_write_init(&json, to);
    record_write_json(&inspection_room_record, &now, view, &json, NULL);
    *out_number = channel->number;
    return json_write_ok(&json) ? RC_OK : RC_TOO_LARGE;
}

static enum rc make_channel(struct feed *feed, struct text code, struct channel **out_channel)
{
    CLEANUP(free_channel) struct channel *channel = mem_alloc(1, sizeof *channel);
    struct http_stream_options options = {
        .event_count = FEED_EVENTS,
        .beat_seconds = FEED_BEAT_SECONDS,
        .snapshot = write_snapshot,
        .context = channel,
    };

    channel->feed = feed;
    channel->number = 1;
    channel->mem = arena_new();
    TRY(tell(feed->api, arena_text(channel->mem, code), channel->mem, &channel->told,
             &channel->tick));
    TRY(http_stream_start(&options, &channel->hub));
    *out_channel = TAKE(channel);
    return RC_OK;
}

/* ---- telling what changed ---- */

static void publish(struct channel *channel, const struct inspection_told *change)
{
    struct record_view view = view_of(channel->feed->api);
    CLEANUP(buf_done) struct buf data = {0};
    struct json_write json;

    buf_init(&data, REPLY_BYTES_MAX);
    json_write_init(&json, &data);
    record_write_json(&inspection_change_record, change, view, &json, NULL);
    http_stream_publish(channel->hub, "change", ++channel->number, buf_text(&data));
}

static struct channel *find(struct feed *feed, struct text code)
{
    lock_assert_held(&feed->lock);
    for (size_t i = 0; i < feed->channel_count; i++) {
        if (text_equal(feed->channels[i]->told.inspection, code)) return feed->channels[i];
    }
    return NULL;
}

/* What is watched, copied: reading takes its time. */
struct watched {
    struct text code;
    int64_t tick;
};

/* Compare with what was told last, under the lock: the channel may have gone. */
static void tell_change(struct feed *feed, struct text code)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(lock_release) struct lock *held = NULL;
    struct inspection_told now, change;
    struct channel *channel;
    int64_t tick = 0;

    if (tell(feed->api, code, mem, &now, &tick) != RC_OK) {
        log_warn("what changed of an inspection could not be read; telling it with the next");
        return;
    }
    held = lock_take(&feed->lock);
    feed->folds++;
    channel = find(feed, code);
    if (!channel) return;
    channel->tick = tick;
    if (!inspection_tell_change(&channel->told, &now, mem, &change)) return;
    publish(channel, &change);
    arena_free(&channel->mem);
    channel->mem = TAKE(mem);
    channel->told = now;
}

/* Was nothing of it recorded since?  When that cannot be said, something was. */
static bool is_unchanged(struct feed *feed, const struct watched *watched)
{
    CLEANUP(api_return) struct api_reader *reader = NULL;
    int64_t tick = 0;

    return api_borrow(feed->api, &reader) == RC_OK &&
           room_tick(reader->facts, feed->api->options.government, watched->code, &tick) == RC_OK &&
           tick == watched->tick;
}

static size_t take_watched(struct feed *feed,
                           struct arena *mem,
                           struct watched watched[FEED_CHANNELS_MAX])
{
    size_t count = 0;

    lock_assert_held(&feed->lock);
    for (size_t i = 0; i < feed->channel_count; i++) {
        const struct channel *channel = feed->channels[i];

        if (!is_watched(channel)) continue;
        watched[count++] =
            (struct watched){arena_text(mem, channel->told.inspection), channel->tick};
    }
    return count;
}

/* When the last round was, and the last that told figures. */
struct rhythm {
    int64_t round_ms;
    int64_t figures_ms;
    bool figures; /* of this round */
};

/* When the news there is may be told; INT64_MAX without any.  A terminal's punch
 * is a commit too: a busy morning shall not make a round of each. */
static int64_t due_at(const struct feed *feed, const struct rhythm *rhythm)
{
    int64_t act_ms = feed->committed ? rhythm->round_ms + FEED_GATHER_MS : INT64_MAX;
    int64_t figures_ms = feed->figures ? rhythm->figures_ms + FEED_FIGURES_MS : INT64_MAX;

    lock_assert_held(&feed->lock);
    return act_ms < figures_ms ? act_ms : figures_ms;
}

static void begin_round(struct feed *feed, struct rhythm *rhythm)
{
    rhythm->round_ms = clock_mono_ms();
    rhythm->figures = feed->figures && rhythm->round_ms >= rhythm->figures_ms + FEED_FIGURES_MS;
    if (rhythm->figures) {
        rhythm->figures_ms = rhythm->round_ms;
        feed->figures = false;
    }
    feed->committed = false;
}

static bool wait_for_news(struct feed *feed, struct lock *held, struct rhythm *rhythm)
{
    while (!feed->closing) {
        int64_t at_ms = due_at(feed, rhythm);
        int64_t left_ms = at_ms - clock_mono_ms();

        if (left_ms <= 0) break;
        IGNORE(lock_wait(held, &feed->news, at_ms == INT64_MAX ? -1 : left_ms), "asked again");
    }
    begin_round(feed, rhythm);
    return !feed->closing;
}

static void follow(void *context)
{
    struct feed *feed = context;
    CLEANUP(lock_release) struct lock *held = lock_take(&feed->lock);
    struct rhythm rhythm = {.figures = false};

    while (wait_for_news(feed, held, &rhythm)) {
        CLEANUP(arena_free) struct arena *mem = arena_new();
        struct watched watched[FEED_CHANNELS_MAX];
        size_t count = take_watched(feed, mem, watched);

        lock_release(&held);
        for (size_t i = 0; i < count; i++) {
            bool is_told = rhythm.figures || !is_unchanged(feed, &watched[i]);

            if (is_told) tell_change(feed, watched[i].code);
        }
        rhythm.round_ms = clock_mono_ms();
        held = lock_take(&feed->lock);
    }
}

static void wake(struct feed *feed, bool *flag)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&feed->lock);

    if (feed->channel_count == 0) return;
    *flag = true;
    lock_signal_one(&feed->news);
}

void feed_committed(struct feed *feed)
{
    wake(feed, &feed->committed);
}

void feed_figures(struct feed *feed)
{
    wake(feed, &feed->figures);
}

/* ---- watching ---- */

/* Nobody watches it: what it told is old. */
static void drop(struct feed *feed, size_t at)
{
    lock_assert_held(&feed->lock);
    free_channel(&feed->channels[at]);
    feed->channels[at] = feed->channels[--feed->channel_count];
}

static void drop_unwatched(struct feed *feed)
{
    for (size_t i = feed->channel_count; i-- > 0;) {
        if (!is_watched(feed->channels[i])) drop(feed, i);
    }
}

static enum rc add(struct feed *feed, struct channel **made, struct channel **out_channel)
{
    lock_assert_held(&feed->lock);
    if (feed->channel_count == FEED_CHANNELS_MAX) return RC_TOO_MANY;
    *out_channel = feed->channels[feed->channel_count++] = TAKE(*made);
    /* What was recorded since it was read. */
    feed->committed = true;
    lock_signal_one(&feed->news);
    return RC_OK;
}

enum rc feed_watch(struct feed *feed, struct http_request *request, struct text code)
{
    CLEANUP(free_channel) struct channel *made = NULL;
    CLEANUP(lock_release) struct lock *held = lock_take(&feed->lock);
    struct channel *channel;

    drop_unwatched(feed);
    channel = find(feed, code);
    if (!channel) {
        lock_release(&held);
        TRY(make_channel(feed, code, &made));
        held = lock_take(&feed->lock);
        channel = find(feed, code); /* somebody else may have been faster */
    }
    if (feed->closing) return RC_UNAVAILABLE;
    if (!channel) TRY(add(feed, &made, &channel));
    return http_stream_open(channel->hub, request);
}

void feed_count(struct feed *feed, struct feed_tally *out_tally)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&feed->lock);
    struct feed_tally tally = {.folds = feed->folds};

    for (size_t i = 0; i < feed->channel_count; i++) {
        tally.watchers += http_stream_watchers(feed->channels[i]->hub);
    }
    *out_tally = tally;
}

/* ---- life ---- */

enum rc feed_start(struct api *api, struct feed **out_feed)
{
    struct feed *feed = mem_alloc(1, sizeof *feed);
    enum rc rc;

    feed->api = api;
    lock_init(&feed->lock, LOCK_FEED);
    lock_signal_init(&feed->news);
    *out_feed = feed;
    rc = thread_start(&feed->thread, "feed", follow, feed);
    if (rc != RC_OK) feed_free(out_feed);
    return rc;
}

void feed_stop(struct feed *feed)
{
    {
        CLEANUP(lock_release) struct lock *held = lock_take(&feed->lock);

        feed->closing = true;
        lock_signal_one(&feed->news);
    }
    thread_join(&feed->thread);
    for (size_t i = 0; i < feed->channel_count; i++) {
        http_stream_stop(feed->channels[i]->hub);
    }
}

void feed_free(struct feed **freed)
{
    struct feed *feed = *freed;

    if (!feed) return;
    feed_stop(feed);
    for (size_t i = 0; i < feed->channel_count; i++) {
        free_channel(&feed->channels[i]);
    }
    lock_signal_done(&feed->news);
    lock_done(&feed->lock);
    mem_free(feed);
    *freed = NULL;
}
