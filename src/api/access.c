#include "api/api_private.h"
#include "base/mem.h"

struct access {
    struct api *api;
};

enum rc access_start(struct api *api, struct access **out_access)
{
    *out_access = mem_alloc(1, sizeof **out_access);
    (*out_access)->api = api;
    return RC_OK;
}

void access_stop(struct access **access)
{
    mem_free(*access);
    *access = NULL;
}

enum rc access_authorise(struct http_request *request, const char *permission)
{
    if (text_equal(text_of(permission), TEXT("public"))) return RC_OK;
    return problem_set(&request->why, RC_UNAUTHENTICATED, "sign in first");
}
