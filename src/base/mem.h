/* mem.h - the heap, in one place.
 *
 * Running out of memory ends the process: the service restarts in a second
 * and what was acknowledged is on the disk.  This is allowed only because
 * every size that comes from outside is bounded before it is allocated.
 *
 * Threads   Any. */
#pragma once

#include "base/cc.h"

/* Zeroed memory for `count` objects of `bytes` each; never NULL. */
void *mem_alloc(size_t count, size_t bytes) RETURNS_NONNULL NODISCARD;

/* Grow or shrink to `count` objects; what is new is not zeroed; never NULL. */
void *mem_resize(void *at, size_t count, size_t bytes) RETURNS_NONNULL NODISCARD;

/* A copy of a C string; never NULL. */
char *mem_copy_text(const char *text) RETURNS_NONNULL NODISCARD;

void mem_free(void *at);

/* For CLEANUP on any pointer from this module. */
void mem_release(void *pointer_to_pointer);
