/* inspection_feed.h - who watches an inspection is told what changed of it.
 *
 * A thread follows commits and the board.  For each inspection that somebody
 * watches it folds the room anew, compares it with what was told last, and sends
 * what differs: at once after an act, but at most fifty times a second, and four
 * times for figures alone.  A commit of something else, such as a terminal's
 * punch, folds nothing.  So an act is told the same way whoever did it, over HTTP
 * or at the command line.  While nothing changes a comment every FEED_BEAT_SECONDS
 * says that the figures still hold: a screen that hears nothing for longer shows
 * them as old.  All watchers get the same bytes: what everybody may see
 * (inspection_reply.h).
 *
 *   watch ──▶ snapshot, change, change ...      (http/stream.h replays by id)
 *
 * Memory    A channel an inspection that is watched, FEED_CHANNELS_MAX of them; one
 *           that nobody watches any more is not folded, and goes when the next
 *           watcher comes, of whichever inspection.
 * Threads   "feed" is its own.  feed_watch: the request's; feed_committed,
 *           feed_figures and feed_count: any.
 * Errors    RC_TOO_MANY when so many inspections are watched at once. */
#pragma once

#include "api/api_private.h"

enum {
    FEED_CHANNELS_MAX = 8,
    FEED_EVENTS = 1024,
    FEED_GATHER_MS = 20,   /* commits within this long of the last round are told together */
    FEED_FIGURES_MS = 250, /* ... and new figures alone within this */
    FEED_BEAT_SECONDS = 2,
};

enum rc feed_start(struct api *api, struct feed **out_feed) NODISCARD;

/* End all streams; before the server stops. */
void feed_stop(struct feed *feed);

/* After the server has stopped. */
void feed_free(struct feed **feed);

/* Something was recorded; the figures of the board changed. */
void feed_committed(struct feed *feed);
void feed_figures(struct feed *feed);

/* Turn the request into a watcher of an inspection. */
enum rc feed_watch(struct feed *feed, struct http_request *request, struct text code) NODISCARD;

struct feed_tally {
    int64_t folds; /* since the start */
    size_t watchers;
};
void feed_count(struct feed *feed, struct feed_tally *out_tally);
