#include "api/bodies.h"
#include "api/reply.h"
#include "devices/verify_table.h"

/* ---- what is said ---- */

enum code_source { SOURCE_OWN, SOURCE_SHIPPED, SOURCE_VENDOR };

static const struct record_choice sources[] = {{"own", SOURCE_OWN},
                                               {"shipped", SOURCE_SHIPPED},
                                               {"vendor", SOURCE_VENDOR},
                                               {NULL, 0}};

struct verify_code_reply {
    struct text model;
    int64_t code;
    enum method method;
    enum code_source source;
    bool unverified;
    struct text text;
};

static const struct record_field code_fields[] = {
    SAY_TEXT(struct verify_code_reply, model, "Empty: every model without a row of its own."),
    SAY_INT(struct verify_code_reply, code, "The terminal's number."),
    SAY_WORD(struct verify_code_reply, method, method_choices, "What it means."),
    SAY_WORD(struct verify_code_reply, source, sources, "Who says so."),
    SAY_BOOL(struct verify_code_reply, unverified, "Nobody here has confirmed it."),
    SAY_TEXT(struct verify_code_reply, text, "The vendor's words, or empty."),
};
static const struct record code_record =
    RECORD_TOLD("VerifyCode", struct verify_code_reply, code_fields);

struct verify_code_list {
    struct record_list codes;
    struct record_list models;
};

static const struct record_field list_fields[] = {
    SAY_LIST(struct verify_code_list, codes, &code_record, "Rows of models, then the vendor's."),
    RECORD_TEXTS(struct verify_code_list,
                 models,
                 RECORD_REQUIRED,
                 RECORD_ANY,
                 .about = "Models that terminals here have."),
};
const struct record verify_code_list_record =
    RECORD_TOLD("VerifyCodeList", struct verify_code_list, list_fields);

struct verify_code_put {
    struct text model;
    int64_t code;
    enum method method;
    bool changed;
};

static const struct record_field put_fields[] = {
    SAY_TEXT(struct verify_code_put, model, "The model."),
    SAY_INT(struct verify_code_put, code, "The terminal's number."),
    SAY_WORD(struct verify_code_put, method, method_choices, "What it means now."),
    SAY_BOOL(struct verify_code_put, changed, "False: it was so already."),
};
const struct record verify_code_put_record =
    RECORD_TOLD("VerifyCodePut", struct verify_code_put, put_fields);

/* ---- the table ---- */

static struct record_list codes_of(const struct verify_table *table, struct arena *mem)
{
    size_t count = 0;
    const struct verify_code *codes = verify_codes(&count);
    struct verify_code_reply *replies =
        arena_array(mem, struct verify_code_reply, table->count + count);

    for (size_t i = 0; i < table->count; i++) {
        const struct verify_override *row = &table->rows[i];
        bool own = i < table->own_count;

        replies[i] = (struct verify_code_reply){
            row->model, row->code, row->method, own ? SOURCE_OWN : SOURCE_SHIPPED, !own, TEXT("")};
    }
    for (size_t i = 0; i < count; i++) {
        replies[table->count + i] = (struct verify_code_reply){
            TEXT(""),      codes[i].code,        codes[i].method,
            SOURCE_VENDOR, !codes[i].is_certain, text_of(codes[i].english)};
    }
    return (struct record_list){replies, table->count + count};
}

static bool is_first_of_its_model(const struct terminal_view *views, size_t at)
{
    if (views[at].model.bytes == 0) return false;
    for (size_t i = 0; i < at; i++) {
        if (text_equal_ignoring_case(views[i].model, views[at].model)) return false;
    }
    return true;
}

/* The models that terminals of this government have, each once. */
static struct record_list models_of(struct http_request *request)
{
    struct api *api = api_of(request);
    struct terminal_view *views = NULL;
    size_t count = 0, model_count = 0;
    struct text *models;

    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, api_now_ms(api),
                       request->mem, &views, &count);
    models = arena_array(request->mem, struct text, count);
    for (size_t i = 0; i < count; i++) {
        if (is_first_of_its_model(views, i)) models[model_count++] = views[i].model;
    }
    return (struct record_list){models, model_count};
}

enum rc list_verify_codes(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct verify_table table = {0};
    struct verify_code_list reply;

    TRY(api_borrow(api, &reader));
    TRY(verify_table_load(reader->facts, api->options.government, request->mem, &table));
    reply.codes = codes_of(&table, request->mem);
    reply.models = models_of(request);
    api_reply(request, &verify_code_list_record, &reply, 0);
    return RC_OK;
}

/* ---- a row ---- */

static enum rc finish_row(struct http_request *request)
{
    const struct verify_request *recorded = request->work;
    struct verify_code_put reply = {.model = recorded->row.model,
                                    .code = recorded->row.code,
                                    .method = recorded->row.method,
                                    .changed = recorded->position > 0};

    api_reply(request, &verify_code_put_record, &reply, 0);
    return RC_OK;
}

/* A model's row holds for every terminal of the model, whoever's it is. */
enum rc put_verify_code(struct http_request *request)
{
    struct verify_request *recording = arena_one(request->mem, struct verify_request);
    struct verify_row *row = &recording->row;
    struct verify_code_body body;

    if (api_identity(request)->agency[0] != '\0') {
        return problem_set(&request->why, RC_FORBIDDEN, "only for the whole government");
    }
    TRY(api_body(request, &verify_code_body_record, &body));
    row->model = request->parameters[0];
    if (!text_int(request->parameters[1], &row->code)) {
        return problem_at(&request->why, RC_INVALID, "code", "a verify code is a number");
    }
    row->method = body.method;
    row->author = arena_text(request->mem, text_of(api_identity(request)->name));
    return api_perform(request, &verify_row_command, recording, finish_row);
}
