/* hadir-echo PORT [THREADS]: the least that an HTTP server on libmicrohttpd can
 * do with a POST, which is to send its body back.  It is the bare baseline that
 * script/bench measures beside the program in the same run: same library, same
 * flags, same number of threads, no routing, no ledger.  It ends by SIGTERM. */
#include "base/buf.h"
#include "base/mem.h"

#include <microhttpd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>

enum { BODY_BYTES_MAX = 2 * 1024 * 1024, EXIT_USAGE = 2, EXIT_UNAVAILABLE = 4, THREADS_MAX = 64 };

static enum MHD_Result send_back(struct MHD_Connection *connection, const struct buf *body)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(body->bytes, body->at, MHD_RESPMEM_MUST_COPY);
    enum MHD_Result result = MHD_NO;

    if (!response) return MHD_NO;
    result = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

static enum MHD_Result echo(void *context,
                            struct MHD_Connection *connection,
                            const char *url,
                            const char *method,
                            const char *version,
                            const char *bytes,
                            size_t *byte_count,
                            void **request_context)
{
    struct buf *body = *request_context;

    (void)context;
    (void)url;
    (void)method;
    (void)version;
    if (!body) {
        body = mem_alloc(1, sizeof *body);
        buf_init(body, BODY_BYTES_MAX);
        *request_context = body;
        return MHD_YES;
    }
    if (*byte_count == 0) return send_back(connection, body);
    buf_add_bytes(body, bytes, *byte_count);
    *byte_count = 0;
    return buf_ok(body) ? MHD_YES : MHD_NO;
}

static void end(void *context,
                struct MHD_Connection *connection,
                void **request_context,
                enum MHD_RequestTerminationCode reason)
{
    struct buf *body = *request_context;

    (void)context;
    (void)connection;
    (void)reason;
    if (!body) return;
    buf_done(body);
    mem_free(body);
    *request_context = NULL;
}

static struct MHD_Daemon *start(uint16_t port, unsigned threads)
{
    const struct sockaddr_in at = {
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
    const struct MHD_OptionItem pool[] = {{MHD_OPTION_THREAD_POOL_SIZE, threads, NULL},
                                          {MHD_OPTION_END, 0, NULL}};

    return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, port, NULL,
                            NULL, echo, NULL, MHD_OPTION_SOCK_ADDR, &at, MHD_OPTION_ARRAY,
                            threads > 1 ? pool : pool + 1, MHD_OPTION_CONNECTION_LIMIT, 15000u,
                            MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)8192,
                            MHD_OPTION_NOTIFY_COMPLETED, end, NULL, MHD_OPTION_END);
}

int main(int count, char **words)
{
    struct MHD_Daemon *daemon;
    int64_t port = 0, threads = 2;
    sigset_t ending;
    int signal = 0;

    if (count < 2 || !text_int(text_of(words[1]), &port) || port < 1 || port > UINT16_MAX ||
        (count > 2 && !text_int(text_of(words[2]), &threads)) || threads < 1 ||
        threads > THREADS_MAX) {
        fprintf(stderr, "usage: hadir-echo PORT [THREADS]\n");
        return EXIT_USAGE;
    }
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    IGNORE(sigprocmask(SIG_BLOCK, &ending, NULL), "constant arguments");
    daemon = start((uint16_t)port, (unsigned)threads);
    if (!daemon) {
        fprintf(stderr, "hadir-echo: cannot listen on port %lld\n", (long long)port);
        return EXIT_UNAVAILABLE;
    }
    IGNORE(sigwait(&ending, &signal), "the signals are blocked and known");
    MHD_stop_daemon(daemon);
    return 0;
}
