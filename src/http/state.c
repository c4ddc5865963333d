/* The memory of requests: made, kept for the next one, given up. */
#include "base/limits.h"
#include "base/mem.h"
#include "http/compress.h"
#include "http/server_private.h"

static struct http_state *state_new(void)
{
    struct http_state *state = mem_alloc(1, sizeof *state);

    buf_init(&state->body, REQUEST_BODY_BYTES_MAX);
    buf_init(&state->reply_body, REPLY_BYTES_MAX);
    buf_init(&state->packed, HTTP_COMPRESS_BYTES_MAX);
    state->request.mem = arena_new();
    return state;
}

void http_state_free(struct http_state *state)
{
    buf_done(&state->body);
    buf_done(&state->reply_body);
    buf_done(&state->packed);
    http_file_close(&state->file);
    arena_free(&state->request.mem);
    mem_free(state);
}

/* A finished request's memory serves the next one of its thread, so that the
 * ordinary request allocates nothing and takes no lock. */
static _Thread_local struct {
    struct http_state *first;
    size_t count;
} kept;

static void enlist(struct http_server *server, struct http_state *state)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&server->lock);

    state->next = server->states;
    if (state->next) state->next->previous = state;
    server->states = state;
}

static void delist(struct http_server *server, struct http_state *state)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&server->lock);

    if (state->next) state->next->previous = state->previous;
    if (state->previous) {
        state->previous->next = state->next;
    } else {
        server->states = state->next;
    }
}

struct http_state *http_state_take(struct http_server *server)
{
    struct http_state *state = kept.first;

    if (!state) {
        state = state_new();
        enlist(server, state);
        return state;
    }
    kept.first = state->next_kept;
    kept.count--;
    return state;
}

static void empty(struct buf *buf)
{
    enum { KEPT_BYTES = 16 * 1024 };

    if (buf->capacity > KEPT_BYTES) buf_done(buf);
    buf_clear(buf);
}

/* As new, but for the memory it has and its place among all states. */
static void clear_state(struct http_state *state)
{
    struct arena *mem = state->request.mem;

    if (!mem) mem = arena_new();
    arena_reset(mem);
    empty(&state->body);
    empty(&state->reply_body);
    empty(&state->packed);
    http_file_close(&state->file);
    state->request = (struct http_request){.mem = mem};
    state->phase = HTTP_FRESH;
    atomic_store_explicit(&state->whereabouts, HTTP_HERE, memory_order_relaxed); /* alone with it */
    state->is_slow = false;
    state->body_reserved = 0;
    state->finish = NULL;
    state->has_reply_body = false;
    state->outcome = RC_OK;
}

void http_state_give_back_budget(struct http_state *state)
{
    if (state->body_reserved == 0) return;
    atomic_fetch_sub(&state->server->body_bytes, state->body_reserved);
    state->body_reserved = 0;
}

void http_state_discard(struct http_state *state)
{
    struct http_server *server = state->server;

    http_state_give_back_budget(state);
    delist(server, state);
    http_state_free(state);
}

void http_state_give(struct http_state *state)
{
    if (kept.count == HTTP_STATES_KEPT) {
        http_state_discard(state);
        return;
    }
    http_state_give_back_budget(state);
    clear_state(state);
    state->next_kept = kept.first;
    kept.first = state;
    kept.count++;
}
