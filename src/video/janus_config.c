#include "video/janus_config.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"

#include <stdio.h>

enum { CONFIG_BYTES_MAX = 8 * 1024, VALUE_BYTES_MAX = 255, SESSION_SECONDS = 60 };

/* Janus has no list of what to load, only one of what not to. */
static const char plugins_off[] =
    "libjanus_audiobridge.so,libjanus_duktape.so,libjanus_echotest.so,libjanus_lua.so,"
    "libjanus_nosip.so,libjanus_recordplay.so,libjanus_sip.so,libjanus_streaming.so,"
    "libjanus_textroom.so,libjanus_videocall.so,libjanus_voicemail.so";
static const char transports_off[] =
    "libjanus_http.so,libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_pfunix.so,"
    "libjanus_rabbitmq.so";

/* Names of rooms and members are texts of ours. */
static const char videoroom[] = "general: {\n  string_ids = true\n}\n";

/* The path is relative to the folder Janus runs in, for a socket's address is
 * shorter than a path may be. */
static const char websockets[] = "general: {\n  json = \"compact\"\n  ws = true\n"
                                 "  ws_unix = \"" JANUS_SOCKET_NAME "\"\n  wss = false\n}\n"
                                 "admin: {\n  admin_ws = false\n}\n";

static bool is_plain(const char *value)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  ".:,-_[]";

    if (!value) return true;
    return value[0] && strlen(value) <= VALUE_BYTES_MAX && !value[strspn(value, allowed)];
}

enum rc janus_ports_read(const char *range, struct janus_options *options, struct problem *why)
{
    struct text last = text_of(range);
    struct text first = text_cut(&last, '-');
    int64_t from = 0, to = 0;
    bool is_range = text_int(first, &from) && text_int(last, &to);

    if (!is_range || from < JANUS_PORT_MIN || to > JANUS_PORT_MAX || to - from < JANUS_PORTS_MIN) {
        return problem_set(why, RC_INVALID, "%s is no range of media ports such as 20000-20999",
                           range);
    }
    options->port_first = (int)from;
    options->port_last = (int)to;
    return RC_OK;
}

enum rc janus_options_check(const struct janus_options *options, struct problem *why)
{
    const struct {
        const char *value, *name;
    } values[] = {
        {options->interfaces, "interfaces"},
        {options->address, "address"},
        {options->stun, "STUN server"},
    };

    for (size_t i = 0; i < COUNT_OF(values); i++) {
        if (is_plain(values[i].value)) continue;
        return problem_set(why, RC_INVALID, "the %s of the video server cannot be \"%s\"",
                           values[i].name, values[i].value);
    }
    return RC_OK;
}

static void add_value(struct buf *to, const char *name, const char *value)
{
    if (value) buf_format(to, "  %s = \"%s\"\n", name, value);
}

/* An unreachable STUN server would keep Janus from starting at all. */
static void add_nat(struct buf *to, const struct janus_options *options)
{
    struct text port = text_of(options->stun);
    struct text host = text_cut(&port, ':');

    buf_format(to, "nat: {\n  ignore_unreachable_ice_server = true\n");
    add_value(to, "ice_enforce_list", options->interfaces);
    add_value(to, "nat_1_1_mapping", options->address);
    if (options->stun) {
        buf_format(to, "  stun_server = \"" TEXT_FORMAT "\"\n", TEXT_ARGUMENT(host));
        buf_format(to, "  stun_port = " TEXT_FORMAT "\n",
                   TEXT_ARGUMENT(port.bytes ? port : TEXT("3478")));
    }
    buf_format(to, "}\n");
}

static void add_core(struct buf *to, const struct janus_options *options)
{
    buf_format(to,
               "general: {\n  configs_folder = \".\"\n  debug_level = 2\n"
               "  debug_colors = false\n  session_timeout = %d\n  server_name = \"hadir\"\n"
               "  hide_dependencies = true\n}\n",
               SESSION_SECONDS);
    buf_format(to, "media: {\n  slowlink_threshold = 8\n");
    if (options->port_first) {
        buf_format(to, "  rtp_port_range = \"%d-%d\"\n", options->port_first, options->port_last);
    }
    buf_format(to, "}\n");
    add_nat(to, options);
    buf_format(to, "plugins: {\n  disable = \"%s\"\n}\n", plugins_off);
    buf_format(to, "transports: {\n  disable = \"%s\"\n}\n", transports_off);
    buf_format(to, "loggers: {\n  disable = \"libjanus_jsonlog.so\"\n}\n");
    buf_format(to, "events: {\n  broadcast = false\n}\n");
}

static enum rc write_file(const char *folder,
                          const char *name,
                          struct text bytes,
                          struct problem *why)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();

    return file_write(arena_format(mem, "%s/%s", folder, name).at, bytes, 0600, why);
}

enum rc janus_config_write(const char *folder,
                           const struct janus_options *options,
                           struct problem *why)
{
    CLEANUP(buf_done) struct buf core = {0};

    TRY(janus_options_check(options, why));
    buf_init(&core, CONFIG_BYTES_MAX);
    add_core(&core, options);
    assert(buf_ok(&core));
    TRY(file_make_folder(folder, 0700, why));
    TRY(write_file(folder, "janus.jcfg", buf_text(&core), why));
    TRY(write_file(folder, "janus.plugin.videoroom.jcfg", text_of(videoroom), why));
    return write_file(folder, "janus.transport.websockets.jcfg", text_of(websockets), why);
}
