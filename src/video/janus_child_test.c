#include "video/janus_child.h"

#include "base/clock.h"
#include "base/test.h"
#include "base/test_folder.h"

#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static struct test_folder folder;

/* A program that behaves as we need it, in the place of Janus. */
static const char *program_of(const char *script)
{
    static char path[sizeof folder + 8];
    FILE *file;

    IGNORE(snprintf(path, sizeof path, "%s/janus", folder.path), "it fits");
    file = fopen(path, "we");
    assert_non_null(file);
    assert_true(fprintf(file, "#!/bin/sh\n%s\n", script) > 0);
    assert_int_equal(0, fclose(file));
    assert_int_equal(0, chmod(path, 0700));
    return path;
}

static enum rc start(const char *program, const char *place, struct janus_child **out_child)
{
    static const char *const words[] = {"program", "one", NULL};

    return janus_child_start(
        &(struct janus_start){.program = program, .folder = place, .words = words, .niceness = 19},
        out_child);
}

static void wait_for_line(struct janus_child *child, const char *expected)
{
    int64_t until_ms = clock_mono_ms() + 3000;
    struct text line = {0};

    while (!janus_child_said(child, &line)) {
        assert_true(clock_mono_ms() < until_ms);
        IGNORE(usleep(1000), "asked again");
    }
    assert_true(text_equal(line, text_of(expected)));
}

static void what_it_says_comes_line_by_line(void **state)
{
    CLEANUP(janus_child_stop) struct janus_child *child = NULL;

    (void)state;
    assert_rc(RC_OK, start(program_of("echo $1; echo two >&2; pwd; sleep 9"), "/usr", &child));
    wait_for_line(child, "one");
    wait_for_line(child, "two");
    wait_for_line(child, "/usr");
    assert_false(janus_child_has_ended(child));
}

static void its_end_is_seen(void **state)
{
    CLEANUP(janus_child_stop) struct janus_child *child = NULL;

    (void)state;
    assert_rc(RC_OK, start(program_of("echo up; sleep 9"), "/", &child));
    wait_for_line(child, "up");
    assert_int_equal(0, kill(janus_child_pid(child), SIGKILL));
    for (int i = 0; i < 1000 && !janus_child_has_ended(child); i++) {
        IGNORE(usleep(1000), "asked again");
    }
    assert_true(janus_child_has_ended(child));
}

static void one_that_will_not_end_is_made_to(void **state)
{
    struct janus_child *child = NULL;
    int pid;

    (void)state;
    assert_rc(RC_OK,
              start(program_of("trap '' TERM; echo up; while :; do sleep 1; done"), "/", &child));
    wait_for_line(child, "up");
    pid = janus_child_pid(child);
    janus_child_stop(&child);
    assert_null(child);
    assert_int_equal(-1, kill(pid, 0));
}

static void a_missing_program_is_not_found(void **state)
{
    struct janus_child *child = NULL;

    (void)state;
    assert_rc(RC_NOT_FOUND, start("/nowhere/janus", "/", &child));
}

static void how_it_ended_is_known(void **state)
{
    struct janus_child *child = NULL;

    (void)state;
    assert_rc(RC_OK, start(program_of("exit 0"), "/", &child));
    assert_true(janus_child_went_well(&child));
    assert_null(child);
    assert_rc(RC_OK, start(program_of("exit 3"), "/", &child));
    assert_false(janus_child_went_well(&child));
    assert_rc(RC_OK, start(program_of("kill -9 $$"), "/", &child));
    assert_false(janus_child_went_well(&child));
}

static void it_is_started_again_ever_more_slowly(void **state)
{
    static const int64_t expected[] = {200, 400, 800, 1600, 3200, 6400, 12800, 25600, 30000, 30000};

    (void)state;
    for (int i = 0; i < (int)COUNT_OF(expected); i++) {
        assert_int_equal(expected[i], janus_retry_ms(i + 1));
    }
}

static int make_folder(void **state)
{
    (void)state;
    return test_folder_make(&folder);
}

static int remove_folder(void **state)
{
    (void)state;
    return test_folder_remove(&folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_says_comes_line_by_line),
        cmocka_unit_test(its_end_is_seen),
        cmocka_unit_test(one_that_will_not_end_is_made_to),
        cmocka_unit_test(a_missing_program_is_not_found),
        cmocka_unit_test(how_it_ended_is_known),
        cmocka_unit_test(it_is_started_again_ever_more_slowly),
    };

    return cmocka_run_group_tests_name("janus_child", tests, make_folder, remove_folder);
}
