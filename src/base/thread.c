#include "base/thread.h"

#include "base/mem.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>

enum { NAME_BYTES = 16 };

struct thread {
    /* set before start, then constant */
    thread_main *run;
    void *context;
    char name[NAME_BYTES];
    /* owned by the thread that started it */
    pthread_t id;
};

static void *thread_body(void *context)
{
    struct thread *thread = context;

    IGNORE(pthread_setname_np(pthread_self(), thread->name), "a name is a comfort only");
    thread->run(thread->context);
    return NULL;
}

enum rc thread_start(struct thread **out_thread, const char *name, thread_main *run, void *context)
{
    struct thread *thread = mem_alloc(1, sizeof *thread);
    sigset_t all, before;
    int failed;

    thread->run = run;
    thread->context = context;
    IGNORE(snprintf(thread->name, sizeof thread->name, "%s", name), "a long name is cut");
    sigfillset(&all);
    IGNORE(pthread_sigmask(SIG_SETMASK, &all, &before), "constant arguments");
    failed = pthread_create(&thread->id, NULL, thread_body, thread);
    IGNORE(pthread_sigmask(SIG_SETMASK, &before, NULL), "constant arguments");
    if (failed) {
        mem_free(thread);
        return RC_UNAVAILABLE;
    }
    *out_thread = thread;
    return RC_OK;
}

void thread_join(struct thread **thread)
{
    if (!*thread) return;
    IGNORE(pthread_join((*thread)->id, NULL), "the thread exists and is joined once");
    mem_free(*thread);
    *thread = NULL;
}
