/* command.h - a subcommand: its name, its words, and what it does.
 *
 * command.def lists them all.  Each file of a subcommand defines a constant
 * `struct command`; the same handler runs in a process of its own, or inside
 * the server that works on the data folder (control.h).  Therefore a handler
 * writes to its context, never to stdout, finds files through command_path,
 * and returns an end instead of leaving.
 *
 * Memory    context->mem lives as long as the command.
 * Threads   A handler runs on one thread; several may run at once in a server.
 * Errors    A handler tells what went wrong itself and returns how it ended. */
#pragma once

#include "base/arena.h"
#include "cmd/app.h"
#include "cmd/arguments.h"
#include "cmd/listing.h"

#include <stdio.h>

/* The exit codes. */
enum command_end {
    COMMAND_DONE = 0,
    COMMAND_CHECK_FAILED = 1,
    COMMAND_USAGE = 2,
    COMMAND_REFUSED = 3,
    COMMAND_UNAVAILABLE = 4,
};

struct command_context {
    struct app *app; /* NULL for COMMAND_ALONE */
    const struct arguments *arguments;
    FILE *in, *out, *err;
    const char *cwd;
    bool is_terminal; /* err is one: progress may be drawn */
    struct arena *mem;
};

typedef enum command_end command_run(struct command_context *context);

enum command_need {
    COMMAND_ALONE,  /* works on no folder, or opens its own */
    COMMAND_FOLDER, /* on the folder of --data; in its server when one runs */
};

struct command {
    const char *name;  /* "terminal approve" */
    const char *about; /* one line, without its full stop */
    const struct argument *arguments;
    size_t argument_count;
    enum command_need need;
    command_run *run;
};

/* For the tables of commands that need a folder. */
#define COMMAND_DATA \
    ARGUMENT_OPTION("data", "DIR", ARGUMENT_TEXT, "The data folder", .required = true)

/* For those that list something: the option, and a listing in its format. */
#define COMMAND_FORMAT                                                                   \
    ARGUMENT_OPTION("format", "FORMAT", ARGUMENT_CHOICE, "table (default), json or csv", \
                    .choices = "table|json|csv")
void command_listing(struct command_context *context,
                     struct listing *listing,
                     const struct listing_column *columns,
                     size_t column_count);

#define COMMAND(name) extern const struct command command_##name;
#include "cmd/command.def"
#undef COMMAND

/* All of them, in the order of the help. */
const struct command *const *command_list(size_t *out_count) RETURNS_NONNULL;

/* The command that these words begin with, and how many of them name it; NULL
 * when there is none. */
const struct command *command_find(int count, char *const *words, int *out_used);

/* Its usage; the command's full name lives in the arena. */
struct usage command_usage(const struct command *command, struct arena *mem);

/* Say what is wrong on the context's err, and how the command ends by it. */
enum command_end command_fail(struct command_context *context,
                              enum rc rc,
                              const struct problem *why);
enum command_end command_end_of(enum rc rc);

/* How a command ends that came to this code; what went wrong is said. */
enum command_end command_finish(struct command_context *context,
                                enum rc rc,
                                const struct problem *why);

/* A path as the caller meant it, who may be in another folder than this process. */
const char *command_path(struct command_context *context, const char *path) RETURNS_NONNULL;

/* Read the words, run the handler when they make sense, and make sure that
 * what it wrote has arrived.  `context->arguments` is filled in. */
enum command_end command_perform(const struct command *command,
                                 struct command_context *context,
                                 const struct arguments *arguments);
