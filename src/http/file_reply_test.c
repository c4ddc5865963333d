#include "base/file.h"
#include "base/test.h"
#include "base/test_folder.h"
#include "http/http_testing.h"
#include "http/request.h"
#include "http/server.h"

static struct test_folder folder;
static char path[sizeof folder + 8];
static const char contents[] = "0123456789abcdefghij";

struct scene {
    struct http_server *server;
    struct clock clock;
    unsigned port;
};

static enum rc show_film(struct http_request *request)
{
    return http_reply_file(request, "video/webm", path);
}

static enum rc show_nothing(struct http_request *request)
{
    return http_reply_file(request, "video/webm", "/tmp");
}

static enum rc change_mind(struct http_request *request)
{
    TRY(http_reply_file(request, "video/webm", path));
    return RC_FORBIDDEN;
}

static enum rc authorise(struct http_request *request, const char *permission)
{
    (void)request, (void)permission;
    return RC_OK;
}

static const struct http_route routes[] = {
    {HTTP_GET, "/api/film", "public", show_film, NULL, NULL, "A film.", NULL},
    {HTTP_GET, "/api/nothing", "public", show_nothing, NULL, NULL, "None.", NULL},
    {HTTP_GET, "/api/refused", "public", change_mind, NULL, NULL, "Refused.", NULL},
};

static int open_scene(void **state)
{
    struct scene *scene = test_calloc(1, sizeof *scene);
    struct http_options options = {.listeners = {{.address = "127.0.0.1:0"}},
                                   .routes = routes,
                                   .route_count = COUNT_OF(routes),
                                   .authorise = authorise,
                                   .clock = &scene->clock,
                                   .threads = 1};
    struct problem why = {0};

    if (test_folder_make(&folder) != 0) return -1;
    IGNORE(snprintf(path, sizeof path, "%s/film", folder.path), "it fits");
    if (file_write(path, text_of(contents), 0600, NULL) != RC_OK) return -1;
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
    return test_folder_remove(&folder);
}

static struct http_answer get(void **state, const char *what, const char *head, struct arena *mem)
{
    return http_testing_ask(((struct scene *)*state)->port, "GET", what, head, TEXT(""), mem);
}

static void a_file_is_sent_whole(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(state, "/api/film", "Accept-Encoding: gzip\r\n", mem);

    assert_int_equal(answer.status, 200);
    assert_text("0123456789abcdefghij", answer.body);
    assert_text("video/webm", http_testing_header(&answer, "Content-Type"));
    assert_text("bytes", http_testing_header(&answer, "Accept-Ranges"));
    assert_text("no-store", http_testing_header(&answer, "Cache-Control"));
    assert_null(http_testing_header(&answer, "Content-Encoding").at);
}

static void a_player_gets_the_part_it_asks_for(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(state, "/api/film", "Range: bytes=10-12\r\n", mem);

    assert_int_equal(answer.status, 206);
    assert_text("abc", answer.body);
    assert_text("bytes 10-12/20", http_testing_header(&answer, "Content-Range"));
    answer = get(state, "/api/film", "Range: bytes=-2\r\n", mem);
    assert_text("ij", answer.body);
    answer = get(state, "/api/film", "Range: bytes=18-\r\n", mem);
    assert_text("ij", answer.body);
}

static void beyond_its_end_there_is_no_part(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(state, "/api/film", "Range: bytes=20-\r\n", mem);

    assert_int_equal(answer.status, 416);
    assert_text("bytes */20", http_testing_header(&answer, "Content-Range"));
    assert_text("application/problem+json", http_testing_header(&answer, "Content-Type"));
}

static void who_has_a_part_of_another_file_gets_the_whole(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(state, "/api/film", "", mem);
    struct text etag = http_testing_header(&answer, "ETag");
    struct text same =
        arena_format(mem, "Range: bytes=1-1\r\nIf-Range: " TEXT_FORMAT "\r\n", TEXT_ARGUMENT(etag));

    assert_int_equal(get(state, "/api/film", same.at, mem).status, 206);
    assert_int_equal(
        get(state, "/api/film", "Range: bytes=1-1\r\nIf-Range: \"other\"\r\n", mem).status, 200);
}

static void what_is_no_file_is_not_found(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    assert_int_equal(get(state, "/api/nothing", "", mem).status, 404);
    assert_int_equal(get(state, "/api/refused", "", mem).status, 403);
}

static void many_parts_come_over_one_connection(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    int fd = http_testing_connect(((struct scene *)*state)->port);

    for (int i = 0; i < 200; i++) {
        http_testing_send(fd,
                          TEXT("GET /api/film HTTP/1.1\r\nHost: h\r\nRange: bytes=3-4\r\n\r\n"));
        assert_text("34", http_testing_read(fd, mem).body);
    }
    close(fd);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_sent_whole),
        cmocka_unit_test(a_player_gets_the_part_it_asks_for),
        cmocka_unit_test(beyond_its_end_there_is_no_part),
        cmocka_unit_test(who_has_a_part_of_another_file_gets_the_whole),
        cmocka_unit_test(what_is_no_file_is_not_found),
        cmocka_unit_test(many_parts_come_over_one_connection),
    };

    return cmocka_run_group_tests_name("file_reply", tests, open_scene, close_scene);
}
