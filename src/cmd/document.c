/* document.c - hadir document ...: what was issued, and the key it is sealed with. */
#include "base/file.h"
#include "cmd/command.h"
#include "cmd/listing.h"
#include "documents/document_copy.h"

static const struct argument list_arguments[] = {COMMAND_DATA, COMMAND_FORMAT};
#define CODE_WORD ARGUMENT_WORD("CODE", ARGUMENT_TEXT, "The code on its pages")

static const struct argument file_arguments[] = {
    CODE_WORD,
    ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "Where the PDF goes; one that is there is replaced"),
    COMMAND_DATA,
};
static const struct argument attach_arguments[] = {
    CODE_WORD,
    ARGUMENT_WORD("FILE", ARGUMENT_TEXT, "PDF, JPEG or PNG; certified: a PDF with its signature"),
    ARGUMENT_OPTION("as",
                    "KIND",
                    ARGUMENT_CHOICE,
                    "scan: signed in ink; certified: signed by a certified provider",
                    .choices = "scan|certified",
                    .required = true),
    COMMAND_DATA,
};
static const struct argument withdraw_arguments[] = {
    CODE_WORD,
    COMMAND_DATA,
    ARGUMENT_OPTION("reason",
                    "TEXT",
                    ARGUMENT_TEXT,
                    "Why; shown to whoever looks it up",
                    .required = true),
};
static const struct argument key_arguments[] = {
    COMMAND_DATA,
    ARGUMENT_FLAG("replace", "Make another; what the old one sealed stays valid"),
    ARGUMENT_OPTION("distrust",
                    "ID",
                    ARGUMENT_TEXT,
                    "This one got into other hands: only what the register holds is believed"),
};

static const struct listing_column columns[] = {
    {"code", LISTING_PLAIN},      {"kind", LISTING_PLAIN},      {"title", LISTING_FREE},
    {"number", LISTING_FREE},     {"issued_at", LISTING_PLAIN}, {"signer", LISTING_FREE},
    {"position", LISTING_FREE},   {"signature", LISTING_PLAIN}, {"status", LISTING_PLAIN},
    {"successor", LISTING_PLAIN}, {"reason", LISTING_FREE},     {"digest", LISTING_PLAIN},
};

/* ---- list ---- */

static void list_row(struct listing *to, const struct document_row *row, int offset_minutes)
{
    listing_text(to, row->code);
    listing_text(to, row->kind);
    listing_text(to, row->title);
    listing_text(to, row->number);
    listing_cstr(to, instant_text(row->issued_at_ms, offset_minutes).s);
    listing_text(to, row->signer_name);
    listing_text(to, row->signer_position);
    listing_cstr(to, record_choice_word(signature_kind_choices, row->signature_kind));
    listing_cstr(to, record_choice_word(document_status_choices, row->status));
    listing_text(to, row->successor);
    listing_text(to, row->reason);
    listing_text(to, row->digest);
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(app_view_close) struct app_view view = {0};
    CLEANUP(listing_done) struct listing listing = {0};
    const struct document_row *rows;
    struct record_list list = {0};
    struct problem why = {0};
    enum rc rc = app_view_open(context->app, AS_OF_NOW, &view, &why);

    if (rc == RC_OK) {
        rc = document_list(view.facts, context->app->government, TEXT(""), context->mem, &list);
    }
    if (rc != RC_OK) return command_fail(context, rc, &why);
    rows = list.items;
    command_listing(context, &listing, columns, COUNT_OF(columns));
    for (size_t i = 0; i < list.count; i++) {
        list_row(&listing, &rows[i], view.picture->directory->offset_minutes);
    }
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- one by its code ---- */

static enum rc read_code(struct command_context *context,
                         struct document_code *out_code,
                         struct problem *why)
{
    if (document_code_read(text_of(arguments_value(context->arguments, "CODE")), out_code)) {
        return RC_OK;
    }
    return problem_at(why, RC_INVALID, "CODE", "a code has twelve letters and digits");
}

static enum rc write_file(struct command_context *context, struct problem *why)
{
    CLEANUP(db_close) struct db *facts = NULL;
    const char *path = command_path(context, arguments_value(context->arguments, "FILE"));
    struct document_code code;
    struct text file;
    enum rc rc;

    TRY(read_code(context, &code, why));
    TRY(app_open_facts(context->app, &facts));
    rc = document_file(facts, context->app->government, text_of(code.s), context->mem, &file);
    if (rc == RC_NOT_FOUND) return problem_at(why, rc, "CODE", "there is no such document");
    TRY(rc);
    return file_write(path, file, 0644, why);
}

static enum command_end run_file(struct command_context *context)
{
    struct problem why = {0};
    enum rc rc = write_file(context, &why);

    return command_finish(context, rc, &why);
}

/* ---- withdraw ---- */

static enum command_end run_withdraw(struct command_context *context)
{
    struct document_withdrawal withdrawal = {
        .reason = text_of(arguments_value(context->arguments, "reason")),
    };
    struct document_code code = {.s = ""};
    struct problem why = {0};
    enum rc rc = read_code(context, &code, &why);

    withdrawal.code = text_of(code.s);
    if (rc == RC_OK) {
        rc = ledger_perform(context->app->ledger, &document_withdraw_command, &withdrawal, &why);
    }
    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%s is withdrawn\n", code.s);
    return COMMAND_DONE;
}

/* ---- attach ---- */

static enum rc attach(struct command_context *context,
                      struct document_code *out_code,
                      struct problem *why)
{
    const char *path = command_path(context, arguments_value(context->arguments, "FILE"));
    CLEANUP(app_view_close) struct app_view view = {0};
    CLEANUP(file_unmap) struct file_map map = {0};
    struct document_copy copy = {.code = {NULL, 0}};
    int kind = COPY_SCAN;
    int64_t moment;

    TRY(read_code(context, out_code, why));
    TRY(app_view_open(context->app, AS_OF_NOW, &view, why));
    TRY(file_map(path, SCAN_BYTES_MAX, &map, why));
    IGNORE(record_choice_value(copy_kind_choices,
                               text_of(arguments_value(context->arguments, "as")), &kind),
           "arguments.h has checked it");
    moment = moment_at(app_now_ms(context->app), view.picture->directory->offset_minutes);
    copy = (struct document_copy){.code = text_of(out_code->s),
                                  .file = map.bytes,
                                  .kind = (enum copy_kind)kind,
                                  .day = moment_day(moment)};
    TRY(document_copy_prepare(&copy, context->mem, why));
    return ledger_perform(context->app->ledger, &document_copy_command, &copy, why);
}

static enum command_end run_attach(struct command_context *context)
{
    struct document_code code = {.s = ""};
    struct problem why = {0};
    enum rc rc = attach(context, &code, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "filed beside %s\n", code.s);
    return COMMAND_DONE;
}

/* ---- key ---- */

static enum command_end distrust_key(struct command_context *context, const char *id)
{
    struct signing_key_distrust distrust = {.id = text_of(id)};
    struct problem why = {0};
    enum rc rc =
        ledger_perform(context->app->ledger, &signing_key_distrust_command, &distrust, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%s is not trusted any more\n", id);
    return COMMAND_DONE;
}

static enum command_end run_key(struct command_context *context)
{
    CLEANUP(signing_key_done) struct signing_key key = {0};
    CLEANUP(buf_done) struct buf hex = {0};
    const char *distrusted = arguments_value(context->arguments, "distrust");
    const char *path = context->app->folder.seal_key;
    struct problem why = {0};
    enum rc rc;

    if (distrusted) return distrust_key(context, distrusted);
    rc = arguments_has(context->arguments, "replace") ? signing_key_replace(path, &key, &why)
                                                      : signing_key_open(path, &key, &why);

    if (rc != RC_OK) return command_fail(context, rc, &why);
    buf_init(&hex, 2 * SIGNING_PUBLIC_BYTES);
    signing_hex_add(&hex, key.public_half, SIGNING_PUBLIC_BYTES);
    fprintf(context->out, "id      %s\npublic  " TEXT_FORMAT "\n", key.id,
            TEXT_ARGUMENT(buf_text(&hex)));
    return COMMAND_DONE;
}

const struct command command_document_list = {
    .name = "document list",
    .about = "The documents that were issued, and how they stand",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_document_file = {
    .name = "document file",
    .about = "The PDF of a document, as it was issued",
    .arguments = file_arguments,
    .argument_count = COUNT_OF(file_arguments),
    .need = COMMAND_FOLDER,
    .run = run_file,
};

const struct command command_document_attach = {
    .name = "document attach",
    .about = "File what was signed in ink or by a certified provider beside a document",
    .arguments = attach_arguments,
    .argument_count = COUNT_OF(attach_arguments),
    .need = COMMAND_FOLDER,
    .run = run_attach,
};

const struct command command_document_withdraw = {
    .name = "document withdraw",
    .about = "Take a document back; its code says so from now on",
    .arguments = withdraw_arguments,
    .argument_count = COUNT_OF(withdraw_arguments),
    .need = COMMAND_FOLDER,
    .run = run_withdraw,
};

const struct command command_document_key = {
    .name = "document key",
    .about = "The key that documents are sealed with, its public half",
    .arguments = key_arguments,
    .argument_count = COUNT_OF(key_arguments),
    .need = COMMAND_FOLDER,
    .run = run_key,
};
