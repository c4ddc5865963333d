/* recap.c - hadir recap: how many were there. */
#include "attendance/recap.h"

#include "base/file.h"
#include "cmd/command.h"
#include "cmd/recap_paper.h"

#include <string.h>

static const struct argument arguments[] = {
    COMMAND_DATA,
    ARGUMENT_OPTION("date", "DAY", ARGUMENT_DAY, "The day, or the first one", .required = true),
    ARGUMENT_OPTION("to", "DAY", ARGUMENT_DAY, "The last day"),
    ARGUMENT_FLAG("month", "The whole month of the day"),
    ARGUMENT_OPTION("agency", "CODE", ARGUMENT_TEXT, "This agency and everything below it"),
    ARGUMENT_OPTION("as-of", "TIME", ARGUMENT_INSTANT, "Judge by what was known at this instant"),
    COMMAND_FORMAT,
    ARGUMENT_OPTION("pdf", "FILE", ARGUMENT_TEXT, "Issue it as a sealed document, into this file"),
    ARGUMENT_OPTION("number", "TEXT", ARGUMENT_TEXT, "The number of that document"),
    ARGUMENT_OPTION("signer", "NAME", ARGUMENT_TEXT, "Who signs it"),
    ARGUMENT_OPTION("position", "TEXT", ARGUMENT_TEXT, "As which: \"Kepala BKPSDM\""),
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

/* ---- as a document ---- */

static struct text given(struct command_context *context, const char *name)
{
    return text_of(arguments_value(context->arguments, name));
}

static enum rc prepare(struct command_context *context,
                       const struct app_view *view,
                       const struct recap *recap,
                       const struct signing_key *key,
                       struct document *out_document,
                       struct problem *why)
{
    int64_t now_ms = app_now_ms(context->app);
    struct recap_paper_request request = {
        .recap = recap,
        .directory = view->picture->directory,
        .number = given(context, "number"),
        .signer_name = given(context, "signer"),
        .signer_position = given(context, "position"),
        .noted_at_ms = arguments_instant(context->arguments, "as-of", now_ms),
        .now_ms = now_ms,
    };
    struct document_summary summary;
    struct paper paper;
    struct document_issue issue = {
        .kind = TEXT("recap"),
        .subject = arena_format(
            context->mem, "recap/%s/%s/" TEXT_FORMAT, day_text(day_from_number(recap->from)).s,
            day_text(day_from_number(recap->to)).s, TEXT_ARGUMENT(recap->total.agency)),
        .paper = &paper,
        .summary = &summary,
        .signer_name = request.signer_name,
        .signer_position = request.signer_position,
        .address = view->picture->directory->public_address,
        .now_ms = now_ms,
    };

    recap_paper_write(&request, context->mem, &paper, &summary);
    return document_prepare(&issue, key, context->mem, out_document, why);
}

static enum rc issue(struct command_context *context,
                     const struct app_view *view,
                     const struct recap *recap,
                     struct problem *why)
{
    CLEANUP(signing_key_done) struct signing_key key = {0};
    const char *path = command_path(context, arguments_value(context->arguments, "pdf"));
    struct app *app = context->app;
    struct document document;

    TRY(signing_key_open(app->folder.seal_key, &key, why));
    TRY(prepare(context, view, recap, &key, &document, why));
    TRY(ledger_perform(app->ledger, &document_command, &document, why));
    TRY(file_write(path, document.file, 0644, why));
    fprintf(context->out, TEXT_FORMAT "\n", TEXT_ARGUMENT(document.row.code));
    return RC_OK;
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
    if (!arguments_has(context->arguments, "pdf")) {
        print(context, &recap);
        return COMMAND_DONE;
    }
    rc = issue(context, &view, &recap, &why);
    return command_finish(context, rc, &why);
}

const struct command command_recap = {
    .name = "recap",
    .about = "Count a day, a range of days or a month, by agency",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
