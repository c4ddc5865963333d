/* server_fixture_test.h - a server with one route of each sort, and a thread to
 * hand requests to, for the tests of the server. */
#pragma once

#include "base/queue.h"
#include "base/test.h"
#include "base/thread.h"
#include "http/http_testing.h"
#include "http/server.h"
#include "http/static.h"

#include <string.h>

/* A server with one route of each sort, and a thread to hand requests to. */
struct scene {
    struct http_server *server;
    struct queue *letters;
    struct thread *clerk;
    struct clock clock;
    unsigned port;
};

static inline enum rc say_hello(struct http_request *request)
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

static inline enum rc take_body(struct http_request *request)
{
    struct json_write *json = http_reply_json(request);

    json_write_object(json, NULL);
    json_write_int(json, "bytes", (int64_t)request->body.bytes);
    json_write_end(json);
    request->reply.status = 201;
    return http_reply_cookie(request, "hadir_session", TEXT("abc"), 60);
}

static inline enum rc refuse(struct http_request *request)
{
    return problem_at(&request->why, RC_CONFLICT, "day", "%s is already signed", "2021-05-17");
}

static inline enum rc say_much(struct http_request *request)
{
    struct json_write *json = http_reply_json(request);

    json_write_array(json, NULL);
    for (int i = 0; i < 2000; i++) {
        json_write_cstr(json, NULL, "belum hadir");
    }
    json_write_end(json);
    return RC_OK;
}

static inline enum rc smuggle(struct http_request *request)
{
    return http_reply_header(request, "X-Name", TEXT("a\r\nSet-Cookie: b"));
}

static inline enum rc show_letter(struct http_request *request)
{
    http_reply_text(request, "text/plain", arena_text(request->mem, text_of(request->work)));
    return RC_OK;
}

static inline enum rc send_letter(struct http_request *request)
{
    const struct scene *scene = request->app;

    http_suspend(request, show_letter);
    return queue_push(scene->letters, request);
}

static inline enum rc authorise(struct http_request *request, const char *permission)
{
    if (strcmp(permission, "public") == 0) return RC_OK;
    if (!http_cookie(request, "hadir_session").at) return RC_UNAUTHENTICATED;
    return strcmp(permission, "sheet.read") == 0 ? RC_OK : RC_FORBIDDEN;
}

static inline enum rc echo(struct http_request *request)
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
static inline void answer_letters(void *context)
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

static inline int open_scene(void **state)
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

static inline void stop_clerk(struct scene *scene)
{
    queue_close(scene->letters);
    thread_join(&scene->clerk);
}

static inline int close_scene(void **state)
{
    struct scene *scene = *state;

    if (scene->server) http_server_refuse(scene->server);
    stop_clerk(scene);
    http_server_stop(&scene->server);
    queue_free(&scene->letters);
    test_free(scene);
    return 0;
}

static inline struct http_answer get(const struct scene *scene, const char *path, struct arena *mem)
{
    return http_testing_ask(scene->port, "GET", path, "", TEXT(""), mem);
}
