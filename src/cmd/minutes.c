/* minutes.c - hadir minutes: the berita acara of an inspection, as a sealed PDF. */
#include "base/file.h"
#include "cmd/command.h"
#include "inspection/minutes_issue.h"

static const struct argument arguments[] = {
    COMMAND_DATA,
    ARGUMENT_FLAG("latest", "Of the latest inspection that is closed (the default)"),
    ARGUMENT_OPTION("inspection", "CODE", ARGUMENT_TEXT, "Of this one: 20210517-1"),
    ARGUMENT_OPTION("number", "TEXT", ARGUMENT_TEXT, "Of the paper; another one issues it anew"),
    ARGUMENT_OPTION("out",
                    "FILE",
                    ARGUMENT_TEXT,
                    "Where the PDF is written; issued once, the same comes back",
                    .required = true),
};

static enum rc make(struct command_context *context,
                    struct minutes_issued *out_issued,
                    struct problem *why)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    const struct app *app = context->app;
    const char *path = command_path(context, arguments_value(context->arguments, "out"));
    struct minutes_issue issue = {
        .request = {.government = app->government,
                    .lane = app->lane,
                    .inspection = text_of(arguments_value(context->arguments, "inspection"))},
        .ledger = app->ledger,
        .key_path = app->folder.seal_key,
        .number = text_of(arguments_value(context->arguments, "number")),
        .now_ms = app_now_ms(app),
    };

    TRY(app_follow(context->app, why));
    TRY(app_view_open(app, AS_OF_NOW, &view, why));
    issue.request.facts = view.facts;
    issue.request.directory = view.picture->directory;
    TRY(minutes_issue(&issue, context->mem, out_issued, why));
    return file_write(path, out_issued->file, 0644, why);
}

static enum command_end run(struct command_context *context)
{
    struct minutes_issued issued = {.is_new = false};
    struct problem why = {0};
    enum rc rc = make(context, &issued, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "code    " TEXT_FORMAT "\nsigned  " TEXT_FORMAT "\nfile    %s\n",
            TEXT_ARGUMENT(issued.row.code), TEXT_ARGUMENT(issued.row.signer_name),
            arguments_value(context->arguments, "out"));
    return COMMAND_DONE;
}

const struct command command_minutes = {
    .name = "minutes",
    .about = "Write the minutes (berita acara) of an inspection as a sealed PDF",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
