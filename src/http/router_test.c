#include "http/router.h"

#include "base/test.h"
#include "http/compress.h"
#include "http/cookie.h"
#include "http/query.h"

static enum rc handle(struct http_request *request)
{
    (void)request;
    return RC_OK;
}

#define ROUTE(method, pattern)                                           \
    {                                                                    \
        HTTP_##method, pattern, "public", handle, NULL, NULL, "x.", NULL \
    }

static const struct http_route routes[] = {
    ROUTE(GET, "/api/people/{number}/days/{day}"),
    ROUTE(GET, "/api/people/{number}"),
    ROUTE(PATCH, "/api/people/{number}"),
    ROUTE(GET, "/api/people/import"),
    ROUTE(POST, "/api/people/import"),
    ROUTE(GET, "/api/{kind}/import"),
    ROUTE(GET, "/api/people/{number}/{what}"),
    ROUTE(GET, "/api/people/7/days"),
    ROUTE(GET, "/healthz"),
    ROUTE(POST, "/api/a/b/c/d/e/f/g/h/i"),
};

static void the_most_literal_pattern_wins(void **state)
{
    static const struct {
        enum http_method method;
        enum rc rc;
        const char *path;
        const char *pattern;
        const char *first;
    } cases[] = {
        {HTTP_GET, RC_OK, "/api/people/198001/days/2021-05-17", "/api/people/{number}/days/{day}",
         "198001"},
        {HTTP_GET, RC_OK, "/api/people/198001", "/api/people/{number}", "198001"},
        {HTTP_GET, RC_OK, "/api/people/import", "/api/people/import", ""},
        {HTTP_GET, RC_OK, "/api/leave/import", "/api/{kind}/import", "leave"},
        {HTTP_GET, RC_OK, "/api/people/7/days", "/api/people/7/days", ""},
        {HTTP_GET, RC_OK, "/api/people/8/days", "/api/people/{number}/{what}", "8"},
        {HTTP_GET, RC_OK, "/healthz", "/healthz", ""},
        {HTTP_POST, RC_OK, "/api/a/b/c/d/e/f/g/h/i", "/api/a/b/c/d/e/f/g/h/i", ""},
        {HTTP_DELETE, RC_FORBIDDEN, "/api/people/import", NULL, ""},
        {HTTP_METHOD_OTHER, RC_FORBIDDEN, "/healthz", NULL, ""},
        {HTTP_GET, RC_NOT_FOUND, "/healthz/", NULL, ""},
        {HTTP_GET, RC_NOT_FOUND, "/api/people/", NULL, ""},
        {HTTP_GET, RC_NOT_FOUND, "", NULL, ""},
        {HTTP_GET, RC_NOT_FOUND, "api", NULL, ""},
        {HTTP_GET, RC_NOT_FOUND, "/", NULL, ""},
        {HTTP_GET, RC_NOT_FOUND, "/1/2/3/4/5/6/7/8/9/10/11/12/13/14", NULL, ""},
    };
    CLEANUP(router_free) struct router *router = router_new(routes, COUNT_OF(routes));

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct router_match match = {0};

        assert_rc(cases[i].rc,
                  router_find(router, cases[i].method, text_of(cases[i].path), &match));
        if (cases[i].rc != RC_OK) continue;
        assert_string_equal(match.route->pattern, cases[i].pattern);
        if (!cases[i].first[0]) continue;
        assert_true(text_equal(match.segments[0], text_of(cases[i].first)));
    }
}

static void an_allow_header_lists_what_the_path_knows(void **state)
{
    CLEANUP(router_free) struct router *router = router_new(routes, COUNT_OF(routes));
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct router_match match = {0};

    (void)state;
    assert_rc(RC_FORBIDDEN, router_find(router, HTTP_PUT, TEXT("/api/people/import"), &match));
    assert_text("GET, HEAD, POST", router_allow(match.allowed, mem));
}

static void a_query_is_read_as_browsers_and_terminals_write_it(void **state)
{
    static const struct {
        const char *query;
        const char *name;
        const char *value; /* NULL: not there */
    } cases[] = {
        {"SN=1&b=2", "SN", "1"},
        {"SN=1&b=2", "b", "2"},
        {"SN=1&SN=2", "SN", "1"},
        {"a=b+c%20d", "a", "b c d"},
        {"a", "a", ""},
        {"a=", "a", ""},
        {"a=1=2", "a", "1=2"},
        {"a=%4", "a", "%4"},
        {"a=%zz%41", "a", "%zzA"},
        {"%53N=1", "SN", "1"},
        {"&&a=1&", "a", "1"},
        {"sn=1", "SN", NULL},
        {"", "a", NULL},
        {"ab=1", "a", NULL},
        {"INFO=Ver 8.0,1,2", "INFO", "Ver 8.0,1,2"},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text found = query_find(text_of(cases[i].query), text_of(cases[i].name), mem);

        assert_int_equal(found.at != NULL, cases[i].value != NULL);
        if (cases[i].value) assert_true(text_equal(found, text_of(cases[i].value)));
    }
    assert_text("a+b c", query_decode_segment(TEXT("a+b%20c"), mem));
}

static void a_cookie_is_found_among_others(void **state)
{
    static const struct {
        const char *header;
        const char *value;
    } cases[] = {
        {"hadir_session=abc", "abc"},
        {"a=1; hadir_session=abc; b=2", "abc"},
        {"a=1;hadir_session=\"abc\"", "abc"},
        {"hadir_session=", ""},
        {"hadir_session=a=b", "a=b"},
        {"xhadir_session=abc", NULL},
        {"hadir_session", NULL},
        {"", NULL},
        {";;;", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text found = cookie_find(text_of(cases[i].header), TEXT("hadir_session"));

        assert_int_equal(found.at != NULL, cases[i].value != NULL);
        if (cases[i].value) assert_true(text_equal(found, text_of(cases[i].value)));
    }
    assert_null(cookie_find((struct text){NULL, 0}, TEXT("x")).at);
}

static void compression_is_for_those_who_accept_it(void **state)
{
    static const struct {
        const char *header;
        bool accepts;
    } cases[] = {
        {"gzip", true},         {"br, gzip", true},     {"GZIP;q=0.5", true}, {"*", true},
        {"gzip;q=0", false},    {"gzip; q=0.0", false}, {"br", false},        {"", false},
        {"gzip;q=0.001", true}, {"xgzip", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(compress_accepts_gzip(text_of(cases[i].header)), cases[i].accepts);
    }
    assert_false(compress_accepts_gzip((struct text){NULL, 0}));
    assert_true(compress_is_worth_it("application/json", 2000));
    assert_false(compress_is_worth_it("application/json", 200));
    assert_false(compress_is_worth_it("image/png", 2000));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_literal_pattern_wins),
        cmocka_unit_test(an_allow_header_lists_what_the_path_knows),
        cmocka_unit_test(a_query_is_read_as_browsers_and_terminals_write_it),
        cmocka_unit_test(a_cookie_is_found_among_others),
        cmocka_unit_test(compression_is_for_those_who_accept_it),
    };

    return cmocka_run_group_tests_name("router", tests, NULL, NULL);
}
