/* simulate.c - hadir simulate: a fleet of virtual terminals (docs/simulator.md). */
#include "cmd/command.h"
#include "devices/simulator.h"

static const struct argument arguments[] = {
    ARGUMENT_OPTION("target",
                    "URL",
                    ARGUMENT_TEXT,
                    "Where terminals speak, http://host:port",
                    .required = true),
    ARGUMENT_OPTION("api", "URL", ARGUMENT_TEXT, "Where people speak, if it is not the same"),
    ARGUMENT_OPTION("token", "TOKEN", ARGUMENT_TEXT, "Look every acknowledged punch up at the end"),
    ARGUMENT_OPTION("terminals", "N", ARGUMENT_COUNT, "How many terminals (1)"),
    ARGUMENT_OPTION("rate", "N", ARGUMENT_RATE, "Punches a second; else as many as possible"),
    ARGUMENT_OPTION("seconds", "N", ARGUMENT_COUNT, "How long (10, or the whole file)"),
    ARGUMENT_OPTION("scenario", "FILE", ARGUMENT_TEXT, "Who the terminals are, what goes wrong"),
    ARGUMENT_OPTION("from", "FILE", ARGUMENT_TEXT, "Replay punches.csv, or a demo: jambi"),
    ARGUMENT_OPTION("speed", "N", ARGUMENT_RATE, "Of the server's clock; else as it says"),
    ARGUMENT_OPTION("connections", "N", ARGUMENT_COUNT, "At most at the same time (256)"),
    ARGUMENT_OPTION("batch", "N", ARGUMENT_COUNT, "Rows a post (1, 128 of a backlog)"),
    ARGUMENT_OPTION("retry", "N", ARGUMENT_COUNT, "Seconds; else as the server's ErrorDelay says"),
    ARGUMENT_OPTION("drain", "N", ARGUMENT_COUNT, "Seconds to wait for the last replies (60)"),
    ARGUMENT_FLAG("json", "The summary as one JSON object"),
};

/* Counts that a simulator can use; larger ones are none of its business. */
static int count_of(const struct command_context *context, const char *name)
{
    enum { MOST = 1000 * 1000 };
    int64_t count = arguments_count(context->arguments, name, 0);

    return (int)(count < MOST ? count : MOST);
}

static enum command_end run(struct command_context *context)
{
    const struct arguments *given = context->arguments;
    struct simulator_options options = {
        .target = arguments_value(given, "target"),
        .api = arguments_value(given, "api"),
        .token = arguments_value(given, "token"),
        .scenario = arguments_value(given, "scenario"),
        .from = arguments_value(given, "from"),
        .terminals = count_of(context, "terminals"),
        .rate = arguments_rate(given, "rate", 0),
        .speed = arguments_rate(given, "speed", 0),
        .connections = count_of(context, "connections"),
        .seconds = count_of(context, "seconds"),
        .batch = count_of(context, "batch"),
        .retry_seconds = count_of(context, "retry"),
        .drain_seconds = count_of(context, "drain"),
        .json = arguments_has(given, "json"),
        .shows_progress = context->is_terminal,
        .out = context->out,
        .err = context->err,
    };

    return (enum command_end)simulator_run(&options);
}

const struct command command_simulate = {
    .name = "simulate",
    .about = "Be a fleet of terminals: for tests, demonstrations and load",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_ALONE,
    .run = run,
};
