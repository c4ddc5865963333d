/* Bodies of requests: how large they may be, how slowly they may come, and how
 * many at once. */
#include "base/limits.h"
#include "http/server_fixture_test.h"

#include <unistd.h>

/* The budget is given back when the reply has left, shortly after it is read. */
static void await_no_bodies(const struct scene *scene)
{
    while (http_server_counts(scene->server).body_bytes > 0) {
        usleep(1000);
    }
}

static void a_body_too_large_is_refused_before_it_comes(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    int fd = http_testing_connect(port);
    struct http_answer answer;
    char *body = arena_alloc(mem, REQUEST_BODY_BYTES_MAX);

    http_testing_send(fd, TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                               "Content-Length: 2097153\r\nExpect: 100-continue\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 413);
    assert_true(http_testing_is_closed(fd));
    close(fd);
    fd = http_testing_connect(port);
    http_testing_send(fd, TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                               "Content-Length: 1000000000\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 413);
    close(fd);
    answer = http_testing_ask(port, "POST", "/api/sheets/all", "",
                              (struct text){body, REQUEST_BODY_BYTES_MAX}, mem);
    assert_text("{\"bytes\":2097152}", answer.body);
    await_no_bodies(*state);
}

/* A client that has begun to send reads nothing before its end. */
static void who_sends_a_body_too_large_hears_so_at_its_end(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    size_t bytes = REQUEST_BODY_BYTES_MAX + REQUEST_BODY_BYTES_MAX / 2;
    struct text body = {arena_alloc(mem, bytes), bytes};

    assert_int_equal(http_testing_ask(port, "POST", "/api/sheets/all", "", body, mem).status, 413);
    await_no_bodies(*state);
}

static void a_chunked_body_cannot_grow_without_end(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct scene *scene = *state;
    int fd = http_testing_connect(scene->port);
    struct text chunk = arena_format(mem, "10000\r\n%065536d\r\n", 0);

    http_testing_send(fd, TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                               "Transfer-Encoding: chunked\r\n\r\n"));
    for (int i = 0; i < 40; i++) {
        http_testing_send(fd, chunk);
    }
    http_testing_send(fd, TEXT("0\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 413);
    await_no_bodies(scene);
    close(fd);
}

static void a_slow_client_is_served_and_a_silent_one_is_let_go(void **state)
{
    static const char request[] = "POST /iclock/x?SN=7 HTTP/1.1\r\nHost: x\r\n"
                                  "Content-Length: 5\r\n\r\nhello";
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    int slow = http_testing_connect(port), silent = http_testing_connect(port);

    http_testing_send(silent, (struct text){request, 20});
    for (size_t i = 0; i < sizeof request - 1; i++) {
        http_testing_send(slow, (struct text){request + i, 1});
        usleep(1000);
    }
    assert_text("OK: 7 hello", http_testing_read(slow, mem).body);
    assert_true(http_testing_is_closed(silent));
    close(slow);
    close(silent);
}

/* Bodies that are under way fill the budget: the next one is told to come
 * later, and what was there is served. */
static void all_bodies_together_have_a_budget(void **state)
{
    enum { UPLOADS = REQUEST_BODIES_BYTES_MAX / REQUEST_BODY_BYTES_MAX };
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct scene *scene = *state;
    char *body = arena_alloc(mem, REQUEST_BODY_BYTES_MAX);
    struct text almost = {body, REQUEST_BODY_BYTES_MAX - 1};
    int fds[UPLOADS];

    for (int i = 0; i < UPLOADS; i++) {
        fds[i] = http_testing_connect(scene->port);
        http_testing_send(fds[i], TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                                       "Content-Length: 2097152\r\n\r\n"));
        http_testing_send(fds[i], almost);
    }
    while (http_server_counts(scene->server).body_bytes < UPLOADS * almost.bytes) {
        usleep(1000);
    }
    assert_int_equal(http_testing_ask(scene->port, "POST", "/api/sheets/all", "",
                                      (struct text){body, HTTP_SMALL_BODY_BYTES + 1}, mem)
                         .status,
                     503);
    assert_int_equal(
        http_testing_ask(scene->port, "POST", "/api/sheets/all", "", TEXT("a punch"), mem).status,
        201);
    for (int i = 0; i < UPLOADS; i++) {
        http_testing_send(fds[i], TEXT("x"));
        assert_text("{\"bytes\":2097152}", http_testing_read(fds[i], mem).body);
        close(fds[i]);
    }
    await_no_bodies(scene);
}

#define SCENE(fn) cmocka_unit_test_setup_teardown(fn, open_scene, close_scene)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SCENE(a_body_too_large_is_refused_before_it_comes),
        SCENE(who_sends_a_body_too_large_hears_so_at_its_end),
        SCENE(a_chunked_body_cannot_grow_without_end),
        SCENE(all_bodies_together_have_a_budget),
        SCENE(a_slow_client_is_served_and_a_silent_one_is_let_go),
    };

    return cmocka_run_group_tests_name("server_body", tests, NULL, NULL);
}
