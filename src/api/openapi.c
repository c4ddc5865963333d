#include "api/api_private.h"
#include "api/bodies.h"
#include "base/record.h"

#include <string.h>

/* "{agency}" parameters of a pattern. */
static void write_parameters(struct json_write *json, const char *pattern)
{
    json_write_array(json, "parameters");
    for (const char *open = strchr(pattern, '{'); open; open = strchr(open + 1, '{')) {
        const char *end = strchr(open, '}');

        if (!end) break;
        json_write_object(json, NULL);
        json_write_text(json, "name", (struct text){open + 1, (size_t)(end - open) - 1});
        json_write_cstr(json, "in", "path");
        json_write_bool(json, "required", true);
        json_write_object(json, "schema");
        json_write_cstr(json, "type", "string");
        json_write_end(json);
        json_write_end(json);
    }
    json_write_end(json);
}

static void write_reference(struct json_write *json, const struct record *record)
{
    json_write_object(json, "content");
    json_write_object(json, "application/json");
    json_write_object(json, "schema");
    json_write_format(json, "$ref", "#/components/schemas/%s", record->name);
    json_write_end(json);
    json_write_end(json);
    json_write_end(json);
}

static void write_replies(struct json_write *json, const struct http_route *route)
{
    json_write_object(json, "responses");
    json_write_object(json, "2XX");
    json_write_cstr(json, "description", "Done.");
    if (route->reply) write_reference(json, route->reply);
    json_write_end(json);
    json_write_object(json, "default");
    json_write_cstr(
        json, "description",
        "application/problem+json (RFC 9457) with code and, if a field is at fault, field.");
    json_write_end(json);
    json_write_end(json);
}

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

static void write_operation(struct json_write *json, const struct http_route *route)
{
    json_write_object(json, method_key(route->method));
    json_write_cstr(json, "summary", route->about);
    json_write_cstr(json, "x-permission", route->permission);
    write_parameters(json, route->pattern);
    if (route->request) {
        json_write_object(json, "requestBody");
        json_write_bool(json, "required", true);
        write_reference(json, route->request);
        json_write_end(json);
    }
    write_replies(json, route);
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

static void write_schemas(struct json_write *json)
{
    const struct record *records[64];
    size_t count = 0;

    for (size_t i = 0; i < api_route_count && count + 2 <= COUNT_OF(records); i++) {
        if (api_routes[i].request) records[count++] = api_routes[i].request;
        if (api_routes[i].reply) records[count++] = api_routes[i].reply;
    }
    json_write_object(json, "components");
    json_write_object(json, "schemas");
    record_write_schemas(records, count, json);
    json_write_end(json);
    json_write_end(json);
}

void api_write_openapi(struct buf *to)
{
    struct json_write json;

    json_write_init(&json, to);
    json_write_object(&json, NULL);
    json_write_cstr(&json, "openapi", "3.1.0");
    json_write_object(&json, "info");
    json_write_cstr(&json, "title", "Hadir");
    json_write_cstr(&json, "version", "1");
    json_write_cstr(&json, "description", "Attendance of Indonesian local governments.");
    json_write_end(&json);
    write_paths(&json);
    write_schemas(&json);
    json_write_end(&json);
}
