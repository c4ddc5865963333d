#include "cmd/control_stream.h"

#include "base/mem.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <unistd.h>

struct stream {
    int fd;
    int stop_fd;
};

/* Ready for `events`, or -1 when the server stops. */
static int wait_for(const struct stream *stream, short events)
{
    struct pollfd fds[] = {{.fd = stream->fd, .events = events},
                           {.fd = stream->stop_fd, .events = POLLIN}};

    while (poll(fds, COUNT_OF(fds), -1) < 0) {
        if (errno != EINTR) return -1;
    }
    if (fds[0].revents) return 0;
    errno = EPIPE;
    return -1;
}

/* A ready pipe takes PIPE_BUF bytes without waiting; more might wait.  The C
 * library takes less than everything for an error, so everything is written. */
static ssize_t write_all(void *cookie, const char *bytes, size_t count)
{
    const struct stream *stream = cookie;
    size_t done = 0;

    while (done < count) {
        size_t left = count - done;
        ssize_t written;

        if (wait_for(stream, POLLOUT) != 0) break;
        written = write(stream->fd, bytes + done, left < PIPE_BUF ? left : PIPE_BUF);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) break;
        done += (size_t)written;
    }
    return (ssize_t)done;
}

static ssize_t read_some(void *cookie, char *bytes, size_t count)
{
    const struct stream *stream = cookie;

    return wait_for(stream, POLLIN) == 0 ? read(stream->fd, bytes, count) : -1;
}

static int close_stream(void *cookie)
{
    struct stream *stream = cookie;
    int closed = close(stream->fd);

    mem_free(stream);
    return closed;
}

FILE *control_stream_open(int fd, int stop_fd, const char *mode)
{
    static const cookie_io_functions_t functions = {
        .read = read_some, .write = write_all, .close = close_stream};
    struct stream *stream = mem_alloc(1, sizeof *stream);
    FILE *file;

    *stream = (struct stream){fd, stop_fd};
    file = fopencookie(stream, mode, functions);
    if (!file) mem_free(stream);
    return file;
}
