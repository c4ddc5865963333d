/* folder.h - a data folder: what lies where, and who may work on it.
 *
 *   DIR/facts.db       what was recorded (ledger/)
 *   DIR/derived.db     what follows from it (attendance/derived.h)
 *   DIR/lock           held with flock by the one process that works on it
 *   DIR/run/janus      what the video server runs with (video/janus_config.h)
 *   DIR/seal.key       the secret half of the key that documents are sealed with, mode 0600
 *   DIR/recordings     of rooms of video (video/recording.h)
 *   DIR/control.sock   the door for commands while a server runs (control.h)
 *
 * The lock is flock's: it ends with the process, whatever ends it, so that no
 * stale file ever keeps anybody out.
 *
 * Memory    Paths live in the arena.
 * Threads   Any.
 * Errors    RC_UNAVAILABLE for a folder that holds no government; RC_CONFLICT
 *           when another process holds the lock, or when a new folder is
 *           wanted where one is in use. */
#pragma once

#include "base/arena.h"
#include "base/problem.h"

struct folder {
    const char *path;
    const char *facts;
    const char *derived;
    const char *lock;
    const char *control;
    const char *janus;
    const char *recordings;
    const char *seal_key;
};

/* Where things are; nothing is opened. */
struct folder folder_at(const char *path, struct arena *mem);

/* It holds a government. */
enum rc folder_check(const struct folder *folder, struct problem *why) NODISCARD;

/* Make the folder (0700) for a new government; one that holds anything already
 * is refused, except an empty folder. */
enum rc folder_make(const struct folder *folder, struct problem *why) NODISCARD;

/* Undo folder_make: remove the files of a government that did not come to be,
 * and the folder when nothing else is in it. */
void folder_unmake(const struct folder *folder);

enum rc folder_lock(const struct folder *folder, int *out_fd, struct problem *why) NODISCARD;
