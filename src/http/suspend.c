/* How a request waits for another thread, and goes on.
 *
 *          http_suspend            still waiting           http_resume
 *   HERE ──────────────▶ HELD ──────────────▶ PARKED ──────────────────▶ BACK
 *    ▲                    │ │    HOLD_MS_MAX                              │ ▲
 *    │                    │ └─────────────────────────────────────────────┼─┘
 *    │                    └──▶ LOST: the line was cut; the one who has    │
 *    │                         the request frees it by http_resume        │
 *    └──────────────── the next round of its worker ◀─────────────────────┘
 *
 * Held, the connection stays among those that the library asks in every round:
 * waiting costs no system call, and a commit takes a few milliseconds.  Who
 * waits longer (a password takes its time, a disk may stall) is parked: the
 * library forgets the connection until it is resumed, and does not notice
 * either when it is cut. */
#include "http/server_private.h"

enum { HOLD_MS_MAX = 20 };

static void hold(struct http_state *state, bool is_held)
{
    if (state->is_held == is_held) return;
    state->is_held = is_held;
    http_worker_hold(state->worker, is_held ? +1 : -1);
}

void http_suspend(struct http_request *request, http_handler *finish)
{
    struct http_state *state = request->state;

    assert(state->phase == HTTP_READING);
    state->phase = HTTP_SUSPENDED;
    state->finish = finish;
    state->worker = http_worker_mine();
    state->held_at_ms = http_worker_round_ms(state->worker);
    http_worker_count(HTTP_SUSPENDED_NOW, +1);
    hold(state, true);
    atomic_store_explicit(&state->whereabouts, HTTP_HELD, memory_order_release);
}

void http_resume(struct http_request *request, enum rc rc)
{
    struct http_state *state = request->state;
    struct http_worker *worker = state->worker;
    struct MHD_Connection *connection = state->connection;
    int was;

    state->outcome = rc;
    was = atomic_exchange(&state->whereabouts, HTTP_BACK);
    assert(was == HTTP_HELD || was == HTTP_PARKED || was == HTTP_LOST); /* exactly once */
    if (was == HTTP_HELD) http_worker_wake(worker);
    if (was == HTTP_PARKED) http_worker_resume(worker, connection);
    if (was == HTTP_LOST) http_state_discard(state);
}

/* The line goes to sleep before anybody can wake it; who came in between is
 * answered at once. */
static void park(struct http_state *state)
{
    int held = HTTP_HELD;

    MHD_suspend_connection(state->connection);
    if (!atomic_compare_exchange_strong(&state->whereabouts, &held, HTTP_PARKED)) {
        http_worker_resume(state->worker, state->connection);
        return;
    }
    hold(state, false);
}

bool http_is_back(struct http_state *state)
{
    if (atomic_load(&state->whereabouts) == HTTP_BACK) {
        hold(state, false);
        http_worker_count(HTTP_SUSPENDED_NOW, -1);
        return true;
    }
    if (http_worker_round_ms(state->worker) - state->held_at_ms >= HOLD_MS_MAX) park(state);
    return false;
}

bool http_is_lost(struct http_state *state)
{
    int held = HTTP_HELD;

    hold(state, false);
    http_worker_count(HTTP_SUSPENDED_NOW, -1);
    return atomic_compare_exchange_strong(&state->whereabouts, &held, HTTP_LOST);
}

bool http_is_away(struct http_state *state)
{
    int whereabouts = atomic_load(&state->whereabouts);

    return whereabouts != HTTP_HERE && whereabouts != HTTP_BACK;
}
