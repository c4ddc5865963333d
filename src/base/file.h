/* file.h - whole files: read, written, mapped, locked.
 *
 * A file is written beside its final name, synced and renamed, so that a
 * reader and a power cut see the old one or the new one, never half of it.
 *
 * Memory    Contents live in the caller's arena, a mapping until file_unmap.
 * Threads   Any.
 * Errors    RC_NOT_FOUND, RC_FORBIDDEN, RC_TOO_LARGE (above the caller's
 *           limit), RC_CONFLICT (locked by another process), RC_UNAVAILABLE
 *           for everything else; *why names the path and the reason. */
#pragma once

#include "base/arena.h"
#include "base/problem.h"

struct file_map {
    struct text bytes;
};

enum rc file_read(const char *path,
                  size_t bytes_max,
                  struct arena *mem,
                  struct text *out_bytes,
                  struct problem *why) NODISCARD;

/* `mode` such as 0600. */
enum rc file_write(const char *path,
                   struct text bytes,
                   unsigned mode,
                   struct problem *why) NODISCARD;

/* Map a file for reading; an empty file is an empty slice. */
enum rc file_map(const char *path,
                 size_t bytes_max,
                 struct file_map *out_map,
                 struct problem *why) NODISCARD;
void file_unmap(struct file_map *map);

bool file_exists(const char *path);

/* The folder and those above it; done when it is there already. */
enum rc file_make_folder(const char *path, unsigned mode, struct problem *why) NODISCARD;

/* Create or open a file and hold it alone (flock); the lock ends with the
 * descriptor or the process, never later. */
enum rc file_lock(const char *path, int *out_fd, struct problem *why) NODISCARD;

/* For CLEANUP on a descriptor; -1 is accepted. */
void file_close(int *fd);
