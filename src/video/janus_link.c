#include "video/janus_link.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "video/janus_link_private.h"

#include <stdio.h>

enum {
    KEEPALIVE_MS = 5000,
    START_MS_MAX = 5000,  /* from the start to the first answer */
    CONNECT_STEP_MS = 20, /* between two tries to connect */
    GOOD_RUN_MS = 60 * 1000,
    LINES_MAX = 20, /* of Janus in our log, for each start */
};

const char *janus_state_word(enum janus_state state)
{
    static const char *const words[] = {
#define JANUS_STATE(name, word, about) [JANUS_##name] = (word),
#include "video/janus_state.def"
#undef JANUS_STATE
    };

    return words[state];
}

static void change(struct janus_link *link, enum janus_state state)
{
    if (link->state == state) return;
    link->state = state;
    link->options.changed(link->options.owner, state);
}

/* ---- ending ---- */

void janus_link_give_up(struct janus_link *link, const char *reason, int64_t now_ms)
{
    bool was_good = link->ready_at_ms && now_ms - link->ready_at_ms >= GOOD_RUN_MS;

    link->ends_in_a_row = was_good ? 1 : link->ends_in_a_row + 1;
    link->next_at_ms = now_ms + janus_retry_ms(link->ends_in_a_row);
    link->session = 0;
    link->ready_at_ms = 0;
    websocket_close(&link->socket);
    janus_child_stop(&link->child);
    log_warn(link->options.outside ? "the video server of somebody else is not there; trying again"
                                   : "the video server is gone; it is started again",
             LOG_CSTR("reason", reason), LOG_INT("in_ms", link->next_at_ms - now_ms));
    change(link, JANUS_WAITING);
    janus_link_settle_all(link, INT64_MAX);
}

/* ---- starting ---- */

static enum rc run_child(struct janus_link *link, struct problem *why)
{
    static const char *const words[] = {"janus", "-F", ".", NULL};
    const struct janus_link_options *options = &link->options;
    const struct janus_start start = {
        .program = options->program, .folder = options->folder, .words = words};

    TRY(janus_config_write(options->folder, &options->media, why));
    return janus_child_start(&start, &link->child);
}

static void start(struct janus_link *link, int64_t now_ms)
{
    struct problem why = {0};
    enum rc rc;

    link->starts++;
    link->lines = 0;
    link->started_at_ms = now_ms;
    link->next_at_ms = now_ms + (link->options.outside ? 0 : CONNECT_STEP_MS);
    rc = link->options.outside ? RC_OK : run_child(link, &why);
    if (rc == RC_OK) {
        change(link, JANUS_STARTING);
    } else {
        janus_link_give_up(link, why.text[0] ? why.text : "it cannot be run", now_ms);
    }
}

static void hear_session(void *owner,
                         void *context,
                         enum rc rc,
                         const struct janus_message *message)
{
    struct janus_link *link = context;

    (void)owner;
    if (rc != RC_OK) return; /* the start takes too long, then */
    link->session = message->data.id;
    link->ready_at_ms = clock_mono_ms();
    link->next_at_ms = link->ready_at_ms + KEEPALIVE_MS;
    log_info("the video server is ready", LOG_INT("pid", janus_link_pid(link)),
             LOG_INT("after_ms", link->ready_at_ms - link->started_at_ms));
    change(link, JANUS_READY);
}

/* "/run/other/api.sock" as folder and name: a path may be longer than an address. */
static enum rc connect_outside(struct janus_link *link)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    const char *path = link->options.outside;
    const char *slash = strrchr(path, '/');
    struct text folder = {path, slash ? (size_t)(slash - path) + 1 : 0};

    if (!slash) return RC_UNAVAILABLE;
    return websocket_connect(arena_cstr(mem, folder), slash + 1, "janus-protocol", &link->socket);
}

static void try_to_connect(struct janus_link *link, int64_t now_ms)
{
    enum rc rc;

    static const struct janus_question create = {.janus = "create", .answer = hear_session};
    struct janus_question question = create;

    if (now_ms - link->started_at_ms > START_MS_MAX) {
        janus_link_give_up(link, "it did not answer after its start", now_ms);
        return;
    }
    link->next_at_ms = now_ms + CONNECT_STEP_MS;
    if (link->socket) return; /* the session is under way */
    if (link->options.outside) {
        rc = connect_outside(link);
        if (rc != RC_OK) janus_link_give_up(link, "nobody answers at its socket", now_ms);
    } else {
        rc = websocket_connect(link->options.folder, JANUS_SOCKET_NAME, "janus-protocol",
                               &link->socket);
    }
    if (rc != RC_OK) return; /* a child takes a moment until it listens */
    question.context = link;
    janus_link_ask(link, &question);
}

/* ---- watching ---- */

static void hear_keepalive(void *owner,
                           void *context,
                           enum rc rc,
                           const struct janus_message *message)
{
    struct janus_link *link = context;

    (void)owner, (void)message;
    if (rc == RC_OK || link->state != JANUS_READY) return;
    janus_link_give_up(link, "it no longer answers", clock_mono_ms());
}

static void keep_alive(struct janus_link *link, int64_t now_ms)
{
    struct janus_question question = {
        .janus = "keepalive", .ack_is_all = true, .answer = hear_keepalive, .context = link};

    link->next_at_ms = now_ms + KEEPALIVE_MS;
    janus_link_ask(link, &question);
}

/* What Janus complains about; a flood of it is not worth our log. */
static void log_lines(struct janus_link *link)
{
    struct text line = {0};

    while (link->child && janus_child_said(link->child, &line)) {
        if (line.bytes == 0 || link->lines++ >= LINES_MAX) continue;
        log_debug("the video server says", LOG_TEXT("line", line));
    }
}

static void next_step(struct janus_link *link, int64_t now_ms)
{
    switch (link->state) {
    case JANUS_WAITING:
        start(link, now_ms);
        break;
    case JANUS_STARTING:
        try_to_connect(link, now_ms);
        break;
    case JANUS_READY:
        keep_alive(link, now_ms);
        break;
    case JANUS_OFF:
    case JANUS_MISSING:
    case JANUS_IDLE:
        break;
    }
}

void janus_link_work(struct janus_link *link, int64_t now_ms)
{
    log_lines(link);
    if (link->child && janus_child_has_ended(link->child)) {
        janus_link_give_up(link, "it ended", now_ms);
    }
    if (link->socket && janus_link_take_messages(link) != RC_OK) {
        janus_link_give_up(link, "the connection to it broke", now_ms);
    }
    janus_link_settle_all(link, now_ms);
    if (now_ms >= link->next_at_ms) next_step(link, now_ms);
}

void janus_link_want(struct janus_link *link)
{
    if (link->state != JANUS_IDLE) return;
    start(link, clock_mono_ms());
}

size_t janus_link_poll(const struct janus_link *link, struct pollfd *out_fds)
{
    size_t count = 0;

    if (link->child) {
        int said_fd = janus_child_said_fd(link->child);

        out_fds[count++] = (struct pollfd){.fd = janus_child_fd(link->child), .events = POLLIN};
        if (said_fd >= 0) out_fds[count++] = (struct pollfd){.fd = said_fd, .events = POLLIN};
    }
    if (link->socket) {
        short writes = websocket_wants_to_write(link->socket) ? POLLOUT : 0;

        out_fds[count++] =
            (struct pollfd){.fd = websocket_fd(link->socket), .events = (short)(POLLIN | writes)};
    }
    return count;
}

static bool is_at_rest(const struct janus_link *link)
{
    return link->state == JANUS_OFF || link->state == JANUS_MISSING || link->state == JANUS_IDLE;
}

int64_t janus_link_wait_ms(const struct janus_link *link, int64_t now_ms)
{
    int64_t until_ms = link->next_at_ms;

    if (is_at_rest(link)) return -1;
    for (size_t i = 0; i < link->waiting_count; i++) {
        const struct waiting *place = &link->waiting[i];

        if (place->answer && place->until_ms < until_ms) until_ms = place->until_ms;
    }
    return until_ms > now_ms ? until_ms - now_ms : 0;
}

enum janus_state janus_link_state(const struct janus_link *link)
{
    return link->state;
}

int janus_link_starts(const struct janus_link *link)
{
    return link->starts;
}

int janus_link_pid(const struct janus_link *link)
{
    return link->child ? janus_child_pid(link->child) : 0;
}

struct janus_link *janus_link_open(const struct janus_link_options *options)
{
    struct janus_link *link = mem_alloc(1, sizeof *link);

    link->options = *options;
    link->state = JANUS_IDLE;
    if (!options->program && !options->outside) link->state = JANUS_MISSING;
    if (options->off) link->state = JANUS_OFF;
    return link;
}

void janus_link_close(struct janus_link **closed)
{
    struct janus_link *link = *closed;

    if (!link) return;
    websocket_close(&link->socket);
    janus_child_stop(&link->child);
    janus_link_settle_all(link, INT64_MAX);
    mem_free(link);
    *closed = NULL;
}
