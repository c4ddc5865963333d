#include "api/api_private.h"
#include "api/bodies.h"
#include "base/json_read.h"
#include "devices/verify_table.h"

/* ---- the table ---- */

static void write_code(struct json_write *json,
                       const struct verify_override *row,
                       const char *source,
                       bool unverified,
                       const char *text)
{
    json_write_object(json, NULL);
    json_write_text(json, "model", row->model);
    json_write_int(json, "code", row->code);
    json_write_cstr(json, "method", method_word(row->method));
    json_write_cstr(json, "source", source);
    json_write_bool(json, "unverified", unverified);
    json_write_cstr(json, "text", text);
    json_write_end(json);
}

/* The rows of models, then the vendor's, which hold for every other model. */
static void write_codes(struct json_write *json, const struct verify_table *table)
{
    size_t count = 0;
    const struct verify_code *codes = verify_codes(&count);

    json_write_array(json, "codes");
    for (size_t i = 0; i < table->count; i++) {
        bool own = i < table->own_count;

        write_code(json, &table->rows[i], own ? "own" : "shipped", !own, "");
    }
    for (size_t i = 0; i < count; i++) {
        struct verify_override row = {TEXT(""), codes[i].code, codes[i].method};

        write_code(json, &row, "vendor", !codes[i].is_certain, codes[i].english);
    }
    json_write_end(json);
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
static void write_models(struct http_request *request, struct json_write *json)
{
    struct api *api = api_of(request);
    struct terminal_view *views = NULL;
    size_t count = 0;

    terminal_book_list(api->options.terminals, TERMINAL_STANDS_APPROVED, api_now_ms(api),
                       request->mem, &views, &count);
    json_write_array(json, "models");
    for (size_t i = 0; i < count; i++) {
        if (is_first_of_its_model(views, i)) json_write_text(json, NULL, views[i].model);
    }
    json_write_end(json);
}

enum rc list_verify_codes(struct http_request *request)
{
    struct api *api = api_of(request);
    CLEANUP(api_return) struct api_reader *reader = NULL;
    struct verify_table table = {0};
    struct json_write *json;

    TRY(api_borrow(api, &reader));
    TRY(verify_table_load(reader->facts, api->options.government, request->mem, &table));
    json = http_reply_json(request);
    json_write_object(json, NULL);
    write_codes(json, &table);
    write_models(request, json);
    json_write_end(json);
    return RC_OK;
}

/* ---- a row ---- */

static enum rc finish_row(struct http_request *request)
{
    const struct verify_request *recorded = request->work;
    struct json_write *json = http_reply_json(request);

    json_write_object(json, NULL);
    json_write_text(json, "model", recorded->row.model);
    json_write_int(json, "code", recorded->row.code);
    json_write_cstr(json, "method", method_word(recorded->row.method));
    json_write_bool(json, "changed", recorded->position > 0);
    json_write_end(json);
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
    TRY(json_read(&verify_code_body_record, request->body, request->mem, &body, &request->why));
    row->model = request->parameters[0];
    if (!text_int(request->parameters[1], &row->code)) {
        return problem_at(&request->why, RC_INVALID, "code", "a verify code is a number");
    }
    row->method = body.method;
    row->author = arena_text(request->mem, text_of(api_identity(request)->name));
    return api_perform(request, &verify_row_command, recording, finish_row);
}
