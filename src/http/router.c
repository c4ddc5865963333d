#include "http/router.h"

#include "base/mem.h"

#include <stdlib.h>

enum { SEGMENTS_MAX = 12 };

/* One pattern with all its methods.  A parameter's segment is {NULL, 0}. */
struct path {
    const char *pattern;
    struct text segments[SEGMENTS_MAX];
    size_t segment_count;
    const struct http_route *routes[HTTP_METHOD_COUNT];
    unsigned allowed;
};

/* Paths are sorted by their number of segments, then so that the more literal
 * one comes first; `first[n]` is the first path with n segments. */
struct router {
    struct path *paths;
    size_t count;
    size_t first[SEGMENTS_MAX + 2];
};

static const char *const method_words[] = {
#define METHOD(name) #name,
#include "http/methods.def"
#undef METHOD
};

/* Cut "/a/b" into its segments; false when there are too many. */
static bool cut_path(struct text path, struct text *segments, size_t *out_count)
{
    size_t count = 0;

    if (path.bytes == 0 || path.at[0] != '/') return false;
    path = (struct text){path.at + 1, path.bytes - 1};
    while (path.at) {
        if (count == SEGMENTS_MAX) return false;
        segments[count++] = text_cut(&path, '/');
    }
    *out_count = count;
    return true;
}

static bool is_parameter(struct text segment)
{
    bool has_braces = text_starts(segment, TEXT("{")) && text_ends(segment, TEXT("}"));

    assert(has_braces || text_find(segment, '{') == segment.bytes);
    return has_braces;
}

static struct path compile(const char *pattern)
{
    struct path path = {.pattern = pattern};
    size_t parameters = 0;
    bool is_path = cut_path(text_of(pattern), path.segments, &path.segment_count);

    assert(is_path);
    for (size_t i = 0; i < path.segment_count; i++) {
        if (!is_parameter(path.segments[i])) continue;
        path.segments[i] = (struct text){NULL, 0};
        parameters++;
    }
    assert(parameters <= HTTP_PATH_PARAMETERS_MAX);
    return path;
}

static int compare_shapes(const struct path *a, const struct path *b)
{
    if (a->segment_count != b->segment_count) return a->segment_count < b->segment_count ? -1 : 1;
    for (size_t i = 0; i < a->segment_count; i++) {
        bool a_literal = a->segments[i].at != NULL, b_literal = b->segments[i].at != NULL;
        int order = a_literal ? text_compare(a->segments[i], b->segments[i]) : 0;

        if (a_literal != b_literal) return a_literal ? -1 : 1;
        if (order != 0) return order;
    }
    return 0;
}

static int compare_paths(const void *a, const void *b)
{
    return compare_shapes(a, b);
}

static void add_route(struct router *router, const struct http_route *route)
{
    struct path compiled = compile(route->pattern);
    struct path *path = router->paths;

    assert(route->permission && route->handler);
    assert(route->method < HTTP_METHOD_COUNT && route->method != HTTP_HEAD);
    while (path < router->paths + router->count && compare_shapes(path, &compiled) != 0) {
        path++;
    }
    if (path == router->paths + router->count) {
        *path = compiled;
        router->count++;
    }
    assert(!path->routes[route->method]);
    path->routes[route->method] = route;
    path->allowed |= 1u << route->method;
    if (route->method == HTTP_GET) path->allowed |= 1u << HTTP_HEAD;
}

struct router *router_new(const struct http_route *routes, size_t count)
{
    struct router *router = mem_alloc(1, sizeof *router);

    router->paths = mem_alloc(count, sizeof *router->paths);
    for (size_t i = 0; i < count; i++) {
        add_route(router, &routes[i]);
    }
    qsort(router->paths, router->count, sizeof *router->paths, compare_paths);
    for (size_t segments = 0; segments < COUNT_OF(router->first); segments++) {
        size_t i = 0;

        while (i < router->count && router->paths[i].segment_count < segments) {
            i++;
        }
        router->first[segments] = i;
    }
    return router;
}

void router_free(struct router **router)
{
    if (!*router) return;
    mem_free((*router)->paths);
    mem_free(*router);
    *router = NULL;
}

/* The last literals differ more often than the first ("api"). */
static bool fits(const struct path *path, const struct text *segments)
{
    for (size_t i = path->segment_count; i-- > 0;) {
        bool is_empty = segments[i].bytes == 0;

        if (path->segments[i].at ? !text_equal(path->segments[i], segments[i]) : is_empty) {
            return false;
        }
    }
    return true;
}

static const struct path *find_path(const struct router *router,
                                    const struct text *segments,
                                    size_t count)
{
    for (size_t i = router->first[count]; i < router->first[count + 1]; i++) {
        if (fits(&router->paths[i], segments)) return &router->paths[i];
    }
    return NULL;
}

enum rc router_find(const struct router *router,
                    enum http_method method,
                    struct text path,
                    struct router_match *out_match)
{
    struct text segments[SEGMENTS_MAX];
    struct router_match match = {0};
    const struct path *found = NULL;
    size_t count = 0;

    if (cut_path(path, segments, &count)) found = find_path(router, segments, count);
    if (!found) return RC_NOT_FOUND;
    match.allowed = found->allowed;
    match.route = method < HTTP_METHOD_COUNT ? found->routes[method] : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!found->segments[i].at) match.segments[match.segment_count++] = segments[i];
    }
    *out_match = match;
    return match.route ? RC_OK : RC_FORBIDDEN;
}

struct text router_allow(unsigned allowed, struct arena *mem)
{
    struct text list = {"", 0};

    for (size_t i = 0; i < COUNT_OF(method_words); i++) {
        if (!(allowed & 1u << i)) continue;
        list = arena_format(mem, TEXT_FORMAT "%s%s", TEXT_ARGUMENT(list), list.bytes ? ", " : "",
                            method_words[i]);
    }
    return list;
}

const char *http_method_word(enum http_method method)
{
    return method < HTTP_METHOD_COUNT ? method_words[method] : "OTHER";
}
