/* control.h - how a command reaches the server that works on its data folder.
 *
 * One process works on a data folder.  While that is a server, a command sends
 * its words, its folder and its three standard descriptors through
 * DIR/control.sock, and the server runs the very same handler on a thread of
 * its own, reading from and writing to the sender's descriptors.  So every
 * command sees the server's clock and board, and there is one writer.
 *
 *   command ── version, cwd, words + 3 descriptors ──▶ server
 *           ◀──────────────── how it ended ───────────
 *
 * The socket has mode 0600, and the sender must have the server's own user id
 * or be root (SO_PEERCRED); nobody else is heard.
 *
 * A handler that waits for a slow reader is let go when the server stops: its
 * stream then fails like a broken pipe.
 *
 * Memory    control_stop frees everything.
 * Threads   control_start, control_stop: one thread.  control_send: any.
 * Errors    control_send: RC_UNAVAILABLE when nobody listens, so nothing was
 *           done; whatever happens after that is the command's end. */
#pragma once

#include "cmd/command.h"

enum { CONTROL_BYTES_MAX = 64 * 1024, CONTROL_WORDS_MAX = 64, CONTROL_WORKERS_MAX = 8 };

struct control_call {
    int count;
    char *const *words; /* the command's name first, without the program's */
    const char *cwd;
};

/* Let the server run the words on this process's standard descriptors. */
enum rc control_send(const struct folder *folder,
                     const struct control_call *call,
                     enum command_end *out_end) NODISCARD;

/* A server listens there now. */
bool control_answers(const struct folder *folder);

struct control;

/* Listen in the app's folder; the app is live and outlives it. */
enum rc control_start(struct app *app, struct control **out_control, struct problem *why) NODISCARD;

/* Hear nobody any more, wait until the commands under way have ended. */
void control_stop(struct control **control_pointer);
