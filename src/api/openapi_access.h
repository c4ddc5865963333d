/* openapi_access.h - who may do what, in the OpenAPI document.
 *
 * Each operation says its permission in x-permission and how one shows who one
 * is in security; x-permissions says what a permission allows and x-roles which
 * ones a role has.  Together they are the whole table, so that docs/permissions.md
 * is made from it and tests/s_matrix.mjs asks every cell of the running program.
 *
 * Threads   All functions are pure but for what they write. */
#pragma once

#include "base/json_write.h"
#include "http/router.h"

/* Within components: cookie, header and token. */
void openapi_write_schemes(struct json_write *json);

/* Within an operation: its permission, and the ways to be let in. */
void openapi_write_security(struct json_write *json, const struct http_route *route);

/* Within the document: permissions and roles. */
void openapi_write_roles(struct json_write *json);
