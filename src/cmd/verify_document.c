/* verify_document.c - hadir verify-document: whose seal does a file bear? */
#include "base/file.h"
#include "cmd/command.h"
#include "documents/document_verdict.h"

static const struct argument arguments[] = {
    ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "A PDF, as somebody handed it over"),
    COMMAND_DATA,
};

static void print_line(FILE *out, const char *label, struct text value)
{
    if (value.bytes == 0) return;
    fprintf(out, "%-10s " TEXT_FORMAT "\n", label, TEXT_ARGUMENT(value));
}

/* What the seal says, and what became of the document. */
static void print_verdict(FILE *out, const struct document_verdict *verdict, int offset_minutes)
{
    const struct seal *seal = &verdict->seal;

    print_line(out, "document", seal->title);
    print_line(out, "about", verdict->row.about);
    print_line(out, "number", seal->number);
    print_line(out, "of", seal->government);
    print_line(out, "signed by", seal->name);
    print_line(out, "as", seal->position);
    print_line(out, "account", seal->account);
    print_line(out, "at", text_of(instant_text(seal->signed_at_ms, offset_minutes).s));
    print_line(out, "code", seal->code);
    print_line(out, "key", seal->key);
    print_line(out, "replaced", verdict->row.successor);
    print_line(out, "withdrawn", verdict->row.reason);
}

static enum rc judge(struct command_context *context,
                     struct document_verdict *out_verdict,
                     int *out_offset,
                     struct problem *why)
{
    const char *path = command_path(context, arguments_value(context->arguments, "FILE"));
    CLEANUP(file_unmap) struct file_map map = {0};
    CLEANUP(app_view_close) struct app_view view = {0};

    TRY(app_view_open(context->app, AS_OF_NOW, &view, why));
    TRY(file_map(path, SEALED_PDF_BYTES_MAX, &map, why));
    *out_offset = view.picture->directory->offset_minutes;
    return document_judge(view.facts, context->app->government, map.bytes, context->mem,
                          out_verdict);
}

static enum command_end run(struct command_context *context)
{
    struct document_verdict verdict;
    struct problem why = {0};
    int offset_minutes = 0;
    enum rc rc = judge(context, &verdict, &offset_minutes, &why);
    bool good;

    if (rc != RC_OK) return command_fail(context, rc, &why);
    good = verdict.finding == FINDING_GENUINE || verdict.finding == FINDING_SUPERSEDED;
    fprintf(good ? context->out : context->err, "%s\n",
            document_finding_sentence(verdict.finding, "en"));
    if (verdict.has_seal) print_verdict(context->out, &verdict, offset_minutes);
    return good ? COMMAND_DONE : COMMAND_CHECK_FAILED;
}

const struct command command_verify_document = {
    .name = "verify-document",
    .about = "Say whose seal a PDF bears, and whether it is as it was issued",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_FOLDER,
    .run = run,
};
