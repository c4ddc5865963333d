/* arena.h - memory of one request, freed as one.
 *
 * An arena hands out memory from a chain of blocks.  Nothing is freed by
 * itself: the request ends, the arena goes, everything in it goes.
 *
 * Memory    The arena owns its blocks; what it hands out lives as long as it.
 * Threads   One at a time.
 * Errors    None: out of memory ends the process (mem.h). */
#pragma once

#include "base/cc.h"
#include "base/text.h"

struct arena;

struct arena *arena_new(void) RETURNS_NONNULL NODISCARD;
void arena_free(struct arena **mem);

/* Forget everything handed out and keep the first block for the next round. */
void arena_reset(struct arena *mem);

/* Zeroed, aligned for any type; never NULL. */
void *arena_alloc(struct arena *mem, size_t bytes) RETURNS_NONNULL NODISCARD;

/* Zeroed memory for `count` objects; the product is checked. */
void *arena_alloc_many(struct arena *mem, size_t count, size_t bytes) RETURNS_NONNULL NODISCARD;
#define arena_array(mem, type, count) ((type *)arena_alloc_many(mem, count, sizeof(type)))
#define arena_one(mem, type)          ((type *)arena_alloc(mem, sizeof(type)))

/* A copy that lives in the arena, with a terminating NUL after its bytes. */
struct text arena_text(struct arena *mem, struct text source) NODISCARD;

/* The same as a C string; bytes after an embedded NUL are not seen. */
const char *arena_cstr(struct arena *mem, struct text source) RETURNS_NONNULL NODISCARD;

/* A formatted text in the arena. */
struct text arena_format(struct arena *mem, const char *format, ...) PRINTF(2, 3) NODISCARD;
