/* Requests that another thread answers, and what becomes of them when it is gone
 * or the server stops. */
#include "http/server_fixture_test.h"

#include <unistd.h>

static void another_thread_answers_a_suspended_request(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    int fd = http_testing_connect(port);

    for (int i = 0; i < 200; i++) {
        http_testing_send(fd, TEXT("POST /api/letters HTTP/1.1\r\nHost: x\r\n"
                                   "Content-Length: 2\r\n\r\nhi"));
        assert_text("stored", http_testing_read(fd, mem).body);
    }
    close(fd);
    assert_int_equal(http_testing_ask(port, "POST", "/api/letters", "", TEXT("no"), mem).status,
                     422);
}

static void a_request_nobody_takes_is_answered_at_once(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;

    stop_clerk(scene);
    assert_int_equal(
        http_testing_ask(scene->port, "POST", "/api/letters", "", TEXT("hi"), mem).status, 503);
    assert_int_equal(http_server_counts(scene->server).suspended, 0);
}

static void suspend_forever(void *context)
{
    (void)context;
}

/* The clerk is gone with letters in its queue: stopping answers them. */
static void stopping_answers_what_is_suspended(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fds[3];

    stop_clerk(scene);
    queue_free(&scene->letters);
    scene->letters = queue_new(4);
    assert_rc(RC_OK, thread_start(&scene->clerk, "clerk", suspend_forever, NULL));
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        fds[i] = http_testing_connect(scene->port);
        http_testing_send(fds[i], TEXT("POST /api/letters HTTP/1.1\r\nHost: x\r\n"
                                       "Content-Length: 2\r\n\r\nhi"));
    }
    while (http_server_counts(scene->server).suspended < COUNT_OF(fds)) {
        usleep(1000);
    }
    http_server_refuse(scene->server);
    http_server_stop(&scene->server);
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        struct http_answer answer = http_testing_read(fds[i], mem);

        assert_int_equal(answer.status, 503);
        assert_non_null(strstr(answer.body.at, "\"code\":\"uncertain\""));
        close(fds[i]);
    }
}

static void a_refusing_server_tells_its_old_connections(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fd = http_testing_connect(scene->port);

    http_testing_send(fd, TEXT("GET /iclock/x HTTP/1.1\r\nHost: x\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 200);
    http_server_refuse(scene->server);
    http_testing_send(fd, TEXT("GET /iclock/x HTTP/1.1\r\nHost: x\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 503);
    close(fd);
}

#define SCENE(fn) cmocka_unit_test_setup_teardown(fn, open_scene, close_scene)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SCENE(another_thread_answers_a_suspended_request),
        SCENE(a_request_nobody_takes_is_answered_at_once),
        SCENE(stopping_answers_what_is_suspended),
        SCENE(a_refusing_server_tells_its_old_connections),
    };

    return cmocka_run_group_tests_name("server_letter", tests, NULL, NULL);
}
