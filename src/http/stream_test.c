#include "http/stream.h"

#include "base/clock.h"
#include "base/test.h"
#include "base/thread.h"
#include "http/http_testing.h"
#include "http/server.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { RING = 8 };

/* A hub behind one route; the state is a counter, an event is its new value. */
struct scene {
    struct http_server *server;
    struct http_stream_hub *hub;
    struct clock clock;
    unsigned port;
    atomic_int counter;
    atomic_int snapshots; /* how often one was asked for */
    atomic_bool broken;   /* no snapshot can be made */
    atomic_int overtaken; /* so often more than the ring holds happens while one is made */
};

static void count_once(struct scene *scene);

static enum rc write_counter(void *context, uint64_t group, struct buf *to, uint64_t *out_number)
{
    struct scene *scene = context;
    int counter = atomic_load(&scene->counter);

    if (atomic_load(&scene->broken)) return RC_UNAVAILABLE;
    atomic_fetch_add(&scene->snapshots, 1);
    if (group) {
        buf_format(to, "{\"group\":%d,\"counter\":%d}", (int)group, counter);
    } else {
        buf_format(to, "{\"counter\":%d}", counter);
    }
    *out_number = (uint64_t)counter;
    if (atomic_load(&scene->overtaken) > 0) {
        atomic_fetch_sub(&scene->overtaken, 1);
        for (int i = 0; i < RING + 2; i++) {
            count_once(scene);
        }
    }
    return RC_OK;
}

static enum rc watch(struct http_request *request)
{
    return http_stream_open(((struct scene *)request->app)->hub, request);
}

/* "/api/stream/21": the first of the second group. */
static enum rc watch_as(struct http_request *request)
{
    const char *name = request->parameters[0].at;
    struct http_audience audience = {(uint64_t)(name[0] - '0'), (uint64_t)(name[1] - '0')};

    return http_stream_open_as(((struct scene *)request->app)->hub, request, audience);
}

static enum rc admit(struct http_request *request, const char *permission)
{
    (void)request;
    (void)permission;
    return RC_OK;
}

static const struct http_route routes[] = {
    {HTTP_GET, "/api/stream", "public", watch, NULL, NULL, "The counter.", NULL},
    {HTTP_GET, "/api/stream/{who}", "public", watch_as, NULL, NULL, "For some.", NULL},
};

static int open_scene(void **state)
{
    struct scene *scene = test_calloc(1, sizeof *scene);
    struct http_options options = {.listeners = {{.address = "127.0.0.1:0"}},
                                   .routes = routes,
                                   .route_count = COUNT_OF(routes),
                                   .authorise = admit,
                                   .clock = &scene->clock,
                                   .app = scene,
                                   .threads = 2};
    struct http_stream_options stream = {
        .event_count = RING, .beat_seconds = 1, .snapshot = write_counter, .context = scene};
    struct problem why = {0};

    clock_init(&scene->clock);
    if (http_stream_start(&stream, &scene->hub) != RC_OK) return -1;
    if (http_server_start(&options, &scene->server, &why) != RC_OK) return -1;
    scene->port = http_server_port(scene->server, 0);
    *state = scene;
    return 0;
}

/* Streams that live a second. */
static int open_short_scene(void **state)
{
    struct scene *scene;

    if (open_scene(state) != 0) return -1;
    scene = *state;
    http_stream_stop(scene->hub);
    http_stream_free(&scene->hub);
    return http_stream_start(&(struct http_stream_options){.event_count = RING,
                                                           .beat_seconds = 1,
                                                           .life_seconds = 1,
                                                           .snapshot = write_counter,
                                                           .context = scene},
                             &scene->hub) == RC_OK
               ? 0
               : -1;
}

static int close_scene(void **state)
{
    struct scene *scene = *state;

    http_server_refuse(scene->server);
    http_stream_stop(scene->hub);
    http_server_stop(&scene->server);
    http_stream_free(&scene->hub);
    test_free(scene);
    return 0;
}

static void count_once(struct scene *scene)
{
    char data[40];
    int counter = atomic_fetch_add(&scene->counter, 1) + 1;

    (void)snprintf(data, sizeof data, "{\"counter\":%d}", counter);
    http_stream_publish(scene->hub, "change", (uint64_t)counter, text_of(data));
}

static int open_stream(const struct scene *scene, const char *head, struct arena *mem)
{
    int fd = http_testing_connect(scene->port);

    http_testing_send(fd, arena_format(mem, "GET /api/stream HTTP/1.1\r\nHost: x\r\n%s\r\n", head));
    return fd;
}

static void a_new_watcher_gets_the_state_and_then_the_changes(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    struct text text;
    int fd;

    count_once(scene);
    fd = open_stream(scene, "", mem);
    text = http_testing_read_until(fd, "event: snapshot\ndata: {\"counter\":1}\n\n", mem);
    assert_non_null(strstr(text.at, "text/event-stream"));
    assert_non_null(strstr(text.at, "retry: "));
    assert_null(strstr(text.at, "event: change"));
    for (int i = 2; i < 40; i++) {
        count_once(scene);
        (void)http_testing_read_until(
            fd, arena_format(mem, "event: change\ndata: {\"counter\":%d}\n\n", i).at, mem);
    }
    assert_int_equal(http_stream_watchers(scene->hub), 1);
    close(fd);
}

/* The id of the last event in a piece of stream. */
static const char *last_id_in(struct text text, struct arena *mem)
{
    const char *found = NULL, *next = text.at;
    struct text rest;

    while ((next = strstr(next, "id: "))) {
        found = next;
        next += 4;
    }
    assert_non_null(found);
    rest = text_of(found + 4);
    return arena_cstr(mem, text_cut(&rest, '\n'));
}

static void who_comes_back_soon_gets_what_was_missed(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fd = open_stream(scene, "", mem);
    const char *id;
    struct text text;

    (void)http_testing_read_until(fd, "{\"counter\":0}\n\n", mem);
    count_once(scene);
    text = http_testing_read_until(fd, "{\"counter\":1}\n\n", mem);
    id = last_id_in(text, mem);
    close(fd);
    for (int i = 0; i < 3; i++) {
        count_once(scene);
    }
    fd = open_stream(scene, arena_format(mem, "Last-Event-ID: %s\r\n", id).at, mem);
    text = http_testing_read_until(fd, "{\"counter\":4}\n\n", mem);
    assert_null(strstr(text.at, "snapshot"));
    assert_null(strstr(text.at, "{\"counter\":1}"));
    assert_non_null(strstr(text.at, "{\"counter\":2}"));
    assert_non_null(strstr(text.at, "{\"counter\":3}"));
    close(fd);
}

static void a_stream_ends_after_its_time_and_who_comes_back_has_missed_nothing(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fd = open_stream(scene, "", mem);
    const char *id = last_id_in(http_testing_read_until(fd, "{\"counter\":0}\n\n", mem), mem);
    struct text text;

    assert_true(http_testing_is_closed(fd));
    close(fd);
    count_once(scene);
    fd = open_stream(scene, arena_format(mem, "Last-Event-ID: %s\r\n", id).at, mem);
    text = http_testing_read_until(fd, "{\"counter\":1}\n\n", mem);
    assert_null(strstr(text.at, "snapshot"));
    close(fd);
}

static void who_comes_back_late_or_from_another_run_gets_the_state_again(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fd = open_stream(scene, "", mem);
    const char *id = last_id_in(http_testing_read_until(fd, "{\"counter\":0}\n\n", mem), mem);

    close(fd);
    for (int i = 0; i < RING + 2; i++) {
        count_once(scene);
    }
    fd = open_stream(scene, arena_format(mem, "Last-Event-ID: %s\r\n", id).at, mem);
    /* of now, or of a moment ago (for the one who left) and what changed since */
    assert_non_null(
        strstr(http_testing_read_until(fd, "{\"counter\":10}\n\n", mem).at, "event: snapshot"));
    close(fd);
    fd = open_stream(scene, "Last-Event-ID: 00000000.9\r\n", mem);
    assert_non_null(http_testing_read_until(fd, "event: snapshot", mem).at);
    close(fd);
    fd = open_stream(scene, "Last-Event-ID: nonsense\r\n", mem);
    assert_non_null(http_testing_read_until(fd, "event: snapshot", mem).at);
    close(fd);
}

static void many_who_come_together_share_one_snapshot(void **state)
{
    enum { WATCHERS = 50 };
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fds[WATCHERS];

    for (int i = 0; i < WATCHERS; i++) {
        fds[i] = open_stream(scene, "", mem);
    }
    for (int i = 0; i < WATCHERS; i++) {
        (void)http_testing_read_until(fds[i], "snapshot", mem);
    }
    assert_true(atomic_load(&scene->snapshots) <= 2);
    count_once(scene);
    for (int i = 0; i < WATCHERS; i++) {
        (void)http_testing_read_until(fds[i], "event: change\ndata: {\"counter\":1}\n\n", mem);
        close(fds[i]);
    }
}

static void silence_is_broken_by_a_comment(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    int fd = open_stream(*state, "", mem);
    int64_t before_ms;

    (void)http_testing_read_until(fd, "snapshot", mem);
    before_ms = clock_mono_ms();
    (void)http_testing_read_until(fd, ": \n\n", mem);
    assert_in_range(clock_mono_ms() - before_ms, 700, 2500);
    close(fd);
}

/* It reads nothing while far more is published than the ring and the sockets
 * (some 10 MB) hold; then it gets the state again, not a torn or an endless past. */
static void who_reads_too_slowly_gets_the_state_again(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    char *data = arena_alloc(mem, 100001);
    int fd = http_testing_connect(scene->port);
    struct text text;

    http_testing_send(fd, TEXT("GET /api/stream HTTP/1.1\r\nHost: x\r\n\r\n"));
    (void)http_testing_read_until(fd, "snapshot", mem);
    memset(data, 'x', 100000);
    for (int i = 0; i < 300; i++) {
        atomic_store(&scene->counter, i + 1);
        http_stream_publish(scene->hub, "change", (uint64_t)i + 1, text_of(data));
        usleep(500);
    }
    text = http_testing_read_until(fd, ".300\nevent: ", mem);
    assert_true(text.bytes < 250 * 100000);
    assert_non_null(strstr(text.at, "event: snapshot"));
    count_once(scene);
    (void)http_testing_read_until(fd, "{\"counter\":301}\n\n", mem);
    close(fd);
}

static void a_stream_without_a_state_ends(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fd;

    atomic_store(&scene->broken, true);
    fd = open_stream(scene, "", mem);
    assert_true(http_testing_is_closed(fd));
    close(fd);
}

static void a_state_that_is_overtaken_by_events_is_asked_for_again(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fd;

    atomic_store(&scene->overtaken, 3);
    fd = open_stream(scene, "", mem);
    (void)http_testing_read_until(fd, "event: snapshot\ndata: {\"counter\":30}\n\n", mem);
    count_once(scene);
    (void)http_testing_read_until(fd, "event: change\ndata: {\"counter\":31}\n\n", mem);
    close(fd);
}

static void stopping_ends_every_stream(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fds[20];

    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        fds[i] = open_stream(scene, "", mem);
        (void)http_testing_read_until(fds[i], "snapshot", mem);
    }
    http_stream_stop(scene->hub);
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        assert_true(http_testing_is_closed(fds[i]));
        close(fds[i]);
    }
    while (http_stream_watchers(scene->hub) > 0) {
        usleep(1000);
    }
}

static void publish_many(void *context)
{
    struct scene *scene = context;

    for (int i = 0; i < 2000; i++) {
        count_once(scene);
        if (i % 7 == 0) usleep(200);
    }
}

/* While events pour in, watchers come and go; whoever stays sees the last. */
static void watchers_may_come_and_go_at_any_moment(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    struct thread *publisher = NULL;
    int staying = open_stream(scene, "", mem);

    assert_rc(RC_OK, thread_start(&publisher, "publisher", publish_many, scene));
    for (int i = 0; i < 100; i++) {
        int fd = open_stream(scene, "", mem);

        if (i % 3) (void)http_testing_read_until(fd, "snapshot", mem);
        close(fd);
    }
    (void)http_testing_read_until(staying, "{\"counter\":2000}", mem);
    thread_join(&publisher);
    close(staying);
}

#define SCENE(fn) cmocka_unit_test_setup_teardown(fn, open_scene, close_scene)

static int open_stream_as(const struct scene *scene, const char *who, struct arena *mem)
{
    int fd = http_testing_connect(scene->port);

    http_testing_send(fd, arena_format(mem, "GET /api/stream/%s HTTP/1.1\r\nHost: x\r\n\r\n", who));
    return fd;
}

static void tell(struct scene *scene, struct http_audience audience, const char *word, bool is_last)
{
    int counter = atomic_fetch_add(&scene->counter, 1) + 1;

    http_stream_publish_to(scene->hub, &(struct http_event){.name = "word",
                                                            .number = (uint64_t)counter,
                                                            .data = text_of(word),
                                                            .audience = audience,
                                                            .is_last = is_last});
}

static void a_group_hears_what_is_for_it_and_nothing_else(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int first = open_stream_as(scene, "11", mem);
    int second = open_stream_as(scene, "12", mem);
    int other = open_stream_as(scene, "21", mem);
    struct text heard;

    (void)http_testing_read_until(first, "data: {\"group\":1,\"counter\":0}\n\n", mem);
    (void)http_testing_read_until(second, "data: {\"group\":1,\"counter\":0}\n\n", mem);
    (void)http_testing_read_until(other, "data: {\"group\":2,\"counter\":0}\n\n", mem);
    tell(scene, (struct http_audience){1, 0}, "ONE", false);
    tell(scene, (struct http_audience){1, 2}, "SECRET", false);
    tell(scene, (struct http_audience){0}, "END", false);
    heard = http_testing_read_until(first, "data: END\n\n", mem);
    assert_non_null(strstr(heard.at, "ONE"));
    assert_null(strstr(heard.at, "SECRET"));
    heard = http_testing_read_until(second, "data: END\n\n", mem);
    assert_non_null(strstr(heard.at, "ONE"));
    assert_non_null(strstr(heard.at, "SECRET"));
    heard = http_testing_read_until(other, "data: END\n\n", mem);
    assert_null(strstr(heard.at, "ONE"));
    assert_null(strstr(heard.at, "SECRET"));
    close(first);
    close(second);
    close(other);
}

static void the_last_event_for_one_ends_his_stream(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int first = open_stream_as(scene, "11", mem);
    int second = open_stream_as(scene, "12", mem);

    (void)http_testing_read_until(first, "data: {\"group\":1,\"counter\":0}\n\n", mem);
    (void)http_testing_read_until(second, "data: {\"group\":1,\"counter\":0}\n\n", mem);
    tell(scene, (struct http_audience){1, 2}, "OUT", true);
    (void)http_testing_read_until(second, "data: OUT\n\n", mem);
    assert_true(http_testing_is_closed(second));
    tell(scene, (struct http_audience){1, 0}, "STILL", false);
    (void)http_testing_read_until(first, "data: STILL\n\n", mem);
    close(first);
    close(second);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SCENE(a_new_watcher_gets_the_state_and_then_the_changes),
        SCENE(who_comes_back_soon_gets_what_was_missed),
        cmocka_unit_test_setup_teardown(
            a_stream_ends_after_its_time_and_who_comes_back_has_missed_nothing, open_short_scene,
            close_scene),
        SCENE(who_comes_back_late_or_from_another_run_gets_the_state_again),
        SCENE(many_who_come_together_share_one_snapshot),
        SCENE(silence_is_broken_by_a_comment),
        SCENE(who_reads_too_slowly_gets_the_state_again),
        SCENE(a_stream_without_a_state_ends),
        SCENE(a_state_that_is_overtaken_by_events_is_asked_for_again),
        SCENE(stopping_ends_every_stream),
        SCENE(watchers_may_come_and_go_at_any_moment),
        SCENE(a_group_hears_what_is_for_it_and_nothing_else),
        SCENE(the_last_event_for_one_ends_his_stream),
    };

    return cmocka_run_group_tests_name("stream", tests, NULL, NULL);
}
