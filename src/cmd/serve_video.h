/* serve_video.h - the video of a server: rooms, relays, and films of recordings.
 *
 * Reads what the command line says of video, starts the rooms' thread (Janus
 * itself starts with the first room) and the thread that makes films; tells the
 * latter for how many days recordings are kept.  A server without video server
 * goes on: inspections are then without pictures.
 *
 *   serve_video_start ─▶ serve_video_stop ─▶ (api stopped) ─▶ serve_video_done
 *
 * Memory    A plain value with parts of its own; _done frees them.
 * Threads   One: that of the server's file.
 * Errors    RC_INVALID or RC_NOT_FOUND for words that make no sense, with the
 *           reason in *why. */
#pragma once

#include "cmd/command.h"
#include "video/films.h"
#include "video/turn.h"
#include "video/video.h"

struct serve_video {
    struct video *rooms;
    struct films *films;
    struct turn turn;
};

/* Start what the words of the context ask for; also the app's rooms from now on. */
enum rc serve_video_start(struct serve_video *video,
                          struct command_context *context,
                          struct app *app,
                          struct problem *why) NODISCARD;

/* Every second: the government may have changed for how long recordings are kept. */
void serve_video_keep(struct serve_video *video, const struct app *app);

/* Also of one that only half started. */
void serve_video_stop(struct serve_video *video);
void serve_video_done(struct serve_video *video);
