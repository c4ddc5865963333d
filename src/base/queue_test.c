#include "base/queue.h"

#include "base/clock.h"
#include "base/lock.h"
#include "base/test.h"
#include "base/thread.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WRITERS = 3, LETTERS = 20000 };

struct writer {
    struct queue *queue;
    uintptr_t first;
};

static void write_letters(void *context)
{
    const struct writer *writer = context;

    for (uintptr_t i = 0; i < LETTERS;) {
        enum rc rc = queue_push(writer->queue, (void *)(writer->first + i));

        if (rc == RC_OK) i++;
        if (rc == RC_TOO_MANY) usleep(100);
        assert(rc != RC_UNAVAILABLE);
    }
}

static void every_letter_arrives_once_and_in_its_writers_order(void **state)
{
    struct queue *queue = queue_new(100);
    struct thread *threads[WRITERS];
    struct writer writers[WRITERS];
    uintptr_t next[WRITERS] = {0};
    size_t total = 0;

    (void)state;
    for (uintptr_t i = 0; i < WRITERS; i++) {
        writers[i] = (struct writer){queue, (i + 1) << 32};
        assert_rc(RC_OK, thread_start(&threads[i], "writer", write_letters, &writers[i]));
    }
    while (total < (size_t)WRITERS * LETTERS) {
        void *items[32];
        size_t count = queue_take(queue, items, COUNT_OF(items), 5000);

        assert_true(count > 0);
        for (size_t i = 0; i < count; i++) {
            uintptr_t letter = (uintptr_t)items[i], writer = (letter >> 32) - 1;

            assert_int_equal(letter & 0xffffffffu, next[writer]);
            next[writer]++;
        }
        total += count;
    }
    for (size_t i = 0; i < WRITERS; i++) {
        thread_join(&threads[i]);
        assert_null(threads[i]);
    }
    assert_int_equal(queue_count(queue), 0);
    queue_free(&queue);
}

static void a_full_queue_refuses_at_once(void **state)
{
    struct queue *queue = queue_new(2);
    int item;

    (void)state;
    assert_rc(RC_OK, queue_push(queue, &item));
    assert_rc(RC_OK, queue_push(queue, &item));
    assert_rc(RC_TOO_MANY, queue_push(queue, &item));
    queue_free(&queue);
}

static void a_closed_queue_is_read_to_its_end(void **state)
{
    struct queue *queue = queue_new(4);
    void *items[4];
    int item;

    (void)state;
    assert_rc(RC_OK, queue_push(queue, &item));
    queue_close(queue);
    assert_rc(RC_UNAVAILABLE, queue_push(queue, &item));
    assert_false(queue_is_drained(queue));
    assert_int_equal(queue_take(queue, items, 4, -1), 1);
    assert_ptr_equal(items[0], &item);
    assert_true(queue_is_drained(queue));
    assert_int_equal(queue_take(queue, items, 4, -1), 0);
    queue_free(&queue);
}

static void wake_soon(void *context)
{
    usleep(20000);
    queue_wake(context);
}

static void a_reader_waits_no_longer_than_it_said(void **state)
{
    struct queue *queue = queue_new(4);
    struct thread *waker = NULL;
    void *items[4];
    int64_t before = clock_mono_ms();

    (void)state;
    assert_int_equal(queue_take(queue, items, 4, 30), 0);
    assert_true(clock_mono_ms() - before >= 29);
    queue_wake(queue);
    assert_int_equal(queue_take(queue, items, 4, -1), 0);
    assert_rc(RC_OK, thread_start(&waker, "waker", wake_soon, queue));
    assert_int_equal(queue_take(queue, items, 4, -1), 0);
    thread_join(&waker);
    queue_free(&queue);
}

static void take_wrongly(void)
{
    struct lock inner, outer;
    struct lock *first;
    struct lock *second;

    lock_init(&inner, LOCK_QUEUE);
    lock_init(&outer, LOCK_BOARD);
    first = lock_take(&inner);
    second = lock_take(&outer);
    lock_release(&second);
    lock_release(&first);
}

static void assert_unheld(void)
{
    struct lock lock;

    lock_init(&lock, LOCK_LEAF);
    lock_assert_held(&lock);
}

/* Run in a child, whose complaint goes nowhere. */
static bool dies(void (*act)(void))
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        close(STDERR_FILENO);
        act();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void taking_locks_out_of_order_ends_the_process(void **state)
{
    struct lock inner, outer;

    (void)state;
    lock_init(&inner, LOCK_QUEUE);
    lock_init(&outer, LOCK_BOARD);
    for (int round = 0; round < 2; round++) {
        CLEANUP(lock_release) struct lock *first = lock_take(&outer);
        CLEANUP(lock_release) struct lock *second = lock_take(&inner);

        lock_assert_held(first);
        lock_assert_held(second);
    }
    assert_true(dies(take_wrongly));
    assert_true(dies(assert_unheld));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_letter_arrives_once_and_in_its_writers_order),
        cmocka_unit_test(a_full_queue_refuses_at_once),
        cmocka_unit_test(a_closed_queue_is_read_to_its_end),
        cmocka_unit_test(a_reader_waits_no_longer_than_it_said),
        cmocka_unit_test(taking_locks_out_of_order_ends_the_process),
    };

    return cmocka_run_group_tests_name("queue", tests, NULL, NULL);
}
