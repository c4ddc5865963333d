#include "http/server.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "http/server_private.h"

#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    IDLE_SECONDS = 75,
    FILES_WANTED = CONNECTIONS_MAX + 1000,
    LAST_WORDS_MS = 3000, /* for replies on their way when the server stops */
};

static void PRINTF(2, 0) note(void *context, const char *format, va_list args)
{
    char line[200];

    (void)context;
    if (vsnprintf(line, sizeof line, format, args) < 0) return;
    log_debug("libmicrohttpd", LOG_TEXT("says", text_trim(text_of(line))));
}

unsigned http_idle_seconds(const struct http_server *server)
{
    return server->options.idle_seconds ? server->options.idle_seconds : IDLE_SECONDS;
}

static unsigned thread_count(const struct http_options *options)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (options->threads) {
        return options->threads < HTTP_THREADS_MAX ? options->threads : HTTP_THREADS_MAX;
    }
    if (processors < 1) return 1;
    return processors < HTTP_THREADS_MAX ? (unsigned)processors : HTTP_THREADS_MAX;
}

/* The daemon of one thread: an http_pool_daemon. */
static struct MHD_Daemon *start_daemon(void *context, unsigned index)
{
    struct http_listening *listening = context;
    const struct http_options *options = &listening->server->options;
    const struct http_listener *listener = &options->listeners[listening->index];
    unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
    unsigned idle = http_idle_seconds(listening->server);
    union {
        const char *constant;
        void *text;
    } cert = {listener->tls_cert}, key = {listener->tls_key};
    const struct MHD_OptionItem tls[] = {{MHD_OPTION_HTTPS_MEM_CERT, 0, cert.text},
                                         {MHD_OPTION_HTTPS_MEM_KEY, 0, key.text},
                                         {MHD_OPTION_END, 0, NULL}};
    const struct MHD_OptionItem nothing[] = {{MHD_OPTION_END, 0, NULL}};

    if (listening->is_secure) flags |= MHD_USE_TLS;
    return MHD_start_daemon(
        flags, 0, NULL, NULL, http_serve, listening, MHD_OPTION_EXTERNAL_LOGGER, note, NULL,
        MHD_OPTION_LISTEN_SOCKET, listening->fds[index], MHD_OPTION_ARRAY,
        listening->is_secure ? tls : nothing, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)CONNECTIONS_MAX / thread_count(options), MHD_OPTION_CONNECTION_TIMEOUT, idle,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HTTP_CONNECTION_BYTES,
        MHD_OPTION_URI_LOG_CALLBACK, http_begin, listening, MHD_OPTION_NOTIFY_COMPLETED, http_end,
        listening, MHD_OPTION_NOTIFY_CONNECTION, http_follow_connection, listening,
        MHD_OPTION_UNESCAPE_CALLBACK, http_keep_escapes, NULL, MHD_OPTION_END);
}

static void close_sockets(struct http_listening *listening)
{
    for (size_t i = 0; i < HTTP_THREADS_MAX; i++) {
        file_close(&listening->fds[i]);
    }
}

static void begin_listening(struct http_server *server, int index)
{
    struct http_listening *listening = &server->listening[index];

    listening->server = server;
    listening->index = index;
    listening->is_secure = server->options.listeners[index].tls_cert != NULL;
    for (size_t i = 0; i < HTTP_THREADS_MAX; i++) {
        listening->fds[i] = -1;
    }
}

static enum rc listen_on(struct http_server *server, int index, struct problem *why)
{
    const struct http_listener *listener = &server->options.listeners[index];
    struct http_listening *listening = &server->listening[index];
    unsigned threads = thread_count(&server->options);

    if (!listener->address) return RC_OK;
    TRY(address_listen(listener->address, threads, listening->fds, why));
    listening->port = address_port(listening->fds[0]);
    if (http_pool_start(threads, start_daemon, listening, &listening->pool) == RC_OK) return RC_OK;
    close_sockets(listening);
    return problem_set(why, RC_UNAVAILABLE, "cannot serve on %s%s", listener->address,
                       listening->is_secure ? ": are certificate and key valid?" : "");
}

/* Every connection is a file: ask for as many as the system lets us have. */
static void raise_file_limit(void)
{
    struct rlimit limit = {0};

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= FILES_WANTED) return;
    limit.rlim_cur = limit.rlim_max < FILES_WANTED ? limit.rlim_max : FILES_WANTED;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < FILES_WANTED) {
        log_warn("fewer connections than planned", LOG_INT("files", limit.rlim_cur));
    }
}

enum rc http_server_start(const struct http_options *options,
                          struct http_server **out_server,
                          struct problem *why)
{
    CLEANUP(http_server_stop) struct http_server *server = mem_alloc(1, sizeof *server);

    assert(options->clock && (options->authorise || options->route_count == 0));
    server->options = *options;
    server->router = router_new(options->routes, options->route_count);
    lock_init(&server->lock, LOCK_HTTP);
    IGNORE(signal(SIGPIPE, SIG_IGN), "a connection that is gone is told by write");
    raise_file_limit();
    for (int i = 0; i < HTTP_LISTENERS_MAX; i++) {
        begin_listening(server, i);
    }
    for (int i = 0; i < HTTP_LISTENERS_MAX; i++) {
        TRY(listen_on(server, i, why));
    }
    *out_server = TAKE(server);
    return RC_OK;
}

unsigned http_server_port(const struct http_server *server, int listener)
{
    assert(listener >= 0 && listener < HTTP_LISTENERS_MAX);
    return server->listening[listener].port;
}

/* The library's threads may still look at the socket, so it is shut here and
 * closed when they are gone. */
void http_server_refuse(struct http_server *server)
{
    if (atomic_exchange(&server->refusing, true)) return;
    for (int i = 0; i < HTTP_LISTENERS_MAX; i++) {
        struct http_listening *listening = &server->listening[i];

        if (!listening->pool) continue;
        http_pool_quiesce(listening->pool);
        for (size_t k = 0; k < HTTP_THREADS_MAX; k++) {
            if (listening->fds[k] < 0) continue;
            IGNORE(shutdown(listening->fds[k], SHUT_RD), "connecting is refused from now on");
        }
    }
}

static struct http_state *find_suspended(struct http_server *server)
{
    CLEANUP(lock_release) struct lock *held = lock_take(&server->lock);
    struct http_state *state = server->states;

    while (state && !http_is_away(state)) {
        state = state->next;
    }
    return state;
}

/* Nobody has these any more: whoever had them has been stopped. */
static void resume_suspended(struct http_server *server)
{
    struct http_state *state;

    while ((state = find_suspended(server))) {
        http_resume(&state->request, RC_UNCERTAIN);
    }
}

static int64_t count_all(const struct http_server *server, enum http_tally what)
{
    int64_t sum = 0;

    for (int i = 0; i < HTTP_LISTENERS_MAX; i++) {
        if (server->listening[i].pool) sum += http_pool_count(server->listening[i].pool, what);
    }
    return sum;
}

/* Replies that are queued reach their clients, unless these are too slow. */
static void await_replies(struct http_server *server)
{
    int64_t until_ms = clock_mono_ms() + LAST_WORDS_MS;

    while (count_all(server, HTTP_ACTIVE) > 0 && clock_mono_ms() < until_ms) {
        IGNORE(usleep(2000), "a shorter sleep asks again sooner");
    }
}

void http_server_stop(struct http_server **stopped)
{
    struct http_server *server = *stopped;

    if (!server) return;
    http_server_refuse(server);
    resume_suspended(server);
    await_replies(server);
    for (int i = 0; i < HTTP_LISTENERS_MAX; i++) {
        http_pool_stop(&server->listening[i].pool);
        close_sockets(&server->listening[i]);
    }
    while (server->states) {
        struct http_state *state = server->states;

        server->states = state->next;
        http_state_free(state);
    }
    router_free(&server->router);
    lock_done(&server->lock);
    mem_free(server);
    *stopped = NULL;
}

struct http_counts http_server_counts(struct http_server *server)
{
    return (struct http_counts){
        .requests = (uint64_t)count_all(server, HTTP_REQUESTS),
        .refused = (uint64_t)count_all(server, HTTP_REFUSED),
        .connections = atomic_load(&server->connections),
        .suspended = (size_t)count_all(server, HTTP_SUSPENDED_NOW),
        .body_bytes = atomic_load(&server->body_bytes),
    };
}
