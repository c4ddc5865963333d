/* janus_config.h - the files that tell Janus how to run.
 *
 * They are written anew before every start, into a folder of mode 0700 that
 * holds nothing else: one plugin (VideoRoom) and one transport (WebSocket on a
 * Unix socket of that folder), no admin interface, no event handlers.  So
 * nothing of Janus listens on any network but the media ports.
 *
 *   run/janus/janus.jcfg
 *             janus.plugin.videoroom.jcfg
 *             janus.transport.websockets.jcfg
 *             api.sock                          made by Janus
 *
 * Memory    Options point to what outlives the call.
 * Threads   All functions are pure but for the files.
 * Errors    RC_INVALID with the reason for a value that could break out of its
 *           line; what file_write returns. */
#pragma once

#include "base/problem.h"
#include "base/text.h"

#define JANUS_SOCKET_NAME "api.sock"

enum { JANUS_PORT_MIN = 1024, JANUS_PORT_MAX = 65535, JANUS_PORTS_MIN = 4 };

/* How media reach the server; NULL or 0 leaves it to Janus. */
struct janus_options {
    const char *interfaces; /* "eth0,10.1.": names or beginnings of addresses */
    const char *address;    /* the public one, where the server has a private one (1:1 NAT) */
    const char *stun;       /* "host:3478": Janus asks it for its own address */
    int port_first;         /* UDP ports of media */
    int port_last;
};

/* "20000-20999" as the two ends of a range of at least JANUS_PORTS_MIN. */
enum rc janus_ports_read(const char *range,
                         struct janus_options *options,
                         struct problem *why) NODISCARD;

/* Whether every value can stand in the files. */
enum rc janus_options_check(const struct janus_options *options, struct problem *why) NODISCARD;

enum rc janus_config_write(const char *folder,
                           const struct janus_options *options,
                           struct problem *why) NODISCARD;
