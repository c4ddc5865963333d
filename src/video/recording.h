/* recording.h - where recordings lie, and for how long.
 *
 *   FOLDER/<room>/videoroom-<room>-user-<member>-<instant>-<kind>-<n>.mjr
 *
 * Janus writes one file a stream, in a form of its own (.mjr) that holds what
 * came over the line; films.h makes films of them when the room is over.
 * Whatever lies in a room's folder is removed some days after it was last
 * written (a film is as old as what it was made of), and the folder with the
 * last of it.
 *
 * Memory    Nothing is kept.
 * Threads   Making a folder: the video thread; removing: the one of films.
 * Errors    RC_UNAVAILABLE for a folder that cannot be made; what cannot be
 *           removed stays, and is tried again. */
#pragma once

#include "base/cc.h"

/* NULL: there is no place for recordings. */
enum rc recording_make_folder(const char *folder, const char *room) NODISCARD;

/* Remove what is older; 0 days: nothing is. */
void recording_remove_old(const char *folder, int days);

/* A file last written then is too old now. */
bool recording_is_old(int64_t written_at_ms, int64_t now_ms, int days);
