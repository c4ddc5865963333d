#include "http/server.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/queue.h"
#include "base/test.h"
#include "base/thread.h"
#include "http/address.h"
#include "http/http_testing.h"
#include "http/static.h"

#include <curl/curl.h>

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

/* A server with one route of each sort, and a thread to hand requests to. */
struct scene {
    struct http_server *server;
    struct queue *letters;
    struct thread *clerk;
    struct clock clock;
    unsigned port;
};

static enum rc say_hello(struct http_request *request)
{
    struct json_write *json = http_reply_json(request);

    json_write_object(json, NULL);
    json_write_text(json, "agency", request->parameters[0]);
    json_write_text(json, "day", request->parameters[1]);
    json_write_text(json, "unit", http_query(request, "unit"));
    json_write_text(json, "session", http_cookie(request, "hadir_session"));
    json_write_cstr(json, "address", request->address);
    json_write_end(json);
    return RC_OK;
}

static enum rc take_body(struct http_request *request)
{
    struct json_write *json = http_reply_json(request);

    json_write_object(json, NULL);
    json_write_int(json, "bytes", (int64_t)request->body.bytes);
    json_write_end(json);
    request->reply.status = 201;
    return http_reply_cookie(request, "hadir_session", TEXT("abc"), 60);
}

static enum rc refuse(struct http_request *request)
{
    return problem_at(&request->why, RC_CONFLICT, "day", "%s is already signed", "2021-05-17");
}

static enum rc say_much(struct http_request *request)
{
    struct json_write *json = http_reply_json(request);

    json_write_array(json, NULL);
    for (int i = 0; i < 2000; i++) {
        json_write_cstr(json, NULL, "belum hadir");
    }
    json_write_end(json);
    return RC_OK;
}

static enum rc smuggle(struct http_request *request)
{
    return http_reply_header(request, "X-Name", TEXT("a\r\nSet-Cookie: b"));
}

static enum rc show_letter(struct http_request *request)
{
    http_reply_text(request, "text/plain", arena_text(request->mem, text_of(request->work)));
    return RC_OK;
}

static enum rc send_letter(struct http_request *request)
{
    const struct scene *scene = request->app;

    http_suspend(request, show_letter);
    return queue_push(scene->letters, request);
}

static enum rc authorise(struct http_request *request, const char *permission)
{
    if (strcmp(permission, "public") == 0) return RC_OK;
    if (!http_cookie(request, "hadir_session").at) return RC_UNAUTHENTICATED;
    return strcmp(permission, "sheet.read") == 0 ? RC_OK : RC_FORBIDDEN;
}

static enum rc echo(struct http_request *request)
{
    if (!text_starts(request->path, TEXT("/iclock/"))) return static_serve(request);
    http_reply_text(request, "text/plain",
                    arena_format(request->mem, "OK: " TEXT_FORMAT " " TEXT_FORMAT,
                                 TEXT_ARGUMENT(http_query(request, "SN")),
                                 TEXT_ARGUMENT(request->body)));
    request->reply.plain = true;
    return RC_OK;
}

static const struct http_route routes[] = {
    {HTTP_GET, "/api/sheets/{agency}/{day}", "public", say_hello, NULL, NULL, "A sheet.", NULL},
    {HTTP_GET, "/api/sheets/{agency}", "sheet.read", say_hello, NULL, NULL, "Its days.", NULL},
    {HTTP_GET, "/api/sheets/all", "public", say_much, NULL, NULL, "All sheets.", NULL},
    {HTTP_POST, "/api/sheets/all", "public", take_body, NULL, NULL, "Another one.", NULL},
    {HTTP_DELETE, "/api/sheets/all", "admin", take_body, NULL, NULL, "None.", NULL},
    {HTTP_PUT, "/api/conflict", "public", refuse, NULL, NULL, "Refused.", NULL},
    {HTTP_GET, "/api/smuggle", "public", smuggle, NULL, NULL, "Refused.", NULL},
    {HTTP_POST, "/api/letters", "public", send_letter, NULL, NULL, "A letter.", NULL},
};

/* The other thread: answers each letter after a while, "no" refuses. */
static void answer_letters(void *context)
{
    struct scene *scene = context;
    void *items[16];

    while (!queue_is_drained(scene->letters)) {
        size_t count = queue_take(scene->letters, items, COUNT_OF(items), -1);

        for (size_t i = 0; i < count; i++) {
            struct http_request *request = items[i];
            static char words[] = "stored";

            request->work = words;
            http_resume(request, text_equal(request->body, TEXT("no"))
                                     ? problem_set(&request->why, RC_INVALID, "no")
                                     : RC_OK);
        }
    }
}

static int open_scene(void **state)
{
    struct scene *scene = test_calloc(1, sizeof *scene);
    struct http_options options = {
        .listeners = {{.address = "127.0.0.1:0"}, {.address = "127.0.0.1:0"}},
        .routes = routes,
        .route_count = COUNT_OF(routes),
        .authorise = authorise,
        .fallback = echo,
        .clock = &scene->clock,
        .app = scene,
        .threads = 2,
        .idle_seconds = 2,
    };
    struct problem why = {0};

    clock_init_simulated(&scene->clock, 1621212368000, 0.001);
    scene->letters = queue_new(4);
    if (thread_start(&scene->clerk, "clerk", answer_letters, scene) != RC_OK) return -1;
    if (http_server_start(&options, &scene->server, &why) != RC_OK) return -1;
    scene->port = http_server_port(scene->server, 0);
    *state = scene;
    return 0;
}

static void stop_clerk(struct scene *scene)
{
    queue_close(scene->letters);
    thread_join(&scene->clerk);
}

static int close_scene(void **state)
{
    struct scene *scene = *state;

    if (scene->server) http_server_refuse(scene->server);
    stop_clerk(scene);
    http_server_stop(&scene->server);
    queue_free(&scene->letters);
    test_free(scene);
    return 0;
}

/* The budget is given back when the reply has left, shortly after it is read. */
static void await_no_bodies(const struct scene *scene)
{
    while (http_server_counts(scene->server).body_bytes > 0) {
        usleep(1000);
    }
}

static struct http_answer get(const struct scene *scene, const char *path, struct arena *mem)
{
    return http_testing_ask(scene->port, "GET", path, "", TEXT(""), mem);
}

static void a_path_finds_its_handler_and_its_parameters(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer =
        http_testing_ask(((struct scene *)*state)->port, "GET",
                         "/api/sheets/dinas%20x/2021-05-17?x=1&unit=a+b%2Fc&unit=2",
                         "Cookie: theme=dark; hadir_session=s3cret\r\n", TEXT(""), mem);

    assert_int_equal(answer.status, 200);
    assert_text("{\"agency\":\"dinas x\",\"day\":\"2021-05-17\",\"unit\":\"a b/c\","
                "\"session\":\"s3cret\",\"address\":\"127.0.0.1\"}",
                answer.body);
    assert_text("application/json", http_testing_header(&answer, "Content-Type"));
    assert_text("no-store", http_testing_header(&answer, "Cache-Control"));
    assert_text("nosniff", http_testing_header(&answer, "X-Content-Type-Options"));
    assert_true(http_testing_header(&answer, "Content-Security-Policy").bytes > 0);
    assert_text("Mon, 17 May 2021 00:46:08 GMT", http_testing_header(&answer, "Date"));
}

static void a_proxy_of_this_machine_says_who_asks(void **state)
{
    static const struct {
        const char *header;
        const char *address;
    } cases[] = {
        {"X-Forwarded-For: 10.1.2.3\r\n", "10.1.2.3"},
        {"X-Forwarded-For: 1.1.1.1, 2001:db8::7\r\n", "2001:db8::7"},
        {"X-Forwarded-For: 10.1.2.3, nonsense\r\n", "127.0.0.1"},
        {"X-Forwarded-For:\r\n", "127.0.0.1"},
    };
    CLEANUP(arena_free) struct arena *mem = arena_new();

    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct http_answer answer =
            http_testing_ask(((struct scene *)*state)->port, "GET", "/api/sheets/a/b",
                             cases[i].header, TEXT(""), mem);
        struct text expected = arena_format(mem, "\"address\":\"%s\"}", cases[i].address);

        assert_true(text_ends(answer.body, expected));
    }
    assert_null(address_forwarded("10.0.0.1", TEXT("10.1.2.3")).at);
}

static void a_literal_path_wins_over_a_parameter(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer all = get(*state, "/api/sheets/all", mem);
    struct http_answer one = get(*state, "/api/sheets/one", mem);

    assert_int_equal(all.status, 200);
    assert_int_equal(one.status, 401);
}

static void what_is_not_permitted_does_not_reach_its_handler(void **state)
{
    static const char session[] = "Cookie: hadir_session=x\r\n";
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    struct http_answer answer = http_testing_ask(port, "GET", "/api/sheets/x", "", TEXT(""), mem);

    assert_int_equal(answer.status, 401);
    assert_text("application/problem+json", http_testing_header(&answer, "Content-Type"));
    assert_text("{\"type\":\"about:blank\",\"title\":\"Masuk dahulu\",\"status\":401,"
                "\"code\":\"unauthenticated\"}",
                answer.body);
    answer = http_testing_ask(port, "GET", "/api/sheets/x", session, TEXT(""), mem);
    assert_int_equal(answer.status, 200);
    answer = http_testing_ask(port, "DELETE", "/api/sheets/all", session, TEXT(""), mem);
    assert_int_equal(answer.status, 403);
}

static void other_methods_are_told_which_are_known(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    struct http_answer answer =
        http_testing_ask(port, "PATCH", "/api/sheets/all", "", TEXT(""), mem);

    assert_int_equal(answer.status, 405);
    assert_text("GET, HEAD, POST, DELETE, OPTIONS", http_testing_header(&answer, "Allow"));
    answer = http_testing_ask(port, "OPTIONS", "/api/sheets/all", "", TEXT(""), mem);
    assert_int_equal(answer.status, 204);
    answer = http_testing_ask(port, "BREW", "/api/sheets/all", "", TEXT(""), mem);
    assert_int_equal(answer.status, 405);
    assert_int_equal(get(*state, "/api/nothing", mem).status, 404);
    assert_int_equal(get(*state, "/api/sheets//2021-05-17", mem).status, 404);
    assert_int_equal(get(*state, "/api/sheets/%00/x", mem).status, 422);
}

static void a_head_tells_the_size_without_the_body(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    int fd = http_testing_connect(((struct scene *)*state)->port);
    struct text all;

    http_testing_send(fd, TEXT("HEAD /api/sheets/all HTTP/1.1\r\nHost: x\r\n\r\n"
                               "GET /iclock/next HTTP/1.1\r\nHost: x\r\n\r\n"));
    all = http_testing_read_until(fd, "OK:", mem);
    assert_non_null(strstr(all.at, "Content-Length: 28001"));
    assert_null(strstr(all.at, "belum hadir"));
    close(fd);
}

static void a_refusal_says_which_field_and_why(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = http_testing_ask(((struct scene *)*state)->port, "PUT",
                                                 "/api/conflict", "", TEXT("{}"), mem);

    assert_int_equal(answer.status, 409);
    assert_text("{\"type\":\"about:blank\",\"title\":\"Bertentangan dengan yang sudah tercatat\","
                "\"status\":409,\"detail\":\"2021-05-17 is already signed\",\"code\":\"conflict\","
                "\"field\":\"day\"}",
                answer.body);
}

static void a_header_cannot_be_smuggled_in(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_answer answer = get(*state, "/api/smuggle", mem);

    assert_int_equal(answer.status, 422);
    assert_null(http_testing_header(&answer, "Set-Cookie").at);
    answer = http_testing_ask(((struct scene *)*state)->port, "POST", "/api/sheets/all", "",
                              TEXT("{}"), mem);
    assert_int_equal(answer.status, 201);
    assert_text("hadir_session=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict",
                http_testing_header(&answer, "Set-Cookie"));
}

static void terminals_get_a_plain_answer(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct scene *scene = *state;
    struct http_answer answer = http_testing_ask(
        http_server_port(scene->server, 1), "POST", "/iclock/cdata?SN=CKUH1%2B&table=ATTLOG",
        "Accept-Encoding: gzip\r\n", TEXT("1\t2021-05-17 07:44:08\t0\t15"), mem);

    assert_text("OK: CKUH1+ 1\t2021-05-17 07:44:08\t0\t15", answer.body);
    assert_text("Mon, 17 May 2021 00:46:08 GMT", http_testing_header(&answer, "Date"));
    assert_null(http_testing_header(&answer, "Content-Security-Policy").at);
    assert_null(http_testing_header(&answer, "Vary").at);
}

/* Terminals put their whole state into the URL: 5 KB must fit into a
 * connection's 8, and more must not do harm. */
static void a_long_url_of_a_terminal_fits(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    char name[30001];
    struct http_answer answer;

    memset(name, 'x', sizeof name);
    name[5000] = '\0';
    answer = get(*state, arena_format(mem, "/iclock/getrequest?SN=1&INFO=%s", name).at, mem);
    assert_int_equal(answer.status, 200);
    answer = get(*state, arena_format(mem, "/api/sheets/all?x=%s", name).at, mem);
    assert_int_equal(answer.status, 200);
    name[5000] = 'x';
    name[30000] = '\0';
    answer = get(*state, arena_format(mem, "/iclock/getrequest?SN=1&INFO=%s", name).at, mem);
    assert_true(answer.status == 414 || answer.status == 431);
    assert_int_equal(get(*state, "/iclock/getrequest?SN=1", mem).status, 200);
}

static void a_long_answer_is_compressed_for_who_wants_it(void **state)
{
    static unsigned char plain[40000];
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    struct http_answer full = get(*state, "/api/sheets/all", mem);
    struct http_answer packed = http_testing_ask(port, "GET", "/api/sheets/all",
                                                 "Accept-Encoding: br, gzip\r\n", TEXT(""), mem);
    struct http_answer refused = http_testing_ask(port, "GET", "/api/sheets/all",
                                                  "Accept-Encoding: gzip;q=0\r\n", TEXT(""), mem);
    union {
        const char *text;
        unsigned char *bytes;
    } input = {packed.body.at};
    z_stream stream = {.next_in = input.bytes,
                       .avail_in = (unsigned)packed.body.bytes,
                       .next_out = plain,
                       .avail_out = sizeof plain};

    assert_int_equal(full.body.bytes, 28001);
    assert_int_equal(refused.body.bytes, 28001);
    assert_text("gzip", http_testing_header(&packed, "Content-Encoding"));
    assert_true(packed.body.bytes < 1000);
    assert_int_equal(inflateInit2(&stream, 31), Z_OK);
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.total_out, full.body.bytes);
    assert_memory_equal(plain, full.body.at, full.body.bytes);
    assert_int_equal(inflateEnd(&stream), Z_OK);
}

static void a_body_too_large_is_refused_before_it_comes(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    int fd = http_testing_connect(port);
    struct http_answer answer;
    char *body = arena_alloc(mem, REQUEST_BODY_BYTES_MAX);

    http_testing_send(fd, TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                               "Content-Length: 2097153\r\nExpect: 100-continue\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 413);
    assert_true(http_testing_is_closed(fd));
    close(fd);
    fd = http_testing_connect(port);
    http_testing_send(fd, TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                               "Content-Length: 1000000000\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 413);
    close(fd);
    answer = http_testing_ask(port, "POST", "/api/sheets/all", "",
                              (struct text){body, REQUEST_BODY_BYTES_MAX}, mem);
    assert_text("{\"bytes\":2097152}", answer.body);
    await_no_bodies(*state);
}

/* A client that has begun to send reads nothing before its end. */
static void who_sends_a_body_too_large_hears_so_at_its_end(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    size_t bytes = REQUEST_BODY_BYTES_MAX + REQUEST_BODY_BYTES_MAX / 2;
    struct text body = {arena_alloc(mem, bytes), bytes};

    assert_int_equal(http_testing_ask(port, "POST", "/api/sheets/all", "", body, mem).status, 413);
    await_no_bodies(*state);
}

static void a_chunked_body_cannot_grow_without_end(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct scene *scene = *state;
    int fd = http_testing_connect(scene->port);
    struct text chunk = arena_format(mem, "10000\r\n%065536d\r\n", 0);

    http_testing_send(fd, TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                               "Transfer-Encoding: chunked\r\n\r\n"));
    for (int i = 0; i < 40; i++) {
        http_testing_send(fd, chunk);
    }
    http_testing_send(fd, TEXT("0\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 413);
    await_no_bodies(scene);
    close(fd);
}

static void a_slow_client_is_served_and_a_silent_one_is_let_go(void **state)
{
    static const char request[] = "POST /iclock/x?SN=7 HTTP/1.1\r\nHost: x\r\n"
                                  "Content-Length: 5\r\n\r\nhello";
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    int slow = http_testing_connect(port), silent = http_testing_connect(port);

    http_testing_send(silent, (struct text){request, 20});
    for (size_t i = 0; i < sizeof request - 1; i++) {
        http_testing_send(slow, (struct text){request + i, 1});
        usleep(1000);
    }
    assert_text("OK: 7 hello", http_testing_read(slow, mem).body);
    assert_true(http_testing_is_closed(silent));
    close(slow);
    close(silent);
}

static void another_thread_answers_a_suspended_request(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    unsigned port = ((struct scene *)*state)->port;
    int fd = http_testing_connect(port);

    for (int i = 0; i < 200; i++) {
        http_testing_send(fd, TEXT("POST /api/letters HTTP/1.1\r\nHost: x\r\n"
                                   "Content-Length: 2\r\n\r\nhi"));
        assert_text("stored", http_testing_read(fd, mem).body);
    }
    close(fd);
    assert_int_equal(http_testing_ask(port, "POST", "/api/letters", "", TEXT("no"), mem).status,
                     422);
}

static void a_request_nobody_takes_is_answered_at_once(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;

    stop_clerk(scene);
    assert_int_equal(
        http_testing_ask(scene->port, "POST", "/api/letters", "", TEXT("hi"), mem).status, 503);
    assert_int_equal(http_server_counts(scene->server).suspended, 0);
}

/* Bodies that are under way fill the budget: the next one is told to come
 * later, and what was there is served. */
static void all_bodies_together_have_a_budget(void **state)
{
    enum { UPLOADS = REQUEST_BODIES_BYTES_MAX / REQUEST_BODY_BYTES_MAX };
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const struct scene *scene = *state;
    char *body = arena_alloc(mem, REQUEST_BODY_BYTES_MAX);
    struct text almost = {body, REQUEST_BODY_BYTES_MAX - 1};
    int fds[UPLOADS];

    for (int i = 0; i < UPLOADS; i++) {
        fds[i] = http_testing_connect(scene->port);
        http_testing_send(fds[i], TEXT("POST /api/sheets/all HTTP/1.1\r\nHost: x\r\n"
                                       "Content-Length: 2097152\r\n\r\n"));
        http_testing_send(fds[i], almost);
    }
    while (http_server_counts(scene->server).body_bytes < UPLOADS * almost.bytes) {
        usleep(1000);
    }
    assert_int_equal(http_testing_ask(scene->port, "POST", "/api/sheets/all", "",
                                      (struct text){body, HTTP_SMALL_BODY_BYTES + 1}, mem)
                         .status,
                     503);
    assert_int_equal(
        http_testing_ask(scene->port, "POST", "/api/sheets/all", "", TEXT("a punch"), mem).status,
        201);
    for (int i = 0; i < UPLOADS; i++) {
        http_testing_send(fds[i], TEXT("x"));
        assert_text("{\"bytes\":2097152}", http_testing_read(fds[i], mem).body);
        close(fds[i]);
    }
    await_no_bodies(scene);
}

/* A key for nothing but this test. */
static const char test_key[] = "-----BEGIN PRIVATE KEY-----\n"
                               "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsDYiTLCEgQfyD5gE\n"
                               "HDvUFuDx8/ihDSuoG8bvQcxwpFehRANCAAT3HQcnEeEBDcA8NtY+0ofFWe3hPQ+3\n"
                               "S7cmrNH+M9+znYRVmDi6fUBMBRJnmBdZK+tLtpFoCLfqUCFuyh2qP2UU\n"
                               "-----END PRIVATE KEY-----\n";
static const char test_cert[] = "-----BEGIN CERTIFICATE-----\n"
                                "MIIBgDCCASWgAwIBAgIUQ6EvHrWAk1TeHvjekmJbFtVYWtAwCgYIKoZIzj0EAwIw\n"
                                "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIyMDEyMFoYDzIxMjYxMDI4\n"
                                "MjIwMTIwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
                                "PQMBBwNCAAT3HQcnEeEBDcA8NtY+0ofFWe3hPQ+3S7cmrNH+M9+znYRVmDi6fUBM\n"
                                "BRJnmBdZK+tLtpFoCLfqUCFuyh2qP2UUo1MwUTAdBgNVHQ4EFgQUzX3b3qEAVW5r\n"
                                "6nQMZg0gLzsOgMIwHwYDVR0jBBgwFoAUzX3b3qEAVW5r6nQMZg0gLzsOgMIwDwYD\n"
                                "VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA/3CJgFDolB1FCCpt2Vf5\n"
                                "XUvC7N7BdMktKafRWmn3txQCIQD8xfOrQZJg7TlxjewQEzPmKNl85UAlwX/C2KZT\n"
                                "cSWPzg==\n"
                                "-----END CERTIFICATE-----\n";

static size_t keep_reply(char *bytes, size_t size, size_t count, void *context)
{
    buf_add_bytes(context, bytes, size * count);
    return size * count;
}

static void people_are_served_over_tls(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(buf_done) struct buf reply = {0};
    CLEANUP(http_server_stop) struct http_server *secure = NULL;
    const struct scene *scene = *state;
    struct http_options options = {.clock = &scene->clock, .fallback = echo};
    struct problem why = {0};
    CURL *curl = curl_easy_init();

    options.listeners[0] = (struct http_listener){"127.0.0.1:0", test_cert, test_key};
    assert_rc(RC_OK, http_server_start(&options, &secure, &why));
    buf_init(&reply, 100000);
    curl_easy_setopt(
        curl, CURLOPT_URL,
        arena_format(mem, "https://127.0.0.1:%u/iclock/x?SN=5", http_server_port(secure, 0)).at);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_reply);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &reply);
    assert_int_equal(curl_easy_perform(curl), CURLE_OK);
    assert_text("OK: 5 ", buf_text(&reply));
    curl_easy_cleanup(curl);
    options.listeners[0].tls_key = "nonsense";
    assert_rc(RC_UNAVAILABLE, http_server_start(&options, &(struct http_server *){NULL}, &why));
}

static void suspend_forever(void *context)
{
    (void)context;
}

/* The clerk is gone with letters in its queue: stopping answers them. */
static void stopping_answers_what_is_suspended(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fds[3];

    stop_clerk(scene);
    queue_free(&scene->letters);
    scene->letters = queue_new(4);
    assert_rc(RC_OK, thread_start(&scene->clerk, "clerk", suspend_forever, NULL));
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        fds[i] = http_testing_connect(scene->port);
        http_testing_send(fds[i], TEXT("POST /api/letters HTTP/1.1\r\nHost: x\r\n"
                                       "Content-Length: 2\r\n\r\nhi"));
    }
    while (http_server_counts(scene->server).suspended < COUNT_OF(fds)) {
        usleep(1000);
    }
    http_server_refuse(scene->server);
    http_server_stop(&scene->server);
    for (size_t i = 0; i < COUNT_OF(fds); i++) {
        struct http_answer answer = http_testing_read(fds[i], mem);

        assert_int_equal(answer.status, 503);
        assert_non_null(strstr(answer.body.at, "\"code\":\"uncertain\""));
        close(fds[i]);
    }
}

static void a_refusing_server_tells_its_old_connections(void **state)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct scene *scene = *state;
    int fd = http_testing_connect(scene->port);

    http_testing_send(fd, TEXT("GET /iclock/x HTTP/1.1\r\nHost: x\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 200);
    http_server_refuse(scene->server);
    http_testing_send(fd, TEXT("GET /iclock/x HTTP/1.1\r\nHost: x\r\n\r\n"));
    assert_int_equal(http_testing_read(fd, mem).status, 503);
    close(fd);
}

static void an_address_that_cannot_be_had_is_named(void **state)
{
    const struct scene *scene = *state;
    CLEANUP(arena_free) struct arena *mem = arena_new();
    struct http_options options = {.clock = &scene->clock};
    struct http_server *second = NULL;
    struct problem why = {0};

    options.listeners[0].address = arena_format(mem, "127.0.0.1:%u", scene->port).at;
    assert_rc(RC_UNAVAILABLE, http_server_start(&options, &second, &why));
    assert_non_null(strstr(why.text, options.listeners[0].address));
    options.listeners[0].address = "localhost";
    assert_rc(RC_INVALID, http_server_start(&options, &second, &why));
    assert_null(second);
}

#define SCENE(fn) cmocka_unit_test_setup_teardown(fn, open_scene, close_scene)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        SCENE(a_path_finds_its_handler_and_its_parameters),
        SCENE(a_proxy_of_this_machine_says_who_asks),
        SCENE(a_literal_path_wins_over_a_parameter),
        SCENE(what_is_not_permitted_does_not_reach_its_handler),
        SCENE(other_methods_are_told_which_are_known),
        SCENE(a_head_tells_the_size_without_the_body),
        SCENE(a_refusal_says_which_field_and_why),
        SCENE(a_header_cannot_be_smuggled_in),
        SCENE(terminals_get_a_plain_answer),
        SCENE(a_long_url_of_a_terminal_fits),
        SCENE(a_long_answer_is_compressed_for_who_wants_it),
        SCENE(a_body_too_large_is_refused_before_it_comes),
        SCENE(who_sends_a_body_too_large_hears_so_at_its_end),
        SCENE(a_chunked_body_cannot_grow_without_end),
        SCENE(all_bodies_together_have_a_budget),
        SCENE(people_are_served_over_tls),
        SCENE(a_slow_client_is_served_and_a_silent_one_is_let_go),
        SCENE(another_thread_answers_a_suspended_request),
        SCENE(a_request_nobody_takes_is_answered_at_once),
        SCENE(stopping_answers_what_is_suspended),
        SCENE(a_refusing_server_tells_its_old_connections),
        SCENE(an_address_that_cannot_be_had_is_named),
    };

    return cmocka_run_group_tests_name("server", tests, NULL, NULL);
}
