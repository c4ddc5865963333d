#include "http/address.h"

#include "base/file.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

enum { BACKLOG = 4096, HOST_BYTES_MAX = 64 };

struct place {
    struct sockaddr_storage at;
    socklen_t bytes;
};

static struct place place_in6(struct in6_addr host, uint16_t port)
{
    struct place place = {.bytes = sizeof(struct sockaddr_in6)};
    struct sockaddr_in6 in6 = {
        .sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_addr = host};

    memcpy(&place.at, &in6, sizeof in6);
    return place;
}

static struct place place_in4(struct in_addr host, uint16_t port)
{
    struct place place = {.bytes = sizeof(struct sockaddr_in)};
    struct sockaddr_in in4 = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr = host};

    memcpy(&place.at, &in4, sizeof in4);
    return place;
}

static bool parse_host(struct text host, uint16_t port, struct place *out_place)
{
    char name[HOST_BYTES_MAX];
    struct in6_addr in6;
    struct in_addr in4;

    if (host.bytes >= sizeof name) return false;
    if (host.bytes) memcpy(name, host.at, host.bytes);
    name[host.bytes] = '\0';
    if (inet_pton(AF_INET, name, &in4) == 1) {
        *out_place = place_in4(in4, port);
        return true;
    }
    if (host.bytes > 2 && name[0] == '[' && name[host.bytes - 1] == ']') {
        name[host.bytes - 1] = '\0';
        if (inet_pton(AF_INET6, name + 1, &in6) != 1) return false;
        *out_place = place_in6(in6, port);
        return true;
    }
    if (host.bytes == 0) *out_place = place_in6(in6addr_any, port);
    return host.bytes == 0;
}

static bool parse(struct text address, struct place *out_place)
{
    const char *colon = memrchr(address.at, ':', address.bytes);
    int64_t port = 0;
    size_t host_bytes;

    if (!colon) return false;
    host_bytes = (size_t)(colon - address.at);
    if (!text_int((struct text){colon + 1, address.bytes - host_bytes - 1}, &port)) return false;
    if (port < 0 || port > UINT16_MAX) return false;
    return parse_host((struct text){address.at, host_bytes}, (uint16_t)port, out_place);
}

static enum rc refused(const char *address, struct problem *why)
{
    char reason[128];
    const char *text = strerror_r(errno, reason, sizeof reason);

    return problem_set(why, RC_UNAVAILABLE, "cannot listen on %s: %s", address, text);
}

/* The socket of a place, not yet bound. */
static int open_socket(const char *address, struct place *place)
{
    int fd = socket(place->at.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    if (fd >= 0 || place->at.ss_family != AF_INET6 || address[0] != ':') return fd;
    /* The machine has no IPv6: every address is every IPv4 address. */
    *place = place_in4((struct in_addr){INADDR_ANY},
                       ntohs(((struct sockaddr_in6 *)(void *)&place->at)->sin6_port));
    return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

static enum rc bind_one(const char *address,
                        struct place *place,
                        bool shared,
                        int *out_fd,
                        struct problem *why)
{
    CLEANUP(file_close) int fd = open_socket(address, place);
    const int on = 1, off = 0;

    if (fd < 0) return refused(address, why);
    IGNORE(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on), "a restart would wait");
    if (shared && setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) {
        return refused(address, why);
    }
    if (place->at.ss_family == AF_INET6) {
        IGNORE(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off), "IPv6 alone is fine");
    }
    if (bind(fd, (const struct sockaddr *)&place->at, place->bytes) != 0) {
        return refused(address, why);
    }
    *out_fd = fd;
    fd = -1;
    return RC_OK;
}

/* The port that the first socket got is the port of all. */
static enum rc listen_all(const char *address,
                          struct place *place,
                          unsigned count,
                          int *fds,
                          struct problem *why)
{
    for (unsigned i = 0; i < count; i++) {
        TRY(bind_one(address, place, true, &fds[i], why));
        if (listen(fds[i], BACKLOG) != 0) return refused(address, why);
        place->bytes = sizeof place->at;
        if (getsockname(fds[i], (struct sockaddr *)&place->at, &place->bytes) != 0) {
            return refused(address, why);
        }
    }
    return RC_OK;
}

enum rc address_listen(const char *address, unsigned count, int *out_fds, struct problem *why)
{
    CLEANUP(file_close) int probe = -1;
    struct place place = {0};
    enum rc rc;

    if (!parse(text_of(address), &place)) {
        return problem_set(why, RC_INVALID, "%s is no address such as 127.0.0.1:7001", address);
    }
    TRY(bind_one(address, &place, false, &probe, why));
    file_close(&probe);
    for (unsigned i = 0; i < count; i++) {
        out_fds[i] = -1;
    }
    rc = listen_all(address, &place, count, out_fds, why);
    for (unsigned i = 0; i < count && rc != RC_OK; i++) {
        file_close(&out_fds[i]);
    }
    return rc;
}

unsigned address_port(int fd)
{
    struct sockaddr_storage at = {0};
    struct sockaddr_in6 in6 = {0}; /* the port stands at the same place in both */
    socklen_t bytes = sizeof at;

    static_assert(offsetof(struct sockaddr_in, sin_port) ==
                      offsetof(struct sockaddr_in6, sin6_port),
                  "one way to read the port");
    if (getsockname(fd, (struct sockaddr *)&at, &bytes) != 0) return 0;
    memcpy(&in6, &at, sizeof in6);
    return ntohs(in6.sin6_port);
}

void address_write(const struct sockaddr *from, char to[static ADDRESS_TEXT_BYTES])
{
    const struct sockaddr_in *in4 = (const struct sockaddr_in *)(const void *)from;
    const struct sockaddr_in6 *in6 = (const struct sockaddr_in6 *)(const void *)from;
    const void *host = &in4->sin_addr;
    int family = from->sa_family;

    to[0] = '\0';
    if (family != AF_INET && family != AF_INET6) return;
    if (family == AF_INET6) host = &in6->sin6_addr;
    if (family == AF_INET6 && IN6_IS_ADDR_V4MAPPED(&in6->sin6_addr)) {
        family = AF_INET;
        host = &in6->sin6_addr.s6_addr[12];
    }
    if (!inet_ntop(family, host, to, ADDRESS_TEXT_BYTES)) to[0] = '\0';
}

static bool is_this_machine(const char *peer)
{
    return text_starts(text_of(peer), TEXT("127.")) || text_equal(text_of(peer), TEXT("::1"));
}

static bool is_address(struct text text)
{
    char name[ADDRESS_TEXT_BYTES];
    struct in6_addr any;

    if (text.bytes == 0 || text.bytes >= sizeof name) return false;
    memcpy(name, text.at, text.bytes);
    name[text.bytes] = '\0';
    return inet_pton(AF_INET, name, &any) == 1 || inet_pton(AF_INET6, name, &any) == 1;
}

struct text address_forwarded(const char *peer, struct text header)
{
    struct text last = {NULL, 0};

    if (!is_this_machine(peer)) return last;
    while (header.at) {
        last = text_trim(text_cut(&header, ','));
    }
    return is_address(last) ? last : (struct text){NULL, 0};
}
