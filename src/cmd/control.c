#include "cmd/control.h"

#include "base/file.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/thread.h"
#include "cmd/control_private.h"
#include "cmd/control_stream.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WAITING_MAX = 64, ALL_BUSY_MS = 50, PACKET_MS_MAX = 5000 };

struct worker {
    /* set before start, then constant */
    struct control *control;
    struct thread *thread;
    int fd;

    /* written by the worker, read by the control thread */
    _Atomic bool ended;
};

struct control {
    /* set before start, then constant */
    struct app *app;
    struct thread *thread;
    int listen_fd;
    int stop_fd; /* an event: readable once it stops */

    /* owned by the control thread */
    struct worker workers[CONTROL_WORKERS_MAX];
};

/* What came in one packet. */
struct letter {
    char bytes[CONTROL_BYTES_MAX];
    size_t length;
    int descriptors[CONTROL_DESCRIPTORS];
    const char *version, *cwd;
    char *words[CONTROL_WORDS_MAX];
    int count;
};

/* ---- receiving ---- */

static bool peer_is_ours(int fd)
{
    struct ucred peer = {0};
    socklen_t bytes = sizeof peer;

    if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &bytes) != 0) return false;
    return peer.uid == 0 || peer.uid == geteuid();
}

static void close_descriptors(struct letter *letter)
{
    for (size_t i = 0; i < CONTROL_DESCRIPTORS; i++) {
        file_close(&letter->descriptors[i]);
    }
}

static void letter_free(struct letter **letter)
{
    if (*letter) close_descriptors(*letter);
    mem_free(*letter);
    *letter = NULL;
}

static void take_descriptors(struct letter *letter, struct msghdr *message)
{
    const struct cmsghdr *header = CMSG_FIRSTHDR(message);

    if (!header || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) return;
    if (header->cmsg_len != CMSG_LEN(sizeof letter->descriptors)) return;
    memcpy(letter->descriptors, CMSG_DATA(header), sizeof letter->descriptors);
}

/* Cut the packet at its NULs: version, folder, words. */
static bool cut(struct letter *letter)
{
    size_t at = 0;
    const char **heads[] = {&letter->version, &letter->cwd};
    size_t head = 0;

    if (letter->length == 0 || letter->bytes[letter->length - 1] != '\0') return false;
    while (at < letter->length) {
        char *word = letter->bytes + at;

        at += strlen(word) + 1;
        if (head < COUNT_OF(heads)) {
            *heads[head++] = word;
        } else {
            if (letter->count == CONTROL_WORDS_MAX) return false;
            letter->words[letter->count++] = word;
        }
    }
    return letter->count > 0;
}

static bool receive(int fd, struct letter *letter)
{
    union {
        char bytes[CMSG_SPACE(sizeof letter->descriptors)];
        struct cmsghdr align;
    } control = {0};
    struct iovec part = {letter->bytes, sizeof letter->bytes};
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    struct timeval patience = {.tv_sec = PACKET_MS_MAX / 1000};
    ssize_t bytes;

    memset(letter->descriptors, -1, sizeof letter->descriptors);
    if (setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0) return false;
    bytes = recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
    if (bytes <= 0) return false;
    letter->length = (size_t)bytes;
    take_descriptors(letter, &message);
    return letter->descriptors[0] >= 0 && !(message.msg_flags & MSG_TRUNC) && cut(letter);
}

/* ---- running ---- */

static void close_stream(FILE **stream)
{
    if (*stream) IGNORE(fclose(*stream), "the handler's end was told already");
    *stream = NULL;
}

static enum command_end run_words(struct app *app,
                                  const struct letter *letter,
                                  struct command_context *context)
{
    struct arguments arguments;
    struct problem why = {0};
    int used = 0;
    const struct command *command = command_find(letter->count, letter->words, &used);
    struct usage usage;

    if (strcmp(letter->version, HADIR_VERSION) != 0) {
        fprintf(context->err, "hadir: the server is hadir %s, this is %s\n", HADIR_VERSION,
                letter->version);
        return COMMAND_UNAVAILABLE;
    }
    if (!command || command->need != COMMAND_FOLDER) return COMMAND_USAGE;
    usage = command_usage(command, context->mem);
    if (arguments_read(&usage, letter->count - used, letter->words + used, &arguments, &why) !=
        RC_OK) {
        fprintf(context->err, "%s: %s\n", usage.command, why.text);
        return COMMAND_USAGE;
    }
    context->app = app;
    return command_perform(command, context, &arguments);
}

/* The streams are closed, so everything has arrived, before the reply goes. */
static enum command_end run_letter(struct control *control, struct letter *letter)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(close_stream)
    FILE *in = control_stream_open(letter->descriptors[0], control->stop_fd, "r");
    CLEANUP(close_stream)
    FILE *out = control_stream_open(letter->descriptors[1], control->stop_fd, "w");
    CLEANUP(close_stream)
    FILE *err = control_stream_open(letter->descriptors[2], control->stop_fd, "w");
    struct command_context context = {.in = in,
                                      .out = out,
                                      .err = err,
                                      .cwd = letter->cwd,
                                      .is_terminal = isatty(letter->descriptors[2]) == 1,
                                      .mem = mem};

    assert(in && out && err);
    memset(letter->descriptors, -1, sizeof letter->descriptors); /* now the streams' own */
    return run_words(control->app, letter, &context);
}

static void serve(struct worker *worker)
{
    CLEANUP(letter_free) struct letter *letter = mem_alloc(1, sizeof *letter);
    unsigned char reply = COMMAND_UNAVAILABLE;

    if (!peer_is_ours(worker->fd)) {
        log_warn("somebody else knocked at the control socket; ignoring");
        return;
    }
    if (!receive(worker->fd, letter)) {
        if (letter->length == 0) return; /* somebody asked whether we are there */
        log_warn("a command at the control socket could not be read; ignoring");
        return;
    }
    reply = (unsigned char)run_letter(worker->control, letter);
    IGNORE(send(worker->fd, &reply, sizeof reply, MSG_NOSIGNAL), "the sender may have gone");
}

static void worker_main(void *context)
{
    struct worker *worker = context;

    serve(worker);
    file_close(&worker->fd);
    atomic_store(&worker->ended, true);
}

/* ---- the control thread ---- */

static struct worker *find_idle(struct control *control)
{
    struct worker *idle = NULL;

    for (size_t i = 0; i < CONTROL_WORKERS_MAX; i++) {
        struct worker *worker = &control->workers[i];

        if (worker->thread && !atomic_load(&worker->ended)) continue;
        thread_join(&worker->thread);
        idle = worker;
    }
    return idle;
}

static void accept_one(struct control *control, struct worker *worker)
{
    int fd = accept4(control->listen_fd, NULL, NULL, SOCK_CLOEXEC);

    if (fd < 0) return;
    worker->control = control;
    worker->fd = fd;
    atomic_store(&worker->ended, false);
    if (thread_start(&worker->thread, "command", worker_main, worker) == RC_OK) return;
    log_error("there is no thread for a command; its sender is told so");
    file_close(&worker->fd);
}

static void control_main(void *context)
{
    struct control *control = context;

    for (;;) {
        struct worker *idle = find_idle(control);
        struct pollfd fds[] = {{.fd = control->stop_fd, .events = POLLIN},
                               {.fd = idle ? control->listen_fd : -1, .events = POLLIN}};

        if (poll(fds, COUNT_OF(fds), idle ? -1 : ALL_BUSY_MS) < 0 && errno != EINTR) return;
        if (fds[0].revents) return;
        if (idle && fds[1].revents) accept_one(control, idle);
    }
}

/* ---- life ---- */

static enum rc listen_in(struct control *control, struct problem *why)
{
    CLEANUP(file_close) int folder_fd = -1;
    struct sockaddr_un address;
    const char *path = control->app->folder.control;
    bool bound;

    TRY(control_address(&control->app->folder, &folder_fd, &address));
    IGNORE(unlink(path), "one may be left from a server that was killed");
    control->listen_fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (control->listen_fd < 0) return RC_UNAVAILABLE;
    /* The folder is its owner's alone, so nobody comes between bind and chmod. */
    bound = bind(control->listen_fd, (const struct sockaddr *)&address, sizeof address) == 0 &&
            chmod(path, 0600) == 0 && listen(control->listen_fd, WAITING_MAX) == 0;
    return bound ? RC_OK : problem_set(why, RC_UNAVAILABLE, "cannot listen at %s", path);
}

enum rc control_start(struct app *app, struct control **out_control, struct problem *why)
{
    CLEANUP(control_stop) struct control *control = mem_alloc(1, sizeof *control);

    control->app = app;
    control->listen_fd = -1;
    control->stop_fd = eventfd(0, EFD_CLOEXEC);
    if (control->stop_fd < 0) return RC_UNAVAILABLE;
    TRY(listen_in(control, why));
    TRY(thread_start(&control->thread, "control", control_main, control));
    *out_control = TAKE(control);
    return RC_OK;
}

void control_stop(struct control **control_pointer)
{
    struct control *control = *control_pointer;

    if (!control) return;
    if (control->stop_fd >= 0) IGNORE(eventfd_write(control->stop_fd, 1), "it counts from zero");
    thread_join(&control->thread);
    if (control->listen_fd >= 0) IGNORE(unlink(control->app->folder.control), "tidiness");
    file_close(&control->listen_fd);
    for (size_t i = 0; i < CONTROL_WORKERS_MAX; i++) {
        thread_join(&control->workers[i].thread);
    }
    file_close(&control->stop_fd);
    mem_free(control);
    *control_pointer = NULL;
}
