/* server.h - the HTTP server: listeners, limits, life and death.
 *
 * One or two listeners (one for people, one plain for old terminals) share a
 * table of routes, a permission check and a budget for bodies.  Each listener
 * has a pool of threads that wait by epoll (libmicrohttpd); nothing in them
 * blocks.
 *
 *   start ──▶ serving ──refuse──▶ refusing ──stop──▶ gone
 *                        no new connections, new       suspended requests are
 *                        requests get 503, those       answered 503, streams end,
 *                        under way are finished        then the threads
 *
 * Between refuse and stop the caller lets its own queues run empty, so that
 * what was accepted is answered.
 *
 * Limits    bodies: REQUEST_BODY_BYTES_MAX each (413), REQUEST_BODIES_BYTES_MAX
 *           together (503); connections: CONNECTIONS_MAX; URL and headers
 *           together: HTTP_CONNECTION_BYTES less some hundred (431).
 * Memory    http_server_stop frees everything.
 * Threads   start, refuse, stop: the main thread.
 * Errors    RC_UNAVAILABLE with the reason when an address cannot be bound;
 *           RC_INVALID for an address that is none. */
#pragma once

#include "base/clock.h"
#include "http/router.h"

enum { HTTP_LISTENERS_MAX = 2 };

struct http_server;

/* Decide whether the caller may use the route; RC_UNAUTHENTICATED, RC_FORBIDDEN
 * or another code refuses.  Called for every route of the table, "public" too;
 * leaves the session in request->caller. */
typedef enum rc http_authorise(struct http_request *request, const char *permission);

struct http_listener {
    const char *address;  /* "127.0.0.1:7001", "[::]:80", ":0"; NULL: not used */
    const char *tls_cert; /* PEM text, or NULL for plain HTTP */
    const char *tls_key;
};

struct http_options {
    struct http_listener listeners[HTTP_LISTENERS_MAX];
    const struct http_route *routes;
    size_t route_count;
    http_authorise *authorise;
    http_handler *fallback;    /* for paths outside the table; not authorised, not compressed */
    const struct clock *clock; /* for the Date header and received_at_ms */
    void *app;                 /* becomes request->app */
    unsigned threads;          /* of each listener; 0: one a processor */
    unsigned idle_seconds;     /* a silent connection is closed; 0: 75 */
};

struct http_counts {
    uint64_t requests; /* since the start */
    uint64_t refused;  /* 4xx and 5xx */
    size_t connections;
    size_t suspended;
    size_t body_bytes; /* of all bodies in flight but the small ones */
};

enum rc http_server_start(const struct http_options *options,
                          struct http_server **out_server,
                          struct problem *why) NODISCARD;

/* The port that a listener got. */
unsigned http_server_port(const struct http_server *server, int listener);

void http_server_refuse(struct http_server *server);
void http_server_stop(struct http_server **stopped);

struct http_counts http_server_counts(struct http_server *server);
