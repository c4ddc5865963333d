#include "http/server.h"

#include "http/address.h"
#include "http/server_fixture_test.h"

#include <curl/curl.h>

#include <unistd.h>
#include <zlib.h>

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
        SCENE(people_are_served_over_tls),
        SCENE(an_address_that_cannot_be_had_is_named),
    };

    return cmocka_run_group_tests_name("server", tests, NULL, NULL);
}
