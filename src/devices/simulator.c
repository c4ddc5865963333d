#include "devices/simulator.h"

#include "base/clock.h"
#include "base/mem.h"
#include "devices/simulator_check.h"
#include "devices/simulator_plan.h"
#include "devices/simulator_summary.h"
#include "devices/simulator_terminal.h"
#include "devices/simulator_wire.h"

#include <stdio.h>
#include <time.h>

enum { EXIT_DONE, EXIT_FAILED, EXIT_USAGE, EXIT_REFUSED, EXIT_UNAVAILABLE };
enum { MS_PER_SECOND = 1000, TICK_MS = 10, PROGRESS_MS = 500, REPORT_BYTES_MAX = 16 * 1024 };
enum { CONNECTIONS = 256, SECONDS = 10, BACKLOG_ROWS = 128, DRAIN_SECONDS = 60 };
enum { REQUEST_BYTES_MAX = 2 * 1024 * 1024, OWED_MAX = 1000 * 1000 };

/* http://host:port/prefix, cut into its parts. */
struct target {
    const char *host;
    const char *port;
    struct text authority; /* for the Host header */
    struct text prefix;
};

/* Invariant: a terminal is in `ready` at most once, exactly while is_queued. */
struct fleet {
    const struct simulator_options *options;
    struct simulator_plan plan;
    struct simulator_world world;
    struct simulator_summary summary;
    struct simulator_receipts *receipts;
    struct simulator_terminal *terminals;
    struct simulator_wire *wire;
    struct clock clock; /* the server's, as far as we know */
    double speed;
    int64_t start_at_ms;
    struct buf request;
    size_t *ready; /* a ring of terminals with something to say */
    size_t ready_head;
    size_t ready_count;
    bool *is_queued;
    int64_t *spoke_us; /* when each terminal's request went out */
    int64_t start_mono_ms;
    int64_t stop_mono_ms; /* when making ended, or 0 */
    int64_t tick_mono_ms;
    int64_t progress_mono_ms;
    size_t next_maker;
    double owed; /* punches to be made, with the fraction */
    size_t undue;
};

static void fleet_done(struct fleet *fleet)
{
    simulator_wire_close(&fleet->wire);
    for (size_t i = 0; fleet->terminals && i < fleet->plan.count; i++) {
        simulator_terminal_done(&fleet->terminals[i]);
    }
    mem_free(fleet->terminals);
    mem_free(fleet->ready);
    mem_free(fleet->is_queued);
    mem_free(fleet->spoke_us);
    simulator_receipts_free(&fleet->receipts);
    buf_done(&fleet->request);
}

static int64_t mono_us(void)
{
    struct timespec now;

    IGNORE(clock_gettime(CLOCK_MONOTONIC, &now), "it cannot fail");
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static enum rc read_target(struct arena *mem,
                           const char *url,
                           struct target *out_target,
                           struct problem *why)
{
    static const struct text scheme = TEXT_INIT("http://");
    struct text rest = text_of(url);
    struct text authority, host, port;

    if (!url || !text_starts(rest, scheme)) {
        return problem_at(why, RC_INVALID, "target", "terminals speak http://host:port");
    }
    rest = (struct text){rest.at + scheme.bytes, rest.bytes - scheme.bytes};
    authority = text_cut(&rest, '/');
    port = authority;
    host = text_cut(&port, text_starts(authority, TEXT("[")) ? ']' : ':');
    if (text_starts(host, TEXT("["))) {
        host = (struct text){host.at + 1, host.bytes - 1};
        if (text_starts(port, TEXT(":"))) port = (struct text){port.at + 1, port.bytes - 1};
    }
    if (host.bytes == 0) return problem_at(why, RC_INVALID, "target", "the host is missing");
    while (rest.bytes && rest.at[rest.bytes - 1] == '/') {
        rest.bytes--;
    }
    *out_target = (struct target){
        .host = arena_cstr(mem, host),
        .port = port.bytes ? arena_cstr(mem, port) : "80",
        .authority = authority,
        .prefix = rest.bytes ? arena_format(mem, "/" TEXT_FORMAT, TEXT_ARGUMENT(rest)) : TEXT(""),
    };
    return RC_OK;
}

static int or_default(int value, int usual)
{
    return value > 0 ? value : usual;
}

static const char *api_of(const struct simulator_options *options)
{
    return options->api ? options->api : options->target;
}

/* The server's clock, and how fast it runs unless the options know better. */
static enum rc learn_clock(struct fleet *fleet, struct problem *why)
{
    double speed = 1;

    TRY(simulator_check_clock(api_of(fleet->options), &fleet->start_at_ms, &speed, why));
    fleet->speed = fleet->options->speed > 0 ? fleet->options->speed : speed;
    clock_init_simulated(&fleet->clock, fleet->start_at_ms, fleet->speed);
    return RC_OK;
}

static bool is_unlimited(const struct fleet *fleet)
{
    return !fleet->plan.has_feed && fleet->plan.rate <= 0;
}

static void prepare_world(struct fleet *fleet, const struct target *target)
{
    const struct simulator_options *options = fleet->options;
    double retry_ms = (double)options->retry_seconds * MS_PER_SECOND * fleet->speed;

    fleet->receipts = simulator_receipts_new();
    fleet->world = (struct simulator_world){
        .host = target->authority,
        .prefix = target->prefix,
        .live_rows = (size_t)or_default(options->batch, 1),
        .backlog_rows = (size_t)or_default(options->batch, BACKLOG_ROWS),
        .retry_ms = (int64_t)retry_ms,
        .receipts = fleet->receipts,
        .figures = &fleet->summary.figures,
    };
}

/* Learn the server's clock, read the plan, open the wire, wake the terminals. */
static enum rc muster(struct fleet *fleet,
                      const struct target *target,
                      struct arena *mem,
                      struct problem *why)
{
    const struct simulator_options *options = fleet->options;
    size_t count;

    TRY(learn_clock(fleet, why));
    TRY(simulator_plan_read(mem, options, fleet->start_at_ms, &fleet->plan, why));
    TRY(simulator_wire_open(target->host, target->port,
                            or_default(options->connections, CONNECTIONS), &fleet->wire, why));
    if (!fleet->plan.has_feed) fleet->plan.seconds = or_default(fleet->plan.seconds, SECONDS);
    prepare_world(fleet, target);

    count = fleet->plan.count;
    fleet->summary.terminals = count;
    fleet->ready = mem_alloc(count, sizeof *fleet->ready);
    fleet->is_queued = mem_alloc(count, sizeof *fleet->is_queued);
    fleet->spoke_us = mem_alloc(count, sizeof *fleet->spoke_us);
    fleet->terminals = mem_alloc(count, sizeof *fleet->terminals);
    for (size_t i = 0; i < count; i++) {
        simulator_terminal_init(&fleet->terminals[i], &fleet->plan.profiles[i], &fleet->world);
    }
    return RC_OK;
}

/* Without a rate, whoever has nothing left gets a new post's worth at once. */
static void refill(struct fleet *fleet, struct simulator_terminal *terminal, int64_t now_ms)
{
    if (!is_unlimited(fleet) || fleet->stop_mono_ms) return;
    if (simulator_terminal_waiting(terminal) > 0) return;
    for (size_t i = 0; i < fleet->world.live_rows; i++) {
        simulator_terminal_make(terminal, now_ms);
    }
}

static void queue_if_due(struct fleet *fleet, size_t index, int64_t now_ms)
{
    if (fleet->is_queued[index]) return;
    if (!simulator_terminal_is_due(&fleet->terminals[index], now_ms)) return;
    fleet->is_queued[index] = true;
    fleet->ready[(fleet->ready_head + fleet->ready_count++) % fleet->plan.count] = index;
}

/* Make the punches that the rate owes since the last tick. */
static void make_owed(struct fleet *fleet, int64_t now_ms, int64_t passed_ms)
{
    fleet->owed += fleet->plan.rate * (double)passed_ms / MS_PER_SECOND;
    if (fleet->owed > OWED_MAX) fleet->owed = OWED_MAX;
    for (; fleet->owed >= 1; fleet->owed -= 1) {
        simulator_terminal_make(&fleet->terminals[fleet->next_maker], now_ms);
        fleet->next_maker = (fleet->next_maker + 1) % fleet->plan.count;
    }
}

static void stop_making(struct fleet *fleet, int64_t mono_ms)
{
    fleet->stop_mono_ms = mono_ms;
    for (size_t i = 0; i < fleet->plan.count; i++) {
        simulator_terminal_stop(&fleet->terminals[i]);
    }
}

static void show_progress(struct fleet *fleet, int64_t mono_ms)
{
    CLEANUP(buf_done) struct buf line = {0};
    double all = fleet->plan.has_feed ? (double)fleet->plan.feed_rows
                                      : (double)fleet->plan.seconds * MS_PER_SECOND;
    double done = fleet->plan.has_feed ? (double)fleet->summary.figures.acknowledged
                                       : (double)(mono_ms - fleet->start_mono_ms);

    if (!fleet->options->shows_progress || mono_ms - fleet->progress_mono_ms < PROGRESS_MS) return;
    fleet->progress_mono_ms = mono_ms;
    buf_init(&line, REPORT_BYTES_MAX);
    simulator_summary_progress(&fleet->summary, all > 0 && done < all ? done / all : 1, &line);
    IGNORE(fwrite(line.at, 1, line.bytes, fleet->options->err), "only a picture");
}

static void tick(struct fleet *fleet, int64_t mono_ms, int64_t now_ms)
{
    int64_t passed_ms = mono_ms - fleet->tick_mono_ms;
    int64_t seconds = fleet->plan.seconds;

    if (passed_ms < TICK_MS) return;
    fleet->tick_mono_ms = mono_ms;
    if (!fleet->stop_mono_ms && fleet->plan.rate > 0) make_owed(fleet, now_ms, passed_ms);
    fleet->summary.waiting = 0;
    fleet->undue = 0;
    for (size_t i = 0; i < fleet->plan.count; i++) {
        struct simulator_terminal *terminal = &fleet->terminals[i];

        simulator_terminal_wait(terminal, now_ms);
        refill(fleet, terminal, now_ms);
        fleet->summary.waiting += simulator_terminal_waiting(terminal);
        fleet->undue += simulator_terminal_undue(terminal);
        queue_if_due(fleet, i, now_ms);
    }
    fleet->summary.elapsed_ms = mono_ms - fleet->start_mono_ms;
    if (fleet->stop_mono_ms) return;
    if ((seconds && fleet->summary.elapsed_ms >= seconds * MS_PER_SECOND) ||
        (!seconds && fleet->undue == 0)) {
        stop_making(fleet, mono_ms);
    }
}

static void dispatch(struct fleet *fleet, int64_t mono_ms, int64_t now_ms)
{
    while (fleet->ready_count > 0 && simulator_wire_is_free(fleet->wire)) {
        size_t index = fleet->ready[fleet->ready_head];
        struct simulator_terminal *terminal = &fleet->terminals[index];
        bool is_torn;

        fleet->ready_head = (fleet->ready_head + 1) % fleet->plan.count;
        fleet->ready_count--;
        fleet->is_queued[index] = false;
        if (!simulator_terminal_is_due(terminal, now_ms)) continue;
        buf_clear(&fleet->request);
        is_torn = simulator_terminal_speak(terminal, now_ms, &fleet->request);
        fleet->spoke_us[index] = mono_us();
        simulator_wire_send(fleet->wire, index, buf_text(&fleet->request),
                            is_torn ? SIMULATOR_LINE_TORN : SIMULATOR_LINE_GOOD, mono_ms);
    }
}

static void fleet_heard(void *context, size_t owner, int status, struct text body)
{
    struct fleet *fleet = context;
    struct simulator_terminal *terminal = &fleet->terminals[owner];
    int64_t now_ms = clock_now_ms(&fleet->clock);

    if (status == 0) {
        fleet->summary.figures.lost++;
        simulator_terminal_lose(terminal, now_ms);
    } else {
        simulator_latency_note(&fleet->summary.latency, mono_us() - fleet->spoke_us[owner]);
        simulator_terminal_hear(terminal, now_ms, status, body);
    }
    refill(fleet, terminal, now_ms);
    queue_if_due(fleet, owner, now_ms);
}

static bool is_over(const struct fleet *fleet, int64_t mono_ms)
{
    int64_t drain_ms = (int64_t)or_default(fleet->options->drain_seconds, DRAIN_SECONDS) * 1000;

    if (!fleet->stop_mono_ms) return false;
    if (mono_ms - fleet->stop_mono_ms > drain_ms) return true;
    return fleet->tick_mono_ms > fleet->stop_mono_ms && fleet->summary.waiting == 0 &&
           simulator_wire_busy(fleet->wire) == 0;
}

static void run(struct fleet *fleet)
{
    int64_t mono_ms = clock_mono_ms();

    fleet->start_mono_ms = fleet->progress_mono_ms = mono_ms;
    fleet->tick_mono_ms = mono_ms - TICK_MS;
    while (!is_over(fleet, mono_ms)) {
        int64_t now_ms = clock_now_ms(&fleet->clock);
        bool is_eager;

        tick(fleet, mono_ms, now_ms);
        dispatch(fleet, mono_ms, now_ms);
        show_progress(fleet, mono_ms);
        is_eager = fleet->ready_count > 0 && simulator_wire_is_free(fleet->wire);
        simulator_wire_wait(fleet->wire, is_eager ? 0 : TICK_MS, mono_ms, fleet_heard, fleet);
        mono_ms = clock_mono_ms();
    }
    if (!fleet->options->shows_progress) return;
    IGNORE(fputs("\r\033[K", fleet->options->err), "only a picture");
}

static void report(const struct fleet *fleet)
{
    CLEANUP(buf_done) struct buf text = {0};

    buf_init(&text, REPORT_BYTES_MAX);
    if (fleet->options->json) {
        simulator_summary_json(&fleet->summary, &text);
    } else {
        simulator_summary_text(&fleet->summary, &text);
    }
    IGNORE(fwrite(text.at, 1, text.bytes, fleet->options->out), "the caller flushes and checks");
}

static int say(const struct simulator_options *options, const char *what, const struct problem *why)
{
    IGNORE(fprintf(options->err, "hadir simulate: %s%s%s%s\n", what, why->field,
                   why->field[0] ? ": " : "", why->text),
           "nobody is left to be told");
    return why->rc == RC_UNAVAILABLE ? EXIT_UNAVAILABLE : EXIT_REFUSED;
}

int simulator_run(const struct simulator_options *options)
{
    CLEANUP(arena_free) struct arena *mem = arena_new();
    CLEANUP(fleet_done) struct fleet fleet = {.options = options};
    struct target target = {0};
    struct problem why = {0};

    buf_init(&fleet.request, REQUEST_BYTES_MAX);
    if (read_target(mem, options->target, &target, &why) != RC_OK) {
        IGNORE(say(options, "", &why), "the address is a matter of usage");
        return EXIT_USAGE;
    }
    if (muster(&fleet, &target, mem, &why) != RC_OK) return say(options, "", &why);
    run(&fleet);
    if (options->token) {
        if (simulator_check_punches(api_of(options), options->token, fleet.receipts, &why) !=
            RC_OK) {
            report(&fleet);
            return say(options, "the check at the end: ", &why);
        }
        fleet.summary.is_checked = true;
        fleet.summary.verdict = simulator_receipts_judge(fleet.receipts);
    }
    report(&fleet);
    return simulator_summary_is_good(&fleet.summary) ? EXIT_DONE : EXIT_FAILED;
}
