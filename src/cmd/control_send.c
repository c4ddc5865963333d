#include "base/file.h"
#include "cmd/control_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum rc control_address(const struct folder *folder,
                        int *out_folder_fd,
                        struct sockaddr_un *out_address)
{
    int fd = open(folder->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    int bytes;

    if (fd < 0) return RC_UNAVAILABLE;
    *out_address = (struct sockaddr_un){.sun_family = AF_UNIX};
    bytes = snprintf(out_address->sun_path, sizeof out_address->sun_path,
                     "/proc/self/fd/%d/control.sock", fd);
    assert(bytes > 0 && (size_t)bytes < sizeof out_address->sun_path);
    *out_folder_fd = fd;
    return RC_OK;
}

static enum rc connect_to(const struct folder *folder, int *out_fd)
{
    CLEANUP(file_close) int folder_fd = -1;
    CLEANUP(file_close) int fd = -1;
    struct sockaddr_un address;

    TRY(control_address(folder, &folder_fd, &address));
    fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (fd < 0) return RC_UNAVAILABLE;
    if (connect(fd, (const struct sockaddr *)&address, sizeof address) != 0) return RC_UNAVAILABLE;
    *out_fd = fd;
    fd = -1;
    return RC_OK;
}

bool control_answers(const struct folder *folder)
{
    CLEANUP(file_close) int fd = -1;

    return connect_to(folder, &fd) == RC_OK;
}

static void add_word(struct buf *to, const char *word)
{
    buf_add_bytes(to, word, strlen(word) + 1);
}

/* One packet: version, folder and words, each with its NUL, and the descriptors. */
static enum rc send_call(int fd, const struct buf *packet)
{
    static const int descriptors[CONTROL_DESCRIPTORS] = {STDIN_FILENO, STDOUT_FILENO,
                                                         STDERR_FILENO};
    union {
        char bytes[CMSG_SPACE(sizeof descriptors)];
        struct cmsghdr align;
    } control = {0};
    struct iovec part = {packet->at, packet->bytes};
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);

    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptors);
    memcpy(CMSG_DATA(header), descriptors, sizeof descriptors);
    return sendmsg(fd, &message, MSG_NOSIGNAL) == (ssize_t)packet->bytes ? RC_OK : RC_UNAVAILABLE;
}

static ssize_t receive_reply(int fd, unsigned char *out_reply)
{
    ssize_t bytes;

    do {
        bytes = recv(fd, out_reply, CONTROL_REPLY_BYTES, 0);
    } while (bytes < 0 && errno == EINTR);
    return bytes;
}

enum rc control_send(const struct folder *folder,
                     const struct control_call *call,
                     enum command_end *out_end)
{
    CLEANUP(file_close) int fd = -1;
    CLEANUP(buf_done) struct buf packet = {0};
    unsigned char reply = COMMAND_UNAVAILABLE;

    buf_init(&packet, CONTROL_BYTES_MAX);
    add_word(&packet, HADIR_VERSION);
    add_word(&packet, call->cwd);
    for (int i = 0; i < call->count; i++) {
        add_word(&packet, call->words[i]);
    }
    if (!buf_ok(&packet)) {
        fputs("hadir: these words are too many for the server\n", stderr);
        *out_end = COMMAND_USAGE;
        return RC_OK;
    }
    TRY(connect_to(folder, &fd));
    TRY(send_call(fd, &packet));
    if (receive_reply(fd, &reply) != CONTROL_REPLY_BYTES) {
        fputs("hadir: the server ended before the command; it may have been done\n", stderr);
    }
    *out_end = (enum command_end)reply;
    return RC_OK;
}
