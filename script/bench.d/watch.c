/* watch PORT COOKIE WATCHERS RATE SECONDS: how long until everybody has seen it?
 *
 * WATCHERS connections listen to /api/board/stream while RATE punches a second
 * of different people are posted.  The clock of the k-th punch starts before it
 * is sent, and a watcher has seen it with the first event that counts at least k
 * people on time.  (When two overtake each other the events say only how many
 * have come; each count is then laid to the earlier one.)  Prints p50, p99 and
 * the maximum in milliseconds over all watchers and punches.
 *
 * One thread and epoll, so that the measuring disturbs little. */
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { SENDERS = 64, PUNCHES_MAX = 200000, BINS = 100000, READ_BYTES = 65536, TAIL_BYTES = 32 };

struct peer {
    int fd;
    int is_busy; /* a sender that waits for its answer */
    long seen;   /* a watcher's last count */
    char tail[TAIL_BYTES + 1];
};

static double sent_at[PUNCHES_MAX + 1];
static long acknowledged, sent;
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

static void tell(struct peer *peer, const char *text, int bytes)
{
    must(write(peer->fd, text, (size_t)bytes) == bytes, "write");
}

static void send_punch(struct peer *peer, int sender)
{
    char body[96], request[512];
    int body_bytes = snprintf(body, sizeof body, "%ld\t2021-05-17 07:%02ld:%02ld\t0\t15\t0\t0\t0\n",
                              100000 + sent, sent / 60 % 30, sent % 60);
    int bytes = snprintf(request, sizeof request,
                         "POST /iclock/cdata?SN=SN-%d&table=ATTLOG&Stamp=9999 HTTP/1.1\r\n"
                         "Host: x\r\nContent-Length: %d\r\n\r\n%s",
                         sender % 4, body_bytes, body);

    sent++;
    peer->is_busy = 1;
    sent_at[sent] = now();
    tell(peer, request, bytes);
}

static void seen(struct peer *peer, long count, double at)
{
    must(count <= sent, "more was seen than was sent");
    for (long k = peer->seen + 1; k <= count; k++) {
        double ms = (at - sent_at[k]) * 1000;
        long bin = ms > 0 ? (long)(ms * 10) : 0;

        bins[bin < BINS ? bin : BINS - 1]++;
        samples++;
        if (ms > slowest) slowest = ms;
    }
    if (count > peer->seen) peer->seen = count;
}

/* The highest count in what arrived, also when the number lies across two reads. */
static void hear(struct peer *peer, char *text, size_t bytes, double at)
{
    static char joined[READ_BYTES + TAIL_BYTES + 1];
    size_t before = strlen(peer->tail);
    long count = 0;
    char *end;

    memcpy(joined, peer->tail, before);
    memcpy(joined + before, text, bytes);
    joined[before + bytes] = '\0';
    for (char *word = joined; (word = strstr(word, "\"on_time\":")); word++) {
        long value = strtol(word + 10, &end, 10);

        if (*end && value > count) count = value;
    }
    seen(peer, count, at);
    bytes += before;
    before = bytes < TAIL_BYTES ? bytes : TAIL_BYTES;
    memcpy(peer->tail, joined + bytes - before, before);
    peer->tail[before] = '\0';
}

static void arrived(struct peer *peer, int is_watcher, double at)
{
    static char text[READ_BYTES];
    ssize_t bytes = read(peer->fd, text, sizeof text);

    must(bytes > 0, "read");
    if (is_watcher) {
        hear(peer, text, (size_t)bytes, at);
        return;
    }
    must(strncmp(text, "HTTP/1.1 200", 12) == 0, "a punch was refused");
    peer->is_busy = 0;
    acknowledged++;
}

static double quantile(double part)
{
    unsigned long wanted = (unsigned long)((double)samples * part), sum = 0;

    for (int bin = 0; bin < BINS; bin++) {
        if ((sum += bins[bin]) >= wanted) return (bin + 1) / 10.0;
    }
    return BINS / 10.0;
}

int main(int argc, char **argv)
{
    static struct epoll_event events[1024];
    struct peer *watchers, *senders;
    int port, count, poll = epoll_create1(0);
    double started, rate, seconds;
    char request[1024];

    if (argc != 6) return 2;
    port = atoi(argv[1]);
    count = atoi(argv[3]);
    rate = atof(argv[4]);
    seconds = atof(argv[5]);
    watchers = calloc((size_t)count, sizeof *watchers);
    senders = calloc(SENDERS, sizeof *senders);
    for (int i = 0; i < count; i++) {
        connect_peer(&watchers[i], port, poll);
        tell(&watchers[i], request,
             snprintf(request, sizeof request,
                      "GET /api/board/stream HTTP/1.1\r\nHost: x\r\nCookie: %s\r\n\r\n", argv[2]));
    }
    for (int i = 0; i < SENDERS; i++) connect_peer(&senders[i], port, poll);
    started = now() + 1;
    while (now() < started + seconds + 2) {
        int ready = epoll_wait(poll, events, 1024, 1);
        double at = now();
        long due = at < started ? 0 : (long)((at - started) * rate);

        for (int i = 0; i < ready; i++) {
            struct peer *peer = events[i].data.ptr;

            arrived(peer, peer >= watchers && peer < watchers + count, at);
        }
        if (due > (long)(seconds * rate)) due = (long)(seconds * rate);
        for (int i = 0; i < SENDERS && sent < due && sent < PUNCHES_MAX; i++) {
            if (!senders[i].is_busy) send_punch(&senders[i], i);
        }
    }
    must(samples > 0, "no event was seen");
    printf("%.1f %.1f %.1f %ld %lu\n", quantile(0.5), quantile(0.99), slowest, acknowledged, samples);
    return 0;
}
