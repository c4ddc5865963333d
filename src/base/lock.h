/* lock.h - locks that have a name, a rank and a known holder.
 *
 * Deadlock is ruled out by order: locks.def gives each lock a rank, and a
 * thread takes a lock only while everything it holds ranks lower.  Breaking
 * the order asserts at once, on the first run, not on the unlucky one.
 *
 *   CLEANUP(lock_release) struct lock *held = lock_take(&board->lock);
 *
 * No lock is held across a database, network or log call.
 *
 * Memory    A lock lives in the struct it guards.
 * Threads   Any.
 * Errors    None; misuse asserts, naming the place that holds the lock. */
#pragma once

#include "base/cc.h"

#include <pthread.h>

enum lock_name {
#define LOCK(name, rank, about) LOCK_##name,
#include "base/locks.def"
#undef LOCK
};

struct lock {
    pthread_mutex_t mutex;
    enum lock_name name;
    /* guarded by the lock itself */
    pthread_t holder;
    bool held;
    const char *file;
    int line;
};

/* Something to wait for while holding a lock. */
struct lock_signal {
    pthread_cond_t condition;
};

void lock_init(struct lock *lock, enum lock_name name);
void lock_done(struct lock *lock);

/* Waits until the lock is free; returns it, for the CLEANUP variable. */
#define lock_take(lock) lock_take_at(lock, __FILE__, __LINE__)
struct lock *lock_take_at(struct lock *lock, const char *file, int line) RETURNS_NONNULL NODISCARD;

/* Gives the lock back and clears the variable; NULL is accepted. */
void lock_release(struct lock **held);

void lock_assert_held(const struct lock *lock);

void lock_signal_init(struct lock_signal *signal);
void lock_signal_done(struct lock_signal *signal);

/* Wake one waiter, or all. */
void lock_signal_one(struct lock_signal *signal);
void lock_signal_all(struct lock_signal *signal);

/* Give the held lock away until the signal comes; it may come for no reason,
 * so the caller asks again in a loop.  False when `wait_ms` passed first; a
 * negative wait never ends. */
bool lock_wait(struct lock *held, struct lock_signal *signal, int64_t wait_ms);
