#include "base/lock.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { HELD_MAX = 8 };

static const struct {
    const char *name;
    int rank;
} locks[] = {
#define LOCK(name, rank, about) [LOCK_##name] = {#name, rank},
#include "base/locks.def"
#undef LOCK
};

/* What this thread holds, outermost first. */
static _Thread_local const struct lock *held_locks[HELD_MAX];
static _Thread_local int held_count;

static void NORETURN misuse(const char *what, const struct lock *lock, const char *file, int line)
{
    fprintf(stderr, "hadir: %s: lock %s at %s:%d, last taken at %s:%d\n", what,
            locks[lock->name].name, file, line, lock->file ? lock->file : "?", lock->line);
    abort();
}

/* Adaptive: who finds it taken looks again for a moment before it sleeps.  What
 * a lock guards here takes less time than falling asleep and being woken. */
void lock_init(struct lock *lock, enum lock_name name)
{
    pthread_mutexattr_t kind;

    *lock = (struct lock){.name = name};
    IGNORE(pthread_mutexattr_init(&kind), "it needs no memory");
    IGNORE(pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ADAPTIVE_NP), "the kind is known");
    IGNORE(pthread_mutex_init(&lock->mutex, &kind), "this kind cannot fail");
    IGNORE(pthread_mutexattr_destroy(&kind), "it was made above");
}

void lock_done(struct lock *lock)
{
    assert(!lock->held);
    IGNORE(pthread_mutex_destroy(&lock->mutex), "nobody holds it");
}

static void note_taken(struct lock *lock, const char *file, int line)
{
    lock->holder = pthread_self();
    lock->held = true;
    lock->file = file;
    lock->line = line;
    held_locks[held_count++] = lock;
}

static void note_given(struct lock *lock)
{
    int i = held_count - 1;

    while (i >= 0 && held_locks[i] != lock) {
        i--;
    }
    if (i < 0) misuse("given back by another thread", lock, __FILE__, __LINE__);
    for (; i + 1 < held_count; i++) {
        held_locks[i] = held_locks[i + 1];
    }
    held_count--;
    lock->held = false;
}

struct lock *lock_take_at(struct lock *lock, const char *file, int line)
{
    const struct lock *innermost = held_count ? held_locks[held_count - 1] : NULL;

    assert(held_count < HELD_MAX);
    if (innermost && locks[innermost->name].rank >= locks[lock->name].rank) {
        misuse("taken out of order", innermost, file, line);
    }
    IGNORE(pthread_mutex_lock(&lock->mutex), "initialised, and not held by this thread");
    note_taken(lock, file, line);
    return lock;
}

void lock_release(struct lock **held)
{
    struct lock *lock = *held;

    if (!lock) return;
    note_given(lock);
    IGNORE(pthread_mutex_unlock(&lock->mutex), "this thread holds it");
    *held = NULL;
}

void lock_assert_held(const struct lock *lock)
{
    for (int i = 0; i < held_count; i++) {
        if (held_locks[i] == lock) return;
    }
    misuse("not held here", lock, __FILE__, __LINE__);
}

void lock_signal_init(struct lock_signal *signal)
{
    pthread_condattr_t attributes;

    IGNORE(pthread_condattr_init(&attributes), "cannot fail on Linux");
    IGNORE(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC), "a known clock");
    IGNORE(pthread_cond_init(&signal->condition, &attributes), "cannot fail on Linux");
    IGNORE(pthread_condattr_destroy(&attributes), "initialised above");
}

void lock_signal_done(struct lock_signal *signal)
{
    IGNORE(pthread_cond_destroy(&signal->condition), "nobody waits");
}

void lock_signal_one(struct lock_signal *signal)
{
    IGNORE(pthread_cond_signal(&signal->condition), "cannot fail on Linux");
}

void lock_signal_all(struct lock_signal *signal)
{
    IGNORE(pthread_cond_broadcast(&signal->condition), "cannot fail on Linux");
}

static struct timespec deadline_after(int64_t wait_ms)
{
    struct timespec at = {0};

    IGNORE(clock_gettime(CLOCK_MONOTONIC, &at), "a known clock");
    at.tv_sec += wait_ms / 1000;
    at.tv_nsec += wait_ms % 1000 * 1000000;
    if (at.tv_nsec >= 1000000000) {
        at.tv_sec++;
        at.tv_nsec -= 1000000000;
    }
    return at;
}

bool lock_wait(struct lock *held, struct lock_signal *signal, int64_t wait_ms)
{
    const char *file = held->file;
    int line = held->line;
    int result;

    lock_assert_held(held);
    note_given(held);
    if (wait_ms < 0) {
        result = pthread_cond_wait(&signal->condition, &held->mutex);
    } else {
        struct timespec until = deadline_after(wait_ms);

        result = pthread_cond_timedwait(&signal->condition, &held->mutex, &until);
    }
    note_taken(held, file, line);
    return result != ETIMEDOUT;
}
