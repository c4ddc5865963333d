#include "api/api_private.h"
#include "api/bodies.h"

const struct http_route api_routes[] = {
#define ROUTE(method, pattern, permission, handler, request, reply, about) \
    {HTTP_##method, pattern, permission, handler, request, reply, about},
#include "api/routes.def"
#undef ROUTE
};

const size_t api_route_count = COUNT_OF(api_routes);
