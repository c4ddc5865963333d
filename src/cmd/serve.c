/* serve.c - hadir serve: the server of one data folder.
 *
 *   signals blocked ─▶ folder locked ─▶ app ─▶ board live ─▶ video ─▶ films ─▶ api ─▶ control
 *                                                                                   │ every second:
 *   gone ◀─ app ◀─ api ◀─ board ◀─ ledger drained ◀─ video ◀─ films ◀─ control ◀─ refuse  contacts,
 *                                                                                         logs, days,
 *                                                                                         reminders
 *
 * The ledger is drained while the api still holds the requests that wait for
 * it, so whatever was accepted is answered before the connections go. */
#include "api/api.h"
#include "base/file.h"
#include "base/log.h"
#include "cmd/command.h"
#include "cmd/control.h"
#include "cmd/serve_video.h"
#include "inspection/written_report.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

enum { TICK_MS = 1000, LOCK_MS_MAX = 10 * 1000, LOCK_STEP_MS = 50 };

static const char default_listen[] = "127.0.0.1:8080";

static const struct argument arguments[] = {
    COMMAND_DATA,
    ARGUMENT_OPTION("listen",
                    "ADDR:PORT",
                    ARGUMENT_TEXT,
                    "Where people and terminals connect (127.0.0.1:8080); port 0: any"),
    ARGUMENT_OPTION("terminals", "ADDR:PORT", ARGUMENT_TEXT, "A listener for terminals of its own"),
    ARGUMENT_OPTION("janus",
                    "PATH",
                    ARGUMENT_TEXT,
                    "The video server (janus of the PATH); off: no video"),
    ARGUMENT_OPTION("janus-socket",
                    "PATH",
                    ARGUMENT_TEXT,
                    "The Unix socket of a video server that somebody else runs"),
    ARGUMENT_OPTION("media-ports", "FROM-TO", ARGUMENT_TEXT, "UDP ports of video (any)"),
    ARGUMENT_OPTION("media-interfaces",
                    "LIST",
                    ARGUMENT_TEXT,
                    "Where video is sent: names or beginnings of addresses (all)"),
    ARGUMENT_OPTION("media-address",
                    "IP",
                    ARGUMENT_TEXT,
                    "The public address of video, behind a 1:1 NAT"),
    ARGUMENT_OPTION("stun",
                    "HOST:PORT",
                    ARGUMENT_TEXT,
                    "Who tells browsers and the video server their public addresses"),
    ARGUMENT_OPTION("turn",
                    "LIST",
                    ARGUMENT_TEXT,
                    "Relays of video for browsers: turn:HOST:PORT, comma between"),
    ARGUMENT_OPTION("turn-secret-file",
                    "FILE",
                    ARGUMENT_TEXT,
                    "What the relays share with us (coturn's static-auth-secret)"),
    ARGUMENT_OPTION("clock", "TIME", ARGUMENT_INSTANT, "A simulated clock that begins here"),
    ARGUMENT_OPTION("speed", "N", ARGUMENT_RATE, "How fast the simulated clock runs (1)"),
};

struct server {
    struct command_context *context;
    int signal_fd;
    struct clock clock;
    struct app *app;
    struct serve_video video;
    struct api *api;
    struct control *control;
    struct db *facts, *derived; /* connections for moving their write-ahead logs */
    struct reminder_watch reminders;
};

/* ---- starting ---- */

/* Threads that start later inherit the mask: signals come to this file alone. */
static enum rc take_signals(int *out_fd)
{
    sigset_t signals;

    IGNORE(sigemptyset(&signals), "a set of our own");
    IGNORE(sigaddset(&signals, SIGTERM), "a signal that exists");
    IGNORE(sigaddset(&signals, SIGINT), "a signal that exists");
    if (pthread_sigmask(SIG_BLOCK, &signals, NULL) != 0) return RC_UNAVAILABLE;
    *out_fd = signalfd(-1, &signals, SFD_CLOEXEC);
    return *out_fd < 0 ? RC_UNAVAILABLE : RC_OK;
}

/* As many connections as the system allows; fewer still serve. */
static void raise_limits(void)
{
    struct rlimit files;

    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0) log_warn("the limit of open files stays as it was");
}

static enum rc read_clock(struct server *server, struct problem *why)
{
    const struct arguments *given = server->context->arguments;
    double speed = arguments_rate(given, "speed", 1);

    if (!arguments_has(given, "clock")) {
        if (arguments_has(given, "speed")) {
            return problem_set(why, RC_INVALID, "--speed needs --clock");
        }
        clock_init(&server->clock);
        return RC_OK;
    }
    clock_init_simulated(&server->clock, arguments_instant(given, "clock", 0), speed);
    return RC_OK;
}

/* A command may be at work for a moment; another server will not end. */
static enum rc lock_folder(const struct folder *folder, int *out_fd, struct problem *why)
{
    int64_t deadline = clock_mono_ms() + LOCK_MS_MAX;
    enum rc rc;

    while ((rc = folder_lock(folder, out_fd, why)) == RC_CONFLICT) {
        if (control_answers(folder)) {
            return problem_set(why, RC_CONFLICT, "a server works on %s already", folder->path);
        }
        if (clock_mono_ms() > deadline) break;
        IGNORE(usleep(LOCK_STEP_MS * 1000), "a signal makes it shorter");
    }
    return rc;
}

static enum rc open_app(struct server *server, struct problem *why)
{
    struct command_context *context = server->context;
    const char *path = command_path(context, arguments_value(context->arguments, "data"));
    struct folder folder = folder_at(path, context->mem);
    int lock_fd = -1;

    TRY(lock_folder(&folder, &lock_fd, why));
    TRY(app_open(&(struct app_options){.path = path,
                                       .lock_fd = lock_fd,
                                       .clock = &server->clock,
                                       .listener = api_board_changed,
                                       .committed = api_committed},
                 &server->app, why));
    TRY(db_open(&(struct db_options){.path = folder.facts, .mode = DB_FACTS}, &server->facts));
    TRY(db_open(&(struct db_options){.path = folder.derived, .mode = DB_DERIVED},
                &server->derived));
    return app_go_live(server->app);
}

static enum rc start_api(struct server *server, const char *listen, struct problem *why)
{
    const struct app *app = server->app;
    struct api_options options = {
        .ledger = app->ledger,
        .board = app->board,
        .punches = app->punches,
        .terminals = app->terminals,
        .orders = app->orders,
        .clock = &app->clock,
        .video = server->video.rooms,
        .films = server->video.films,
        .stun = arguments_value(server->context->arguments, "stun"),
        .turn = &server->video.turn,
        .facts_path = app->folder.facts,
        .derived_path = app->folder.derived,
        .key_path = app->folder.seal_key,
        .government = app->government,
        .lane = app->lane,
        .listen = listen,
        .terminals_listen = arguments_value(server->context->arguments, "terminals"),
    };

    TRY(api_start(&options, &server->api, why));
    app_listen(server->app, server->api);
    return RC_OK;
}

/* "listening on http://127.0.0.1:40123": the first line, for whoever started us. */
static void tell(struct server *server, const char *what, const char *address, int listener)
{
    struct text host = text_of(address);

    while (host.bytes > 0 && host.at[host.bytes - 1] != ':') {
        host.bytes--;
    }
    if (host.bytes > 0) host.bytes--;
    if (host.bytes == 0) host = TEXT("localhost");
    fprintf(server->context->out, "%s http://" TEXT_FORMAT ":%u\n", what, TEXT_ARGUMENT(host),
            api_port(server->api, listener));
    IGNORE(fflush(server->context->out), "command_perform checks the stream");
}

static enum rc start(struct server *server, struct problem *why)
{
    const struct arguments *given = server->context->arguments;
    const char *listen = arguments_value(given, "listen");
    const char *terminals = arguments_value(given, "terminals");

    if (!listen) listen = default_listen;
    TRY(take_signals(&server->signal_fd));
    raise_limits();
    TRY(open_app(server, why));
    TRY(serve_video_start(&server->video, server->context, server->app, why));
    TRY(start_api(server, listen, why));
    TRY(control_start(server->app, &server->control, why));
    tell(server, "listening on", listen, 0);
    if (terminals) tell(server, "terminals on", terminals, 1);
    return RC_OK;
}

/* ---- serving ---- */

/* Moving a log takes two syncs, and who writes into it would stand still
 * meanwhile; what is moved here, ledger and board find done. */
static void move_logs(struct server *server)
{
    IGNORE(db_checkpoint(server->facts), "the store says so itself; the ledger does it too");
    IGNORE(db_checkpoint(server->derived), "the store says so itself; the board does it too");
}

/* Reports in writing that become due, at their hour. */
static void remind(struct server *server)
{
    const struct app *app = server->app;
    CLEANUP(board_drop) struct board_snapshot *snapshot = board_take_snapshot(app->board);
    struct reminder_look look = {.ledger = app->ledger,
                                 .facts = server->facts,
                                 .government = app->government,
                                 .now_ms = clock_now_ms(&app->clock)};

    if (!snapshot) return;
    look.rule = reminder_rule_of(snapshot->picture->directory);
    if (reminder_watch_look(&server->reminders, &look) != RC_OK) {
        log_warn("reminders of written reports could not be stored; retrying with the next");
    }
}

static void tick(struct server *server)
{
    if (app_record_contacts(server->app, false) != RC_OK) {
        log_warn("contacts of terminals could not be stored; retrying with the next");
    }
    remind(server);
    move_logs(server);
    serve_video_keep(&server->video, server->app);
}

/* Until a signal asks to stop. */
static void serve(struct server *server)
{
    struct pollfd signals = {.fd = server->signal_fd, .events = POLLIN};
    int64_t next_ms = clock_mono_ms() + TICK_MS;

    while (!signals.revents) {
        int64_t left_ms = next_ms - clock_mono_ms();

        if (left_ms > 0) {
            IGNORE(poll(&signals, 1, (int)left_ms), "asked again");
            continue;
        }
        tick(server);
        next_ms = clock_mono_ms() + TICK_MS;
    }
}

/* ---- stopping ---- */

/* For CLEANUP: also when only half of it started. */
static void stop(struct server *server)
{
    if (server->api) api_refuse(server->api);
    control_stop(&server->control);
    serve_video_stop(&server->video);
    if (server->app) {
        if (app_record_contacts(server->app, true) != RC_OK) {
            log_error("the last contacts of the terminals could not be stored");
        }
        app_drain(server->app);
    }
    api_stop(&server->api);
    serve_video_done(&server->video);
    db_close(&server->derived);
    db_close(&server->facts);
    app_close(&server->app);
    file_close(&server->signal_fd);
}

static enum command_end run(struct command_context *context)
{
    CLEANUP(stop) struct server server = {.context = context, .signal_fd = -1};
    struct problem why = {0};
    enum rc rc = read_clock(&server, &why);

    if (rc != RC_OK) {
        IGNORE(command_fail(context, rc, &why), "wrong usage has an end of its own");
        return COMMAND_USAGE;
    }
    log_set_level(LOG_INFO);
    rc = start(&server, &why);
    if (rc != RC_OK) {
        IGNORE(command_fail(context, rc, &why), "what cannot start is unavailable");
        return COMMAND_UNAVAILABLE;
    }
    log_info("serving", LOG_CSTR("folder", server.app->folder.path));
    serve(&server);
    log_info("stopping");
    return COMMAND_DONE;
}

const struct command command_serve = {
    .name = "serve",
    .about = "Serve people, walls and terminals over HTTP until told to stop",
    .arguments = arguments,
    .argument_count = COUNT_OF(arguments),
    .need = COMMAND_ALONE,
    .run = run,
};
