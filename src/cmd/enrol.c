/* enrol.c - hadir enrol: whose PIN it is. */
#include "cmd/command.h"
#include "people/enrolment.h"

static const struct argument arguments[] = {
    ARGUMENT_WORD("PIN", ARGUMENT_TEXT, "As the terminal shows it, every digit"),
    ARGUMENT_WORD("NUMBER", ARGUMENT_TEXT, "NIP or other number of the person"),
    COMMAND_DATA,
    ARGUMENT_OPTION("terminal", "SN", ARGUMENT_TEXT, "On this terminal only"),
    ARGUMENT_OPTION("from", "DAY", ARGUMENT_DAY, "The first day; without it as early as it can be"),
    ARGUMENT_OPTION("to", "DAY", ARGUMENT_DAY, "The last day"),
};

static enum command_end run(struct command_context *context)
{
    const struct arguments *given = context->arguments;
    struct problem why = {0};
    struct enrolment_request request = {
        .enrolment = {.pin = text_of(arguments_value(given, "PIN")),
                      .number = text_of(arguments_value(given, "NUMBER")),
                      .terminal = text_of(arguments_value(given, "terminal")),
                      .valid_from = arguments_day(given, "from"),
                      .valid_to = arguments_day(given, "to")},
        .from_is_given = arguments_has(given, "from"),
    };
    enum rc rc = ledger_perform(context->app->ledger, &enrolment_map_command, &request, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%s %s %s\n", arguments_value(given, "PIN"),
            request.position ? "now means" : "means already", arguments_value(given, "NUMBER"));
    return COMMAND_DONE;
}

const struct command command_enrol = {
    .name = "enrol",
    .about = "Say which person a PIN means; the days it touches are judged again",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
