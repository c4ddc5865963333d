#include "video/websocket.h"

#include "base/base64.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/random.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { OPCODE_MORE = 0, OPCODE_TEXT = 1, OPCODE_CLOSE = 8, OPCODE_PING = 9, OPCODE_PONG = 10 };
enum {
    HANDSHAKE_MS_MAX = 2000,
    HANDSHAKE_BYTES_MAX = 4096,
    READ_BYTES = 64 * 1024,
    CONTROL_BYTES_MAX = 125,
};

struct websocket {
    int fd;
    struct buf in;      /* bytes that came; those before `taken` are used up */
    size_t taken;       /* of `in` */
    struct buf out;     /* bytes to send; those before `sent` are gone */
    size_t sent;        /* of `out` */
    struct buf message; /* fragments put together */
};

/* ---- frames ---- */

static uint64_t number_of(struct text bytes)
{
    uint64_t number = 0;

    for (size_t i = 0; i < bytes.bytes; i++) {
        number = number << 8 | (unsigned char)bytes.at[i];
    }
    return number;
}

/* How many bytes the length takes after the first two. */
static size_t extra_of(unsigned length)
{
    if (length < 126) return 0;
    return length == 126 ? 2 : 8;
}

static bool is_control(int opcode)
{
    return opcode >= OPCODE_CLOSE;
}

enum websocket_read websocket_frame_read(struct text bytes, struct websocket_frame *out_frame)
{
    unsigned first, second;
    size_t extra;
    uint64_t length;

    if (bytes.bytes < 2) return WEBSOCKET_PART;
    first = (unsigned char)bytes.at[0];
    second = (unsigned char)bytes.at[1];
    if (first & 0x70u || second & 0x80u) return WEBSOCKET_BROKEN; /* extension, or masked */
    extra = extra_of(second);
    if (is_control((int)(first & 0x0fu)) && (extra || !(first & 0x80u))) return WEBSOCKET_BROKEN;
    if (bytes.bytes < 2 + extra) return WEBSOCKET_PART;
    length = extra ? number_of((struct text){bytes.at + 2, extra}) : second;
    if (length > WEBSOCKET_BYTES_MAX) return WEBSOCKET_BROKEN;
    if (bytes.bytes - 2 - extra < length) return WEBSOCKET_PART;
    *out_frame = (struct websocket_frame){.opcode = (int)(first & 0x0fu),
                                          .is_last = (first & 0x80u) != 0,
                                          .payload = {bytes.at + 2 + extra, (size_t)length},
                                          .bytes = 2 + extra + (size_t)length};
    return WEBSOCKET_FRAME;
}

static void add_big_endian(struct buf *to, uint64_t number, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--) {
        buf_add_char(to, (char)(unsigned char)(number >> (8 * i)));
    }
}

void websocket_frame_write(struct buf *to, int opcode, struct text payload, uint32_t mask)
{
    buf_add_char(to, (char)(0x80 | opcode));
    if (payload.bytes < 126) {
        add_big_endian(to, 0x80u | payload.bytes, 1);
    } else if (payload.bytes < 65536) {
        add_big_endian(to, 0x80u | 126, 1);
        add_big_endian(to, payload.bytes, 2);
    } else {
        add_big_endian(to, 0x80u | 127, 1);
        add_big_endian(to, payload.bytes, 8);
    }
    add_big_endian(to, mask, 4);
    for (size_t i = 0; i < payload.bytes; i++) {
        unsigned key = mask >> (24 - 8 * (i % 4));

        buf_add_char(to, (char)((unsigned char)payload.at[i] ^ (key & 0xffu)));
    }
}

/* ---- bytes ---- */

/* Move what is left to the front, so that the buffer does not grow for ever. */
static void forget(struct buf *buf, size_t *used)
{
    if (*used == 0) return;
    memmove(buf->at, buf->at + *used, buf->bytes - *used);
    buf->bytes -= *used;
    *used = 0;
}

static enum rc take_bytes(struct websocket *socket)
{
    char bytes[READ_BYTES];
    ssize_t count;

    while ((count = recv(socket->fd, bytes, sizeof bytes, MSG_DONTWAIT)) > 0) {
        forget(&socket->in, &socket->taken);
        buf_add_bytes(&socket->in, bytes, (size_t)count);
        if (!buf_ok(&socket->in)) return RC_TOO_LARGE;
        if ((size_t)count < sizeof bytes) return RC_OK; /* the rest waits for its turn */
    }
    if (count == 0) return RC_UNAVAILABLE;
    return errno == EAGAIN || errno == EINTR ? RC_OK : RC_UNAVAILABLE;
}

static enum rc send_bytes(struct websocket *socket)
{
    while (socket->sent < socket->out.bytes) {
        ssize_t count = send(socket->fd, socket->out.at + socket->sent,
                             socket->out.bytes - socket->sent, MSG_DONTWAIT | MSG_NOSIGNAL);

        if (count < 0 && (errno == EAGAIN || errno == EINTR)) break;
        if (count <= 0) return RC_UNAVAILABLE;
        socket->sent += (size_t)count;
    }
    forget(&socket->out, &socket->sent);
    return RC_OK;
}

enum rc websocket_pump(struct websocket *socket)
{
    TRY(send_bytes(socket));
    return take_bytes(socket);
}

static enum rc send_frame(struct websocket *socket, int opcode, struct text payload)
{
    uint32_t mask;

    random_bytes(&mask, sizeof mask);
    websocket_frame_write(&socket->out, opcode, payload, mask);
    if (!buf_ok(&socket->out)) return RC_TOO_LARGE;
    return send_bytes(socket);
}

enum rc websocket_send(struct websocket *socket, struct text message)
{
    assert(message.bytes <= WEBSOCKET_BYTES_MAX);
    return send_frame(socket, OPCODE_TEXT, message);
}

/* ---- messages ---- */

static enum rc use_frame(struct websocket *socket,
                         const struct websocket_frame *frame,
                         bool *out_whole)
{
    *out_whole = false;
    if (frame->opcode == OPCODE_PING) return send_frame(socket, OPCODE_PONG, frame->payload);
    if (frame->opcode == OPCODE_CLOSE) return RC_UNAVAILABLE;
    if (frame->opcode == OPCODE_PONG) return RC_OK;
    if (frame->opcode == OPCODE_TEXT) buf_clear(&socket->message);
    buf_add(&socket->message, frame->payload);
    if (!buf_ok(&socket->message)) return RC_TOO_LARGE;
    *out_whole = frame->is_last;
    return RC_OK;
}

enum rc websocket_next(struct websocket *socket, bool *out_found, struct text *out_message)
{
    bool whole = false;

    while (!whole) {
        struct text rest = {socket->in.at + socket->taken, socket->in.bytes - socket->taken};
        struct websocket_frame frame = {0};
        enum websocket_read read = websocket_frame_read(rest, &frame);

        if (read == WEBSOCKET_BROKEN) return RC_UNAVAILABLE;
        if (read == WEBSOCKET_PART) break;
        TRY(use_frame(socket, &frame, &whole));
        socket->taken += frame.bytes;
    }
    *out_found = whole;
    if (whole) *out_message = buf_text(&socket->message);
    return RC_OK;
}

/* ---- connecting ---- */

/* A socket's address has 108 bytes, a folder's path may have more: the folder
 * is opened and named by its descriptor. */
static enum rc connect_in(int fd, int folder_fd, const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int length =
        snprintf(address.sun_path, sizeof address.sun_path, "/proc/self/fd/%d/%s", folder_fd, name);

    if (length < 0 || (size_t)length >= sizeof address.sun_path) return RC_UNAVAILABLE;
    if (connect(fd, (const struct sockaddr *)&address, sizeof address) != 0) return RC_UNAVAILABLE;
    return RC_OK;
}

static enum rc ask(struct websocket *socket, const char *protocol)
{
    unsigned char key[16];
    CLEANUP(buf_done) struct buf encoded = {0};

    random_bytes(key, sizeof key);
    buf_init(&encoded, 64);
    base64_add(&encoded, (struct text){(const char *)key, sizeof key});
    buf_format(&socket->out,
               "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
               "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Protocol: %s\r\nSec-WebSocket-Key: " TEXT_FORMAT "\r\n\r\n",
               protocol, TEXT_ARGUMENT(buf_text(&encoded)));
    return send_bytes(socket);
}

/* The answer's key is not compared: it guards against caches between the two,
 * and there are none on a socket in a folder of ours. */
static bool is_welcomed(struct websocket *socket, bool *out_answered)
{
    static const char end[] = "\r\n\r\n";
    struct text answer = buf_text(&socket->in);
    const char *at = answer.bytes ? memmem(answer.at, answer.bytes, end, sizeof end - 1) : NULL;

    *out_answered = at != NULL;
    if (!at) return false;
    socket->taken = (size_t)(at - answer.at) + sizeof end - 1;
    return text_starts(answer, TEXT("HTTP/1.1 101 "));
}

static enum rc shake_hands(struct websocket *socket, const char *protocol)
{
    int64_t until_ms = clock_mono_ms() + HANDSHAKE_MS_MAX;
    bool answered = false, welcomed = false;

    TRY(ask(socket, protocol));
    while (!answered) {
        struct pollfd wait = {.fd = socket->fd, .events = POLLIN};
        int64_t left_ms = until_ms - clock_mono_ms();

        if (left_ms <= 0 || socket->in.bytes > HANDSHAKE_BYTES_MAX) return RC_UNAVAILABLE;
        IGNORE(poll(&wait, 1, (int)left_ms), "asked again");
        TRY(take_bytes(socket));
        welcomed = is_welcomed(socket, &answered);
    }
    return welcomed ? RC_OK : RC_UNAVAILABLE;
}

enum rc websocket_connect(const char *folder,
                          const char *name,
                          const char *protocol,
                          struct websocket **out_socket)
{
    CLEANUP(file_close) int folder_fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    CLEANUP(websocket_close) struct websocket *socket_ = NULL;

    if (folder_fd < 0) return RC_UNAVAILABLE;
    socket_ = mem_alloc(1, sizeof *socket_);
    buf_init(&socket_->in, 2 * WEBSOCKET_BYTES_MAX);
    buf_init(&socket_->out, WEBSOCKET_WAITING_BYTES_MAX);
    buf_init(&socket_->message, WEBSOCKET_BYTES_MAX);
    socket_->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket_->fd < 0) return RC_UNAVAILABLE;
    TRY(connect_in(socket_->fd, folder_fd, name));
    TRY(shake_hands(socket_, protocol));
    *out_socket = TAKE(socket_);
    return RC_OK;
}

void websocket_close(struct websocket **closed)
{
    struct websocket *socket = *closed;

    if (!socket) return;
    file_close(&socket->fd);
    buf_done(&socket->in);
    buf_done(&socket->out);
    buf_done(&socket->message);
    mem_free(socket);
    *closed = NULL;
}

int websocket_fd(const struct websocket *socket)
{
    return socket->fd;
}

bool websocket_wants_to_write(const struct websocket *socket)
{
    return socket->sent < socket->out.bytes;
}
