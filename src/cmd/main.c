/* main.c - the program: finds the subcommand, and where it is to run.
 *
 * A command that works on a data folder takes the folder's lock and does its
 * work here.  When a server holds the lock, the server does it instead, with
 * this process's words and descriptors (control.h). */
#include "base/log.h"
#include "base/mem.h"
#include "cmd/command.h"
#include "cmd/control.h"

#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HELP_BYTES_MAX = 64 * 1024, NAME_COLUMN = 18, WAIT_MS_MAX = 60 * 1000, WAIT_STEP_MS = 20 };

/* ---- help ---- */

static void print(FILE *to, const struct buf *text)
{
    IGNORE(fwrite(text->at, 1, text->bytes, to), "checked when it is flushed");
}

/* The commands whose name begins with the word; all of them without one. */
static size_t add_commands(const char *family, struct buf *to)
{
    size_t count = 0, shown = 0;
    const struct command *const *commands = command_list(&count);

    for (size_t i = 0; i < count; i++) {
        struct text rest = text_of(commands[i]->name);

        if (family && !text_equal(text_cut(&rest, ' '), text_of(family))) continue;
        buf_format(to, "  %-*s %s\n", NAME_COLUMN, commands[i]->name, commands[i]->about);
        shown++;
    }
    return shown;
}

static void help_for_all(FILE *to)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, HELP_BYTES_MAX);
    buf_add(&text, TEXT("Hadir: attendance of local governments, from the terminal to the wall.\n\n"
                        "usage: hadir COMMAND ...\n\n"));
    IGNORE(add_commands(NULL, &text), "there are some");
    buf_add(&text, TEXT("\nhadir COMMAND --help explains one; hadir --version tells the version.\n"
                        "Exit codes: 0 done, 1 a check failed, 2 usage, 3 input refused, "
                        "4 unavailable.\n"));
    print(to, &text);
}

/* "hadir terminal": the commands of that family.  False when there are none. */
static bool help_for_family(const char *family, FILE *to)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, HELP_BYTES_MAX);
    buf_format(&text, "usage: hadir %s COMMAND ...\n\n", family);
    if (add_commands(family, &text) == 0) return false;
    print(to, &text);
    return true;
}

/* No command was found in the words. */
static enum command_end help_without_command(int count, char *const *words)
{
    const char *first = count > 0 ? words[0] : "";
    bool asked = count > 0 && strcmp(words[count - 1], "--help") == 0;

    if (count == 0) {
        help_for_all(stderr);
        return COMMAND_USAGE;
    }
    if (strcmp(first, "--help") == 0 || strcmp(first, "-h") == 0 || strcmp(first, "help") == 0) {
        help_for_all(stdout);
        return COMMAND_DONE;
    }
    if (strcmp(first, "--version") == 0) {
        printf("hadir %s\n", HADIR_VERSION);
        return COMMAND_DONE;
    }
    if (help_for_family(first, asked ? stdout : stderr)) {
        return asked ? COMMAND_DONE : COMMAND_USAGE;
    }
    fprintf(stderr, "hadir: there is no command \"%s\"; hadir --help lists them\n", first);
    return COMMAND_USAGE;
}

static enum command_end help_for_command(const struct usage *usage)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, HELP_BYTES_MAX);
    arguments_help(usage, &text);
    print(stdout, &text);
    return fflush(stdout) == 0 ? COMMAND_DONE : COMMAND_UNAVAILABLE;
}

static enum command_end refuse_words(const struct usage *usage, const struct problem *why)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, HELP_BYTES_MAX);
    arguments_usage(usage, &text);
    fprintf(stderr, "%s: %s\n", usage->command, why->text);
    print(stderr, &text);
    return COMMAND_USAGE;
}

/* ---- running ---- */

struct call {
    const struct command *command;
    const struct arguments *arguments;
    struct command_context context;
    int count; /* of the words, the command's name among them */
    char *const *words;
};

/* The folder cannot be used, whatever the reason: that is no refused input. */
static enum command_end fail_to_open(struct call *call, enum rc rc, const struct problem *why)
{
    call->context.arguments = call->arguments;
    IGNORE(command_fail(&call->context, rc, why), "this has one end only");
    return COMMAND_UNAVAILABLE;
}

static enum command_end run_here(struct call *call, int lock_fd)
{
    CLEANUP(app_close) struct app *app = NULL;
    struct clock clock;
    struct problem why = {0};
    enum rc rc;

    clock_init(&clock);
    rc = app_open(&(struct app_options){.path = arguments_value(call->arguments, "data"),
                                        .lock_fd = lock_fd,
                                        .clock = &clock},
                  &app, &why);
    if (rc != RC_OK) return fail_to_open(call, rc, &why);
    call->context.app = app;
    return command_perform(call->command, &call->context, call->arguments);
}

/* Here when the folder is free, in its server when one runs; while another
 * command works on it, or a server starts or stops, wait for it. */
static enum command_end run_on_folder(struct call *call)
{
    struct folder folder = folder_at(arguments_value(call->arguments, "data"), call->context.mem);
    int64_t deadline = clock_mono_ms() + WAIT_MS_MAX;
    struct problem why = {0};
    enum rc rc;

    for (;;) {
        enum command_end end = COMMAND_DONE;
        int lock_fd = -1;

        rc = folder_lock(&folder, &lock_fd, &why);
        if (rc == RC_OK) return run_here(call, lock_fd);
        if (rc == RC_CONFLICT) {
            struct control_call letter = {call->count, call->words, call->context.cwd};

            if (control_send(&folder, &letter, &end) == RC_OK) return end;
        }
        if (rc != RC_CONFLICT || clock_mono_ms() > deadline) break;
        IGNORE(usleep(WAIT_STEP_MS * 1000), "a signal makes it shorter");
    }
    return fail_to_open(call, rc, &why);
}

static enum command_end run(struct call *call, struct arena *mem)
{
    CLEANUP(mem_release) char *cwd = get_current_dir_name();

    call->context = (struct command_context){.in = stdin,
                                             .out = stdout,
                                             .err = stderr,
                                             .cwd = arena_cstr(mem, text_of(cwd ? cwd : ".")),
                                             .is_terminal = isatty(STDERR_FILENO) == 1,
                                             .mem = mem};
    if (call->command->need == COMMAND_FOLDER) return run_on_folder(call);
    return command_perform(call->command, &call->context, call->arguments);
}

int main(int argc, char **argv)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct call call = {.count = argc - 1, .words = argv + 1};
    struct arguments arguments;
    struct usage usage;
    struct problem why = {0};
    int used = 0;

    log_set_level(LOG_WARN); /* hadir serve raises it */
    IGNORE(umask(0077), "what is recorded is its owner's alone");
    IGNORE(signal(SIGPIPE, SIG_IGN), "a broken pipe is met where it is written to");
    call.command = command_find(argc - 1, argv + 1, &used);
    if (!call.command) return (int)help_without_command(argc - 1, argv + 1);
    usage = command_usage(call.command, mem);
    if (arguments_read(&usage, argc - 1 - used, argv + 1 + used, &arguments, &why) != RC_OK) {
        return (int)refuse_words(&usage, &why);
    }
    if (arguments.help) return (int)help_for_command(&usage);
    call.arguments = &arguments;
    return (int)run(&call, mem);
}
