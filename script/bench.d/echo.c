/* echo PORT: the bare thing below our HTTP.  libmicrohttpd with an epoll pool
 * reads a body and answers "OK: 1"; nothing is parsed and nothing is stored. */
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum MHD_Result answer(void *cls,
                              struct MHD_Connection *connection,
                              const char *url,
                              const char *method,
                              const char *version,
                              const char *upload,
                              size_t *upload_bytes,
                              void **state)
{
    static int begun;
    struct MHD_Response *response = cls;

    (void)url, (void)method, (void)version, (void)upload;
    if (!*state) {
        *state = &begun;
        return MHD_YES;
    }
    if (*upload_bytes) {
        *upload_bytes = 0;
        return MHD_YES;
    }
    return MHD_queue_response(connection, MHD_HTTP_OK, response);
}

int main(int argc, char **argv)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(5, (void *)"OK: 1", MHD_RESPMEM_PERSISTENT);
    unsigned threads = (unsigned)sysconf(_SC_NPROCESSORS_ONLN);

    if (argc != 2) return 2;
    if (!MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, (uint16_t)strtoul(argv[1], NULL, 10), NULL,
                          NULL, answer, response, MHD_OPTION_THREAD_POOL_SIZE, threads,
                          MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)8192,
                          MHD_OPTION_CONNECTION_LIMIT, 15000u, MHD_OPTION_END)) {
        return 1;
    }
    puts("ready");
    fflush(stdout);
    pause();
    return 0;
}
