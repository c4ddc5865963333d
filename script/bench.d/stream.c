/* stream PORT WORD BYTES: the bare thing below our event streams.  A POST counts
 * one; every 20 ms in which something was counted, all suspended streams are
 * resumed and get one event of BYTES, the size of ours, that names the count
 * after WORD. */
#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { STREAMS_MAX = 8192, EVENT_BYTES_MAX = 4096 };

struct stream {
    struct MHD_Connection *connection;
    long told;
    int is_suspended;
};

static struct stream streams[STREAMS_MAX];
static const char *word;
static size_t event_bytes;
static int stream_count;
static long counted, published;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static ssize_t read_events(void *cls, uint64_t at, char *out, size_t max)
{
    struct stream *stream = cls;
    ssize_t bytes = 0;

    (void)at;
    if (max < event_bytes) return 0;
    pthread_mutex_lock(&lock);
    if (stream->told == published) {
        stream->is_suspended = 1;
        MHD_suspend_connection(stream->connection);
    } else {
        stream->told = published;
        bytes = (ssize_t)event_bytes;
        memset(out, ' ', event_bytes);
        memcpy(out + event_bytes - 2, "\n\n", 2);
        out[snprintf(out, event_bytes / 2, "event: change\ndata: {\"%s\":%ld}", word, published)] = ' ';
    }
    pthread_mutex_unlock(&lock);
    return bytes;
}

static enum MHD_Result open_stream(struct MHD_Connection *connection)
{
    struct MHD_Response *response;
    struct stream *stream;
    enum MHD_Result result;

    pthread_mutex_lock(&lock);
    stream = &streams[stream_count++ % STREAMS_MAX];
    *stream = (struct stream){.connection = connection, .told = -1};
    pthread_mutex_unlock(&lock);
    response = MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 2 * EVENT_BYTES_MAX, read_events, stream, NULL);
    MHD_add_response_header(response, "Content-Type", "text/event-stream");
    result = MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}

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

    (void)url, (void)version, (void)upload;
    if (!*state) {
        *state = &begun;
        return MHD_YES;
    }
    if (*upload_bytes) {
        *upload_bytes = 0;
        return MHD_YES;
    }
    if (strcmp(method, "GET") == 0) return open_stream(connection);
    __atomic_add_fetch(&counted, 1, __ATOMIC_RELAXED);
    return MHD_queue_response(connection, MHD_HTTP_OK, cls);
}

int main(int argc, char **argv)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(5, (void *)"OK: 1", MHD_RESPMEM_PERSISTENT);

    if (argc != 4) return 2;
    word = argv[2];
    event_bytes = strtoul(argv[3], NULL, 10);
    if (event_bytes < 128 || event_bytes > EVENT_BYTES_MAX) return 2;
    if (!MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME,
                          (uint16_t)strtoul(argv[1], NULL, 10), NULL, NULL, answer, response,
                          MHD_OPTION_THREAD_POOL_SIZE, (unsigned)sysconf(_SC_NPROCESSORS_ONLN),
                          MHD_OPTION_CONNECTION_LIMIT, 15000u, MHD_OPTION_END)) {
        return 1;
    }
    puts("ready");
    fflush(stdout);
    for (;;) {
        usleep(20000);
        pthread_mutex_lock(&lock);
        if (published != __atomic_load_n(&counted, __ATOMIC_RELAXED)) {
            published = __atomic_load_n(&counted, __ATOMIC_RELAXED);
            for (int i = 0; i < stream_count && i < STREAMS_MAX; i++) {
                if (!streams[i].is_suspended) continue;
                streams[i].is_suspended = 0;
                MHD_resume_connection(streams[i].connection);
            }
        }
        pthread_mutex_unlock(&lock);
    }
}
