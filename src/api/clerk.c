#include "api/clerk.h"

#include "base/mem.h"
#include "base/queue.h"
#include "base/thread.h"

struct clerk {
    struct queue *errands;
    struct thread *thread;
};

struct errand {
    struct http_request *request;
    http_handler *work;
};

static void keep_working(void *context)
{
    struct clerk *clerk = context;
    void *item = NULL;

    while (!queue_is_drained(clerk->errands)) {
        struct errand errand;

        if (queue_take(clerk->errands, &item, 1, -1) == 0) continue;
        errand = *(struct errand *)item; /* it lives with the request */
        http_resume(errand.request, errand.work(errand.request));
    }
}

enum rc clerk_start(struct clerk **out_clerk)
{
    CLEANUP(clerk_stop) struct clerk *clerk = mem_alloc(1, sizeof *clerk);

    clerk->errands = queue_new(CLERK_ERRANDS_MAX);
    TRY(thread_start(&clerk->thread, "clerk", keep_working, clerk));
    *out_clerk = TAKE(clerk);
    return RC_OK;
}

void clerk_stop(struct clerk **clerk)
{
    struct clerk *stopped = *clerk;

    if (!stopped) return;
    queue_close(stopped->errands);
    thread_join(&stopped->thread);
    queue_free(&stopped->errands);
    mem_free(stopped);
    *clerk = NULL;
}

enum rc clerk_give(struct clerk *clerk,
                   struct http_request *request,
                   http_handler *work,
                   http_handler *finish)
{
    struct errand *errand = arena_one(request->mem, struct errand);

    *errand = (struct errand){request, work};
    http_suspend(request, finish);
    return queue_push(clerk->errands, errand);
}
