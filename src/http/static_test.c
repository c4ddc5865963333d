/* The client that is served is a small one of the test's own: it takes the
 * place of what the build embeds. */
#include "http/static.h"

#include "base/embedded.h"
#include "base/test.h"
#include "http/http_testing.h"
#include "http/server.h"

#include <string.h>

extern const struct embedded embedded_files[];
extern const size_t embedded_file_count;

const struct embedded embedded_files[] = {
    {"data/secret.csv", "text/csv", "\"d\"", TEXT_INIT("not for browsers"), {NULL, 0}},
    {"web/assets/index-BkJ3x9_a.js", "text/javascript", "\"j\"", TEXT_INIT("let a"),
     TEXT_INIT("(packed)")},
    {"web/icon.svg", "image/svg+xml", "\"i\"", TEXT_INIT("<svg/>"), {NULL, 0}},
    {"web/index.html", "text/html; charset=utf-8", "\"h\"", TEXT_INIT("<!doctype html>"),
     TEXT_INIT("(packed)")},
};
const size_t embedded_file_count = COUNT_OF(embedded_files);

struct scene {
    struct http_server *server;
    struct clock clock;
    unsigned port;
};

static int open_scene(void **state)
{
    struct scene *scene = test_calloc(1, sizeof *scene);
    struct http_options options = {.listeners = {{.address = "127.0.0.1:0"}},
                                   .fallback = static_serve,
                                   .clock = &scene->clock,
                                   .threads = 1};
    struct problem why = {0};

    clock_init(&scene->clock);
    if (http_server_start(&options, &scene->server, &why) != RC_OK) return -1;
    scene->port = http_server_port(scene->server, 0);
    *state = scene;
    return 0;
}

static int close_scene(void **state)
{
    struct scene *scene = *state;

    http_server_stop(&scene->server);
    test_free(scene);
    return 0;
}

static struct http_answer get(void **state, const char *path, const char *head, struct arena *mem)
{
    return http_testing_ask(((struct scene *)*state)->port, "GET", path, head, TEXT(""), mem);
}

static void every_page_of_the_client_is_its_index(void **state)
{
    static const char *const pages[] = {"/", "/wall", "/sheets/dinas-x/2021-05-17", "/index.html"};
    CLEANUP(arena_free) struct arena *mem = arena_new();

    for (size_t i = 0; i < COUNT_OF(pages); i++) {
        struct http_answer answer = get(state, pages[i], "", mem);

        assert_int_equal(answer.status, 200);
        assert_text("<!doctype html>", answer.body);
        assert_text("no-cache", http_testing_header(&answer, "Cache-Control"));
    }
}

static void what_is_no_file_of_the_client_is_not_found(void **state)
{
    static const char *const paths[] = {"/api/nothing",           "/favicon.ico",
                                        "/../data/secret.csv",    "/..%2fdata/secret.csv",
                                        "/assets/index-old.js",   "/data/secret.csv",
                                        "/assets/%2e%2e/icon.svg"};
    CLEANUP(arena_free) struct arena *mem = arena_new();

    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        assert_int_equal(get(state, paths[i], "", mem).status, 404);
    }
    assert_int_equal(
        http_testing_ask(((struct scene *)*state)->port, "POST", "/", "", TEXT("x"), mem).status,
        404);
}

static void a_file_with_a_hash_in_its_name_is_kept_for_a_year(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(state, "/assets/index-BkJ3x9_a.js", "", mem);

    assert_text("let a", answer.body);
    assert_text("public, max-age=31536000, immutable",
                http_testing_header(&answer, "Cache-Control"));
    answer = get(state, "/icon.svg", "", mem);
    assert_text("no-cache", http_testing_header(&answer, "Cache-Control"));
}

static void the_compressed_form_is_sent_as_it_is(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(state, "/wall", "Accept-Encoding: gzip, deflate, br\r\n", mem);

    assert_text("(packed)", answer.body);
    assert_text("gzip", http_testing_header(&answer, "Content-Encoding"));
    assert_text("Accept-Encoding", http_testing_header(&answer, "Vary"));
    answer = get(state, "/icon.svg", "Accept-Encoding: gzip\r\n", mem);
    assert_text("<svg/>", answer.body);
    assert_null(http_testing_header(&answer, "Content-Encoding").at);
}

static void what_the_browser_has_is_not_sent_again(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(state, "/", "If-None-Match: \"x\", W/\"h\"\r\n", mem);

    assert_int_equal(answer.status, 304);
    assert_text("\"h\"", http_testing_header(&answer, "ETag"));
    assert_int_equal(answer.body.bytes, 0);
    assert_int_equal(get(state, "/", "If-None-Match: \"x\"\r\n", mem).status, 200);
}

#define SCENE(fn) cmocka_unit_test_setup_teardown(fn, open_scene, close_scene)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SCENE(every_page_of_the_client_is_its_index),
        SCENE(what_is_no_file_of_the_client_is_not_found),
        SCENE(a_file_with_a_hash_in_its_name_is_kept_for_a_year),
        SCENE(the_compressed_form_is_sent_as_it_is),
        SCENE(what_the_browser_has_is_not_sent_again),
    };

    return cmocka_run_group_tests_name("static", tests, NULL, NULL);
}
