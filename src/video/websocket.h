/* websocket.h - the client's side of a WebSocket on a Unix socket (RFC 6455).
 *
 * Messages are texts, whole; fragments are put together, pings are answered,
 * and what we send is masked, as the standard wants of a client.  There are no
 * extensions.  The other side is a child of ours, but it repeats what browsers
 * sent it, so lengths are checked before anything is allocated for them.
 *
 *   connect ──▶ poll(fd) ──▶ websocket_pump ──▶ websocket_next ... until false
 *
 * Memory    A message is valid until the next call of websocket_next.
 * Threads   One at a time.
 * Errors    RC_UNAVAILABLE when the other side is gone or speaks another
 *           protocol; RC_TOO_LARGE for a message above WEBSOCKET_BYTES_MAX, or
 *           when so much waits to be sent that the other side must be stuck.
 *           After any of them the connection is good for closing only. */
#pragma once

#include "base/buf.h"

enum {
    WEBSOCKET_BYTES_MAX = 1024 * 1024, /* a message; the largest is an offer for 200 streams */
    WEBSOCKET_WAITING_BYTES_MAX = 4 * 1024 * 1024,
    WEBSOCKET_HEADER_BYTES_MAX = 14,
};

/* A frame as it stands in the bytes. */
struct websocket_frame {
    int opcode;
    bool is_last; /* of its message */
    struct text payload;
    size_t bytes; /* of the whole frame */
};

enum websocket_read {
    WEBSOCKET_FRAME,  /* *out_frame is filled */
    WEBSOCKET_PART,   /* more bytes are needed */
    WEBSOCKET_BROKEN, /* no frame that a server may send, or a too large one */
};
enum websocket_read websocket_frame_read(struct text bytes, struct websocket_frame *out_frame);

/* Append a masked frame. */
void websocket_frame_write(struct buf *to, int opcode, struct text payload, uint32_t mask);

struct websocket;

/* Connect to a socket in a folder and shake hands; the path may be longer than
 * a socket's address.  Waits at most two seconds for the answer. */
enum rc websocket_connect(const char *folder,
                          const char *name,
                          const char *protocol,
                          struct websocket **out_socket) NODISCARD;
void websocket_close(struct websocket **closed);

int websocket_fd(const struct websocket *socket);
bool websocket_wants_to_write(const struct websocket *socket);

/* Take what has come and send what fits, without waiting. */
enum rc websocket_pump(struct websocket *socket) NODISCARD;

enum rc websocket_send(struct websocket *socket, struct text message) NODISCARD;

/* The next whole message; false when there is none yet. */
enum rc websocket_next(struct websocket *socket,
                       bool *out_found,
                       struct text *out_message) NODISCARD;
