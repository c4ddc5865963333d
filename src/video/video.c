#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/secret.h"
#include "video/video_private.h"

#include <sys/eventfd.h>
#include <unistd.h>

enum { ASKS_AT_ONCE = 64, SWEEP_MS = 1000, IDLE_MS = 3600 * 1000, BODY_BYTES_MAX = 256 * 1024 };

const char *video_event_word(enum video_event_kind kind)
{
    static const char *const words[] = {
#define EVENT(name, word, about) [VIDEO_EVENT_##name] = (word),
#include "video/video_event.def"
#undef EVENT
    };

    return words[kind];
}

/* ---- settling and telling ---- */

void video_settle(struct video_ask *ask, enum rc rc)
{
    ask->done(ask, rc);
}

enum rc video_refusal(struct video_ask *ask, enum rc rc, const struct janus_message *message)
{
    struct text reason = {0};

    if (rc != RC_INVALID || !message) return rc;
    reason = message->error.reason.bytes ? message->error.reason : message->plugindata.data.error;
    return problem_set(&ask->why, RC_INVALID, "the video server refuses: " TEXT_FORMAT,
                       TEXT_ARGUMENT(reason));
}

void video_tell(struct video *video, const struct room *room, struct video_news news)
{
    struct video_event event = {.kind = news.kind,
                                .room = room->serial,
                                .public = room->public,
                                .room_name = room->name,
                                .by = news.by ? &news.by->told : NULL,
                                .member = news.member ? &news.member->told : NULL,
                                .former = news.former ? &news.former->told : NULL,
                                .is_public = news.was_public,
                                .on = news.on,
                                .text = news.text};
    CLEANUP(lock_release) struct lock *held = NULL;
    video_listener *listener;
    void *owner;

    if (news.member && video_is_public(room, news.member)) event.is_public = true;
    video_note(video, room, &news);
    held = lock_take(&video->lock);
    listener = video->listener;
    owner = video->owner;
    event.number = video->number += VIDEO_EVENT_STEP;
    lock_release(&held);
    if (listener) listener(owner, &event);
}

void video_body_begin(struct video_body *body, const char *request)
{
    buf_init(&body->text, BODY_BYTES_MAX);
    json_write_init(&body->json, &body->text);
    json_write_object(&body->json, NULL);
    json_write_cstr(&body->json, "request", request);
}

struct text video_body_end(struct video_body *body)
{
    json_write_end(&body->json);
    assert(json_write_ok(&body->json));
    return buf_text(&body->text);
}

void video_body_done(struct video_body *body)
{
    buf_done(&body->text);
}

/* ---- the thread ---- */

struct deed {
    video_deed *does;
    unsigned right;
};

static const struct deed deeds[] = {
#define ASK(name, does, right, about) [VIDEO_ASK_##name] = {does, right},
#include "video/video_ask.def"
#undef ASK
};

/* Who may not, and who waits in the lobby, is refused here and nowhere else. */
static enum rc admit_ask(const struct video_act *act)
{
    const struct video_ask *ask = act->ask;
    unsigned right = deeds[ask->kind].right;

    bool makes_room = ask->kind == VIDEO_ASK_OPEN || ask->kind == VIDEO_ASK_JOIN;

    if (!act->room && !makes_room) return RC_NOT_FOUND;
    if (ask->member.bytes && !act->member) return RC_NOT_FOUND;
    if (!act->member || right == 0) return RC_OK;
    return (act->member->told.rights & right) && !act->member->told.waits ? RC_OK : RC_FORBIDDEN;
}

static void perform(struct video *video, struct video_ask *ask)
{
    struct video_act act = {.ask = ask, .room = video_find_room(video, ask->room)};
    enum rc rc;

    if (act.room && ask->member.bytes) act.member = video_find_member(act.room, ask->member);
    rc = admit_ask(&act);
    if (rc != RC_OK) {
        video_settle(ask, rc);
        return;
    }
    if (act.member) act.member->heard_at_ms = clock_mono_ms();
    deeds[ask->kind].does(video, &act);
}

static void take_asks(struct video *video)
{
    void *asks[ASKS_AT_ONCE];
    uint64_t wakes = 0;
    size_t count;

    IGNORE(read(video->wake_fd, &wakes, sizeof wakes),
           "woken or not, the queue says what there is");
    while ((count = queue_take(video->asks, asks, ASKS_AT_ONCE, 0)) > 0) {
        for (size_t i = 0; i < count; i++) {
            perform(video, asks[i]);
        }
    }
}

/* The browser is gone, or the link; who comes back joins again. */
static void drop_silent(struct video *video, struct room *room, int64_t now_ms)
{
    for (size_t i = room->member_count; i-- > 0;) {
        struct member *member = room->members[i];

        if (now_ms - member->heard_at_ms < VIDEO_SILENCE_MS_MAX) continue;
        video_drop_member(video, room, member, TEXT("silent"));
    }
    if (room->member_count > 0) room->empty_since_ms = now_ms;
}

static void sweep(struct video *video, int64_t now_ms)
{
    if (now_ms - video->swept_at_ms < SWEEP_MS) return;
    video->swept_at_ms = now_ms;
    for (size_t i = video->room_count; i-- > 0;) {
        struct room *room = video->rooms[i];

        drop_silent(video, room, now_ms);
        if (now_ms - room->empty_since_ms >= VIDEO_EMPTY_MS_MAX) video_end_room(video, room);
    }
}

static void note_figures(struct video *video)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    video->state = janus_link_state(video->link);
    video->starts = janus_link_starts(video->link);
    video->pid = janus_link_pid(video->link);
}

static int wait_ms(const struct video *video)
{
    int64_t link_ms = janus_link_wait_ms(video->link, clock_mono_ms());
    int64_t sweep_ms = video->room_count == 0 ? IDLE_MS : SWEEP_MS;

    return (int)(link_ms < 0 || link_ms > sweep_ms ? sweep_ms : link_ms);
}

static void run(void *context)
{
    struct video *video = context;

    if (video->options.outside) janus_link_want(video->link);
    while (!atomic_load(&video->stopping)) {
        struct pollfd fds[JANUS_POLL_MAX + 1];
        size_t count = janus_link_poll(video->link, fds);

        fds[count++] = (struct pollfd){.fd = video->wake_fd, .events = POLLIN};
        IGNORE(poll(fds, count, wait_ms(video)), "whatever happened is looked at");
        take_asks(video);
        janus_link_work(video->link, clock_mono_ms());
        sweep(video, clock_mono_ms());
        note_figures(video);
    }
    /* The child dies with the thread that started it, so it ends here. */
    janus_link_close(&video->link);
}

/* ---- from outside ---- */

static void changed(void *owner, enum janus_state state)
{
    video_rooms_changed(owner, state);
}

static struct janus_link *open_link(struct video *video)
{
    return janus_link_open(&(struct janus_link_options){.folder = video->options.folder,
                                                        .program = video->options.program,
                                                        .outside = video->options.outside,
                                                        .off = video->options.off,
                                                        .media = video->options.media,
                                                        .owner = video,
                                                        .changed = changed,
                                                        .told = video_hear});
}

static const char *keep_text(struct arena *mem, const char *given)
{
    return given ? arena_cstr(mem, text_of(given)) : NULL;
}

static struct video_options keep_options(struct arena *mem, const struct video_options *given)
{
    struct video_options options = *given;

    options.folder = keep_text(mem, given->folder);
    options.program = keep_text(mem, given->program);
    options.outside = keep_text(mem, given->outside);
    options.recordings = keep_text(mem, given->recordings);
    options.media.interfaces = keep_text(mem, given->media.interfaces);
    options.media.address = keep_text(mem, given->media.address);
    options.media.stun = keep_text(mem, given->media.stun);
    return options;
}

enum rc video_start(const struct video_options *options, struct video **out_video)
{
    CLEANUP(video_free) struct video *video = mem_alloc(1, sizeof *video);

    video->mem = arena_new();
    video->options = keep_options(video->mem, options);
    lock_init(&video->lock, LOCK_VIDEO);
    lock_init(&video->door_lock, LOCK_LEAF);
    video->door = mem_alloc(1, sizeof *video->door);
    join_door_init(video->door);
    video->asks = queue_new(VIDEO_QUEUE_MAX);
    video->link = open_link(video);
    video->state = janus_link_state(video->link);
    video->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (video->wake_fd < 0) return RC_UNAVAILABLE;
    TRY(thread_start(&video->thread, "video", run, video));
    *out_video = TAKE(video);
    return RC_OK;
}

static void refuse_waiting(struct video *video)
{
    void *asks[ASKS_AT_ONCE];
    size_t count;

    while ((count = queue_take(video->asks, asks, ASKS_AT_ONCE, 0)) > 0) {
        for (size_t i = 0; i < count; i++) {
            video_settle(asks[i], RC_UNAVAILABLE);
        }
    }
}

void video_stop(struct video *video)
{
    atomic_store(&video->stopping, true);
    queue_close(video->asks);
    if (video->wake_fd >= 0) IGNORE(eventfd_write(video->wake_fd, 1), "it wakes by itself soon");
    thread_join(&video->thread);
    janus_link_close(&video->link);
    refuse_waiting(video);
}

void video_free(struct video **freed)
{
    struct video *video = *freed;

    if (!video) return;
    video_stop(video);
    for (size_t i = 0; i < video->room_count; i++) {
        video_free_room(&video->rooms[i]);
    }
    queue_free(&video->asks);
    file_close(&video->wake_fd);
    secret_wipe(video->door, sizeof *video->door);
    mem_free(video->door);
    lock_done(&video->door_lock);
    lock_done(&video->lock);
    arena_free(&video->mem);
    mem_free(video);
    *freed = NULL;
}

void video_listen(struct video *video, video_listener *listener, void *owner)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&video->lock);

    video->listener = listener;
    video->owner = owner;
}

enum rc video_submit(struct video *video, struct video_ask *ask)
{
    assert(ask->done && ask->mem);
    TRY(queue_push(video->asks, ask));
    IGNORE(eventfd_write(video->wake_fd, 1), "a full counter wakes as well");
    return RC_OK;
}

/* ---- waiting for it ---- */

struct wait {
    struct lock lock;
    struct lock_signal settled;
    bool done;
    enum rc rc;
};

static void note_done(struct video_ask *ask, enum rc rc)
{
    struct wait *wait = ask->owner;
    CLEANUP(lock_release) struct lock *held = lock_take(&wait->lock);

    wait->done = true;
    wait->rc = rc;
    lock_signal_one(&wait->settled);
}

static void end_wait(struct wait *wait)
{
    lock_signal_done(&wait->settled);
    lock_done(&wait->lock);
}

enum rc video_perform(struct video *video, struct video_ask *ask)
{
    CLEANUP(end_wait) struct wait wait = {0};
    CLEANUP(lock_release) struct lock *held = NULL;

    lock_init(&wait.lock, LOCK_LEAF);
    lock_signal_init(&wait.settled);
    ask->owner = &wait;
    ask->done = note_done;
    TRY(video_submit(video, ask));
    held = lock_take(&wait.lock);
    while (!wait.done) {
        IGNORE(lock_wait(held, &wait.settled, -1), "asked again");
    }
    return wait.rc;
}
