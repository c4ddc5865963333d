#include "base/clock.h"
#include "base/queue.h"
#include "base/test.h"
#include "base/thread.h"
#include "http/http_testing.h"
#include "http/server.h"

#include <stdatomic.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LINES = 40, LONG_MS = 60 };

/* A server whose only route hands its requests to a clerk. */
struct office {
    struct http_server *server;
    struct queue *letters;
    struct thread *clerk;
    struct clock clock;
    atomic_bool closed; /* the clerk takes no letter as long as it is */
    unsigned port;
};

static enum rc show_letter(struct http_request *request)
{
    http_reply_text(request, "text/plain", request->body);
    return RC_OK;
}

static enum rc send_letter(struct http_request *request)
{
    const struct office *office = request->app;

    http_suspend(request, show_letter);
    return queue_push(office->letters, request);
}

static enum rc allow(struct http_request *request, const char *permission)
{
    (void)request;
    (void)permission;
    return RC_OK;
}

static void answer_letter(struct office *office, struct http_request *request)
{
    while (atomic_load(&office->closed)) {
        usleep(1000);
    }
    if (text_equal(request->body, TEXT("long"))) usleep(LONG_MS * 1000);
    http_resume(request, RC_OK);
}

static void answer_letters(void *context)
{
    struct office *office = context;
    void *letter;

    while (!queue_is_drained(office->letters)) {
        if (queue_take(office->letters, &letter, 1, -1)) answer_letter(office, letter);
    }
}

static int open_office(void **state)
{
    static const struct http_route routes[] = {
        {HTTP_POST, "/letters", "public", send_letter, NULL, NULL, "A letter.", NULL}};
    struct office *office = test_calloc(1, sizeof *office);
    struct http_options options = {.listeners = {{.address = "127.0.0.1:0"}},
                                   .routes = routes,
                                   .route_count = COUNT_OF(routes),
                                   .authorise = allow,
                                   .clock = &office->clock,
                                   .app = office};
    struct problem why = {0};

    clock_init_simulated(&office->clock, 1621212368000, 0.001);
    office->letters = queue_new(1000);
    assert_rc(RC_OK, thread_start(&office->clerk, "clerk", answer_letters, office));
    assert_rc(RC_OK, http_server_start(&options, &office->server, &why));
    office->port = http_server_port(office->server, 0);
    *state = office;
    return 0;
}

static int close_office(void **state)
{
    struct office *office = *state;

    atomic_store(&office->closed, false);
    http_server_refuse(office->server);
    queue_close(office->letters);
    thread_join(&office->clerk);
    http_server_stop(&office->server);
    queue_free(&office->letters);
    test_free(office);
    return 0;
}

static void write_letter(int fd, const char *words)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    http_testing_send(fd, arena_format(mem,
                                       "POST /letters HTTP/1.1\r\nHost: x\r\n"
                                       "Content-Length: %zu\r\n\r\n%s",
                                       strlen(words), words));
}

static void await_suspended(struct office *office, size_t count)
{
    while (http_server_counts(office->server).suspended != count) {
        usleep(200);
    }
}

/* Close so that the other side learns of it at once. */
static void cut(int fd)
{
    struct linger at_once = {.l_onoff = 1, .l_linger = 0};

    assert_int_equal(setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once), 0);
    close(fd);
}

static void a_short_wait_and_a_long_one_are_answered(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct office *office = *state;
    int fd = http_testing_connect(office->port);

    for (int i = 0; i < 3; i++) {
        write_letter(fd, "short");
        assert_text("short", http_testing_read(fd, mem).body);
        write_letter(fd, "long");
        assert_text("long", http_testing_read(fd, mem).body);
    }
    close(fd);
}

static void who_sends_two_requests_at_once_gets_both_answers(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct office *office = *state;
    int fd = http_testing_connect(office->port);
    struct text answers;

    http_testing_send(fd,
                      TEXT("POST /letters HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nfirst"
                           "POST /letters HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nsecond"));
    answers = http_testing_read_until(fd, "second", mem);
    assert_non_null(strstr(answers.at, "first"));
    close(fd);
}

static void many_lines_wait_at_once_and_all_are_answered(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct office *office = *state;
    int fds[LINES];

    atomic_store(&office->closed, true);
    for (size_t i = 0; i < LINES; i++) {
        fds[i] = http_testing_connect(office->port);
        write_letter(fds[i], i % 10 == 0 ? "long" : "short");
    }
    await_suspended(office, LINES);
    atomic_store(&office->closed, false);
    for (size_t i = 0; i < LINES; i++) {
        assert_int_equal(http_testing_read(fds[i], mem).status, 200);
        close(fds[i]);
    }
}

/* Some lines are cut while the server still asks for them in every round, the
 * others when it has parked them. */
static void a_line_that_is_cut_while_waiting_harms_nobody(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct office *office = *state;
    int fds[LINES];

    atomic_store(&office->closed, true);
    for (size_t i = 0; i < LINES; i++) {
        fds[i] = http_testing_connect(office->port);
        write_letter(fds[i], "short");
    }
    await_suspended(office, LINES);
    for (size_t i = 0; i < LINES; i += 2) {
        cut(fds[i]);
    }
    usleep(LONG_MS * 1000);
    for (size_t i = 1; i < LINES; i += 2) {
        if (i % 4 == 1) cut(fds[i]);
    }
    atomic_store(&office->closed, false);
    for (size_t i = 3; i < LINES; i += 4) {
        assert_int_equal(http_testing_read(fds[i], mem).status, 200);
        close(fds[i]);
    }
    await_suspended(office, 0);
}

#define SCENE(fn) cmocka_unit_test_setup_teardown(fn, open_office, close_office)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SCENE(a_short_wait_and_a_long_one_are_answered),
        SCENE(who_sends_two_requests_at_once_gets_both_answers),
        SCENE(many_lines_wait_at_once_and_all_are_answered),
        SCENE(a_line_that_is_cut_while_waiting_harms_nobody),
    };

    return cmocka_run_group_tests_name("suspend", tests, NULL, NULL);
}
