/* films.h - the one that makes films of recordings, and lets them go after their days.
 *
 * When a room is over, each of its files is made a film (film.h), one at a time
 * and with no claim to the processor while anybody else has work.  What is there
 * to be done is read from the folders, so a server that was killed goes on where
 * it was; a room that is open is left alone.
 *
 *   room closed ─▶ waiting ─▶ making 3 of 120 ─▶ ready ─▶ removed after its days
 *
 * A recording is told as it stands in its folder: who was recorded, when it ran,
 * who had the floor when, and which films there are of it.
 *
 * Memory    films_free frees it; what is told lives in the caller's arena.
 * Threads   One of its own, "films".  Everything here: any thread.
 * Errors    RC_NOT_FOUND for a room of which nothing is kept, RC_UNAVAILABLE. */
#pragma once

#include "video/recording_journal.h"
#include "video/video.h"

enum { FILMS_MAX = 4096 /* of one recording: streams of members, again after each break */ };

struct films_options {
    const char *folder;  /* of recordings, as of video_options */
    const char *program; /* janus-pp-rec; NULL: it is not installed, nothing is made */
    struct video *video; /* outlives the films; knows which rooms are open */
    int days;            /* how long recordings are kept; 0: for good */
};

struct films;

enum rc films_start(const struct films_options *options, struct films **out_films) NODISCARD;

/* The film that is made now is begun again at the next start. */
void films_stop(struct films *films);
void films_free(struct films **freed);

/* From now on recordings are kept for so many days. */
void films_keep(struct films *films, int days);
int films_days(const struct films *films);

/* There is a program that makes them. */
bool films_are_made(const struct films *films);

/* ---- what there is of a room ---- */

struct film {
    struct text file;
    struct text member;
    struct text medium; /* sound, picture, screen */
    int64_t begins_ms;  /* by the server's clock */
    int64_t lasts_ms;
    int64_t bytes;
    int rotation;
};

struct recording {
    const struct journal_line *lines; /* as noted, in their order */
    size_t line_count;
    const struct film *films; /* that are there */
    size_t film_count;
    size_t waiting; /* files of which films will be made */
    size_t failed;
    bool making; /* one of them is being made now */
};

enum rc films_tell(struct films *films,
                   const char *room,
                   struct arena *mem,
                   struct recording *out_recording) NODISCARD;

/* Where a film lies; RC_NOT_FOUND unless it is one of this room's. */
enum rc films_find(struct films *films,
                   const char *room,
                   struct text file,
                   struct arena *mem,
                   const char **out_path) NODISCARD;
