#include "devices/simulator_wire.h"

#include "base/buf.h"
#include "base/mem.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EVENTS_MAX = 256, READ_BYTES = 16 * 1024, REQUEST_BYTES_MAX = 4 * 1024 * 1024 };
enum { CHECK_MS = 1000 }; /* how often late replies are looked for */

enum line_state {
    LINE_CLOSED, /* no socket */
    LINE_IDLE,   /* connected and free */
    LINE_BUSY,   /* a request is on its way */
};

/* Invariant: state is LINE_CLOSED exactly while fd is -1. */
struct line {
    enum line_state state;
    int fd;
    bool torn;
    size_t owner;
    size_t written; /* bytes of `out` that are on their way */
    int64_t since_ms;
    struct buf out;
    struct buf in;
};

struct simulator_wire {
    int epoll;
    struct sockaddr_storage address;
    socklen_t address_bytes;
    size_t count;
    struct line *lines;
    size_t *free_lines; /* a stack, so that the warmest is taken first */
    size_t free_count;
    int64_t checked_ms;
    bool has_dead; /* a line died while it was written to */
};

static enum rc find_address(struct simulator_wire *wire,
                            const char *host,
                            const char *port,
                            struct problem *why)
{
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;
    int error = getaddrinfo(host, port, &hints, &found);

    if (error) return problem_set(why, RC_UNAVAILABLE, "%s: %s", host, gai_strerror(error));
    memcpy(&wire->address, found->ai_addr, found->ai_addrlen);
    wire->address_bytes = found->ai_addrlen;
    freeaddrinfo(found);
    return RC_OK;
}

/* Thousands of sockets need more than the usual 1024 descriptors. */
static void allow_descriptors(int connections)
{
    enum { OTHERS = 64 };
    struct rlimit limit;
    rlim_t needed = (rlim_t)connections + OTHERS;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= needed) return;
    limit.rlim_cur = needed < limit.rlim_max ? needed : limit.rlim_max;
    IGNORE(setrlimit(RLIMIT_NOFILE, &limit), "without it later connections fail and are retried");
}

enum rc simulator_wire_open(const char *host,
                            const char *port,
                            int connections,
                            struct simulator_wire **out_wire,
                            struct problem *why)
{
    CLEANUP(simulator_wire_close) struct simulator_wire *wire = mem_alloc(1, sizeof *wire);

    assert(connections > 0);
    wire->epoll = epoll_create1(EPOLL_CLOEXEC);
    if (wire->epoll < 0) return problem_set(why, RC_UNAVAILABLE, "epoll: %s", strerror(errno));
    TRY(find_address(wire, host, port, why));
    allow_descriptors(connections);
    wire->count = (size_t)connections;
    wire->lines = mem_alloc(wire->count, sizeof *wire->lines);
    wire->free_lines = mem_alloc(wire->count, sizeof *wire->free_lines);
    for (size_t i = 0; i < wire->count; i++) {
        wire->lines[i].fd = -1;
        buf_init(&wire->lines[i].out, REQUEST_BYTES_MAX);
        buf_init(&wire->lines[i].in, SIMULATOR_REPLY_BYTES_MAX);
        wire->free_lines[wire->free_count++] = wire->count - 1 - i;
    }
    *out_wire = TAKE(wire);
    return RC_OK;
}

void simulator_wire_close(struct simulator_wire **wire_pointer)
{
    struct simulator_wire *wire = *wire_pointer;

    if (!wire) return;
    for (size_t i = 0; i < wire->count; i++) {
        if (wire->lines[i].fd >= 0) close(wire->lines[i].fd);
        buf_done(&wire->lines[i].out);
        buf_done(&wire->lines[i].in);
    }
    if (wire->epoll >= 0) close(wire->epoll);
    mem_free(wire->lines);
    mem_free(wire->free_lines);
    mem_free(wire);
    *wire_pointer = NULL;
}

bool simulator_wire_is_free(const struct simulator_wire *wire)
{
    return wire->free_count > 0;
}

size_t simulator_wire_busy(const struct simulator_wire *wire)
{
    return wire->count - wire->free_count;
}

static void hang_up(struct line *line)
{
    if (line->fd >= 0) close(line->fd);
    line->fd = -1;
    line->state = LINE_CLOSED;
}

/* Edge-triggered and never changed: one system call a connection. */
static bool dial(struct simulator_wire *wire, struct line *line)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET};
    int yes = 1;

    line->fd = socket(wire->address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (line->fd < 0) return false;
    line->state = LINE_IDLE;
    IGNORE(setsockopt(line->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes), "only slower without");
    event.data.u64 = (uint64_t)(line - wire->lines);
    if (epoll_ctl(wire->epoll, EPOLL_CTL_ADD, line->fd, &event) != 0) return false;
    if (connect(line->fd, (const struct sockaddr *)&wire->address, wire->address_bytes) == 0) {
        return true;
    }
    return errno == EINPROGRESS;
}

/* Write what the socket takes; false when the line is dead. */
static bool push(struct line *line)
{
    while (line->written < line->out.bytes) {
        ssize_t bytes = send(line->fd, line->out.at + line->written,
                             line->out.bytes - line->written, MSG_NOSIGNAL);

        if (bytes < 0) return errno == EAGAIN || errno == EINTR || errno == ENOTCONN;
        line->written += (size_t)bytes;
    }
    return !line->torn;
}

void simulator_wire_send(struct simulator_wire *wire,
                         size_t owner,
                         struct text request,
                         enum simulator_line fate,
                         int64_t mono_ms)
{
    struct line *line;

    assert(wire->free_count > 0);
    line = &wire->lines[wire->free_lines[--wire->free_count]];
    line->owner = owner;
    line->written = 0;
    line->torn = fate == SIMULATOR_LINE_TORN;
    line->since_ms = mono_ms;
    buf_clear(&line->out);
    buf_clear(&line->in);
    buf_add(&line->out, request);
    assert(buf_ok(&line->out));
    if (line->state == LINE_CLOSED && !dial(wire, line)) hang_up(line);
    line->state = LINE_BUSY;
    /* A line that is dead already is found by simulator_wire_wait: replies are
     * reported from there alone. */
    if (line->fd < 0 || !push(line)) {
        hang_up(line);
        line->state = LINE_BUSY;
        wire->has_dead = true;
    }
}

/* --- replies --------------------------------------------------------------- */

struct reply {
    int status;
    bool closes;
    struct text body;
};

static bool header_is(struct text line, struct text name, struct text *out_value)
{
    struct text value = line;
    struct text key = text_cut(&value, ':');

    if (!value.at || !text_equal_ignoring_case(text_trim(key), name)) return false;
    *out_value = text_trim(value);
    return true;
}

enum progress { PROGRESS_MORE, PROGRESS_DONE, PROGRESS_BROKEN };

/* "HTTP/1.1 200 OK" */
static bool read_status(struct text line, struct reply *reply)
{
    enum { STATUS_AT = 9, STATUS_DIGITS = 3 };
    int64_t status = 0;

    if (!text_starts(line, TEXT("HTTP/1.")) || line.bytes < STATUS_AT + STATUS_DIGITS) return false;
    if (!text_int((struct text){line.at + STATUS_AT, STATUS_DIGITS}, &status)) return false;
    reply->status = (int)status;
    reply->closes = text_starts(line, TEXT("HTTP/1.0"));
    return true;
}

/* The headers that matter; false without a usable Content-Length. */
static bool read_headers(struct text head, struct reply *reply)
{
    int64_t length = -1;

    while (head.at) {
        struct text line = text_cut(&head, '\n');
        struct text value = {NULL, 0};

        if (header_is(line, TEXT("Content-Length"), &value) && !text_int(value, &length)) {
            return false;
        }
        if (header_is(line, TEXT("Connection"), &value)) {
            reply->closes = reply->closes || text_equal_ignoring_case(value, TEXT("close"));
        }
    }
    reply->body.bytes = (size_t)length;
    return length >= 0 && length <= SIMULATOR_REPLY_BYTES_MAX;
}

/* A status line, headers, an empty line, Content-Length bytes. */
static enum progress read_reply(struct text in, struct reply *out_reply)
{
    static const struct text gap = TEXT_INIT("\r\n\r\n");
    const char *end = in.bytes ? memmem(in.at, in.bytes, gap.at, gap.bytes) : NULL;
    struct reply reply = {0};
    struct text head;

    if (!end) return PROGRESS_MORE;
    head = (struct text){in.at, (size_t)(end - in.at)};
    if (!read_status(text_cut(&head, '\n'), &reply) || !read_headers(head, &reply)) {
        return PROGRESS_BROKEN;
    }
    reply.body.at = end + gap.bytes;
    if ((size_t)(in.at + in.bytes - reply.body.at) < reply.body.bytes) return PROGRESS_MORE;
    *out_reply = reply;
    return PROGRESS_DONE;
}

/* The request is over: the line is free again, and then the owner is told. */
static void finish(struct simulator_wire *wire,
                   struct line *line,
                   const struct reply *reply,
                   simulator_heard *heard,
                   void *context)
{
    size_t owner = line->owner;

    line->state = line->fd < 0 ? LINE_CLOSED : LINE_IDLE;
    if (reply->closes || reply->status == 0) hang_up(line);
    wire->free_lines[wire->free_count++] = (size_t)(line - wire->lines);
    heard(context, owner, reply->status, reply->body);
}

/* Read what has come; false when the other side is gone. */
static bool pull(struct line *line)
{
    char bytes[READ_BYTES];

    while (true) {
        ssize_t count = recv(line->fd, bytes, sizeof bytes, 0);

        if (count == 0) return false;
        if (count < 0) return errno == EAGAIN || errno == EINTR || errno == ENOTCONN;
        buf_add_bytes(&line->in, bytes, (size_t)count);
        if ((size_t)count < sizeof bytes) return true;
    }
}

/* Write and read what the socket has; false when nothing more can come. */
static bool exchange(struct line *line, uint32_t events)
{
    if (events & EPOLLERR) return false;
    if ((events & EPOLLOUT) && line->state == LINE_BUSY && !push(line)) return false;
    if ((events & (EPOLLIN | EPOLLRDHUP)) && !pull(line)) return false;
    return !(events & (EPOLLRDHUP | EPOLLHUP));
}

static void look(struct simulator_wire *wire,
                 struct line *line,
                 uint32_t events,
                 simulator_heard *heard,
                 void *context)
{
    struct reply reply = {0};
    enum progress progress;
    bool is_open;

    if (line->fd < 0) return;
    is_open = exchange(line, events);
    if (line->state == LINE_IDLE) {
        if (!is_open) hang_up(line);
        return;
    }
    progress = read_reply(buf_text(&line->in), &reply);
    if (progress == PROGRESS_MORE && is_open && buf_ok(&line->in)) return;
    reply.closes = reply.closes || !is_open;
    finish(wire, line, &reply, heard, context);
}

/* Requests whose line is dead or whose reply is late have no reply. */
static void give_up(struct simulator_wire *wire,
                    int64_t mono_ms,
                    simulator_heard *heard,
                    void *context)
{
    static const struct reply none = {0};

    if (!wire->has_dead && mono_ms - wire->checked_ms < CHECK_MS) return;
    wire->checked_ms = mono_ms;
    wire->has_dead = false;
    for (size_t i = 0; i < wire->count; i++) {
        struct line *line = &wire->lines[i];

        if (line->state != LINE_BUSY) continue;
        if (line->fd >= 0 && mono_ms - line->since_ms < SIMULATOR_REPLY_MS_MAX) continue;
        finish(wire, line, &none, heard, context);
    }
}

void simulator_wire_wait(struct simulator_wire *wire,
                         int wait_ms,
                         int64_t mono_ms,
                         simulator_heard *heard,
                         void *context)
{
    struct epoll_event events[EVENTS_MAX];
    int count = epoll_wait(wire->epoll, events, EVENTS_MAX, wait_ms);

    for (int i = 0; i < count; i++) {
        look(wire, &wire->lines[events[i].data.u64], events[i].events, heard, context);
    }
    give_up(wire, mono_ms, heard, context);
}
