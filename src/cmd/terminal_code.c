/* terminal_code.c - hadir terminal codes, hadir terminal code: what verify codes mean. */
#include "cmd/command.h"
#include "cmd/listing.h"
#include "devices/verify_table.h"

#define METHOD(name, word, indonesian, english) word "|"
static const char method_words[] =
#include "devices/method.def"
    ;
#undef METHOD

static const struct argument list_arguments[] = {
    COMMAND_DATA,
    ARGUMENT_OPTION("model", "MODEL", ARGUMENT_TEXT, "What codes mean on this model alone"),
    COMMAND_FORMAT,
};
static const struct argument record_arguments[] = {
    ARGUMENT_WORD("MODEL", ARGUMENT_TEXT, "The model as the terminal tells it"),
    ARGUMENT_WORD("CODE", ARGUMENT_TEXT, "The verify code of its punches"),
    ARGUMENT_WORD("METHOD", ARGUMENT_TEXT, "iris, finger, face, palm, vein, card, pin, password"),
    COMMAND_DATA,
};

static const struct listing_column columns[] = {
    {"model", LISTING_FREE},       {"code", LISTING_NUMBER},      {"method", LISTING_PLAIN},
    {"unverified", LISTING_PLAIN}, {"vendor_says", LISTING_FREE},
};

/* ---- codes ---- */

static void list_one(struct listing *listing,
                     struct text model,
                     const struct verify_override *row,
                     bool unverified,
                     const char *vendor_says)
{
    listing_text(listing, model);
    listing_int(listing, row->code);
    listing_cstr(listing, method_word(row->method));
    listing_cstr(listing, unverified ? "yes" : "");
    listing_cstr(listing, vendor_says);
}

static bool has_row(const struct verify_table *table, struct text model, int code)
{
    for (size_t i = 0; i < table->count; i++) {
        if (table->rows[i].code == code && text_equal_ignoring_case(table->rows[i].model, model)) {
            return true;
        }
    }
    return false;
}

/* Without a model all rows; with one only what holds for it. */
static void list_all(struct listing *listing, const struct verify_table *table, struct text model)
{
    size_t count = 0;
    const struct verify_code *codes = verify_codes(&count);

    for (size_t i = 0; i < table->count; i++) {
        const struct verify_override *row = &table->rows[i];

        if (model.bytes && !text_equal_ignoring_case(row->model, model)) continue;
        list_one(listing, row->model, row, i >= table->own_count, "");
    }
    for (size_t i = 0; i < count; i++) {
        struct verify_override row = {model, codes[i].code, codes[i].method};

        if (model.bytes && has_row(table, model, codes[i].code)) continue;
        list_one(listing, model, &row, !codes[i].is_certain, codes[i].english);
    }
}

static enum command_end run_list(struct command_context *context)
{
    CLEANUP(db_close) struct db *facts = NULL;
    CLEANUP(listing_done) struct listing listing = {0};
    const char *format = arguments_value(context->arguments, "format");
    struct verify_table table = {0};
    enum rc rc = app_open_facts(context->app, &facts);

    if (rc == RC_OK) rc = verify_table_load(facts, context->app->government, context->mem, &table);
    if (rc != RC_OK) return command_fail(context, rc, NULL);
    listing_begin(&listing, context->out, listing_format_of(format, LISTING_TABLE), columns,
                  COUNT_OF(columns));
    list_all(&listing, &table, text_of(arguments_value(context->arguments, "model")));
    listing_end(&listing);
    return COMMAND_DONE;
}

/* ---- code ---- */

static enum rc read_row(const struct arguments *given, struct verify_row *row, struct problem *why)
{
    row->model = text_of(arguments_value(given, "MODEL"));
    if (!text_int(text_of(arguments_value(given, "CODE")), &row->code)) {
        return problem_at(why, RC_INVALID, "CODE", "a verify code is a number");
    }
    if (!method_parse(text_of(arguments_value(given, "METHOD")), &row->method)) {
        return problem_at(why, RC_INVALID, "METHOD", "one of %.*s", (int)sizeof method_words - 2,
                          method_words);
    }
    return RC_OK;
}

static enum command_end run_record(struct command_context *context)
{
    struct verify_request request = {.position = 0};
    struct problem why = {0};
    enum rc rc = read_row(context->arguments, &request.row, &why);

    if (rc == RC_OK) rc = ledger_perform(context->app->ledger, &verify_row_command, &request, &why);
    if (rc != RC_OK) return command_fail(context, rc, &why);
    fprintf(context->out, "%lld on " TEXT_FORMAT " means %s\n", (long long)request.row.code,
            TEXT_ARGUMENT(request.row.model), method_word(request.row.method));
    return COMMAND_DONE;
}

const struct command command_terminal_codes = {
    .name = "terminal codes",
    .about = "List which method each verify code means",
    .arguments = list_arguments,
    .argument_count = COUNT_OF(list_arguments),
    .need = COMMAND_FOLDER,
    .run = run_list,
};

const struct command command_terminal_code = {
    .name = "terminal code",
    .about = "Say which method a model means by a verify code",
    .arguments = record_arguments,
    .argument_count = COUNT_OF(record_arguments),
    .need = COMMAND_FOLDER,
    .run = run_record,
};
