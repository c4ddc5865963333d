/* The other side is a socket in the same thread, so that each byte comes when
 * the test says so. */
#include "devices/simulator_wire.h"

#include "base/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WAIT_MS = 30, OWNER = 7 };

struct scene {
    int listener;
    int peer; /* the server's end of the connection, or -1 */
    struct simulator_wire *wire;
    int heard; /* how often */
    size_t owner;
    int status;
    char body[64];
};

static int begin(void **state)
{
    static struct scene scene;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t bytes = sizeof address;
    char port[8];

    scene = (struct scene){.peer = -1};
    scene.listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(scene.listener, (struct sockaddr *)&address, sizeof address) != 0) return -1;
    if (listen(scene.listener, 8) != 0) return -1;
    if (getsockname(scene.listener, (struct sockaddr *)&address, &bytes) != 0) return -1;
    IGNORE(snprintf(port, sizeof port, "%d", ntohs(address.sin_port)), "five digits");
    if (simulator_wire_open("127.0.0.1", port, 2, &scene.wire, NULL) != RC_OK) return -1;
    *state = &scene;
    return 0;
}

static int end(void **state)
{
    struct scene *scene = *state;

    simulator_wire_close(&scene->wire);
    if (scene->peer >= 0) close(scene->peer);
    if (scene->listener >= 0) close(scene->listener);
    return 0;
}

static void scene_heard(void *context, size_t owner, int status, struct text body)
{
    struct scene *scene = context;

    scene->heard++;
    scene->owner = owner;
    scene->status = status;
    IGNORE(snprintf(scene->body, sizeof scene->body, TEXT_FORMAT, TEXT_ARGUMENT(body)), "short");
}

static void wait_a_little(struct scene *scene, int64_t mono_ms)
{
    simulator_wire_wait(scene->wire, WAIT_MS, mono_ms, scene_heard, scene);
}

static void ask(struct scene *scene)
{
    simulator_wire_send(scene->wire, OWNER, TEXT("GET / HTTP/1.1\r\n\r\n"), SIMULATOR_LINE_GOOD, 1);
}

static void accept_peer(struct scene *scene)
{
    if (scene->peer >= 0) close(scene->peer);
    scene->peer = accept(scene->listener, NULL, NULL);
    assert_true(scene->peer >= 0);
}

static void read_request(struct scene *scene)
{
    char bytes[256];

    assert_true(read(scene->peer, bytes, sizeof bytes) > 0);
}

static void answer(struct scene *scene, const char *bytes)
{
    assert_int_equal(write(scene->peer, bytes, strlen(bytes)), (ssize_t)strlen(bytes));
}

static void a_reply_may_come_in_pieces(void **state)
{
    static const char *const pieces[] = {"HTTP/1.1 2", "00 OK\r\nContent-", "Length: 5\r\n\r\nOK",
                                         ": 1"};
    struct scene *scene = *state;

    ask(scene);
    accept_peer(scene);
    wait_a_little(scene, 1);
    read_request(scene);
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        assert_int_equal(scene->heard, 0);
        answer(scene, pieces[i]);
        wait_a_little(scene, 1);
    }
    assert_int_equal(scene->heard, 1);
    assert_int_equal(scene->owner, OWNER);
    assert_int_equal(scene->status, 200);
    assert_string_equal(scene->body, "OK: 1");
}

static void a_connection_is_used_again(void **state)
{
    struct scene *scene = *state;

    ask(scene);
    accept_peer(scene);
    for (int i = 1; i <= 3; i++) {
        wait_a_little(scene, 1);
        read_request(scene);
        answer(scene, "HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n");
        wait_a_little(scene, 1);
        assert_int_equal(scene->heard, i);
        assert_int_equal(scene->status, 503);
        if (i < 3) ask(scene);
    }
}

static void a_connection_that_closes_is_dialled_anew(void **state)
{
    struct scene *scene = *state;

    for (int i = 1; i <= 2; i++) {
        ask(scene);
        accept_peer(scene);
        wait_a_little(scene, 1);
        read_request(scene);
        answer(scene, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nOK");
        wait_a_little(scene, 1);
        assert_int_equal(scene->heard, i);
        assert_int_equal(scene->status, 200);
    }
}

static void a_line_that_breaks_has_no_reply(void **state)
{
    static const char *const halves[] = {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nOK",
                                         "SMTP ready\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\nOK"};
    struct scene *scene = *state;

    for (size_t i = 0; i < COUNT_OF(halves); i++) {
        ask(scene);
        accept_peer(scene);
        wait_a_little(scene, 1);
        read_request(scene);
        answer(scene, halves[i]);
        close(scene->peer);
        scene->peer = -1;
        for (int tries = 0; tries < 3 && scene->heard == (int)i; tries++) {
            wait_a_little(scene, 1);
        }
        assert_int_equal(scene->heard, i + 1);
        assert_int_equal(scene->status, 0);
    }
    assert_int_equal(simulator_wire_busy(scene->wire), 0);
}

static void a_late_reply_is_not_waited_for(void **state)
{
    struct scene *scene = *state;

    ask(scene);
    accept_peer(scene);
    wait_a_little(scene, SIMULATOR_REPLY_MS_MAX);
    assert_int_equal(scene->heard, 0);
    wait_a_little(scene, SIMULATOR_REPLY_MS_MAX + 2000);
    assert_int_equal(scene->heard, 1);
    assert_int_equal(scene->status, 0);
}

static void nobody_there_is_no_reply_either(void **state)
{
    struct scene *scene = *state;

    close(scene->listener);
    scene->listener = -1;
    ask(scene);
    ask(scene);
    assert_false(simulator_wire_is_free(scene->wire));
    for (int tries = 0; tries < 5 && scene->heard < 2; tries++) {
        wait_a_little(scene, 1);
    }
    assert_int_equal(scene->heard, 2);
    assert_int_equal(scene->status, 0);
}

static void a_torn_line_delivers_the_request_and_hears_nothing(void **state)
{
    struct scene *scene = *state;

    ask(scene);
    accept_peer(scene);
    wait_a_little(scene, 1);
    read_request(scene);
    answer(scene, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");
    wait_a_little(scene, 1);
    simulator_wire_send(scene->wire, OWNER, TEXT("GET / HTTP/1.1\r\n\r\n"), SIMULATOR_LINE_TORN, 1);
    wait_a_little(scene, 1);
    assert_int_equal(scene->heard, 2);
    assert_int_equal(scene->status, 0);
    read_request(scene);
}

#define TEST(fn) cmocka_unit_test_setup_teardown(fn, begin, end)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_reply_may_come_in_pieces),
        TEST(a_connection_is_used_again),
        TEST(a_connection_that_closes_is_dialled_anew),
        TEST(a_line_that_breaks_has_no_reply),
        TEST(a_late_reply_is_not_waited_for),
        TEST(nobody_there_is_no_reply_either),
        TEST(a_torn_line_delivers_the_request_and_hears_nothing),
    };

    return cmocka_run_group_tests_name("simulator_wire", tests, NULL, NULL);
}
