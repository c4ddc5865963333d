/* film.h - a file of Janus' made one that a browser plays.
 *
 *   videoroom-<room>-user-<member>-<instant>-<kind>-<n>.mjr
 *        │  janus-pp-rec -e: what it is, from when, how long
 *        │  janus-pp-rec:    <member>-<instant>-<kind>-<n>.part
 *        ▼  synced, renamed, noted in the journal; then the .mjr is removed
 *   <member>-<instant>-<kind>-<n>.webm (VP8), .mp4 (H.264) or .opus
 *
 * Nothing is encoded again: the pictures and sounds are those that came over the
 * line, so a film costs little more than reading and writing it.  Silence where a
 * microphone was off is filled in, so a film is as long as what it was made of.
 * Wherever the program dies, the .mjr is still there and the film is made anew.
 *
 * A file of which no film can be made is called .mjr.failed from then on, with
 * its reason in the journal; renamed back it is tried again.
 *
 * Memory    Nothing is kept.
 * Threads   One that may block, and lives as long as the child that works for it.
 * Errors    RC_INVALID: no film can be made of it, which is noted.
 *           RC_UNAVAILABLE: not now (stopped, no space left). */
#pragma once

#include "base/text.h"
#include "video/recording_journal.h"

#include <stdatomic.h>

enum {
    FILM_MS_MAX = 30 * 60 * 1000,         /* longer than a day's recording takes */
    FILM_SPARE_BYTES = 256 * 1024 * 1024, /* of the disk, left to those who write facts */
};

struct film_job {
    const char *program;              /* janus-pp-rec */
    const char *folder;               /* of all recordings */
    const char *room;                 /* whose file it is */
    const char *file;                 /* the .mjr, a name in the room's folder */
    const struct journal_line *lines; /* of the room */
    size_t line_count;
    const _Atomic bool *stopping; /* come back soon when it turns true */
};

enum rc film_make(const struct film_job *job) NODISCARD;

/* "<member>-<instant>-<kind>-<n>" of a file of this room; false: none of ours. */
bool film_name(struct text file, const char *room, struct text *out_name);
