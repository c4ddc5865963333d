/* watch PORT COOKIE WATCHERS SECONDS STREAM WORD REQUESTS: how long until everybody has seen it?
 *
 * WATCHERS connections listen to the event stream at the path STREAM while the
 * requests of a file are sent, spread evenly over SECONDS.  Each is preceded by a
 * line "LANE COUNTS BYTES": requests of a lane (1 to 64) go over one connection
 * in their order, those of lane 0 over any that is free; COUNTS is 1 when its
 * effect is waited for.
 *
 * What a request brings about is a number that rises: the one that its answer
 * names after "WORD": - or, when the answer names none, how many have been sent.
 * A watcher has seen it with the first event that names at least this number.
 * (When two overtake each other, a number is laid to the earlier one, or waited
 * for as the later one: never faster than it was.)  Prints p50, p99 and the
 * maximum in milliseconds over all watchers and requests, how many requests were
 * answered well, and how many sightings there were.
 *
 * One thread and epoll, so that the measuring disturbs little. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SENDERS = 64, REQUESTS_MAX = 200000, BINS = 100000, READ_BYTES = 65536, TAIL_BYTES = 32 };
enum { ANSWER_BYTES_MAX = 1024 * 1024 };

struct request {
    const char *bytes;
    long byte_count;
    int lane;
    int counts;
    double sent_at;
    long number; /* what its effect is known by; 0: not answered, or not waited for */
};

struct sighting {
    double at;
    long number;
};

struct peer {
    int fd;
    int is_watcher;
    struct request *asked; /* of a sender: what it waits to be answered */
    char *answer;
    long answer_bytes;
    struct sighting *sightings; /* of a watcher: each higher than the one before */
    long sighting_count;
    char tail[TAIL_BYTES + 1];
};

static struct request requests[REQUESTS_MAX];
static long request_count, sent, answered;
static char word[64];
static unsigned long bins[BINS]; /* of a tenth of a millisecond */
static unsigned long samples;
static double slowest;

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void must(int ok, const char *what)
{
    if (ok) return;
    perror(what);
    exit(1);
}

static void connect_peer(struct peer *peer, int port, int poll)
{
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = peer};

    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    peer->fd = socket(AF_INET, SOCK_STREAM, 0);
    must(connect(peer->fd, (struct sockaddr *)&to, sizeof to) == 0, "connect");
    must(epoll_ctl(poll, EPOLL_CTL_ADD, peer->fd, &event) == 0, "epoll");
}

static void tell(struct peer *peer, const char *text, long bytes)
{
    must(write(peer->fd, text, (size_t)bytes) == bytes, "write");
}

/* ---- the file ---- */

static char *read_whole(const char *path, long *out_bytes)
{
    FILE *file = fopen(path, "rb");
    char *text;

    must(file != NULL, path);
    must(fseek(file, 0, SEEK_END) == 0, path);
    *out_bytes = ftell(file);
    rewind(file);
    text = malloc((size_t)*out_bytes + 1);
    must(fread(text, 1, (size_t)*out_bytes, file) == (size_t)*out_bytes, path);
    text[*out_bytes] = '\0';
    fclose(file);
    return text;
}

static void read_requests(const char *path)
{
    long bytes = 0;
    char *text = read_whole(path, &bytes), *at = text;

    while (at < text + bytes) {
        struct request *request = &requests[request_count++];

        must(request_count < REQUESTS_MAX, "too many requests");
        request->lane = (int)strtol(at, &at, 10);
        request->counts = (int)strtol(at, &at, 10);
        request->byte_count = strtol(at, &at, 10);
        request->bytes = at + 1;
        at += 1 + request->byte_count;
    }
}

/* ---- senders ---- */

static void send_request(struct peer *sender, struct request *request)
{
    sent++;
    sender->asked = request;
    sender->answer_bytes = 0;
    request->sent_at = now();
    /* Known by how many were sent, unless its answer says better. */
    request->number = request->counts ? sent : 0;
    tell(sender, request->bytes, request->byte_count);
}

/* Whether the answer is complete; its body begins at *out_body. */
static int is_complete(struct peer *sender, char **out_body)
{
    char *length = strstr(sender->answer, "ontent-Length: ");
    char *end = strstr(sender->answer, "\r\n\r\n");

    if (!end) return 0;
    must(length && length < end, "an answer without its length");
    *out_body = end + 4;
    return sender->answer + sender->answer_bytes - *out_body >= strtol(length + 15, NULL, 10);
}

static void answer(struct peer *sender, const char *text, long bytes)
{
    char *body = NULL, *named;

    if (!sender->answer) sender->answer = malloc(ANSWER_BYTES_MAX + 1);
    must(sender->answer_bytes + bytes <= ANSWER_BYTES_MAX, "the answer is too large");
    memcpy(sender->answer + sender->answer_bytes, text, (size_t)bytes);
    sender->answer_bytes += bytes;
    sender->answer[sender->answer_bytes] = '\0';
    if (!is_complete(sender, &body)) return;
    if (strncmp(sender->answer, "HTTP/1.1 20", 11) != 0) {
        fprintf(stderr, "refused: %.400s\n", sender->answer);
        exit(1);
    }
    named = strstr(body, word);
    if (sender->asked->counts) answered++;
    if (sender->asked->counts && named) sender->asked->number = strtol(named + strlen(word), NULL, 10);
    sender->asked = NULL;
}

static struct peer *free_sender(struct peer *senders, int lane)
{
    if (lane > 0) return senders[lane - 1].asked ? NULL : &senders[lane - 1];
    for (int i = 0; i < SENDERS; i++) {
        if (!senders[i].asked) return &senders[i];
    }
    return NULL;
}

/* Send what is due, in order but for what waits for its lane. */
static void send_due(struct peer *senders, long due)
{
    static long first;
    char is_held[SENDERS + 1] = {0};

    while (first < due && requests[first].sent_at > 0) first++;
    for (long k = first; k < due; k++) {
        struct request *request = &requests[k];
        struct peer *sender;

        if (request->sent_at > 0 || is_held[request->lane]) continue;
        sender = free_sender(senders, request->lane);
        if (sender) {
            send_request(sender, request);
        } else {
            is_held[request->lane] = 1; /* those behind it, too */
        }
    }
}

/* ---- watchers ---- */

static void see(struct peer *watcher, long number, double at)
{
    long count = watcher->sighting_count;

    if (count > 0 && watcher->sightings[count - 1].number >= number) return;
    if ((count & (count + 1)) == 0) {
        watcher->sightings = realloc(watcher->sightings, (size_t)(count + 1) * 2 * sizeof(struct sighting));
        must(watcher->sightings != NULL, "memory");
    }
    watcher->sightings[watcher->sighting_count++] = (struct sighting){at, number};
}

/* The highest number in what arrived, also when it lies across two reads. */
static void hear(struct peer *watcher, char *text, size_t bytes, double at)
{
    static char joined[READ_BYTES + TAIL_BYTES + 1];
    size_t before = strlen(watcher->tail);
    long number = 0;
    char *end;

    memcpy(joined, watcher->tail, before);
    memcpy(joined + before, text, bytes);
    joined[before + bytes] = '\0';
    for (char *named = joined; (named = strstr(named, word)); named++) {
        long value = strtol(named + strlen(word), &end, 10);

        if (*end && value > number) number = value;
    }
    if (number > 0) see(watcher, number, at);
    bytes += before;
    before = bytes < TAIL_BYTES ? bytes : TAIL_BYTES;
    memcpy(watcher->tail, joined + bytes - before, before);
    watcher->tail[before] = '\0';
}

static void arrived(struct peer *peer, double at)
{
    static char text[READ_BYTES];
    ssize_t bytes = read(peer->fd, text, sizeof text);

    must(bytes > 0, "read");
    if (peer->is_watcher) {
        hear(peer, text, (size_t)bytes, at);
    } else {
        answer(peer, text, bytes);
    }
}

/* ---- the figures ---- */

static void count_sample(double seconds)
{
    double ms = seconds * 1000;
    long bin = ms > 0 ? (long)(ms * 10) : 0;

    bins[bin < BINS ? bin : BINS - 1]++;
    samples++;
    if (ms > slowest) slowest = ms;
}

static int by_number(const void *a, const void *b)
{
    long x = ((const struct request *)a)->number, y = ((const struct request *)b)->number;

    return (x > y) - (x < y);
}

static void count_sightings(const struct peer *watcher)
{
    long at = 0;

    for (long k = 0; k < request_count; k++) {
        if (requests[k].number == 0) continue;
        while (at < watcher->sighting_count && watcher->sightings[at].number < requests[k].number) at++;
        if (at == watcher->sighting_count) return;
        count_sample(watcher->sightings[at].at - requests[k].sent_at);
    }
}

static double quantile(double part)
{
    unsigned long wanted = (unsigned long)((double)samples * part), sum = 0;

    for (int bin = 0; bin < BINS; bin++) {
        if ((sum += bins[bin]) >= wanted) return (bin + 1) / 10.0;
    }
    return BINS / 10.0;
}

/* ---- the run ---- */

static void listen_all(struct peer *watchers, int count, int poll, char **argv)
{
    char request[1024];

    for (int i = 0; i < count; i++) {
        watchers[i].is_watcher = 1;
        connect_peer(&watchers[i], atoi(argv[1]), poll);
        tell(&watchers[i], request,
             snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: x\r\nCookie: %s\r\n\r\n",
                      argv[5], argv[2]));
    }
}

int main(int argc, char **argv)
{
    static struct epoll_event events[1024];
    struct peer *watchers, *senders;
    int count, poll = epoll_create1(0);
    double started, seconds;

    if (argc != 8) return 2;
    count = atoi(argv[3]);
    seconds = atof(argv[4]);
    snprintf(word, sizeof word, "\"%s\":", argv[6]);
    read_requests(argv[7]);
    watchers = calloc((size_t)count, sizeof *watchers);
    senders = calloc(SENDERS, sizeof *senders);
    listen_all(watchers, count, poll, argv);
    for (int i = 0; i < SENDERS; i++) connect_peer(&senders[i], atoi(argv[1]), poll);
    started = now() + 1;
    while (now() < started + seconds + 2) {
        int ready = epoll_wait(poll, events, 1024, 1);
        double at = now();
        long due = at < started ? 0 : (long)((at - started) * (double)request_count / seconds);

        for (int i = 0; i < ready; i++) arrived(events[i].data.ptr, at);
        send_due(senders, due < request_count ? due : request_count);
    }
    qsort(requests, (size_t)request_count, sizeof *requests, by_number);
    for (int i = 0; i < count; i++) count_sightings(&watchers[i]);
    must(samples > 0, "no event was seen");
    printf("%.1f %.1f %.1f %ld %lu\n", quantile(0.5), quantile(0.99), slowest, answered, samples);
    return 0;
}
