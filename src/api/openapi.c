#include "api/openapi_access.h"
#include "api/reply.h"

#include <stdio.h>
#include <string.h>

/* ---- parameters ---- */

/* What may stand in a path, by name. */
struct path_parameters {
    struct text agency;
    int code;
    struct day day;
    struct text document;
    struct text film;
    struct text id;
    struct text inspection;
    int item;
    struct text model;
    struct text member;
    struct text number;
    int copy;
    int page;
    int paper;
    struct text room;
    struct text serial;
};

#define PATH_TEXT(member, most, what) \
    RECORD_TEXT(struct path_parameters, member, RECORD_REQUIRED, 1, most, .about = (what))

static const struct record_field path_fields[] = {
    PATH_TEXT(agency, CODE_BYTES_MAX, "Code of an agency; - for everything you may see."),
    RECORD_INT(struct path_parameters, code, RECORD_REQUIRED, 0, 0, .about = "A verify code."),
    RECORD_INT(struct path_parameters, copy, RECORD_REQUIRED, 1, 0, .about = "A copy, from 1."),
    RECORD_DAY(struct path_parameters, day, RECORD_REQUIRED, .about = "A day."),
    PATH_TEXT(document, CODE_BYTES_MAX, "The code on the pages of a document."),
    PATH_TEXT(film, NAME_BYTES_MAX, "A film, as the recording names it."),
    PATH_TEXT(id, CODE_BYTES_MAX, "As the list gives it."),
    PATH_TEXT(inspection, CODE_BYTES_MAX, "Code of an inspection: 20210517-1."),
    RECORD_INT(struct path_parameters, item, RECORD_REQUIRED, 0, 0, .about = "Its number."),
    PATH_TEXT(model, CODE_BYTES_MAX, "A model of terminals."),
    PATH_TEXT(member, CODE_BYTES_MAX, "The caller's place in a room of video."),
    PATH_TEXT(number, PERSON_NUMBER_BYTES_MAX, "Number of a person."),
    RECORD_INT(struct path_parameters, page, RECORD_REQUIRED, 1, 0, .about = "A page, from 1."),
    RECORD_INT(struct path_parameters,
               paper,
               RECORD_REQUIRED,
               1,
               0,
               .about = "1, or a correction."),
    PATH_TEXT(room, CODE_BYTES_MAX, "A room of video."),
    PATH_TEXT(serial, SERIAL_BYTES_MAX, "Serial number of a terminal."),
};

static const struct record_field *path_field(struct text name)
{
    for (size_t i = 0; i < COUNT_OF(path_fields); i++) {
        if (text_equal(text_of(path_fields[i].name), name)) return &path_fields[i];
    }
    assert(false && "a path has a parameter that path_fields does not name");
    return NULL;
}

static void write_parameter(struct json_write *json,
                            const struct record_field *field,
                            const char *place)
{
    json_write_object(json, NULL);
    json_write_cstr(json, "name", field->name);
    json_write_cstr(json, "in", place);
    json_write_bool(json, "required", field->need == RECORD_REQUIRED);
    record_write_field_schema(field, json, "schema");
    json_write_end(json);
}

/* "{agency}" of the pattern, and what may stand after the '?'. */
static void write_parameters(struct json_write *json, const struct http_route *route)
{
    json_write_array(json, "parameters");
    for (const char *open = strchr(route->pattern, '{'); open; open = strchr(open + 1, '{')) {
        struct text rest = text_of(open + 1);

        write_parameter(json, path_field(text_cut(&rest, '}')), "path");
    }
    for (size_t i = 0; route->query && i < route->query->field_count; i++) {
        write_parameter(json, &route->query->fields[i], "query");
    }
    json_write_end(json);
}

/* ---- replies ---- */

static void write_reference(struct json_write *json, const char *key, const struct record *record)
{
    json_write_object(json, key);
    json_write_format(json, "$ref", "#/components/schemas/%s", record->name);
    json_write_end(json);
}

static void write_schema_of(struct json_write *json, const struct http_outcome *outcome)
{
    if (outcome->shape == HTTP_ONE) {
        write_reference(json, "schema", outcome->record);
        return;
    }
    json_write_object(json, "schema");
    if (outcome->shape == HTTP_MANY) {
        json_write_cstr(json, "type", "array");
        write_reference(json, "items", outcome->record);
    } else {
        bool is_json = strcmp(outcome->type, "application/json") == 0;

        json_write_cstr(json, "type", is_json ? "object" : "string");
    }
    json_write_end(json);
}

/* The kinds of messages of a stream, which OpenAPI 3.1 has no word for. */
static const struct http_outcome *write_events(struct json_write *json,
                                               const struct http_outcome *outcome)
{
    json_write_object(json, outcome->type);
    write_schema_of(json, outcome);
    json_write_object(json, "x-events");
    for (; outcome->shape == HTTP_EVENT; outcome++) {
        write_reference(json, outcome->event, outcome->record);
    }
    json_write_end(json);
    json_write_end(json);
    return outcome;
}

static const struct http_outcome *write_content(struct json_write *json,
                                                const struct http_outcome *outcome)
{
    int status = outcome->status;

    json_write_object(json, "content");
    while (outcome->status == status) {
        if (outcome->shape == HTTP_EVENT) {
            outcome = write_events(json, outcome);
            continue;
        }
        json_write_object(json, outcome->type);
        write_schema_of(json, outcome);
        json_write_end(json);
        outcome++;
    }
    json_write_end(json);
    return outcome;
}

static void write_outcomes(struct json_write *json, const struct http_outcome *outcome)
{
    while (outcome->status) {
        char status[16];

        IGNORE(snprintf(status, sizeof status, "%d", outcome->status), "three digits fit");
        json_write_object(json, status);
        json_write_cstr(json, "description", outcome->status == 202 ? "Not yet." : "Done.");
        if (outcome->shape == HTTP_EMPTY) {
            outcome++;
        } else {
            outcome = write_content(json, outcome);
        }
        json_write_end(json);
    }
}

/* ---- refusals ---- */

static void write_refusal(struct json_write *json, const char *status)
{
    json_write_object(json, status);
    json_write_cstr(json, "$ref", "#/components/responses/Problem");
    json_write_end(json);
}

static void write_refusals(struct json_write *json, const struct http_route *route)
{
    bool has_path = strchr(route->pattern, '{') != NULL;

    if (strcmp(route->permission, "public") != 0) {
        write_refusal(json, "401");
        write_refusal(json, "403");
    }
    if (has_path) write_refusal(json, "404");
    if (has_path || route->request || route->query) write_refusal(json, "422");
    write_refusal(json, "default");
}

static void write_problem_response(struct json_write *json)
{
    json_write_object(json, "responses");
    json_write_object(json, "Problem");
    json_write_cstr(json, "description",
                    "A refusal (RFC 9457): its code, and the field at fault if there is one.");
    json_write_object(json, "content");
    json_write_object(json, "application/problem+json");
    write_reference(json, "schema", &http_problem_record);
    json_write_end(json);
    json_write_end(json);
    json_write_end(json);
    json_write_end(json);
}

/* ---- operations ---- */

static const char *method_key(enum http_method method)
{
    static const char *const keys[] = {
        [HTTP_GET] = "get",         [HTTP_HEAD] = "head",   [HTTP_POST] = "post",
        [HTTP_PUT] = "put",         [HTTP_PATCH] = "patch", [HTTP_DELETE] = "delete",
        [HTTP_OPTIONS] = "options",
    };

    assert((size_t)method < COUNT_OF(keys));
    return keys[method];
}

static bool has_required(const struct record *record)
{
    for (size_t i = 0; i < record->field_count; i++) {
        if (record->fields[i].need == RECORD_REQUIRED) return true;
    }
    return false;
}

static void write_body(struct json_write *json, const struct record *record)
{
    json_write_object(json, "requestBody");
    json_write_bool(json, "required", has_required(record));
    json_write_object(json, "content");
    json_write_object(json, "application/json");
    write_reference(json, "schema", record);
    json_write_end(json);
    json_write_end(json);
    json_write_end(json);
}

static void write_operation(struct json_write *json, const struct http_route *route)
{
    json_write_object(json, method_key(route->method));
    json_write_cstr(json, "summary", route->about);
    openapi_write_security(json, route);
    write_parameters(json, route);
    if (route->request) write_body(json, route->request);
    json_write_object(json, "responses");
    write_outcomes(json, route->outcomes);
    write_refusals(json, route);
    json_write_end(json);
    json_write_end(json);
}

/* A path is written once, with all its methods: where it comes first. */
static bool is_first(size_t at)
{
    for (size_t i = 0; i < at; i++) {
        if (strcmp(api_routes[i].pattern, api_routes[at].pattern) == 0) return false;
    }
    return true;
}

static void write_paths(struct json_write *json)
{
    json_write_object(json, "paths");
    for (size_t i = 0; i < api_route_count; i++) {
        if (!is_first(i)) continue;
        json_write_object(json, api_routes[i].pattern);
        for (size_t k = i; k < api_route_count; k++) {
            if (strcmp(api_routes[k].pattern, api_routes[i].pattern) == 0) {
                write_operation(json, &api_routes[k]);
            }
        }
        json_write_end(json);
    }
    json_write_end(json);
}

/* ---- the document ---- */

enum { SCHEMAS_NAMED_MAX = 200 };

static void write_schemas(struct json_write *json)
{
    const struct record *records[SCHEMAS_NAMED_MAX] = {&http_problem_record};
    size_t count = 1;

    for (size_t i = 0; i < api_route_count; i++) {
        const struct http_outcome *outcome = api_routes[i].outcomes;

        if (api_routes[i].request) records[count++] = api_routes[i].request;
        for (; outcome->status; outcome++) {
            assert(count + 1 < COUNT_OF(records));
            if (outcome->record) records[count++] = outcome->record;
        }
    }
    json_write_object(json, "schemas");
    record_write_schemas(records, count, json);
    json_write_end(json);
}

static void write_info(struct json_write *json)
{
    json_write_object(json, "info");
    json_write_cstr(json, "title", "Hadir");
    json_write_cstr(json, "version", "1");
    json_write_cstr(json, "description",
                    "Attendance of Indonesian local governments. Sentences for people come in "
                    "English when Accept-Language prefers it, else in Indonesian.");
    json_write_object(json, "license");
    json_write_cstr(json, "name", "Apache-2.0");
    json_write_cstr(json, "identifier", "Apache-2.0");
    json_write_end(json);
    json_write_end(json);
}

void api_write_openapi(struct buf *to)
{
    struct json_write json;

    json_write_init(&json, to);
    json_write_object(&json, NULL);
    json_write_cstr(&json, "openapi", "3.1.0");
    write_info(&json);
    write_paths(&json);
    json_write_object(&json, "components");
    openapi_write_schemes(&json);
    write_problem_response(&json);
    write_schemas(&json);
    json_write_end(&json);
    openapi_write_roles(&json);
    json_write_end(&json);
}
