/* thread.h - a thread with a name.
 *
 * How a thread is told to end is its module's business (a closed queue, a
 * flag and a signal); `x_stop` of the module does that, then joins here.
 * Signals of the process go to the main thread only.
 *
 * Memory    thread_join frees the handle.
 * Threads   Start and join from one thread.
 * Errors    RC_UNAVAILABLE when the system has no thread left. */
#pragma once

#include "base/cc.h"

struct thread;

typedef void thread_main(void *context);

/* `name` is shown by ps and gdb, at most 15 bytes. */
enum rc thread_start(struct thread **out_thread,
                     const char *name,
                     thread_main *run,
                     void *context) NODISCARD;

/* Wait for the end of the thread; NULL is accepted, the pointer is cleared. */
void thread_join(struct thread **thread);
