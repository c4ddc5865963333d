#include "video/janus_child.h"

#include "base/file.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STOP_MS_MAX = 1000, RETRY_MS_FIRST = 200, RETRY_MS_MAX = 30 * 1000, NOT_RUN = 127 };

struct janus_child {
    pid_t pid;
    int pid_fd;
    int said_fd;
    size_t line_bytes;
    char line[JANUS_LINE_BYTES_MAX];
};

/* ---- finding ---- */

static bool can_run(const char *path)
{
    return access(path, X_OK) == 0;
}

const char *janus_find(const char *name, const char *given, struct arena *mem)
{
    struct text rest = text_of(getenv("PATH"));

    if (given) return can_run(given) ? given : NULL;
    while (rest.at) {
        struct text folder = text_cut(&rest, ':');
        const char *path = arena_format(mem, TEXT_FORMAT "/%s", TEXT_ARGUMENT(folder), name).at;

        if (folder.bytes && can_run(path)) return path;
    }
    return NULL;
}

/* ---- starting ---- */

/* Between fork and exec only what is safe in a signal handler may be called.
 * The signal comes when the thread that forked ends; it may have ended by now. */
static NORETURN void become(const struct janus_start *start, int said_fd, pid_t parent)
{
    union {
        const char *const *constant;
        char *const *words;
    } same = {start->words};
    sigset_t none;

    sigemptyset(&none);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) _exit(NOT_RUN);
    if (setpgid(0, 0) != 0 || sigprocmask(SIG_SETMASK, &none, NULL) != 0) _exit(NOT_RUN);
    if (start->niceness) IGNORE(nice(start->niceness), "then it is as eager as we are");
    if (chdir(start->folder) != 0 || dup2(said_fd, 1) < 0 || dup2(said_fd, 2) < 0) _exit(NOT_RUN);
    if (close_range(3, ~0U, 0) != 0) _exit(NOT_RUN);
    IGNORE(execv(start->program, same.words), "it returns only when it fails");
    _exit(NOT_RUN);
}

static int open_pid(pid_t pid)
{
    return (int)syscall(SYS_pidfd_open, pid, 0);
}

static enum rc spawn(struct janus_child *child, const struct janus_start *start)
{
    CLEANUP(file_close) int to_us = -1;
    pid_t parent = getpid();
    int pipes[2];

    if (pipe2(pipes, O_CLOEXEC | O_NONBLOCK) != 0) return RC_UNAVAILABLE;
    child->said_fd = pipes[0];
    to_us = pipes[1];
    child->pid = fork();
    if (child->pid == 0) become(start, to_us, parent);
    if (child->pid < 0) return RC_UNAVAILABLE;
    child->pid_fd = open_pid(child->pid);
    return child->pid_fd < 0 ? RC_UNAVAILABLE : RC_OK;
}

enum rc janus_child_start(const struct janus_start *start, struct janus_child **out_child)
{
    CLEANUP(janus_child_stop) struct janus_child *child = NULL;

    if (!can_run(start->program)) return RC_NOT_FOUND;
    child = mem_alloc(1, sizeof *child);
    child->pid = child->pid_fd = child->said_fd = -1;
    TRY(spawn(child, start));
    *out_child = TAKE(child);
    return RC_OK;
}

/* ---- stopping ---- */

static bool ended_within(const struct janus_child *child, int wait_ms)
{
    struct pollfd end = {.fd = child->pid_fd, .events = POLLIN};

    return poll(&end, 1, wait_ms) == 1;
}

static void free_child(struct janus_child **freed)
{
    struct janus_child *child = *freed;

    file_close(&child->pid_fd);
    file_close(&child->said_fd);
    mem_free(child);
    *freed = NULL;
}

static int reap(const struct janus_child *child)
{
    int how = -1;

    while (waitpid(child->pid, &how, 0) < 0 && errno == EINTR) {
    }
    return how;
}

void janus_child_stop(struct janus_child **stopped)
{
    struct janus_child *child = *stopped;

    if (!child) return;
    if (child->pid > 0) {
        bool asked = child->pid_fd >= 0 && kill(child->pid, SIGTERM) == 0;

        if (!asked || !ended_within(child, STOP_MS_MAX)) {
            IGNORE(kill(child->pid, SIGKILL), "it may have ended in between");
        }
        IGNORE(reap(child), "it was told to end");
    }
    free_child(stopped);
}

bool janus_child_went_well(struct janus_child **ended)
{
    int how = reap(*ended);

    free_child(ended);
    return WIFEXITED(how) && WEXITSTATUS(how) == 0;
}

/* ---- watching ---- */

int janus_child_fd(const struct janus_child *child)
{
    return child->pid_fd;
}

bool janus_child_has_ended(const struct janus_child *child)
{
    return ended_within(child, 0);
}

int janus_child_pid(const struct janus_child *child)
{
    return (int)child->pid;
}

int janus_child_said_fd(const struct janus_child *child)
{
    return child->said_fd;
}

/* A line longer than the buffer is cut into several. */
bool janus_child_said(struct janus_child *child, struct text *out_line)
{
    while (child->said_fd >= 0) {
        char byte;
        ssize_t count = read(child->said_fd, &byte, 1);

        if (count == 0) file_close(&child->said_fd);
        if (count <= 0) return false;
        if (byte != '\n') child->line[child->line_bytes++] = byte;
        if (byte != '\n' && child->line_bytes < sizeof child->line) continue;
        *out_line = text_trim((struct text){child->line, child->line_bytes});
        child->line_bytes = 0;
        return true;
    }
    return false;
}

int64_t janus_retry_ms(int ends_in_a_row)
{
    int64_t wait_ms = RETRY_MS_FIRST;

    for (int i = 1; i < ends_in_a_row && wait_ms < RETRY_MS_MAX; i++) {
        wait_ms *= 2;
    }
    return wait_ms < RETRY_MS_MAX ? wait_ms : RETRY_MS_MAX;
}
