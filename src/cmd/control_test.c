#include "cmd/control.h"

#include "base/thread.h"
#include "cmd/fixture_test.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

enum {
    WORDS_MAX = 10,
    OUTPUT_BYTES_MAX = 100 * 1000,
    MANY_PUNCHES = 4000,
    PATIENCE_MS = 5000,
    PIPE_NEARLY_FULL = 60 * 1000
};

/* Send a line of words, and the folder, with standard output going to `fd`. */
static enum rc send_line(struct fixture *f, int fd, const char *line, enum command_end *out_end)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct text rest = arena_format(mem, "%s --data %s", line, f->path);
    char *words[WORDS_MAX];
    struct control_call call = {0, words, "/tmp"};
    int kept = dup(STDOUT_FILENO);
    enum rc rc;

    while (rest.at) {
        assert_true(call.count < WORDS_MAX);
        words[call.count] = mem_copy_text(arena_cstr(mem, text_cut(&rest, ' ')));
        call.count++;
    }
    fflush(stdout);
    assert_true(dup2(fd, STDOUT_FILENO) >= 0);
    rc = control_send(&f->folder, &call, out_end);
    assert_true(dup2(kept, STDOUT_FILENO) >= 0);
    file_close(&kept);
    for (int i = 0; i < call.count; i++) {
        mem_free(words[i]);
    }
    return rc;
}

static struct app *open_server(struct fixture *f, struct control **out_control)
{
    struct app *app = fixture_open(f);

    assert_rc(RC_OK, app_go_live(app));
    assert_rc(RC_OK, control_start(app, out_control, NULL));
    return app;
}

static void close_server(struct app **app, struct control **control)
{
    control_stop(control);
    app_drain(*app);
    app_close(app);
}

static void a_command_runs_in_the_server_on_the_senders_descriptors(void **state)
{
    struct fixture *f = *state;
    struct control *control = NULL;
    struct app *app = open_server(f, &control);
    const char *file = arena_format(f->mem, "%s/lock.out", f->path).at;
    enum command_end end = COMMAND_USAGE;
    struct text output;
    int fd = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    assert_rc(RC_OK, send_line(f, fd, "user list --format csv", &end));
    file_close(&fd);
    assert_int_equal(end, COMMAND_DONE);
    assert_rc(RC_OK, file_read(file, OUTPUT_BYTES_MAX, f->mem, &output, NULL));
    assert_text("name,role,agency,person\r\nadmin,admin,,\r\n", output);
    unlink(file);
    close_server(&app, &control);
}

static void the_senders_end_is_the_handlers_end(void **state)
{
    static const struct {
        const char *line;
        enum command_end end;
    } cases[] = {
        {"user list", COMMAND_DONE},    {"user remove nobody", COMMAND_REFUSED},
        {"user remove", COMMAND_USAGE}, {"fly", COMMAND_USAGE},
        {"openapi", COMMAND_USAGE}, /* needs no folder, so it is not the server's business */
    };
    struct fixture *f = *state;
    struct control *control = NULL;
    struct app *app = open_server(f, &control);
    int null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
    int kept = dup(STDERR_FILENO);
    enum command_end end = COMMAND_DONE;

    assert_true(dup2(null_fd, STDERR_FILENO) >= 0);
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_rc(RC_OK, send_line(f, null_fd, cases[i].line, &end));
        assert_int_equal(end, cases[i].end);
    }
    assert_true(dup2(kept, STDERR_FILENO) >= 0);
    file_close(&kept);
    file_close(&null_fd);
    close_server(&app, &control);
}

static void the_door_is_its_owners_alone(void **state)
{
    struct fixture *f = *state;
    struct control *control = NULL;
    struct app *app = open_server(f, &control);
    struct stat found;

    assert_int_equal(stat(f->folder.control, &found), 0);
    assert_int_equal(found.st_mode & 0777, 0600);
    assert_true(control_answers(&f->folder));
    close_server(&app, &control);
    assert_false(file_exists(f->folder.control));
}

static void without_a_server_nothing_is_done(void **state)
{
    struct fixture *f = *state;
    enum command_end end = COMMAND_USAGE;

    assert_false(control_answers(&f->folder));
    assert_rc(RC_UNAVAILABLE, send_line(f, STDOUT_FILENO, "user list", &end));
    assert_int_equal(end, COMMAND_USAGE);
}

struct slow {
    struct fixture *fixture;
    int fd;
    enum rc rc;
    enum command_end end;
};

static void send_slowly(void *context)
{
    struct slow *slow = context;

    slow->rc = send_line(slow->fixture, slow->fd, "export punches", &slow->end);
}

/* Nobody reads the pipe, so the export waits; the server stops all the same. */
static void a_command_with_a_slow_reader_is_let_go_when_the_server_stops(void **state)
{
    struct fixture *f = *state;
    struct control *control = NULL;
    struct app *app = open_server(f, &control);
    struct slow slow = {.fixture = f};
    struct thread *sender = NULL;
    int pipe_fds[2], kept = dup(STDERR_FILENO), null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
    int64_t begun_ms;
    int waiting = 0;

    fixture_punch(app, MANY_PUNCHES);
    assert_int_equal(pipe2(pipe_fds, O_CLOEXEC), 0);
    slow.fd = pipe_fds[1];
    assert_true(dup2(null_fd, STDERR_FILENO) >= 0);
    assert_rc(RC_OK, thread_start(&sender, "sender", send_slowly, &slow));
    while (waiting < PIPE_NEARLY_FULL) {
        assert_int_equal(ioctl(pipe_fds[0], FIONREAD, &waiting), 0);
        usleep(1000);
    }
    begun_ms = clock_mono_ms();
    control_stop(&control);
    thread_join(&sender);
    assert_true(dup2(kept, STDERR_FILENO) >= 0);
    assert_true(clock_mono_ms() - begun_ms < PATIENCE_MS);
    assert_rc(RC_OK, slow.rc);
    assert_int_equal(slow.end, COMMAND_UNAVAILABLE);
    file_close(&kept);
    file_close(&null_fd);
    file_close(&pipe_fds[0]);
    file_close(&pipe_fds[1]);
    app_drain(app);
    app_close(&app);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        FIXTURE_TEST(a_command_runs_in_the_server_on_the_senders_descriptors),
        FIXTURE_TEST(the_senders_end_is_the_handlers_end),
        FIXTURE_TEST(the_door_is_its_owners_alone),
        FIXTURE_TEST(without_a_server_nothing_is_done),
        FIXTURE_TEST(a_command_with_a_slow_reader_is_let_go_when_the_server_stops),
    };

    return cmocka_run_group_tests_name("control", tests, NULL, NULL);
}
