#include "cmd/command.h"

#include <errno.h>
#include <string.h>

static const struct command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "cmd/command.def"
#undef COMMAND
};

const struct command *const *command_list(size_t *out_count)
{
    *out_count = COUNT_OF(commands);
    return commands;
}

/* How many words the name has when the line begins with them, else 0. */
static int match(const char *name, int count, char *const *words)
{
    struct text rest = text_of(name);
    int used = 0;

    while (rest.at) {
        struct text part = text_cut(&rest, ' ');

        if (used == count || !text_equal(part, text_of(words[used]))) return 0;
        used++;
    }
    return used;
}

const struct command *command_find(int count, char *const *words, int *out_used)
{
    for (size_t i = 0; i < COUNT_OF(commands); i++) {
        int used = match(commands[i]->name, count, words);

        if (used == 0) continue;
        *out_used = used;
        return commands[i];
    }
    return NULL;
}

struct usage command_usage(const struct command *command, struct arena *mem)
{
    return (struct usage){
        .command = arena_format(mem, "hadir %s", command->name).at,
        .about = arena_format(mem, "%s.", command->about).at,
        .table = command->arguments,
        .count = command->argument_count,
    };
}

enum command_end command_end_of(enum rc rc)
{
    static const enum command_end ends[] = {
        [RC_OK] = COMMAND_DONE,
        [RC_INVALID] = COMMAND_REFUSED,
        [RC_UNAUTHENTICATED] = COMMAND_REFUSED,
        [RC_FORBIDDEN] = COMMAND_REFUSED,
        [RC_NOT_FOUND] = COMMAND_REFUSED,
        [RC_CONFLICT] = COMMAND_REFUSED,
        [RC_TOO_LARGE] = COMMAND_REFUSED,
        [RC_TOO_MANY] = COMMAND_UNAVAILABLE,
        [RC_UNAVAILABLE] = COMMAND_UNAVAILABLE,
        [RC_UNCERTAIN] = COMMAND_UNAVAILABLE,
    };

    return ends[rc];
}

enum command_end command_fail(struct command_context *context,
                              enum rc rc,
                              const struct problem *why)
{
    const char *text = why && why->text[0] ? why->text : rc_title(rc);
    const char *field = why ? why->field : "";

    fprintf(context->err, "%s: %s%s%s\n", context->arguments->usage->command, field,
            field[0] ? ": " : "", text);
    return command_end_of(rc);
}

enum command_end command_finish(struct command_context *context,
                                enum rc rc,
                                const struct problem *why)
{
    return rc == RC_OK ? COMMAND_DONE : command_fail(context, rc, why);
}

void command_listing(struct command_context *context,
                     struct listing *listing,
                     const struct listing_column *columns,
                     size_t column_count)
{
    const char *format = arguments_value(context->arguments, "format");

    listing_begin(listing, context->out, listing_format_of(format, LISTING_TABLE), columns,
                  column_count);
}

const char *command_path(struct command_context *context, const char *path)
{
    if (path[0] == '/') return path;
    return arena_format(context->mem, "%s/%s", context->cwd, path).at;
}

/* A reader that has seen enough, as head does, is no news.  The stream forgot
 * why it failed, so it is asked once more. */
static bool reader_left(FILE *out)
{
    clearerr(out);
    return (fputc('\n', out) == EOF || fflush(out) != 0) && errno == EPIPE;
}

/* Whoever asks the server next sees what the command did.  A process of its own
 * leaves that to the next one, which follows the log before anything else. */
static bool must_follow(const struct command_context *context, enum command_end end)
{
    return end == COMMAND_DONE && context->app && context->app->live;
}

enum command_end command_perform(const struct command *command,
                                 struct command_context *context,
                                 const struct arguments *arguments)
{
    enum command_end end;

    context->arguments = arguments;
    end = command->run(context);
    if (must_follow(context, end)) {
        struct problem why = {0};
        enum rc rc = app_follow(context->app, &why);

        if (rc != RC_OK) end = command_fail(context, rc, &why);
    }
    if (fflush(context->out) == 0 && !ferror(context->out)) return end;
    if (!reader_left(context->out)) {
        fprintf(context->err, "%s: the output could not be written\n", arguments->usage->command);
    }
    return end == COMMAND_DONE ? COMMAND_UNAVAILABLE : end;
}
