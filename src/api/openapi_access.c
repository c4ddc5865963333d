#include "api/openapi_access.h"

#include "api/access.h"

static void write_key(struct json_write *json,
                      const char *scheme,
                      const char *place,
                      const char *name)
{
    json_write_object(json, scheme);
    json_write_cstr(json, "type", "apiKey");
    json_write_cstr(json, "in", place);
    json_write_cstr(json, "name", name);
    json_write_end(json);
}

void openapi_write_schemes(struct json_write *json)
{
    json_write_object(json, "securitySchemes");
    write_key(json, "session", "cookie", ACCESS_SESSION_COOKIE);
    write_key(json, "csrf", "header", ACCESS_CSRF_HEADER);
    write_key(json, "wall", "cookie", ACCESS_WALL_COOKIE);
    json_write_object(json, "token");
    json_write_cstr(json, "type", "http");
    json_write_cstr(json, "scheme", "bearer");
    json_write_end(json);
    json_write_end(json);
}

/* One way to be let in: all of its schemes. */
static void write_way(struct json_write *json, const char *scheme, const char *also)
{
    json_write_object(json, NULL);
    json_write_array(json, scheme);
    json_write_end(json);
    if (also) {
        json_write_array(json, also);
        json_write_end(json);
    }
    json_write_end(json);
}

void openapi_write_security(struct json_write *json, const struct http_route *route)
{
    struct text word = text_of(route->permission);
    bool is_named;
    enum permission permission;

    json_write_cstr(json, "x-permission", route->permission);
    json_write_array(json, "security");
    if (!text_equal(word, TEXT("public"))) {
        is_named = permission_parse(word, &permission);
        write_way(json, "session", route->method == HTTP_GET ? NULL : "csrf");
        write_way(json, "token", NULL);
        if (!is_named || role_has(ROLE_WALL, permission)) write_way(json, "wall", NULL);
    }
    json_write_end(json);
}

/* ---- roles ---- */

static void write_permissions(struct json_write *json)
{
    json_write_object(json, "x-permissions");
#define PERMISSION(name, word, meaning) json_write_cstr(json, word, meaning);
#include "people/permission.def"
#undef PERMISSION
    json_write_end(json);
}

static void write_role(struct json_write *json, enum role role)
{
    json_write_object(json, role_word(role));
    json_write_cstr(json, "label", role_label(role));
    json_write_array(json, "permissions");
#define PERMISSION(name, word, meaning) \
    if (role_has(role, PERMISSION_##name)) json_write_cstr(json, NULL, word);
#include "people/permission.def"
#undef PERMISSION
    json_write_end(json);
    json_write_end(json);
}

void openapi_write_roles(struct json_write *json)
{
    write_permissions(json);
    json_write_object(json, "x-roles");
#define ROLE(name, word, label, permissions) write_role(json, ROLE_##name);
#include "people/role.def"
#undef ROLE
    json_write_end(json);
}
