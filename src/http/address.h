/* address.h - where the server listens, and who is at the other end.
 *
 * Threads   Any.
 * Errors    RC_INVALID for an address that is none, RC_UNAVAILABLE when it
 *           cannot be bound; *why says which and why. */
#pragma once

#include "base/problem.h"
#include "base/text.h"

struct sockaddr;

enum { ADDRESS_TEXT_BYTES = 46 }; /* INET6_ADDRSTRLEN */

/* Open `count` sockets that listen on "127.0.0.1:7001", "[::1]:80" or ":80"
 * (every address, IPv6 and IPv4); port 0 takes any.  The kernel spreads what
 * connects over them, one for each thread.  An address that another program
 * uses is refused, also if that one shares it. */
enum rc address_listen(const char *address,
                       unsigned count,
                       int *out_fds,
                       struct problem *why) NODISCARD;

/* The port a socket is bound to. */
unsigned address_port(int fd);

/* Write the numeric address; an IPv4 address mapped into IPv6 loses its "::ffff:". */
void address_write(const struct sockaddr *from, char to[static ADDRESS_TEXT_BYTES]);

/* Who a proxy on this machine speaks for: the last address of X-Forwarded-For,
 * which is the one the proxy added itself.  {NULL, 0} when the peer is not this
 * machine (anybody can write that header) or the last is no address. */
struct text address_forwarded(const char *peer, struct text header);
