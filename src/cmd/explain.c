/* explain.c - hadir explain: why does this person's day stand as it does? */
#include "attendance/explain.h"

#include "cmd/command.h"

#include <string.h>

static const struct argument arguments[] = {
    COMMAND_DATA,
    ARGUMENT_OPTION("person",
                    "NUMBER",
                    ARGUMENT_TEXT,
                    "NIP or other number of the person",
                    .required = true),
    ARGUMENT_OPTION("date", "DAY", ARGUMENT_DAY, "The day", .required = true),
    ARGUMENT_OPTION("language",
                    "LANGUAGE",
                    ARGUMENT_CHOICE,
                    "id (default) or en",
                    .choices = "id|en"),
};

static enum rc explain(struct command_context *context, struct buf *to, struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    struct app *app = context->app;
    const char *language = arguments_value(context->arguments, "language");
    int32_t day = day_number(arguments_day(context->arguments, "date"));
    struct explain_request request = {
        .number = text_of(arguments_value(context->arguments, "person")),
        .day = day,
        .now_ms = app_now_ms(app),
        .language = language && strcmp(language, "en") == 0 ? EXPLAIN_ENGLISH : EXPLAIN_INDONESIAN,
        .contact = terminal_book_contact,
        .contact_owner = app->terminals,
    };
    struct explanation explanation;

    TRY(app_catch_up(app, day, day, why));
    TRY(app_view_open(app, AS_OF_NOW, &view, why));
    TRY(explain_day(view.derived, view.picture, &request, context->mem, &explanation, why));
    explain_write_text(&explanation, view.picture, to);
    return RC_OK;
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(buf_done) struct buf text = {0};
    struct problem why = {0};
    enum rc rc;

    buf_init(&text, REPLY_BYTES_MAX);
    rc = explain(context, &text, &why);
    if (rc != RC_OK) return command_fail(context, rc, &why);
    IGNORE(fwrite(text.at, 1, text.bytes, context->out), "command_perform checks the stream");
    return COMMAND_DONE;
}

const struct command command_explain = {
    .name = "explain",
    .about = "Tell why a person's day was judged as it was, down to the punch",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
