#include "http/http_testing.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PATIENCE_MS = 5000, ANSWER_BYTES_MAX = 32 * 1024 * 1024 };

int http_testing_connect(unsigned port)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

    assert_true(fd >= 0);
    assert_int_equal(connect(fd, (const struct sockaddr *)&to, sizeof to), 0);
    return fd;
}

void http_testing_send(int fd, struct text bytes)
{
    while (bytes.bytes) {
        ssize_t count = send(fd, bytes.at, bytes.bytes, MSG_NOSIGNAL);

        if (count <= 0) return; /* the server has closed; its answer tells why */
        bytes.at += count;
        bytes.bytes -= (size_t)count;
    }
}

/* Add what comes next; false when the other side closed or nothing came. */
static bool receive(int fd, struct buf *to)
{
    struct pollfd poll_fd = {.fd = fd, .events = POLLIN};
    char chunk[64 * 1024];
    ssize_t count;

    if (poll(&poll_fd, 1, PATIENCE_MS) != 1) return false;
    count = recv(fd, chunk, sizeof chunk, 0);
    if (count <= 0) return false;
    buf_add_bytes(to, chunk, (size_t)count);
    return true;
}

struct text http_testing_header(const struct http_answer *answer, const char *name)
{
    struct text rest = answer->head;

    while (rest.at) {
        struct text value = text_trim(text_cut(&rest, '\n'));
        struct text key = text_cut(&value, ':');

        if (text_equal_ignoring_case(key, text_of(name)) && value.at) return text_trim(value);
    }
    return (struct text){NULL, 0};
}

struct http_answer http_testing_read(int fd, struct arena *mem)
{
    CLEANUP(buf_done) struct buf all = {0};
    struct http_answer answer = {0};
    const char *end = NULL;
    int64_t bytes = 0;
    size_t head_bytes;

    buf_init(&all, ANSWER_BYTES_MAX);
    while (!end && receive(fd, &all)) {
        end = strstr(all.at, "\r\n\r\n");
    }
    assert_non_null(end);
    head_bytes = (size_t)(end - all.at) + 4;
    answer.head = arena_text(mem, (struct text){all.at, head_bytes});
    assert_true(head_bytes > 12);
    answer.status = (answer.head.at[9] - '0') * 100 + (answer.head.at[10] - '0') * 10 +
                    answer.head.at[11] - '0';
    (void)text_int(http_testing_header(&answer, "Content-Length"), &bytes);
    if (answer.status == 304) bytes = 0;
    while (all.bytes < head_bytes + (size_t)bytes && receive(fd, &all)) {
    }
    answer.body = arena_text(mem, (struct text){all.at + head_bytes, all.bytes - head_bytes});
    return answer;
}

struct text http_testing_read_until(int fd, const char *part, struct arena *mem)
{
    CLEANUP(buf_done) struct buf all = {0};
    int64_t until_ms = clock_mono_ms() + PATIENCE_MS;
    size_t searched = 0;

    buf_init(&all, ANSWER_BYTES_MAX);
    while (!all.at || !strstr(all.at + searched, part)) {
        searched = all.bytes > strlen(part) ? all.bytes - strlen(part) : 0;
        assert_true(receive(fd, &all));
        assert_true(clock_mono_ms() < until_ms);
    }
    return arena_text(mem, buf_text(&all));
}

bool http_testing_is_closed(int fd)
{
    CLEANUP(buf_done) struct buf rest = {0};
    int64_t until_ms = clock_mono_ms() + PATIENCE_MS;

    buf_init(&rest, ANSWER_BYTES_MAX);
    while (receive(fd, &rest)) {
    }
    return clock_mono_ms() < until_ms;
}

struct http_answer http_testing_ask(unsigned port,
                                    const char *method,
                                    const char *path,
                                    const char *head,
                                    struct text body,
                                    struct arena *mem)
{
    int fd = http_testing_connect(port);
    struct text request =
        arena_format(mem, "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %zu\r\n%s\r\n",
                     method, path, body.bytes, head);
    struct http_answer answer;

    http_testing_send(fd, request);
    http_testing_send(fd, body);
    answer = http_testing_read(fd, mem);
    close(fd);
    return answer;
}
