/* recap.c - hadir recap: how many were there. */
#include "attendance/recap.h"

#include "cmd/command.h"

#include <string.h>

static const struct argument arguments[] = {
    COMMAND_DATA,
    ARGUMENT_OPTION("date", "DAY", ARGUMENT_DAY, "The day, or the first one", .required = true),
    ARGUMENT_OPTION("to", "DAY", ARGUMENT_DAY, "The last day"),
    ARGUMENT_FLAG("month", "The whole month of the day"),
    ARGUMENT_OPTION("agency", "CODE", ARGUMENT_TEXT, "This agency and everything below it"),
    ARGUMENT_OPTION("as-of", "TIME", ARGUMENT_INSTANT, "Judge by what was known at this instant"),
    COMMAND_FORMAT,
};

static enum rc read_request(const struct arguments *given,
                            struct recap_request *out,
                            struct problem *why)
{
    struct day date = arguments_day(given, "date");
    struct day to = arguments_day(given, "to");
    struct recap_request request = {
        .from = day_number(date),
        .to = day_number(day_is_none(to) ? date : to),
        .agency = text_of(arguments_value(given, "agency")),
    };

    if (arguments_has(given, "month")) {
        if (!day_is_none(to)) {
            return problem_at(why, RC_INVALID, "to", "--month and --to exclude each other");
        }
        request.from = day_number(day_month_first(date));
        request.to = day_number(day_month_last(date));
    }
    if (request.to < request.from || request.to - request.from >= RECAP_DAYS_MAX) {
        return problem_at(why, RC_INVALID, "to", "a range of 1 to %d days", RECAP_DAYS_MAX);
    }
    *out = request;
    return RC_OK;
}

static enum rc load(struct command_context *context,
                    struct app_view *view,
                    const struct recap_request *request,
                    struct recap *out_recap,
                    struct problem *why)
{
    int64_t as_of_ms = arguments_instant(context->arguments, "as-of", AS_OF_NOW);

    if (as_of_ms == AS_OF_NOW) {
        TRY(app_catch_up(context->app, request->from, request->to, why));
        TRY(app_view_open(context->app, AS_OF_NOW, view, why));
        return recap_load(view->derived, view->picture, request, context->mem, out_recap, why);
    }
    TRY(app_catch_up(context->app, 1, 0, why));
    TRY(app_view_open(context->app, as_of_ms, view, why));
    return recap_as_of(view->derived, view->picture, request, context->mem, out_recap, why);
}

static void print(struct command_context *context, const struct recap *recap)
{
    const char *format = arguments_value(context->arguments, "format");
    CLEANUP(buf_done) struct buf text = {0};
    struct json_write json;

    buf_init(&text, REPLY_BYTES_MAX);
    if (!format || strcmp(format, "table") == 0) {
        recap_write_table(recap, &text);
    } else if (strcmp(format, "csv") == 0) {
        recap_write_csv(recap, &text);
    } else {
        json_write_init(&json, &text);
        recap_write_json(recap, &json);
        buf_add_char(&text, '\n');
    }
    IGNORE(fwrite(text.at, 1, text.bytes, context->out), "command_perform checks the stream");
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    struct recap_request request = {0};
    struct recap recap;
    struct problem why = {0};
    enum rc rc = read_request(context->arguments, &request, &why);

    if (rc != RC_OK) {
        IGNORE(command_fail(context, rc, &why), "wrong usage has an end of its own");
        return COMMAND_USAGE;
    }
    rc = load(context, &view, &request, &recap, &why);
    if (rc != RC_OK) return command_fail(context, rc, &why);
    print(context, &recap);
    return COMMAND_DONE;
}

const struct command command_recap = {
    .name = "recap",
    .about = "Count a day, a range of days or a month, by agency",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
