#include "cmd/serve_video.h"

#include "base/log.h"
#include "people/setting.h"
#include "video/janus_child.h"

#include <string.h>

static enum rc read_turn(struct command_context *context, struct turn *turn, struct problem *why)
{
    const struct arguments *given = context->arguments;
    const char *list = arguments_value(given, "turn");
    const char *path = arguments_value(given, "turn-secret-file");

    if (!list && !path) return RC_OK;
    if (!list || !path) {
        return problem_set(why, RC_INVALID, "--turn and --turn-secret-file need each other");
    }
    TRY(turn_secret_load(command_path(context, path), &turn->secret, why));
    return turn_urls_read(list, &turn->urls, why);
}

static enum rc start_rooms(struct command_context *context,
                           const struct app *app,
                           struct video **out_rooms,
                           struct problem *why)
{
    const struct arguments *given = context->arguments;
    const char *program = arguments_value(given, "janus");
    const char *ports = arguments_value(given, "media-ports");
    const char *outside = arguments_value(given, "janus-socket");
    bool off = program && strcmp(program, "off") == 0;
    struct video_options options = {
        .folder = app->folder.janus,
        .program = off ? NULL : janus_find("janus", program, context->mem),
        .outside = outside ? command_path(context, outside) : NULL,
        .off = off,
        .recordings = app->folder.recordings,
        .clock = &app->clock,
        .media = {.interfaces = arguments_value(given, "media-interfaces"),
                  .address = arguments_value(given, "media-address"),
                  .stun = arguments_value(given, "stun")},
    };

    if (ports) TRY(janus_ports_read(ports, &options.media, why));
    TRY(janus_options_check(&options.media, why));
    if (program && outside) {
        return problem_set(why, RC_INVALID, "--janus and --janus-socket exclude each other");
    }
    if (program && !off && !options.program) {
        return problem_set(why, RC_NOT_FOUND, "there is no program %s", program);
    }
    if (!options.program && !outside) {
        log_info("no video", LOG_CSTR("reason", off ? "off" : "no janus"));
    }
    return video_start(&options, out_rooms);
}

/* What the government says of how long recordings are kept; */
static int recording_days(const struct app *app)
{
    const struct setting *usual = setting_default(SETTING_RECORDING_DAYS);
    CLEANUP(board_drop) struct board_snapshot *now = board_take_snapshot(app->board);
    int64_t days = 0;

    if (!text_int(usual->value, &days) || !now) return (int)days;
    return (int)directory_setting_int(now->picture->directory, usual->key.at, days);
}

enum rc serve_video_start(struct serve_video *video,
                          struct command_context *context,
                          struct app *app,
                          struct problem *why)
{
    TRY(read_turn(context, &video->turn, why));
    TRY(start_rooms(context, app, &video->rooms, why));
    app->video = video->rooms;
    return films_start(
        &(struct films_options){
            .folder = app->folder.recordings,
            .program = janus_find("janus-pp-rec", NULL, context->mem),
            .video = video->rooms,
            .days = recording_days(app),
        },
        &video->films);
}

void serve_video_keep(struct serve_video *video, const struct app *app)
{
    films_keep(video->films, recording_days(app));
}

void serve_video_stop(struct serve_video *video)
{
    if (video->films) films_stop(video->films);
    if (video->rooms) video_stop(video->rooms);
}

void serve_video_done(struct serve_video *video)
{
    films_free(&video->films);
    video_free(&video->rooms);
    secret_done(&video->turn.secret);
}
