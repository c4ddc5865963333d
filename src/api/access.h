/* access.h - who is it that asks, and may he?
 *
 * A request comes from an account (cookie hadir_session), from a wall (cookie
 * hadir_wall) or from a machine (Authorization: Bearer), or from nobody.  The
 * route's permission decides: "public" is for everybody, "session" for every
 * account and token, anything else for roles that have it.  A write with the
 * session's cookie must repeat its CSRF token in X-Hadir-Csrf, because browsers
 * send cookies on behalf of other pages too.  Whoever got a password from
 * somebody else may do nothing but choose his own.
 *
 * Signing in hashes for 70 ms, so it is done by a thread of its own, the
 * doorkeeper, one try at a time; the request waits suspended.
 *
 * Memory    What is found lives in the request's arena.
 * Threads   access_authorise: any.  Sign-ins: the doorkeeper's. */
#pragma once

#include "api/api_private.h"
#include "people/session.h"
#include "people/throttle.h"

enum { ACCESS_TRIES_MAX = 500, ACCESS_WALL_SECONDS = 10 * 365 * 24 * 3600 };

#define ACCESS_SESSION_COOKIE "hadir_session"
#define ACCESS_WALL_COOKIE    "hadir_wall"
#define ACCESS_CSRF_HEADER    "X-Hadir-Csrf"

/* What access_authorise leaves in request->caller. */
struct caller {
    struct identity identity; /* first, so that a caller is an identity */
    struct session session;   /* of an account */
    struct text key;          /* what was shown */
};

/* A try to sign in or to change a password, on its way to the doorkeeper. */
struct door_try {
    struct http_request *request;
    struct text account;
    /* Runs on the doorkeeper's thread and gives the request back itself, or
     * hands it to the ledger, which does. */
    void (*run)(struct door_try *try);
};

/* Queue a try; the request must be suspended already.  RC_UNAVAILABLE when the
 * door is shut (access_shut). */
enum rc access_try(struct access *access, struct door_try *try) NODISCARD;

struct throttle *access_throttle(struct access *access);

/* The caller of a request that was authorised; its session's if it has one. */
const struct caller *access_caller(const struct http_request *request);
