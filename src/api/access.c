#include "api/access.h"

#include "base/mem.h"
#include "base/queue.h"
#include "base/thread.h"
#include "people/token.h"

#include <stdatomic.h>

struct access {
    struct api *api;
    struct throttle *throttle;
    struct queue *tries;
    struct thread *doorkeeper;
    atomic_bool shut;
};

/* ---- the doorkeeper ---- */

static void keep_door(void *context)
{
    struct access *access = context;
    void *item = NULL;

    while (!queue_is_drained(access->tries)) {
        struct door_try *try;

        if (queue_take(access->tries, &item, 1, -1) == 0) continue;
        try = item;
        if (atomic_load(&access->shut)) {
            http_resume(try->request, RC_UNAVAILABLE);
        } else {
            try->run(try);
        }
    }
}

enum rc access_start(struct api *api, struct access **out_access)
{
    CLEANUP(access_stop) struct access *access = mem_alloc(1, sizeof *access);

    access->api = api;
    access->throttle = throttle_new();
    access->tries = queue_new(ACCESS_TRIES_MAX);
    TRY(thread_start(&access->doorkeeper, "doorkeeper", keep_door, access));
    *out_access = TAKE(access);
    return RC_OK;
}

void access_shut(struct access *access)
{
    atomic_store(&access->shut, true);
    queue_close(access->tries);
    thread_join(&access->doorkeeper);
}

void access_stop(struct access **access)
{
    struct access *stopped = *access;

    if (!stopped) return;
    access_shut(stopped);
    queue_free(&stopped->tries);
    throttle_free(&stopped->throttle);
    mem_free(stopped);
    *access = NULL;
}

enum rc access_try(struct access *access, struct door_try *try)
{
    return queue_push(access->tries, try);
}

struct throttle *access_throttle(struct access *access)
{
    return access->throttle;
}

const struct caller *access_caller(const struct http_request *request)
{
    assert(request->caller);
    return request->caller;
}

/* ---- who is it? ---- */

static struct text bearer_of(const struct http_request *request)
{
    struct text header = http_header(request, "Authorization");

    if (!text_starts(header, TEXT("Bearer "))) return (struct text){NULL, 0};
    return text_trim((struct text){header.at + 7, header.bytes - 7});
}

static enum rc find_token(struct api *api, struct db *facts, struct text key, struct caller *caller)
{
    int64_t seen_at_ms = 0;

    TRY(token_find(facts, api->options.government, key, &caller->identity, &seen_at_ms));
    token_touch(api->options.ledger, key, seen_at_ms, api_now_ms(api));
    caller->key = key;
    return RC_OK;
}

static enum rc find_session(struct api *api,
                            struct db *facts,
                            struct text key,
                            struct caller *caller)
{
    int64_t now_ms = api_now_ms(api);

    TRY(session_find(facts, api->options.government, key, now_ms, &caller->identity,
                     &caller->session));
    session_touch(api->options.ledger, &caller->session, now_ms);
    caller->key = key;
    return RC_OK;
}

/* The first of bearer, session and wall that is somebody; else nobody. */
static enum rc find_caller(const struct http_request *request, struct caller *caller)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct text bearer = bearer_of(request);
    struct text session = http_cookie(request, ACCESS_SESSION_COOKIE);
    struct text wall = http_cookie(request, ACCESS_WALL_COOKIE);
    enum rc rc = RC_UNAUTHENTICATED;

    if (bearer.bytes + session.bytes + wall.bytes == 0) return RC_OK;
    TRY(api_borrow(api, &reader));
    if (bearer.bytes) rc = find_token(api, reader->facts, bearer, caller);
    if (rc == RC_UNAUTHENTICATED && session.bytes) {
        rc = find_session(api, reader->facts, session, caller);
    }
    if (rc == RC_UNAUTHENTICATED && wall.bytes) rc = find_token(api, reader->facts, wall, caller);
    return rc == RC_UNAUTHENTICATED ? RC_OK : rc;
}

/* ---- may he? ---- */

static bool is_write(const struct http_request *request)
{
    return request->method != HTTP_GET;
}

static enum rc check_csrf(struct http_request *request, const struct caller *caller)
{
    if (!is_write(request) || caller->identity.kind != IDENTITY_ACCOUNT) return RC_OK;
    if (session_csrf_is(caller->key, http_header(request, ACCESS_CSRF_HEADER))) return RC_OK;
    return problem_set(&request->why, RC_FORBIDDEN,
                       "the page that sent this is not one of ours; load it again");
}

enum rc access_authorise(struct http_request *request, const char *permission_name)
{
    struct caller *caller = arena_one(request->mem, struct caller);
    enum permission permission;

    request->caller = caller;
    TRY(find_caller(request, caller));
    if (text_equal(text_of(permission_name), TEXT("public"))) return RC_OK;
    if (caller->identity.kind == IDENTITY_NOBODY) {
        return problem_set(&request->why, RC_UNAUTHENTICATED, "sign in first");
    }
    TRY(check_csrf(request, caller));
    if (text_equal(text_of(permission_name), TEXT("session"))) return RC_OK;
    if (caller->identity.must_change_password) {
        return problem_set(&request->why, RC_FORBIDDEN, "choose a password of your own first");
    }
    if (permission_parse(text_of(permission_name), &permission) &&
        identity_may(&caller->identity, permission)) {
        return RC_OK;
    }
    return problem_set(&request->why, RC_FORBIDDEN, "your role does not allow this");
}
