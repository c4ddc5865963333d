/* simulator_terminal_private.h - what the parts of a virtual terminal share;
 * included by simulator_terminal*.c.
 *
 *   simulator_terminal.c          its state: rows, time, silences
 *   simulator_terminal_speech.c   what it says next, in the protocol's words
 *   simulator_terminal_reply.c    what it makes of a reply */
#pragma once

#include "devices/simulator_terminal.h"

enum { SIMULATOR_MS_PER_SECOND = 1000, SIMULATOR_RESULT_BYTES_MAX = 64 * 1024 };

/* Chance, the same for the same fleet every time. */
bool simulator_terminal_happens(struct simulator_terminal *terminal, int permille);

/* The terminal's own wall clock, wrong by its error, as a moment. */
int64_t simulator_terminal_moment(const struct simulator_terminal *terminal, int64_t now_ms);

/* What it has to say now, being due. */
enum simulator_speech simulator_terminal_next_speech(const struct simulator_terminal *terminal,
                                                     int64_t now_ms);

/* Write the request of its speech. */
void simulator_terminal_write(struct simulator_terminal *terminal, int64_t now_ms, struct buf *out);

/* Do what a reply of 200 to its speech asks for.  False when it does not say that
 * what was sent has arrived. */
bool simulator_terminal_heed(struct simulator_terminal *terminal,
                             int64_t now_ms,
                             struct text body) NODISCARD;
