/* http_testing.h - a small HTTP client for the tests of this room: raw sockets, so
 * that a test can also be slow, rude or gone.
 *
 * Memory    Answers live in the caller's arena.
 * Errors    Fails the test. */
#pragma once

#include "base/arena.h"

struct http_answer {
    int status;
    struct text head; /* status line and headers */
    struct text body; /* as sent: compressed, chunked */
};

/* Connect to a port of the loopback. */
int http_testing_connect(unsigned port);

/* Send all bytes. */
void http_testing_send(int fd, struct text bytes);

/* Read one answer with a Content-Length (or none, for 204 and 304). */
struct http_answer http_testing_read(int fd, struct arena *mem);

/* Read until the text so far holds `part`; fails after five seconds. */
struct text http_testing_read_until(int fd, const char *part, struct arena *mem);

/* The other side has closed, or does so within five seconds. */
bool http_testing_is_closed(int fd);

/* A whole exchange on a connection of its own; `head` are header lines, each
 * ending in CRLF. */
struct http_answer http_testing_ask(unsigned port,
                                    const char *method,
                                    const char *path,
                                    const char *head,
                                    struct text body,
                                    struct arena *mem);

/* The value of a header of an answer, or {NULL, 0}. */
struct text http_testing_header(const struct http_answer *answer, const char *name);
